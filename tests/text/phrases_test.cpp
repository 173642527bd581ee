// Phrases found in one pass: alternatives, base forms, hyphens, the longest match, where a phrase cannot stretch.
#include "text/phrases.h"

#include <fmt/format.h>

#include "support/table.h"

namespace te::text {
namespace {

using test::expect_rows;

std::string alternatives(std::string_view pattern) {
  std::string out;
  for (const auto& plain : expand_alternatives(pattern)) out += (out.empty() ? "" : ", ") + plain;
  return out.empty() ? "refused" : out;
}

/// Finds the given patterns, numbered from 0: "0[fine-tuning] 1[tuning]".
class Finder {
 public:
  explicit Finder(std::initializer_list<std::string_view> patterns) {
    std::uint32_t n = 0;
    for (const auto pattern : patterns) EXPECT_TRUE(trie_.add(pattern, n++, vocabulary_)) << pattern;
  }
  std::string operator()(std::string_view text) {
    const TokenizedText t = tokenize(text, vocabulary_);
    std::vector<PhraseMatch> matches;
    trie_.find(t, matches);
    std::string out;
    for (const auto& m : matches) out += fmt::format("{}{}[{}]", out.empty() ? "" : " ", m.payload, test::visible(t.slice(m.first, m.last)));
    return out;
  }

 private:
  Vocabulary vocabulary_;
  PhraseTrie trie_;
};

TEST(Phrases, ExpandsAlternatives) {
  expect_rows({{"plain words", "plain words"},
               {"(a|b) c", "a c, b c"},
               {"not (really|) sure", "not really sure, not  sure"},
               {"(i'm|i am) (so|) lost", "i'm so lost, i'm  lost, i am so lost, i am  lost"},
               {"re(use|cycle)d", "reused, recycled"},
               {"(one)", "one"},
               {"(a|b) (c|d) (e|f)", "a c e, a c f, a d e, a d f, b c e, b c f, b d e, b d f"},
               {"a (b|c", "refused"},
               {"open (a|b", "refused"},
               {"close a|b)", "refused"},
               {"early) and (a|b)", "refused"},
               {"((a|b)|c)", "refused"}},
              alternatives);
}

TEST(Phrases, RefusesPatternsWithoutWords) {
  Vocabulary v;
  PhraseTrie trie;
  EXPECT_FALSE(trie.add("", 0, v));
  EXPECT_FALSE(trie.add("  ", 0, v));
  EXPECT_FALSE(trie.add("maybe (not|", 0, v));
  EXPECT_FALSE(trie.add("sometimes (|)", 0, v) && trie.add("(|)", 0, v));
  EXPECT_TRUE(trie.add("(maybe|perhaps)", 0, v));
}

TEST(Phrases, MatchesBaseFormsInAnyCaseAndSpelling) {
  Finder find({"fine tuning", "load balancer", "ci cd", "don't know", "node.js", "r&d"});
  expect_rows({{"Fine tuning works.", "0[Fine tuning]"},
               {"fine-tuning", "0[fine-tuning]"},
               {"several fine-tunings later", "0[fine-tunings]"},
               {"FINE‑less tuning", ""},
               {"finetuning", ""},
               {"a load balancer's health, two load-balancers", "1[load balancer's] 1[load-balancers]"},
               {"CI/CD and CI CD", "2[CI/CD] 2[CI CD]"},
               {"CI, CD", ""},
               {"I don’t know", "3[don’t know]"},
               {"Node.js, node js", "4[Node.js] 4[node js]"},
               {"R&D spending", "5[R&D]"},
               {"**fine** tuning and `fine` tuning", "0[fine** tuning] 0[fine` tuning]"}},
              find);
}

// Each payload has its longest phrase at a start; different payloads do not hide each other.
TEST(Phrases, TakesTheLongestOfEachPayloadAtEachStart) {
  Finder find({"machine learning", "machine learning engineer", "learning", "engineer at scale"});
  expect_rows({{"machine learning", "0[machine learning] 2[learning]"},
               {"a machine learning engineer", "0[machine learning] 1[machine learning engineer] 2[learning]"},
               {"machine learning engineering", "0[machine learning] 2[learning]"},
               {"machine learning engineer at scale", "0[machine learning] 1[machine learning engineer] 2[learning] 3[engineer at scale]"},
               {"machine", ""}},
              find);
}

TEST(Phrases, StaysWithinASentenceOfSpeech) {
  Finder find({"unit test"});
  expect_rows({{"unit test", "0[unit test]"},
               {"unit\ntest", "0[unit\\ntest]"},   // a wrapped line
               {"unit\r\ntest", "0[unit\\r\\ntest]"},
               {"unit. Test", ""},
               {"unit, test", ""},
               {"one unit\n\ntest two", ""},
               {"- unit\n- test", ""}},
              find);
}

TEST(Phrases, KeepsEveryPayloadOfASharedPhraseOnce) {
  Vocabulary v;
  PhraseTrie trie;
  for (const std::uint32_t payload : {7U, 9U, 7U}) trie.add("as a result", payload, v);
  const TokenizedText t = tokenize("As a result it shrank.", v);
  std::vector<PhraseMatch> matches;
  trie.find(t, matches);
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(matches[0].payload, 7U);
  EXPECT_EQ(matches[1].payload, 9U);
}

}  // namespace
}  // namespace te::text
