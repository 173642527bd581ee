// ledger.h: evidence into points that add up.
#pragma once

#include "score/units.h"

namespace te::score {

/// Fills criteria, ledger and score_raw of a scored question from its evidence.
///
/// A criterion's value is 1 - (1 - evidence / scale)^2 up to its scale, so that every further unit adds less than the
/// one before. A unit's points are what it adds in reading order; rounding is carried along, so the entries sum to
/// score_raw exactly. Where the question matches a bank entry, the comparison with it is one more criterion, which takes
/// its share and leaves the others theirs in proportion. Evidence beyond full marks adds nothing and has no entry.
void fill_ledger(const Answer& answer, const RuleBook& book, const Surroundings& surroundings, const Findings& findings, QuestionEvaluation& out);

/// Applies the rubric's gates: each one that closes lowers score_raw by a ledger entry and raises its flag.
void apply_gates(const Answer& answer, const RuleBook& book, const Surroundings& surroundings, const Findings& findings, QuestionEvaluation& out);

}  // namespace te::score
