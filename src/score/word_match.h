// word_match.h: how far one word stands for another.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rules/compiled_bank.h"

namespace te::score {

/// A word that is compared with many others, with what is known of it alone.
struct ReadyWord {
  ContentWord word;
  std::string_view text;
  std::span<const text::WordId> synonyms;
  std::uint64_t letters = 0;  ///< a bit for each; what is no letter of English shares bits
  std::uint64_t triples = 0;  ///< a bit for three neighbouring letters, word ends included; some share bits
  int distinct = 0;           ///< how many bits `triples` has
  char first = '\0';           ///< letter
  bool has_digit = false;
};

/// Compares content words by stem, concept, everyday synonyms and letters; the figures are the rubric's.
class WordMatch {
 public:
  WordMatch(const RuleBook& book, const text::Vocabulary& vocabulary) : book_(book), rules_(book.compiled()), vocabulary_(vocabulary), figures_(book.rubric().bank) {}

  [[nodiscard]] ReadyWord ready(const ContentWord& word) const;
  /// 0..1; 1 for the same stem.
  [[nodiscard]] double operator()(const ReadyWord& a, const ReadyWord& b) const { return may_match(a, b) ? likeness(a, b) : 0; }
  [[nodiscard]] double operator()(const ContentWord& a, const ContentWord& b) const { return (*this)(ready(a), ready(b)); }

 private:
  /// Half of all pairs of words have nothing in common that tells that they may be alike.
  [[nodiscard]] static bool may_match(const ReadyWord& a, const ReadyWord& b) {
    const bool share_letters = a.first == b.first || (a.triples & b.triples) != 0;
    return share_letters || !a.synonyms.empty() || (a.word.concept_index != kNoConcept && b.word.concept_index != kNoConcept);
  }
  [[nodiscard]] double likeness(const ReadyWord& a, const ReadyWord& b) const;
  [[nodiscard]] double by_concept(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] double by_letters(const ReadyWord& a, const ReadyWord& b) const;

  const RuleBook& book_;
  const CompiledRules& rules_;
  const text::Vocabulary& vocabulary_;
  const BankScoring& figures_;
};

/// Whether two words differ by at most `limit` letters added, left out or changed.
bool within_edits(std::string_view a, std::string_view b, std::size_t limit);

/// Share of the letter triples, word ends included, that two words have in common (Dice).
double letter_likeness(std::string_view a, std::string_view b);

}  // namespace te::score
