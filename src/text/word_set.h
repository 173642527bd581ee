// word_set.h: a set of word ids in flat memory.
//
// Why: sets of an answer's words are made and thrown away for every sentence; a node for each word would cost more than
//      what is done with it.
// Order: of insertion.
#pragma once

#include <algorithm>
#include <vector>

#include "text/vocabulary.h"

namespace te::text {

class WordSet {
 public:
  [[nodiscard]] bool contains(WordId word) const { return (bits_ & bit_of(word)) != 0 && is_there(word); }

  /// True when the word is new.
  bool insert(WordId word) {
    if (slots_.empty()) {
      if (contains(word)) return false;
    } else {
      WordId& slot = slots_[slot_of(word)];
      if (slot != kEmpty) return false;
      slot = word;
    }
    bits_ |= bit_of(word);
    if (words_.empty()) words_.reserve(kFew);
    words_.push_back(word);
    if (words_.size() > kFew && 2 * words_.size() > slots_.size()) grow();
    return true;
  }
  template <typename Iterator>
  void insert(Iterator first, Iterator last) {
    for (; first != last; ++first) insert(*first);
  }

  void clear() {
    words_.clear();
    slots_.clear();
    bits_ = 0;
  }

  [[nodiscard]] bool empty() const { return words_.empty(); }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] auto begin() const { return words_.begin(); }
  [[nodiscard]] auto end() const { return words_.end(); }

 private:
  static constexpr std::size_t kFew = 12;  ///< up to so many a search from the first to the last is as fast
  static constexpr std::size_t kFewSlots = 64;
  static constexpr WordId kEmpty = kNoWord - 1;  ///< no vocabulary has so many words

  [[nodiscard]] bool is_there(WordId word) const {
    if (slots_.empty()) return std::find(words_.begin(), words_.end(), word) != words_.end();
    return slots_[slot_of(word)] != kEmpty;
  }

  /// Where the word stands, or the empty slot where it would.
  [[nodiscard]] std::size_t slot_of(WordId word) const {
    std::size_t i = hash_of(word) & (slots_.size() - 1);
    while (slots_[i] != kEmpty && slots_[i] != word) i = (i + 1) & (slots_.size() - 1);
    return i;
  }

  void grow() {
    slots_.assign(std::max(kFewSlots, 4 * slots_.size()), kEmpty);
    for (const WordId word : words_) slots_[slot_of(word)] = word;
  }

  static std::uint64_t bit_of(WordId word) { return std::uint64_t{1} << (hash_of(word) & 63); }

  std::uint64_t bits_ = 0;  ///< a bit for each word: most words that are asked for are in no small set
  std::vector<WordId> words_;
  std::vector<WordId> slots_;  ///< open addressing, at most half full; a power of two, or none while there are few
};

}  // namespace te::text
