// The ledger: every point has a rule and the candidate's words, and the points add up exactly.
#include <set>

#include <gtest/gtest.h>

#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

class EverySampleLedger : public testing::TestWithParam<Sample> {};

INSTANTIATE_TEST_SUITE_P(Samples, EverySampleLedger, testing::ValuesIn(samples()), [](const auto& info) { return replaced(info.param.name, "-", "_"); });

TEST_P(EverySampleLedger, PointsAddUpToTheScore) {
  const Outcome o = evaluated(GetParam().text);
  int scored = 0;
  for (const QuestionEvaluation& q : o.evaluation.questions) {
    if (q.state != State::kScored) continue;
    ++scored;
    Points sum;
    for (const LedgerEntry& entry : q.ledger) sum += entry.points;
    EXPECT_EQ(sum, q.score_raw);
    EXPECT_GE(q.score_raw, Points::from_score(1));
    EXPECT_LE(q.score_raw, Points::from_score(5));
    EXPECT_EQ(q.ledger.front().rule, "base");
  }
  EXPECT_GT(scored, 2);
}

TEST_P(EverySampleLedger, EveryQuoteIsTheCandidatesAtItsSpan) {
  const Outcome o = evaluated(GetParam().text);
  const Transcript& t = o.interview.transcript;
  for (const QuestionEvaluation& q : o.evaluation.questions) {
    for (const LedgerEntry& entry : q.ledger) {
      if (entry.rule == "base" || entry.rule.rfind("gate.", 0) == 0) continue;
      ASSERT_FALSE(entry.quote.empty()) << entry.rule;
      EXPECT_EQ(t.source->slice(entry.span), entry.quote);
      EXPECT_EQ(t.source->line_at(entry.span.begin), entry.line);
      const Turn& turn = t.turns.at(entry.turn);
      EXPECT_EQ(o.interview.role_of(turn), Role::kCandidate);
      EXPECT_GE(entry.span.begin, turn.span.begin);
      EXPECT_LE(entry.span.end, turn.span.end);
    }
  }
}

TEST_P(EverySampleLedger, RulesOfTheLedgerStandInTheRubric) {
  const Outcome o = evaluated(GetParam().text);
  std::set<std::string, std::less<>> known = {"base", "bank.reference", "bank.key-point", "bank.misconception"};
  for (const Rule& rule : o.book->rubric().rules) known.insert(rule.id);
  for (const Gate& gate : o.book->rubric().gates) known.insert(gate.id);
  for (const QuestionEvaluation& q : o.evaluation.questions) {
    for (const LedgerEntry& entry : q.ledger) EXPECT_EQ(known.count(entry.rule), 1U) << entry.rule;
  }
}

TEST_P(EverySampleLedger, IntroductionAndClosingHaveNoScore) {
  const Outcome o = evaluated(GetParam().text);
  for (std::size_t i = 0; i < o.interview.questions.size(); ++i) {
    const QuestionType type = o.interview.questions[i].type;
    const bool scored_type = type != QuestionType::kIntroduction && type != QuestionType::kClosing;
    EXPECT_EQ(o.evaluation.questions[i].state == State::kScored, scored_type) << o.interview.questions[i].text;
  }
}

TEST(Demand, IsLessWhereAShortAnswerIsAskedFor) {
  constexpr std::string_view kAnswer = "A van stands at 9,000 in our books and 5,000 in the tax ones, so at 30% we owe a deferred tax of 1,200 on the gap.";
  const QuestionEvaluation plain = answer_evaluation("Deferred tax with numbers, please.", kAnswer, "Accountant");
  const QuestionEvaluation brief = answer_evaluation("Deferred tax in one sentence, please, with numbers.", kAnswer, "Accountant");
  EXPECT_LT(brief.demand, plain.demand);
  EXPECT_GT(brief.score_raw, plain.score_raw);
  // How long the answer is to be is nothing that it could leave out.
  for (const Aspect& a : brief.aspects) EXPECT_NE(a.text, "sentence");
}

TEST(Evidence, AFigureIsNewsLikeAWord) {
  constexpr std::string_view kQuestion = "How many accounts do you check, and from which limit on?";
  EXPECT_GT(answer_evaluation(kQuestion, "We check accounts above 8,000, so 40 of them in the month, and the group checks those above 300,000.").score_raw,
            answer_evaluation(kQuestion, "We check accounts above the limit, so some of them in the month, and the group checks those above another.").score_raw);
}

TEST(Points, PrintHalvesAwayFromZero) {
  EXPECT_EQ(Points::from_milli(4712).to_string(), "4.712");
  EXPECT_EQ(Points::from_milli(4715).to_string(2), "4.72");
  EXPECT_EQ(Points::from_milli(-55).to_string(2), "-0.06");
  EXPECT_EQ(Points::from_milli(4449).to_string(1), "4.4");
  EXPECT_EQ(Points::from_milli(3449).to_string(0), "3");
  EXPECT_EQ(Points::from_milli(5000).to_string(1), "5.0");
  EXPECT_EQ(Points::from_score(1.0005).milli(), 1001);
}

}  // namespace
}  // namespace te::test
