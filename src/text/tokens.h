// tokens.h: text as words, numbers and punctuation, and these as sentences.
//
// Is:      a flat list of tokens with byte offsets, and sentence ranges over it. One pass, linear in the bytes.
// Is not:  a parser of Markdown: emphasis marks, backquotes and heading marks are stepped over, fenced code is marked.
// Units:   offsets are bytes into the text that was given to tokenize().
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/vocabulary.h"

namespace te::text {

enum class TokenKind : std::uint8_t {
  kWord,    ///< letters, digits after a letter, inner apostrophes, "c++", "c#", ".net"
  kNumber,  ///< digits with inner points, commas and colons: 3, 99.9, 10,000
  kPunct,   ///< one sign (or a run of full stops); white space and Markdown marks give no token
  kBreak,   ///< end of a paragraph, of a list item or of a line that stands alone
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  WordId word = kNoWord;  ///< folded text
  WordId base = kNoWord;  ///< its forms, see WordForms
  WordId stem = kNoWord;
  TokenKind kind = TokenKind::kWord;
  bool glued = false;     ///< no space between this token and the one before it ("4" "bit" in "4-bit" are not)
  bool upper = false;     ///< begins with an upper-case letter
  bool code = false;      ///< inside a fenced code block or backquotes
  bool aside = false;     ///< set by whoever knows words: inside a stage direction such as "(pauses)", not spoken
  bool name = false;      ///< set by whoever knows words: a proper name of a person, school or company
};

/// A range of tokens [first, last) that reads as one sentence, list item or line.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool question = false;   ///< ends with a question mark
  bool list_item = false;
  bool code = false;       ///< fenced code
};

struct TokenizedText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::uint32_t words = 0;  ///< tokens of kind kWord and kNumber

  [[nodiscard]] std::string_view slice(const Token& token) const {
    return text.substr(token.begin, token.end - token.begin);
  }
  /// The bytes of a token range, from the first token's begin to the last one's end.
  [[nodiscard]] std::string_view slice(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] std::string_view slice(const Sentence& s) const { return slice(s.first, s.last); }
};

/// `vocabulary` receives the words that it does not know yet.
TokenizedText tokenize(std::string_view text, Vocabulary& vocabulary);

}  // namespace te::text
