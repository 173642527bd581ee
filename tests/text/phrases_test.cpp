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
    trie_.settle();
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
  trie.settle();
  const TokenizedText t = tokenize("As a result it shrank.", v);
  std::vector<PhraseMatch> matches;
  trie.find(t, matches);
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(matches[0].payload, 7U);
  EXPECT_EQ(matches[1].payload, 9U);
}

TEST(Trie, LeadsAlongEverySequenceAndNowhereElse) {
  Trie trie;
  constexpr WordId kWords = 100;  // more than share a row of beginnings
  const auto begins = [](WordId word) { return word % 3 == 1; };
  const auto leads_on = [](WordId from, WordId word) { return (from + word) % 7 == 0; };
  for (WordId first = kWords; first-- > 0;) {
    if (!begins(first)) continue;
    const std::uint32_t node = trie.grow(Trie::kRoot, first);
    EXPECT_EQ(trie.grow(Trie::kRoot, first), node);
    for (WordId second = kWords; second-- > 0;) {
      if (leads_on(first, second)) trie.put(trie.grow(node, second), first * kWords + second);
    }
  }
  trie.settle();
  for (WordId first = 0; first < 2 * kWords; ++first) {
    const std::uint32_t node = trie.child(Trie::kRoot, first);
    ASSERT_EQ(node != Trie::kRoot, first < kWords && begins(first)) << first;
    for (WordId second = 0; node != Trie::kRoot && second < 2 * kWords; ++second) {
      const std::uint32_t end = trie.child(node, second);
      ASSERT_EQ(end != Trie::kRoot, second < kWords && leads_on(first, second)) << first << ' ' << second;
      if (end == Trie::kRoot) continue;
      std::vector<std::uint32_t> payloads;
      trie.each(end, [&](std::uint32_t payload) { payloads.push_back(payload); });
      EXPECT_EQ(payloads, std::vector<std::uint32_t>{first * kWords + second});
      EXPECT_EQ(trie.child(end, second), Trie::kRoot);
    }
  }
  EXPECT_EQ(trie.child(Trie::kRoot, kNoWord), Trie::kRoot);
}

TEST(Trie, KeepsPayloadsInTheirOrderEachOnce) {
  Trie trie;
  const std::uint32_t node = trie.grow(Trie::kRoot, 4);
  const std::uint32_t behind = trie.grow(node, 4);
  for (const std::uint32_t payload : {7U, 2U, 7U, 9U, 2U}) trie.put(node, payload);
  trie.put(behind, 7);
  trie.settle();
  std::vector<std::uint32_t> payloads;
  trie.each(trie.child(Trie::kRoot, 4), [&](std::uint32_t payload) { payloads.push_back(payload); });
  EXPECT_EQ(payloads, (std::vector<std::uint32_t>{7, 2, 9}));
}

TEST(Trie, WithoutSequencesLeadsNowhere) {
  Trie trie;
  EXPECT_EQ(trie.child(Trie::kRoot, 0), Trie::kRoot);
  trie.settle();
  EXPECT_EQ(trie.child(Trie::kRoot, 0), Trie::kRoot);
}

}  // namespace
}  // namespace te::text
