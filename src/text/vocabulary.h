// vocabulary.h: words as numbers.
//
// Is:      an interning table: each distinct folded word is normalised and stemmed once and then known by its id.
// Is not:  a dictionary. It knows every word that it was given and no other.
// Owns:    the word texts. Views into it stay valid for its lifetime.
// Layers:  the rule book's vocabulary is frozen and shared by all threads; each evaluation puts its own words into a
//          second layer on top, whose ids begin where those of the layer below end.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sb_stemmer;

namespace te::text {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = UINT32_MAX;

struct WordInfo {
  std::string text;         ///< folded
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
  /// kNoWord when the word was never interned.
  [[nodiscard]] WordId find(std::string_view folded) const;
  [[nodiscard]] const WordInfo& info(WordId id) const;
  [[nodiscard]] std::string_view text(WordId id) const { return info(id).text; }
  [[nodiscard]] WordId base(WordId id) const { return info(id).base; }
  [[nodiscard]] WordId stem(WordId id) const { return info(id).stem; }
  [[nodiscard]] WordId size() const { return first_ + static_cast<WordId>(words_.size()); }

 private:
  struct StemmerDeleter {
    void operator()(sb_stemmer* s) const;
  };
  WordId add(std::string_view folded);
  std::string stem_of(std::string_view folded);

  const Vocabulary* below_ = nullptr;
  WordId first_ = 0;
  std::deque<WordInfo> words_;
  std::unordered_map<std::string_view, WordId> ids_;
  std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_;
};

/// The form on which phrases and concepts match: no possessive, no plural s ("indexes" and "index" are one, "is" stays).
std::string base_form(std::string_view folded);

}  // namespace te::text
