// New information: telling words that neither the question nor the answer so far contained.
#include "score/units.h"

namespace te::score {

double new_information(const AnswerSentence& s, const CompiledRules& rules) {
  // A rare word tells more than a common one; both less than twice a typical one.
  double sum = 0;
  for (const auto stem : s.fresh) sum += std::min(1.5, rules.idf(stem) / 7.0);
  return sum * s.eligibility;
}

void detect_content(const DetectorInput& in, std::vector<Unit>& out) {
  for (const AnswerSentence& s : in.answer.sentences) {
    if (s.eligibility <= 0 || s.fresh.empty()) continue;
    out.push_back({in.rule_index, new_information(s, *in.answer.rules), s.turn, quote_span(in.answer, s, s.first_fresh, s.first_fresh + 1), std::to_string(s.fresh.size()) + (s.fresh.size() == 1 ? " new term" : " new terms")});
  }
}

}  // namespace te::score
