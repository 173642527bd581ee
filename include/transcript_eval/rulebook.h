// rulebook.h: everything that the engine knows, as data: rubric, lexicon, phrases, background and banks.
//
// Is:      the validated and compiled content of the data files. Immutable, shared by all threads.
// Is not:  code. Adding a word, a concept, a rule or a bank question never needs a rebuild (--data, --rubric, --bank).
// Owns:    all its strings; views and indices handed out stay valid as long as the RuleBook lives.
// Errors:  kBadData with file, line and key for anything unknown, missing, duplicate or out of range.
// Example: RuleBookPtr book = built_in_rulebook();
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/result.h"
#include "transcript_eval/transcript.h"

namespace te {

/// One data file: its path below the data directory ("rubrics/default.json") and its content.
struct DataFile {
  std::string path;
  std::string content;
};

/// The data files that are built into the library.
std::span<const DataFile> embedded_data();
/// The content of one of them, where it lies; empty when there is none of this path.
std::string_view embedded_file(std::string_view path);

enum class QuestionType : std::uint8_t { kIntroduction, kProject, kTechnical, kCoding, kBehavioral, kFollowUp, kClosing };
inline constexpr std::size_t kQuestionTypes = 7;
/// "introduction", "project", "technical", "coding", "behavioral", "follow_up", "closing".
std::string_view type_name(QuestionType type);
/// False for what stands around the interview proper: introductions and closings, which are not scored.
constexpr bool is_substantive(QuestionType type) { return type != QuestionType::kIntroduction && type != QuestionType::kClosing; }

/// Texts of the rule book, one behind the other, each behind its size. Valid as long as the rule book lives.
class Texts {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::string_view*;
    using reference = std::string_view;

    Iterator() = default;
    Iterator(const char* at, std::uint32_t left) : at_(at), left_(left) {}
    std::string_view operator*() const { return {at_ + sizeof(std::uint32_t), length()}; }
    Iterator& operator++() {
      at_ += sizeof(std::uint32_t) + length();
      --left_;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.left_ == b.left_; }

   private:
    [[nodiscard]] std::uint32_t length() const {
      std::uint32_t length = 0;
      std::memcpy(&length, at_, sizeof length);
      return length;
    }

    const char* at_ = nullptr;
    std::uint32_t left_ = 0;  ///< texts from here to the end
  };

  Texts() = default;
  Texts(const char* first, std::uint32_t size) : first_(first), size_(size) {}

  [[nodiscard]] Iterator begin() const { return {first_, size_}; }
  [[nodiscard]] Iterator end() const { return {}; }
  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::string_view front() const { return *begin(); }
  /// Passes all texts before it; lists are short.
  [[nodiscard]] std::string_view operator[](std::size_t i) const { return *std::next(begin(), static_cast<std::ptrdiff_t>(i)); }

 private:
  const char* first_ = nullptr;
  std::uint32_t size_ = 0;
};

/// A unit of professional knowledge that can be named in speech.
struct Concept {
  std::string_view id;
  std::string_view name;   ///< as printed in reports
  std::string_view kind;   ///< tool, technique, concept, metric, model, language, practice, skill
  std::string_view area;   ///< id of an Area
  std::string_view level;  ///< basic, intermediate, advanced
  std::string_view gist;   ///< one sentence: how it works, what it is for, what it costs
  Texts aliases;
  Texts context;           ///< when not empty, one of these words must be near for a mention to count
  std::span<const std::uint32_t> related;  ///< indices into Lexicon::concepts
};

/// Records of the rule book, such as concepts. Those that the program carries lie in its image, and each is put together when
/// it is asked for.
template <typename T>
class Records {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = T;

    Iterator() = default;
    Iterator(const Records* all, std::uint32_t at) : all_(all), at_(at) {}
    T operator*() const { return (*all_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return {all_, at_++}; }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Records* all_ = nullptr;
    std::uint32_t at_ = 0;
  };

  Records() = default;
  /// In an image: where each begins behind `first`.
  Records(std::span<const std::uint32_t> begins, const char* first) : begins_(begins), first_(first) {}

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(first_ == nullptr ? own_.size() : begins_.size()); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] T operator[](std::size_t i) const { return first_ == nullptr ? own_[i] : in_image(i); }
  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const { return {this, size()}; }

  /// For those that are read from files.
  void push_back(const T& record) { own_.push_back(record); }
  T& at(std::size_t i) { return own_[i]; }

 private:
  [[nodiscard]] T in_image(std::size_t i) const;

  std::vector<T> own_;
  std::span<const std::uint32_t> begins_;
  const char* first_ = nullptr;
};

struct Area {
  std::string_view id;
  std::string_view name;
  std::string_view study;  ///< what a candidate should study in it, an imperative without full stop; empty: no advice
};

