#include "parse/speech.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.h"

namespace te::parse {
namespace {

/// Longer silence between two pieces of one speaker ends the turn: something happened in between that was not recorded.
constexpr double kLongestPause_s = 30;

bool pauses(const Turn& last, const Times& next) {
  return last.end_s && next.start_s && *next.start_s - *last.end_s > kLongestPause_s;
}

}  // namespace

bool Speech::speaks(std::string_view speaker, Times times, char joint) {
  if (speaker.empty()) ++(turns_.empty() ? left_out_ : unnamed_);
  if (speaker.empty() && turns_.empty()) return false;
  const std::uint32_t index = speaker.empty() ? turns_.back().turn.speaker : speakers_.index_of(speaker);
  if (!turns_.empty() && turns_.back().turn.speaker == index && !pauses(turns_.back().turn, times)) {
    Turn& turn = turns_.back().turn;
    // Recognisers put overlapping speech in any order; a turn begins and ends with the outermost.
    if (times.start_s && (!turn.start_s || *times.start_s < *turn.start_s)) turn.start_s = times.start_s;
    if (times.end_s && (!turn.end_s || *times.end_s > *turn.end_s)) turn.end_s = times.end_s;
    blank(joint);
  } else {
    open_turn(index, times);
  }
  return true;
}

void Speech::open_turn(std::uint32_t speaker, const Times& times) {
  if (!turns_.empty()) {
    turns_.back().turn.span.end = size();
    text_ += '\n';
  }
  Draft draft;
  draft.turn.speaker = speaker;
  draft.turn.span = {size(), size()};
  draft.turn.start_s = times.start_s;
  draft.turn.end_s = times.end_s;
  turns_.push_back(draft);
  joint_ = '\0';
}

void Speech::heard(double confidence) {
  turns_.back().confidences += std::clamp(confidence, 0.0, 1.0);
  ++turns_.back().heard;
}

void Speech::say(std::string_view words) { say_decoded(words, {file_->offset_of(words), file_->offset_of(words) + static_cast<std::uint32_t>(words.size())}); }

void Speech::say_decoded(std::string_view words, Span where) {
  if (words.empty()) return;
  if (joint_ != '\0' && size() > turns_.back().turn.span.begin) text_ += joint_;
  joint_ = '\0';
  const Span here{size(), size() + static_cast<std::uint32_t>(words.size())};
  text_ += words;
  // What follows in both texts without a gap is one passage.
  const bool same_bytes = here.size() == where.size();
  if (!passages_.empty() && same_bytes && passages_.back().here.end == here.begin && passages_.back().file.end == where.begin &&
      passages_.back().here.size() == passages_.back().file.size()) {
    passages_.back().here.end = here.end;
    passages_.back().file.end = where.end;
  } else {
    passages_.push_back({here, where});
  }
}

void Speech::blank(char sign) {
  // A paragraph's end outweighs a blank.
  if (joint_ != '\n') joint_ = sign;
}

void Speech::tell_unnamed(Transcript& transcript) const {
  const auto tell = [&](std::uint32_t n, std::string_view what) {
    if (n > 0) transcript.diagnostics.push_back({"input.unnamed-speech", Severity::kWarning, 0, fmt::format("{} {} {}", n, n == 1 ? "passage names" : "passages name", what)});
  };
  tell(unnamed_, "no speaker and went to the one before");
  tell(left_out_, "no speaker before the first that is named; left out");
}

void Speech::finish(Transcript& transcript) && {
  tell_unnamed(transcript);
  if (!turns_.empty()) turns_.back().turn.span.end = size();
  transcript.speakers = std::move(speakers_.labels());
  transcript.turns.clear();
  if (passages_.empty()) return;
  transcript.source = SourceText::reading(file_, std::move(text_), std::move(passages_));
  for (const Draft& draft : turns_) {
    Turn turn = draft.turn;
    turn.text = text::trimmed(transcript.source->slice(turn.span));
    if (turn.text.empty()) continue;
    turn.line = transcript.source->line_at(transcript.source->offset_of(turn.text));
    if (draft.heard > 0) turn.confidence = draft.confidences / draft.heard;
    transcript.turns.push_back(turn);
  }
}

}  // namespace te::parse
