// explanation.h: the arithmetic behind a score, for people who want to check it.
//
// Is:      the ledger of each question with its running sum, what each criterion gives, what the score would be without
//          it, and how far the next band is.
// Is not:  another judgement: every figure follows from the Evaluation.
// Errors:  kUsage from explain() when no question has the given id; the message names those that there are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/render.h"

namespace te {

/// What one criterion does for a score.
struct CriterionEffect {
  std::size_t criterion = 0;  ///< index into Rubric::criteria
  double weight = 0;
  double score = 1;           ///< 1..5
  Points gives;               ///< the score less `without`
  Points without;             ///< the score if this criterion had found nothing
  Points room;                ///< what it could still add
};

/// For a scored question, in the order of the rubric.
std::vector<CriterionEffect> criterion_effects(const QuestionEvaluation& question, const Rubric& rubric);

/// All scored questions, or the one with this id ("Q3"), as text of `columns` columns.
Result<std::string> explain(const Outcome& outcome, std::string_view question_id, std::size_t columns);

}  // namespace te
