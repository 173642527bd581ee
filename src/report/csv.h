// csv.h: rows for a spreadsheet, of one interview or of many.
#pragma once

#include <string>

#include "transcript_eval/cohort.h"

namespace te::report {

/// The interview's row and those of its questions.
std::string csv_rows(const Summary& summary, const RuleBook& book);

}  // namespace te::report
