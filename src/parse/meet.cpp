// Google Meet: "Name: words" under a list of attendees, with the time on a line of its own every few minutes.
#include "parse/clock.h"
#include "parse/cues.h"
#include "parse/formats.h"
#include "parse/labels.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// The lines that Meet itself writes around the speech.
bool is_frame(std::string_view line) {
  line = without_marks(text::trimmed(line));
  while (!line.empty() && line.front() == '#') line.remove_prefix(1);
  line = text::trimmed(line);
  for (const std::string_view known : {"Attendees", "Transcript", "Invited"}) {
    if (text::equals_ignoring_case(line, known)) return true;
  }
  for (const std::string_view begin : {"Meeting ended after ", "Transcription ended after ", "This editable transcript was computer generated", "Recording started", "Recording stopped"}) {
    if (text::starts_with_ignoring_case(line, begin)) return true;
  }
  return false;
}

bool has_label(std::string_view line) {
  const Labelled split = split_label(line);
  const std::string key = speaker_key(split.label);
  return !key.empty() && !is_never_speaker(key) && (is_role_word(key) || is_written_as_name(split.label));
}

}  // namespace

double detect_meet(const Content& content) {
  std::size_t times = 0;
  std::size_t frames = 0;
  std::size_t labels = 0;
  for (const Line& line : content.lines()) {
    if (clock_line(line.text)) ++times;
    else if (is_frame(line.text)) ++frames;
    else if (has_label(line.text)) ++labels;
  }
  return labels >= 2 && times >= 1 && frames >= 1 ? kLikely : kNo;
}

Result<Transcript> parse_meet(const Content& content) {
  Transcript out;
  out.format = "meet";
  std::vector<Cue> cues;
  Times times;
  bool speech = false;
  for (const Line& line : content.lines()) {
    if (line.blank()) continue;
    if (const auto start = clock_line(line.text)) {
      times.start_s = start;
    } else if (is_frame(line.text)) {
      if (!speech) stray(line, out);
    } else if (!speech && !has_label(line.text)) {
      head_line(line, out);
    } else {
      speech = true;
      cues.push_back({times, {}, line.text, std::nullopt, '\n'});
      times = {};
    }
  }
  return finish_cues(content, std::move(cues), Markup::kNone, std::move(out));
}

}  // namespace te::parse
