// answer.h: one question and its answer, prepared for the rules.
//
// Is:      the sentences of the answer with what decides whether evidence in them counts: coherence, novelty, content.
// Is not:  a score. Rules (units.h) turn it into evidence.
// Units:   coherence in bits per word pair; eligibility 0..1.
#pragma once

#include <span>
#include <vector>

#include "rules/compiled.h"
#include "score/repeats.h"
#include "score/marks.h"
#include "text/word_set.h"
#include "transcript_eval/evaluation.h"

namespace te::score {

using StemSet = text::WordSet;

/// Words in at most about 1 of 6 paragraphs tell something about the subject.
inline constexpr double kTellingIdf = 3.0;

struct AnswerSentence {
  std::uint32_t turn = 0;
  const Annotation* annotation = nullptr;
  text::Sentence range;
  std::span<const text::PhraseMatch> phrases;   ///< that begin in it
  std::span<const text::PhraseMatch> concepts;  ///< the same
  std::uint64_t categories = 0;           ///< of the phrases, a bit for each; some share one
  std::uint32_t words = 0;                ///< without names
  double coherence = 0;                   ///< bits per pair of neighbours, with the benefit of the doubt for few words
  double function_share = 0;              ///< share of function words, 0..1
  std::span<const text::WordId> telling;  ///< distinct telling stems, names excluded
  std::span<const text::WordId> fresh;    ///< of these the ones that inform: not generic, not in the question, not said before
  std::uint32_t first_fresh = 0;          ///< token of the first fresh stem
  std::uint32_t figures = 0;              ///< numbers in digits
  std::uint32_t particulars = 0;          ///< what it says of certain persons, conditions, quantities and exceptions; at most 3
  std::uint32_t explaining = 0;           ///< of the fresh stems those that explain a concept of the question
  bool repeated = false;                  ///< says again what was said in this answer or an earlier one
  bool nothing_new = false;               ///< every telling word stood in this answer before, or there is none
  bool empty = false;                     ///< praise or claim without content
  bool injected = false;                  ///< speaks to an evaluator, or was pasted in behind a ruled line
  double eligibility = 0;                 ///< how far evidence in this sentence counts
};

/// How far a sentence shows which question is answered: one that only repeats the question's words shows a little.
inline double worth_of(const AnswerSentence& s) {
  constexpr double kNothingNew = 0.3;
  return s.fresh.empty() && !s.injected && !s.nothing_new && !s.repeated ? kNothingNew : s.eligibility;
}

/// What the question is about.
struct Asked {
  std::vector<std::pair<text::WordId, double>> terms;  ///< stems with weight, most telling first
  std::vector<text::WordId> telling;                   ///< all telling stems, framing words included, in text order
  std::vector<std::uint32_t> concepts;                 ///< named in the asking sentences, distinct
  Marks gist;                                      ///< telling stems of the named concepts' explanations
  Marks given;                                      ///< all stems of the asking sentences: no news in an answer
  std::uint32_t words = 0;                             ///< of the asking sentences
  bool briefly = false;                                ///< a short answer is asked for
  std::uint32_t first_token = 0;                       ///< token range of the asking sentences in the turn
  std::uint32_t last_token = 0;
};

/// The phrase categories by which answers are read, looked up once per interview.
struct AnswerCategories {
  explicit AnswerCategories(const CompiledRules& rules);
  CategoryId empty_praise, particular, not_knowing, non_answer, injection, asks_briefly, own_action, team_action, definition, cause, contrast;
};

/// Its sentences look into it, so it is moved and not copied.
struct Answer {
  Answer() = default;
  Answer(Answer&&) = default;
  Answer& operator=(Answer&&) = default;

  const Interview* interview = nullptr;
  const Question* question = nullptr;
  const CompiledRules* rules = nullptr;
  const AnswerCategories* categories = nullptr;
  QuestionType weights_as = QuestionType::kTechnical;  ///< the thread's type for a follow-up
  Asked asked;
  std::vector<AnswerSentence> sentences;
  std::vector<text::WordId> telling;   ///< of all sentences, one behind the other
  std::vector<text::WordId> fresh;     ///< the same
  std::uint32_t words = 0;             ///< without names and injected text
  double coherence = 0;                ///< over the whole answer
  double fresh_weight = 0;             ///< sum of idf of the fresh stems in sentences that count
  double echo_share = 0;               ///< share of telling stems that the interviewer had said
  std::uint32_t repeated_sentences = 0;
  std::uint32_t empty_sentences = 0;
  std::uint32_t injected_sentences = 0;

  /// The source span of a token range of one of the answer's turns.
  [[nodiscard]] Span span(std::uint32_t turn, std::uint32_t first, std::uint32_t last) const;
};

/// What all answers of an interview are prepared with. Outlives them.
struct AnswerRoom {
  AnswerRoom(const text::Vocabulary& vocabulary, const CompiledRules& rules) : categories(rules), said(vocabulary.size()), seen(said) {}
  const AnswerCategories categories;
  // Sets as large as the vocabulary, which are empty between one answer and the next.
  Marks said;  ///< telling stems of the answer so far
  Marks seen;  ///< of the sentence so far
};

Answer prepare_answer(const Interview& interview, std::size_t question, const Repeats& repeats, const CompiledRules& rules, AnswerRoom& room);

/// The tokens of a turn that begin within a span of the source.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};
TokenRange tokens_within(const Interview& interview, std::uint32_t turn, Span span);

/// The tokens of a sentence.
inline std::span<const text::Token> tokens_of(const Annotation& annotation, const text::Sentence& range) {
  return std::span(annotation.text.tokens).subspan(range.first, range.last - range.first);
}

/// The matches that begin inside the sentence.
std::span<const text::PhraseMatch> matches_in(const std::vector<text::PhraseMatch>& matches, const text::Sentence& range);

/// The bit of a category in AnswerSentence::categories.
inline std::uint64_t category_bit(CategoryId category) { return std::uint64_t{1} << (category & 63U); }
/// Whether a phrase of the category begins inside the sentence; returns its first match or nullptr.
const text::PhraseMatch* find_phrase(const AnswerSentence& sentence, CategoryId category);

}  // namespace te::score
