// Which speaker is the candidate: declared by label or header, told by behaviour, given by the user.
#include "support/documents.h"
#include "support/interviews.h"
#include "support/samples.h"
#include "support/table.h"

namespace te {
namespace {

using test::dump_roles;
using test::expect_rows;
using test::interview_of;

constexpr std::string_view kAnswer = "We kept the orders in a queue, since the shop closed at night and the carrier answered in the morning. ";

/// Two speakers, "A" asking and "B" answering at length, under the given names.
std::string names(std::string_view a, std::string_view b) {
  const std::string answer(kAnswer);
  const std::string asks(a);
  const std::string answers(b);
  return asks + ": How did you store the orders?\n\n" + answers + ": " + answer + "\n\n" + asks + ": What went wrong with it?\n\n" + answers + ": " + answer + "\n";
}

TEST(Roles, AreDeclaredByTheLabels) {
  expect_rows({{"Interviewer|Candidate", "Interviewer=interviewer Candidate=candidate 0.99"},
               {"INTERVIEWER|INTERVIEWEE", "INTERVIEWER=interviewer INTERVIEWEE=candidate 0.99"},
               {"Recruiter|Applicant", "Recruiter=interviewer Applicant=candidate 0.99"},
               {"AI Recruiter|Candidate", "AI Recruiter=interviewer Candidate=candidate 0.99"},
               {"Hiring Manager|Respondent", "Hiring Manager=interviewer Respondent=candidate 0.99"},
               {"Ann|Candidate", "Ann=interviewer Candidate=candidate 0.99"},
               {"Interviewer|Bo", "Interviewer=interviewer Bo=candidate 0.97"},
               {"Interviewer 1|Candidate 7", "Interviewer 1=interviewer Candidate 7=candidate 0.99"},
               {"Candidate|Interviewer", "Candidate=candidate Interviewer=interviewer 0.99"}},
              [](std::string_view pair) {
                const auto bar = pair.find('|');
                return dump_roles(interview_of(names(pair.substr(0, bar), pair.substr(bar + 1))));
              });
}

TEST(Roles, AreDeclaredByQuestionAndAnswer) { EXPECT_EQ(dump_roles(interview_of("Q: How did you store the orders?\n\nA: In a queue.\n\nQ: Why?\n\nA: It was there.\n")), "Q=interviewer A=candidate 0.99"); }

TEST(Roles, AreDeclaredByTheHeader) {
  expect_rows({{"**interviewer:** ann moe, lead\n**candidate:** bo li, nurse\n\n", "Ann=interviewer Bo=candidate 0.99"},
               {"Candidate: Bo Li\n\n", "Ann=interviewer Bo=candidate 0.99"},
               {"Interviewer: Ann Moe\nPosition: Nurse\n\n", "Ann=interviewer Bo=candidate 0.97"},
               {"Candidate: Ann Moe\n\n", "Ann=candidate Bo=interviewer 0.99"}},
              [](std::string_view head) { return dump_roles(interview_of(std::string(head) + names("Ann", "Bo"))); });
}

TEST(Roles, AreToldByWhoAsksAndWhoAnswers) {
  const auto asked_first = interview_of(names("Ann", "Bo"));
  EXPECT_EQ(dump_roles(asked_first).substr(0, 31), "Ann=interviewer Bo=candidate 0.");
  EXPECT_GT(asked_first->role_confidence, kRoleThreshold);
  ASSERT_EQ(asked_first->role_reasons.size(), 1U);
  EXPECT_EQ(asked_first->role_reasons[0], "'Bo' is the candidate: speaks 78 % of the words, asks in 0 of 2 turns, answers a question in 2");
  const auto spoke_first = interview_of("Bo: Hello, here I am.\n\n" + names("Ann", "Bo"));
  EXPECT_EQ(dump_roles(spoke_first).substr(0, 31), "Bo=candidate Ann=interviewer 0.");
}

/// Both ask and answer alike; `a` and `b` are put in front of the first turns.
std::string even(std::string_view a, std::string_view b) {
  return "Ann: " + std::string(a) + "The river was high in spring.\n\nBo: " + std::string(b) + "The bridge was closed in spring.\n\nAnn: The road was wet in autumn.\n\nBo: The train was late in autumn.\n";
}

TEST(Roles, AreToldByCourtesies) {
  expect_rows({{"Thanks for joining us, Bo. |", "Ann=interviewer Bo=candidate 0.8"},
               {"|Thank you for having me, Ann. ", "Ann=interviewer Bo=candidate 0.9"},
               {"Thank you for having me. |Thanks for coming in today. ", "Ann=candidate Bo=interviewer 0.8"},
               {"I'll be interviewing you today. |", "Ann=interviewer Bo=candidate 0.6"}},
              [](std::string_view pair) { return dump_roles(interview_of(even(pair.substr(0, pair.find('|')), pair.substr(pair.find('|') + 1)))).substr(0, 32); });
}

TEST(Roles, AreToldByTheTitle) {
  expect_rows({{"Interview with Ann\n\n", "Ann=candidate Bo=interviewer 0.8"}, {"Ann and Bo, an interview\n\n", "Ann=candidate Bo=interviewer 0.5"}},
              [](std::string_view title) { return dump_roles(interview_of(std::string(title) + even("", ""))).substr(0, 32); });
}

TEST(Roles, AreNotToldByNeutralLabels) {
  expect_rows({{"Speaker 1|Speaker 2", "Speaker 1=interviewer Speaker 2=candidate 0.95"},
               {"Person B|Person A", "Person B=interviewer Person A=candidate 0.95"},
               {"assistant|user", "assistant=interviewer user=candidate 0.95"},
               {"user|assistant", "user=interviewer assistant=candidate 0.95"},
               {"Dr. Kim|Ms. Lee", "Dr. Kim=interviewer Ms. Lee=candidate 0.95"}},
              [](std::string_view pair) {
                const auto bar = pair.find('|');
                return dump_roles(interview_of(names(pair.substr(0, bar), pair.substr(bar + 1))));
              });
}

TEST(Roles, ADoubtIsPutToTheUser) {
  EXPECT_EQ(interview_of(even("", ""))->role_question, "Which speaker is the candidate? Use --candidate 'Ann' or --candidate 'Bo'");
  EXPECT_EQ(interview_of(names("Ann", "Bo"))->role_question, "");
  const std::string two = "Interviewer: Why bread?\n\nCandidate 1: We like it warm.\n\nInterviewer: Why cake?\n\nCandidate 2: We like it cold.\n\n";
  const auto group = interview_of(two + two);
  EXPECT_LT(group->role_confidence, kRoleThreshold);
  EXPECT_EQ(group->role_question, "Which speaker is the candidate? Use --candidate 'Candidate 1' or --candidate 'Candidate 2'");
  RoleHints hints;
  hints.candidate = "Candidate 2";
  EXPECT_EQ(dump_roles(interview_of(two + two, hints)), "Interviewer=interviewer Candidate 1=other Candidate 2=candidate 1.00");
}

TEST(Roles, SwappedLabelsAreNoticed) {
  const auto swapped = interview_of(names("Candidate", "Interviewer"));
  EXPECT_EQ(dump_roles(swapped), "Candidate=candidate Interviewer=interviewer 0.99");
  ASSERT_EQ(swapped->diagnostics.size(), 1U);
  EXPECT_EQ(swapped->diagnostics[0].code, "dialogue.roles-contradicted");
  EXPECT_TRUE(interview_of(names("Interviewer", "Candidate"))->diagnostics.empty());
}

TEST(Roles, HeaderNamesInFullAndLabelsInPart) {
  expect_rows({{"Interviewers: Rachel Lee, David Kim\n\n", "Dr. Kim=interviewer Sean=candidate 0.97"},
               {"Interviewers: Rachel Lee and Prof. David Kim\n\n", "Dr. Kim=interviewer Sean=candidate 0.97"},
               {"Candidate: Sean Bush\n\n", "Dr. Kim=interviewer Sean=candidate 0.99"}},
              [](std::string_view head) { return dump_roles(interview_of(std::string(head) + names("Dr. Kim", "Sean"))); });
}

TEST(Roles, StayDoubtfulWhenBothTalkAlike) {
  const auto alike = interview_of("Ann: The river was high in spring.\n\nBo: The bridge was closed in spring.\n\nAnn: The road was wet in autumn.\n\nBo: The train was late in autumn.\n");
  EXPECT_LT(alike->role_confidence, kRoleThreshold);
}

TEST(Roles, FollowTheUsersHints) {
  const std::string talk = names("Ann Moe", "Bo Li");
  const auto with_hints = [&](std::string_view pair) {
    const auto bar = pair.find('|');
    RoleHints hints;
    hints.interviewer = pair.substr(0, bar);
    hints.candidate = pair.substr(bar + 1);
    return dump_roles(interview_of(talk, hints));
  };
  expect_rows({{"|Bo Li", "Ann Moe=interviewer Bo Li=candidate 1.00"},
               {"|Ann Moe", "Ann Moe=candidate Bo Li=interviewer 1.00"},
               {"|ann moe", "Ann Moe=candidate Bo Li=interviewer 1.00"},
               {"|Ann", "Ann Moe=candidate Bo Li=interviewer 1.00"},
               {"|Moe", "Ann Moe=candidate Bo Li=interviewer 1.00"},
               {"Bo Li|", "Ann Moe=candidate Bo Li=interviewer 0.97"},
               {"Ann Moe|Bo Li", "Ann Moe=interviewer Bo Li=candidate 1.00"},
               {"|Cleo", "error: usage"},
               {"Cleo|", "error: usage"},
               {"|An", "error: usage"},
               {"Ann Moe|Ann Moe", "error: usage"}},
              with_hints);
}

TEST(Roles, AHintOverridesTheLabels) {
  RoleHints hints;
  hints.interviewer = "Candidate";
  EXPECT_EQ(dump_roles(interview_of(names("Interviewer", "Candidate"), hints)).substr(0, 43), "Interviewer=candidate Candidate=interviewer");
  hints = {};
  hints.candidate = "Interviewer";
  EXPECT_EQ(dump_roles(interview_of(names("Interviewer", "Candidate"), hints)), "Interviewer=candidate Candidate=interviewer 1.00");
}

TEST(Roles, AWrongHintNamesTheSpeakers) {
  RoleHints hints;
  hints.candidate = "Cleo";
  const auto wrong = interview_of(names("Ann", "Bo"), hints);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().to_string(), "test.txt: no speaker is called 'Cleo' (--candidate takes one of: Ann, Bo)");
  hints.must_match = false;
  const auto only_a_name = interview_of(names("Interviewer", "Candidate"), hints);
  EXPECT_EQ(dump_roles(only_a_name), "Interviewer=interviewer Candidate=candidate 0.99");
  EXPECT_EQ(only_a_name->candidate, "Cleo");
}

TEST(Roles, OfMoreThanTwoSpeakers) {
  const std::string third = "Cleo: How many orders were there?\n\nBo: Four hundred a day.\n\n";
  EXPECT_EQ(dump_roles(interview_of(third + names("Ann", "Bo") + "\nCleo: And how many got lost?\n\nBo: One.\n")).substr(0, 49), "Cleo=interviewer Bo=candidate Ann=interviewer 0.9");
  const std::string silent = "Moderator: Welcome.\n\n" + names("Interviewer", "Candidate") + "\nNotetaker: Recorded.\n\nModerator: Bye.\n\nNotetaker: Saved.\n";
  EXPECT_EQ(dump_roles(interview_of(silent)), "Moderator=interviewer Interviewer=interviewer Candidate=candidate Notetaker=other 0.99");
}

TEST(Roles, NameTheCandidateAndThePosition) {
  const auto named = [](const std::string& text, const RoleHints& hints = {}) {
    const auto interview = interview_of(test::document(text), hints);
    return interview->candidate + "|" + interview->position;
  };
  const std::string head = "===\nCandidate: Bo Li\nPosition: Cook\n===\n";
  EXPECT_EQ(named(names("Ann", "Bo")), "Bo|");
  EXPECT_EQ(named(names("Interviewer", "Candidate")), "|");
  EXPECT_EQ(named(head + names("AI Recruiter", "Candidate")), "Bo Li|Cook");
  RoleHints hints;
  hints.position = "Baker";
  EXPECT_EQ(named(head + names("AI Recruiter", "Candidate"), hints), "Bo Li|Baker");
}

TEST(Roles, AreRightAndSureInAllSamples) {
  for (const test::Sample& s : test::samples()) {
    const auto interview = interview_of(s.text);
    ASSERT_TRUE(interview) << s.name;
    EXPECT_GE(interview->role_confidence, 0.75) << s.name;
    EXPECT_EQ(interview->role_of(interview->transcript.turns[0]), Role::kInterviewer) << s.name;
    EXPECT_EQ(interview->role_of(interview->transcript.turns[1]), Role::kCandidate) << s.name;
  }
}

}  // namespace
}  // namespace te
