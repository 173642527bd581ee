#include "score/fact_words.h"

namespace te::score {
namespace {

bool holds(const std::vector<std::uint32_t>& sorted, std::uint32_t term) { return std::binary_search(sorted.begin(), sorted.end(), term); }

}  // namespace

std::span<const text::PhraseMatch> within(const std::vector<text::PhraseMatch>& matches, std::uint32_t first, std::uint32_t last) {
  const auto before = [](const text::PhraseMatch& m, std::uint32_t token) { return m.first < token; };
  const auto from = std::lower_bound(matches.begin(), matches.end(), first, before);
  return {from, std::lower_bound(from, matches.end(), last, before)};
}

std::uint32_t groups_of(const CompiledFact& fact, std::uint32_t term) {
  const auto part = std::lower_bound(fact.parts.begin(), fact.parts.end(), std::make_pair(term, 0U));
  return part == fact.parts.end() || part->first != term ? 0 : part->second;
}

FactWords::FactWords(const FactBook& facts, const text::Vocabulary& vocabulary, const Annotation& annotation) : a(annotation) {
  facts.terms.find(a.text, vocabulary, terms);
}

bool FactWords::is_part_of_another_name(const text::PhraseMatch& m, std::uint32_t about) const {
  constexpr std::uint32_t kLongestName = 6;
  const auto near = within(a.concepts, m.first > kLongestName ? m.first - kLongestName : 0, m.last);
  return std::any_of(near.begin(), near.end(), [&](const auto& c) {
    return c.payload != about && c.first <= m.first && c.last >= m.last && c.last - c.first > m.last - m.first;
  });
}

/// "is backed by a linked list" names the list within the claim.
bool FactWords::is_inside_part(const CompiledFact& fact, const text::PhraseMatch& m) const {
  constexpr std::uint32_t kLongestPart = 8;
  const auto near = within(terms, m.first > kLongestPart ? m.first - kLongestPart : 0, m.first + 1);
  return std::any_of(near.begin(), near.end(), [&](const auto& part) { return part.last >= m.last && groups_of(fact, part.payload) != 0; });
}

std::uint32_t FactWords::first_contrast(const CompiledFact& fact, std::uint32_t first, std::uint32_t last, const ClaimReader* claims) const {
  std::uint32_t at = last;
  const auto see = [&](const text::PhraseMatch& m) {
    if (m.first >= at || (claims != nullptr && claims->aside(m.first))) return;
    if (!is_inside_part(fact, m)) at = m.first;
  };
  for (const auto& m : within(a.concepts, first, last)) {
    if (fact.contrast && m.payload == *fact.contrast) see(m);
  }
  for (const auto& m : within(terms, first, last)) {
    if (holds(fact.others, m.payload)) see(m);
  }
  return at;
}

bool FactWords::names_unless(const CompiledFact& fact, std::uint32_t first, std::uint32_t last) const {
  const auto near = within(terms, first, last);
  return std::any_of(near.begin(), near.end(), [&](const auto& m) { return holds(fact.unless, m.payload); });
}

}  // namespace te::score
