// trie.h: sequences of words, and the numbers that stand at their ends.
//
// Is:      what PhraseTrie and SaidPhrases walk. Node 0 is the root and stands for "no such way", too.
// Cost:    one array access for the first word of a sequence, one hash probe for each further one.
#pragma once

#include "text/table.h"
#include "text/vocabulary.h"

namespace te::text {

class Trie {
 public:
  static constexpr std::uint32_t kRoot = 0;

  /// The node behind `word`; kRoot when no sequence goes on like that.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, WordId word) const {
    if (node == kRoot) return word < starts_.size() ? starts_[word] : kRoot;
    if ((words_behind_[node] & bit_of(word)) == 0) return kRoot;
    const std::uint32_t* to = edges_.find({node, word});
    return to == nullptr ? kRoot : *to;
  }

  /// The node behind `word`, made when there is none.
  std::uint32_t grow(std::uint32_t node, WordId word) {
    const std::uint32_t known = child(node, word);
    if (known != kRoot) return known;
    if (words_behind_.empty()) words_behind_.push_back(0);
    const std::uint32_t fresh = words_behind_.size();
    words_behind_.push_back(0);
    if (node != kRoot) {
      words_behind_.at(node) |= bit_of(word);
      edges_.try_emplace({node, word}, fresh);
      return fresh;
    }
    if (word >= starts_.size()) starts_.resize(word + 1, kRoot);
    starts_.at(word) = fresh;
    return fresh;
  }

  /// Puts a payload behind those of the node, once.
  void put(std::uint32_t node, std::uint32_t payload) { payloads_.add(node, payload); }

  /// Calls `see` with each payload of a node, in the order in which they were put there.
  template <typename See>
  void each(std::uint32_t node, See see) const {
    payloads_.each(node, see);
  }

  template <typename Archive>
  void archive(Archive& a) {
    a(starts_, edges_, words_behind_, payloads_);
  }

 private:
  static std::uint64_t bit_of(WordId word) { return std::uint64_t{1} << (hash_of(word) & 63); }

  Table<std::uint32_t> starts_;  ///< by word: node behind the root
  FlatMap<Way, std::uint32_t> edges_;
  Table<std::uint64_t> words_behind_;  ///< by node: a bit for each word that leads on; nearly all words lead nowhere
  Chains payloads_;                    ///< by node
};

}  // namespace te::text