/// A statement about a concept that is wrong without doubt, as candidates make it.
struct Fact {
  std::string_view id;
  std::uint32_t about = 0;      ///< index into Lexicon::concepts
  std::string_view correction;  ///< what is right, one sentence
  Texts hit;                    ///< sentences that state it
  Texts miss;                   ///< sentences that do not
};

/// Keeps texts that were read from files.
class TextPool;

struct Lexicon {
  Records<Area> areas;
  Records<Concept> concepts;
  Records<Fact> facts;
  std::map<std::string, std::string> practice_by_criterion;  ///< advice to a candidate: how to practise, whole sentences
  std::string sha256;  ///< over all lexicon files, in path order
  std::shared_ptr<TextPool> texts;  ///< of areas, concepts and facts
};

/// What is judged, e.g. relevance; its anchors say in words what each level looks like.
struct Criterion {
  std::string name;
  std::string title;
  std::string why;
  std::array<std::string, 5> anchors;  ///< for 1..5
};

/// How a kind of evidence earns points within a criterion.
struct Rule {
  std::string id;         ///< "specificity.figure", as it stands in the ledger
  std::string criterion;
  std::string kind;       ///< which detector finds it; see docs/rubric.md
  std::string phrases;    ///< phrase category for detectors that look for phrases
  double value = 0;       ///< evidence per unit; negative for what speaks against
  double limit = 0;       ///< units that can count per answer
  std::string label;      ///< what a unit is called in reports: "a figure", "a cause"
  std::string why;
  std::vector<std::string> hit;   ///< sentences in which the detector must find it
  std::vector<std::string> miss;  ///< sentences in which it must not
};

/// An upper bound on a question's score in a certain state of the answer.
struct Gate {
  std::string id;    ///< "gate.non_answer"
  std::string kind;
  double at_most = 5;
  double threshold = 0;  ///< meaning depends on the kind; see docs/rubric.md
  double open_at = 0;    ///< for kinds that close by degrees: from here on the bound is 5, at the threshold it is at_most
  std::string flag;      ///< raised on the question when the gate closes
  std::string why;
};

/// How an answer is compared with the reference answers of a question bank. See docs/rubric.md.
struct BankScoring {
  std::size_t criterion = SIZE_MAX;  ///< index into Rubric::criteria; SIZE_MAX: the rubric does not score by banks
  double weight = 0;                 ///< share of the comparison in the score of a question that matches an entry of the user's bank
  double weight_built_in = 0;        ///< the same for a bank of the data directory, whose wording the interviewer has not seen
  double match_at_least = 1;         ///< similarity 0..1 from which a question is taken for the entry's
  double match_certain_at = 1;       ///< similarity from which the comparison has its whole weight
  double match_least_share = 1;      ///< the part of the weight that it has at match_at_least
  double frame_weight = 0;           ///< of words that only frame a question, in that similarity
  // How far one word stands for another, 0..1.
  double same_concept = 0;
  double related_concept = 0;
  double synonym = 0;
  double spelling = 0;               ///< a slip of one letter, two in long words
  double part = 0;                   ///< one word begins with or holds the other
  double letters = 0;                ///< times the share of common letter triples
  double opposite = 1;               ///< factor where only one of the two sides denies the word
  // How much a word weighs: (idf - rarity_floor) ^ rarity_power, and this part of it where the question gives the word.
  double rarity_floor = 0;
  double rarity_power = 1;
  double asked_in_coverage = 1;
  double asked_in_precision = 1;
  // Value of the comparison: base + coverage * c + precision * sqrt(p) + order * sqrt(o), at most 1.
  double length_scale = 1;           ///< c = 1 - (1 - share)^(min(ln(1 + words), length_cap) / length_scale)
  double length_cap = 1;
  double base = 0;
  double coverage = 0;
  double precision = 0;
  double order = 0;
  double key_points_share = 0;       ///< of the value, where the entry has key points
  double key_points_full = 1;        ///< share of the key points that earns their whole part of the value
  double covered_at = 1;             ///< share of a key point's words that covers it
  double partly_at = 1;
  double misconception = 0;          ///< taken off the value for each one stated
  double misconception_at = 1;       ///< share of its words that one sentence must hold
  double misconception_share = 1;    ///< share of that sentence's words that must be the misconception's
  double trusted_at = 1;             ///< coverage from which gates for empty, evasive and foreign answers stay open
  double ordered_at = 1;             ///< share of neighbouring words from which the gate for word salad stays open, too
  double foreign_words = 0;          ///< shorter answers may be right in other words: no gate calls them foreign
};

