#include "rules/claim_words.h"

#include <algorithm>

namespace te {
namespace {

bool is_sign(const text::Token& token) { return token.kind == text::TokenKind::kPunct; }

}  // namespace

bool Wording::add(std::string_view phrase, text::WordId as, text::Vocabulary& vocabulary) {
  const std::uint32_t payload = said_as_.size();
  said_as_.push_back(as);
  if (!phrases_.add(phrase, payload, vocabulary)) return false;
  if (as == text::kNoWord) return true;  // as they stand: "actually" is light, "actual" is not
  for (const std::string& plain : text::expand_alternatives(phrase)) {
    const text::TokenizedText words = text::tokenize(plain, vocabulary);
    if (words.tokens.size() == 1) single_.try_emplace(words.tokens[0].stem, as);
  }
  return true;
}

bool Wording::add_link(std::string_view word, text::Vocabulary& vocabulary) {
  links_.push_back(vocabulary.intern(word));
  return add_light(word, vocabulary);
}

bool Wording::add_same(std::string_view phrase, std::string_view word, text::Vocabulary& vocabulary) {
  return add(phrase, vocabulary.stem(vocabulary.intern(word)), vocabulary);
}

text::WordId Wording::word_of(const text::Token& token) const {
  const text::WordId* known = single_.find(token.stem);
  return known == nullptr ? token.stem : *known;
}

std::vector<Said> Wording::read(const text::TokenizedText& text, std::uint32_t first, std::uint32_t last) const {
  std::vector<text::PhraseMatch> phrases;
  phrases.reserve(last - first);
  phrases_.find(text, first, last, phrases);
  std::vector<Said> out;
  out.reserve(last - first);
  std::size_t next = 0;
  for (std::uint32_t i = first; i < last;) {
    while (next < phrases.size() && phrases[next].first < i) ++next;
    const text::PhraseMatch* longest = nullptr;
    for (std::size_t k = next; k < phrases.size() && phrases[k].first == i; ++k) {
      if (longest == nullptr || phrases[k].last > longest->last) longest = &phrases[k];
    }
    Said said{text::kNoWord, i, longest == nullptr ? i + 1 : longest->last};
    const text::Token& token = text.tokens[i];
    i = said.last;
    if (token.aside || (longest == nullptr && text::joins(text, said.first))) continue;
    if (longest != nullptr) said.word = said_as_[longest->payload];
    else if (token.kind != text::TokenKind::kBreak) said.word = word_of(text.tokens[said.first]);
    if (said.word == text::kNoWord && token.kind != text::TokenKind::kBreak) continue;
    // "it keeps keeps the keys": a false start says it once.
    if (said.first > 0 && token.word != text::kNoWord && text.tokens[said.first - 1].word == token.word && !out.empty() && out.back().last == said.first) continue;
    said.denial = said.word == denial_;
    said.carrier = std::find(carriers_.begin(), carriers_.end(), said.word) != carriers_.end();
    said.passable = !said.denial && !is_sign(token) && token.kind != text::TokenKind::kBreak;
    out.push_back(said);
  }
  return out;
}

text::WordId opening_of(const std::vector<Said>& said) {
  const auto first = std::find_if(said.begin(), said.end(), [](const Said& s) { return s.word != text::kNoWord; });
  return first == said.end() ? text::kNoWord : first->word;
}

bool SaidPhrases::add(const std::vector<Said>& words, std::uint32_t payload) {
  std::uint32_t node = text::Trie::kRoot;
  for (const Said& said : words) {
    if (said.word != text::kNoWord) node = trie_.grow(node, said.word);
  }
  if (node == text::Trie::kRoot) return false;
  trie_.put(node, payload);
  return true;
}

std::vector<text::PhraseMatch> SaidPhrases::find(const std::vector<Said>& said) const {
  constexpr std::size_t kUsual = 32;
  std::vector<text::PhraseMatch> out;
  std::vector<std::uint32_t> at;
  std::vector<std::uint32_t> passed;  // nodes whose last word stands one word back
  std::vector<std::uint32_t> next;
  for (auto* nodes : {&at, &passed, &next}) nodes->reserve(kUsual);
  for (std::size_t start = 0; start < said.size(); ++start) {
    const std::uint32_t root = trie_.child(text::Trie::kRoot, said[start].word);
    if (root == text::Trie::kRoot) continue;
    const std::size_t first_here = out.size();
    at.assign(1, root);
    passed.clear();
    for (std::size_t i = start; !at.empty() || !passed.empty();) {
      for (const std::uint32_t node : at) {
        const std::size_t first_of_node = out.size();  // a node has each payload once
        trie_.each(node, [&](std::uint32_t payload) {
          std::size_t k = first_here;
          while (k < first_of_node && out[k].payload != payload) ++k;
          if (k == first_of_node) out.push_back({payload, said[start].first, said[i].last});
        });
      }
      if (++i >= said.size()) break;
      next.clear();
      for (const auto* nodes : {&at, &passed}) {
        for (const std::uint32_t node : *nodes) {
          const std::uint32_t to = trie_.child(node, said[i].word);
          if (to != 0 && std::find(next.begin(), next.end(), to) == next.end()) next.push_back(to);
        }
      }
      passed.clear();
      if (said[i].passable && (!said[i - 1].denial || said[i].carrier)) passed.swap(at);
      at.swap(next);
    }
  }
  return out;
}

}  // namespace te
