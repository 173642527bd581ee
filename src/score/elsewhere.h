// elsewhere.h: what is said elsewhere in the interview. A candidate who answers in the own words, without the question's,
// still speaks of the same work as before; an answer to another interview's question does not.
#pragma once

#include "score/answer.h"

namespace te::score {

class SaidElsewhere {
 public:
  SaidElsewhere(const Interview& interview, const CompiledRules& rules);
  /// Share of the answer's telling words, its question's own excluded, that another question or its answer uses, or the
  /// interviewer in the words before the question, as far as it is more than any answer would share
  /// with so much talk by chance; 0..1.
  [[nodiscard]] double share(const Answer& answer) const;

 private:
  std::size_t words_ = 0;               ///< distinct telling words of each place, added up over the places
  std::vector<std::size_t> words_of_;   ///< the same, by question
  // A place is a question with its answer, or what is said before it.
  Marks said_;                      ///< stems that stand in any place
  Marks in_several_;                ///< stems that stand in more than one
};

}  // namespace te::score
