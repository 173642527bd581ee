// Rules that nothing can reach, or that can earn nothing.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "check/check.h"
#include "text/phrases.h"

namespace te::check {
namespace {

/// Whether some phrase of the category can count in a sentence: one that speaks to an evaluator makes its sentence void.
bool reachable(const Material& m, const rules::JsonValue& category) {
  const CompiledRules& rules = m.book->compiled();
  const CategoryId voids = rules.category("injection");
  for (const auto& phrase : member(category, "phrases").items) {
    for (const std::string& plain : text::expand_alternatives(phrase.text)) {
      text::Vocabulary vocabulary(&rules.vocabulary);
      const Annotation a = annotate(rules, vocabulary, plain);
      if (std::none_of(a.phrases.begin(), a.phrases.end(), [&](const auto& match) { return match.payload == voids; })) return true;
    }
  }
  return false;
}

const rules::JsonValue* category_of(const Material& m, const std::string& id) {
  for (const Document* d : m.below("lexicon/phrases/")) {
    for (const auto& category : member(d->root, "categories").items) {
      if (member(category, "id").text == id) return &category;
    }
  }
  return nullptr;
}

}  // namespace

void check_rubric(const Material& m, const Document& d) {
  const Rubric& rubric = m.book->rubric();
  std::map<std::string, std::string> same;  // criterion, kind and phrases to the rule that has them
  const auto& rows = member(d.root, "rules").items;
  for (std::size_t i = 0; i < std::min(rows.size(), rubric.rules.size()); ++i) {
    const Rule& rule = rubric.rules[i];
    const std::uint32_t line = rows[i].line;
    if (rule.value == 0 || rule.limit <= 0) m.warn(d.path, line, fmt::format("the rule \"{}\" can neither give nor take a point", rule.id), "its \"value\" and \"limit\" must not be 0");
    const std::size_t criterion = rubric.criterion_index(rule.criterion);
    const bool weighed = std::any_of(rubric.weights.begin(), rubric.weights.end(), [&](const auto& row) { return criterion < row.size() && row[criterion] > 0; });
    if (!weighed) m.warn(d.path, line, fmt::format("the rule \"{}\" belongs to the criterion \"{}\", which has no weight in any type of question", rule.id, rule.criterion));
    const auto [it, fresh] = same.emplace(fmt::format("{} {} {}", rule.criterion, rule.kind, rule.phrases), rule.id);
    if (!fresh) m.warn(d.path, line, fmt::format("the rule \"{}\" finds what \"{}\" finds", rule.id, it->second), "leave one out");
    if (rule.phrases.empty()) continue;
    const rules::JsonValue* category = category_of(m, rule.phrases);
    if (category == nullptr) continue;  // a category of intents or roles
    if (member(*category, "phrases").items.empty()) m.error(d.path, line, fmt::format("the rule \"{}\" can find nothing: its phrase category \"{}\" is empty", rule.id, rule.phrases));
    else if (!reachable(m, *category)) m.error(d.path, line, fmt::format("the rule \"{}\" can find nothing: each phrase of \"{}\" holds one of \"injection\", which makes its sentence void", rule.id, rule.phrases));
  }
}

}  // namespace te::check
