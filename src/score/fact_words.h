// fact_words.h: what a turn says in the words of the facts: patterns of claims, names of subjects and of rivals.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "score/claims.h"

namespace te::score {

/// Matches that begin in [first, last); they are in text order.
std::span<const text::PhraseMatch> within(const std::vector<text::PhraseMatch>& matches, std::uint32_t first, std::uint32_t last);

/// Bits of the fact's groups that the term stands for.
std::uint32_t groups_of(const CompiledFact& fact, std::uint32_t term);

struct FactWords {
  FactWords(const FactBook& facts, const text::Vocabulary& vocabulary, const Annotation& annotation);

  /// "list" in "list comprehension" is no list.
  [[nodiscard]] bool is_part_of_another_name(const text::PhraseMatch& m, std::uint32_t about) const;
  /// The first token in [first, last) that names the contrasted side outside a comparison; `last` when there is none.
  [[nodiscard]] std::uint32_t first_contrast(const CompiledFact& fact, std::uint32_t first, std::uint32_t last, const ClaimReader* claims) const;
  /// The same, in a comparison or not.
  [[nodiscard]] bool names_contrast(const CompiledFact& fact, std::uint32_t first, std::uint32_t last) const { return first_contrast(fact, first, last, nullptr) < last; }
  [[nodiscard]] bool names_unless(const CompiledFact& fact, std::uint32_t first, std::uint32_t last) const;

  const Annotation& a;
  std::vector<text::PhraseMatch> terms;  ///< payload: number of the pattern

 private:
  [[nodiscard]] bool is_inside_part(const CompiledFact& fact, const text::PhraseMatch& m) const;
};

}  // namespace te::score
