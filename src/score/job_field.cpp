#include "score/job_field.h"

#include <algorithm>

namespace te::score {

JobField::JobField(const RuleBook& book, const std::string& position, const std::string& description)
    : book_(book), named_(book.lexicon().concepts.size(), false), areas_(book.lexicon().areas.size(), false) {
  const CompiledRules& rules = book.compiled();
  AnnotatedTurns job(rules, {});
  const Annotation title = job.annotate(position);
  for (const JobRole& role : rules.roles) {
    const bool applies = std::any_of(title.phrases.begin(), title.phrases.end(), [&](const text::PhraseMatch& m) { return m.payload == role.titles; });
    if (!applies) continue;
    known_ = true;
    for (const auto area : role.areas) areas_[area] = true;
  }
  for (const std::string& part : {position, description}) {
    const Annotation a = job.annotate(part);
    for (const auto& token : a.text.tokens) {
      if (token.kind != text::TokenKind::kWord) continue;
      const auto stem = job.vocabulary().stem(token.word);
      // Words outside the rule book have ids of this text only; they cannot be compared with a question's.
      if (stem < rules.vocabulary.size() && rules.idf(stem) >= kTellingIdf && !rules.frames(stem)) stems_.insert(stem);
    }
    for (const auto& match : a.concepts) {
      named_[match.payload] = true;
      const auto area = rules.area_of_concept[match.payload];
      if (rules.area_is_everywhere[area]) continue;
      areas_[area] = true;
      known_ = true;
    }
  }
}

double JobField::closeness(std::uint32_t concept_index) const {
  if (!known_) return 0.5;
  if (named_[concept_index]) return 1.0;
  const auto& related = book_.lexicon().concepts[concept_index].related;
  if (std::any_of(related.begin(), related.end(), [&](std::uint32_t r) { return named_[r]; })) return 0.9;
  return areas_[book_.compiled().area_of_concept[concept_index]] ? 0.8 : 0.0;
}

double JobField::of_question(const Answer& answer) const {
  if (!known_) return 0.5;
  double sum = 0;
  double close = 0;
  for (const std::uint32_t index : answer.asked.concepts) {
    if (book_.compiled().area_is_everywhere[book_.compiled().area_of_concept[index]]) continue;
    sum += 2;
    close += 2 * closeness(index);
  }
  for (const auto& [stem, weight] : answer.asked.terms) {
    sum += 0.4;
    close += stems_.count(stem) > 0 ? 0.4 : 0;
  }
  return sum > 0 ? std::min(1.0, close / sum) : 0.5;
}

}  // namespace te::score
