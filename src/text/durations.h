// durations.h: lengths of time in text: "3+ years", "three to five years", "18 months".
//
// Is:      a number or two with a unit of months or years, as written.
// Is not:  a judgement whose time it is. "Founded 20 years ago" is a duration here.
// Units:   years; a month is a twelfth.
#pragma once

#include <optional>
#include <vector>

#include "text/tokens.h"

namespace te::text {

struct Duration {
  std::uint32_t first = 0;          ///< tokens [first, last), the unit included
  std::uint32_t last = 0;
  double years = 0;                 ///< the lower figure
  std::optional<double> at_most;    ///< the upper one of "three to five"
};

/// All of them, in text order. Longer times than a life of work are left out.
std::vector<Duration> find_durations(const TokenizedText& text, const Vocabulary& vocabulary);

}  // namespace te::text
