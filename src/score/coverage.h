// coverage.h: the requirements of the job description against what was asked and answered.
//
// Is:      a table that stands beside the scores. Nothing here moves one.
// Cost:    per question its words and concepts, each looked up once.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "score/answer.h"

namespace te::score {

class JobCoverage {
 public:
  JobCoverage(const Interview& interview, const RuleBook& book, const std::string& description);

  /// Takes up what a question asks for and what its answer shows. Questions come in order.
  void add(std::uint32_t question, const Answer& answer, const std::vector<ConceptUse>& uses);
  /// How close the question added last is to the job, 0 when it asks for none of its requirements.
  [[nodiscard]] double closeness() const { return closeness_; }
  /// Moves the table into the evaluation. Call once, at the end.
  void finish(Evaluation& evaluation);

 private:
  struct Lookup {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_concept;  ///< concept to requirements
    std::unordered_map<text::WordId, std::vector<std::uint32_t>> by_stem;      ///< stem to requirements without concepts
    std::vector<double> weight;                                                ///< by requirement, of its terms
  };
  [[nodiscard]] std::vector<std::uint32_t> sharing(std::span<const text::WordId> stems) const;
  void ask(std::uint32_t requirement, std::uint32_t question);
  void show(std::uint32_t requirement, Depth depth, std::uint32_t turn, Span span);
  /// The first token of the sentence that is a word of the requirement.
  [[nodiscard]] std::uint32_t place_of(std::uint32_t requirement, const AnswerSentence& s) const;
  void show_terms(const Answer& answer);

  const Interview& interview_;
  const CompiledRules& rules_;
  std::vector<Requirement> requirements_;
  std::vector<RequirementCoverage> coverage_;
  Lookup lookup_;
  bool described_ = false;
  double closeness_ = 0;
};

}  // namespace te::score
