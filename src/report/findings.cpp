#include "report/findings.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "report/words.h"
#include "rules/compiled.h"
#include "text/utf8.h"

namespace te::report {

std::string_view Material::kind_of(std::string_view name) const {
  for (const auto& [word, index] : book.compiled().called(name)) {
    const Concept c = book.lexicon().concepts[index];
    if (c.name == name) return c.kind;
  }
  return {};
}

std::string Material::in_sentence(std::string_view name) const {
  const auto is_proper = [&](std::string_view word) {
    const std::string_view kind = kind_of(word);
    return kind == "tool" || kind == "model" || kind == "language";
  };
  std::string out(name);
  if (name.empty() || !text::is_ascii_upper(name[0])) return out;
  // "R-squared", "Q-learning"
  if (name.size() < 2 || name[1] < 'a' || name[1] > 'z') return out;
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (text::is_ascii_upper(name[i]) || text::is_ascii_digit(name[i])) return out;
  }
  if (is_proper(name.substr(0, name.find(' ')))) return out;
  out[0] = static_cast<char>(out[0] + 32);
  return out;
}

std::string Material::in_running_text(const std::string& title) const {
  // "Amazon Web Services" is a name as a whole.
  const auto second = title.find(' ');
  if (second != std::string::npos && second + 2 < title.size() && text::is_ascii_upper(title[second + 1]) && !text::is_ascii_upper(title[second + 2])) return title;
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

std::string Material::area_name(std::string_view id) const {
  for (const Area& area : book.lexicon().areas) {
    if (area.id == id) return std::string(area.name);
  }
  return std::string(id);
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

QuestionType type_of(const Material& m, const Question& q) { return q.type == QuestionType::kFollowUp ? m.interview.threads[q.thread - 1].type : q.type; }

bool earned_by(const LedgerEntry& entry, std::span<const std::string_view> rules) {
  return entry.points > Points() && std::find(rules.begin(), rules.end(), entry.rule) != rules.end();
}

bool has_entry(const QuestionEvaluation& e, std::string_view rule) {
  return std::any_of(e.ledger.begin(), e.ledger.end(), [&](const LedgerEntry& entry) { return earned_by(entry, rule); });
}

std::vector<FoundEntry> all_entries(const Material& m, std::string_view rule, double answer_at_least) {
  std::vector<FoundEntry> out;
  for (std::size_t i = 0; i < m.evaluation.questions.size(); ++i) {
    const QuestionEvaluation& e = m.evaluation.questions[i];
    if (e.state != State::kScored || e.score_raw.value() < answer_at_least) continue;
    for (const LedgerEntry& entry : e.ledger) {
      if (earned_by(entry, rule)) out.push_back({i, &entry});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const FoundEntry& a, const FoundEntry& b) { return a.entry->points > b.entry->points; });
  return out;
}

std::string in_topics(const Material& m, const Report& report, const std::vector<std::size_t>& questions) {
  constexpr std::size_t kNamed = 2;
  std::set<std::size_t> threads;
  for (const auto q : questions) threads.insert(m.interview.questions[q].thread - 1);
  if (threads.size() > kNamed) {
    const auto all = static_cast<std::size_t>(std::count_if(m.evaluation.threads.begin(), m.evaluation.threads.end(), [](const ThreadEvaluation& t) { return t.state == State::kScored; }));
    return threads.size() >= all ? fmt::format("in all {} topics", number_word(all)) : fmt::format("in {} of {} topics", number_word(threads.size()), number_word(all));
  }
  std::vector<std::string> titles;
  for (const auto t : threads) titles.push_back(fmt::format("'{}'", report.thread_titles[t]));
  return "in " + joined(titles);
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

bool hardly_counted(const QuestionEvaluation& e) { return e.has_flag("off_topic") && closed_gate(e) == nullptr; }

std::string shown_below(Points score, double limit, int decimals) {
  while (decimals < 3 && score.value() < limit && std::stod(score.to_string(decimals)) >= limit) ++decimals;
  return score.to_string(decimals);
}

}  // namespace te::report
