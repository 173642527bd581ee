#include "text/phrasing.h"

#include <gtest/gtest.h>

namespace te::text {
namespace {

/// What the groups take of the text, "|" between them; "-" where the phrasing does not fit the whole of it.
std::string groups(std::string_view pattern, std::string_view s) {
  const auto match = Phrasing(pattern).whole(s);
  if (!match) return "-";
  std::string out;
  for (std::size_t i = 0; i < 3; ++i) out += (i > 0 ? "|" : "") + std::string(s.substr(match->groups[i].begin, match->groups[i].end - match->groups[i].begin));
  return out;
}

TEST(Phrasing, TakesTheFirstAlternativeThatLetsTheRestFit) {
  EXPECT_EQ(groups("<(a |the |)><_> (and|or) <_>", "a cat or a dog"), "a |cat|a dog");
  EXPECT_EQ(groups("<(a |the |)><_> (and|or) <_>", "a or the dog"), "|a|the dog");
  EXPECT_EQ(groups("(case(s|)|experience) (where |)<_>", "cases where it rained"), "it rained||");
  EXPECT_EQ(groups("(case(s|)|experience) (where |)<_>", "experiences"), "-");
  EXPECT_EQ(groups("what <_>", "what"), "-");
}

TEST(Phrasing, ABlankIsAsShortAsFitsAndEndsBetweenWords) {
  EXPECT_EQ(groups("<_> and <_>", "a and b and c"), "a|b and c|");
  EXPECT_EQ(groups("write_item", "write an item"), "||");
  EXPECT_EQ(groups("write_item", "write anitem"), "-");
  EXPECT_EQ(groups("write_", "writes it"), "-");
  EXPECT_EQ(groups("what <~> is", "what a tree is"), "a tree||");
  EXPECT_EQ(groups("what <~> is", "what a tree, then, is"), "-");
}

TEST(Phrasing, AShortBlankCountsCharacters) {
  const std::string most = "für aaaaaaaaaaaaaaaaaaaaaaaaaa";  // 30 characters, of which one has two bytes
  EXPECT_EQ(groups("in #, <_>", "in " + most + ", why"), "why||");
  EXPECT_EQ(groups("in #, <_>", "in " + most + "a, why"), "-");
}

TEST(Phrasing, LettersAreSmallOnes) {
  EXPECT_EQ(groups("<@><(i|)>ed*", "applied for it"), "appl|i|");
  EXPECT_EQ(groups("<@><(i|)>ed*", "needed"), "need||");
  EXPECT_EQ(groups("<@>ed*", "edit"), "-");
  EXPECT_EQ(groups("<@>ed*", "Fed"), "-");
}

TEST(Phrasing, BehindAWordAnythingMayFollow) {
  EXPECT_EQ(groups("how <_> (work|works)*", "how it works, and why"), "it||");
  EXPECT_EQ(groups("how <_> (work|works)*", "how it worked"), "-");
  EXPECT_EQ(groups("is <_>( that you*|)", "is it that you like"), "it||");
  EXPECT_EQ(groups("is <_>( that you*|)", "is it that your"), "it that your||");
}

TEST(Phrasing, IsFoundBetweenWords) {
  const Phrasing project("<(project|task)>(s|) where");
  const auto anywhere = [](std::size_t) { return true; };
  const auto found = project.find("subtask where, tasks where", 0, anywhere);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->all.begin, 15U);
  EXPECT_EQ(found->all.end, 26U);
  EXPECT_EQ(found->groups[0].end, 19U);
  EXPECT_FALSE(project.find("tasks where", 1, anywhere));
  EXPECT_FALSE(project.find("tasks where", 0, [](std::size_t end) { return end > 11; }));
  EXPECT_FALSE(project.find("", 0, anywhere));
}

/// Of two blanks the second is not looked for from every place where the first may end.
TEST(Phrasing, LongTextsTakeNoTimeByTheSquare) {
  std::string s;
  for (int i = 0; i < 200000; ++i) s += "a, like b, ";
  EXPECT_EQ(groups("<_>(, like _,|) differs from <_>", s), "-");
  EXPECT_EQ(groups("<_>(, like _,|) differs from <_>", "a, like b, or c, differs from d"), "a|d|");
}

}  // namespace
}  // namespace te::text
