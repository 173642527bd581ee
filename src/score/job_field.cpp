#include "score/job_field.h"

#include <algorithm>

namespace te::score {
namespace {

constexpr double kMostCentral = 0.95;
constexpr double kLeastCentral = 0.05;
/// Of every concept to a job of which no position says what it is.
constexpr double kFieldUnknown = 0.6;

/// A role names its areas from the most to the least central one.
double centrality_at(std::size_t rank, std::size_t areas) {
  constexpr std::size_t kFew = 6;  // the last one of a few is not as far from the job as the last one of many
  return kMostCentral - (kMostCentral - kLeastCentral) * static_cast<double>(rank) / static_cast<double>(std::max(kFew, areas));
}

}  // namespace

JobField::JobField(const RuleBook& book, const std::string& position, const std::string& description)
    : book_(book), named_(book.lexicon().concepts.size(), false), areas_(book.lexicon().areas.size(), 0) {
  const CompiledRules& rules = book.compiled();
  AnnotatedTurns job(rules, {});
  const Annotation title = job.annotate(position);
  for (const JobRole& role : rules.roles) {
    const bool applies = std::any_of(title.phrases.begin(), title.phrases.end(), [&](const text::PhraseMatch& m) { return m.payload == role.titles; });
    if (!applies) continue;
    named_by_position_ = true;
    for (std::size_t i = 0; i < role.areas.size(); ++i) areas_[role.areas[i]] = std::max(areas_[role.areas[i]], centrality_at(i, role.areas.size()));
  }
  for (const std::string* part : {&position, &description}) {
    const Annotation a = job.annotate(*part);
    for (const auto& token : a.text.tokens) {
      if (token.kind != text::TokenKind::kWord) continue;
      const auto stem = token.stem;
      // Words outside the rule book have ids of this text only; they cannot be compared with a question's.
      if (stem < rules.vocabulary.size() && rules.idf(stem) >= kTellingIdf && !rules.frames(stem)) stems_.insert(stem);
    }
    for (const auto& match : a.concepts) {
      named_[match.payload] = true;
      const auto area = rules.area_of_concept[match.payload];
      if (rules.area_is_everywhere[area]) continue;
      areas_[area] = std::max(areas_[area], kMostCentral);
      known_ = true;
      named_by_position_ = named_by_position_ || part == &position;
    }
  }
  known_ = known_ || named_by_position_;
}

double JobField::closeness(std::uint32_t concept_index) const {
  if (!known_) return 0.5;
  return of_concept(concept_index, areas_[book_.compiled().area_of_concept[concept_index]] > 0 ? 0.8 : 0.0);
}

double JobField::centrality(std::uint32_t concept_index) const {
  const double to_area = areas_[book_.compiled().area_of_concept[concept_index]];
  return of_concept(concept_index, named_by_position_ ? to_area : std::max(kFieldUnknown, to_area));
}

double JobField::of_concept(std::uint32_t concept_index, double in_area) const {
  if (named_[concept_index]) return 1.0;
  const auto& related = book_.lexicon().concepts[concept_index].related;
  const bool close = std::any_of(related.begin(), related.end(), [&](std::uint32_t r) { return named_[r]; });
  return close ? std::max(0.9, in_area) : in_area;
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
    close += stems_.contains(stem) ? 0.4 : 0;
  }
  return sum > 0 ? std::min(1.0, close / sum) : 0.5;
}

}  // namespace te::score
