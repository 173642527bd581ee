#include "text/word_list.h"

#include <string>

namespace te::text {
namespace {

std::string one_of(std::initializer_list<std::string_view> phrases) {
  std::size_t size = 2;
  for (const std::string_view phrase : phrases) size += phrase.size() + 1;
  std::string out;
  out.reserve(size);
  for (const std::string_view phrase : phrases) (out += out.empty() ? '(' : '|') += phrase;
  return out + ')';
}

}  // namespace

WordList::WordList(std::initializer_list<std::string_view> phrases) : phrasing_(one_of(phrases)) {}

std::size_t WordList::end_at(std::string_view s, std::size_t at) const {
  const auto found = phrasing_.at(s, at, [&](std::size_t end) { return is_word_end(s, end); });
  return found ? found->all.end : kNone;
}

std::size_t WordList::behind(std::string_view s, std::size_t at, std::string_view signs) const {
  std::size_t word = kNone;
  const auto precedes_word = [&](std::size_t end) {
    if (end < s.size() && signs.find(s[end]) != std::string_view::npos) ++end;
    word = behind_space(s, end);
    return word > end;
  };
  return phrasing_.at(s, at, precedes_word) ? word : kNone;
}

std::size_t WordList::find_end(std::string_view s) const {
  const auto found = phrasing_.find(s, 0, [&](std::size_t end) { return is_word_end(s, end); });
  return found ? found->all.end : kNone;
}

}  // namespace te::text
