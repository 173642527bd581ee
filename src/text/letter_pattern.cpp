#include "text/letter_pattern.h"

#include <algorithm>
#include <array>
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

std::string with_ascii_letters(std::string pattern) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kClasses = {{{"\\p{Lu}", "A-Z"}, {"\\pL", "A-Za-z"}, {"\\pN", "0-9"}}};
  for (const auto& [name, range] : kClasses) {
    for (std::size_t at = 0; (at = pattern.find(name, at)) != std::string::npos;) {
      const bool in_class = pattern.rfind('[', at) != std::string::npos && pattern.find(']', pattern.rfind('[', at)) > at;
      const std::string ranges = in_class ? std::string(range) : "[" + std::string(range) + "]";
      pattern.replace(at, name.size(), ranges);
      at += ranges.size();
    }
  }
  return pattern;
}

}  // namespace

const RE2& LetterPattern::compiled(Variant& variant, const std::string& pattern) const {
  std::call_once(variant.once, [&] { variant.compiled.emplace(pattern); });
  return *variant.compiled;
}

const RE2& LetterPattern::on(std::string_view text) const {
  if (has_only_ascii_letters(text)) return compiled(ascii_, with_ascii_letters(pattern_));
  return compiled(unicode_, pattern_);
}

}  // namespace te::text
