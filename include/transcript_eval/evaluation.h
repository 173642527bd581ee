// evaluation.h: what the answers are worth, and every reason for it.
//
// Is:      a score per question, thread and interview, each with the ledger of rules and quotes that it is the sum of.
// Is not:  prose. Sentences about the candidate are made from it in report.h.
// Units:   Points are thousandths of a score point, kept as integers so that a ledger adds up exactly.
//          Relevance and criterion values are ratios 0..1; criterion scores are 1..5.
// Source:  the rules are described in docs/rubric.md and stand in data/rubrics/.
// Errors:  none. What cannot be judged has a state that says so.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/interview.h"
#include "transcript_eval/job.h"

namespace te {

/// Thousandths of a score point.
class Points {
 public:
  constexpr Points() = default;
  static constexpr Points from_milli(std::int64_t milli) { return Points(milli); }
  static Points from_score(double score);
  [[nodiscard]] constexpr std::int64_t milli() const { return milli_; }
  [[nodiscard]] double value() const { return static_cast<double>(milli_) / 1000.0; }
  /// "4.712"; with `decimals` 2 "4.71" (half away from zero).
  [[nodiscard]] std::string to_string(int decimals = 3) const;
  Points& operator+=(Points o) { milli_ += o.milli_; return *this; }
  friend constexpr Points operator-(Points a, Points b) { return Points(a.milli_ - b.milli_); }
  friend constexpr auto operator<=>(Points, Points) = default;

