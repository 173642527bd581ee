#include "transcript_eval/explanation.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/words.h"
#include "text/columns.h"
#include "text/utf8.h"

namespace te {
namespace {

using report::Material;

/// The score that the criteria give together, before gates; `left_out` counts as not fulfilled, `full` as fulfilled.
double combined(const QuestionEvaluation& e, const Rubric& rubric, std::size_t left_out, std::size_t full) {
  double own = 0;
  double reference = 0;
  double share = 0;
  for (const CriterionScore& c : e.criteria) {
    const double value = c.criterion == left_out ? 0 : c.criterion == full ? 1 : (c.score - 1) / 4;
    if (c.criterion == rubric.bank.criterion) {
      share = c.weight;
      reference = value;
    } else {
      own += c.weight * value;
    }
  }
  const double rest = share < 1 ? own / (1 - share) / rubric.full_marks_at : 0;
  return 1 + 4 * std::min(1.0, (1 - share) * std::min(1.0, rest) + share * reference);
}

/// Nothing is left out, nothing is full.
constexpr std::size_t kNone = SIZE_MAX - 1;

bool is_gate(const LedgerEntry& entry) { return entry.rule.rfind("gate.", 0) == 0; }

const Rule* rule_of(const Rubric& rubric, std::string_view id) {
  const auto it = std::find_if(rubric.rules.begin(), rubric.rules.end(), [&](const Rule& r) { return r.id == id; });
  return it == rubric.rules.end() ? nullptr : &*it;
}

std::string signed_points(Points p) { return (p < Points() ? "" : "+") + p.to_string(); }

/// One row of the ledger: points, sum so far, line, rule and what was found.
std::string ledger_rows(const Material& m, const QuestionEvaluation& e, std::size_t columns) {
  std::string out = "   points      sum   line  rule (weight of its criterion)\n";
  Points sum;
  for (const LedgerEntry& entry : e.ledger) {
    sum += entry.points;
    const Rule* rule = rule_of(m.book.rubric(), entry.rule);
    std::string name(entry.rule);
    for (const CriterionScore& c : e.criteria) {
      if (rule != nullptr && m.book.rubric().criteria[c.criterion].name == rule->criterion) name += fmt::format(" ({:.2f})", c.weight);
    }
    const std::string line = entry.quote.empty() ? "" : std::to_string(entry.line);
    const std::string head = fmt::format("  {:>7}  {:>7}  {:>5}  ", entry.rule == "base" ? entry.points.to_string() : signed_points(entry.points), sum.to_string(), line);
    out += head + text::shortened(fmt::format("{}: {}", name, entry.detail), columns - head.size()) + "\n";
    if (!entry.quote.empty()) out += std::string(head.size(), ' ') + text::shortened(report::quoted(entry.quote), columns - head.size()) + "\n";
  }
  return out + fmt::format("           =  {:>5}\n", sum.to_string());
}

std::string criteria_rows(const Material& m, const QuestionEvaluation& e) {
  std::string out = "  criterion            weight  score of 5   gives   without it   could add\n";
  for (const CriterionEffect& c : criterion_effects(e, m.book.rubric())) {
    out += fmt::format("  {} {:>6.2f}  {:>10.2f}  {:>6}  {:>11}  {:>10}\n", text::padded(text::shortened(m.book.rubric().criteria[c.criterion].title, 20), 20), c.weight, c.score, signed_points(c.gives), c.without.to_string(), signed_points(c.room));
  }
  return out;
}

std::string next_band(const Material& m, std::size_t question) {
  const QuestionEvaluation& e = m.evaluation.questions[question];
  if (e.score() >= 5) return "The highest band.\n";
  const double threshold = e.score() + 0.5;
  std::string out = fmt::format("For {} of 5 it would take {:.3f}, {:.3f} more.", e.score() + 1, threshold, threshold - e.score_raw.value());
  const auto gate = std::find_if(e.ledger.begin(), e.ledger.end(), is_gate);
  if (gate != e.ledger.end()) return out + fmt::format(" A gate stands before it: {}.\n", gate->detail);
  const auto effects = criterion_effects(e, m.book.rubric());
  const auto most = std::max_element(effects.begin(), effects.end(), [](const CriterionEffect& a, const CriterionEffect& b) { return a.room < b.room; });
  if (most != effects.end()) out += fmt::format(" Most room is in {} ({}).", text::folded(m.book.rubric().criteria[most->criterion].title), signed_points(most->room));
  const auto lacks = report::lacking(m, question);
  const auto missed = report::aspects_with(m, e, Coverage::kMissed, 2);
  if (!missed.empty()) out += fmt::format(" Not taken up: {}.", report::joined(missed));
  if (!lacks.empty()) out += fmt::format(" Not found: {}.", report::joined(lacks));
  return out + "\n";
}

std::string question_part(const Material& m, std::size_t i, std::size_t columns) {
  const Question& q = m.interview.questions[i];
  const QuestionEvaluation& e = m.evaluation.questions[i];
  std::string out = fmt::format("{}  {}\n", q.id, text::shortened(text::single_line(q.text), columns - q.id.size() - 2));
  out += fmt::format("{}, line {}, {}: {} ({} of 5)\n\n", type_name(q.type), q.line, report::counted(e.words, "word"), e.score_raw.to_string(), e.score());
  out += ledger_rows(m, e, columns) + "\n" + criteria_rows(m, e) + "\n" + text::wrapped(next_band(m, i), columns);
  if (!e.flags.empty()) out += text::wrapped(fmt::format("Flags: {}.\n", report::joined(e.flags)), columns);
  return out + "\n";
}

/// How the threads come out of their questions and the overall score out of the threads.
std::string overall_part(const Material& m, const Outcome& o, std::size_t columns) {
  std::string out = "Topics\n";
  std::size_t n = 0;
  for (std::size_t t = 0; t < m.interview.threads.size(); ++t) {
    if (m.evaluation.threads[t].state != State::kScored) continue;
    ++n;
    std::vector<std::string> terms;
    for (std::size_t k = 0; k < m.interview.threads[t].questions.size(); ++k) {
      const auto q = m.interview.threads[t].questions[k];
      if (m.evaluation.questions[q].state != State::kScored) continue;
      terms.push_back(fmt::format("{} {}{}", m.interview.questions[q].id, m.evaluation.questions[q].score_raw.to_string(), k == 0 ? "" : fmt::format(" at weight {:g}", m.book.rubric().follow_up_weight)));
    }
    const std::string head = fmt::format("  {:>7}  ", m.evaluation.threads[t].score_raw.to_string());
    out += head + text::shortened(fmt::format("{}: {}", o.report.thread_titles[t], report::joined(terms)), columns - head.size()) + "\n";
  }
  if (m.evaluation.state != State::kScored) return out + text::wrapped(fmt::format("No overall score: {}.\n", m.evaluation.reason), columns);
  return out + fmt::format("  {:>7}  overall: the mean of {}\n", m.evaluation.overall_raw.to_string(), report::counted(n, "topic"));
}

}  // namespace

std::vector<CriterionEffect> criterion_effects(const QuestionEvaluation& e, const Rubric& rubric) {
  // What gates take away they take away from any sum that is higher.
  double limit = 5;
  for (const LedgerEntry& entry : e.ledger) {
    if (is_gate(entry)) limit = e.score_raw.value();
  }
  std::vector<CriterionEffect> out;
  for (const CriterionScore& c : e.criteria) {
    CriterionEffect effect;
    effect.criterion = c.criterion;
    effect.weight = c.weight;
    effect.score = c.score;
    effect.without = Points::from_score(std::min(limit, combined(e, rubric, c.criterion, kNone)));
    effect.gives = e.score_raw - effect.without;
    effect.room = Points::from_score(std::min(limit, combined(e, rubric, kNone, c.criterion))) - e.score_raw;
    out.push_back(effect);
  }
  return out;
}

Result<std::string> explain(const Outcome& o, std::string_view question_id, std::size_t columns) {
  constexpr std::size_t kNarrowest = 72;
  columns = std::max(columns, kNarrowest);
  const Material m{o.interview, o.evaluation, *o.book};
  std::string out;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < o.interview.questions.size(); ++i) {
    const std::string& id = o.interview.questions[i].id;
    ids.push_back(id);
    const bool wanted = question_id.empty() || text::equals_ignoring_case(question_id, id) || "Q" + std::string(question_id) == id;
    if (!wanted) continue;
    if (o.evaluation.questions[i].state == State::kScored) out += question_part(m, i, columns);
    else if (!question_id.empty()) out += text::wrapped(fmt::format("{} is not scored: {}\n", id, o.report.question_justifications[i]), columns);
  }
  if (question_id.empty()) return out + overall_part(m, o, columns);
  if (!out.empty()) return out;
  return tl::unexpected(Error{ErrorCode::kUsage, fmt::format("there is no question {}", question_id), o.interview.transcript.source->path(), 0, ids.empty() ? "the interview has no questions" : fmt::format("it has {} to {}", ids.front(), ids.back())});
}

}  // namespace te
