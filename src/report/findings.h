// findings.h: what there is to say about one answer, gathered from its ledger. Used by all composers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "transcript_eval/report.h"

namespace te::report {

/// What an answer can have beside its subject.
enum class Want : std::uint8_t { kOwnPart, kExample, kOutcome, kReason, kLimit, kCheck, kFigure };

/// What an answer leaves open.
struct Open {
  std::vector<std::string> missed;  ///< see aspects_with()
  std::vector<Want> wants;          ///< see wants()
};

/// Everything the composers read. Made where a report is composed, and used by nobody else.
class Material {
 public:
  Material(const Interview& interview_, const Evaluation& evaluation_, const RuleBook& book_) : interview(interview_), evaluation(evaluation_), book(book_), open_(evaluation_.questions.size()) {}

  const Interview& interview;
  const Evaluation& evaluation;
  const RuleBook& book;

  [[nodiscard]] Concept concept_of(const ConceptUse& use) const { return book.lexicon().concepts[use.concept_index]; }
  /// Whether the aspect is a concept, and this one a language to program in.
  [[nodiscard]] bool is_language(const Aspect& aspect) const { return aspect.kind == AspectKind::kConcept && book.lexicon().concepts[aspect.concept_index].kind == "language"; }
  /// Kind of the concept with this name, which holds no blank; empty when there is none.
  [[nodiscard]] std::string_view kind_of(std::string_view name) const;
  /// A concept's name inside a sentence: "large language model" and "quantization", but "LoRA", "Docker", "Python list".
  [[nodiscard]] std::string in_sentence(std::string_view name) const;
  /// A title inside a sentence: its first word as in_sentence() has it.
  [[nodiscard]] std::string in_running_text(const std::string& title) const;
  [[nodiscard]] std::string name_of(const ConceptUse& use) const;
  /// False for concepts such as teamwork that belong to every position and are no technical skill.
  [[nodiscard]] bool is_subject(std::uint32_t concept_index) const;
  [[nodiscard]] bool is_subject(const ConceptUse& use) const { return is_subject(use.concept_index); }
  [[nodiscard]] std::string area_name(std::string_view id) const;
  [[nodiscard]] Evidence evidence(const LedgerEntry& entry) const;
  [[nodiscard]] Evidence evidence(const ConceptUse& use) const;
  /// What the answer to a question leaves open. Several composers ask for it, so it is worked out once.
  [[nodiscard]] const Open& open(std::size_t question) const;

 private:
  mutable std::vector<std::optional<Open>> open_;
};

/// Names of the concepts used at least as deep as `depth`, deepest first, at most `limit`.
std::vector<std::string> concept_names(const Material& m, const QuestionEvaluation& e, Depth depth, std::size_t limit);
/// Texts of the aspects with this coverage, weightiest first, at most `limit`. Plain words are left out when the
/// question names concepts: they add nothing that a reader could use.
std::vector<std::string> aspects_with(const Material& m, const QuestionEvaluation& e, Coverage coverage, std::size_t limit);
/// True when the answer has a number in it, whatever it is worth.
bool states_figures(const Material& m, const QuestionEvaluation& e);
/// A score below a limit with the decimals it takes to show that: 3.96 is no "4.0" where 4 is wanted.
std::string shown_below(Points score, double limit, int decimals = 1);
/// "a concrete example"
std::string_view want_name(Want want);
/// What an answer to a question of this type lacks for a better score, at most two, most important first.
const std::vector<Want>& wants(const Material& m, std::size_t question);
/// Their names without those that are among the missed aspects already.
std::vector<std::string> lacking(const Material& m, std::size_t question);
/// The type of the question, of a follow-up that of its thread.
QuestionType type_of(const Material& m, const Question& q);
/// Whether a ledger entry of one of these rules has positive points.
bool earned_by(const LedgerEntry& entry, std::span<const std::string_view> rules);
inline bool earned_by(const LedgerEntry& entry, std::string_view rule) { return entry.points > Points() && entry.rule == rule; }
/// Whether the ledger has an entry of the rule with positive points.
bool has_entry(const QuestionEvaluation& e, std::string_view rule);
/// The entry of these rules that earned most, nullptr when there is none.
const LedgerEntry* best_entry(const QuestionEvaluation& e, const std::vector<std::string_view>& rules);
/// The gate that lowered the score most, nullptr when none closed.
const LedgerEntry* closed_gate(const QuestionEvaluation& e);

/// Ledger entries of a rule with positive points from all answers that score at least `answer_at_least`, best first.
struct FoundEntry {
  std::size_t question = 0;
  const LedgerEntry* entry = nullptr;
};
std::vector<FoundEntry> all_entries(const Material& m, std::string_view rule, double answer_at_least);
/// Where something shows, by indices of questions: "in 'Kafka' and 'Replication'", "in four of six topics".
std::string in_topics(const Material& m, const Report& report, const std::vector<std::size_t>& questions);

/// True for an answer that belongs to another question and of which so little counted that no gate had anything to take away.
bool hardly_counted(const QuestionEvaluation& e);

/// The gate of wrong statements, which are reported one by one instead.
inline constexpr std::string_view kMisconceptionGate = "gate.misconception";

// One per file.
std::string question_title(const Material& m, std::size_t question);
std::string thread_title(const Material& m, std::size_t thread);
std::string justify_question(const Material& m, std::size_t question);
/// `main_question`: the justification of the thread's main question, with which it begins.
std::string justify_thread(const Material& m, std::size_t thread, std::string_view main_question);
void compose_strengths(const Material& m, Report& report);
void compose_development(const Material& m, Report& report);
void compose_hr_report(const Material& m, Report& report);  ///< the rest of it
std::string compose_communication(const Material& m, const Report& report);
/// What to ask in another round to learn what the answer to this question left open: fills follow_up and listen_for. Asks
/// nothing that the report asks already, as far as there is another way.
void add_next_question(const Material& m, std::size_t question, const Report& report, ReportItem& item);
/// One item per requirement of the job description, in its order.
std::vector<ReportItem> requirement_items(const Material& m);
std::string compose_recommendation(const Material& m, const Report& report);

}  // namespace te::report
