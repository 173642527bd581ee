// vocabulary.h: words as numbers.
//
// Is:      an interning table: each distinct folded word is normalised and stemmed once and then known by its id.
// Is not:  a dictionary. It knows every word that it was given and no other.
// Owns:    the word texts. A view of one stays valid until the next word is added.
// Layers:  the rule book's vocabulary is frozen and shared by all threads; each evaluation puts its own words into a
//          second layer on top, whose ids begin where those of the layer below end.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "text/table.h"

struct sb_stemmer;

namespace te::text {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = UINT32_MAX;

struct WordForms {
  WordId base = kNoWord;    ///< without plural and possessive s: what concepts and phrases are matched on
  WordId stem = kNoWord;    ///< Snowball English stem: what relevance is measured on
};

class Vocabulary {
 public:
  Vocabulary();
  /// A layer on top of `below`, which must outlive it and must not change any more.
  explicit Vocabulary(const Vocabulary* below);
  ~Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;

  /// The id of an already folded word; adds it when it is new.
  WordId intern(std::string_view folded);
  // The layer below is large, and memory is slow where it was not read before. Who has many words approaches all of them,
  // fetches each a few words before it is looked up, and hardly waits.
  /// The word's hash; its place in the layer below is on its way.
  [[nodiscard]] std::uint32_t approach(std::string_view folded) const;
  /// Sends for what the layer below has at the place of this hash.
  void fetch(std::uint32_t hash) const;
  /// As above, of a word that was approached.
  WordId intern(std::string_view folded, std::uint32_t hash);
  /// kNoWord when the word was never interned.
  [[nodiscard]] WordId find(std::string_view folded) const;
  [[nodiscard]] std::string_view text(WordId id) const;
  [[nodiscard]] const WordForms& forms(WordId id) const { return layer_of(id).words_[id - layer_of(id).first_].forms; }
  [[nodiscard]] WordId base(WordId id) const { return forms(id).base; }
  [[nodiscard]] WordId stem(WordId id) const { return forms(id).stem; }
  [[nodiscard]] WordId size() const { return first_ + words_.size(); }

  template <typename Archive>
  void archive(Archive& a) {
    a(text_, words_, slots_);
  }

 private:
  struct StemmerDeleter {
    void operator()(sb_stemmer* s) const;
  };
  struct Word {
    std::uint64_t begins_with = 0;  ///< spares a short word the look into text_
    std::uint32_t begin = 0;  ///< in text_
    std::uint32_t size = 0;
    WordForms forms;
  };
  struct Slot {
    std::uint32_t hash = 0;
    WordId id = kNoWord;
  };

  [[nodiscard]] const Vocabulary& layer_of(WordId id) const { return id < first_ ? *below_ : *this; }
  [[nodiscard]] WordId find(std::string_view folded, std::uint32_t hash) const {
    const WordId known = below_ == nullptr ? kNoWord : below_->find_here(folded, hash);
    return known != kNoWord ? known : find_here(folded, hash);
  }
  /// In this layer only.
  [[nodiscard]] WordId find_here(std::string_view folded, std::uint32_t hash) const;
  /// Adds a word that is not there, as its own base and stem.
  WordId append(std::string_view folded, std::uint32_t hash);
  WordId add(std::string_view folded, std::uint32_t hash);
  void place(Slot slot);
  std::string stem_of(std::string_view folded);

  const Vocabulary* below_ = nullptr;
  WordId first_ = 0;
  Table<char> text_;
  Table<Word> words_;
  Table<Slot> slots_;  ///< open addressing, at most two thirds full
  std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_;
};

/// The form on which phrases and concepts match: no possessive, no plural s ("indexes" and "index" are one, "is" stays).
std::string base_form(std::string_view folded);

}  // namespace te::text
