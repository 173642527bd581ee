// Google Meet: "Name: words" under a list of attendees, with the time on a line of its own every few minutes.
#include <algorithm>

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

}  // namespace

double detect_meet(const Content& content) {
  const auto& lines = content.lines();
  const auto some = [&](auto&& is) { return std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return is(line.text); }); };
  if (!some([](std::string_view line) { return clock_line(line).has_value(); }) || !some(is_frame)) return kNo;
  return std::count_if(lines.begin(), lines.end(), [](const Line& line) { return begins_with_speaker(line.text); }) >= 2 ? kLikely : kNo;
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
      continue;
    } else if (!speech && !begins_with_speaker(line.text)) {
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
