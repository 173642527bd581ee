// experience.h: how long the candidate claims to have done what.
//
// Is:      durations in the candidate's own speech that are times of work, with what the sentence names.
// Is not:  arithmetic: times are not added up, and "since 2019" is left alone, for nobody here knows what year it is.
#pragma once

#include <vector>

#include "score/answer.h"

namespace te::score {

struct Claim {
  StatedTime time;
  std::vector<std::uint32_t> concepts;  ///< named in the same sentence
  StemSet stems;                        ///< of its words
};

/// In the order of the interview.
std::vector<Claim> stated_times(const Interview& interview, const CompiledRules& rules);

/// The longest time among the claims that name a concept or telling word of the requirement; any claim will do where the
/// requirement names nothing ("five years of experience").
std::optional<StatedTime> time_for(const Requirement& requirement, const std::vector<Claim>& claims, const text::Vocabulary& vocabulary);

}  // namespace te::score
