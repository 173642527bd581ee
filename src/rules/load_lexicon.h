// load_lexicon.h: the files below lexicon/ as structs and tables.
#pragma once

#include "rules/compiled.h"
#include "rules/json_reader.h"

namespace te::rules {

/// Appends the areas and concepts of one concept file. `related` ids are resolved by finish_lexicon().
struct RelatedId {
  std::uint32_t concept_index = 0;
  std::string id;
};
void read_concepts(const JsonValue& root, const std::string& path, Lexicon& lexicon, std::vector<RelatedId>& related, DataErrors& errors);

/// Checks areas, ids and aliases over all concept files and resolves related ids. A related id that does not exist is
/// dropped: lexicon parts may be left out.
void finish_lexicon(Lexicon& lexicon, const std::vector<RelatedId>& related, CompiledRules& compiled, DataErrors& errors);

void read_phrases(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
/// After all phrases: an intent names categories that answer it.
void read_intents(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
/// After the concepts: a role names areas.
void read_roles(const JsonValue& root, const std::string& path, const Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors);
void read_synonyms(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
void read_background(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
void read_transitions(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);

}  // namespace te::rules
