// records.h: the JSONL stream, one record in, one result out.
#pragma once

#include <functional>
#include <string>

#include "cli/batch.h"
#include "transcript_eval/render.h"

namespace te::cli {

/// Evaluates the record on line `number` of the stream. `below_threshold` is asked about its outcome. What is wrong with it becomes an error record in its place.
Finished evaluate_record(const std::string& line, std::size_t number, const RuleBookPtr& book, const EvaluateOptions& defaults,
                         const std::function<bool(const Outcome&)>& below_threshold);

}  // namespace te::cli
