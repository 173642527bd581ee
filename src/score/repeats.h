// repeats.h: sentences that the candidate has said before. Evidence counts once in an interview, however often and in
// answer to whatever it is said.
#pragma once

#include <set>
#include <utility>

#include "rules/compiled.h"
#include "transcript_eval/interview.h"

namespace te::score {

class Repeats {
 public:
  explicit Repeats(const Interview& interview);
  /// Whether the sentence that begins at this token of the turn was said before, word for word.
  [[nodiscard]] bool contains(std::uint32_t turn, std::uint32_t first_token) const { return sentences_.count({turn, first_token}) > 0; }

 private:
  std::set<std::pair<std::uint32_t, std::uint32_t>> sentences_;
};

}  // namespace te::score
