// utf8.h: decoding, case folding and character classes of UTF-8 text. Knows nothing of words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace te::text {

/// How many ASCII bytes stand at the beginning.
std::size_t ascii_prefix(std::string_view bytes);
inline bool is_ascii(std::string_view bytes) { return ascii_prefix(bytes) == bytes.size(); }

/// True when `bytes` is valid UTF-8.
bool is_valid_utf8(std::string_view bytes);

struct Repaired {
  std::string text;                        ///< valid UTF-8
  std::vector<std::uint32_t> replaced_at;  ///< offsets in `text` of each U+FFFD put in place of a broken sequence
};

/// Replaces every maximal invalid sequence by U+FFFD (as the Unicode standard recommends).
Repaired repair_utf8(std::string_view bytes);

/// The code point at `pos` of valid UTF-8 and the number of its bytes.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;
};
CodePoint code_point_at(std::string_view text, std::size_t pos);

/// Letters, digits and marks of any script. Curly apostrophes are no letters.
bool is_word_code_point(char32_t c);
/// An upper-case letter.
bool is_upper_code_point(char32_t c);
/// A letter that a name may begin with: an upper-case one, or one of a script that has no cases.
bool is_capital_code_point(char32_t c);
/// A letter of any script; marks that stand over letters are none.
bool is_letter_code_point(char32_t c);
/// A digit or another number of any script.
bool is_number_code_point(char32_t c);
/// White space of any kind, including the no-break space.
bool is_space_code_point(char32_t c);

/// Lower case of a word; U+2019 becomes an ASCII apostrophe, so that "don’t" equals "don't".
void append_folded(std::string_view word, std::string& out);
std::string folded(std::string_view word);

inline bool is_ascii_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// Where the blanks and line ends from `at` on end.
inline std::size_t behind_space(std::string_view s, std::size_t at) {
  while (at < s.size() && is_ascii_space(s[at])) ++at;
  return at;
}
inline std::string_view without_leading_space(std::string_view s) { return s.substr(behind_space(s, 0)); }
inline char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
/// Letters of ASCII only: byte for byte.
std::string in_lower_case(std::string s);

/// Without white space at both ends (ASCII and no-break space).
std::string_view trimmed(std::string_view s);
bool starts_with_ignoring_case(std::string_view s, std::string_view prefix);
bool equals_ignoring_case(std::string_view a, std::string_view b);
bool contains_ignoring_case(std::string_view s, std::string_view part);
/// Runs of white space as one blank, none at the ends: for quoting a passage on one line.
std::string single_line(std::string_view s);
/// Without carriage returns: lines end as in Unix.
std::string without_returns(std::string_view s);

}  // namespace te::text
