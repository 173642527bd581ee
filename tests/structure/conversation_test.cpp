// What listeners, observers and faulty automatic interviewers say neither asks nor answers.
//
// Rows are dialogues with "> " for the interviewer and "< " for the candidate.
#include <fmt/format.h>

#include "support/interviews.h"
#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;

std::string questions(std::string_view text) { return test::dump_questions(*test::interview_of(test::dialogue(text))); }

/// "s i a": the kinds of the turns by their first letters.
std::string kinds(std::string_view text) {
  std::string out;
  const auto interview = test::interview_of(test::dialogue(text));
  for (const TurnKind kind : interview->turn_kinds) out += kind_name(kind).front();
  return out;
}

TEST(Conversation, ListenersDoNotCutAnAnswer) {
  expect_rows({{"> What is a cache?\n< A store.\n> Mhm.\n< In memory.\n> Right, okay.\n< Fast.\n", "Q1 0>1,3,5 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> Okay, got it.\n< In memory.\n", "Q1 0>1,3 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> I see, please go on.\n< In memory.\n", "Q1 0>1,3 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> Please continue.\n< In memory.\n", "Q1 0>1,3 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> Sure, take your time.\n< In memory.\n", "Q1 0>1,3 @1 What is a cache?"},
               {"> What is a cache?\n< A store.\n> A cache is close to its reader.\n< Mm-hmm.\n> Why is it small?\n< Cost.\n", "Q1 0>1 @1 What is a cache? | Q2 4>5 @5 Why is it small? "}},
              [](std::string_view in) {
                std::string out = questions(in);
                return out.find("Q2") == std::string::npos ? out : out + " ";
              });
}

TEST(Conversation, ListenersDoNotAnswer) {
  expect_rows({{"> What is a cache?\n< Uh-huh.\n> Take your time.\n< A store.\n", "Q1 0>3 @1 What is a cache?"},
               {"> What is a cache?\n< Okay.\n> It may be any kind.\n< A store.\n", "Q1 0>3 @1 What is a cache?"},
               {"> What is a cache?\n< Mhm.\n> What is a queue?\n< A line.\n", "Q1 2>3 @3 What is a queue?"},
               {"> How would you size the cache of a busy shop?\n< Right.\n> and why?\n< By hit rate.\n", "Q1 0>3 @1 How would you size the cache of a busy shop? and why?"},
               {"> Why?\n< Mhm.\n> And how would you size the cache of a shop?\n< By hit rate.\n", "Q1 2>3 @3 Why? And how would you size the cache of a shop?"},
               {"> When you moved the shop to the new cache and had to keep\n< Mhm.\n> the old one running, how did you compare them?\n< By hand.\n",
                "Q1 2>3 @3 When you moved the shop to the new cache and had to keep the old one running, how did you compare them?"},
               {"> Welcome back. When the two\n< Mhm.\n> caches of the shop had gone apart,\n< Right.\n> what did you do?\n< Stopped.\n", "Q1 4>5 @5 When the two caches of the shop had gone apart, what did you do?"},
               {"> What would you do if they went apart,\n< Right.\n> say for a whole week?\n< Stop.\n", "Q1 0>3 @1 What would you do if they went apart, say for a whole week?"},
               {"> This is the cache of the shop.\n< Mhm.\n> how big is it?\n< Small.\n", "Q1 2>3 @3 how big is it?"},
               {"> What is a cache?\n< A store\n> close to the reader, you mean\n< Yes, copies of rows.\n> why is it small?\n< Cost.\n", "Q1 0>1,3 @1 What is a cache? | Q2 4>5 @5 why is it small?"}},
              questions);
}

TEST(Conversation, AShortWordIsTheAnswerWhenNothingElseComes) {
  expect_rows({{"> Have you used Kafka?\n< Yes.\n> What for?\n< Orders.\n", "Q1 0>1 @1 Have you used Kafka? | Q2 2>3 @3 What for?"},
               {"> Have you used Kafka?\n< Sure.\n", "Q1 0>1 @1 Have you used Kafka?"},
               {"> Have you used Kafka?\n< Yes.\n> Great.\n> What for?\n< Orders.\n", "Q1 0>1 @1 Have you used Kafka? | Q2 3>4 @4 What for?"}},
              questions);
}

