// Phrases that stand twice in one list.
#include <set>

#include <fmt/format.h>

#include "check/check.h"
#include "text/phrases.h"

namespace te::check {
namespace {

/// A phrase that adds nothing: everything that it stands for is in the list already.
void check_list(const Material& m, const std::string& path, const std::string& list, const rules::JsonValue& phrases) {
  std::set<std::string> seen;
  for (const rules::JsonValue& phrase : phrases.items) {
    bool adds = false;
    for (const std::string& plain : text::expand_alternatives(phrase.text)) adds = seen.insert(key_of(plain)).second || adds;
    if (!adds) m.warn(path, phrase.line, fmt::format("\"{}\" stands in \"{}\" already", phrase.text, list), "leave it out");
  }
}

}  // namespace

void check_phrases(const Material& m) {
  for (const Document* d : m.below("lexicon/phrases/")) {
    for (const auto& category : member(d->root, "categories").items) {
      const std::string& id = member(category, "id").text;
      if (member(category, "phrases").items.empty()) m.warn(d->path, category.line, fmt::format("the phrase category \"{}\" is empty", id), "give it phrases, or leave it out");
      check_list(m, d->path, id, member(category, "phrases"));
    }
  }
  for (const Document* d : m.below("lexicon/intents.json")) {
    for (const auto& intent : member(d->root, "intents").items) check_list(m, d->path, member(intent, "id").text, member(intent, "asked"));
  }
  for (const Document* d : m.below("lexicon/roles.json")) {
    for (const auto& role : member(d->root, "roles").items) check_list(m, d->path, member(role, "id").text, member(role, "titles"));
  }
  for (const std::string_view file : {"lexicon/job.json", "lexicon/claims.json"}) {
    for (const Document* d : m.below(file)) {
      for (const auto& list : d->root.members) check_list(m, d->path, list.name, list.value);
    }
  }
}

}  // namespace te::check
