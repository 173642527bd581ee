#include "score/ledger.h"

#include <algorithm>
#include <cmath>

namespace te::score {
namespace {

/// How far evidence counts in an answer that fits its question this well.
double fit_factor(double fit, const Rubric& rubric) {
  return std::clamp((fit - rubric.fit_floor) / (rubric.fit_full - rubric.fit_floor), 0.0, 1.0);
}

/// How much evidence a question calls for, as a part of the rubric's scale: a short question is answered by a short
/// answer. From `full_question_words` words on it is the whole scale.
double demand(const Asked& asked, const Rubric& rubric) {
  return asked.briefly ? rubric.brief_demand : std::clamp(asked.words / rubric.full_question_words, rubric.least_demand, 1.0);
}

class LedgerWriter {
 public:
  LedgerWriter(const Answer& answer, const RuleBook& book, const Surroundings& surroundings, const Findings& findings, QuestionEvaluation& out)
      : answer_(answer), rubric_(book.rubric()), readers_(surroundings.readers), findings_(findings), out_(out), evidence_(rubric_.criteria.size(), 0.0), used_(rubric_.rules.size(), 0.0), demand_(demand(answer.asked, rubric_)) {
    values_.reserve(evidence_.size());
    for (std::size_t c = 0; c < evidence_.size(); ++c) values_.push_back(value(c));
  }

  void run() {
    out_.ledger.reserve(1 + findings_.units.size() + (findings_.bank ? findings_.bank->units.size() : 0));
    LedgerEntry base;
    base.rule = "base";
    base.points = Points::from_milli(1000);
    base.detail = "every answer begins with 1";
    out_.ledger.push_back(base);
    written_ = base.points;
    // Evidence first, in reading order per criterion; what speaks against is taken off at the end.
    const double factor = fit_factor(findings_.parts.fit, rubric_);
    for (const bool positive : {true, false}) {
      for (const Unit& unit : findings_.units) {
        if ((rubric_.rules[unit.rule].value > 0) == positive) add(unit, positive ? factor : 1.0);
      }
      if (!findings_.bank) continue;
      for (const BankUnit& unit : findings_.bank->units) {
        if ((unit.value > 0) == positive) add(unit);
      }
    }
    out_.score_raw = written_;
    out_.evidence.assign(rubric_.rules.size(), 0.0);
    for (const Unit& unit : findings_.units) out_.evidence[unit.rule] += unit.strength;
    out_.demand = demand_;
    criteria();
  }

 private:
  [[nodiscard]] const std::vector<double>& weights() const { return rubric_.weights[static_cast<std::size_t>(answer_.weights_as)]; }
  /// How far a criterion is fulfilled: rises ever more slowly and is complete at the scale.
  [[nodiscard]] double value(std::size_t c) const {
    const double open = 1.0 - std::clamp(evidence_[c] / (demand_ * rubric_.scales[c]), 0.0, 1.0);
    return 1.0 - open * open;
  }
  /// The score of all criteria together; full marks need not be perfect in each.
  [[nodiscard]] double score() const {
    double sum = 0;
    for (std::size_t c = 0; c < evidence_.size(); ++c) sum += weights()[c] * values_[c];
    const double own = sum / rubric_.full_marks_at;
    if (!findings_.bank) return 1.0 + 4.0 * std::min(1.0, own);
    const double share = findings_.bank->share;
    return 1.0 + 4.0 * std::min(1.0, (1 - share) * std::min(1.0, own) + share * reference());
  }
  [[nodiscard]] double reference() const { return std::clamp(reference_, 0.0, 1.0); }

  void add(const Unit& unit, double factor) {
    const Rule& rule = rubric_.rules[unit.rule];
    const std::size_t c = readers_[unit.rule].criterion;
    const double strength = std::min(unit.strength, rule.limit - used_[unit.rule]);
    if (strength <= 0) return;
    used_[unit.rule] += strength;
    evidence_[c] += rule.value * strength * factor;
    values_[c] = value(c);
    write(rule.id, unit.turn, unit.span, unit.detail);
  }

  void add(const BankUnit& unit) {
    reference_ += unit.value;
    write(unit.rule, unit.turn, unit.span, unit.detail);
  }

  /// The entry for what the score has changed since the last one.
  void write(std::string_view rule, std::uint32_t turn, Span span, const std::string& detail) {
    const Points total = Points::from_score(score());
    const Points points = total - written_;
    if (points == Points()) return;
    written_ = total;
    LedgerEntry entry;
    entry.rule = rule;
    entry.points = points;
    entry.turn = turn;
    entry.span = span;
    entry.quote = answer_.interview->transcript.source->slice(span);
    entry.line = answer_.interview->transcript.source->line_at(span.begin);
    entry.detail = detail;
    out_.ledger.push_back(std::move(entry));
  }

  void criteria() {
    out_.criteria.reserve(rubric_.criteria.size());
    const double share = findings_.bank ? findings_.bank->share : 0;
    for (std::size_t c = 0; c < rubric_.criteria.size(); ++c) {
      if (c != rubric_.bank.criterion) out_.criteria.push_back({c, (1 - share) * weights()[c], 1.0 + 4.0 * values_[c]});
      else if (findings_.bank) out_.criteria.push_back({c, share, 1.0 + 4.0 * reference()});
    }
  }

  const Answer& answer_;
  const Rubric& rubric_;
  const std::vector<RuleReader>& readers_;
  const Findings& findings_;
  QuestionEvaluation& out_;
  std::vector<double> evidence_;  ///< by criterion
  std::vector<double> values_;    ///< the same: how far it is fulfilled
  std::vector<double> used_;      ///< by rule
  double demand_ = 1;
  double reference_ = 0;  ///< of the comparison with the bank entry
  Points written_;
};

}  // namespace

void fill_ledger(const Answer& answer, const RuleBook& book, const Surroundings& surroundings, const Findings& findings, QuestionEvaluation& out) { LedgerWriter(answer, book, surroundings, findings, out).run(); }

}  // namespace te::score
