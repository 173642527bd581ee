#include "report/word_list.h"

#include <algorithm>

#include "text/phrases.h"
#include "text/utf8.h"

namespace te::report {

bool is_word_byte(char c) { return text::is_ascii_alpha(c) || text::is_ascii_digit(c) || c == '_'; }

bool is_word_begin(std::string_view s, std::size_t at) { return is_word_byte(s[at]) && (at == 0 || !is_word_byte(s[at - 1])); }

WordList::WordList(std::initializer_list<std::string_view> patterns) {
  for (const std::string_view pattern : patterns) {
    for (std::string& phrase : text::expand_alternatives(pattern)) phrases_.push_back(std::move(phrase));
  }
  std::erase(phrases_, std::string());
  for (const std::string& phrase : phrases_) first_ |= std::uint64_t{1} << (static_cast<unsigned char>(phrase.front()) & 63U);
}

std::size_t WordList::end_at(std::string_view s, std::size_t at) const {
  if (at >= s.size() || !may_begin(s[at])) return kNone;
  for (const std::string& phrase : phrases_) {
    const std::size_t end = at + phrase.size();
    if (s.compare(at, phrase.size(), phrase) == 0 && (end == s.size() || !is_word_byte(s[end]))) return end;
  }
  return kNone;
}

std::size_t WordList::behind(std::string_view s, std::size_t at, std::string_view signs) const {
  if (at >= s.size() || !may_begin(s[at])) return kNone;
  for (const std::string& phrase : phrases_) {
    if (s.compare(at, phrase.size(), phrase) != 0) continue;
    std::size_t end = at + phrase.size();
    if (end < s.size() && signs.find(s[end]) != std::string_view::npos) ++end;
    const std::size_t word = std::min(s.find_first_not_of(" \t\r\n\f\v", end), s.size());
    if (word > end) return word;
  }
  return kNone;
}

std::size_t WordList::find_end(std::string_view s) const {
  for (std::size_t i = 0; i < s.size(); ++i) {
    const std::size_t end = is_word_begin(s, i) ? end_at(s, i) : kNone;
    if (end != kNone) return end;
  }
  return kNone;
}

}  // namespace te::report
