// summary_json.h: a Summary as JSON and back, without loss.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "transcript_eval/cohort.h"

namespace te::cli {

nlohmann::json summary_to_json(const Summary& summary);
/// Throws nlohmann::json::exception when something is missing or of another type.
Summary summary_from_json(const nlohmann::json& json);

}  // namespace te::cli
