// The summary card and the width of the text report.
#include <gtest/gtest.h>

#include "report/formats.h"
#include "support/outcomes.h"
#include "support/samples.h"
#include "text/columns.h"

namespace te::test {
namespace {

/// The lines of a text that are wider than `limit`.
std::string too_wide(std::string_view text, std::size_t limit) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (text::columns(text.substr(0, end)) > limit) out += std::string(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

TEST(Card, HasScoreDecisionAndALinePerTopic) {
  const std::string text = render_text_for(evaluated(sample("llm-engineer-weak").text), 80);
  const std::string card = text.substr(0, text.find("Interview Transcript"));
  EXPECT_NE(card.find(" of 5  "), std::string::npos) << card;
  EXPECT_NE(card.find("Not a fit at this time\n"), std::string::npos) << card;
  EXPECT_NE(card.find("BERT vs. GPT-style model\n"), std::string::npos) << card;
  EXPECT_EQ(card.find("Introduction"), std::string::npos) << card;
}

TEST(Card, NumbersItsTopicsAsTheReportBelowDoes) {
  const Outcome o = evaluated(sample("llm-engineer-weak").text);
  const std::string text = render_text_for(o, 0);
  const std::string list = text.substr(text.find("EVALUATION REPORT"));
  for (std::size_t i = 0; i < o.interview.threads.size(); ++i) {
    if (o.evaluation.threads[i].state != State::kScored) continue;
    const std::string number = report::question_range(o.interview, i);
    EXPECT_NE(text.find("  " + number + " "), std::string::npos) << number;
    EXPECT_NE(list.find("   " + number + ": " + o.report.thread_titles[i] + "\n"), std::string::npos) << number;
  }
}

TEST(Card, OfAnUnscorableInterviewGivesTheReason) {
  const std::string text = render_text_for(evaluated("Interviewer: What is a cache?\n\nCandidate: A store.\n\nInterviewer: Thanks.\n\nCandidate: Bye.\n"), 60);
  EXPECT_EQ(text.rfind("No decision: ", 0), 0U) << text.substr(0, 200);
}

TEST(Card, ReportsKeepToTheWidthOfTheTerminal) {
  for (const Sample& s : samples()) {
    const Outcome o = evaluated(s.text);
    for (const std::size_t width : {60U, 80U, 140U}) EXPECT_EQ(too_wide(render_text_for(o, width), width), "") << s.name << " at " << width;
  }
}

}  // namespace
}  // namespace te::test