TEST(Conversation, KindsOfTurns) {
  expect_rows({{"> What is a cache?\n< A store.\n> Mhm.\n< In memory.\n", "ssis"},
               {"> What is a cache?\n< Okay.\n> Any kind.\n< A store.\n", "siss"},
               {"> Have you used Kafka?\n< Yes.\n> What for?\n< Orders.\n", "ssss"},
               {"> What is a cache?\n< A store.\n> tool_code\nprint(default_api.next_question())\n< Hello?\n", "ssas"}},
              kinds);
}

TEST(Conversation, AStatementThatHoldsARequestDoesNotAsk) {
  expect_rows({{"> You could describe it as a ledger.\n< Yes, like that one.\n", ""},
               {"> Let me explain the task first.\n< Please do that.\n", ""},
               {"> I will describe our team.\n< Good to know.\n", ""},
               {"> To compare the two, we ran both.\n< Which won?\n", ""},
               {"> Next, describe your day.\n< Long.\n", "Q1 0>1 @1 Next, describe your day."},
               {"> Now explain sharding.\n< Parts.\n", "Q1 0>1 @1 Now explain sharding."},
               {"> So could you describe it?\n< Long.\n", "Q1 0>1 @1 So could you describe it?"}},
              questions);
}

TEST(Conversation, SaidOverAnothersTurn) {
  auto transcript = *test::parse(test::dialogue("> What is a cache?\n< A store close to the reader.\n> Nice way of putting it.\n< It is small.\n"));
  const double times[][2] = {{0, 2}, {3, 9}, {5, 6}, {9, 12}};
  for (std::size_t i = 0; i < 4; ++i) {
    transcript.turns[i].start_s = times[i][0];
    transcript.turns[i].end_s = times[i][1];
  }
  // Five words are a remark, even when they overlap.
  EXPECT_EQ(kind_name(build_interview(transcript, test::default_book())->turn_kinds[2]), "speech");
  auto shorter = *test::parse(test::dialogue("> What is a cache?\n< A store close to the reader.\n> Lovely picture.\n< It is small.\n"));
  shorter.turns[1].start_s = 3, shorter.turns[1].end_s = 9, shorter.turns[2].start_s = 5, shorter.turns[2].end_s = 6;
  EXPECT_EQ(kind_name(build_interview(shorter, test::default_book())->turn_kinds[2]), "interjection");
}

TEST(Conversation, APanelAsksOneCandidate) {
  const auto panel = test::interview_of(
      "Ana: Could you tell us how a slow service is found?\n\nTom: I look at the slow tail of the latencies first, then at the traces behind it.\n\nBen: Okay.\n\nTom: After that I compare them with fast ones.\n\n"
      "Observer: The recording runs.\n\nBen: What did you change?\n\nTom: We added an index, and the scan went away.\n\nAna: Why that one?\n\nTom: Because the plan named the column.\n\nObserver: Ten minutes left.\n\n"
      "Moderator: Thanks, both.\n\nModerator: Who is next?\n\nAna: Me. How was it tested?\n\nTom: On a copy of the table, overnight.\n");
  EXPECT_EQ(test::dump_roles(panel), "Ana=interviewer Tom=candidate Ben=interviewer Observer=other Moderator=interviewer 0.95");
  EXPECT_EQ(test::dump_questions(*panel), "Q1 0>1,3 @1 Could you tell us how a slow service is found? | Q2 5>6 @11 What did you change? | Q3 7>8 @15 Why that one? | Q4 12>13 @25 How was it tested? <- Me.");
}

