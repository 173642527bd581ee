#include "text/word_list.h"

#include <gtest/gtest.h>

namespace te::text {
namespace {

constexpr std::size_t kNone = WordList::kNone;

TEST(WordList, FindsWholeWordsAtAPlace) {
  const WordList list{"(can|could) you", "what"};
  EXPECT_EQ(list.end_at("could you say", 0), 9U);
  EXPECT_EQ(list.end_at("so what?", 3), 7U);
  EXPECT_EQ(list.end_at("whatever", 0), kNone);
  EXPECT_EQ(list.end_at("could your", 0), kNone);
  EXPECT_EQ(list.end_at("what", 4), kNone);
  EXPECT_EQ(list.end_at("", 0), kNone);
}

TEST(WordList, TheFirstThatFitsCounts) {
  const WordList list{"tell me( more|)( about|)"};
  EXPECT_EQ(list.end_at("tell me more about it", 0), 18U);
  EXPECT_EQ(list.end_at("tell me morels", 0), 7U);
}

TEST(WordList, GoesBehindASignAndBlanks) {
  const WordList list{"(okay|so)"};
  EXPECT_EQ(list.behind("okay,  why", 0, ",."), 7U);
  EXPECT_EQ(list.behind("okay why", 0, ",."), 5U);
  EXPECT_EQ(list.behind("okay, why", 0), kNone);
  EXPECT_EQ(list.behind("okay", 0), kNone);
  EXPECT_EQ(list.behind("sort", 0), kNone);
}

TEST(WordList, IsFoundAnywhereAsWords) {
  const WordList list{"(it|the to)"};
  EXPECT_TRUE(list.is_in("do it"));
  EXPECT_TRUE(list.is_in("(it)"));
  EXPECT_TRUE(list.is_in("what the to is"));
  EXPECT_FALSE(list.is_in("item, bit, the tomb"));
  EXPECT_TRUE(list.is("it"));
  EXPECT_FALSE(list.is("it is"));
}

}  // namespace
}  // namespace te::text
