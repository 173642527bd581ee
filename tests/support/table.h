// table.h: tests as tables, one row per case.
//
// Is:      an input and the compact dump that must come of it, and the loop over such rows.
// Is not:  a test framework. Everything is checked by GoogleTest; a failure names the row by its input.
// Example: expect_rows({{"a|b", "a b"}}, [](std::string_view in) { return dump(in); });
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace te::test {

struct Row {
  std::string_view input;
  std::string_view dump;
};

/// With line ends, other control characters and broken UTF-8 written as escapes, for messages and for dumps on one line.
std::string visible(std::string_view s);

template <typename Dump>
void expect_rows(std::initializer_list<Row> rows, Dump&& dump) {
  for (const Row& row : rows) EXPECT_EQ(std::string(dump(row.input)), row.dump) << "input: " << visible(row.input);
}

}  // namespace te::test
