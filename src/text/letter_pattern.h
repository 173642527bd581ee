// letter_pattern.h: a regular expression over letters that is cheap where the letters are ASCII.
//
// Is:      one pattern in two variants, each compiled when it is first needed. RE2 makes an automaton of thousands of
//          byte ranges from \pL; with A-Za-z in its place the same pattern costs a twentieth, and start-up is short.
// Is not:  a different answer: both variants match the same texts among those that they are chosen for.
#pragma once

#include <string_view>

#include "text/lazy_pattern.h"

namespace te::text {

class LetterPattern {
 public:
  /// Letters are written \pL, upper-case ones \p{Lu}, digits \pN.
  explicit LetterPattern(std::string_view pattern);

  /// The variant that `text` is to be matched with.
  const RE2& on(std::string_view text) const;

 private:
  LazyPattern ascii_;
  LazyPattern unicode_;
};

}  // namespace te::text
