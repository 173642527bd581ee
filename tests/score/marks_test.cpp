#include <gtest/gtest.h>

#include <array>

#include "score/marks.h"

namespace te::score {
namespace {

TEST(Marks, HoldWhatWasPutThere) {
  Marks marks;
  EXPECT_FALSE(marks.contains(0));
  EXPECT_TRUE(marks.insert(63));
  EXPECT_TRUE(marks.insert(64));
  EXPECT_TRUE(marks.insert(100000));
  EXPECT_FALSE(marks.insert(64));
  for (const std::uint32_t there : {63U, 64U, 100000U}) EXPECT_TRUE(marks.contains(there)) << there;
  for (const std::uint32_t none : {0U, 62U, 65U, 99999U, 100001U, UINT32_MAX}) EXPECT_FALSE(marks.contains(none)) << none;
}

TEST(Marks, TakeAwayOneOrAll) {
  Marks marks;
  constexpr std::array<std::uint32_t, 3> kNumbers = {1, 2, 200};
  marks.insert(kNumbers.begin(), kNumbers.end());
  marks.erase(2);
  marks.erase(3000000);
  EXPECT_TRUE(marks.contains(1) && marks.contains(200));
  EXPECT_TRUE(marks.insert(2));
  marks.clear();
  for (const std::uint32_t n : kNumbers) EXPECT_FALSE(marks.contains(n)) << n;
}

}  // namespace
}  // namespace te::score
