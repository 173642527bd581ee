// SubRip (.srt) and what looks like it: a number, times with "-->", lines of speech. Also Word documents of Teams from
// before 2023, in which a line with the times and one with the name stand above the words.
#include <algorithm>

#include "parse/clock.h"
#include "parse/cues.h"
#include "parse/formats.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

bool is_number(std::string_view line) {
  line = text::trimmed(line);
  return !line.empty() && line.size() <= 9 && std::all_of(line.begin(), line.end(), text::is_ascii_digit);
}

}  // namespace

double detect_subrip(const Content& content) {
  const auto& lines = content.lines();
  std::size_t seen = 0;
  for (std::size_t i = 0; i < lines.size() && seen < 40; ++i) {
    if (lines[i].blank()) continue;
    if (cue_times(lines[i].text)) return seen == 1 && is_number(lines[i - 1].text) ? kCertain : kLikely;
    ++seen;
  }
  return kNo;
}

Result<Transcript> parse_subrip(const Content& content) {
  Transcript out;
  out.format = "subrip";
  const auto& lines = content.lines();
  std::vector<Cue> cues;
  std::optional<Times> times;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const auto found = cue_times(lines[i].text)) {
      times = found;
    } else if (lines[i].blank() || (is_number(lines[i].text) && i + 1 < lines.size() && cue_times(lines[i + 1].text))) {
      continue;
    } else if (times) {
      cues.push_back({*times, {}, lines[i].text, std::nullopt, ' '});
    } else {
      stray(lines[i], out);
    }
  }
  return finish_cues(content, std::move(cues), Markup::kTags, std::move(out));
}

}  // namespace te::parse
