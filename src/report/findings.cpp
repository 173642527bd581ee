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
  // "R-squared", "Q-learning"
  if (name.size() < 2 || name[1] < 'a' || name[1] > 'z') return name;
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (text::is_ascii_upper(name[i]) || text::is_ascii_digit(name[i])) return name;
  }
  if (is_proper(name.substr(0, name.find(' ')))) return name;
  std::string out = name;
  out[0] = static_cast<char>(out[0] + 32);
  return out;
}

std::string Material::in_running_text(const std::string& title) const {
  const auto end = std::min(title.find_first_of(" -/"), title.size());
  const std::string first = in_sentence(title.substr(0, end));
  // "Python list" is a name as a whole, and so is a concept that begins with one.
  const bool pair = end < title.size() && kind_of(title.substr(0, end)) == "language";
  return pair ? title : first + title.substr(end);
}

std::string Material::name_of(const ConceptUse& use) const { return in_sentence(concept_of(use).name); }

bool Material::is_subject(std::uint32_t concept_index) const {
  return book.lexicon().concepts[concept_index].kind != "skill" && !book.compiled().area_is_everywhere[book.compiled().area_of_concept[concept_index]];
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

namespace {

/// True when a word of the aspect stands in the answer in some form: then it is not left out, however little is made of it.
bool is_said(const Material& m, const QuestionEvaluation& e, const Aspect& aspect) {
  constexpr std::size_t kStem = 5;
  if (!aspect.quote.empty()) return true;
  const std::string wanted = text::folded(aspect.text);
  const auto index = static_cast<std::size_t>(&e - m.evaluation.questions.data());
  for (const auto turn : m.interview.questions[index].answer_turns) {
    const std::string said = text::folded(m.interview.transcript.turns[turn].text);
    for (std::size_t at = 0; at < wanted.size();) {
      const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
      if (end - at >= kStem && said.find(wanted.substr(at, std::max(kStem, (end - at) * 2 / 3))) != std::string::npos) return true;
      at = end + 1;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> aspects_with(const Material& m, const QuestionEvaluation& e, Coverage coverage, std::size_t limit) {
  std::vector<const Aspect*> found;
  for (const Aspect& a : e.aspects) {
    // That a plain word was repeated is no merit, that it was not no gap.
    if (a.coverage == coverage && a.kind != AspectKind::kWord) found.push_back(&a);
  }
  std::stable_sort(found.begin(), found.end(), [](const Aspect* a, const Aspect* b) { return a->weight > b->weight; });
  std::vector<std::string> out;
  for (const Aspect* a : found) {
    if (out.size() >= limit) break;
    // The language of the position is the setting of a question rather than a part of it.
    if (coverage == Coverage::kMissed && a->kind == AspectKind::kConcept && (m.kind_of(a->text) == "language" || is_said(m, e, *a))) continue;
    out.push_back(a->kind == AspectKind::kConcept ? m.in_sentence(a->text) : a->text);
  }
  return out;
}

QuestionType type_of(const Material& m, const Question& q) { return q.type == QuestionType::kFollowUp ? m.interview.threads[q.thread - 1].type : q.type; }

std::string_view want_name(Want want) {
  switch (want) {
    case Want::kOwnPart: return "the candidate's own part";
    case Want::kExample: return "a concrete example";
    case Want::kOutcome: return "an outcome or a figure";
    case Want::kReason: return "a reason or mechanism";
    case Want::kLimit: return "a limit or an alternative";
    case Want::kCheck: return "how the result was checked";
    case Want::kFigure: return "a figure or an outcome to check";
  }
  return {};
}

std::vector<Want> wants(const Material& m, std::size_t question) {
  const QuestionEvaluation& e = m.evaluation.questions[question];
  const QuestionType type = type_of(m, m.interview.questions[question]);
  const auto none = [&](std::initializer_list<std::string_view> rules) {
    return std::all_of(rules.begin(), rules.end(), [&](std::string_view rule) { return entries_of(e, rule).empty(); });
  };
  const bool own_work = type == QuestionType::kProject || type == QuestionType::kBehavioral;
  const bool asks_own_part = type == QuestionType::kProject || std::any_of(e.aspects.begin(), e.aspects.end(), [](const Aspect& a) { return a.kind == AspectKind::kIntent && a.text == want_name(Want::kOwnPart); });
  std::vector<Want> out;
  if (own_work && asks_own_part && none({"evidence.own-action"})) out.push_back(Want::kOwnPart);
  else if (none({"evidence.example", "evidence.own-action", "evidence.team-action"})) out.push_back(Want::kExample);
  if (own_work && none({"evidence.outcome", "evidence.figure"})) out.push_back(Want::kOutcome);
  if (none({"reasoning.cause", "reasoning.tradeoff", "reasoning.contrast"})) out.push_back(Want::kReason);
  else if (none({"reasoning.tradeoff", "reasoning.contrast"})) out.push_back(Want::kLimit);
  if (own_work && out.empty() && none({"evidence.check"})) out.push_back(Want::kCheck);
  if (!own_work && out.empty() && none({"evidence.figure", "evidence.outcome"})) out.push_back(Want::kFigure);
  constexpr std::size_t kMost = 2;
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

std::vector<std::string> lacking(const Material& m, std::size_t question) {
  const auto missed = aspects_with(m, m.evaluation.questions[question], Coverage::kMissed, SIZE_MAX);
  const auto is_missed = [&](std::string_view aspect) { return std::find(missed.begin(), missed.end(), aspect) != missed.end(); };
  std::vector<std::string> out;
  for (const Want want : wants(m, question)) {
    const bool said = (want == Want::kOwnPart && is_missed(want_name(want))) || (want == Want::kExample && is_missed("an example")) || (want == Want::kReason && is_missed("the reason")) || (want == Want::kOutcome && is_missed("the outcome"));
    if (!said) out.emplace_back(want_name(want));
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

std::vector<FoundEntry> all_entries(const Material& m, std::string_view rule, double answer_at_least) {
  std::vector<FoundEntry> out;
  for (std::size_t i = 0; i < m.evaluation.questions.size(); ++i) {
    const QuestionEvaluation& e = m.evaluation.questions[i];
    if (e.state != State::kScored || e.score_raw.value() < answer_at_least) continue;
    for (const LedgerEntry* entry : entries_of(e, rule)) out.push_back({i, entry});
  }
  std::stable_sort(out.begin(), out.end(), [](const FoundEntry& a, const FoundEntry& b) { return a.entry->points > b.entry->points; });
  return out;
}

std::string question_ids(const Material& m, std::vector<std::size_t> questions) {
  std::sort(questions.begin(), questions.end());
  questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
  std::vector<std::string> ids;
  for (const auto q : questions) ids.push_back(m.interview.questions[q].id);
  return joined(ids);
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
