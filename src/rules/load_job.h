// load_job.h: lexicon/job.json as JobWords.
#pragma once

#include "rules/compiled.h"
#include "rules/json_reader.h"

namespace te::rules {

void read_job_words(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);

}  // namespace te::rules
