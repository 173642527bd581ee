// Relevance: an answer belongs to its own question more than to any other of the interview.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/outcomes.h"

namespace te::test {
namespace {

struct Exchange {
  std::string_view question;
  std::string_view answer;
};

/// Five questions of one back-end interview with short answers.
constexpr Exchange kExchanges[] = {
    {"Can you explain how a database index speeds up a query?", "The index is sorted, so the database descends a B-tree to the rows of the query instead of scanning the table."},
    {"What is idempotency in an HTTP API and why does it matter for retries?", "An idempotent PUT has the same effect once or five times, so a client can repeat it after a timeout without charging twice."},
    {"How would you find a memory leak in a running service?", "I compare two heap dumps taken an hour apart, look at which objects grow, and follow their references to the cache that never evicts them."},
    {"Tell me about a project you led and what came out of it.", "I led the move of the billing service to Kafka. We migrated 14 consumers in two months and cut the nightly delay from six hours to nine minutes."},
    {"What is the difference between optimistic and pessimistic locking?", "Optimistic locking compares a version at commit and retries, whereas pessimistic locking holds the row from the first read, which suits high contention."},
};

TEST(Relevance, EachAnswerFitsItsOwnQuestionBest) {
  for (const Exchange& asked : kExchanges) {
    const double own = answer_evaluation(asked.question, asked.answer, "Backend Engineer").answer_relevance;
    for (const Exchange& other : kExchanges) {
      if (&other == &asked) continue;
      EXPECT_LT(answer_evaluation(asked.question, other.answer, "Backend Engineer").answer_relevance, own) << asked.question << " <- " << other.answer;
    }
  }
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

TEST(Relevance, AspectsKnowTheirConcept) {
  const RuleBookPtr book = built_in_rulebook();
  const QuestionEvaluation e = answer_evaluation("What is the difference between a stack and a queue?", "A stack returns the element that was pushed last.", "Software Engineer");
  std::size_t concepts = 0;
  for (const Aspect& a : e.aspects) {
    if (a.kind != AspectKind::kConcept) continue;
    ++concepts;
    ASSERT_LT(a.concept_index, book->lexicon().concepts.size());
    EXPECT_EQ(book->lexicon().concepts[a.concept_index].name, a.text);
  }
  EXPECT_EQ(concepts, 2U);
}

double sign(std::string_view question, std::string_view answer, Sign which) { return answer_evaluation(question, answer).relevance_parts[which]; }

TEST(Relevance, CentralAreasTellAPositionFromItsNeighbours) {
  constexpr std::string_view kQuestion = "Tell me about the hardest problem you solved last year.";
  constexpr std::string_view kAnswer = "We set an SLO of 99.9 percent, spent the error budget on releases and wrote a postmortem after each page.";
  const auto field = [&](std::string_view position) { return answer_evaluation(kQuestion, kAnswer, position).relevance_parts[Sign::kField]; };
  EXPECT_GT(field("Site Reliability Engineer"), field("Cloud Solutions Architect"));
  EXPECT_GT(field("Cloud Solutions Architect"), field("Accountant"));
}

TEST(Relevance, SayingItAgainShowsNothingMore) {
  constexpr std::string_view kQuestion = "Have you been close to making a mistake with a medicine?";
  const std::string answer = "Yes. It was the insulin, I had the pen ready for the wrong patient and saw it on the wristband.";
  EXPECT_NEAR(sign(kQuestion, answer + " " + answer + " " + answer, Sign::kWording), sign(kQuestion, answer, Sign::kWording), 1e-9);
}

TEST(Relevance, SignsOfTheWording) {
  constexpr std::string_view kLeak = "How would you find a memory leak in a running service?";
  constexpr std::string_view kNear = "To find the memory leak I take two heap dumps of the running service and compare what grew.";
  constexpr std::string_view kOwnWords = "I take two heap dumps an hour apart, compare which objects grew, and follow what holds them.";
  for (const Sign which : {Sign::kWording, Sign::kPhrasing, Sign::kOpening}) {
    EXPECT_GT(sign(kLeak, kNear, which), sign(kLeak, kOwnWords, which)) << sign_name(which);
    EXPECT_LE(sign(kLeak, kNear, which), 1.0) << sign_name(which);
  }
  EXPECT_EQ(sign(kLeak, "The logo was drawn by hand and printed on recycled cardboard.", Sign::kPhrasing), 0.0);
  EXPECT_GT(sign("Can you tell me more about that?", kNear, Sign::kOpen), sign(kLeak, kNear, Sign::kOpen));
}

TEST(Relevance, TheRestOfTheInterviewSpeaksForAnAnswerInOwnWords) {
  constexpr std::string_view kQuestion = "And what happened in the end?";
  constexpr std::string_view kAnswer = "The ward now hands over at the bedside, the missed doses went down from nine to two, and the pharmacist stopped calling us every evening.";
  const std::string before = exchange("Tell me about something you changed at work.",
                                      "On our ward the handover took place in the corridor, so doses were missed. I asked the pharmacist to join, and we moved it to the bedside.");
  const auto last = [](const Outcome& o) { return o.evaluation.questions.back().relevance_parts; };
  const RelevanceParts alone = last(evaluated(exchange(kQuestion, kAnswer)));
  const RelevanceParts within = last(evaluated(before + "\n" + exchange(kQuestion, kAnswer)));
  EXPECT_EQ(alone[Sign::kContext], 0.0);
  EXPECT_GT(within[Sign::kContext], 0.2);
  EXPECT_GT(within.fit, alone.fit);
}

TEST(Relevance, OneStrayConceptSaysLittleOfTheField) {
  constexpr std::string_view kQuestion = "How do you stay up to date?";
  const auto field = [&](std::string_view answer) { return answer_evaluation(kQuestion, answer, "Paralegal").relevance_parts[Sign::kField]; };
  const double none = field("On Fridays I sit down for an hour with two colleagues, and each of us brings one ruling.");
  const double one = field("I get the newsletter of the court, and on Fridays I sit down with two colleagues over the rulings.");
  const double many = field("I write landing pages, plan a newsletter, buy search ads, watch the click-through rate and brief influencers.");
  EXPECT_LT(one, none);
  EXPECT_GT(one, many + (none - many) / 4);
}

TEST(Relevance, AFewPlainWordsOfOnesOwnAreNoSignOfAnotherQuestion) {
  constexpr std::string_view kQuestion = "How do you deal with a pupil who disrupts the lesson?";
  const auto evaluation = [&](std::string_view answer) { return answer_evaluation(kQuestion, answer, "Teacher"); };
  const QuestionEvaluation brief = evaluation("I stand beside his desk, say his name quietly and hand him a task. After the bell we talk alone.");
  EXPECT_GT(brief.relevance_parts[Sign::kBrevity], 0.0);
  EXPECT_FALSE(brief.has_flag("off_topic"));
  const QuestionEvaluation foreign = evaluation("We cut the nightly backup to nine minutes with incremental snapshots, and we test a restore on a spare cluster each month.");
  EXPECT_TRUE(foreign.has_flag("off_topic"));
  const QuestionEvaluation talkative = evaluation("The orchard had scab again, so we sprayed copper before the blossom, thinned the branches with a ladder and a saw, and sold the windfall apples to a cider press. In autumn my uncle mended the fence, because deer had eaten the bark of eleven saplings.");
  EXPECT_EQ(talkative.relevance_parts[Sign::kBrevity], 0.0);
  EXPECT_TRUE(talkative.has_flag("off_topic"));
}

TEST(Relevance, PlainWordsAreSaidInAnyLongInterview) {
  constexpr std::string_view kQuestion = "What happened in the end?";
  constexpr std::string_view kAnswer = "The orchard had scab, so we sprayed copper, and the document about it went by email into a system of the growers.";
  const auto context = [&](const std::string& before) { return evaluated(before + exchange(kQuestion, kAnswer)).evaluation.questions.back().relevance_parts[Sign::kContext]; };
  const auto year = [](int i) {
    return exchange(fmt::format("What did you do in year {}?", i), fmt::format("That year the customer asked for report number {}, and I wrote the document, sent the email and updated the system.", i)) + "\n";
  };
  std::string before = year(1);
  const double little_talk = context(before);
  for (int i = 2; i <= 12; ++i) before += year(i);
  const double long_talk = context(before);
  // The longer the talk, the less it tells that "document", "email" and "system" stand in it. Rare words go on telling.
  EXPECT_LT(long_talk, little_talk);
  const std::string trees = exchange("Which trees were yours?", "Our orchard has scab each spring; we spray copper against it.") + "\n";
  EXPECT_GT(context(before + trees), long_talk + 0.2);
}

TEST(Relevance, TheCaseBeforeTheQuestionSpeaksForTheAnswer) {
  constexpr std::string_view kAnswer = "Describe the pod for its exit code. Then the logs of the container before. A liveness probe that is too impatient kills it in the middle of its start.";
  const RelevanceParts bare = answer_evaluation("What are your first steps?", kAnswer).relevance_parts;
  const RelevanceParts told = answer_evaluation("A pod restarts again and again, its container never gets through the probe. What are your first steps?", kAnswer).relevance_parts;
  EXPECT_GT(told[Sign::kContext], bare[Sign::kContext]);
  EXPECT_GT(told.fit, bare.fit);
}

TEST(Relevance, AJobDescriptionMovesNothingAway) {
  // What is told lies in fields that neither description names; it was the job before and stays it.
  constexpr std::string_view kQuestion = "What have you built so far, and which part was yours?";
  constexpr std::string_view kAnswer =
      "At the university we built a booking page for the sports hall with React. My part was the calendar component and the form validation, two others built the PostgreSQL tables. "
      "It ran for one term and forty people used it.";
  constexpr std::string_view kDescriptions[] = {"Requirements\n- 2 years of Java\n- Kafka", "Requirements\n- month-end closing\n- VAT returns"};
  for (const std::string_view position : {"", "Junior Java Developer", "Teapot Wrangler"}) {
    const auto with = [&](std::string_view description) { return evaluated(exchange(kQuestion, kAnswer), position, description).evaluation.questions.front(); };
    const QuestionEvaluation without = with("");
    for (const std::string_view description : kDescriptions) {
      EXPECT_GE(with(description).relevance_parts[Sign::kField], without.relevance_parts[Sign::kField]) << position << ": " << description;
      EXPECT_GE(with(description).score_raw, without.score_raw) << position << ": " << description;
    }
  }
}

TEST(Relevance, AnAnswerFromTheNeighbouringFieldIsNone) {
  constexpr std::string_view kQuestion = "What was most difficult about starting the chaos engineering program for the payment services, and how did you get past it?";
  constexpr std::string_view kAnswer =
      "The difficult part was the single zone. So I moved our shop to three availability zones behind a load balancer. The instances sit in auto scaling groups with health checks, "
      "sessions went to ElastiCache, and RDS got a standby in a second zone. Failover takes 50 seconds now.";
  EXPECT_TRUE(answer_evaluation(kQuestion, kAnswer, "Site Reliability Engineer").has_flag("off_topic"));
}

TEST(Relevance, AnOpenQuestionIsAnsweredByWhateverIsFromTheField) {
  constexpr std::string_view kQuestion = "Tell me about a project of yours.";
  constexpr std::string_view kAnswer =
      "Last year I built the invoicing service for a haulier. Two people used to put the invoices together from spreadsheets for a week each month. I designed the tables, "
      "wrote the service in Go with PostgreSQL behind it, and added a queue so that rendering could not block requests. Totals differed by cents, so I moved all amounts to "
      "integers and wrote property tests. After three months the run took forty minutes instead of a week.";
  for (const std::string_view position : {"Backend Developer", "Software Engineer", ""}) {
    const QuestionEvaluation e = answer_evaluation(kQuestion, kAnswer, position);
    EXPECT_FALSE(e.has_flag("off_topic")) << position;
    EXPECT_GE(e.score_raw.value(), 3.5) << position;
  }
  EXPECT_TRUE(answer_evaluation(kQuestion, kAnswer, "Nurse").has_flag("off_topic"));
}

TEST(Relevance, OfTheQuestionToTheRole) {
  const auto role = [](std::string_view question, std::string_view position) { return answer_evaluation(question, "We used Kubernetes and Prometheus for that.", position).role_relevance; };
  EXPECT_GT(role("How do you set service level objectives?", "Site Reliability Engineer"), role("How do you set service level objectives?", "Graphic Designer"));
  EXPECT_EQ(role("How do you set service level objectives?", ""), 0.5);
}

}  // namespace
}  // namespace te::test
