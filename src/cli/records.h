// records.h: the JSONL stream, one record in, one result out.
#pragma once

#include <cstddef>
#include <string_view>

#include "cli/tally.h"
#include "transcript_eval/render.h"

namespace te::cli {

/// Evaluates the record on line `number` of the stream. What is wrong with it becomes an error record in its place.
Finished evaluate_record(std::string_view line, std::size_t number, const RuleBookPtr& book, const EvaluateOptions& defaults);
/// Answers a line that was too long to be kept.
Finished too_long_record(std::size_t number);

}  // namespace te::cli
