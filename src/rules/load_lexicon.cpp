#include "rules/load_lexicon.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "rules/text_pool.h"
#include "text/utf8.h"

namespace te::rules {
namespace {

constexpr double kTellingIdf = 2.5;  // words in fewer than about 8 % of paragraphs

bool one_of(std::string_view value, std::initializer_list<std::string_view> allowed) {
  return std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

Concept read_concept(const JsonValue& value, const std::string& path, TextPool& texts, std::vector<std::string>& related, DataErrors& errors) {
  ObjectReader in(value, path, errors);
  Concept c;
  c.id = texts.keep(in.string("id"));
  c.name = texts.keep(in.string("name"));
  c.kind = texts.keep(in.string("kind"));
  c.area = texts.keep(in.string("area"));
  c.level = texts.keep(in.string("level"));
  c.gist = texts.keep(in.string("gist"));
  c.aliases = texts.keep(in.strings("aliases"));
  c.context = texts.keep(in.strings_or_none("context"));
  related = in.strings("related");
  if (!one_of(c.kind, {"tool", "technique", "concept", "metric", "model", "language", "practice", "skill"})) {
    in.fail(fmt::format("concept \"{}\": unknown kind \"{}\"", c.id, c.kind));
  }
  if (!one_of(c.level, {"basic", "intermediate", "advanced"})) in.fail(fmt::format("concept \"{}\": unknown level \"{}\"", c.id, c.level));
  in.done();
  return c;
}

void add_phrases(ObjectReader& in, const std::vector<std::string>& phrases, CategoryId category, CompiledRules& compiled) {
  for (const std::string& phrase : phrases) {
    if (compiled.phrases.add(phrase, category, compiled.vocabulary)) continue;
    in.fail(fmt::format("the phrase \"{}\" holds no word or an unbalanced bracket", phrase), "alternatives are written (a|b|)");
  }
}

/// The telling stems of a text, sorted.
std::vector<text::WordId> telling_stems(std::string_view text, CompiledRules& compiled) {
  std::vector<text::WordId> out;
  for (const text::Token& token : text::tokenize(text, compiled.vocabulary).tokens) {
    if (token.kind != text::TokenKind::kWord) continue;
    const text::WordId stem = compiled.vocabulary.stem(token.word);
    if (compiled.idf(stem) >= kTellingIdf) out.push_back(stem);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

void read_concepts(const JsonValue& root, const std::string& path, Lexicon& lexicon, std::vector<ConceptSource>& sources, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/lexicon/1");
  for (const JsonValue& value : in.array("areas")) {
    ObjectReader area(value, path, errors);
    const Area read{lexicon.texts->keep(area.string("id")), lexicon.texts->keep(area.string("name")), {}};
    const bool known = std::any_of(lexicon.areas.begin(), lexicon.areas.end(), [&](const Area& a) { return a.id == read.id; });
    if (known) area.fail(fmt::format("the area \"{}\" stands twice", read.id));
    lexicon.areas.push_back(read);
    area.done();
  }
  for (const JsonValue& value : in.array("concepts")) {
    ConceptSource source{path, value.line, {}};
    lexicon.concepts.push_back(read_concept(value, path, *lexicon.texts, source.related, errors));
    sources.push_back(std::move(source));
  }
  in.done();
}

void finish_lexicon(Lexicon& lexicon, const std::vector<ConceptSource>& sources, CompiledRules& compiled, DataErrors& errors) {
  const auto fail = [&](std::uint32_t i, std::string message) { errors.add(sources[i].path, sources[i].line, std::move(message)); };
  std::unordered_set<std::string_view> areas;
  for (const Area& a : lexicon.areas) areas.insert(a.id);
  std::unordered_map<std::string_view, std::uint32_t> index;
  for (std::uint32_t i = 0; i < lexicon.concepts.size(); ++i) {
    const Concept& c = lexicon.concepts[i];
    if (!index.emplace(c.id, i).second) fail(i, fmt::format("the concept id \"{}\" stands twice", c.id));
    if (areas.count(c.area) == 0) fail(i, fmt::format("concept \"{}\" is in the area \"{}\", which no file defines", c.id, c.area));
  }
  for (std::uint32_t i = 0; i < lexicon.concepts.size(); ++i) {
    std::vector<std::uint32_t> related;
    for (const std::string& id : sources[i].related) {
      const auto it = index.find(id);
      if (it != index.end() && it->second != i) related.push_back(it->second);
    }
    lexicon.concepts.at(i).related = lexicon.texts->keep(related);
  }
  for (std::uint32_t i = 0; i < lexicon.concepts.size(); ++i) {
    const Concept& c = lexicon.concepts[i];
    compiled.concepts.add_words(c.name, i, compiled.vocabulary);
    for (const std::string_view alias : c.aliases) {
      if (!compiled.concepts.add_words(alias, i, compiled.vocabulary)) fail(i, fmt::format("the alias \"{}\" of \"{}\" holds no word", alias, c.id));
    }
    std::vector<text::WordId> context;
    for (const std::string_view word : c.context) {
      for (const text::Token& token : text::tokenize(word, compiled.vocabulary).tokens) {
        if (token.kind == text::TokenKind::kWord) context.push_back(compiled.vocabulary.base(token.word));
      }
    }
    std::sort(context.begin(), context.end());
    compiled.context_of_concept.push_back(context);
    compiled.gist_of_concept.push_back(telling_stems(c.gist, compiled));
  }
  compiled.concepts.settle();
}

void read_phrases(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/phrases/1");
  for (const JsonValue& value : in.array("categories")) {
    ObjectReader category(value, path, errors);
    const std::string id = category.string("id");
    category.string("why");
    const auto phrases = category.strings("phrases");
    category.done();
    if (compiled.category(id) != kNoCategory) category.fail(fmt::format("the phrase category \"{}\" stands twice", id));
    const auto number = static_cast<CategoryId>(compiled.categories.size());
    compiled.categories.push_back(id);
    add_phrases(category, phrases, number, compiled);
  }
  in.done();
}

void read_intents(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/intents/1");
  for (const JsonValue& value : in.array("intents")) {
    ObjectReader row(value, path, errors);
    Intent intent;
    intent.id = row.string("id");
    intent.label = row.string("label");
    intent.asked = static_cast<CategoryId>(compiled.categories.size());
    compiled.categories.push_back("asks_" + intent.id);
    add_phrases(row, row.strings("asked"), intent.asked, compiled);
    for (const std::string& name : row.strings("answered_by")) {
      intent.answered_by.push_back(compiled.category(name));
      if (intent.answered_by.back() == kNoCategory) row.fail(fmt::format("intent \"{}\": no phrase category \"{}\"", intent.id, name));
    }
    row.done();
    compiled.intents.push_back(std::move(intent));
  }
  const auto mark_stem = [&](const std::string& word, WordTrait trait) { compiled.mark(compiled.vocabulary.stem(compiled.vocabulary.intern(word)), trait); };
  for (const std::string& word : in.strings("frame")) {
    mark_stem(word, WordTrait::kFrames);
    mark_stem(word, WordTrait::kGeneric);
  }
  for (const std::string& word : in.strings("generic")) mark_stem(word, WordTrait::kGeneric);
  in.done();
}

void read_roles(const JsonValue& root, const std::string& path, const Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/roles/1");
  const auto area_index = [&](ObjectReader& where, std::string_view id) {
    for (std::uint32_t i = 0; i < lexicon.areas.size(); ++i) {
      if (lexicon.areas[i].id == id) return i;
    }
    where.fail(fmt::format("no concept file defines the area \"{}\"", id));
    return 0U;
  };
  compiled.area_is_everywhere.assign(lexicon.areas.size(), false);
  for (const std::string& id : in.strings("everywhere")) compiled.area_is_everywhere[area_index(in, id)] = true;
  for (const JsonValue& value : in.array("roles")) {
    ObjectReader row(value, path, errors);
    JobRole role;
    role.id = row.string("id");
    role.titles = static_cast<CategoryId>(compiled.categories.size());
    compiled.categories.push_back("role_" + role.id);
    add_phrases(row, row.strings("titles"), role.titles, compiled);
    for (const std::string& id : row.strings("areas")) role.areas.push_back(area_index(row, id));
    row.done();
    compiled.roles.push_back(std::move(role));
  }
  in.done();
  if (!errors.ok()) return;
  for (const Concept& c : lexicon.concepts) compiled.area_of_concept.push_back(area_index(in, c.area));
  std::vector<CompiledRules::Called> called;
  const auto is_one_word = [](std::string_view name) { return name.find(' ') == std::string_view::npos; };
  const auto mark_name = [&](std::string_view name) {
    const text::WordId word = compiled.vocabulary.intern(text::folded(name));
    compiled.mark(word, WordTrait::kName);
    return word;
  };
  for (std::uint32_t i = 0; i < lexicon.concepts.size(); ++i) {
    const Concept c = lexicon.concepts[i];
    if (is_one_word(c.name)) called.push_back({mark_name(c.name), i});
    for (const std::string_view alias : c.aliases) {
      if (is_one_word(alias)) mark_name(alias);
    }
  }
  std::stable_sort(called.begin(), called.end(), [](const auto& a, const auto& b) { return a.word < b.word; });
  compiled.concepts_of_one_word = text::Table(std::move(called));
}

void read_synonyms(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.string("schema");
  for (const std::string& word : in.strings("negations")) compiled.mark(compiled.vocabulary.intern(word), WordTrait::kNegates);
  std::map<text::WordId, std::vector<text::WordId>> synonyms_of;
  for (const JsonValue& group : in.array("groups")) {
    std::vector<text::WordId> stems;
    for (const JsonValue& word : group.items) {
      if (word.kind != JsonValue::Kind::kString || word.text.empty()) errors.add(path, word.line, "a group of synonyms must hold words");
      else stems.push_back(compiled.vocabulary.stem(compiled.vocabulary.intern(word.text)));
    }
    if (stems.size() < 2) errors.add(path, group.line, "a group of synonyms needs two words");
    for (const auto a : stems) {
      for (const auto b : stems) {
        if (a != b) synonyms_of[a].push_back(b);
      }
    }
  }
  in.done();
  for (auto& [stem, others] : synonyms_of) {
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    compiled.synonyms_of.try_emplace(stem, compiled.synonyms.size());
    compiled.synonyms.push_back(others);
  }
}

void read_background(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/background/1");
  const double paragraphs = in.number("paragraphs", 1, 1e12);
  const JsonValue* words = in.object("words");
  in.done();
  if (words == nullptr) return;
  compiled.max_idf = std::log2(paragraphs + 1);
  std::unordered_map<text::WordId, double> count_of_stem;
  for (const auto& [word, value] : words->members) {
    if (value.kind != JsonValue::Kind::kNumber || value.number < 1) {
      errors.add(path, value.line, fmt::format("\"{}\" must have a count of 1 or more", word));
    }
    count_of_stem[compiled.vocabulary.stem(compiled.vocabulary.intern(word))] += value.number;
  }
  compiled.idf_of_stem.resize(compiled.vocabulary.size(), static_cast<float>(compiled.max_idf));
  for (const auto& [stem, count] : count_of_stem) {
    compiled.idf_of_stem.at(stem) = static_cast<float>(std::log2((paragraphs + 1) / (std::min(count, paragraphs) + 1)));
  }
}

void read_transitions(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/transitions/1");
  Transitions& t = compiled.transitions;
  const auto words = in.strings("function_words");
  const auto suffixes = in.strings("suffixes");
  const auto& rows = in.array("tenths_of_bits");
  in.done();
  // Behind the function words: numbers, commas, other signs, other words, then one class per suffix.
  t.function_classes_ = words.size();
  t.classes_ = words.size() + 4 + suffixes.size();
  if (t.classes_ > 255 || rows.size() != t.classes_) {
    in.fail(fmt::format("{} rows for {} classes", rows.size(), t.classes_), "derive both tables again with scripts/derive-background");
    return;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    t.words_.emplace(words[i], static_cast<std::uint8_t>(i));
    const text::WordId stem = compiled.vocabulary.stem(compiled.vocabulary.intern(words[i]));
    compiled.mark(stem, WordTrait::kFrames);
    compiled.mark(stem, WordTrait::kGeneric);
  }
  t.number_class_ = static_cast<std::uint8_t>(words.size());
  t.words_.emplace(",", static_cast<std::uint8_t>(words.size() + 1));
  t.sign_class_ = static_cast<std::uint8_t>(words.size() + 2);
  t.other_class_ = static_cast<std::uint8_t>(words.size() + 3);
  for (std::size_t i = 0; i < suffixes.size(); ++i) t.suffixes_.emplace_back(suffixes[i], static_cast<std::uint8_t>(words.size() + 4 + i));
  for (const JsonValue& row : rows) {
    if (row.items.size() != t.classes_) {
      errors.add(path, row.line, fmt::format("this row has {} figures, {} are needed", row.items.size(), t.classes_));
      return;
    }
    for (const JsonValue& cell : row.items) {
      const bool fits = cell.kind == JsonValue::Kind::kNumber && std::abs(cell.number) <= SCHAR_MAX && cell.number == std::round(cell.number);
      if (!fits) errors.add(path, cell.line, fmt::format("\"tenths_of_bits\" must hold whole numbers from -{0} to {0}", SCHAR_MAX));
      t.tenths_of_bits_.push_back(static_cast<std::int8_t>(fits ? cell.number : 0));
    }
  }
}

}  // namespace te::rules
