// lazy_pattern.h: a regular expression that is compiled when it is first needed, by whichever thread comes first.
//
// Why: compiling takes longer than matching, and most patterns fit nothing in an interview.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include <re2/re2.h>

namespace te::text {

class LazyPattern {
 public:
  explicit LazyPattern(std::string pattern) : pattern_(std::move(pattern)) {}

  const RE2& compiled() const {
    std::call_once(once_, [&] { compiled_.emplace(pattern_); });
    return *compiled_;
  }

 private:
  std::string pattern_;
  mutable std::once_flag once_;
  mutable std::optional<RE2> compiled_;
};

}  // namespace te::text
