// fact_words.h: what a turn says in the words of the facts: claims, names of subjects and of rivals.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "score/claims.h"
#include "score/marks.h"
#include "text/word_set.h"

namespace te::score {

/// Matches that begin in [first, last); they are in text order.
std::span<const text::PhraseMatch> within(const std::vector<text::PhraseMatch>& matches, std::uint32_t first, std::uint32_t last);

/// A claim of a fact as it is said: the tokens of its parts, whoever it is said of.
struct SaidClaim {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<text::PhraseMatch> parts;
  [[nodiscard]] bool holds(std::uint32_t token) const {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& p) { return token >= p.first && token < p.last; });
  }
};

class FactWords {
 public:
  FactWords(const FactBook& facts, const Annotation& annotation);

  /// Whether a sentence holds all parts of one of the fact's claims. Most hold none, which is cheaper to tell than where they are.
  [[nodiscard]] bool may_claim(const CompiledFact& fact, std::uint32_t sentence) const;
  /// The fact's claims in [first, last) of a sentence.
  [[nodiscard]] std::vector<SaidClaim> claims(const CompiledFact& fact, std::uint32_t sentence, std::uint32_t first, std::uint32_t last) const;
  /// "list" in "list comprehension" is no list.
  [[nodiscard]] bool is_part_of_another_name(const text::PhraseMatch& m, std::uint32_t about) const;
  /// The first token in [first, last) that names the contrasted side outside the claim's own words, and outside a
  /// comparison when `claims` is given; `last` when there is none.
  [[nodiscard]] std::uint32_t first_contrast(const CompiledFact& fact, std::uint32_t first, std::uint32_t last, const ClaimReader* claims, const SaidClaim* own) const;
  /// The same, in a comparison or not.
  [[nodiscard]] bool names_contrast(const CompiledFact& fact, std::uint32_t first, std::uint32_t last, const SaidClaim* own = nullptr) const { return first_contrast(fact, first, last, nullptr, own) < last; }
  [[nodiscard]] bool names_unless(const CompiledFact& fact, std::uint32_t first, std::uint32_t last) const;

  const Annotation& a;
  std::vector<text::PhraseMatch> names;  ///< payload: number of the name

 private:
  /// A sentence in the words of claims.
  struct Reading {
    std::uint32_t sentence = UINT32_MAX;
    std::vector<Said> said;
    text::WordSet words;                   ///< of `said`
    bool searched = false;                 ///< for what follows
    std::vector<text::PhraseMatch> parts;  ///< of claims; payload: number of the part's term
    Marks terms;                           ///< of `parts`
  };
  /// Most sentences name nothing that a fact is about; they are never read for it. All facts ask for one after the other.
  const Reading& read(std::uint32_t sentence) const;
  /// The same with the parts of claims. Most sentences that are read have not even the words with which a claim's parts begin.
  const Reading& search(std::uint32_t sentence) const;

  const FactBook& facts_;
  mutable Reading reading_;  ///< of the sentence asked for last
};

}  // namespace te::score
