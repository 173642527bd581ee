#include "text/patterns.h"

#include <algorithm>

namespace te::text {

/// Reads "a (b|c d|) e" as [[a]] [[b] [c d] []] [[e]].
bool PatternGraph::read(const TokenizedText& pattern, Vocabulary& vocabulary, std::vector<Segment>& out) {
  bool inside = false;
  for (std::uint32_t i = 0; i < pattern.tokens.size(); ++i) {
    const Token& token = pattern.tokens[i];
    if (token.kind == TokenKind::kBreak) continue;
    const std::string_view sign = token.kind == TokenKind::kPunct ? pattern.slice(token) : std::string_view();
    if (sign == "(" || sign == ")") {
      if (inside == (sign == "(")) return false;
      inside = !inside;
      if (inside) out.push_back({{}});
    } else if (sign == "|" && inside) {
      out.back().emplace_back();
    } else if (!joins(pattern, i)) {
      const WordId word = sign == "[" ? vocabulary.intern("(") : sign == "]" ? vocabulary.intern(")") : token.base;
      if (inside) out.back().back().push_back(word);
      else out.push_back({{word}});
    }
  }
  return !inside && !out.empty();
}

std::uint32_t PatternGraph::add_node(std::span<const Edge> edges, std::uint32_t payload) {
  const std::uint32_t first = edges_.size();
  edges_.append(edges);
  nodes_.push_back({first, edges_.size(), payload});
  return nodes_.size() - 1;
}

/// A node from which each alternative of the segment leads to `next`.
std::uint32_t PatternGraph::node_before(const Segment& segment, std::uint32_t next) {
  std::vector<Edge> edges;
  std::uint32_t payload = kNoPayload;
  for (const Words& words : segment) {
    if (words.empty()) {
      const auto skipping = edges_of(next);
      edges.insert(edges.end(), skipping.begin(), skipping.end());
      if (nodes_[next].payload != kNoPayload) payload = nodes_[next].payload;
      continue;
    }
    std::uint32_t to = next;
    for (std::size_t i = words.size(); i-- > 1;) {
      const Edge edge{words[i], to};
      to = add_node({&edge, 1}, kNoPayload);
    }
    edges.push_back({words.front(), to});
  }
  return add_node(edges, payload);
}

bool PatternGraph::add(std::string_view pattern, std::uint32_t payload, Vocabulary& vocabulary) {
  std::vector<Segment> segments;
  if (!read(tokenize(pattern, vocabulary), vocabulary, segments)) return false;
  std::uint32_t node = add_node({}, payload);
  for (std::size_t i = segments.size(); i-- > 0;) node = node_before(segments[i], node);
  if (nodes_[node].payload != kNoPayload) return false;
  for (const Edge& first : edges_of(node)) {
    const std::uint32_t opening = openings_.grow(Trie::kRoot, first.word);
    if (nodes_[first.to].payload != kNoPayload) openings_.put(opening, first.to);
    for (const Edge& second : edges_of(first.to)) openings_.put(openings_.grow(opening, second.word), second.to);
  }
  return true;
}

void PatternGraph::find(const TokenizedText& text, std::vector<PhraseMatch>& out) const {
  const auto n = static_cast<std::uint32_t>(text.tokens.size());
  constexpr std::size_t kUsual = 32;
  std::vector<std::uint32_t> at;
  std::vector<std::uint32_t> next;
  for (std::uint32_t start = 0; start < n; ++start) {
    // The end of a paragraph is no word and leads nowhere.
    const std::uint32_t opening = openings_.child(Trie::kRoot, text.tokens[start].base);
    if (opening == Trie::kRoot) continue;
    std::uint32_t i = start;
    std::size_t before = out.size();
    const auto note = [&](std::uint32_t node) {
      const std::uint32_t payload = nodes_[node].payload;
      const bool known = payload == kNoPayload || std::any_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), [&](const PhraseMatch& m) { return m.payload == payload; });
      if (!known) out.push_back({payload, start, i + 1});
    };
    openings_.each(opening, note);
    i = word_behind(text, i, n);
    const std::uint32_t two = i < n ? openings_.child(opening, text.tokens[i].base) : Trie::kRoot;
    if (two == Trie::kRoot) continue;
    // Few texts get here.
    at.reserve(kUsual);
    next.reserve(kUsual);
    at.clear();
    openings_.each(two, [&](std::uint32_t node) { at.push_back(node); });
    while (!at.empty()) {
      before = out.size();
      for (const std::uint32_t node : at) note(node);
      i = word_behind(text, i, n);
      if (i >= n) break;
      const WordId word = text.tokens[i].base;
      next.clear();
      for (const std::uint32_t node : at) {
        for (const Edge& edge : edges_of(node)) {
          if (edge.word == word) next.push_back(edge.to);
        }
      }
      at.swap(next);
    }
  }
}

}  // namespace te::text
