// claim_words.h: what words say in a claim, whichever of many wordings is chosen.
//
// Is:      a text as the words that matter: articles, auxiliaries and fillers are left out, and words that can stand for
//          each other are one. "They, like, really keep the keys ordered" reads as "keep key sorted".
// Is not:  the synonyms of bank answers (synonyms.json), which are looser: here a word too many is a false accusation.
// Words:   stems; phrases of several words are matched on base forms (see text/phrases.h).
// Cost:    linear in the tokens.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/phrases.h"

namespace te {

/// One telling word, which stands in the tokens [first, last).
struct Said {
  text::WordId word = text::kNoWord;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool denial = false;
  bool carrier = false;  ///< "need", "have": what they deny is denied of what follows
  bool passable = true;  ///< may stand unheeded between the words of a phrase: no sign, no denial
};

class Wording {
 public:
  /// Words that say nothing in a claim. False when the phrase holds no word or an unbalanced bracket.
  bool add_light(std::string_view phrase, text::Vocabulary& vocabulary) { return add(phrase, text::kNoWord, vocabulary); }
  /// A light word that only links the subject with what is said of it.
  bool add_link(std::string_view word, text::Vocabulary& vocabulary);
  /// The phrase says what `word` says.
  bool add_same(std::string_view phrase, std::string_view word, text::Vocabulary& vocabulary);
  /// A verb that carries a denial on: "does not need a lock" is "no lock".
  void add_carrier(std::string_view word, text::Vocabulary& vocabulary) { carriers_.push_back(vocabulary.stem(vocabulary.intern(word))); }
  /// The word that denials are read as.
  void set_denial(std::string_view word, text::Vocabulary& vocabulary) { denial_ = vocabulary.stem(vocabulary.intern(word)); }

  /// When all phrases are added: makes them ready to be read.
  void settle() { phrases_.settle(); }

  [[nodiscard]] bool is_link(text::WordId word) const { return std::find(links_.begin(), links_.end(), word) != links_.end(); }
  /// The telling words of the tokens [first, last).
  [[nodiscard]] std::vector<Said> read(const text::TokenizedText& text, std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] std::vector<Said> read(const text::TokenizedText& text) const { return read(text, 0, static_cast<std::uint32_t>(text.tokens.size())); }

  template <typename Archive>
  void archive(Archive& a) {
    a(phrases_, said_as_, single_, links_, carriers_, denial_);
  }

 private:
  bool add(std::string_view phrase, text::WordId as, text::Vocabulary& vocabulary);
  [[nodiscard]] text::WordId word_of(const text::Token& token) const;

  text::PhraseTrie phrases_;                            ///< payload: index into said_as_
  text::Table<text::WordId> said_as_;                   ///< kNoWord: light
  text::FlatMap<text::WordId, text::WordId> single_;    ///< by stem
  text::Table<text::WordId> links_;
  text::Table<text::WordId> carriers_;
  text::WordId denial_ = text::kNoWord;
};

/// The first word that tells anything; kNoWord when none does.
text::WordId opening_of(const std::vector<Said>& said);

/// Finds sequences of telling words; one other word may stand between two of them.
class SaidPhrases {
 public:
  /// False when there is no word.
  bool add(const std::vector<Said>& words, std::uint32_t payload);
  /// When all are added: makes them ready to be found.
  void settle() { trie_.settle(); }
  /// Every match, in text order, each payload with its shortest match per start.
  [[nodiscard]] std::vector<text::PhraseMatch> find(const std::vector<Said>& said) const;

  template <typename Archive>
  void archive(Archive& a) {
    a(trie_);
  }

 private:
  text::Trie trie_;
};

}  // namespace te
