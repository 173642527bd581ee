// marks.h: a set of numbers of words or terms, as a bit for each one that there is.
//
// Why: an answer's words are looked up far more often than they are gathered; a bit is found without a search.
// Is not: a list. It knows whether a number is there, not which ones are; see text/word_set.h.
// Memory: an eighth of a byte for each number up to the largest one; no set holds kNoWord.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace te::score {

class Marks {
 public:
  Marks() = default;
  /// With room for numbers below `size`.
  explicit Marks(std::uint32_t size) : bits_(size / kBits + 1, 0) {}

  [[nodiscard]] bool contains(std::uint32_t number) const { return number / kBits < bits_.size() && (bits_[number / kBits] & bit_of(number)) != 0; }

  /// True when the number is new.
  bool insert(std::uint32_t number) {
    if (number / kBits >= bits_.size()) bits_.resize(std::max<std::size_t>(number / kBits + 1, 2 * bits_.size()), 0);
    std::uint64_t& bits = bits_[number / kBits];
    const std::uint64_t before = bits;
    bits |= bit_of(number);
    return bits != before;
  }
  template <typename Iterator>
  void insert(Iterator first, Iterator last) {
    for (; first != last; ++first) insert(*first);
  }

  void erase(std::uint32_t number) {
    if (contains(number)) bits_[number / kBits] &= ~bit_of(number);
  }
  /// Keeps its memory.
  void clear() { std::fill(bits_.begin(), bits_.end(), 0); }

 private:
  static constexpr std::uint32_t kBits = 64;
  static std::uint64_t bit_of(std::uint32_t number) { return std::uint64_t{1} << (number % kBits); }

  std::vector<std::uint64_t> bits_;
};

}  // namespace te::score
