// What a turn asks, what it says around that, and which turns answer it.
//
// Rows are dialogues with "> " for the interviewer and "< " for the candidate.
#include "support/documents.h"
#include "support/interviews.h"
#include "support/samples.h"
#include "support/table.h"

namespace te {
namespace {

using test::expect_rows;

std::string questions(std::string_view text) { return test::dump_questions(*test::interview_of(test::dialogue(text))); }

TEST(Questions, OneForEachAskingTurn) {
  expect_rows({{"> What is a cache?\n< A store.\n", "Q1 0>1 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> Where does it live?\n< In memory.\n", "Q1 0>1 @1 What is a cache? | Q2 2>3 @3 Where does it live?"},
               {"> What is a lock? When would you avoid one?\n< Never.\n", "Q1 0>1 @1 What is a lock? When would you avoid one?"},
               {"< Hello.\n> What is a cache?\n< A store.\n", "Q1 1>2 @2 What is a cache?"},
               {"> Why?\n< It was cheap.\n", "Q1 0>1 @1 Why?"},
               {"> We are six people.\n< Nice.\n> What is a cache?\n< A store.\n", "Q1 2>3 @3 What is a cache?"}},
              questions);
}

TEST(Questions, AskedWithoutAQuestionMark) {
  expect_rows({{"> Please describe the rollout.\n< Slow.\n", "Q1 0>1 @1 Please describe the rollout."},
               {"> Tell me about your last outage.\n< Long.\n", "Q1 0>1 @1 Tell me about your last outage."},
               {"> Walk us through the release.\n< Fine.\n", "Q1 0>1 @1 Walk us through the release."},
               {"> In your own words, explain sharding.\n< Fine.\n", "Q1 0>1 @1 In your own words, explain sharding."},
               {"> So, describe your day.\n< Fine.\n", "Q1 0>1 @1 So, describe your day."},
               {"> I'd like to hear about testing.\n< Fine.\n", "Q1 0>1 @1 I'd like to hear about testing."},
               {"> compare sql and nosql\n< fine\n", "Q1 0>1 @1 compare sql and nosql"},
               {"> The manual will explain it.\n< Yes.\n", ""}},
              questions);
}

TEST(Questions, WhoseMarkIsMissing) {
  expect_rows({{"> ok first one - how do you decide between a list and a set\n< by use\n", "Q1 0>1 @1 ok first one - how do you decide between a list and a set"},
               {"> Right. What about the paperwork\n< A sheet.\n", "Q1 0>1 @1 What about the paperwork <- Right."},
               {"> And what is the difference between the two.\n< Speed.\n", "Q1 0>1 @1 And what is the difference between the two."},
               {"> thanks! have you used queues in production\n< yes for orders\n", "Q1 0>1 @1 have you used queues in production <- thanks!"},
               {"> ok so thanks for coming in um could you maybe tell me what a load balancer does\n< it spreads requests\n", "Q1 0>1 @1 ok so thanks for coming in um could you maybe tell me what a load balancer does"},
               {"> I know what is the difference.\n< Yes.\n", ""},
               {"> That is how we do the rota, and why we do it.\n< Fine.\n", ""}},
              questions);
}

TEST(Questions, ThatSeveralTurnsAskInARow) {
  expect_rows({{"> How would you introduce a scheme?\n> And please say how you win colleagues.\n< Slowly.\n", "Q1 1>2 @2 How would you introduce a scheme? And please say how you win colleagues."},
               {"> What is a cache?\n> What is a cache?\n< A store.\n", "Q1 1>2 @2 What is a cache?"},
               {"> What is a cache?\n< Mm-hm.\n> What is a buffer?\n< A store.\n", "Q1 2>3 @3 What is a buffer?"}},
              questions);
}


TEST(Questions, ApartFromWhatIsSaidAroundThem) {
  expect_rows({{"> Thanks, that was clear. We use Kafka a lot. How do you size a topic?\n< By load.\n", "Q1 0>1 @1 How do you size a topic? <- Thanks, that was clear. We use Kafka a lot."},
               {"> What is a lock? It matters here. When would you avoid one?\n< Never.\n", "Q1 0>1 @1 What is a lock? When would you avoid one? <- It matters here."},
               {"> What is a lock? Take your time.\n< A guard.\n", "Q1 0>1 @1 What is a lock? <- Take your time."},
               {"> Good. Right? Explain a deadlock.\n< Two wait.\n", "Q1 0>1 @1 Explain a deadlock. <- Good. Right?"},
               {"> Good.\n\nNow the next one.\n\nHow do you test?\n< By hand.\n", "Q1 0>1 @5 How do you test? <- Good. Now the next one."},
               {"> How do you test\na release?\n< By hand.\n", "Q1 0>1 @1 How do you test a release?"}},
              questions);
}

TEST(Questions, CollectAllTurnsThatAnswer) {
  expect_rows({{"> What is a cache?\n< A store.\n< In memory.\n", "Q1 0>1,2 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> Mm-hm.\n< In memory.\n", "Q1 0>1,3 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> Okay.\n< In memory.\n> I see, go on.\n< Fast.\n", "Q1 0>1,3,5 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> Okay?\n< In memory.\n", "Q1 0>1,3 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> Right?\n< In memory.\n", "Q1 0>1,3 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> Why?\n< Speed.\n", "Q1 0>1 @1 What is a cache? | Q2 2>3 @3 Why?"}},
              questions);
}

TEST(Questions, WithoutAnAnswerAreNone) {
  expect_rows({{"> What is a cache?\n> Or rather, what is a buffer?\n< A store.\n", "Q1 1>2 @2 Or rather, what is a buffer?"},
               {"> What is a cache?\n< A store.\n> And a buffer?\n", "Q1 0>1 @1 What is a cache?"},
               {"< What do you do?\n> We bake.\n", ""}},
              questions);
}

TEST(Questions, KeepTheirLinesInEveryWriting) {
  const std::string talk = test::dialogue("> Hello there.\n\nWhat is a cache?\n\n< A store.\n\n> Good. Please explain its limits.\n\n< It is small.\n");
  const std::string expected = "Q1 0>1 @3 What is a cache? <- Hello there. | Q2 2>3 @7 Please explain its limits. <- Good.";
  EXPECT_EQ(test::dump_questions(*test::interview_of(talk)), expected);
  EXPECT_EQ(test::dump_questions(*test::interview_of(test::with_line_ends(talk, "\r\n"))), expected);
  EXPECT_EQ(test::dump_questions(*test::interview_of("\xEF\xBB\xBF" + talk)), expected);
}

TEST(Questions, AreSoundInAllSamples) {
  for (const test::Sample& s : test::samples()) {
    const auto interview = test::interview_of(s.text);
    ASSERT_TRUE(interview) << s.name;
    EXPECT_GE(interview->questions.size(), 7U) << s.name;
    EXPECT_EQ(test::dump_questions(*interview).find("BAD SPAN"), std::string::npos) << s.name;
    std::uint32_t last = 0;
    for (const Question& q : interview->questions) {
      EXPECT_EQ(interview->role_of(interview->transcript.turns[q.turn]), Role::kInterviewer) << s.name << " " << q.id;
      EXPECT_FALSE(q.text.empty()) << s.name << " " << q.id;
      EXPECT_GE(q.turn, last) << s.name << " " << q.id;
      last = q.turn;
      for (const auto turn : q.answer_turns) {
        EXPECT_EQ(interview->role_of(interview->transcript.turns[turn]), Role::kCandidate) << s.name << " " << q.id;
        EXPECT_GT(turn, last) << s.name << " " << q.id;
        last = turn;
      }
    }
  }
}

}  // namespace
}  // namespace te
