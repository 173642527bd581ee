// load_lexicon.h: the files below lexicon/ as structs and tables.
#pragma once

#include "rules/compiled.h"
#include "rules/json_reader.h"

namespace te::rules {

/// Where a concept stands and what it names; parallel to Lexicon::concepts until finish_lexicon().
struct ConceptSource {
  std::string path;
  std::uint32_t line = 0;
  std::vector<std::string> related;  ///< ids
};

/// Appends the areas and concepts of one concept file.
void read_concepts(const JsonValue& root, const std::string& path, Lexicon& lexicon, std::vector<ConceptSource>& sources, DataErrors& errors);

/// Checks areas and ids over all concept files and resolves related ids. A related id that does not exist is dropped:
/// lexicon parts may be left out.
void finish_lexicon(Lexicon& lexicon, const std::vector<ConceptSource>& sources, CompiledRules& compiled, DataErrors& errors);

void read_phrases(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
/// After all phrases: an intent names categories that answer it.
void read_intents(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
/// After the concepts: a role names areas.
void read_roles(const JsonValue& root, const std::string& path, const Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors);
void read_synonyms(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
void read_background(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);
void read_transitions(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors);

}  // namespace te::rules
