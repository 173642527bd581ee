// ranking.h: several candidates side by side, in the order of their scores.
//
// Is:      one row per interview with its score, how uncertain that is, and which topics it hangs on.
// Is not:  a decision between people. Candidates whose scores do not tell them apart share a rank.
// Owns:    its strings, so that a thousand interviews need not stay in memory.
// Units:   scores 1..5. The interval is the overall score plus and minus its jackknife standard error: sqrt((n-1)/n *
//          sum((s_i - mean(s))^2)) over the n scores s_i that leave out one topic each, cut to 1..5. It says how much the
//          score depends on which questions happened to be asked; with one topic there is none.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "transcript_eval/render.h"

namespace te {

struct Interval {
  double low = 1;
  double high = 5;
};

struct Standing {
  std::string path;
  std::string candidate;   ///< may be empty
  std::string position;    ///< may be empty
  State state = State::kUnscorable;
  std::string reason;      ///< why it is not scored, empty otherwise
  Points overall;          ///< meaningful when state is kScored
  std::optional<Interval> interval;
  Decision decision = Decision::kNoDecision;
  std::vector<std::string> reasons;  ///< the two topics without which the score would change most
  std::uint32_t rank = 0;  ///< 1 is best; 0: not scored
  bool tied = false;       ///< another one has the same rank
};

Standing standing_of(const Outcome& outcome);

/// Best first, what is not scored last; gives ranks. A candidate shares the rank of the best one before it whose score
/// lies within its interval and the other way round; without intervals equal scores share a rank.
void rank(std::vector<Standing>& standings);

struct RankingFormat {
  std::string_view name;
  std::string_view summary;
  std::string (*render)(std::span<const Standing> ranked, std::size_t columns);  ///< `columns` matters to text only
};
std::span<const RankingFormat> ranking_formats();
const RankingFormat* find_ranking_format(std::string_view name);

}  // namespace te
