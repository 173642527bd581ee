// Phrases that mark a sentence as reasoning, example, action or outcome: one unit per sentence.
#include "score/units.h"

namespace te::score {

void detect_phrases(const DetectorInput& in, std::vector<Unit>& out) {
  for (const AnswerSentence& s : in.answer.sentences) {
    if (s.eligibility <= 0) continue;
    const text::PhraseMatch* match = find_phrase(s, in.phrases);
    if (match == nullptr) continue;
    // The mark alone is no evidence: something new must stand beside it.
    const double substance = s.fresh.empty() ? 0.0 : s.fresh.size() == 1 ? 0.5 : 1.0;
    if (substance <= 0) continue;
    out.push_back({in.rule_index, substance * s.eligibility, s.turn, quote_span(in.answer, s, match->first, match->last), std::string(s.annotation->text.slice(match->first, match->last))});
  }
}

}  // namespace te::score
