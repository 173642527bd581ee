// cohort_statistics.h: what many interviews have in common and where they differ.
//
// Is:      counts, means and quantiles over summaries. Only scored interviews and questions enter into scores.
// Units:   scores 1..5, levels 1..3 as in cohort.h.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "transcript_eval/cohort.h"

namespace te::report {

using Members = std::vector<const Cohort::Member*>;

inline constexpr std::size_t kDecisions = 4;
inline constexpr std::size_t kBins = 16;

/// Scored interviews per quarter of a point from 1 to 5 and decision; 5 itself is in the last bin.
using Histogram = std::array<std::array<std::size_t, kDecisions>, kBins>;
Histogram histogram(const Members& members);

/// Criteria that some scored interview has a value for, as indices into Rubric::criteria.
std::vector<std::size_t> criteria_in_use(const Members& members);

/// The value below which `share` of the values lie, between neighbours by straight line; absent for no values.
std::optional<double> quantile(std::vector<double> values, double share);

/// Something that interviews were asked about: a question type, a skill area, a question.
struct Asked {
  std::string name;
  std::size_t interviews = 0;     ///< in how many of them it was asked
  std::size_t questions = 0;      ///< how often in all
  std::size_t least = 0;          ///< per interview, over all interviews
  std::size_t most = 0;
  std::optional<double> mean;     ///< of the scored answers
};

struct Consistency {
  std::size_t interviews = 0;
  std::vector<std::pair<std::string, std::size_t>> flows;  ///< "project, technical x 3" and how many have it, most frequent first
  std::vector<Asked> types;       ///< most widely asked first, as the next two
  std::vector<Asked> areas;
  std::vector<Asked> questions;   ///< those asked in the same words in two interviews or more
  std::size_t single_questions = 0;  ///< those that one interview has alone
  std::optional<double> level;    ///< median of the interviews' levels
  Members easier;                 ///< whose level is lower than the median by more than kLevelStep
  Members harder;
};

inline constexpr double kLevelStep = 0.5;

/// Who was asked what. Introductions and closings are left out.
Consistency consistency(const Members& members);

/// Members by position, largest group first; those without a position are one group of their own.
std::vector<std::pair<std::string, Members>> by_position(const Members& members);

}  // namespace te::report