/// What tells that an answer belongs to its question, each 0..1. See docs/rubric.md.
enum class Sign : std::uint8_t {
  kTopic,     ///< the question's telling words and concepts that the answer takes up
  kWording,   ///< likeness of the question's and the answer's words, rare ones first
  kPhrasing,  ///< neighbouring words of the question that stand together in the answer, too
  kOpening,   ///< the question's wording in the first sentences
  kIntent,    ///< what is asked beside the topic: a reason, an example, the own part
  kField,     ///< closeness of the answer's concepts to those of the question and of the job
  kContext,   ///< words of the answer that the candidate or another question uses elsewhere in the interview
  kOpen,      ///< how little the question says of a topic (1 for "Can you tell me more?"), for an answer from the field
  kBrevity,   ///< how little the answer says: who says little shows little of what it belongs to
};
inline constexpr std::size_t kSigns = 9;
/// "topic", "wording", "phrasing", "opening", "intent", "field", "context", "open", "brevity".
std::string_view sign_name(Sign sign);

/// How the signs make up relevance and fit.
struct RelevanceScoring {
  std::array<double, kSigns> weights{};  ///< of the signs' mean m; they add up to 1
  double half_at = 1;                    ///< relevance = m^2 / (m^2 + half_at^2) * (1 + half_at^2)
  std::array<double, kSigns> fit{};      ///< fit = 1 / (1 + exp(-(fit_base + sum of fit * sign)))
  double fit_base = 0;
};

struct Rubric {
  std::string name;
  std::string sha256;
  std::vector<Criterion> criteria;
  std::vector<Rule> rules;
  std::vector<Gate> gates;
  /// Weight of criterion c for a question of a type; each row adds up to 1.
  std::array<std::vector<double>, kQuestionTypes> weights;
  /// Evidence at which a criterion is fulfilled (value = 1 - (1 - evidence / scale)^2), per criterion.
  std::vector<double> scales;
  double full_question_words = 20;    ///< a question of fewer words calls for less evidence, in proportion
  double least_demand = 0.5;          ///< but for no less than this part of it
  double brief_demand = 0.5;          ///< the part of it that is called for where a short answer is asked for
  double full_marks_at = 1;           ///< weighted sum of criteria that earns 5; below 1 criteria can stand in for each other
  double follow_up_weight = 0.5;      ///< weight of a follow-up in its thread; the main question has 1
  RelevanceScoring relevance;
  double fit_floor = 0;               ///< RelevanceParts::fit at which evidence begins to count
  double fit_full = 1;                ///< fit from which evidence counts in full
  double proceed_at_least = 4;        ///< overall_raw from which the decision is "proceed"
  double reservations_at_least = 3;   ///< overall_raw from which it is "reservations"
  double critical_below = 2;          ///< a thread below it is a critical gap
  double critical_blocks_proceed = 2; ///< a thread below it turns "proceed" into "reservations"
  BankScoring bank;
  std::uint32_t insufficient_words = 0;  ///< fewer candidate words in the whole interview: no decision
  /// Names for ranges of overall_raw, highest first: the header's "Quality Profile".
  std::vector<std::pair<std::string, double>> profiles;

  /// Index into criteria; criteria.size() when there is none of that name.
  [[nodiscard]] std::size_t criterion_index(std::string_view name) const;
  /// The profile of an overall score; "not scored" when there is none.
  [[nodiscard]] std::string_view profile(double overall_raw, bool scored) const;
};

struct BankQuestion {
  std::string_view id;
  std::string_view text;
  std::string_view type;
  std::string_view area;
  std::string_view level;
  Texts reference_answers;
  Texts key_points;
  Texts misconceptions;
};

struct Bank {
  std::string name;
  std::string sha256;
  bool given = false;  ///< by the user, otherwise one of the data directory
  Records<BankQuestion> questions;
  std::shared_ptr<TextPool> texts;  ///< of the questions
};

class CompiledRules;

class RuleBook {
 public:
  RuleBook(Rubric rubric, Lexicon lexicon, std::vector<Bank> banks, std::unique_ptr<CompiledRules> compiled);
  ~RuleBook();

  [[nodiscard]] const Rubric& rubric() const { return rubric_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  /// The user's first, then those of the data directory.
  [[nodiscard]] const std::vector<Bank>& banks() const { return banks_; }
  /// For the library's own stages: matchers and tables made from the data.
  [[nodiscard]] const CompiledRules& compiled() const { return *compiled_; }

 private:
  Rubric rubric_;
  Lexicon lexicon_;
  std::vector<Bank> banks_;
  std::unique_ptr<CompiledRules> compiled_;
};

using RuleBookPtr = std::shared_ptr<const RuleBook>;

struct RuleBookOptions {
  std::optional<DataFile> rubric;  ///< instead of rubrics/default.json
  std::optional<DataFile> bank;    ///< a bank of the user's
};

/// Of the embedded data alone. It was compiled when the library was built: nothing is parsed.
RuleBookPtr built_in_rulebook();

/// Of data files.
Result<RuleBookPtr> build_rulebook(std::span<const DataFile> files, const RuleBookOptions& options);

}  // namespace te
