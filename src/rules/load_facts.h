// load_facts.h: wrong statements (lexicon/facts/) and the words that shape a claim (lexicon/claims.json).
#pragma once

#include "rules/compiled.h"
#include "rules/json_reader.h"

namespace te::rules {

void read_claim_marks(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
/// After the concepts: facts name them.
void read_facts(const JsonValue& root, const std::string& path, Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors);

}  // namespace te::rules
