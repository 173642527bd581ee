#include "text/phrases.h"

namespace te::text {

bool joins(const TokenizedText& text, std::uint32_t i) {
  const Token& token = text.tokens[i];
  if (token.kind != TokenKind::kPunct || !token.glued || i + 1 >= text.tokens.size()) return false;
  if (!text.tokens[i + 1].glued || token.end - token.begin != 1) return false;
  const char c = text.text[token.begin];
  return c == '-' || c == '/' || c == '.' || c == '&';
}

std::vector<std::string> expand_alternatives(std::string_view pattern) {
  const auto open = pattern.find('(');
  if (open == std::string_view::npos) {
    if (pattern.find(')') != std::string_view::npos) return {};
    return {std::string(pattern)};
  }
  const auto close = pattern.find(')');
  if (close == std::string_view::npos || close < open) return {};
  std::vector<std::string> out;
  std::string_view inside = pattern.substr(open + 1, close - open - 1);
  for (;;) {
    const auto bar = inside.find('|');
    const std::string head = std::string(pattern.substr(0, open)) + std::string(inside.substr(0, bar));
    const auto tails = expand_alternatives(pattern.substr(close + 1));
    for (const auto& tail : tails) out.push_back(head + tail);
    if (bar == std::string_view::npos) break;
    inside.remove_prefix(bar + 1);
  }
  return out;
}

bool PhraseTrie::add(std::string_view pattern, std::uint32_t payload, Vocabulary& vocabulary) {
  const auto plain_patterns = expand_alternatives(pattern);
  bool all = !plain_patterns.empty();
  for (const auto& plain : plain_patterns) all = add_words(plain, payload, vocabulary) && all;
  return all;
}

bool PhraseTrie::add_words(std::string_view words, std::uint32_t payload, Vocabulary& vocabulary) {
  const TokenizedText tokens = tokenize(words, vocabulary);
  std::uint32_t node = Trie::kRoot;
  for (std::uint32_t i = 0; i < tokens.tokens.size(); ++i) {
    const Token& token = tokens.tokens[i];
    if (token.kind == TokenKind::kBreak || joins(tokens, i)) continue;
    node = trie_.grow(node, token.base);
  }
  if (node == Trie::kRoot) return false;
  trie_.put(node, payload);
  return true;
}

void PhraseTrie::find(const TokenizedText& text, std::uint32_t first, std::uint32_t last, std::vector<PhraseMatch>& out) const {
  for (std::uint32_t start = first; start < last; ++start) {
    if (text.tokens[start].kind == TokenKind::kBreak) continue;
    const std::size_t first_here = out.size();
    std::uint32_t node = Trie::kRoot;
    for (std::uint32_t i = start; i < last; ++i) {
      const Token& token = text.tokens[i];
      if (token.kind == TokenKind::kBreak) break;
      if (i > start && joins(text, i)) continue;
      node = trie_.child(node, token.base);
      if (node == Trie::kRoot) break;
      trie_.each(node, [&](std::uint32_t payload) { extend(payload, start, i + 1, first_here, out); });
    }
  }
}

void PhraseTrie::extend(std::uint32_t payload, std::uint32_t first, std::uint32_t last, std::size_t first_here, std::vector<PhraseMatch>& out) {
  for (std::size_t i = first_here; i < out.size(); ++i) {
    if (out[i].payload != payload) continue;
    out[i].last = last;
    return;
  }
  out.push_back({payload, first, last});
}

}  // namespace te::text
