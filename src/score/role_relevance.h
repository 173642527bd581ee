// role_relevance.h: how close a question is to the position or the job description.
#pragma once

#include <set>
#include <string>

#include "score/answer.h"

namespace te::score {

/// Compares the areas of a question's concepts and its telling words with those of the job.
class RoleRelevance {
 public:
  RoleRelevance(const RuleBook& book, const std::string& position, const std::string& description);
  /// 0..1; 0.5 when the job is unknown or the question names nothing that could be compared.
  [[nodiscard]] double of_question(const Answer& answer) const;

 private:
  const RuleBook& book_;
  bool known_ = false;
  StemSet stems_;
  std::set<std::uint32_t> concepts_;
  std::set<std::string> areas_;
};

}  // namespace te::score
