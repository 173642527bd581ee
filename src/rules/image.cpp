#include "rules/image.h"

#include "rules/compiled.h"
#include "rules/compiled_bank.h"

// A structured binding does not compile when it names too few members or too many: nothing can be forgotten here.
namespace te {

template <typename A>
static void describe(A& archive, Concept& c) {
  auto& [id, name, kind, area, level, gist, aliases, context, related] = c;
  archive(id, name, kind, area, level, gist, aliases, context, related);
}

template <typename A>
static void describe(A& archive, Area& a) {
  auto& [id, name, study] = a;
  archive(id, name, study);
}

template <typename A>
static void describe(A& archive, Fact& f) {
  auto& [id, about, correction, hit, miss] = f;
  archive(id, about, correction, hit, miss);
}

template <typename A>
static void describe(A& archive, Lexicon& l) {
  auto& [areas, concepts, facts, practice_by_criterion, sha256, texts] = l;
  archive(areas, concepts, facts, practice_by_criterion, sha256, texts);
}

template <typename A>
static void describe(A& archive, Criterion& c) {
  auto& [name, title, why, anchors] = c;
  archive(name, title, why, anchors);
}

template <typename A>
static void describe(A& archive, Rule& r) {
  auto& [id, criterion, kind, phrases, value, limit, label, why, hit, miss] = r;
  archive(id, criterion, kind, phrases, value, limit, label, why, hit, miss);
}

template <typename A>
static void describe(A& archive, Gate& g) {
  auto& [id, kind, at_most, threshold, open_at, flag, why] = g;
  archive(id, kind, at_most, threshold, open_at, flag, why);
}

template <typename A>
static void describe(A& archive, BankScoring& b) {
  auto& [criterion, weight, weight_built_in, match_at_least, match_certain_at, match_least_share, frame_weight, same_concept, related_concept, synonym, spelling, part, letters,
         opposite, rarity_floor, rarity_power, asked_in_coverage, asked_in_precision, length_scale, length_cap, base, coverage, precision, order, key_points_share, key_points_full,
         covered_at, partly_at, misconception, misconception_at, misconception_share, trusted_at, ordered_at, foreign_words] = b;
  archive(criterion, weight, weight_built_in, match_at_least, match_certain_at, match_least_share, frame_weight, same_concept, related_concept, synonym, spelling, part, letters,
          opposite, rarity_floor, rarity_power, asked_in_coverage, asked_in_precision, length_scale, length_cap, base, coverage, precision, order, key_points_share, key_points_full,
          covered_at, partly_at, misconception, misconception_at, misconception_share, trusted_at, ordered_at, foreign_words);
}

template <typename A>
static void describe(A& archive, RelevanceScoring& r) {
  auto& [weights, half_at, fit, fit_base] = r;
  archive(weights, half_at, fit, fit_base);
}

template <typename A>
static void describe(A& archive, Rubric& r) {
  auto& [name, sha256, criteria, rules, gates, weights, scales, full_question_words, least_demand, brief_demand, full_marks_at, follow_up_weight, relevance, fit_floor, fit_full, proceed_at_least,
         reservations_at_least, critical_below, critical_blocks_proceed, bank, insufficient_words, profiles] = r;
  archive(name, sha256, criteria, rules, gates, weights, scales, full_question_words, least_demand, brief_demand, full_marks_at, follow_up_weight, relevance, fit_floor, fit_full, proceed_at_least,
          reservations_at_least, critical_below, critical_blocks_proceed, bank, insufficient_words, profiles);
}

template <typename A>
static void describe(A& archive, BankQuestion& q) {
  auto& [id, text, type, area, level, reference_answers, key_points, misconceptions] = q;
  archive(id, text, type, area, level, reference_answers, key_points, misconceptions);
}

template <typename A>
static void describe(A& archive, Bank& b) {
  auto& [name, sha256, given, questions, texts] = b;
  archive(name, sha256, given, questions, texts);
}

template <typename A>
static void describe(A& archive, Intent& i) {
  auto& [id, label, asked, answered_by] = i;
  archive(id, label, asked, answered_by);
}

template <typename A>
static void describe(A& archive, JobRole& r) {
  auto& [id, titles, areas] = r;
  archive(id, titles, areas);
}

template <typename A>
static void describe(A& archive, JobWords& j) {
  auto& [cues] = j;
  archive(cues);
}

template <typename A>
static void describe(A& archive, FactBook& b) {
  auto& [marks, wording, names, said, openings, facts, by_concept, by_name] = b;
  archive(marks, wording, names, said, openings, facts, by_concept, by_name);
}

template <typename T>
T Records<T>::in_image(std::size_t i) const {
  T record;
  rules::ImageReader(first_ + begins_[i]).one(record);
  return record;
}
template class Records<Area>;
template class Records<Concept>;
template class Records<Fact>;
template class Records<BankQuestion>;

namespace rules {
namespace {

/// In the order in which the parts refer to each other.
template <typename A>
void describe_book(A& archive, Rubric& rubric, Lexicon& lexicon, std::vector<Bank>& banks, CompiledRules& compiled) {
  archive(rubric, lexicon, banks, compiled);
}

}  // namespace

std::string write_image(const RuleBook& book) {
  ImageWriter writer;
  // The descriptions serve both directions; the writer changes nothing.
  describe_book(writer, const_cast<Rubric&>(book.rubric()), const_cast<Lexicon&>(book.lexicon()), const_cast<std::vector<Bank>&>(book.banks()), const_cast<CompiledRules&>(book.compiled()));
  return writer.take();
}

RuleBookPtr read_image(std::string_view image) {
  Rubric rubric;
  Lexicon lexicon;
  std::vector<Bank> banks;
  auto compiled = std::make_unique<CompiledRules>();
  ImageReader reader(image);
  describe_book(reader, rubric, lexicon, banks, *compiled);
  return std::make_shared<const RuleBook>(std::move(rubric), std::move(lexicon), std::move(banks), std::move(compiled));
}

}  // namespace rules
}  // namespace te
