// csv.h: rows for a spreadsheet, of one interview or of many.
#pragma once

#include <string>
#include <string_view>

#include "transcript_eval/cohort.h"

namespace te::report {

/// A field of RFC 4180, in quotes where it needs them. What a spreadsheet would take for a formula gets an apostrophe in front.
std::string csv_field(std::string_view value);

/// The interview's row and those of its questions.
std::string csv_rows(const Summary& summary, const RuleBook& book);

}  // namespace te::report
