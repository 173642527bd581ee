// lazy_pattern.h: a regular expression that is compiled when it is first needed, by whichever thread comes first.
//
// Why: compiling takes longer than matching, and most patterns fit nothing in an interview.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <re2/re2.h>

namespace te::text {

class LazyPattern {
 public:
  /// `rewrite`: what is made of the pattern before it is compiled.
  using Rewrite = std::string (*)(std::string_view pattern);
  explicit LazyPattern(std::string pattern, Rewrite rewrite = nullptr) : pattern_(std::move(pattern)), rewrite_(rewrite) {}

  const RE2& compiled() const {
    std::call_once(once_, [&] { compiled_.emplace(rewrite_ == nullptr ? pattern_ : rewrite_(pattern_)); });
    return *compiled_;
  }

 private:
  std::string pattern_;
  Rewrite rewrite_;
  mutable std::once_flag once_;
  mutable std::optional<RE2> compiled_;
};

}  // namespace te::text
