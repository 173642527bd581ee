// word_list.h: phrases that are looked for at a place of a text, in lower case.
//
// Why:     titles are cut out of questions with many short lists of words. As regular expressions they would take longer to
//          compile than an interview takes to be evaluated.
// Is not:  the lexicon's phrases, which are found in tokens: here bytes are cut.
#pragma once

#include <initializer_list>
#include <string_view>

#include "text/phrasing.h"

namespace te::text {

class WordList {
 public:
  static constexpr std::size_t kNone = std::string_view::npos;

  /// Each is a phrasing; where several fit, the first counts.
  WordList(std::initializer_list<std::string_view> phrases);

  /// Behind the first phrase of the list that stands at `at` and ends there as a word; kNone when there is none.
  [[nodiscard]] std::size_t end_at(std::string_view s, std::size_t at) const;
  /// Behind the first phrase at `at` that one of the signs, if any, and at least one blank follow: behind these.
  [[nodiscard]] std::size_t behind(std::string_view s, std::size_t at, std::string_view signs = {}) const;
  /// Behind the first place where a phrase stands as words; kNone when there is none.
  [[nodiscard]] std::size_t find_end(std::string_view s) const;
  [[nodiscard]] bool is_in(std::string_view s) const { return find_end(s) != kNone; }
  [[nodiscard]] bool is(std::string_view s) const { return end_at(s, 0) == s.size(); }

 private:
  Phrasing phrasing_;
};

}  // namespace te::text
