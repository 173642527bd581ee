#include "parse/stamps.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "parse/cues.h"
#include "parse/formats.h"
#include "parse/labels.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// Behind this many bytes no name and time begin a turn; it keeps the search short on lines of any length.
constexpr std::size_t kLongestStamp = 200;

/// "1:23" somewhere: what lines without a time are passed over by, quicker than by reading them.
bool holds_clock(std::string_view line) {
  for (auto colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
    if (colon > 0 && colon + 1 < line.size() && text::is_ascii_digit(line[colon - 1]) && text::is_ascii_digit(line[colon + 1])) return true;
  }
  return false;
}

/// The stamp of a line, with its words up to the line's end.
std::optional<Stamp> stamp_of(std::string_view line, ReadStamp read) {
  const std::string_view begin = line.substr(0, kLongestStamp);
  auto stamp = holds_clock(begin) ? read(begin) : std::nullopt;
  if (!stamp) return std::nullopt;
  stamp->name = without_marks(stamp->name);
  if (stamp->name.empty() || letters(stamp->name) > kLongestLabel) return std::nullopt;
  if (!stamp->words.empty()) stamp->words = line.substr(static_cast<std::size_t>(stamp->words.data() - line.data()));
  return stamp;
}

/// What services write at the end of a file, and what chats write of a message that is answered or applauded.
bool is_service_notice(std::string_view line) {
  line = text::trimmed(line);
  constexpr std::array<std::string_view, 6> kNotices = {"Transcribed by http", "Transcription by ", "Replying to \"", "Replying to “", "Reacted to \"", "Reacted to “"};
  constexpr std::array<std::string_view, 4> kEnds = {" started transcription", " stopped transcription", " started recording", " stopped recording"};
  constexpr std::size_t kLongest = 100;
  if (line.size() < kLongest && std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return line.size() > end.size() && line.substr(line.size() - end.size()) == end; })) return true;
  return std::any_of(kNotices.begin(), kNotices.end(), [&](std::string_view begin) { return text::starts_with_ignoring_case(line, begin); });
}

}  // namespace

double detect_stamps(const Content& content, ReadStamp read) {
  const auto& lines = content.lines();
  const auto stamps = std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return stamp_of(line.text, read).has_value(); });
  if (stamps < 2) return kNo;
  const auto labels = std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return !stamp_of(line.text, read) && begins_with_speaker(line.text); });
  return stamps > labels ? kLikely : kNo;
}

Result<Transcript> parse_stamps(const Content& content, ReadStamp read, std::string_view format) {
  Transcript out;
  out.format = format;
  std::unordered_map<std::string, int> seen;
  for (const Line& line : content.lines()) {
    if (const auto stamp = stamp_of(line.text, read)) ++seen[speaker_key(stamp->name)];
  }
  std::vector<Cue> cues;
  std::string_view speaker;
  for (const Line& line : content.lines()) {
    auto stamp = stamp_of(line.text, read);
    // A line such as "the train left at 10:30" has the shape, but no name.
    if (stamp && !is_written_as_name(stamp->name) && seen[speaker_key(stamp->name)] < 2) stamp.reset();
    if (stamp) {
      speaker = stamp->name;
      if (stamp->words.empty() || is_service_notice(stamp->words)) stamp->words = line.text.substr(line.text.size());
      cues.push_back({{stamp->start_s, std::nullopt}, speaker, stamp->words, std::nullopt, '\n'});
    } else if (line.blank() || is_service_notice(line.text)) {
      continue;
    } else if (speaker.empty()) {
      head_line(line, out);
    } else {
      cues.push_back({{}, speaker, line.text, std::nullopt, '\n'});
    }
  }
  return finish_cues(content, std::move(cues), Markup::kNone, std::move(out));
}

}  // namespace te::parse
