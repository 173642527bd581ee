#include "score/elsewhere.h"

namespace te::score {

SaidElsewhere::SaidElsewhere(const Interview& interview, const CompiledRules& rules) {
  const AnnotatedTurns& turns = *interview.annotated;
  for (const Question& q : interview.questions) {
    StemSet here;
    const auto collect = [&](std::uint32_t turn, Span within) {
      const Annotation& a = turns.turn(turn);
      const std::uint32_t base = interview.transcript.source->offset_of(interview.transcript.turns[turn].text);
      for (const text::Token& token : a.text.tokens) {
        if (token.kind != text::TokenKind::kWord || token.name || token.aside || base + token.begin < within.begin || base + token.begin >= within.end) continue;
        const auto stem = turns.vocabulary().stem(token.word);
        if (rules.idf(stem) >= kTellingIdf && !rules.is_generic(stem)) here.insert(stem);
      }
    };
    collect(q.turn, q.span);
    for (const std::uint32_t turn : q.answer_turns) collect(turn, {0, UINT32_MAX});
    for (const auto stem : here) ++questions_with_[stem];
    // A case that is told before the question is another place, too.
    here.clear();
    collect(q.turn, {0, q.span.begin});
    for (const auto stem : here) ++questions_with_[stem];
  }
}

double SaidElsewhere::share(const Answer& answer) const {
  double all = 0;
  double elsewhere = 0;
  StemSet seen;
  for (const AnswerSentence& s : answer.sentences) {
    if (s.eligibility <= 0) continue;
    for (const auto stem : s.fresh) {
      if (!seen.insert(stem)) continue;
      const double idf = answer.rules->idf(stem);
      all += idf;
      const auto found = questions_with_.find(stem);
      elsewhere += found != questions_with_.end() && found->second > 1 ? idf : 0;
    }
  }
  return all > 0 ? elsewhere / all : 0;
}

}  // namespace te::score
