#include "text/letter_pattern.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace te::text {
namespace {

/// Whether no character beyond ASCII is a letter or a digit: dashes, quotation marks and ellipses (U+2010 to U+2027) are none.
bool has_only_ascii_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < 0x80) continue;
    const std::string_view c = text.substr(i, 3);
    if (c.size() < 3 || c[0] != '\xE2' || c[1] != '\x80' || c[2] < '\x90' || c[2] > '\xA7') return false;
    i += 2;
  }
  return true;
}

std::string with_ascii_letters(std::string_view pattern) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kClasses = {{{"\\p{Lu}", "A-Z"}, {"\\pL", "A-Za-z"}, {"\\pN", "0-9"}}};
  std::string out;
  bool in_brackets = false;
  while (!pattern.empty()) {
    std::size_t taken = pattern.front() == '\\' ? 2 : 1;
    const auto named = std::find_if(kClasses.begin(), kClasses.end(), [&](const auto& c) { return pattern.substr(0, c.first.size()) == c.first; });
    if (named != kClasses.end()) {
      taken = named->first.size();
      out += in_brackets ? std::string(named->second) : "[" + std::string(named->second) + "]";
    } else {
      if (taken == 1 && (pattern.front() == '[' || pattern.front() == ']')) in_brackets = pattern.front() == '[';
      out += pattern.substr(0, taken);
    }
    pattern.remove_prefix(taken);
  }
  return out;
}

}  // namespace

LetterPattern::LetterPattern(std::string_view pattern) : ascii_(std::string(pattern), with_ascii_letters), unicode_(std::string(pattern)) {}

const RE2& LetterPattern::on(std::string_view text) const { return (has_only_ascii_letters(text) ? ascii_ : unicode_).compiled(); }

}  // namespace te::text
