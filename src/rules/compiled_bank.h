// compiled_bank.h: a question bank in the form in which interviews are compared with it.
//
// Is:      an inverted index from the words and concepts of the bank's questions, and the words of its reference texts.
// Is not:  a score. src/score/reference.h compares an answer with these texts.
// Cost:    a question costs one walk over the postings of its own words, whatever the size of the bank.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "rules/compiled.h"

namespace te {

inline constexpr std::uint32_t kNoConcept = std::numeric_limits<std::uint32_t>::max();

/// A word that carries content.
struct ContentWord {
  text::WordId stem = text::kNoWord;
  std::uint32_t concept_index = kNoConcept;  ///< the concept that it is a part of the name of
  std::uint32_t token = 0;                   ///< in the annotation it was taken from
  std::uint16_t negated = 0;                 ///< 1: a word shortly before it denies it
  std::uint16_t name = 0;                    ///< 1: a proper name: may match, must not count as a word too many
};

/// A text for comparison.
struct ComparedText {
  text::Table<ContentWord> words;    ///< in text order, each stem once
  text::Table<std::uint64_t> pairs;  ///< neighbouring stems, function words included; sorted, each once
};

/// The words of the tokens [first, last).
ComparedText compared(const CompiledRules& rules, const text::Vocabulary& vocabulary, const Annotation& annotation, std::uint32_t first, std::uint32_t last);

/// A bank entry: looks into its bank. Parallel to Bank::questions.
struct BankEntry {
  std::span<const text::WordId> asked;  ///< content stems of the question, sorted
  std::vector<ComparedText> references;
  std::vector<ComparedText> key_points;
  std::vector<ComparedText> misconceptions;
};

struct BankMatch {
  std::uint32_t entry = 0;
  double similarity = 0;  ///< Tversky index of the idf weights, 0..1
};

class CompiledBank {
 public:
  /// `frame_weight`: of words that only frame a question ("could you explain").
  CompiledBank(const Bank& bank, CompiledRules& rules, double frame_weight);
  /// For an image to be read into.
  CompiledBank() = default;

  template <typename Archive>
  void archive(Archive& a) {
    a(entries_, asked_, words_, pairs_, posted_, postings_, frame_weight_);
  }

  [[nodiscard]] BankEntry entry(std::uint32_t i) const;
  /// The entry whose question is most similar to the asking tokens [first, last) of a turn; nothing when no word is shared.
  [[nodiscard]] std::optional<BankMatch> closest(const CompiledRules& rules, const text::Vocabulary& vocabulary, const Annotation& asking, std::uint32_t first, std::uint32_t last) const;

 private:
  /// Stems, and concepts above them, with their weights.
  using Terms = std::vector<std::pair<std::uint64_t, double>>;  // sorted, each once: sums of doubles depend on their order
  [[nodiscard]] Terms terms(const CompiledRules& rules, const Annotation& asking, std::uint32_t first, std::uint32_t last) const;

  /// What a question shares with each entry.
  struct Shared {
    double all = 0;             ///< weight of the question's terms
    std::vector<double> with;   ///< by entry
  };
  [[nodiscard]] Shared share(const Terms& asked) const;
  [[nodiscard]] double similarity(const Shared& shared, std::uint32_t entry) const;

  struct Posting {
    double weight = 0;
    std::uint64_t entry = 0;
  };
  /// An entry's texts stand one behind the other: its question, its references, its key points, its misconceptions.
  struct Entry {
    double weight = 0;  ///< of all terms of the question
    std::uint32_t question = 0;
    std::uint32_t references_end = 0;
    std::uint32_t key_points_end = 0;
    std::uint32_t misconceptions_end = 0;
  };
  std::uint32_t add(const ComparedText& text);
  [[nodiscard]] std::vector<ComparedText> texts(std::uint32_t first, std::uint32_t last) const;

  text::Table<Entry> entries_;
  text::Lists<text::WordId> asked_;   ///< by entry
  text::Lists<ContentWord> words_;    ///< by text
  text::Lists<std::uint64_t> pairs_;  ///< by text
  text::FlatMap<text::Way, std::uint32_t> posted_;  ///< term to index into postings_
  text::Lists<Posting> postings_;
  double frame_weight_ = 0;
};

}  // namespace te
