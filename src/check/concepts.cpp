// Concepts: names that two of them claim, names that everybody says, relations that lead nowhere.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "check/check.h"
#include "text/closest.h"

namespace te::check {
namespace {

/// A name of one word that stands in more than about one of 25 paragraphs is an everyday word.
constexpr double kEveryday = 4.5;

struct Place {
  const std::string* path = nullptr;
  std::uint32_t line = 0;
  std::uint32_t index = 0;  ///< into Lexicon::concepts
  std::vector<std::string> related;
};

/// The concepts in the order of the lexicon: files in path order.
std::vector<Place> places(const Material& m) {
  std::vector<Place> out;
  for (const Document* d : m.below("lexicon/concepts/")) {
    for (const rules::JsonValue& value : member(d->root, "concepts").items) {
      Place place{&d->path, value.line, static_cast<std::uint32_t>(out.size()), {}};
      for (const auto& id : member(value, "related").items) place.related.push_back(id.text);
      out.push_back(std::move(place));
    }
  }
  return out;
}

class Concepts {
 public:
  explicit Concepts(const Material& m) : m_(m), concepts_(m.book->lexicon().concepts), places_(places(m)) {
    for (const Place& p : places_) index_.emplace(concepts_[p.index].id, p.index);
  }

  void run() {
    for (const Place& p : places_) {
      names(p);
      relations(p);
      if (m_.book->compiled().gist_of_concept[p.index].empty()) m_.warn(*p.path, p.line, fmt::format("the gist of \"{}\" holds no telling word", id(p)), "say how it works, what it is for, what it costs");
    }
    shared_names();
    for (const Place& p : places_) {
      if (p.related.empty() && related_to_.count(p.index) == 0) m_.warn(*p.path, p.line, fmt::format("\"{}\" is related to nothing", id(p)), "name the concepts that it belongs with in \"related\"");
    }
  }

 private:
  [[nodiscard]] std::string_view id(const Place& p) const { return concepts_[p.index].id; }

  void names(const Place& p) {
    const Concept& c = concepts_[p.index];
    std::set<std::string> own = {key_of(c.name)};
    owners_[key_of(c.name)].emplace(p.index, c.name);
    for (const std::string_view alias : c.aliases) {
      const std::string key = key_of(alias);
      if (!own.insert(key).second) m_.warn(*p.path, p.line, fmt::format("\"{}\" has the name \"{}\" already", c.id, alias), "leave the alias out");
      owners_[key].emplace(p.index, alias);
    }
    if (!c.context.empty()) return;
    for (const std::string& key : own) {
      if (key.find(' ') != std::string::npos || is_everywhere(p)) continue;
      const text::WordId word = m_.book->compiled().vocabulary.find(key);
      if (word == text::kNoWord || m_.book->compiled().idf(m_.book->compiled().vocabulary.stem(word)) >= kEveryday) continue;
      m_.warn(*p.path, p.line, fmt::format("\"{}\" is called \"{}\", which is an everyday word", c.id, key), "give \"context\" words, or leave the name out");
    }
  }

  [[nodiscard]] bool is_everywhere(const Place& p) const { return m_.book->compiled().area_is_everywhere[m_.book->compiled().area_of_concept[p.index]]; }

  void relations(const Place& p) {
    std::set<std::string> seen;
    for (const std::string& to : p.related) {
      if (!seen.insert(to).second) m_.warn(*p.path, p.line, fmt::format("\"{}\" names the relation \"{}\" twice", id(p), to));
      const auto it = index_.find(to);
      if (it == index_.end()) m_.error(*p.path, p.line, fmt::format("\"{}\" is related to \"{}\", which no file defines", id(p), to), suggestion(to));
      else if (it->second == p.index) m_.warn(*p.path, p.line, fmt::format("\"{}\" is related to itself", id(p)));
      else related_to_.insert(it->second);
    }
  }

  [[nodiscard]] std::string suggestion(const std::string& to) const {
    std::vector<std::string> ids;
    for (const Concept& c : concepts_) ids.emplace_back(c.id);
    const auto near = text::closest(to, ids);
    return near ? fmt::format("did you mean \"{}\"?", *near) : std::string();
  }

  /// Names of several concepts: only context words tell which one is meant.
  void shared_names() {
    for (const auto& [key, who] : owners_) {
      if (who.size() < 2) continue;
      std::string ids;
      std::set<std::string> contexts;
      bool clear = true;
      for (const auto& [index, name] : who) {
        ids += fmt::format("{}\"{}\"", ids.empty() ? "" : " and ", concepts_[index].id);
        clear = clear && !concepts_[index].context.empty();
        for (const std::string_view word : concepts_[index].context) clear = contexts.insert(key_of(word)).second && clear;
      }
      const Place& last = places_[who.rbegin()->first];
      const bool told_apart = std::all_of(who.begin(), who.end(), [&](const auto& w) { return !concepts_[w.first].context.empty(); });
      if (!told_apart) m_.error(*last.path, last.line, fmt::format("{} are both called \"{}\"", ids, who.rbegin()->second), "leave the name with one of them, or give all of them \"context\" words");
      else if (!clear) m_.warn(*last.path, last.line, fmt::format("{} are both called \"{}\" and share context words", ids, who.rbegin()->second), "choose words that stand near one of them only");
    }
  }

  const Material& m_;
  const Records<Concept>& concepts_;
  std::vector<Place> places_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
  std::map<std::string, std::map<std::uint32_t, std::string>> owners_;  ///< key to concepts and the name as written
  std::set<std::uint32_t> related_to_;
};

}  // namespace

void check_concepts(const Material& m) { Concepts(m).run(); }

}  // namespace te::check
