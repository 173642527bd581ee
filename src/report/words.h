// words.h: grammar helpers for the report's sentences.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/transcript.h"

namespace te::report {

/// "a", "a and b", "a, b and c".
std::string joined(const std::vector<std::string>& items, std::string_view last = " and ", std::string_view between = ", ");
/// Without the full stop of a sentence that goes on.
std::string without_stop(std::string s);
/// "1 figure", "3 figures".
std::string counted(std::size_t n, std::string_view noun);
/// "one", "two", ... "twelve", then digits.
std::string number_word(std::size_t n);
/// "follow-up", "not scored": a name of the data as a reader's words.
std::string plain(std::string_view name);
/// With an upper-case first letter (ASCII).
std::string capitalised(std::string s);
/// One of several ways to say the same, by the place in the report, so that neighbours differ and the same input gives
/// the same words.
std::string_view one_way(std::initializer_list<std::string_view> ways, std::size_t place);
/// To so many places, at most four, so that what is printed shows what is known and no noise.
double rounded(double value, int decimals);
/// Adds a sentence behind a blank; nothing for an empty one.
void append(std::string& out, std::string_view sentence);
/// A passage as one line in double quotes; nothing in it is changed but line breaks and the space around them.
std::string quoted(std::string_view passage);

/// "Proceed to next round", as in headings; a sentence adds the full stop.
std::string_view decision_in_words(Decision decision);

}  // namespace te::report