 private:
  explicit constexpr Points(std::int64_t milli) : milli_(milli) {}
  std::int64_t milli_ = 0;
};

enum class State : std::uint8_t { kScored, kInsufficient, kUnscorable, kNotScored };
/// "scored", "insufficient", "unscorable", "not_scored".
std::string_view state_name(State state);

/// One reason for a part of a score.
struct LedgerEntry {
  std::string_view rule;    ///< id of the rule or gate, text of the rule book; "base" for the point that every answer begins with
  Points points;
  std::string_view quote;   ///< the candidate's words, a slice of the source; empty for base and for gates that judge the whole answer
  std::uint32_t turn = 0;
  Span span;
  std::uint32_t line = 0;
  std::string detail;       ///< what was found: the concept's name, the aspect of the question, the gate's reason
};

enum class Depth : std::uint8_t { kMentioned, kExplained, kApplied };
std::string_view depth_name(Depth depth);

/// A concept in an answer. Applied in own work counts more than explained, explained more than mentioned.
struct ConceptUse {
  std::uint32_t concept_index = 0;  ///< into Lexicon::concepts
  std::uint32_t count = 0;
  Depth depth = Depth::kMentioned;
  bool asked = false;       ///< the question itself names it
  std::uint32_t turn = 0;   ///< where it was used best
  Span span;
};

enum class Coverage : std::uint8_t { kMissed, kPartly, kCovered };
std::string_view coverage_name(Coverage coverage);

/// What kind of thing a question asks for: a concept of the lexicon, another telling word, or something beside the
/// topic such as a reason or an example.
enum class AspectKind : std::uint8_t { kConcept, kWord, kIntent };
/// "concept", "word", "intent".
std::string_view aspect_kind_name(AspectKind kind);

/// One thing that the question asks for.
struct Aspect {
  AspectKind kind = AspectKind::kWord;
  std::string text;          ///< "trade-offs", "catastrophic forgetting", "an example"
  std::uint32_t concept_index = UINT32_MAX;  ///< into Lexicon::concepts, when the kind is kConcept
  double weight = 0;         ///< share of the question, all aspects add up to 1
  Coverage coverage = Coverage::kMissed;
  std::string_view quote;    ///< where the answer takes it up, empty when missed
  std::uint32_t turn = 0;
  Span span;
};

/// A key point of a bank entry and where the answer takes it up.
struct KeyPointUse {
  std::string text;
  Coverage coverage = Coverage::kMissed;
  std::string_view quote;    ///< empty when missed
};

/// The answer against the bank entry that its question matches.
struct BankComparison {
  std::size_t bank = 0;      ///< index into RuleBook::banks()
  std::string id;            ///< BankQuestion::id
  double similarity = 0;     ///< of the question to the entry's, 0..1
  double coverage = 0;       ///< share of the best reference answer that the answer takes up, 0..1
  std::vector<KeyPointUse> key_points;       ///< in the entry's order
  std::vector<std::string> misconceptions;   ///< of the entry's, those that the candidate states
};

/// A statement of the candidate that is wrong.
struct Misconception {
  std::uint32_t fact = 0;    ///< index into Lexicon::facts
  std::uint32_t turn = 0;
  Span span;                 ///< the clause or clauses that state it
  std::uint32_t line = 0;
  std::string_view quote;    ///< the candidate's words, a slice of the source
};

struct CriterionScore {
  std::size_t criterion = 0;  ///< index into Rubric::criteria
  double weight = 0;
  double score = 1;           ///< 1..5
};

/// The signs of an answer's relevance and what follows from them.
struct RelevanceParts {
  std::array<double, kSigns> signs{};  ///< by Sign, each 0..1
  double fit = 0;  ///< 0..1, that the answer belongs to this question at all: decides whether evidence counts
  [[nodiscard]] double operator[](Sign sign) const { return signs[static_cast<std::size_t>(sign)]; }
  [[nodiscard]] double& operator[](Sign sign) { return signs[static_cast<std::size_t>(sign)]; }
};

struct QuestionEvaluation {
  State state = State::kNotScored;
  Points score_raw;                 ///< meaningful when state is kScored
  double answer_relevance = 0;
  RelevanceParts relevance_parts;
  double role_relevance = 0;
  std::vector<CriterionScore> criteria;
  std::vector<double> evidence;     ///< units found per rule, parallel to Rubric::rules, before limits
  std::vector<std::string> flags;   ///< sorted, see docs/rubric.md
  std::vector<LedgerEntry> ledger;  ///< adds up to score_raw
  std::vector<ConceptUse> concepts;
  std::vector<Aspect> aspects;
  std::optional<BankComparison> bank;  ///< absent when no bank entry matches the question
  std::vector<Misconception> misconceptions;  ///< in reading order, each fact once
  std::uint32_t words = 0;          ///< words of the answer
  std::uint32_t asked_words = 0;    ///< words of the asking sentences
  double demand = 1;                ///< evidence that the question calls for, as a part of the rubric's scales
  [[nodiscard]] bool has_flag(std::string_view flag) const;
  /// Nearest integer of score_raw, 1..5.
  [[nodiscard]] int score() const;
};

struct ThreadEvaluation {
  State state = State::kNotScored;
  Points score_raw;
  [[nodiscard]] int score() const;
};

/// How the candidate speaks, over all answers. Rates are per 100 words.
struct Communication {
  std::uint32_t words = 0;
  double filler_per_100 = 0;
  double hedge_per_100 = 0;
  double mean_sentence_words = 0;
  double candidate_talk_share = 0;  ///< of all words, 0..1
};

/// How far an interview shows a requirement of the job description.
enum class Shown : std::uint8_t {
  kNotAssessed,  ///< a degree, certificate or language: listed, never concluded
  kNotAsked,     ///< no question asks for it, and no answer shows it
  kNoEvidence,   ///< asked, but no answer shows it
  kMentioned,    ///< the deepest use in any answer
  kExplained,
  kApplied,
};
/// "not_assessed", "not_asked", "no_evidence", "mentioned", "explained", "applied".
std::string_view shown_name(Shown shown);

/// Words of the candidate and where they stand.
struct Quoted {
  std::uint32_t turn = 0;
  Span span;
  std::uint32_t line = 0;
  std::string_view quote;  ///< a slice of the source
};

/// A length of time that the candidate claims to have done something.
struct StatedTime {
  double years = 0;
  Quoted where;
};

struct RequirementCoverage {
  Shown shown = Shown::kNotAsked;
  std::vector<std::uint32_t> asked;          ///< indices into Interview::questions
  std::optional<Quoted> evidence;           ///< where it is shown best
  std::vector<std::optional<Depth>> depths;  ///< of each of Requirement::concepts; absent: not in the answers
  std::optional<StatedTime> stated;          ///< the longest time stated for what the requirement names
};

struct Evaluation {
  State state = State::kUnscorable;
  std::string reason;               ///< why it is not scored, empty otherwise
  Points overall_raw;
  double average_relevance = 0;     ///< mean over scored questions
  std::vector<QuestionEvaluation> questions;  ///< parallel to Interview::questions
  std::vector<ThreadEvaluation> threads;      ///< parallel to Interview::threads
  Communication communication;
  Decision decision = Decision::kNoDecision;
  std::vector<Requirement> requirements;      ///< of the job description; empty without one
  std::vector<RequirementCoverage> coverage;  ///< parallel to requirements; moves no score
  std::vector<Diagnostic> diagnostics;        ///< recorded sections against the dialogue, the job description
  [[nodiscard]] int overall() const;
};

/// What the position asks for, as far as the user or the document says.
struct JobContext {
  std::string position;
  std::string description;  ///< text of the job description, valid UTF-8, may be empty
};

Evaluation evaluate(const Interview& interview, const RuleBook& book, const JobContext& job);

}  // namespace te
