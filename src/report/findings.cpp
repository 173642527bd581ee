#include "report/findings.h"

#include <algorithm>

#include "text/utf8.h"

namespace te::report {

std::string Material::area_name(const std::string& id) const {
  for (const Area& area : book.lexicon().areas) {
    if (area.id == id) return area.name;
  }
  return id;
}

Evidence Material::evidence(const LedgerEntry& entry) const { return {entry.turn, entry.line, text::single_line(entry.quote)}; }

Evidence Material::evidence(const ConceptUse& use) const {
  const SourceText& source = *interview.transcript.source;
  return {use.turn, source.line_at(use.span.begin), text::single_line(source.slice(use.span))};
}

std::vector<std::string> concept_names(const Material& m, const QuestionEvaluation& e, Depth depth, std::size_t limit) {
  std::vector<const ConceptUse*> uses;
  for (const ConceptUse& use : e.concepts) {
    if (use.depth >= depth) uses.push_back(&use);
  }
  std::stable_sort(uses.begin(), uses.end(), [](const ConceptUse* a, const ConceptUse* b) { return a->depth != b->depth ? a->depth > b->depth : a->count > b->count; });
  std::vector<std::string> out;
  for (const ConceptUse* use : uses) {
    if (out.size() < limit) out.push_back(m.concept_of(*use).name);
  }
  return out;
}

std::vector<std::string> aspects_with(const QuestionEvaluation& e, Coverage coverage, std::size_t limit) {
  std::vector<const Aspect*> found;
  for (const Aspect& a : e.aspects) {
    if (a.coverage == coverage) found.push_back(&a);
  }
  std::stable_sort(found.begin(), found.end(), [](const Aspect* a, const Aspect* b) { return a->weight > b->weight; });
  std::vector<std::string> out;
  for (const Aspect* a : found) {
    if (out.size() < limit) out.push_back(a->text);
  }
  return out;
}

std::vector<const LedgerEntry*> entries_of(const QuestionEvaluation& e, std::string_view rule) {
  std::vector<const LedgerEntry*> out;
  for (const LedgerEntry& entry : e.ledger) {
    if (entry.rule == rule && entry.points > Points()) out.push_back(&entry);
  }
  return out;
}

const LedgerEntry* best_entry(const QuestionEvaluation& e, const std::vector<std::string_view>& rules) {
  const LedgerEntry* best = nullptr;
  for (const LedgerEntry& entry : e.ledger) {
    const bool wanted = std::find(rules.begin(), rules.end(), entry.rule) != rules.end();
    if (wanted && entry.points > Points() && (best == nullptr || entry.points > best->points)) best = &entry;
  }
  return best;
}

const LedgerEntry* closed_gate(const QuestionEvaluation& e) {
  const LedgerEntry* lowest = nullptr;
  for (const LedgerEntry& entry : e.ledger) {
    if (entry.rule.compare(0, 5, "gate.") == 0 && (lowest == nullptr || entry.points < lowest->points)) lowest = &entry;
  }
  return lowest;
}

}  // namespace te::report
