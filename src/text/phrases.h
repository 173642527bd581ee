// phrases.h: finds many phrases in one pass over the tokens.
//
// Is:      a trie over base forms (see vocabulary.h). "fine-tuning", "Fine tuning" and "fine tunings" are one phrase.
// Is not:  a regular expression engine. A pattern is words, with (a|b|) for alternatives that are expanded when added.
// Cost:    per token the length of the longest phrase that starts there, whatever the number of phrases.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"
#include "text/trie.h"

namespace te::text {

/// A phrase found in the tokens [first, last).
struct PhraseMatch {
  std::uint32_t payload = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

class PhraseTrie {
 public:
  /// Adds a pattern such as "(i'm|i am) not (really|) sure". False when it holds no word or an unbalanced bracket.
  bool add(std::string_view pattern, std::uint32_t payload, Vocabulary& vocabulary);
  /// Adds the words as they are; brackets have no meaning. False when there is none.
  bool add_words(std::string_view words, std::uint32_t payload, Vocabulary& vocabulary);

  /// When all are added: makes them ready to be found.
  void settle() { trie_.settle(); }

  /// Appends, for each start and each payload, the longest phrase that begins there, in text order.
  void find(const TokenizedText& text, std::vector<PhraseMatch>& out) const { find(text, 0, static_cast<std::uint32_t>(text.tokens.size()), out); }
  /// The same within the tokens [first, last).
  void find(const TokenizedText& text, std::uint32_t first, std::uint32_t last, std::vector<PhraseMatch>& out) const;

  template <typename Archive>
  void archive(Archive& a) {
    a(trie_);
  }

 private:
  /// Adds a match, or lengthens the one that the payload has at this start already.
  static void extend(std::uint32_t payload, std::uint32_t first, std::uint32_t last, std::size_t first_here, std::vector<PhraseMatch>& out);

  Trie trie_;
};

/// Whether the token only joins its neighbours: "-", "/", "." and "&" in "client-side", "CI/CD", "node.js", "R&D".
inline bool joins(const TokenizedText& text, std::uint32_t i) {
  const Token& token = text.tokens[i];
  if (token.kind != TokenKind::kPunct || !token.glued || i + 1 >= text.tokens.size()) return false;
  if (!text.tokens[i + 1].glued || token.end - token.begin != 1) return false;
  const char c = text.text[token.begin];
  return c == '-' || c == '/' || c == '.' || c == '&';
}

/// The next token that does not only join its neighbours; `last` or more when none stands before it.
inline std::uint32_t word_behind(const TokenizedText& text, std::uint32_t i, std::uint32_t last) {
  do ++i;
  while (i < last && joins(text, i));
  return i;
}

/// The plain patterns that a pattern with alternatives stands for; empty when its brackets do not match.
std::vector<std::string> expand_alternatives(std::string_view pattern);

}  // namespace te::text
