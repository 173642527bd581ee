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
      const WordId word = sign == "[" ? vocabulary.intern("(") : sign == "]" ? vocabulary.intern(")") : vocabulary.base(token.word);
      if (inside) out.back().back().push_back(word);
      else out.push_back({{word}});
    }
  }
  return !inside && !out.empty();
}

/// A node from which each alternative of the segment leads to `next`.
std::uint32_t PatternGraph::node_before(const Segment& segment, std::uint32_t next) {
  Node node;
  for (const Words& words : segment) {
    if (words.empty()) {
      node.edges.insert(node.edges.end(), nodes_[next].edges.begin(), nodes_[next].edges.end());
      if (nodes_[next].payload != kNoPayload) node.payload = nodes_[next].payload;
      continue;
    }
    std::uint32_t to = next;
    for (std::size_t i = words.size(); i-- > 1;) {
      nodes_.push_back({{{words[i], to}}, kNoPayload});
      to = static_cast<std::uint32_t>(nodes_.size() - 1);
    }
    node.edges.push_back({words.front(), to});
  }
  nodes_.push_back(std::move(node));
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

bool PatternGraph::add(std::string_view pattern, std::uint32_t payload, Vocabulary& vocabulary) {
  std::vector<Segment> segments;
  if (!read(tokenize(pattern, vocabulary), vocabulary, segments)) return false;
  nodes_.push_back({{}, payload});
  auto node = static_cast<std::uint32_t>(nodes_.size() - 1);
  for (std::size_t i = segments.size(); i-- > 0;) node = node_before(segments[i], node);
  if (nodes_[node].payload != kNoPayload) return false;
  for (const Edge& edge : nodes_[node].edges) {
    auto& starts = starts_[edge.word];
    if (std::find(starts.begin(), starts.end(), edge.to) == starts.end()) starts.push_back(edge.to);
  }
  return true;
}

void PatternGraph::find(const TokenizedText& text, const Vocabulary& vocabulary, std::vector<PhraseMatch>& out) const {
  const auto n = static_cast<std::uint32_t>(text.tokens.size());
  std::vector<std::uint32_t> at;
  std::vector<std::uint32_t> next;
  for (std::uint32_t start = 0; start < n; ++start) {
    if (text.tokens[start].kind == TokenKind::kBreak) continue;
    const auto begin = starts_.find(vocabulary.base(text.tokens[start].word));
    if (begin == starts_.end()) continue;
    at = begin->second;
    for (std::uint32_t i = start; !at.empty(); ) {
      const std::size_t before = out.size();
      for (const std::uint32_t node : at) {
        const std::uint32_t payload = nodes_[node].payload;
        const bool known = payload == kNoPayload || std::any_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), [&](const PhraseMatch& m) { return m.payload == payload; });
        if (!known) out.push_back({payload, start, i + 1});
      }
      do ++i;
      while (i < n && joins(text, i));
      if (i >= n || text.tokens[i].kind == TokenKind::kBreak) break;
      const WordId word = vocabulary.base(text.tokens[i].word);
      next.clear();
      for (const std::uint32_t node : at) {
        for (const Edge& edge : nodes_[node].edges) {
          if (edge.word == word) next.push_back(edge.to);
        }
      }
      at.swap(next);
    }
  }
}

}  // namespace te::text
