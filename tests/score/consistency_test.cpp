// Recorded sections against the dialogue: wrong records are found, right ones pass.
#include <algorithm>

#include <gtest/gtest.h>

#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

std::size_t count(const Outcome& o, std::string_view code) {
  const auto& all = o.evaluation.diagnostics;
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Diagnostic& d) { return d.code == code; }));
}

TEST(Consistency, FindsEveryWrongRecordOfTheSample) {
  const Outcome o = evaluated(sample("site-reliability-engineer-wrong-records").text);
  EXPECT_EQ(count(o, "recorded.turn-count"), 1U);
  EXPECT_EQ(count(o, "recorded.questions-missing"), 1U);
  EXPECT_EQ(count(o, "recorded.question-missing"), 2U);
  EXPECT_EQ(count(o, "recorded.question-type"), 1U);
  EXPECT_GE(count(o, "recorded.relevance"), 1U);
  EXPECT_EQ(count(o, "recorded.average-evaluation"), 1U);
  EXPECT_EQ(count(o, "recorded.quote"), 1U);
  EXPECT_EQ(count(o, "recorded.decision"), 1U);
  for (const Diagnostic& d : o.evaluation.diagnostics) EXPECT_GT(d.line, 0U) << d.message;
}

TEST(Consistency, RightRecordsPass) {
  const Outcome o = evaluated(sample("llm-engineer-exceptional").text);
  for (const Diagnostic& d : o.evaluation.diagnostics) ADD_FAILURE() << d.code << ": " << d.message;
}

TEST(Consistency, AQuestionThatWasNeverAsked) {
  std::string text = sample("llm-engineer-exceptional").text;
  const std::size_t section = text.find("TECHNICAL QUESTIONS AND ANSWERS");
  ASSERT_NE(section, std::string::npos);
  const std::size_t at = text.find("Question: ", section);
  text.replace(at, 10, "Question: Invented words. ");
  const Outcome o = evaluated(text);
  EXPECT_EQ(count(o, "recorded.unknown-question"), 1U);
}

}  // namespace
}  // namespace te::test
