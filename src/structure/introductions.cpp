#include "structure/introductions.h"

#include <string>

#include "text/utf8.h"
#include "text/word_list.h"

namespace te::structure {
namespace {

constexpr std::size_t kNone = text::WordList::kNone;

bool is_capital_at(std::string_view s, std::size_t at) { return at < s.size() && text::is_upper_code_point(text::code_point_at(s, at).value); }

/// Behind the letters from `at` on, and what else `belongs` to them.
template <typename Belongs>
std::size_t behind_letters(std::string_view s, std::size_t at, Belongs belongs) {
  while (at < s.size()) {
    const auto [value, size] = text::code_point_at(s, at);
    if (!text::is_letter_code_point(value) && !belongs(value)) break;
    at += size;
  }
  return at;
}

/// The words in capitals from `at` on, and "&" between them: "Contoso Bank", "Ann & Sons".
std::string_view capitalised_words(std::string_view s, std::size_t at) {
  std::size_t end = at;
  for (std::size_t word = at; word < s.size();) {
    const bool ampersand = word > at && s[word] == '&';
    if (!ampersand && !is_capital_at(s, word)) break;
    end = ampersand ? word + 1 : behind_letters(s, word, [](char32_t c) { return text::is_number_code_point(c) || c == '&' || c == '\'' || c == U'’' || c == '-'; });
    word = text::behind_space(s, end);
    if (word == end) break;
  }
  return s.substr(at, end - at);
}

/// What `name_at` finds behind the first of the places that `behind` tells for the begin of a word.
template <typename Behind, typename NameAt>
std::string_view first_name(std::string_view said, Behind behind, NameAt name_at) {
  const std::string lower = text::in_lower_case(std::string(said));
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const std::size_t at = text::is_word_begin(lower, i) ? behind(lower, i) : kNone;
    const std::string_view name = at == kNone ? std::string_view() : name_at(said, at);
    if (!name.empty()) return name;
  }
  return {};
}

}  // namespace

std::string_view company_of_position(std::string_view said) {
  static const text::WordList kPosition{"(position|role|job|opening|team|vacancy)"};
  static const text::WordList kHere{"here"};
  static const text::WordList kAt{"(at|with)"};
  const auto behind = [](std::string_view lower, std::size_t i) {
    const std::size_t position = kPosition.behind(lower, i);
    if (position == kNone) return kNone;
    const std::size_t here = kHere.behind(lower, position);
    return kAt.behind(lower, here == kNone ? position : here);
  };
  return first_name(said, behind, capitalised_words);
}

std::string_view company_welcomed_to(std::string_view said) {
  static const text::WordList kWelcome{"(welcome to|behalf of|interest in joining|interview (here |)at|interview with)"};
  return first_name(said, [](std::string_view lower, std::size_t i) { return kWelcome.behind(lower, i); }, capitalised_words);
}

std::string_view greeted_by_name(std::string_view said) {
  static const text::WordList kHello{"(hi|hello|hey|welcome|good (morning|afternoon|evening))"};
  const auto name_at = [](std::string_view s, std::size_t at) {
    if (!is_capital_at(s, at)) return std::string_view();
    const std::size_t second = at + text::code_point_at(s, at).size;
    const std::size_t end = behind_letters(s, second, [](char32_t) { return false; });
    const std::size_t sign = text::behind_space(s, end);
    const bool ends = sign < s.size() && std::string_view(".,!?").find(s[sign]) != std::string_view::npos;
    return end > second && ends ? s.substr(at, end - at) : std::string_view();
  };
  return first_name(said, [](std::string_view lower, std::size_t i) { return kHello.behind(lower, i, ","); }, name_at);
}

}  // namespace te::structure
