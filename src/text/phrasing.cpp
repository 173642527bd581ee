#include "text/phrasing.h"

namespace te::text {

Phrasing::Phrasing(std::string_view pattern) : pattern_(pattern), jump_(pattern.size()) {
  std::vector<std::size_t> open;  // the "(" or "|" before each alternative that has not ended
  std::uint16_t groups = 0;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    const char sign = pattern[p];
    if ((sign == '|' || sign == ')') && !open.empty()) {
      jump_[open.back()] = static_cast<std::uint16_t>(p);
      open.pop_back();
    }
    if (sign == '(' || sign == '|') open.push_back(p);
    if (sign == '<') jump_[p] = groups;
    if (sign == '>') jump_[p] = groups++;
  }
  first_ = first_at(0);
}

std::uint64_t Phrasing::first_at(std::size_t p) const {
  constexpr std::uint64_t kAny = ~std::uint64_t{0};
  while (p < pattern_.size() && (pattern_[p] == '<' || pattern_[p] == '>' || pattern_[p] == '|' || pattern_[p] == ')')) p = pattern_[p] == '|' ? jump_[p] : p + 1;
  if (p == pattern_.size() || std::string_view("_~#@*").find(pattern_[p]) != std::string_view::npos) return kAny;
  if (pattern_[p] != '(') return std::uint64_t{1} << (static_cast<unsigned char>(pattern_[p]) & 63U);
  std::uint64_t out = 0;
  for (; pattern_[p] != ')'; p = jump_[p]) out |= first_at(p + 1);
  return out;
}

}  // namespace te::text
