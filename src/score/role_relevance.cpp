#include "score/role_relevance.h"

#include <algorithm>

namespace te::score {

RoleRelevance::RoleRelevance(const RuleBook& book, const std::string& position, const std::string& description) : book_(book) {
  known_ = !position.empty() || !description.empty();
  if (!known_) return;
  AnnotatedTurns job(book.compiled(), {});
  for (const std::string& part : {position, description}) {
    const Annotation a = job.annotate(part);
    for (const auto& token : a.text.tokens) {
      if (token.kind != text::TokenKind::kWord) continue;
      const auto stem = job.vocabulary().stem(token.word);
      // Words outside the rule book have ids of this text only; they cannot be compared with a question's.
      if (stem < book.compiled().vocabulary.size() && book.compiled().idf(stem) >= kTellingIdf) stems_.insert(stem);
    }
    for (const auto& match : a.concepts) {
      concepts_.insert(match.payload);
      areas_.insert(book.lexicon().concepts[match.payload].area);
    }
  }
}

double RoleRelevance::of_question(const Answer& answer) const {
  if (!known_) return 0.5;
  double sum = 0;
  double close = 0;
  for (const std::uint32_t index : answer.asked.concepts) {
    const Concept& c = book_.lexicon().concepts[index];
    const bool related = std::any_of(c.related.begin(), c.related.end(), [&](std::uint32_t r) { return concepts_.count(r) > 0; });
    sum += 2;
    close += concepts_.count(index) > 0 ? 2 : related ? 1.6 : areas_.count(c.area) > 0 ? 1.2 : 0;
  }
  for (const auto& [stem, weight] : answer.asked.terms) {
    sum += 0.5;
    close += stems_.count(stem) > 0 ? 0.5 : 0;
  }
  return sum > 0 ? std::min(1.0, close / sum) : 0.5;
}

}  // namespace te::score
