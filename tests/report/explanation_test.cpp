// The arithmetic behind a score: it adds up where a reader can see it.
#include "transcript_eval/explanation.h"

#include <cmath>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

class EverySampleExplained : public testing::TestWithParam<Sample> {};
INSTANTIATE_TEST_SUITE_P(Samples, EverySampleExplained, testing::ValuesIn(samples()), [](const auto& info) { return replaced(info.param.name, "-", "_"); });

TEST_P(EverySampleExplained, PrintedPointsAddUpToPrintedScores) {
  static const RE2 kRow(R"(^ +([+-]?\d+\.\d{3})  +(-?\d+\.\d{3})  )");
  static const RE2 kSum(R"(^ +=  +(\d+\.\d{3})$)");
  const Outcome o = evaluated(GetParam().text);
  const auto text = explain(o, "", 100);
  ASSERT_TRUE(text);
  std::int64_t sum = 0;
  int questions = 0;
  re2::StringPiece rest(*text);
  std::string line;
  static const RE2 kLine(R"(([^\n]*)\n)");
  while (RE2::Consume(&rest, kLine, &line)) {
    std::string points;
    std::string so_far;
    if (RE2::PartialMatch(line, kRow, &points, &so_far)) {
      sum += std::llround(std::stod(points) * 1000);
      EXPECT_EQ(sum, std::llround(std::stod(so_far) * 1000)) << line;
    } else if (RE2::FullMatch(line, kSum, &so_far)) {
      EXPECT_EQ(sum, std::llround(std::stod(so_far) * 1000)) << line;
      sum = 0;
      ++questions;
    }
  }
  int scored = 0;
  for (const QuestionEvaluation& e : o.evaluation.questions) scored += e.state == State::kScored ? 1 : 0;
  EXPECT_EQ(questions, scored);
}

TEST_P(EverySampleExplained, LeavingOutACriterionNeverRaisesAScoreAndFillingItNeverLowersIt) {
  const Outcome o = evaluated(GetParam().text);
  for (const QuestionEvaluation& e : o.evaluation.questions) {
    if (e.state != State::kScored) continue;
    for (const CriterionEffect& c : criterion_effects(e, o.book->rubric())) {
      // Scores are kept in thousandths.
      EXPECT_LE(c.without.milli(), e.score_raw.milli() + 1);
      EXPECT_GE(c.room.milli(), -1);
      EXPECT_EQ(c.gives, e.score_raw - c.without);
    }
  }
}

TEST(Explanation, WithoutItsOnlyCriterionAnAnswerKeepsTheFirstPoint) {
  Rubric rubric;
  rubric.criteria.resize(2);
  QuestionEvaluation e;
  e.state = State::kScored;
  e.score_raw = Points::from_score(3.0);
  e.criteria = {{0, 0.5, 5.0}, {1, 0.5, 1.0}};
  const auto effects = criterion_effects(e, rubric);
  EXPECT_EQ(effects[0].without.to_string(), "1.000");
  EXPECT_EQ(effects[0].gives.to_string(), "2.000");
  EXPECT_EQ(effects[1].without.to_string(), "3.000");
  EXPECT_EQ(effects[1].room.to_string(), "2.000");
}

TEST(Explanation, OfOneQuestionOnlyAndOfNoneThatIsThere) {
  const Outcome o = evaluated(sample("llm-engineer-weak").text);
  const auto one = explain(o, "q4", 80);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->rfind("Q4  ", 0), 0U);
  EXPECT_EQ(one->find("\nQ5  "), std::string::npos);
  const auto none = explain(o, "Q99", 80);
  ASSERT_FALSE(none);
  EXPECT_NE(none.error().to_string().find("there is no question Q99"), std::string::npos);
  EXPECT_NE(explain(o, "Q1", 80)->find("Q1 is not scored"), std::string::npos);
}

}  // namespace
}  // namespace te::test
