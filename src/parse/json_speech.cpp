#include "parse/json_speech.h"

#include <algorithm>
#include <array>

#include "parse/clock.h"
#include "parse/formats.h"
#include "parse/labels.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// Bytes of UTF-8 that a sign takes, by its first one.
std::size_t size_of_sign(char first) {
  const auto lead = static_cast<unsigned char>(first);
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

std::string speaker_label(const JsonNode& name) {
  std::string label = name.name();
  const bool sign = label.size() == 1 || (!label.empty() && label.find_first_not_of("0123456789") == std::string::npos);
  return sign ? "Speaker " + label : label;
}

void say_json(const JsonNode& string, const SourceText& source, Speech& speech) {
  const std::string_view words = string.text;
  const std::string_view raw = source.slice(string.span);
  std::size_t said = 0;
  std::size_t read = 0;
  while (read < raw.size() && said < words.size()) {
    const std::size_t plain = std::min(raw.find('\\', read), raw.size()) - read;
    if (plain > 0) speech.say(raw.substr(read, plain));
    read += plain;
    said += plain;
    if (read >= raw.size() || said >= words.size()) break;
    // "\n" is two bytes, "\u00e9" six, and a sign beyond U+FFFF two times six.
    const std::size_t size = size_of_sign(words[said]);
    const std::size_t escape = read + 1 < raw.size() && raw[read + 1] == 'u' ? (size == 4 ? 12 : 6) : 2;
    const auto begin = static_cast<std::uint32_t>(string.span.begin + read);
    speech.say_decoded(words.substr(said, size), {begin, begin + static_cast<std::uint32_t>(escape)});
    read += escape;
    said += size;
  }
}

Times json_times(const JsonNode& start, const JsonNode& end, double unit) {
  const auto seconds = [&](const JsonNode& node) -> std::optional<double> {
    if (const auto value = node.number()) return *value * unit;
    std::string_view clock = node.text;
    const auto value = node.is_string() ? consume_clock(clock) : std::nullopt;
    return value && clock.empty() ? value : std::nullopt;
  };
  return {seconds(start), seconds(end)};
}

void json_header(const JsonNode& root, const SourceText& source, Transcript& out) {
  constexpr std::array<std::string_view, 12> kKeys = {"candidate", "candidate_name", "interviewee", "applicant", "interviewer", "position", "job_title", "role", "company", "date", "title", "duration"};
  if (!root.is_object()) return;
  for (const JsonNode& field : root.children) {
    if (!field.is_string() || std::find(kKeys.begin(), kKeys.end(), text::folded(field.key)) == kKeys.end()) continue;
    const std::string_view value = source.slice(field.span);
    // A field is a slice of the file; none of these needs escapes.
    if (value.empty() || value.size() > 200 || value.find('\\') != std::string_view::npos) continue;
    for (const std::string_view key : kKeys) {
      if (text::equals_ignoring_case(key, field.key)) add_header_field({key == "candidate_name" ? "candidate" : key == "job_title" ? "job title" : key, value, source.line_at(field.span.begin)}, out);
    }
  }
  if (root["metadata"].is_object()) json_header(root["metadata"], source, out);
}

Result<const JsonNode*> json_root(const Content& content) {
  const JsonDocument* json = content.json();
  const std::string& path = content.source()->path();
  if (json == nullptr) return tl::unexpected(Error{ErrorCode::kBadInput, "this is not JSON", path, 1, "leave out --input-format, or name the format that it is"});
  if (json->error) return tl::unexpected(*json->error);
  return &json->root;
}

Result<Transcript> finish_speech(const Content& content, Speech&& speech, Transcript transcript, std::string_view advice) {
  transcript.source = content.source();
  if (speech.silent()) {
    return tl::unexpected(Error{ErrorCode::kNoSpeakers, "nothing says who speaks", content.source()->path(), 0, std::string(advice)});
  }
  std::move(speech).finish(transcript);
  unite_short_names(transcript);
  return finish(std::move(transcript));
}

}  // namespace te::parse
