// Intents, roles, synonyms, and the tables of how common words are and how they follow each other.
#include <set>

#include <fmt/format.h>

#include "check/check.h"

namespace te::check {
namespace {

/// Ids of phrase categories that hold phrases.
std::set<std::string> filled_categories(const Material& m) {
  std::set<std::string> out;
  for (const Document* d : m.below("lexicon/phrases/")) {
    for (const auto& category : member(d->root, "categories").items) {
      if (!member(category, "phrases").items.empty()) out.insert(member(category, "id").text);
    }
  }
  return out;
}

void check_intents(const Material& m) {
  const auto filled = filled_categories(m);
  for (const Document* d : m.below("lexicon/intents.json")) {
    for (const auto& intent : member(d->root, "intents").items) {
      const std::string& id = member(intent, "id").text;
      bool answerable = false;
      for (const auto& category : member(intent, "answered_by").items) answerable = answerable || filled.count(category.text) > 0;
      if (member(intent, "asked").items.empty()) m.error(d->path, intent.line, fmt::format("no question can ask for \"{}\"", id), "give it phrases in \"asked\"");
      if (!answerable) m.error(d->path, intent.line, fmt::format("no answer can meet \"{}\"", id), "name a phrase category that is not empty in \"answered_by\"");
    }
  }
}

void check_roles(const Material& m) {
  std::set<std::string> used;
  std::set<std::string, std::less<>> filled;
  for (const Concept& c : m.book->lexicon().concepts) filled.emplace(c.area);
  for (const Document* d : m.below("lexicon/roles.json")) {
    for (const auto& area : member(d->root, "everywhere").items) used.insert(area.text);
    for (const auto& role : member(d->root, "roles").items) {
      const std::string& id = member(role, "id").text;
      if (member(role, "titles").items.empty()) m.error(d->path, role.line, fmt::format("no position is \"{}\"", id), "give it words of titles in \"titles\"");
      std::set<std::string> own;
      for (const auto& area : member(role, "areas").items) {
        used.insert(area.text);
        if (!own.insert(area.text).second) m.warn(d->path, area.line, fmt::format("the role \"{}\" names the area \"{}\" twice", id, area.text), "leave one out");
      }
    }
  }
  for (const Document* d : m.below("lexicon/concepts/")) {
    for (const auto& area : member(d->root, "areas").items) {
      const std::string& id = member(area, "id").text;
      if (filled.count(id) == 0) m.warn(d->path, area.line, fmt::format("the area \"{}\" has no concept", id), "give it concepts, or leave it out");
      if (used.count(id) == 0) m.warn(d->path, area.line, fmt::format("no position has the area \"{}\"", id), "name it in lexicon/roles.json");
    }
  }
}

void check_synonyms(const Material& m) {
  text::Vocabulary vocabulary;
  std::set<std::set<std::string>> groups;
  for (const Document* d : m.below("lexicon/synonyms.json")) {
    for (const auto& group : member(d->root, "groups").items) {
      std::set<std::string> stems;
      for (const auto& word : group.items) {
        const std::string stem(vocabulary.text(vocabulary.stem(vocabulary.intern(word.text))));
        if (!stems.insert(stem).second) m.warn(d->path, word.line, fmt::format("\"{}\" is a form of another word of its group", word.text), "leave it out: forms of a word are one word");
      }
      if (!groups.insert(stems).second) m.warn(d->path, group.line, "this group of synonyms stands twice", "leave one out");
    }
  }
}

/// What is no telling word must be known as such: a function word without a count would pass for a rare word.
void check_counts(const Material& m) {
  const auto known = [&](const std::string& word) {
    const auto id = m.book->compiled().vocabulary.find(word);
    return id != text::kNoWord && m.book->compiled().idf(m.book->compiled().vocabulary.stem(id)) < m.book->compiled().max_idf;
  };
  for (const Document* d : m.below("lexicon/transitions.json")) {
    for (const auto& word : member(d->root, "function_words").items) {
      if (!known(word.text)) m.warn(d->path, word.line, fmt::format("the function word \"{}\" has no count in lexicon/background.json", word.text), "derive both tables again with scripts/derive-background");
    }
  }
  for (const Document* d : m.below("lexicon/intents.json")) {
    for (const char* list : {"frame", "generic"}) {
      std::set<std::string> seen;
      for (const auto& word : member(d->root, list).items) {
        if (!seen.insert(word.text).second) m.warn(d->path, word.line, fmt::format("\"{}\" stands in \"{}\" already", word.text, list), "leave it out");
      }
    }
  }
}

}  // namespace

void check_tables(const Material& m) {
  check_intents(m);
  check_roles(m);
  check_synonyms(m);
  check_counts(m);
}

}  // namespace te::check
