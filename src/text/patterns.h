// patterns.h: finds patterns with many alternatives in one pass over the tokens.
//
// Is:      a graph of words. "(is|are) (a |)mutable" has a handful of edges, however many plain phrases it stands for.
// Is not:  the trie of phrases.h, which expands alternatives and finds only the longest phrase at each start.
// Words:   base forms, as in phrases.h; an alternative is made of whole words; "[" and "]" stand for brackets that are
//          said: "o[n]".
// Cost:    linear in the tokens: per token the patterns that begin with it and the next one, each followed as far as it matches.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/phrases.h"

namespace te::text {

class PatternGraph {
 public:
  /// False when the pattern holds no word, can be empty or has an unbalanced bracket.
  bool add(std::string_view pattern, std::uint32_t payload, Vocabulary& vocabulary);

  /// When all are added: makes them ready to be found.
  void settle() { openings_.settle(); }

  /// Appends every match at every start, in text order, each payload once per range.
  void find(const TokenizedText& text, std::vector<PhraseMatch>& out) const;

  template <typename Archive>
  void archive(Archive& a) {
    a(nodes_, edges_, openings_);
  }

 private:
  static constexpr std::uint32_t kNoPayload = UINT32_MAX;
  struct Edge {
    WordId word = kNoWord;
    std::uint32_t to = 0;
  };
  struct Node {
    std::uint32_t first = 0;  ///< of its edges
    std::uint32_t last = 0;
    std::uint32_t payload = kNoPayload;
  };
  using Words = std::vector<WordId>;
  using Segment = std::vector<Words>;  ///< alternatives, an empty one makes the segment optional

  static bool read(const TokenizedText& pattern, Vocabulary& vocabulary, std::vector<Segment>& out);
  [[nodiscard]] std::span<const Edge> edges_of(std::uint32_t node) const { return edges_.rows().subspan(nodes_[node].first, nodes_[node].last - nodes_[node].first); }
  std::uint32_t add_node(std::span<const Edge> edges, std::uint32_t payload);
  std::uint32_t node_before(const Segment& segment, std::uint32_t next);

  Table<Node> nodes_;
  Table<Edge> edges_;            ///< those of a node stand together
  Trie openings_;                ///< one word: the nodes behind it where a pattern ends; two: all nodes behind them
};

}  // namespace te::text
