// words.h: grammar helpers for the report's sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace te::report {

/// "a", "a and b", "a, b and c".
std::string joined(const std::vector<std::string>& items, std::string_view last = " and ");
/// "1 figure", "3 figures".
std::string counted(std::size_t n, std::string_view noun);
/// "one", "two", ... "twelve", then digits.
std::string number_word(std::size_t n);
/// "follow-up", "not scored": a name of the data as a reader's words.
std::string plain(std::string_view name);
/// With an upper-case first letter (ASCII).
std::string capitalised(std::string s);
/// A passage as one line in double quotes; nothing in it is changed but line breaks and the space around them.
std::string quoted(std::string_view passage);

}  // namespace te::report
