// consistency.h: recorded sections against what the dialogue shows.
#pragma once

#include "transcript_eval/evaluation.h"

namespace te::score {

/// Compares the document's records with the interview. Nothing here changes a score.
std::vector<Diagnostic> check_records(const Interview& interview, const Evaluation& evaluation);

}  // namespace te::score
