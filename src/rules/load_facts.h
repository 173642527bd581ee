// load_facts.h: wrong statements (lexicon/facts/), the words that shape a claim (lexicon/claims.json) and those that say
// the same in one (lexicon/wording.json).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/compiled.h"
#include "rules/json_reader.h"

namespace te::rules {

/// The concepts by id. Views into the lexicon: for as long as it is not changed.
using ConceptIndex = std::unordered_map<std::string_view, std::uint32_t>;
ConceptIndex index_concepts(const Lexicon& lexicon);

void read_claim_marks(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
void read_wording(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);

/// What is known of the facts while their files are read. Names and parts are numbered over all files, so that each
/// stands once in its graph.
struct FactNumbers {
  std::unordered_map<std::string, std::uint32_t> of_name;  ///< by pattern
  std::map<std::vector<std::vector<text::WordId>>, std::uint32_t> of_part;  ///< by its wordings
  std::vector<std::vector<std::uint32_t>> by_concept;  ///< see FactBook
  std::vector<std::vector<std::uint32_t>> by_name;
};

/// After the concepts, which facts name, and the wording, which they are read with.
void read_facts(const JsonValue& root, const std::string& path, const ConceptIndex& concepts, FactNumbers& numbers, Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors);
/// After the last file.
void finish_facts(const FactNumbers& numbers, CompiledRules& compiled);

}  // namespace te::rules
