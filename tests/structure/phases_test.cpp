// Types of questions, threads of follow-ups, the closing phase, and explanations that give an answer away.
//
// Rows are dialogues with "> " for the interviewer and "< " for the candidate.
#include <fmt/format.h>

#include "support/interviews.h"
#include "support/samples.h"
#include "support/table.h"

namespace te {
namespace {

using test::expect_rows;

/// "technical t1 0>1; follow_up t1 2>3" and the closing turn as "closing 4".
std::string phases(std::string_view text) {
  const auto interview = test::interview_of(test::dialogue(text));
  std::string out;
  for (const Question& q : interview->questions) {
    std::string answers;
    for (const auto turn : q.answer_turns) answers += fmt::format("{}{}", answers.empty() ? "" : ",", turn);
    out += fmt::format("{}{} t{} {}>{}", out.empty() ? "" : "; ", type_name(q.type), q.thread, q.turn, answers);
  }
  return out + (interview->closing_turn ? fmt::format(" closing {}", *interview->closing_turn) : "");
}

TEST(Phases, TypesOfQuestions) {
  const auto type_of = [](std::string_view question) { return phases("> " + std::string(question) + "\n< Well, it was like this.\n"); };
  expect_rows({{"Could you tell me about yourself?", "introduction t1 0>1"},
               {"Please introduce yourself.", "introduction t1 0>1"},
               {"Walk me through your resume.", "introduction t1 0>1"},
               {"Describe a project that you led.", "project t1 0>1"},
               {"What was your role at the bakery?", "project t1 0>1"},
               {"Tell me about a model that you built.", "project t1 0>1"},
               {"Pick one model. What was it for, and what did you do yourself?", "project t1 0>1"},
               {"How does a model you trained predict new rows?", "technical t1 0>1"},
               {"How does a hash table handle collisions?", "technical t1 0>1"},
               {"What is the difference between a process and a thread?", "technical t1 0>1"},
               {"Write a function that reverses a list.", "coding t1 0>1"},
               {"Implement a queue with two stacks.", "coding t1 0>1"},
               {"Tell me about a time you disagreed with a colleague.", "behavioral t1 0>1"},
               {"How do you handle a difficult customer?", "behavioral t1 0>1"},
               {"Do you have any questions for me?", "closing t1 0>1 closing 0"}},
              type_of);
}

TEST(Phases, ShortQuestionsThatNeedTheAnswerBefore) {
  const std::string first = "> How do you test a release?\n< By hand.\n";
  expect_rows({{first + "> Can you give me an example?\n< The shop.\n", "technical t1 0>1; follow_up t1 2>3"},
               {first + "> And if the browser crashes?\n< Again.\n", "technical t1 0>1; follow_up t1 2>3"},
               {first + "> And on a tablet?\n< The same.\n", "technical t1 0>1; follow_up t1 2>3"},
               {first + "> And your weaknesses?\n< Notes.\n", "technical t1 0>1; behavioral t2 2>3"},
               {first + "> And where are you weak?\n< Notes.\n", "technical t1 0>1; technical t2 2>3"},
               {first + "> Okay. What was the outcome?\n< Calm.\n", "technical t1 0>1; follow_up t1 2>3"},
               {first + "> And if you had to explain consensus in a cluster of brokers to somebody new, where would you begin?\n< Votes.\n", "technical t1 0>1; technical t2 2>3"}},
              phases);
}

TEST(Phases, SmallTalkAndArrangementsAreNotJudged) {
  const std::string four = "> How does TLS work?\n< Keys.\n> How does DNS work?\n< Names.\n> How does DHCP work?\n< Leases.\n";
  expect_rows({{"> Did you find us all right?\n< Yes, the tram stops outside.\n", "introduction t1 0>1"},
               {"> Shall we start? What do you know of TLS?\n< Keys.\n", "technical t1 0>1"},
               {"> How does TLS work?\n< Keys.\n> Is there anything you'd like to add?\n< No.\n", "technical t1 0>1; introduction t2 2>3"},
               {"> Hi, can you see my screen?\n< Yes.\n> How was your weekend?\n< Dry.\n", "introduction t1 0>1; introduction t2 2>3"},
               {four + "> When could you start with us?\n< In May.\n", "technical t1 0>1; technical t2 2>3; technical t3 4>5; closing t4 6>7"},
               {four + "> When could you start with us?\n< In May.\n> Why?\n< Exams.\n", "technical t1 0>1; technical t2 2>3; technical t3 4>5; closing t4 6>7; closing t4 8>9"},
               {four + "> When could you start with us?\n< In May.\n> What do you do when all goes wrong?\n< I wait.\n", "technical t1 0>1; technical t2 2>3; technical t3 4>5; closing t4 6>7; technical t5 8>9"},
               {four + "> How does your service start, and when would you start it again?\n< Twice.\n", "technical t1 0>1; technical t2 2>3; technical t3 4>5; technical t4 6>7"},
               {four + "> Which questions do you have for me?\n< None.\n", "technical t1 0>1; technical t2 2>3; technical t3 4>5; closing t4 6>7 closing 6"}},
              phases);
}

TEST(Phases, AnIntroductionStandsAtTheBegin) {
  const std::string four = "> How does TLS work?\n< Keys.\n> How does DNS work?\n< Names.\n> How does DHCP work?\n< Leases.\n";
  EXPECT_EQ(phases(four + "> Tell me about your background.\n< Long.\n").find("introduction"), std::string::npos);
  EXPECT_EQ(phases("> How are you today?\n< Fine.\n> Tell me about your background.\n< Long.\n"), "introduction t1 0>1; introduction t2 2>3");
}

TEST(Phases, ThePreambleDoesNotDecideTheType) {
  expect_rows({{"> Your project sounds hard. How does a hash table handle collisions?\n< Chains.\n", "technical t1 0>1"},
               {"> It is not about yourself. How does TLS work?\n< Keys.\n", "technical t1 0>1"}},
              phases);
}

TEST(Phases, FollowUpsStayInTheThread) {
  expect_rows({{"> How does a B-tree index work?\n< Pages.\n> Can you elaborate on how the B-tree stays balanced?\n< Splits.\n", "technical t1 0>1; follow_up t1 2>3"},
               {"> How does a B-tree index work?\n< Pages.\n> Why?\n< Depth.\n", "technical t1 0>1; follow_up t1 2>3"},
               {"> How does a B-tree index work?\n< Pages.\n> How does TLS negotiate a session key?\n< Keys.\n", "technical t1 0>1; technical t2 2>3"},
               {"> How does a B-tree index work?\n< Pages.\n> Let's move on. Where would you not use a B-tree index?\n< Blobs.\n", "technical t1 0>1; technical t2 2>3"},
               {"> Tell me about yourself.\n< Cook.\n> Why?\n< Food.\n", "introduction t1 0>1; introduction t1 2>3"},
               {"> Tell me about yourself.\n< Cook.\n> Which dish sells best?\n< Soup.\n", "introduction t1 0>1; technical t2 2>3"},
               {"> How does a B-tree index work?\n< Pages.\n> Which B-tree index did you tune?\n< Orders.\n> And which B-tree pages split most?\n< The last.\n",
                "technical t1 0>1; follow_up t1 2>3; follow_up t1 4>5"}},
              phases);
}

TEST(Phases, ClosingLetsTheCandidateAskForSeveralTurns) {
  expect_rows({{"> How does TLS work?\n< Keys.\n> Do you have any questions for us?\n< Who is on call?\n> Seven people. Any other questions?\n< When do you deploy?\n> Daily.\n< Good.\n",
                "technical t1 0>1; closing t2 2>3,5 closing 2"},
               {"> How does TLS work?\n< Keys.\n> Any questions for me?\n< No.\n> How does DNS work?\n< Names.\n", "technical t1 0>1; closing t2 2>3,5 closing 2"},
               {"> Before we begin, do you have any questions?\n< No.\n> How does TLS work?\n< Keys.\n", "technical t1 0>1; technical t2 2>3"},
               {"> How does TLS work?\n< Keys.\n> Is there anything else you would like to add?\n< I like locks.\n", "technical t1 0>1; closing t2 2>3 closing 2"}},
              phases);
}

TEST(Phases, AFarewellEndsTheInterview) {
  expect_rows({{"> How does TLS work?\n< Keys.\n> That concludes our talk, we will be in touch.\n< Thank you, bye.\n", "technical t1 0>1 closing 2"},
               {"> How does TLS work?\n< Keys.\n> Thank you for your time.\n< Sure.\n> Bye.\n< Bye.\n", "technical t1 0>1 closing 2"},
               {"> Thank you for your time today, I am Ana.\n< Hello.\n> How does TLS work?\n< Keys.\n", "technical t1 2>3"},
               {"> It was great meeting you at the fair.\n< Yes.\n> How does TLS work?\n< Keys.\n> Thanks for your time.\n< Bye.\n", "technical t1 2>3 closing 4"}},
              phases);
}

std::string explained(std::string_view text) {
  std::string out;
  const auto interview = test::interview_of(test::dialogue(text));
  for (const Question& q : interview->questions) out += q.interviewer_explained ? "explained " : "open ";
  return out;
}

TEST(Phases, AnExplanationAfterAnAnswerIsNoted) {
  const std::string lesson =
      "A cache holds a copy of what was read before, close to the reader. When the copy is old, somebody has to throw it away, and choosing that moment is the hard part of the whole matter.";
  const std::string praise = "That was a very thorough answer, thank you. Great, I see that you worked with caches for many years and that you know them well. Excellent, that makes sense to me and to the team.";
  EXPECT_EQ(explained("> What is a cache?\n< No idea.\n> " + lesson + " What is a buffer?\n< A queue.\n"), "explained open ");
  EXPECT_EQ(explained("> What is a cache?\n< No idea.\n> " + lesson + "\n< I see.\n"), "explained ");
  EXPECT_EQ(explained("> What is a cache?\n< A store.\n> Good. What is a buffer?\n< A queue.\n"), "open open ");
  EXPECT_EQ(explained("> What is a cache?\n< A store.\n> " + praise + " What is a buffer?\n< A queue.\n"), "open open ");
  EXPECT_EQ(explained("> " + lesson + " What is a cache?\n< A store.\n"), "open ");
}

TEST(Phases, ThreadsPartitionTheQuestionsOfEverySample) {
  for (const test::Sample& s : test::samples()) {
    const auto interview = test::interview_of(s.text);
    ASSERT_TRUE(interview) << s.name;
    std::uint32_t next = 0;
    for (const Thread& thread : interview->threads) {
      ASSERT_FALSE(thread.questions.empty()) << s.name;
      EXPECT_EQ(thread.type, interview->questions[thread.questions[0]].type) << s.name;
      EXPECT_NE(thread.type, QuestionType::kFollowUp) << s.name;
      for (const auto q : thread.questions) {
        EXPECT_EQ(q, next++) << s.name;
        EXPECT_EQ(interview->questions[q].thread, thread.id) << s.name;
      }
    }
    EXPECT_EQ(next, interview->questions.size()) << s.name;
  }
}

TEST(Phases, EverySampleBeginsWithAnIntroduction) {
  for (const test::Sample& s : test::samples()) {
    const auto interview = test::interview_of(s.text);
    ASSERT_TRUE(interview) << s.name;
    // The ward manager asks about the way first.
    const std::size_t i = s.name == "nurse-average" ? 1 : 0;
    // "Who are you and what have you been selling?" is not recognised yet.
    const std::string_view expected = s.name == "sales-representative-average" ? "technical" : "introduction";
    EXPECT_EQ(type_name(interview->questions.at(i).type), expected) << s.name << ": " << interview->questions.at(i).text;
  }
}

TEST(Phases, OfTheSampleWithALongClosing) {
  const auto interview = test::interview_of(test::sample("backend-engineer-strong").text);
  ASSERT_TRUE(interview);
  ASSERT_FALSE(interview->questions.empty());
  const Question& last = interview->questions.back();
  EXPECT_EQ(last.type, QuestionType::kClosing);
  EXPECT_EQ(last.answer_turns.size(), 5U);
  EXPECT_EQ(interview->closing_turn, last.turn);
  EXPECT_EQ(interview->questions.front().type, QuestionType::kIntroduction);
}

}  // namespace
}  // namespace te
