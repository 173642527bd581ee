// job_json.h: the "requirements" of the result object; see docs/json.md.
#pragma once

#include "report/json_text.h"
#include "transcript_eval/render.h"

namespace te::report {

Json requirements_json(const Outcome& outcome);

}  // namespace te::report
