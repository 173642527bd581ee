// reference.h: an answer against a text that says what is right (or wrong).
//
// Is:      shares of words taken up, with the sentence that does it. Linear in the answer for a given text.
// Is not:  points. bank.h combines these shares with the rubric's figures.
// Units:   all shares 0..1, by word weight (see BankScoring).
#pragma once

#include <vector>

#include "score/answer.h"
#include "score/word_match.h"

namespace te::score {

/// The sentences of an answer that count, as words for comparison.
struct ComparedAnswer {
  struct Sentence {
    const AnswerSentence* source = nullptr;
    ComparedText text;
    std::vector<std::uint32_t> word_of;  ///< parallel to text.words: index into `words`
  };
  std::vector<Sentence> sentences;
  /// Each stem of all sentences once, and whether it was said plainly, denied or both.
  struct Word {
    ContentWord word;
    bool plain = false;
    bool denied = false;
  };
  std::vector<Word> words;
  std::vector<std::uint64_t> pairs;  ///< sorted, each once
};

/// Leaves out what was pasted in and long lists of keywords.
ComparedAnswer compare_ready(const Answer& answer);

struct Likeness {
  double coverage = 0;   ///< of the text's words, those that the answer takes up
  double news = 0;       ///< the same over the words that the question does not give
  double precision = 0;  ///< of the answer's best fitting sentences' words, those that the text holds
  double order = 0;      ///< of the text's neighbouring words, those that are neighbours in the answer
  std::size_t sentence = 0;  ///< that takes up most
};

class ReferenceComparer {
 public:
  /// `asked`: words that the question itself gives; they show less knowledge than others.
  ReferenceComparer(const ComparedAnswer& answer, const Marks& asked, const RuleBook& book, const text::Vocabulary& vocabulary);

  [[nodiscard]] Likeness with(const ComparedText& reference) const;

  /// How far the sentence that fits a short text best, with the one after it, covers it.
  struct Place {
    double coverage = 0;
    std::size_t sentence = 0;
    std::uint32_t token = 0;  ///< first word of the sentence that the text holds
  };
  [[nodiscard]] Place best_place(const ComparedText& text) const;
  /// The sentence that says the same as the text, no word denied that the text states or the other way round. A long
  /// sentence may hold all of its words and say something else: `on_subject` of its own words must stand in the text.
  [[nodiscard]] Place stated(const ComparedText& text, double on_subject) const;

 private:
  struct Alignment;
  [[nodiscard]] double rarity(text::WordId stem) const;
  [[nodiscard]] double weight(text::WordId stem, double rarity, double asked_factor) const { return asked_.contains(stem) ? asked_factor * rarity : rarity; }
  /// Of one of the answer's words.
  [[nodiscard]] double weight(std::uint32_t word, double asked_factor) const { return weight(answer_.words[word].word.stem, rarity_[word], asked_factor); }
  [[nodiscard]] Alignment align(const ComparedText& text) const;
  [[nodiscard]] std::vector<double> weights(const ComparedText& text, double asked_factor) const;
  [[nodiscard]] std::vector<double> weights(const ComparedAnswer::Sentence& sentence) const;
  [[nodiscard]] std::vector<ReadyWord> ready_words(const ComparedAnswer::Sentence& sentence) const;
  /// Of words with these weights, the part that is found.
  [[nodiscard]] static double coverage(const std::vector<double>& weights, const std::vector<double>& found);
  [[nodiscard]] double precision(const Alignment& alignment, std::size_t enough) const;
  [[nodiscard]] double order(const ComparedText& text, double fallback) const;

  const ComparedAnswer& answer_;
  const Marks& asked_;
  const CompiledRules& rules_;
  const BankScoring& figures_;
  WordMatch match_;
  std::vector<ReadyWord> words_;  ///< parallel to the answer's
  std::vector<double> rarity_;    ///< the same
};

}  // namespace te::score
