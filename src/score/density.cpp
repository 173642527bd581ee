// How often something occurs per 100 words, as one unit: hedges, fillers, admissions of not knowing.
#include <algorithm>

#include <fmt/format.h>

#include "score/units.h"

namespace te::score {

void detect_density(const DetectorInput& in, std::vector<Unit>& out) {
  std::uint32_t count = 0;
  std::uint32_t words = 0;  // of sentences that count: more doubt may not thin out the doubt
  Unit unit;
  for (const AnswerSentence& s : in.answer.sentences) {
    if (s.injected) continue;
    words += s.eligibility > 0 ? s.words : 0;
    for (const auto& match : s.phrases) {
      if (match.payload != in.phrases) continue;
      if (count++ == 0) {
        unit.turn = s.turn;
        unit.span = quote_span(in.answer, s, match.first, match.last);
      }
    }
  }
  if (count == 0 || in.answer.words == 0) return;
  // Few words make rates jump: an answer counts as one of at least 40 words.
  unit.rule = in.rule_index;
  unit.strength = 100.0 * count / std::max<std::uint32_t>(words, 40);
  unit.detail = fmt::format("{} in {} words", count, in.answer.words);
  out.push_back(std::move(unit));
}

}  // namespace te::score
