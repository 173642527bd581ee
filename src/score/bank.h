// bank.h: a question of the interview against the bank entry that it matches.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "score/answer.h"

namespace te::score {

/// A part of the comparison's value, in the candidate's words.
struct BankUnit {
  std::string_view rule;  ///< "bank.reference", "bank.key-point" or "bank.misconception"
  double value = 0;      ///< share of the criterion; negative for a misconception
  std::uint32_t turn = 0;
  Span span;
  std::string detail;
};

struct BankFindings {
  BankComparison comparison;
  double share = 0;      ///< of the comparison in the score
  bool trusted = false;  ///< so much of the reference is there that the answer cannot be empty or foreign
  bool ordered = false;  ///< and so much in its order that it is no word salad
  bool brief = false;    ///< too short to be called foreign
  bool unanswered = false;  ///< a note such as "not answered" stands in place of an answer
  std::vector<BankUnit> units;  ///< adding up to the value of the criterion, 0..1 when clamped
};

/// Nothing when there is no bank, the rubric does not score by one, or no entry matches the question.
std::optional<BankFindings> compare_with_bank(const Answer& answer, const RuleBook& book);

}  // namespace te::score
