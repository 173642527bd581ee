// letter_pattern.h: a regular expression over letters that is cheap where the letters are ASCII.
//
// Is:      one pattern in two variants, each compiled when it is first needed. RE2 makes an automaton of thousands of
//          byte ranges from \pL; with A-Za-z in its place the same pattern costs a twentieth, and start-up is short.
// Is not:  a different answer: both variants match the same texts among those that they are chosen for.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <re2/re2.h>

namespace te::text {

class LetterPattern {
 public:
  /// Letters are written \pL, upper-case ones \p{Lu}, digits \pN.
  explicit LetterPattern(std::string_view pattern) : pattern_(pattern) {}

  /// The variant that `text` is to be matched with.
  const RE2& on(std::string_view text) const;

 private:
  struct Variant {
    std::once_flag once;
    std::optional<RE2> compiled;
  };
  const RE2& compiled(Variant& variant, const std::string& pattern) const;

  std::string pattern_;
  mutable Variant ascii_;
  mutable Variant unicode_;
};

}  // namespace te::text
