#include "parse/markup.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include <re2/re2.h>
#include <utf8proc.h>

#include "text/utf8.h"

namespace te::parse {
namespace {

std::string encoded(std::uint32_t code_point) {
  std::array<utf8proc_uint8_t, 4> buffer{};
  const bool valid = utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(code_point)) && code_point >= 0x20;
  const auto n = utf8proc_encode_char(valid ? static_cast<utf8proc_int32_t>(code_point) : 0xFFFD, buffer.data());
  return {reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(n)};
}

/// "&amp;", "&#233;", "&#xE9;" at the beginning of `rest`: how long it is and what it means.
std::optional<std::pair<std::size_t, std::string>> entity(std::string_view rest) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kNamed = {{{"amp", "&"},
                                                                                    {"lt", "<"},
                                                                                    {"gt", ">"},
                                                                                    {"quot", "\""},
                                                                                    {"apos", "'"},
                                                                                    {"nbsp", "\xC2\xA0"},
                                                                                    {"lrm", ""},
                                                                                    {"rlm", ""},
                                                                                    {"shy", ""}}};
  const auto end = rest.substr(0, 12).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = rest.substr(1, end - 1);
  for (const auto& [known, meaning] : kNamed) {
    if (name == known) return std::pair(end + 1, std::string(meaning));
  }
  if (name.size() < 2 || name[0] != '#') return std::nullopt;
  const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
  if (error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
  return std::pair(end + 1, encoded(value));
}

struct Tag {
  std::size_t size = 0;
  std::string voice;
};

/// A tag at the beginning of `rest`. "a < b" and "<T>" are none.
std::optional<Tag> tag(std::string_view rest) {
  constexpr std::size_t kLongest = 240;
  rest = rest.substr(0, kLongest);
  static const RE2 kVoice(R"(<v(?:\.[^\s>]*)?[ \t]+([^<>]+)>)");
  static const RE2 kOther(R"((?i)<\/?(?:v|c|i|b|u|s|ruby|rt|lang|font|span)(?:[. \t][^<>]*)?\/?>|<\d[\d:.]{3,15}>|\{\\an?\d{1,2}\})");
  re2::StringPiece piece(rest.data(), rest.size());
  re2::StringPiece name;
  if (RE2::Consume(&piece, kVoice, &name)) {
    std::string voice;
    for (const Run& run : runs_of({name.data(), name.size()})) voice += run.decoded ? run.words : std::string(run.source);
    return Tag{rest.size() - piece.size(), std::string(text::trimmed(voice))};
  }
  if (RE2::Consume(&piece, kOther)) return Tag{rest.size() - piece.size(), {}};
  return std::nullopt;
}

}  // namespace

std::vector<Run> runs_of(std::string_view line) {
  std::vector<Run> out;
  std::size_t plain = 0;
  const auto until = [&](std::size_t end) {
    if (plain < end) out.push_back({line.substr(plain, end - plain), {}, false, false});
  };
  for (std::size_t i = line.find_first_of("<&{"); i != std::string_view::npos; i = line.find_first_of("<&{", i)) {
    const std::string_view rest = line.substr(i);
    std::size_t size = 0;
    if (rest.front() == '&') {
      if (auto found = entity(rest)) {
        until(i);
        size = found->first;
        out.push_back({rest.substr(0, size), std::move(found->second), true, false});
      }
    } else if (auto found = tag(rest)) {
      until(i);
      size = found->size;
      if (!found->voice.empty()) out.push_back({rest.substr(0, size), std::move(found->voice), true, true});
    }
    i += size > 0 ? size : 1;
    if (size > 0) plain = i;
  }
  until(line.size());
  return out;
}

}  // namespace te::parse
