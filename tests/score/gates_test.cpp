// Gates: answers that may not earn more than a little, whatever they are made of.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/outcomes.h"

namespace te::test {
namespace {

constexpr std::string_view kQuestion = "Can you explain how a database index speeds up a query and what it costs?";
constexpr std::string_view kGood =
    "An index is a sorted structure, usually a B-tree, so the database walks a few pages down to the matching rows instead of scanning the whole table. "
    "For example, our orders table had 40 million rows and a lookup by customer took 9 seconds; after I added a composite index on customer and date it took 12 milliseconds. "
    "The cost is that every insert and update has to maintain the index as well, and it takes disk space, so I check the query plan before I add one.";

struct Case {
  std::string_view name;
  std::string_view answer;
  double at_most;
  std::string_view flag;
};

TEST(Gates, AnswersThatAreNone) {
  const Case kCases[] = {
      {"not knowing", "Sorry, no, I don't know how that works. We never had one at my place.", 1.0, "non_answer"},
      {"pass", "No idea, can we skip this?", 1.0, "non_answer"},
      {"echo", "How a database index speeds up a query and what it costs. A database index speeds up a query and it costs.", 2.0, ""},
      {"another topic",
       "Our brand launch used three mood boards, a serif typeface and a warm palette. I sketched the logo by hand, and the printer matched the Pantone swatches for the packaging.", 2.0, "off_topic"},
      {"shuffled words",
       "the of index sorted a down pages rows scanning instead structure is whole table usually so walks B-tree few database matching to an the the update every maintain insert cost has as that and well to", 2.0, "incoherent"},
      {"keywords", "index, B-tree, pages, rows, scan, table, query, plan, latency, cardinality, selectivity, composite, covering, clustered, hash, bitmap, partition, vacuum, statistics, optimizer", 2.0, ""},
      {"empty talk",
       "Thank you, what an interesting question, and an important one for every company. I am passionate about it and I always give my best. "
       "Good people and good communication make the difference here. I would say that success comes from a positive attitude. I learn quickly and I love challenges of every kind.", 2.5, "empty_talk"},
  };
  for (const Case& c : kCases) {
    const QuestionEvaluation e = answer_evaluation(kQuestion, c.answer, "Database Administrator");
    EXPECT_LE(e.score_raw.value(), c.at_most) << c.name;
    if (!c.flag.empty()) {
      EXPECT_TRUE(e.has_flag(c.flag)) << c.name;
    }
  }
}

TEST(Gates, LongTalkThatSaysLittleIsThin) {
  constexpr std::string_view kTalk[] = {
      "Oh, that is a big one for me. I have been around this kind of thing for years and I would say that I am really at home with it. I always look at it from every side, "
      "talk to the people who are involved and then find the way that is best for all of us. It never failed me, and my bosses have always been more than happy with how I go about it.",
      "In my view one has to be careful, structured and pragmatic at the same time. I make sure that all requirements are understood, that quality is never compromised, and that we deliver "
      "what was promised. Good preparation is half the work, and the other half is consistency. That is how I have been doing it for a long time, with great success.",
  };
  for (const std::string_view talk : kTalk) {
    const QuestionEvaluation e = answer_evaluation(kQuestion, talk, "Database Administrator");
    EXPECT_LE(e.score_raw.value(), 2.5) << talk;
    EXPECT_TRUE(e.has_flag("empty_talk")) << talk;
  }
}

TEST(Gates, PlainWordsOfACertainCaseAreNoEmptyTalk) {
  // Persons, conditions and exceptions tell a case from talk that fits any subject, where no word of it is rare.
  constexpr std::string_view kCase =
      "First I'd let him finish. Then I say that I can't keep it to myself if someone could be hurt, and I ask what he is afraid of. Mostly he isn't sure whether she will find out. "
      "If he wants to, we tell her together; if not, I go on my own and he hears from me before she does. Unless it is serious, nobody else has to know. I write down what he said, with the day, "
      "and if it happens again I don't wait for him to come back.";
  constexpr std::string_view kTalk =
      "First I always listen. Then I say that trust is the most important thing at work, and I ask how we can find a good way together. In the end it is about people and how they feel at work. "
      "With a positive attitude we find a way together, and everyone goes home happy. I go on learning from each case, and my door is always open. I look at what happened, with the right mindset, "
      "and I make sure that it is going well for all of us.";
  constexpr std::string_view kAsked = "A member of the staff tells you in confidence about a colleague. What do you do?";
  EXPECT_FALSE(answer_evaluation(kAsked, kCase, "HR Manager").has_flag("empty_talk"));
  EXPECT_TRUE(answer_evaluation(kAsked, kTalk, "HR Manager").has_flag("empty_talk"));
  // Strewn into empty talk they make no case of it.
  EXPECT_LE(answer_evaluation(kAsked, replaced(std::string(kTalk), ". ", ", unless he or she does not. "), "HR Manager").score_raw.value(), 2.5);
}

TEST(Gates, HavingSaidAllAdmitsNoGap) {
  const std::string good(kGood);
  const Points whole = answer_evaluation(kQuestion, good).score_raw;
  EXPECT_EQ(answer_evaluation(kQuestion, good + " I can't think of more.").score_raw, whole);
  EXPECT_EQ(answer_evaluation(kQuestion, good + " I can't think of anything else right now.").score_raw, whole);
  EXPECT_TRUE(answer_evaluation(kQuestion, "I can't think of an answer.").has_flag("non_answer"));
}

TEST(Gates, AGoodAnswerPassesThemAll) {
  const QuestionEvaluation e = answer_evaluation(kQuestion, kGood, "Database Administrator");
  EXPECT_GE(e.score_raw.value(), 4.0);
  EXPECT_TRUE(e.flags.empty()) << e.flags.front();
}

TEST(Gates, SpeechWithoutSignsAndCaseIsLanguage) {
  constexpr std::string_view kRetries = "How do you handle timeouts and retries between services?";
  constexpr std::string_view kSpoken =
      "each call gets a timeout shorter than what its caller has left then we retry with jitter but only where the call is idempotent and three times at most then a circuit breaker so a slow "
      "service gets time to recover and last year a missing breaker took our checkout down for 20 minutes";
  const QuestionEvaluation e = answer_evaluation(kRetries, kSpoken);
  EXPECT_FALSE(e.has_flag("incoherent"));
  EXPECT_GE(e.score_raw.value(), 3.0);
}

TEST(Gates, DoubtBetweenTheSentencesRaisesNothing) {
  constexpr std::string_view kDoubt = " I'm not really sure about this.";
  constexpr std::string_view kAnswer =
      "With an index I would expect the query to be faster, maybe not twice, but perhaps by a third. I know there's the planner, it's some kind of optimizer, but I thought that is about joins, "
      "so that two tables aren't scanned in the wrong order. I'm not so certain here. We use an ORM for this sort of thing, and I never had to think about what it costs.";
  const std::string doubted = replaced(std::string(kAnswer), ". ", fmt::format(".{} ", kDoubt)) + std::string(kDoubt);
  EXPECT_LE(answer_evaluation(kQuestion, doubted).score_raw, answer_evaluation(kQuestion, kAnswer).score_raw);
}

TEST(Gates, TheSameAnswerCountsOnceInAnInterview) {
  const std::string again = exchange(kQuestion, kGood) + "\n" + exchange("And how would you make a slow report faster?", kGood);
  const Outcome o = evaluated(again, "Database Administrator");
  ASSERT_EQ(o.evaluation.questions.size(), 2U);
  EXPECT_GE(o.evaluation.questions[0].score_raw.value(), 4.0);
  EXPECT_LE(o.evaluation.questions[1].score_raw.value(), 1.5);
  EXPECT_TRUE(o.evaluation.questions[1].has_flag("repetition"));
}

TEST(Gates, ADisclaimedTopicIsNotShown) {
  const QuestionEvaluation e = answer_evaluation("Can you tell me about your experience with Airflow?",
                                                 "To be honest I have never used Airflow. I have read that it is a scheduler for pipelines written in Python, and I know cron and a home-made queue with retries.", "Data Engineer");
  EXPECT_TRUE(e.has_flag("disclaimer"));
  EXPECT_LE(e.score_raw.value(), 2.5);
}

}  // namespace
}  // namespace te::test
