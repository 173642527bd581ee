// word_marks.h: a set of words as a bit for each word of the interview's vocabulary.
//
// Why: an answer's words are looked up far more often than they are gathered; a bit is found without a search.
// Is not: a list. It knows whether a word is there, not which ones are; see text/word_set.h.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "text/vocabulary.h"

namespace te::score {

class WordMarks {
 public:
  [[nodiscard]] bool contains(text::WordId word) const { return word / kBits < bits_.size() && (bits_[word / kBits] >> (word % kBits) & 1U) != 0; }

  /// True when the word is new. No kNoWord, which no vocabulary has.
  bool insert(text::WordId word) {
    if (contains(word)) return false;
    if (word / kBits >= bits_.size()) bits_.resize(std::max<std::size_t>(word / kBits + 1, 2 * bits_.size()), 0);
    bits_[word / kBits] |= bit_of(word);
    return true;
  }
  template <typename Iterator>
  void insert(Iterator first, Iterator last) {
    for (; first != last; ++first) insert(*first);
  }

  void erase(text::WordId word) {
    if (contains(word)) bits_[word / kBits] &= ~bit_of(word);
  }
  /// Keeps its memory.
  void clear() { std::fill(bits_.begin(), bits_.end(), 0); }

 private:
  static constexpr std::uint32_t kBits = 64;
  static std::uint64_t bit_of(text::WordId word) { return std::uint64_t{1} << (word % kBits); }

  std::vector<std::uint64_t> bits_;
};

}  // namespace te::score
