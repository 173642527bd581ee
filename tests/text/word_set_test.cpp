#include "text/word_set.h"

#include <set>

#include <gtest/gtest.h>

namespace te::text {
namespace {

TEST(WordSet, HoldsEachWordOnceInTheOrderOfInsertion) {
  WordSet set;
  EXPECT_TRUE(set.empty());
  EXPECT_TRUE(set.insert(7));
  EXPECT_TRUE(set.insert(3));
  EXPECT_FALSE(set.insert(7));
  EXPECT_EQ(std::vector<WordId>(set.begin(), set.end()), (std::vector<WordId>{7, 3}));
  EXPECT_TRUE(set.contains(3));
  EXPECT_FALSE(set.contains(4));
  set.clear();
  EXPECT_TRUE(set.empty());
  EXPECT_FALSE(set.contains(7));
  EXPECT_TRUE(set.insert(7));
  EXPECT_TRUE(set.contains(7));
}

TEST(WordSet, IsLikeTheStandardSetAtEverySize) {
  WordSet set;
  std::set<WordId> expected;
  std::uint32_t word = 1;
  for (int i = 0; i < 5000; ++i) {
    word = word * 1664525U + 1013904223U;
    const WordId small = word >> 20;  // some come again
    EXPECT_EQ(set.contains(small), expected.count(small) > 0);
    EXPECT_EQ(set.insert(small), expected.insert(small).second);
    ASSERT_EQ(set.size(), expected.size());
  }
  EXPECT_EQ(std::set<WordId>(set.begin(), set.end()), expected);
}

TEST(WordSet, NoWordIsAMemberLikeOthers) {
  WordSet set;
  for (WordId word = 0; word < 100; ++word) set.insert(word);
  EXPECT_FALSE(set.contains(kNoWord));
  EXPECT_TRUE(set.insert(kNoWord));
  EXPECT_TRUE(set.contains(kNoWord));
}

}  // namespace
}  // namespace te::text
