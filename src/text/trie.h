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
    if (heads_.empty()) add_node();
    const std::uint32_t fresh = heads_.size();
    add_node();
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
  void put(std::uint32_t node, std::uint32_t payload) {
    std::uint32_t last = kNone;
    for (std::uint32_t i = heads_[node]; i != kNone; i = payloads_[i].next) {
      if (payloads_[i].value == payload) return;
      last = i;
    }
    const std::uint32_t fresh = payloads_.size();
    payloads_.push_back({payload, kNone});
    if (last == kNone) heads_.at(node) = fresh;
    else payloads_.at(last).next = fresh;
  }

  /// Calls `see` with each payload of a node other than the root, in the order in which they were put there.
  template <typename See>
  void each(std::uint32_t node, See see) const {
    for (std::uint32_t i = heads_[node]; i != kNone; i = payloads_[i].next) see(payloads_[i].value);
  }

  template <typename Archive>
  void archive(Archive& a) {
    a(starts_, edges_, words_behind_, heads_, payloads_);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  static std::uint64_t bit_of(WordId word) { return std::uint64_t{1} << (hash_of(word) & 63); }
  void add_node() {
    heads_.push_back(kNone);
    words_behind_.push_back(0);
  }

  struct Payload {
    std::uint32_t value = 0;
    std::uint32_t next = kNone;
  };

  Table<std::uint32_t> starts_;  ///< by word: node behind the root
  FlatMap<Way, std::uint32_t> edges_;
  Table<std::uint64_t> words_behind_;  ///< by node: a bit for each word that leads on; nearly all words lead nowhere
  Table<std::uint32_t> heads_;   ///< by node: first payload
  Table<Payload> payloads_;
};

}  // namespace te::text
