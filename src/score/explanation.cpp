// Words of the explanation of what was asked: the candidate says how it works, in whatever order and inflection.
#include <fmt/format.h>

#include "score/units.h"

namespace te::score {

void detect_explanation(const DetectorInput& in, std::vector<Unit>& out) {
  for (const AnswerSentence& s : in.answer.sentences) {
    if (s.eligibility <= 0 || s.explaining == 0) continue;
    out.push_back({in.rule_index, s.explaining * s.eligibility, s.turn, quote_span(in.answer, s, s.first_fresh, s.first_fresh + 1), fmt::format("{} explaining {}", s.explaining, s.explaining == 1 ? "word" : "words")});
  }
}

}  // namespace te::score
