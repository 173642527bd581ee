// units.h: evidence units. One file per rule kind finds them, ledger.cpp turns them into points.
//
// A new rule kind is one function, one row in units.cpp and its name in the rubric loader.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "rules/gate_kinds.h"
#include "score/answer.h"
#include "score/bank.h"
#include "score/elsewhere.h"
#include "score/job_field.h"

namespace te::score {

/// One piece of evidence for a rule, in the candidate's words.
struct Unit {
  std::size_t rule = 0;     ///< index into Rubric::rules
  double strength = 1;      ///< in units; multiplied by the rule's value
  std::uint32_t turn = 0;
  Span span;
  std::string detail;
};

struct Findings {
  std::vector<Unit> units;
  std::vector<ConceptUse> concepts;
  std::vector<Aspect> aspects;
  std::vector<Misconception> misconceptions;
  double relevance = 0;     ///< of the answer to the question, 0..1
  RelevanceParts parts;
  std::optional<BankFindings> bank;  ///< when the question matches a bank entry
};

/// Everything a detector may look at.
struct DetectorInput {
  const Answer& answer;
  const RuleBook& book;
  std::size_t rule_index;
  CategoryId phrases;       ///< that the rule looks for
  const Findings& so_far;   ///< aspects, relevance, concepts and misconceptions are there before the rules run
};

using Detector = void (*)(const DetectorInput& in, std::vector<Unit>& out);

/// How a rule of the rubric finds its evidence.
struct RuleReader {
  Detector detect = nullptr;
  CategoryId phrases = kNoCategory;
  std::size_t criterion = 0;  ///< that its evidence counts for
};
/// By rule.
std::vector<RuleReader> rule_readers(const RuleBook& book);

/// By gate.
std::vector<GateKind> gate_kinds(const RuleBook& book);

/// What an answer is seen in front of.
struct Surroundings {
  JobField field;           ///< of the position
  SaidElsewhere elsewhere;  ///< in the same interview
  Repeats repeats;          ///< in the same interview
  std::vector<RuleReader> readers;  ///< of the rubric's rules
  std::vector<GateKind> gates;      ///< of the rubric's gates
};

// One per file.
void detect_aspects(const DetectorInput& in, std::vector<Unit>& out);
void detect_concepts(const DetectorInput& in, std::vector<Unit>& out);
void detect_content(const DetectorInput& in, std::vector<Unit>& out);
void detect_density(const DetectorInput& in, std::vector<Unit>& out);
void detect_explanation(const DetectorInput& in, std::vector<Unit>& out);
void detect_figures(const DetectorInput& in, std::vector<Unit>& out);
void detect_misconceptions(const DetectorInput& in, std::vector<Unit>& out);
void detect_phrases(const DetectorInput& in, std::vector<Unit>& out);

/// What the question asks for and how far the answer takes it up; fills aspects and relevance.
void measure_relevance(const Answer& answer, const RuleBook& book, const Surroundings& surroundings, Findings& findings);

/// What a sentence says that neither the question nor the answer so far contained: about one per telling word.
double new_information(const AnswerSentence& sentence, const CompiledRules& rules);

/// The concepts of the answer with the depth of their use.
std::vector<ConceptUse> find_concepts(const Answer& answer);

/// All units of an answer.
Findings find_evidence(const Answer& answer, const RuleBook& book, const Surroundings& surroundings);

/// A span around the tokens [first, last) of a sentence, widened to read as a phrase of at most ~14 words.
Span quote_span(const Answer& answer, const AnswerSentence& sentence, std::uint32_t first, std::uint32_t last);

}  // namespace te::score
