// records.h: the JSONL stream, one record in, one result out.
#pragma once

#include <string>

#include "cli/batch.h"
#include "transcript_eval/render.h"

namespace te::cli {

/// Evaluates the record on line `number` of the stream. What is wrong with it becomes an error record in its place.
Finished evaluate_record(const std::string& line, std::size_t number, const RuleBookPtr& book, const EvaluateOptions& defaults);

}  // namespace te::cli
