#include "text/table.h"

#include <array>

#include <gtest/gtest.h>

namespace te::text {
namespace {

TEST(Table, LooksAtRowsUntilItIsChanged) {
  const std::array<int, 3> rows = {1, 2, 3};
  Table<int> table;
  table.look_at(rows);
  EXPECT_EQ(table.begin(), rows.data());
  table.push_back(4);
  EXPECT_NE(table.begin(), rows.data());
  EXPECT_EQ(std::vector<int>(table.begin(), table.end()), (std::vector<int>{1, 2, 3, 4}));
  table.at(0) = 7;
  EXPECT_EQ(table[0], 7);
  EXPECT_EQ(rows[0], 1);
}

TEST(Table, IsEmptyAfterItWasMoved) {
  Table<int> table(std::vector<int>{1, 2});
  const Table<int> other = std::move(table);
  EXPECT_EQ(other.size(), 2U);
  EXPECT_TRUE(table.empty());  // NOLINT(bugprone-use-after-move)
}

TEST(Lists, KeepsEachList) {
  Lists<int> lists;
  lists.push_back(std::vector<int>{1, 2});
  lists.push_back({});
  lists.push_back(std::vector<int>{3});
  ASSERT_EQ(lists.size(), 3U);
  EXPECT_EQ(lists[0].size(), 2U);
  EXPECT_TRUE(lists[1].empty());
  EXPECT_EQ(lists[2].front(), 3);
}

TEST(FlatMap, FindsWhatWasPut) {
  FlatMap<std::uint32_t, std::uint32_t> map;
  EXPECT_EQ(map.find(1), nullptr);
  for (std::uint32_t i = 0; i < 1000; ++i) map.try_emplace(i * 7, i);
  map.try_emplace(7, 99);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    ASSERT_NE(map.find(i * 7), nullptr) << i;
    EXPECT_EQ(*map.find(i * 7), i);
    EXPECT_EQ(map.find(i * 7 + 1), nullptr);
  }
}

}  // namespace
}  // namespace te::text
