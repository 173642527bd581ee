// Patterns with many alternatives, found in one pass: each match at each start, whatever their number.
#include "text/patterns.h"

#include <fmt/format.h>

#include "support/table.h"

namespace te::text {
namespace {

using test::expect_rows;

/// Finds the given patterns, numbered from 0: "0[is mutable] 1[mutable]".
class Finder {
 public:
  explicit Finder(std::initializer_list<std::string_view> patterns) {
    std::uint32_t n = 0;
    for (const auto pattern : patterns) EXPECT_TRUE(graph_.add(pattern, n++, vocabulary_)) << pattern;
    graph_.settle();
  }
  std::string operator()(std::string_view text) {
    const TokenizedText t = tokenize(text, vocabulary_);
    std::vector<PhraseMatch> matches;
    graph_.find(t, matches);
    std::string out;
    for (const auto& m : matches) out += fmt::format("{}{}[{}]", out.empty() ? "" : " ", m.payload, test::visible(t.slice(m.first, m.last)));
    return out;
  }

 private:
  Vocabulary vocabulary_;
  PatternGraph graph_;
};

TEST(Patterns, FindEveryLengthAtEveryStart) {
  Finder find({"key", "key (value|) store", "(a|the|) (hash|key) map", "store"});
  expect_rows({{"a key", "0[key]"},
               {"keys", "0[keys]"},
               {"a key value store", "0[key] 1[key value store] 3[store]"},
               {"the key store", "0[key] 1[key store] 3[store]"},
               {"the hash map", "2[the hash map] 2[hash map]"},
               {"the key map", "2[the key map] 0[key] 2[key map]"},
               {"key value", "0[key]"},
               {"the value", ""},
               {"", ""}},
              find);
}

TEST(Patterns, PassOverSignsThatJoinAndNotOverParagraphs) {
  Finder find({"key value store", "o[n]"});
  expect_rows({{"key-value-store", "0[key-value-store]"},
               {"key/value store", "0[key/value store]"},
               {"key, value store", ""},
               {"key\n\nvalue store", ""},
               {"key value\n\nstore", ""},
               {"it is O(n)", "1[O(n)]"},
               {"key value", ""}},
              find);
}

TEST(Patterns, NameAPayloadOncePerRange) {
  Vocabulary v;
  PatternGraph graph;
  for (const char* pattern : {"(is|are) (a|) list", "is (a|the) (list|array)", "is list"}) ASSERT_TRUE(graph.add(pattern, 5, v));
  graph.settle();
  const TokenizedText t = tokenize("is a list", v);
  std::vector<PhraseMatch> matches;
  graph.find(t, matches);
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].last, 3U);
}

TEST(Patterns, RefuseWhatCanBeEmptyOrIsUnbalanced) {
  Vocabulary v;
  PatternGraph graph;
  for (const char* pattern : {"", "(a|)", "(a|b", "a)", "((a) b)"}) EXPECT_FALSE(graph.add(pattern, 0, v)) << pattern;
}

}  // namespace
}  // namespace te::text
