#include "text/letter_pattern.h"

#include <gtest/gtest.h>

#include "support/table.h"

namespace te::text {
namespace {

bool found(const char* pattern, std::string_view text) { return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), LetterPattern(pattern).on(text)); }

TEST(LetterPattern, MatchesLettersOfEveryScript) {
  EXPECT_TRUE(found(R"(^\pL+$)", "name"));
  EXPECT_TRUE(found(R"(^[\pL\pN-]+$)", "name-7"));
  EXPECT_TRUE(found(R"(^\p{Lu}\pL+$)", "Éva"));
  EXPECT_TRUE(found(R"(^\pL+$)", "Жанна"));
  EXPECT_FALSE(found(R"(^\pL+$)", "na7me"));
  EXPECT_TRUE(found(R"(^\[?(\pL[^\[\]]*)\]?$)", "[name]"));
  EXPECT_FALSE(found(R"(^\p{Lu})", "éva"));
}

TEST(LetterPattern, ChoosesTheSmallVariantWhereItIsEnough) {
  const LetterPattern pattern(R"(\pL)");
  EXPECT_EQ(&pattern.on("plain"), &pattern.on("dashes \u2013 and \u201Cquotes\u201D"));
  EXPECT_NE(&pattern.on("plain"), &pattern.on("Gar\u00E7on"));
  EXPECT_NE(&pattern.on("plain"), &pattern.on("\u00B2"));
  EXPECT_NE(&pattern.on("plain"), &pattern.on("\xE2\x80"));
}

TEST(LetterPattern, TakesDashesAndQuotesAsTheyStand) {
  EXPECT_TRUE(found(R"(^[\pL'\x{2019}]+$)", "don\u2019t"));
  EXPECT_FALSE(found(R"(^\pL+$)", "don\u2019t"));
}

}  // namespace
}  // namespace te::text
