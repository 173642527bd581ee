// ledger.h: evidence into points that add up.
#pragma once

#include "score/units.h"

namespace te::score {

/// Fills criteria, ledger and score_raw of a scored question from its evidence.
///
/// Each criterion's value is 1 - exp(-evidence / scale), so that every further unit adds less than the one before. A
/// unit's points are what it adds in reading order. Rounding is carried along: the entries sum to score_raw exactly.
void fill_ledger(const Answer& answer, const RuleBook& book, const Findings& findings, QuestionEvaluation& out);

/// Applies the rubric's gates: each one that closes lowers score_raw by a ledger entry and raises its flag.
void apply_gates(const Answer& answer, const RuleBook& book, const Findings& findings, QuestionEvaluation& out);

}  // namespace te::score
