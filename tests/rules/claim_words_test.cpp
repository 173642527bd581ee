// Sequences of telling words: what may stand between them, and what is found once.
#include "rules/claim_words.h"

#include <fmt/format.h>

#include "support/table.h"

namespace te {
namespace {

using test::expect_rows;

class Finder {
 public:
  explicit Finder(std::initializer_list<std::pair<std::string_view, std::uint32_t>> phrases) {
    wording_.set_denial("not", vocabulary_);
    for (const auto& [words, payload] : phrases) EXPECT_TRUE(said_.add(wording_.read(text::tokenize(words, vocabulary_)), payload)) << words;
    said_.settle();
  }
  std::string operator()(std::string_view text) {
    const text::TokenizedText t = text::tokenize(text, vocabulary_);
    std::string out;
    for (const auto& m : said_.find(wording_.read(t))) out += fmt::format("{}{}[{}]", out.empty() ? "" : " ", m.payload, t.slice(m.first, m.last));
    return out;
  }

 private:
  text::Vocabulary vocabulary_;
  Wording wording_;
  SaidPhrases said_;
};

TEST(SaidPhrases, OpenWithTheFirstWordThatTells) {
  EXPECT_EQ(opening_of({}), text::kNoWord);
  EXPECT_EQ(opening_of({{text::kNoWord, 0, 1}}), text::kNoWord);
  EXPECT_EQ(opening_of({{text::kNoWord, 0, 1}, {7, 1, 2}, {9, 2, 3}}), 7U);
}

TEST(SaidPhrases, OneOtherWordMayStandBetweenTwo) {
  Finder find({{"keep order", 0}, {"not order", 1}});
  expect_rows({{"keep order", "0[keep order]"},
               {"they keep strict order", "0[keep strict order]"},
               {"keep very strict order", ""},
               {"keep, order", ""},
               {"not order", "1[not order]"},
               {"not strict order", ""}},
              find);
}

TEST(SaidPhrases, APayloadHasItsShortestMatchPerStartAndAWordManyPayloads) {
  Finder find({{"fast", 0}, {"fast", 1}, {"fast read", 0}, {"fast read", 2}, {"fast disk read", 2}});
  expect_rows({{"fast", "0[fast] 1[fast]"},
               {"fast read", "0[fast] 1[fast] 2[fast read]"},
               {"fast disk read", "0[fast] 1[fast] 2[fast disk read]"},
               {"fast fast", "0[fast] 1[fast]"}},  // a false start says it once
              find);
}

}  // namespace
}  // namespace te
