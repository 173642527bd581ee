// The embedded rubric's own examples: each rule finds its evidence in its hit lines and none in its miss lines.
#include <fmt/format.h>

#include "support/interviews.h"
#include "transcript_eval/evaluation.h"

#include <gtest/gtest.h>

namespace te {
namespace {

/// Units that the rule finds in an answer of one sentence.
double units_in(std::size_t rule, const std::string& sentence) {
  const auto interview = test::interview_of(test::dialogue("> Can you explain the invoice service and its message queue?\n< " + sentence + "\n"));
  if (!interview || interview->questions.size() != 1) {
    ADD_FAILURE() << "no question for: " << sentence;
    return 0;
  }
  const Evaluation evaluation = evaluate(*interview, *test::default_book(), {});
  return evaluation.questions[0].evidence.at(rule);
}

TEST(QuestionTypes, IntroductionsAndClosingsStandAroundTheInterviewProper) {
  for (const auto type : {QuestionType::kIntroduction, QuestionType::kClosing}) EXPECT_FALSE(is_substantive(type)) << type_name(type);
  for (const auto type : {QuestionType::kProject, QuestionType::kTechnical, QuestionType::kCoding, QuestionType::kBehavioral, QuestionType::kFollowUp}) EXPECT_TRUE(is_substantive(type)) << type_name(type);
}

TEST(RubricExamples, HitLinesHitAndMissLinesMiss) {
  const auto& rules = test::default_book()->rubric().rules;
  ASSERT_FALSE(rules.empty());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (const auto& line : rules[i].hit) EXPECT_GT(units_in(i, line), 0) << rules[i].id << " must find: " << line;
    for (const auto& line : rules[i].miss) EXPECT_EQ(units_in(i, line), 0) << rules[i].id << " must not find: " << line;
  }
}

TEST(RubricExamples, EveryRuleHasBoth) {
  for (const Rule& rule : test::default_book()->rubric().rules) {
    EXPECT_FALSE(rule.hit.empty()) << rule.id;
    EXPECT_FALSE(rule.miss.empty()) << rule.id;
  }
}

TEST(RubricExamples, TheRubricIsCompleteInItself) {
  const Rubric& rubric = test::default_book()->rubric();
  for (const Criterion& c : rubric.criteria) {
    EXPECT_FALSE(c.why.empty()) << c.name;
    for (const auto& anchor : c.anchors) EXPECT_FALSE(anchor.empty()) << c.name;
    const std::size_t at = rubric.criterion_index(c.name);
    const bool weighs = std::any_of(rubric.weights.begin(), rubric.weights.end(), [&](const auto& row) { return at < row.size() && row[at] > 0; });
    const bool earned = std::any_of(rubric.rules.begin(), rubric.rules.end(), [&](const Rule& r) { return r.criterion == c.name && r.value > 0; });
    EXPECT_TRUE(earned || !weighs) << "nothing earns points for " << c.name;
  }
  for (const auto type : {QuestionType::kProject, QuestionType::kTechnical, QuestionType::kCoding, QuestionType::kBehavioral}) {
    double sum = 0;
    for (const double w : rubric.weights[static_cast<std::size_t>(type)]) sum += w;
    EXPECT_NEAR(sum, 1.0, 1e-9) << type_name(type);
  }
  EXPECT_EQ(rubric.profile(5, true), rubric.profiles.front().first);
  EXPECT_EQ(rubric.profile(1, true), rubric.profiles.back().first);
  EXPECT_EQ(rubric.profile(5, false), "not scored");
}

}  // namespace
}  // namespace te
