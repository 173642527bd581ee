// Orders, ties and the figures of a ranking.
#include "transcript_eval/ranking.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

Standing standing(const std::string& name, double score, double margin) {
  Standing out;
  out.path = name;
  out.candidate = name;
  out.state = State::kScored;
  out.overall = Points::from_score(score);
  if (margin > 0) out.interval = Interval{score - margin, score + margin};
  return out;
}

/// "a1 b2= c2=": names with their ranks, in order.
std::string ranks(std::vector<Standing> standings) {
  rank(standings);
  std::string out;
  for (const Standing& s : standings) out += (out.empty() ? "" : " ") + s.path + std::to_string(s.rank) + (s.tied ? "=" : "");
  return out;
}

TEST(Ranking, BestFirstAndUnscoredLast) {
  Standing none;
  none.path = "n";
  EXPECT_EQ(ranks({none, standing("a", 2, 0), standing("b", 4, 0)}), "b1 a2 n0");
}

TEST(Ranking, EqualScoresShareARank) { EXPECT_EQ(ranks({standing("c", 2, 0), standing("b", 4, 0), standing("a", 4, 0)}), "a1= b1= c3"); }

TEST(Ranking, ScoresThatDoNotTellApartShareARank) {
  EXPECT_EQ(ranks({standing("a", 4.0, 0.3), standing("b", 3.8, 0.3), standing("c", 3.0, 0.3)}), "a1= b1= c3");
  // The one is uncertain, the other is not: they are told apart.
  EXPECT_EQ(ranks({standing("a", 4.0, 0.1), standing("b", 3.8, 0.3)}), "a1 b2");
  // Each in reach of the next is no chain: the best one of a group decides.
  EXPECT_EQ(ranks({standing("a", 4.0, 0.3), standing("b", 3.8, 0.3), standing("c", 3.6, 0.3)}), "a1= b1= c3");
}

TEST(Ranking, TheIntervalIsTheJackknifeError) {
  Outcome o = evaluated(sample("python-developer-average").text);
  double mean = 0;
  double squares = 0;
  int n = 0;
  for (const ThreadEvaluation& t : o.evaluation.threads) {
    if (t.state != State::kScored) continue;
    mean += t.score_raw.value();
    ++n;
  }
  mean /= n;
  for (const ThreadEvaluation& t : o.evaluation.threads) {
    if (t.state == State::kScored) squares += (t.score_raw.value() - mean) * (t.score_raw.value() - mean);
  }
  // For a mean the jackknife gives the usual standard error.
  const double error = std::sqrt(squares / (n - 1) / n);
  const Standing s = standing_of(o);
  ASSERT_TRUE(s.interval);
  EXPECT_NEAR(s.interval->high - s.overall.value(), error, 0.002);
  EXPECT_NEAR(s.overall.value() - s.interval->low, error, 0.002);
  EXPECT_EQ(s.reasons.size(), 2U);
}

TEST(Ranking, OneTopicHasNoInterval) {
  const Outcome o = evaluated(exchange("How does an index speed up a query, and what does it cost?", "An index is a sorted copy of a column, so the database finds rows without reading the whole table. It costs space, and every insert has to update it as well, which makes writes slower."));
  EXPECT_FALSE(standing_of(o).interval);
}

TEST(Ranking, FormulasAreNoFormulasInCsv) {
  std::vector<Standing> one = {standing("=SUM(A1)", 3, 0)};
  rank(one);
  const std::string csv = find_ranking_format("csv")->render(one, 80);
  EXPECT_NE(csv.find("'=SUM(A1)"), std::string::npos) << csv;
  EXPECT_EQ(csv.substr(0, 5), "rank,");
}

}  // namespace
}  // namespace te::test
