// repeats.h: sentences that the candidate has said before. Evidence counts once in an interview, however often and in
// answer to whatever it is said.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/compiled.h"
#include "transcript_eval/interview.h"

namespace te::score {

class Repeats {
 public:
  explicit Repeats(const Interview& interview);
  /// Whether the sentence that begins at this token of the turn was said before, word for word.
  [[nodiscard]] bool contains(std::uint32_t turn, std::uint32_t first_token) const { return std::binary_search(sentences_.begin(), sentences_.end(), std::pair(turn, first_token)); }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sentences_;  ///< turn and first token, sorted
};

}  // namespace te::score
