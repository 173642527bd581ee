// job_json.h: the "requirements" of the result object; see docs/json.md.
#pragma once

#include <nlohmann/json.hpp>

#include "transcript_eval/render.h"

namespace te::report {

nlohmann::ordered_json requirements_json(const Outcome& outcome);

}  // namespace te::report
