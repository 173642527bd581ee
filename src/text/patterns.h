// patterns.h: finds patterns with many alternatives in one pass over the tokens.
//
// Is:      a graph of words. "(is|are) (a |)mutable" has a handful of edges, however many plain phrases it stands for.
// Is not:  the trie of phrases.h, which expands alternatives and finds only the longest phrase at each start.
// Words:   base forms, as in phrases.h; an alternative is made of whole words; "[" and "]" stand for brackets that are
//          said: "o[n]".
// Cost:    linear in the tokens: per token the patterns that begin with it, each followed as far as it matches.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/phrases.h"

namespace te::text {

class PatternGraph {
 public:
  /// False when the pattern holds no word, can be empty or has an unbalanced bracket.
  bool add(std::string_view pattern, std::uint32_t payload, Vocabulary& vocabulary);

  /// Appends every match at every start, in text order, each payload once per range.
  void find(const TokenizedText& text, const Vocabulary& vocabulary, std::vector<PhraseMatch>& out) const;

 private:
  static constexpr std::uint32_t kNoPayload = UINT32_MAX;
  struct Edge {
    WordId word = kNoWord;
    std::uint32_t to = 0;
  };
  struct Node {
    std::vector<Edge> edges;
    std::uint32_t payload = kNoPayload;
  };
  using Words = std::vector<WordId>;
  using Segment = std::vector<Words>;  ///< alternatives, an empty one makes the segment optional

  static bool read(const TokenizedText& pattern, Vocabulary& vocabulary, std::vector<Segment>& out);
  std::uint32_t node_before(const Segment& segment, std::uint32_t next);

  std::vector<Node> nodes_;
  std::unordered_map<WordId, std::vector<std::uint32_t>> starts_;  ///< nodes behind a first word
};

}  // namespace te::text
