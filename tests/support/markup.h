// markup.h: reading pages in tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace te::test {

/// What stands between each `begin` and the next `end`, in order.
std::vector<std::string> between(std::string_view text, std::string_view begin, std::string_view end);

/// Text of a piece of HTML: without tags, character references resolved.
std::string text_of(std::string_view html);

/// What is wrong with the nesting of a page's elements; empty when every element ends where it should.
std::string nesting_error(std::string_view page);

/// Fields of a CSV text by row (RFC 4180).
std::vector<std::vector<std::string>> csv_fields(std::string_view csv);

}  // namespace te::test
