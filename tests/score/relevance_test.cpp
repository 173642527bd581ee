// Relevance: an answer belongs to its own question more than to any other of the interview.
#include <gtest/gtest.h>

#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

TEST(Relevance, TheOwnAnswerComesFirst) {
  int questions = 0;
  int first = 0;
  for (const char* name : {"llm-engineer-exceptional", "backend-engineer-strong", "product-manager-strong", "accountant-strong", "site-reliability-engineer-wrong-records"}) {
    const Outcome o = evaluated(sample(name).text);
    std::vector<const Question*> asked;
    for (const Question& q : o.interview.questions) {
      if (q.type != QuestionType::kIntroduction && q.type != QuestionType::kClosing && q.type != QuestionType::kFollowUp) asked.push_back(&q);
    }
    for (const Question* q : asked) {
      const auto relevance = [&](const Question* other) {
        return answer_evaluation(q->text, o.interview.transcript.turns[other->answer_turns.front()].text, o.interview.position).answer_relevance;
      };
      bool best = true;
      for (const Question* other : asked) best = best && (other == q || relevance(other) < relevance(q));
      ++questions;
      first += best ? 1 : 0;
    }
  }
  EXPECT_GE(questions, 15);
  EXPECT_GE(first * 10, questions * 9) << first << " of " << questions;
}

TEST(Relevance, AspectsSayWhatWasMissed) {
  const QuestionEvaluation e = answer_evaluation("Can you explain the difference between a stack and a queue, and give an example of when you would use each?",
                                                 "A stack returns the element that was pushed last, so an undo history works with push and pop.", "Software Engineer");
  const auto coverage = [&](std::string_view text) {
    for (const Aspect& a : e.aspects) {
      if (a.text == text) return a.coverage;
    }
    ADD_FAILURE() << "no aspect " << text;
    return Coverage::kMissed;
  };
  EXPECT_EQ(coverage("Stack"), Coverage::kCovered);
  EXPECT_NE(coverage("Queue"), Coverage::kCovered);
  double weights = 0;
  for (const Aspect& a : e.aspects) weights += a.weight;
  EXPECT_NEAR(weights, 1.0, 1e-9);
}

TEST(Relevance, OfTheQuestionToTheRole) {
  const auto role = [](std::string_view question, std::string_view position) { return answer_evaluation(question, "We used Kubernetes and Prometheus for that.", position).role_relevance; };
  EXPECT_GT(role("How do you set service level objectives?", "Site Reliability Engineer"), role("How do you set service level objectives?", "Graphic Designer"));
  EXPECT_EQ(role("How do you set service level objectives?", ""), 0.5);
}

}  // namespace
}  // namespace te::test
