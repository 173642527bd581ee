#include "text/phrasing.h"

namespace te::text {
namespace {

/// What fits anything.
bool is_blank_sign(char c) { return c == '_' || c == '~' || c == '#' || c == '@' || c == '*'; }

}  // namespace

Phrasing::Phrasing(std::string_view pattern) : pattern_(pattern), jump_(pattern.size()) {
  constexpr std::size_t kDeepest = 16;
  std::array<std::size_t, kDeepest> open{};  // the "(" or "|" before each alternative that has not ended
  std::size_t depth = 0;
  std::uint16_t groups = 0;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    const char sign = pattern[p];
    if ((sign == '|' || sign == ')') && depth > 0) jump_[open[--depth]] = static_cast<std::uint16_t>(p);
    if ((sign == '(' || sign == '|') && depth < kDeepest) open[depth++] = p;
    if (sign == '<') jump_[p] = groups;
    if (sign == '>') jump_[p] = groups++;
  }
  first_ = first_at(0);
}

std::uint64_t Phrasing::first_at(std::size_t p) const {
  constexpr std::uint64_t kAny = ~std::uint64_t{0};
  while (p < pattern_.size() && (pattern_[p] == '<' || pattern_[p] == '>' || pattern_[p] == '|' || pattern_[p] == ')')) p = pattern_[p] == '|' ? jump_[p] : p + 1;
  if (p == pattern_.size() || is_blank_sign(pattern_[p])) return kAny;
  if (pattern_[p] != '(') return std::uint64_t{1} << (static_cast<unsigned char>(pattern_[p]) & 63U);
  std::uint64_t out = 0;
  for (; pattern_[p] != ')'; p = jump_[p]) out |= first_at(p + 1);
  return out;
}

}  // namespace te::text
