#include "score/fact_words.h"

namespace te::score {
namespace {

/// How wide a claim may be, in tokens.
constexpr std::uint32_t kClaimWidth = 9;

bool holds(std::span<const std::uint32_t> sorted, std::uint32_t term) { return std::binary_search(sorted.begin(), sorted.end(), term); }

/// A part of one claim, found.
struct FoundPart {
  text::PhraseMatch match;
  std::uint32_t bit;
};

/// The claim from the part `begin` on: of each part the next one that overlaps no other.
SaidClaim gather(const std::vector<FoundPart>& found, std::size_t begin, std::uint32_t all) {
  SaidClaim out;
  std::uint32_t bits = 0;
  for (std::size_t i = begin; i < found.size() && bits != all; ++i) {
    const text::PhraseMatch& m = found[i].match;
    if (m.last > found[begin].match.first + kClaimWidth) continue;
    const bool taken = std::any_of(out.parts.begin(), out.parts.end(), [&](const auto& p) { return m.first < p.last && p.first < m.last; });
    if ((bits & found[i].bit) != 0 || taken) continue;
    bits |= found[i].bit;
    out.parts.push_back(m);
    out.last = std::max(out.last, m.last);
  }
  out.first = found[begin].match.first;
  if (bits != all) out.parts.clear();
  return out;
}

}  // namespace

std::span<const text::PhraseMatch> within(const std::vector<text::PhraseMatch>& matches, std::uint32_t first, std::uint32_t last) {
  const auto before = [](const text::PhraseMatch& m, std::uint32_t token) { return m.first < token; };
  const auto from = std::lower_bound(matches.begin(), matches.end(), first, before);
  return {from, std::lower_bound(from, matches.end(), last, before)};
}

FactWords::FactWords(const FactBook& facts, const Annotation& annotation) : a(annotation), facts_(facts) {
  constexpr std::size_t kWordsPerName = 8;
  names.reserve(a.text.tokens.size() / kWordsPerName);
  facts.names.find(a.text, names);
}

const FactWords::Reading& FactWords::read(std::uint32_t sentence) const {
  if (reading_.sentence == sentence) return reading_;
  const text::Sentence& range = a.text.sentences[sentence];
  reading_.sentence = sentence;
  reading_.searched = false;
  reading_.said = facts_.wording.read(a.text, range.first, range.last);
  reading_.words.clear();
  for (const Said& said : reading_.said) reading_.words.insert(said.word);
  return reading_;
}

const FactWords::Reading& FactWords::search(std::uint32_t sentence) const {
  read(sentence);
  if (reading_.searched) return reading_;
  reading_.searched = true;
  reading_.parts = facts_.said.find(reading_.said);
  reading_.terms.clear();
  for (const auto& m : reading_.parts) reading_.terms.insert(m.payload);
  return reading_;
}

bool FactWords::may_claim(const CompiledFact& fact, std::uint32_t sentence) const {
  const auto claims_with = [&](auto is_there) {
    std::vector<std::uint32_t> said(fact.claims.size(), 0);
    return std::any_of(fact.parts.begin(), fact.parts.end(), [&](const ClaimPart& p) { return is_there(p.term) && (said[p.claim] |= p.bit) == fact.claims[p.claim]; });
  };
  const auto opens = [&, &words = read(sentence).words](std::uint32_t term) {
    const auto openings = facts_.openings[term];
    return std::any_of(openings.begin(), openings.end(), [&](text::WordId word) { return words.contains(word); });
  };
  return claims_with(opens) && claims_with([&](std::uint32_t term) { return search(sentence).terms.contains(term); });
}

std::vector<SaidClaim> FactWords::claims(const CompiledFact& fact, std::uint32_t sentence, std::uint32_t first, std::uint32_t last) const {
  std::vector<std::vector<FoundPart>> found(fact.claims.size());
  for (const auto& m : within(search(sentence).parts, first, last)) {
    if (m.last > last) continue;
    const auto before = [](const ClaimPart& part, std::uint32_t term) { return part.term < term; };
    for (auto p = std::lower_bound(fact.parts.begin(), fact.parts.end(), m.payload, before); p != fact.parts.end() && p->term == m.payload; ++p) {
      found[p->claim].push_back({m, p->bit});
    }
  }
  std::vector<SaidClaim> out;
  for (std::size_t c = 0; c < found.size(); ++c) {
    for (std::size_t i = 0; i < found[c].size(); ++i) {
      SaidClaim claim = gather(found[c], i, fact.claims[c]);
      if (!claim.parts.empty()) out.push_back(std::move(claim));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const SaidClaim& x, const SaidClaim& y) { return x.first < y.first; });
  return out;
}

bool FactWords::is_part_of_another_name(const text::PhraseMatch& m, std::uint32_t about) const {
  constexpr std::uint32_t kLongestName = 6;
  const auto near = within(a.concepts, m.first > kLongestName ? m.first - kLongestName : 0, m.last);
  return std::any_of(near.begin(), near.end(), [&](const auto& c) {
    return c.payload != about && c.first <= m.first && c.last >= m.last && c.last - c.first > m.last - m.first;
  });
}

std::uint32_t FactWords::first_contrast(const CompiledFact& fact, std::uint32_t first, std::uint32_t last, const ClaimReader* claims, const SaidClaim* own) const {
  std::uint32_t at = last;
  // "is backed by a linked list" names the list within the claim.
  const auto see = [&](const text::PhraseMatch& m) {
    if (m.first < at && (claims == nullptr || !claims->aside(m.first)) && (own == nullptr || !own->holds(m.first) || !own->holds(m.last - 1))) at = m.first;
  };
  for (const auto& m : within(a.concepts, first, last)) {
    if (fact.contrast && m.payload == *fact.contrast) see(m);
  }
  for (const auto& m : within(names, first, last)) {
    if (holds(fact.others, m.payload)) see(m);
  }
  return at;
}

bool FactWords::names_unless(const CompiledFact& fact, std::uint32_t first, std::uint32_t last) const {
  const auto near = within(names, first, last);
  return std::any_of(near.begin(), near.end(), [&](const auto& m) { return holds(fact.unless, m.payload); });
}

}  // namespace te::score
