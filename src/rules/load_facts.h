// load_facts.h: wrong statements (lexicon/facts/), the words that shape a claim (lexicon/claims.json) and those that say
// the same in one (lexicon/wording.json).
#pragma once

#include "rules/compiled.h"
#include "rules/json_reader.h"

namespace te::rules {

/// The concepts by id. Views into the lexicon: for as long as it is not changed.
using ConceptIndex = std::unordered_map<std::string_view, std::uint32_t>;
ConceptIndex index_concepts(const Lexicon& lexicon);

void read_claim_marks(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
void read_wording(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
/// After the concepts, which facts name, and the wording, which they are read with.
void read_facts(const JsonValue& root, const std::string& path, const ConceptIndex& concepts, Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors);

}  // namespace te::rules
