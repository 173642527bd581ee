#include "report/findings.h"

#include <algorithm>

#include "report/words.h"
#include "rules/compiled.h"
#include "text/utf8.h"

namespace te::report {

std::string_view Material::kind_of(std::string_view name) const {
  for (const Concept& c : book.lexicon().concepts) {
    if (c.name == name) return c.kind;
  }
  return {};
}

std::string Material::in_sentence(const std::string& name) const {
  const auto is_proper = [&](std::string_view word) {
    const std::string_view kind = kind_of(word);
    return kind == "tool" || kind == "model" || kind == "language";
  };
  if (name.empty() || !text::is_ascii_upper(name[0])) return name;
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (text::is_ascii_upper(name[i]) || text::is_ascii_digit(name[i])) return name;
  }
  if (is_proper(name.substr(0, name.find(' ')))) return name;
  std::string out = name;
  out[0] = static_cast<char>(out[0] + 32);
  return out;
}

std::string Material::name_of(const ConceptUse& use) const { return in_sentence(concept_of(use).name); }

bool Material::is_subject(const ConceptUse& use) const {
  const Concept& c = concept_of(use);
  return c.kind != "skill" && !book.compiled().area_is_everywhere[book.compiled().area_of_concept[use.concept_index]];
}

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
    if (use.depth >= depth && m.is_subject(use)) uses.push_back(&use);
  }
  std::stable_sort(uses.begin(), uses.end(), [](const ConceptUse* a, const ConceptUse* b) { return a->depth != b->depth ? a->depth > b->depth : a->count > b->count; });
  std::vector<std::string> out;
  for (const ConceptUse* use : uses) {
    if (out.size() < limit) out.push_back(m.name_of(*use));
  }
  return out;
}

std::vector<std::string> aspects_with(const Material& m, const QuestionEvaluation& e, Coverage coverage, std::size_t limit) {
  const bool any_concept = std::any_of(e.aspects.begin(), e.aspects.end(), [](const Aspect& a) { return a.kind == AspectKind::kConcept; });
  std::vector<const Aspect*> found;
  for (const Aspect& a : e.aspects) {
    // That a plain word was not repeated is no gap.
    const bool plain = a.kind == AspectKind::kWord && (any_concept || coverage == Coverage::kMissed);
    if (a.coverage == coverage && !plain) found.push_back(&a);
  }
  std::stable_sort(found.begin(), found.end(), [](const Aspect* a, const Aspect* b) { return a->weight > b->weight; });
  std::vector<std::string> out;
  for (const Aspect* a : found) {
    if (out.size() >= limit) break;
    if (a->kind == AspectKind::kWord) out.push_back(quoted(a->text));
    else if (a->kind == AspectKind::kIntent) out.push_back(a->text);
    else out.push_back(m.in_sentence(a->text));
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
