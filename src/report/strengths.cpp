// Strengths of the whole interview, by theme: fields of knowledge first, then ways of working and arguing.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/passages.h"
#include "report/words.h"

namespace te::report {
namespace {

/// Evidence from poor answers is no strength.
constexpr double kGoodAnswer = 3.0;
constexpr double kUsableAnswer = 2.5;
constexpr std::size_t kQuotes = 2;

/// A concept's best use over the whole interview.
struct Known {
  const ConceptUse* use = nullptr;
  std::uint32_t count = 0;
  std::vector<std::size_t> questions;
};

struct Field {
  std::string area;
  std::vector<Known> known;  ///< explained or applied, deepest first
  double weight = 0;
};

/// The areas of what is explained or applied in good answers, strongest first.
std::vector<Field> fields(const Material& m) {
  std::map<std::uint32_t, Known> concepts;
  for (std::size_t i = 0; i < m.evaluation.questions.size(); ++i) {
    const QuestionEvaluation& e = m.evaluation.questions[i];
    if (e.state != State::kScored || e.score_raw.value() < kGoodAnswer) continue;
    for (const ConceptUse& use : e.concepts) {
      if (!m.is_subject(use) || use.depth == Depth::kMentioned) continue;
      Known& known = concepts[use.concept_index];
      known.count += use.count;
      known.questions.push_back(i);
      if (known.use == nullptr || use.depth > known.use->depth) known.use = &use;
    }
  }
  std::map<std::string_view, Field> by_area;
  for (auto& [index, known] : concepts) {
    Field& f = by_area[m.book.lexicon().concepts[index].area];
    f.area = m.book.lexicon().concepts[index].area;
    f.weight += known.use->depth == Depth::kApplied ? 1.3 : 1.0;
    f.known.push_back(std::move(known));
  }
  std::vector<Field> out;
  for (auto& [name, f] : by_area) {
    std::stable_sort(f.known.begin(), f.known.end(), [](const Known& a, const Known& b) { return a.use->depth != b.use->depth ? a.use->depth > b.use->depth : a.count > b.count; });
    out.push_back(std::move(f));
  }
  std::stable_sort(out.begin(), out.end(), [](const Field& a, const Field& b) { return a.weight > b.weight; });
  return out;
}

/// "We used a queue, though I don't recall its name" proves a gap as well.
bool admits_a_gap(const Material& m, const Evidence& evidence) {
  const auto same = [&](const LedgerEntry& entry) { return entry.rule == "knowledge.not-knowing" && entry.turn == evidence.turn && passage(m, entry.turn, entry.span).quote == evidence.quote; };
  return std::any_of(m.evaluation.questions.begin(), m.evaluation.questions.end(), [&](const QuestionEvaluation& e) { return std::any_of(e.ledger.begin(), e.ledger.end(), same); });
}

/// At most two quotes, and none twice in the whole list of strengths.
void add_evidence(const Material& m, const Report& report, ReportItem& item, Evidence evidence) {
  if (item.evidence.size() >= kQuotes) return;
  const auto same = [&](const Evidence& e) { return e.quote == evidence.quote; };
  bool known = std::any_of(item.evidence.begin(), item.evidence.end(), same);
  for (const ReportItem& other : report.strengths) known = known || std::any_of(other.evidence.begin(), other.evidence.end(), same);
  if (!known && !admits_a_gap(m, evidence)) item.evidence.push_back(std::move(evidence));
}

void field_strengths(const Material& m, Report& report) {
  constexpr std::size_t kFields = 3;
  constexpr std::size_t kNames = 4;
  for (const Field& f : fields(m)) {
    if (f.known.size() < 2 || report.strengths.size() >= kFields) break;
    std::vector<std::string> applied;
    std::vector<std::string> explained;
    std::vector<std::size_t> questions;
    for (const Known& k : f.known) {
      auto& names = k.use->depth == Depth::kApplied ? applied : explained;
      if (names.size() < kNames) names.push_back(m.name_of(*k.use));
      questions.insert(questions.end(), k.questions.begin(), k.questions.end());
    }
    const std::string where = in_topics(m, report, questions);
    ReportItem item;
    item.title = m.area_name(f.area);
    if (applied.empty()) item.text = fmt::format("{} {}, {}.", one_way({"Explains", "Can explain", "Knows how to explain"}, report.strengths.size()), joined(explained), where);
    else if (explained.empty()) item.text = fmt::format("{} {}, {}.", one_way({"Has worked with", "Brings own work with", "Shows own work with"}, report.strengths.size()), joined(applied), where);
    else item.text = fmt::format("Has worked with {} and explains {}, {}.", joined(applied), joined(explained), where);
    for (const Known& k : f.known) {
      if (item.evidence.size() < kQuotes) add_evidence(m, report, item, passage(m, k.use->turn, k.use->span));
    }
    report.strengths.push_back(std::move(item));
  }
}

struct Habit {
  const char* title;
  std::array<std::string_view, 2> rules;
  std::size_t at_least;  ///< pieces of evidence in all
  const char* text;      ///< {0}: how often, {1}: in which answers
};

/// What a candidate does again and again, whatever the subject.
constexpr Habit kHabits[] = {
    {"Results with figures", {{"evidence.figure", "evidence.outcome"}}, 3, "Backs what is said with figures and outcomes that a reference could confirm: {0} times {1}."},
    {"Weighing of alternatives", {{"reasoning.tradeoff", "reasoning.contrast"}}, 3, "Names limits and sets one option against another in {0} places {1}."},
    {"Own contribution", {{"evidence.own-action"}}, 5, "Says plainly what was done in person, {0} times {1}."},
    {"Checking of results", {{"evidence.check"}}, 3, "Says how results were verified or measured, {0} times {1}."},
    {"Reasons given", {{"reasoning.cause"}}, 4, "Gives the reason behind a statement or a choice, {0} times {1}."},
};

/// Whether somebody who has not read the answer sees the habit in the quote: "two emails" is a weak figure.
bool tells(const Habit& habit, const std::string& quote) {
  constexpr std::size_t kTelling = 36;
  const bool figures = habit.rules.front() == "evidence.figure";
  return quote.size() >= kTelling && (!figures || quote.find_first_of("0123456789") != std::string::npos);
}

void habit_strengths(const Material& m, Report& report) {
  constexpr std::size_t kMost = 5;
  for (const Habit& habit : kHabits) {
    if (report.strengths.size() >= kMost) return;
    std::vector<FoundEntry> found;
    for (const std::string_view rule : habit.rules) {
      if (rule.empty()) continue;
      const auto some = all_entries(m, rule, kUsableAnswer);
      found.insert(found.end(), some.begin(), some.end());
    }
    if (found.size() < habit.at_least) continue;
    std::stable_sort(found.begin(), found.end(), [](const FoundEntry& a, const FoundEntry& b) { return a.entry->points > b.entry->points; });
    std::vector<std::size_t> questions;
    ReportItem item;
    item.title = habit.title;
    std::vector<Evidence> weak;  // for want of better ones
    for (const FoundEntry& f : found) {
      questions.push_back(f.question);
      if (item.evidence.size() == kQuotes) continue;
      Evidence e = passage(m, f.entry->turn, f.entry->span);
      if (tells(habit, e.quote)) add_evidence(m, report, item, std::move(e));
      else weak.push_back(std::move(e));
    }
    for (Evidence& e : weak) add_evidence(m, report, item, std::move(e));
    if (item.evidence.empty()) continue;
    item.text = fmt::format(fmt::runtime(habit.text), number_word(found.size()), in_topics(m, report, questions));
    report.strengths.push_back(std::move(item));
  }
}

/// Where nothing recurs, the one good answer.
void best_answer(const Material& m, Report& report) {
  std::size_t best = m.evaluation.questions.size();
  for (std::size_t i = 0; i < m.evaluation.questions.size(); ++i) {
    const QuestionEvaluation& e = m.evaluation.questions[i];
    if (e.state != State::kScored || e.score_raw.value() < kGoodAnswer) continue;
    if (best == m.evaluation.questions.size() || e.score_raw > m.evaluation.questions[best].score_raw) best = i;
  }
  if (best == m.evaluation.questions.size()) return;
  const QuestionEvaluation& e = m.evaluation.questions[best];
  ReportItem item;
  item.title = question_title(m, best);
  item.text = fmt::format("The best answer of the interview, {} of 5.", e.score_raw.to_string(1));
  item.evidence = best_passages(m, e, kQuotes);
  report.strengths.push_back(std::move(item));
}

/// Where no answer is good, what was said that points the right way, from the best answers on.
void beginnings(const Material& m, Report& report) {
  constexpr std::size_t kMost = 3;
  std::vector<std::size_t> order;
  for (std::size_t q = 0; q < m.evaluation.questions.size(); ++q) {
    if (m.evaluation.questions[q].state == State::kScored) order.push_back(q);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return m.evaluation.questions[a].score_raw > m.evaluation.questions[b].score_raw; });
  std::set<std::string> topics;
  for (const auto q : order) {
    if (report.beginnings.size() == kMost) return;
    const auto nearest = nearest_passage(m, q);
    if (nearest && topics.insert(report.thread_titles[m.interview.questions[q].thread - 1]).second) report.beginnings.push_back(*nearest);
  }
}

}  // namespace

void compose_strengths(const Material& m, Report& report) {
  field_strengths(m, report);
  habit_strengths(m, report);
  if (report.strengths.empty()) best_answer(m, report);
  if (report.strengths.empty() && m.evaluation.state == State::kScored) beginnings(m, report);
}

}  // namespace te::report
