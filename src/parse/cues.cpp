#include "parse/cues.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "parse/formats.h"
#include "parse/labels.h"
#include "parse/markup.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// True for the first line of a cue; its other lines have the same times.
bool opens(const std::vector<Cue>& cues, std::size_t i) {
  return i == 0 || !cues[i].times.start_s || cues[i].times.start_s != cues[i - 1].times.start_s || cues[i].times.end_s != cues[i - 1].times.end_s;
}

/// Which labels in front of cues are speakers.
class Labels {
 public:
  explicit Labels(const std::vector<Cue>& cues) {
    const auto has_voice = [](const Cue& cue) { return !cue.speaker.empty() || cue.words.find("<v") != std::string_view::npos; };
    if (std::any_of(cues.begin(), cues.end(), has_voice)) return;
    std::size_t names = 0;   // cues with a label that is written as a name
    std::size_t labels = 0;  // cues with any label
    std::size_t openers = 0;
    for (std::size_t i = 0; i < cues.size(); ++i) {
      const bool first = opens(cues, i);
      openers += first ? 1 : 0;
      const Labelled split = split_label(cues[i].words);
      if (split.label.empty()) continue;
      const std::string key = speaker_key(split.label);
      ++seen_[key];
      if (!first || is_never_speaker(key)) continue;
      ++labels;
      names += is_written_as_name(split.label) ? 1 : 0;
    }
    each_cue_has_one_ = names * 10 >= openers * 6;
    in_any_case_ = !each_cue_has_one_ && labels * 10 >= openers * 6;
    const auto recur = std::count_if(seen_.begin(), seen_.end(), [](const auto& label) { return label.second > 1 && !is_never_speaker(label.first); });
    dialogue_ = recur >= 2;
  }

  [[nodiscard]] bool is_speaker(std::string_view label) const {
    const std::string key = speaker_key(label);
    const auto seen = seen_.find(key);
    if (seen == seen_.end() || is_never_speaker(key)) return false;
    if (is_role_word(key)) return true;
    if (in_any_case_ && seen->second > 1) return true;
    // Beside two who recur, one word that comes once ("Speed: high") is more often said than a third person's name.
    const bool once = each_cue_has_one_ && (!dialogue_ || label.find_first_of(" _0123456789") != std::string_view::npos);
    return is_written_as_name(label) && (once || seen->second > 1);
  }

 private:
  std::unordered_map<std::string, int> seen_;  ///< key -> occurrences; empty when the format names the speakers
  bool each_cue_has_one_ = false;
  bool in_any_case_ = false;  ///< each cue has one, but not written as names: "ann", "iPhone of Bo"
  bool dialogue_ = false;  ///< at least two labels recur
};

/// Cues of which each begins with a line that is only a name: the names become the speakers.
void names_on_lines_of_their_own(std::vector<Cue>& cues) {
  std::unordered_map<std::string, std::size_t> names;
  std::size_t blocks = 0;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (!opens(cues, i)) continue;
    ++blocks;
    const bool speaks = i + 1 < cues.size() && !opens(cues, i + 1);
    if (!speaks || !is_written_as_name(text::trimmed(cues[i].words))) return;
    ++names[speaker_key(text::trimmed(cues[i].words))];
  }
  if (blocks < 2 || names.size() * 2 > blocks) return;
  std::vector<Cue> spoken;
  std::string_view speaker;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (opens(cues, i)) {
      speaker = text::trimmed(cues[i].words);
    } else {
      spoken.push_back(cues[i]);
      spoken.back().speaker = speaker;
    }
  }
  cues = std::move(spoken);
}

class Assembler {
 public:
  Assembler(const Content& content, const std::vector<Cue>& cues, Markup markup, Transcript& out)
      : content_(content), cues_(cues), markup_(markup), out_(out), labels_(cues), speech_(content.source()) {}

  void run() {
    for (const Cue& cue : cues_) add(cue);
    if (!speech_.silent()) std::move(speech_).finish(out_);
  }

 private:
  void add(const Cue& cue) {
    std::string_view words = cue.words;
    if (!cue.speaker.empty()) {
      speaker_ = cue.speaker;
    } else if (const Labelled split = split_label(words); !split.label.empty() && labels_.is_speaker(split.label)) {
      speaker_ = split.label;
      words = split.words;
    }
    opened_ = false;
    if (markup_ == Markup::kNone) return say(cue, [&] { speech_.say(words); });
    for (const Run& run : runs_of(words)) {
      if (run.voice) {
        speaker_ = run.words;
        opened_ = false;
      } else if (run.decoded) {
        const std::uint32_t begin = content_.source()->offset_of(run.source);
        say(cue, [&] { speech_.say_decoded(run.words, {begin, begin + static_cast<std::uint32_t>(run.source.size())}); });
      } else {
        say(cue, [&] { speech_.say(run.source); });
      }
    }
  }

  template <typename Say>
  void say(const Cue& cue, Say&& words) {
    if (speaker_.empty()) {
      unassigned(cue);
      return;
    }
    if (!opened_) {
      speech_.speaks(speaker_, cue.times, cue.joint);
      if (cue.confidence) speech_.heard(*cue.confidence);
    }
    opened_ = true;
    words();
  }

  /// Words before the first speaker.
  void unassigned(const Cue& cue) {
    const std::uint32_t line = content_.source()->line_at(content_.source()->offset_of(cue.words));
    if (out_.diagnostics.empty() || out_.diagnostics.back().line != line) stray({cue.words, {}, line}, out_);
  }

  const Content& content_;
  const std::vector<Cue>& cues_;
  Markup markup_;
  Transcript& out_;
  Labels labels_;
  Speech speech_;
  std::string speaker_;
  bool opened_ = false;  ///< the cue's words have begun
};

}  // namespace

std::string_view speakers_hint() {
  return "export it with speaker names (speaker identification, diarization), or write the speaker before each turn, as in 'Interviewer: ...'";
}

Result<Transcript> finish_cues(const Content& content, std::vector<Cue> cues, Markup markup, Transcript transcript) {
  transcript.source = content.source();
  const std::size_t noticed = transcript.diagnostics.size();
  for (int attempt = 0; attempt < 2 && transcript.turns.empty() && !cues.empty(); ++attempt) {
    if (attempt == 1) names_on_lines_of_their_own(cues);
    transcript.diagnostics.resize(noticed);
    Assembler(content, cues, markup, transcript).run();
  }
  if (transcript.turns.empty() && !cues.empty()) {
    return tl::unexpected(Error{ErrorCode::kNoSpeakers, "there is speech, but nothing says who speaks", content.source()->path(),
                                content.source()->line_at(content.source()->offset_of(cues.front().words)), std::string(speakers_hint())});
  }
  unite_short_names(transcript);
  return finish(std::move(transcript));
}

}  // namespace te::parse
