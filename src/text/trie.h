// trie.h: sequences of words, and the numbers that stand at their ends.
//
// Is:      what PhraseTrie and SaidPhrases walk. Node 0 is the root and stands for "no such way", too.
// Use:     grow() and put() gather sequences, settle() lays them out; child() and each() read what was laid out.
// Layout:  a start of the program meets every page and nearly every cache line for the first time, so few are touched. Bits say
//          where nothing is to be found. Nodes stand by depth: those behind the root, which are met most, together and in the
//          order of their words. Nodes behind one node stand together, so that their words can be searched.
// Cost:    one access to a small table for the first word of a sequence, one search for each further one that may lead on.
#pragma once

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

#include "text/table.h"
#include "text/vocabulary.h"

namespace te::text {

class Trie {
 public:
  static constexpr std::uint32_t kRoot = 0;

  /// The node behind `word`; kRoot when no sequence goes on like that.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, WordId word) const {
    if (node == kRoot) return start(word);
    if (!holds(ways_, way_bit(node, word))) return kRoot;
    const WordId* const end = words_.begin() + nodes_[node + 1].first_behind;
    const WordId* const way = std::lower_bound(words_.begin() + nodes_[node].first_behind, end, word);
    return way != end && *way == word ? static_cast<std::uint32_t>(way - words_.begin()) : kRoot;
  }

  /// Calls `see` with each payload of a node, in the order in which they were put there.
  template <typename See>
  void each(std::uint32_t node, See see) const {
    if (!holds(ends_, node)) return;
    const std::uint32_t end = nodes_[node + 1].first_payload;
    for (std::uint32_t i = nodes_[node].first_payload; i < end; ++i) see(payloads_[i]);
  }

  /// While it grows: the node behind `word`, made when there is none.
  std::uint32_t grow(std::uint32_t node, WordId word) {
    const Way way{node, word};
    if (const std::uint32_t* known = growing_.known.find(way)) return *known;
    growing_.ways.push_back(way);
    const auto fresh = static_cast<std::uint32_t>(growing_.ways.size());
    growing_.known.try_emplace(way, fresh);
    return fresh;
  }
  /// While it grows: puts a payload behind those of the node, once.
  void put(std::uint32_t node, std::uint32_t payload) {
    if (node >= growing_.payloads.size()) growing_.payloads.resize(growing_.ways.size() + 1);
    std::vector<std::uint32_t>& there = growing_.payloads[node];
    if (std::find(there.begin(), there.end(), payload) == there.end()) there.push_back(payload);
  }
  /// Lays out what has grown, once; nothing is added afterwards.
  void settle() {
    Growing grown = std::exchange(growing_, {});
    const std::size_t size = grown.ways.size() + 1;
    grown.payloads.resize(size);
    std::sort(grown.ways.begin(), grown.ways.end());
    std::vector<std::uint32_t> nodes = {kRoot};  // by depth, with the numbers that they had while they grew
    ways_.resize(std::bit_ceil(size * kBitsPerWay / kBits + 1), 0);
    ends_.resize(size / kBits + 1, 0);
    words_.push_back(kNoWord);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      nodes_.push_back({static_cast<std::uint32_t>(nodes.size()), payloads_.size()});
      const std::vector<std::uint32_t>& payloads = grown.payloads[nodes[i]];
      payloads_.append(payloads);
      if (!payloads.empty()) set(ends_, static_cast<std::uint32_t>(i));
      const std::uint32_t node = nodes[i];
      for (auto way = std::lower_bound(grown.ways.begin(), grown.ways.end(), Way{node, 0}); way != grown.ways.end() && way->node == node; ++way) {
        if (i == kRoot) begin_with(way->word, static_cast<std::uint32_t>(nodes.size()));
        else set(ways_, way_bit(static_cast<std::uint32_t>(i), way->word));
        words_.push_back(way->word);
        nodes.push_back(*grown.known.find(*way));
      }
    }
    nodes_.push_back({static_cast<std::uint32_t>(nodes.size()), payloads_.size()});
  }

  template <typename Archive>
  void archive(Archive& a) {
    a(starts_, ways_, ends_, nodes_, words_, payloads_);
  }

 private:
  /// Of as many words as have a bit each: which of them begin a sequence, and the node behind the first one that does.
  struct Starts {
    std::uint32_t words = 0;
    std::uint32_t node = 0;
  };
  /// Its lists end where those of the next one begin; a last node has nothing but these beginnings.
  struct Node {
    std::uint32_t first_behind = 0;   ///< node
    std::uint32_t first_payload = 0;
  };
  struct Growing {
    std::vector<Way> ways;  ///< to the nodes 1, 2, ...
    FlatMap<Way, std::uint32_t> known;  ///< the node behind each
    std::vector<std::vector<std::uint32_t>> payloads;  ///< by node
  };
  static constexpr std::uint32_t kWordsOfStarts = 32;
  static constexpr std::uint32_t kBits = 64;        ///< of a row of bits
  static constexpr std::uint32_t kBitsPerWay = 8;  ///< or up to twice as many: of words that lead nowhere few are searched for

  /// Notes that a sequence begins with `word`; words come sorted.
  void begin_with(WordId word, std::uint32_t node) {
    if (word / kWordsOfStarts >= starts_.size()) starts_.resize(word / kWordsOfStarts + 1, {});
    Starts& starts = starts_.at(word / kWordsOfStarts);
    if (starts.words == 0) starts.node = node;
    starts.words |= 1U << (word % kWordsOfStarts);
  }
  static bool holds(const Table<std::uint64_t>& bits, std::uint32_t i) { return (bits[i / kBits] >> (i % kBits) & 1) != 0; }
  static void set(Table<std::uint64_t>& bits, std::uint32_t i) { bits.at(i / kBits) |= std::uint64_t{1} << (i % kBits); }
  [[nodiscard]] std::uint32_t way_bit(std::uint32_t node, WordId word) const { return hash_of(Way{node, word}) & (ways_.size() * kBits - 1); }

  [[nodiscard]] std::uint32_t start(WordId word) const {
    if (word / kWordsOfStarts >= starts_.size()) return kRoot;
    const Starts& starts = starts_[word / kWordsOfStarts];
    const std::uint32_t bit = 1U << (word % kWordsOfStarts);
    return (starts.words & bit) == 0 ? kRoot : starts.node + static_cast<std::uint32_t>(std::popcount(starts.words & (bit - 1)));
  }

  Table<Starts> starts_;         ///< by word / kWordsOfStarts
  // Nearly all words lead nowhere, and nearly all nodes end nothing; these bits are all that is read then.
  Table<std::uint64_t> ways_;    ///< by hash of a node, but the root, and a word that leads on from it
  Table<std::uint64_t> ends_;    ///< by node: whether it has payloads
  Table<Node> nodes_;
  Table<WordId> words_;          ///< by node: the one before it
  Table<std::uint32_t> payloads_;
  Growing growing_;
};

}  // namespace te::text