TEST(Conversation, ArtefactsOfAutomaticInterviewersAskNothing) {
  const std::string asked = "> What is a cache?\n< A store close to the reader that holds copies.\n";
  const std::string q1 = "Q1 0>1 @1 What is a cache?";
  expect_rows({{"> Sorry, we have encountered an internal error; kindly repeat your previous answer?\n< What I said? I do not remember.\n", q1},
               {"> Sorry, we have encountered an internal error; kindly repeat your previous answer?\n< A store close to the reader that holds copies.\n", q1},
               {"> ```tool_code\nprint(default_api.next_question(topic=\"what is a queue?\"))\n```\n", q1},
               {"> {\"name\": \"next_question\", \"arguments\": {\"text\": \"What is a queue?\"}}\n", q1},
               {"> System error: could you wait?\n< Was there an error?\n", q1},
               {"> tool_code\n\nHow big is it?\n< Small.\n", q1 + " | Q2 2>3 @5 How big is it? <- tool_code"},
               {"> Tell me about a time you encountered an error.\n< Last week.\n", q1 + " | Q2 2>3 @3 Tell me about a time you encountered an error."},
               {"> How do you tell a user that something went wrong?\n< Plainly.\n", q1 + " | Q2 2>3 @3 How do you tell a user that something went wrong?"}},
              [&](std::string_view rest) { return questions(asked + std::string(rest)); });
}

TEST(Conversation, NewWordsAfterAnArtefactBelongToTheAnswer) {
  EXPECT_EQ(questions("> What is a cache?\n< A store.\n> We encountered an error: will you repeat your last answer?\n< Sure: it keeps copies of hot rows, so that reads need no disk.\n"), "Q1 0>1,3 @1 What is a cache?");
}

TEST(Conversation, WhatIsSaidAgainIsOfTheOpenQuestion) {
  const std::string error = "> We encountered an error: will you repeat your last answer?\n";
  expect_rows({{error + "< It keeps copies of hot rows on another machine.\n" + error + "< It keeps copies of hot rows.\n", "Q1 0>1,3 @1 What is a cache?"},
               {"> What is a queue?\n< Jobs that wait.\n" + error + "< A store.\n", "Q1 0>1 @1 What is a cache? | Q2 2>3,5 @3 What is a queue?"}},
              [](std::string_view rest) { return questions("> What is a cache?\n< A store.\n" + std::string(rest)); });
}

TEST(Conversation, ArtefactsAreReportedOnce) {
  const auto interview = test::interview_of(test::dialogue("> What is a cache?\n< A store.\n> I encountered an error.\n< Oh?\n> I encountered an error.\n< Well.\n"));
  EXPECT_EQ(test::dump_diagnostics(interview->diagnostics), "dialogue.artefact@3");
  EXPECT_EQ(interview->diagnostics[0].message.substr(0, 19), "2 interviewer turns");
}

TEST(Conversation, SidesThatSwapEndTheQuestions) {
  const std::string answer = "< I would begin with the logs of the night, because the alarm came at two, and then compare the load of both nodes with the day before it.\n";
  const std::string reply = "> We are nine people in two cities, and each of us is on call for one week out of nine, with a second person who takes over when it gets long.\n";
  const auto swapped = test::interview_of(test::dialogue("> How would you find the fault?\n" + answer + "> Good.\n< How large is your team?\n" + reply + "< And who writes the runbooks?\n" + reply + "< Good.\n"));
  ASSERT_TRUE(swapped->closing_turn);
  EXPECT_EQ(*swapped->closing_turn, 4U);
  EXPECT_EQ(test::dump_diagnostics(swapped->diagnostics), "dialogue.roles-swapped@5");
  // Asking back before answering is not that.
  const auto asked_back = test::interview_of(test::dialogue("> How would you find the fault?\n< How large is it?\n" + reply + "< Who writes the runbooks?\n" + reply + answer));
  EXPECT_FALSE(asked_back->closing_turn);
  EXPECT_EQ(asked_back->questions.at(0).answer_turns.size(), 3U);
}

}  // namespace
}  // namespace te
