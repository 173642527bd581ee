// load_rubric.h: rubrics/*.json as structs.
#pragma once

#include "rules/compiled.h"
#include "rules/json_reader.h"

namespace te::rules {

Rubric read_rubric(const JsonValue& root, const std::string& path, const CompiledRules& compiled, DataErrors& errors);

}  // namespace te::rules
