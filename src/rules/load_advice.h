// load_advice.h: suggestions for the letter to the candidate (lexicon/advice.json).
#pragma once

#include "rules/json_reader.h"
#include "transcript_eval/rulebook.h"

namespace te::rules {

/// After the concepts: advice names their areas.
void read_advice(const JsonValue& root, const std::string& path, Lexicon& lexicon, DataErrors& errors);

}  // namespace te::rules
