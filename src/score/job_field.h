// job_field.h: what the position is about, and how close a question or an answer is to it.
#pragma once

#include <string>
#include <vector>

#include "score/answer.h"

namespace te::score {

/// The field of a job: lexicon areas from the position's title and from the concepts of the job description. A description
/// says what is wanted, not everything that the job is about: it brings concepts closer to the job and moves none away.
class JobField {
 public:
  JobField(const RuleBook& book, const std::string& position, const std::string& description);

  /// Whether the position names a field.
  [[nodiscard]] bool named_by_position() const { return named_by_position_; }
  /// How close a concept is to the job, 0..1: every area of the job is as good as another.
  [[nodiscard]] double closeness(std::uint32_t concept_index) const;
  /// How central a concept is to the job, 0..1: tells the job from its neighbours. Nothing is far from a
  /// job whose position names no field.
  [[nodiscard]] double centrality(std::uint32_t concept_index) const;
  /// How close a question is to the job, 0..1; 0.5 when the field is unknown or the question names nothing comparable.
  [[nodiscard]] double of_question(const Answer& answer) const;

 private:
  [[nodiscard]] double of_concept(std::uint32_t concept_index, double in_area) const;

  const RuleBook& book_;
  bool named_by_position_ = false;
  bool known_ = false;               ///< position or description name something that a question can be compared with
  StemSet stems_;                    ///< telling stems of title and description
  std::vector<bool> named_;          ///< by concept: named in title or description
  std::vector<double> areas_;        ///< by area: how central it is to the job; 0 when it does not belong to it
};

}  // namespace te::score
