// word_match.h: how far one word stands for another.
#pragma once

#include "rules/compiled_bank.h"

namespace te::score {

/// Compares content words by stem, concept, everyday synonyms and letters; the figures are the rubric's.
class WordMatch {
 public:
  WordMatch(const RuleBook& book, const text::Vocabulary& vocabulary) : book_(book), rules_(book.compiled()), vocabulary_(vocabulary), figures_(book.rubric().bank) {}

  /// 0..1; 1 for the same stem.
  [[nodiscard]] double operator()(const ContentWord& a, const ContentWord& b) const;

 private:
  [[nodiscard]] double by_concept(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] double by_letters(std::string_view a, std::string_view b) const;

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
