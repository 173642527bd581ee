// Widths and line breaks.
#include "text/columns.h"

#include <gtest/gtest.h>

#include "support/table.h"

namespace te::test {
namespace {

TEST(Columns, WideLettersTakeTwoAndMarksNone) {
  EXPECT_EQ(text::columns("abc"), 3U);
  EXPECT_EQ(text::columns("caf\xC3\xA9"), 4U);
  EXPECT_EQ(text::columns("e\xCC\x81"), 1U);
  EXPECT_EQ(text::columns("\xE9\x9D\xA2\xE6\x8E\xA5"), 4U);
}

TEST(Columns, LongLinesBreakUnderTheirFirstWord) {
  expect_rows(
      {
          {"short", "short"},
          {"one two three four five six", "one two three/four five six"},
          {"   one two three four five", "   one two/   three four/   five"},
          {"*   one two three four", "*   one two/    three four"},
          {"    *   one two three", "    *   one two/        three"},
          {"a-word-that-is-longer-than-a-line and", "a-word-that-is-longer-than-a-line/and"},
          {"one two three four\n\nfive", "one two three/four//five"},
          {"ends\n", "ends/"},
      },
      [](std::string_view in) {
        std::string out = text::wrapped(in, 15);
        std::replace(out.begin(), out.end(), '\n', '/');
        return out;
      });
  EXPECT_EQ(text::wrapped("one two three four five six", 0), "one two three four five six");
}

TEST(Columns, ShortenedTextSaysSo) {
  EXPECT_EQ(text::shortened("Kafka in practice", 17), "Kafka in practice");
  EXPECT_EQ(text::shortened("Kafka in practice", 12), "Kafka in...");
  EXPECT_EQ(text::shortened("\xE9\x9D\xA2\xE6\x8E\xA5\xE9\x9D\xA2", 5), "\xE9\x9D\xA2...");
}

}  // namespace
}  // namespace te::test
