// A source as lines: line ends of all kinds with the numbers that SourceText gives, rules, outer quotes.
#include "parse/lines.h"

#include <fmt/format.h>

#include "support/table.h"
#include "support/transcripts.h"

namespace te::parse {
namespace {

using test::expect_rows;

/// Lines as "number:text" with the number that line_at() gives for begin and end.
std::string numbered(std::string_view text) {
  const auto source = test::source_of(text);
  std::string out;
  for (const Line& line : split_lines(*source)) {
    out += fmt::format("{}{}:{}", out.empty() ? "" : " ", line.number, line.text);
    EXPECT_EQ(source->slice(line.span), line.text);
    EXPECT_EQ(source->line_at(line.span.begin), line.number) << test::visible(text);
    EXPECT_EQ(source->line_at(line.span.end), line.number) << test::visible(text);
  }
  return out;
}

TEST(Lines, CountsLinesAsTheParsersDo) {
  expect_rows({{"a", "1:a"},
               {"a\nb\n", "1:a 2:b"},
               {"a\r\nb", "1:a 2:b"},
               {"\xEF\xBB\xBF" "a\n\nb", "1:a 2: 3:b"},
               {"\n\na", "1: 2: 3:a"},
               {"a\rb\rc", "1:a 2:b 3:c"},
               {"a\r\r\nb", "1:a 2: 3:b"},
               {"a\rb\nc\r\nd\n\re\r", "1:a 2:b 3:c 4:d 5: 6:e"}},
              numbered);
}

TEST(Lines, KnowsRules) {
  EXPECT_TRUE(is_rule("====================", '='));
  EXPECT_TRUE(is_rule("  ============================================================ \r", '='));
  EXPECT_FALSE(is_rule("===================", '='));
  EXPECT_FALSE(is_rule("==================== x", '='));
  EXPECT_FALSE(is_rule("--------------------", '='));
}

TEST(Lines, TakeOuterQuotesOff) {
  expect_rows({{" \"said\" ", "said"},
               {"“said”", "said"},
               {"\"\"", ""},
               {"\"", "\""},
               {"\"open", "\"open"},
               {"he \"said\"", "he \"said\""},
               {"plain", "plain"}},
              without_outer_quotes);
}

}  // namespace
}  // namespace te::parse
