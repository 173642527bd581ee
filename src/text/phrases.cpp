#include "text/phrases.h"

#include <algorithm>

namespace te::text {

std::vector<std::string> expand_alternatives(std::string_view pattern) {
  std::vector<std::string> out(1);
  for (;;) {
    const auto open = pattern.find('(');
    const auto close = pattern.find(')');
    if (close < open) return {};
    for (std::string& head : out) head += pattern.substr(0, open);
    if (open == std::string_view::npos) return out;
    if (close == std::string_view::npos) return {};
    const std::string_view inside = pattern.substr(open + 1, close - open - 1);
    std::vector<std::string> longer;
    longer.reserve(out.size() * static_cast<std::size_t>(1 + std::count(inside.begin(), inside.end(), '|')));
    for (const std::string& head : out) {
      for (std::string_view rest = inside;;) {
        const auto bar = rest.find('|');
        longer.emplace_back(head) += rest.substr(0, bar);
        if (bar == std::string_view::npos) break;
        rest.remove_prefix(bar + 1);
      }
    }
    out = std::move(longer);
    pattern.remove_prefix(close + 1);
  }
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
    std::uint32_t node = trie_.child(Trie::kRoot, text.tokens[start].base);  // the end of a paragraph is no word and leads nowhere
    const std::size_t first_here = out.size();
    for (std::uint32_t i = start; node != Trie::kRoot;) {
      trie_.each(node, [&](std::uint32_t payload) { extend(payload, start, i + 1, first_here, out); });
      i = word_behind(text, i, last);
      node = i < last ? trie_.child(node, text.tokens[i].base) : Trie::kRoot;
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
