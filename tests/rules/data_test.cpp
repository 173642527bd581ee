// The embedded data: it loads, ids and aliases are unique, and words that need a context name nothing without one.
#include <map>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "rules/compiled.h"
#include "support/interviews.h"

namespace te {
namespace {

/// Concepts that a text names, by id.
std::set<std::string, std::less<>> named_in(const std::string& text) {
  static AnnotatedTurns turns(test::default_book()->compiled(), {});
  const Annotation a = turns.annotate(text);
  std::set<std::string, std::less<>> out;
  for (const auto& match : a.concepts) out.emplace(test::default_book()->lexicon().concepts[match.payload].id);
  return out;
}

/// The words of an alias as the matcher sees them.
std::string key_of(std::string_view alias) {
  static text::Vocabulary vocabulary;
  const text::TokenizedText t = text::tokenize(alias, vocabulary);
  std::string out;
  for (const auto& token : t.tokens) {
    const bool sign = token.kind == text::TokenKind::kPunct && token.end - token.begin == 1 && std::string_view("-/.&").find(t.text[token.begin]) != std::string_view::npos;
    if (token.kind != text::TokenKind::kBreak && !sign) out += std::string(vocabulary.text(vocabulary.base(token.word))) + " ";
  }
  return out;
}

std::vector<std::string> names_of(const Concept& c) {
  std::vector<std::string> out(c.aliases.begin(), c.aliases.end());
  out.emplace_back(c.name);
  return out;
}

TEST(Data, LoadsAndIsNotSmall) {
  const Lexicon& lexicon = test::default_book()->lexicon();
  EXPECT_GT(lexicon.concepts.size(), 3000U);
  EXPECT_GT(lexicon.areas.size(), 100U);
  EXPECT_EQ(lexicon.sha256.size(), 64U);
  EXPECT_GT(test::default_book()->compiled().max_idf, 5);
  ASSERT_EQ(test::default_book()->banks().size(), 1U);
  EXPECT_FALSE(test::default_book()->banks().front().given);
  EXPECT_GE(test::default_book()->banks().front().questions.size(), 120U);
}

TEST(Data, AFileIsFoundByItsPath) {
  for (const DataFile& file : embedded_data()) EXPECT_EQ(embedded_file(file.path), file.content) << file.path;
  EXPECT_TRUE(embedded_file("rubrics/none.json").empty());
}

TEST(Data, IdsAreUnique) {
  std::set<std::string_view> areas;
  for (const Area& a : test::default_book()->lexicon().areas) EXPECT_TRUE(areas.insert(a.id).second) << a.id;
  std::set<std::string_view> ids;
  for (const Concept& c : test::default_book()->lexicon().concepts) EXPECT_TRUE(ids.insert(c.id).second) << c.id;
  std::set<std::string> categories;
  for (const auto& name : test::default_book()->compiled().categories) EXPECT_TRUE(categories.insert(name).second) << name;
}

TEST(Data, EveryAreaHasConcepts) {
  std::set<std::string_view> used;
  for (const Concept& c : test::default_book()->lexicon().concepts) used.insert(c.area);
  for (const Area& a : test::default_book()->lexicon().areas) EXPECT_TRUE(used.count(a.id) > 0) << a.id;
}

TEST(Data, AnAliasNamesOneConcept) {
  // Two concepts may share a word only if each needs a context to be told apart.
  std::map<std::string, std::set<std::uint32_t>> owners;
  const auto& concepts = test::default_book()->lexicon().concepts;
  for (std::uint32_t i = 0; i < concepts.size(); ++i) {
    for (const auto& name : names_of(concepts[i])) owners[key_of(name)].insert(i);
  }
  for (const auto& [key, who] : owners) {
    std::string ids;
    std::size_t without_context = 0;
    for (const auto i : who) {
      ids += fmt::format(" {}", concepts[i].id);
      without_context += concepts[i].context.empty() ? 1 : 0;
    }
    EXPECT_TRUE(who.size() == 1 || without_context == 0) << "'" << key << "' names" << ids;
  }
}

TEST(Data, AConceptIsFoundUnderEachOfItsNames) {
  for (const Concept& c : test::default_book()->lexicon().concepts) {
    const std::string context = c.context.empty() ? std::string() : fmt::format(" ({})", c.context.front());
    for (const auto& name : names_of(c)) EXPECT_TRUE(named_in("Yes, " + name + ", that" + context).count(c.id) > 0) << c.id << " as " << name;
  }
}

/// The names that hold no word of the concept's own context: "product roadmap" needs none beside it, "roadmap" does.
std::vector<std::string> doubtful_names_of(const Concept& c) {
  std::vector<std::string> out = names_of(c);
  std::erase_if(out, [&](const std::string& name) {
    const std::string key = " " + key_of(name);
    return std::any_of(c.context.begin(), c.context.end(), [&](std::string_view word) { return key.find(" " + key_of(word)) != std::string::npos; });
  });
  return out;
}

TEST(Data, AContextIsNeededWhereOneIsGiven) {
  std::size_t tried = 0;
  for (const Concept& c : test::default_book()->lexicon().concepts) {
    if (c.context.empty()) continue;
    for (const auto& name : doubtful_names_of(c)) {
      ++tried;
      EXPECT_EQ(named_in("Yes, " + name + ", that.").count(c.id), 0U) << c.id << " as " << name << " without its context";
    }
  }
  EXPECT_GT(tried, 100U);
}

TEST(Data, AContextMustBeNear) {
  const auto& concepts = test::default_book()->lexicon().concepts;
  const auto found = std::find_if(concepts.begin(), concepts.end(), [](const Concept& c) { return !c.context.empty() && !doubtful_names_of(c).empty(); });
  ASSERT_NE(found, concepts.end());
  const Concept with_context = *found;
  const std::string name = doubtful_names_of(with_context).front();
  std::string gap;
  for (int i = 0; i < 120; ++i) gap += " yes";
  EXPECT_EQ(named_in(fmt::format("{}{} {}", name, gap, with_context.context.front())).count(with_context.id), 0U);
  EXPECT_EQ(named_in(fmt::format("{} yes yes {}", name, with_context.context.front())).count(with_context.id), 1U);
}

TEST(Data, RelatedConceptsAreOthers) {
  const auto& concepts = test::default_book()->lexicon().concepts;
  for (std::uint32_t i = 0; i < concepts.size(); ++i) {
    for (const auto r : concepts[i].related) {
      EXPECT_LT(r, concepts.size()) << concepts[i].id;
      EXPECT_NE(r, i) << concepts[i].id;
    }
  }
}

}  // namespace
}  // namespace te
