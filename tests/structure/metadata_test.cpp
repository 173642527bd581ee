// What the transcript says about the interview, and where it says so.
#include <fmt/format.h>

#include "support/documents.h"
#include "support/interviews.h"
#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;

constexpr std::string_view kAnswer = "We kept the orders in a queue, since the shop closed at night and the carrier answered in the morning.";

std::string dump(const Metadata& m) {
  std::string out;
  for (const auto& [name, fact] : {std::pair("candidate", &m.candidate), std::pair("position", &m.position), std::pair("company", &m.company), std::pair("date", &m.date), std::pair("duration", &m.duration)}) {
    if (!fact->value.empty()) out += fmt::format("{}{}={} ({} {})", out.empty() ? "" : "; ", name, fact->value, fact->source, fact->line);
  }
  return out;
}

/// `head` before a short talk between Ann Moe and Bo Li.
std::string metadata(std::string_view head) { return dump(test::interview_of(test::document(std::string(head) + "Ann Moe: How did you store the orders?\n\nBo Li: " + std::string(kAnswer) + "\n\nAnn Moe: Why?\n\nBo Li: It was cheap.\n"))->metadata); }

/// The metadata of a talk that the interviewer opens with these words.
std::string introduced(std::string_view words) { return dump(test::interview_of("Interviewer: " + std::string(words) + " How did you store the orders?\n\nCandidate: " + std::string(kAnswer) + "\n")->metadata); }

TEST(Metadata, OfHeaderLines) {
  const std::string bo = "candidate=Bo Li (speaker label 0)";
  expect_rows({{"", bo},
               {"Candidate: Bo Li\nPosition: Baker\nCompany: Crumb & Co\nDate: 3 May 2024\nDuration: 40 minutes\n\n", "candidate=Bo Li (header 1); position=Baker (header 2); company=Crumb & Co (header 3); date=3 May 2024 (header 4); duration=40 minutes (header 5)"},
               {"**Job Title:** Night Porter\n**Interview Date:** Monday\n\n", bo + "; position=Night Porter (header 1); date=Monday (header 2)"}},
              metadata);
}

TEST(Metadata, OfTitles) {
  const std::string bo = "candidate=Bo Li (speaker label 0)";
  expect_rows({{"Interview transcript: data analyst position\n\n", bo + "; position=data analyst (title 1)"},
               {"# Simulated Technical Interview: Data Analyst\n\n", bo + "; position=Data Analyst (title 1)"},
               {"Interview: Data Analyst (2026-02-03 15:00) - Transcript\n\n", bo + "; position=Data Analyst (title 1); date=2026-02-03 (title 1)"},
               {"A talk with Bo\nTue, Jan 13, 2026 10:02AM\n\n", bo + "; date=Jan 13, 2026 (title 2)"},
               {"Interview - Backend Engineer-20260312-Meeting Recording\n\n", bo + "; position=Backend Engineer (title 1)"},
               {"Interview with Bo Li - Data Analyst\n\n", bo + "; position=Data Analyst (title 1)"},
               {"Interview: first round - costs\n\n", bo},
               {"**Product Manager interview transcript**\n\n", bo + "; position=Product Manager (title 1)"},
               {"A talk about the role of a Software Engineer\n\n", bo},
               {"Interview for a Software Engineer role\n\n", bo + "; position=Software Engineer (title 1)"},
               {"Interview: Bo Li - data engineer candidate\n\n", bo + "; position=data engineer (title 1)"},
               {"An afternoon interview\n\n", bo}},
              metadata);
}

TEST(Metadata, OfIntroductions) {
  expect_rows({{"I'm interviewing you for the Data Analyst position at Contoso.", "position=Data Analyst (introduction 1); company=Contoso (introduction 1)"},
               {"Thanks for joining us, Maria.", "candidate=Maria (introduction 1)"},
               {"Hello Kofi, come in.", "candidate=Kofi (introduction 1)"},
               {"Good morning, Maria. This is about our new Software Engineer role.", "candidate=Maria (introduction 1); position=Software Engineer (introduction 1)"},
               {"Welcome to Fabrikam Foods, everyone.", "company=Fabrikam Foods (introduction 1)"},
               {"Hi there, this role is a good one.", ""},
               {"We liked the position of your elbow.", ""},
               {"What do you like about this exciting role?", ""}},
              introduced);
}

TEST(Metadata, TheSurestSourceCounts) {
  const std::string text = "Candidate: Bo Li\nPosition: Baker\n\nInterviewer: Hi Maria, this is for the Data Analyst position.\n\nCandidate: " + std::string(kAnswer) + "\n\nInterviewer: Why?\n\nCandidate: It was cheap.\n";
  RoleHints hints;
  EXPECT_EQ(dump(test::interview_of(text, hints)->metadata), "candidate=Bo Li (header 1); position=Baker (header 2)");
  hints.position = "Cook";
  EXPECT_EQ(dump(test::interview_of(text, hints)->metadata), "candidate=Bo Li (header 1); position=Cook (given by the user 0)");
}

TEST(Metadata, AColleagueIsNotTheCandidate) {
  const auto interview = test::interview_of("Ana: Hi Ben. How did you store the orders?\n\nSpeaker 2: " + std::string(kAnswer) + "\n\nBen: Why?\n\nSpeaker 2: It was cheap.\n\nAna: When?\n\nSpeaker 2: In May.\n\nBen: Where?\n\nSpeaker 2: Here.\n");
  EXPECT_EQ(dump(interview->metadata), "");
}

TEST(Metadata, OfTheFileItself) {
  auto transcript = *test::parse("Ann Moe: How did you store the orders?\n\nBo Li: " + std::string(kAnswer) + "\n\nAnn Moe: Why?\n\nBo Li: It was cheap.\n");
  transcript.properties = {"Interview for a Software Engineer role", "2024-05-12"};
  EXPECT_EQ(dump(build_interview(transcript, test::default_book())->metadata), "candidate=Bo Li (speaker label 0); position=Software Engineer (file metadata 0); date=2024-05-12 (file metadata 0)");
  transcript.header.push_back({"Date", "Monday", 1});
  transcript.preface.push_back({"Data analyst interview", 1});
  EXPECT_EQ(dump(build_interview(transcript, test::default_book())->metadata), "candidate=Bo Li (speaker label 0); position=Data analyst (title 1); date=Monday (header 1)");
}

TEST(Metadata, OfTimeStamps) {
  auto transcript = *test::parse(test::dialogue("> What is a cache?\n< A store.\n"));
  transcript.turns[0].start_s = 60, transcript.turns[0].end_s = 70, transcript.turns[1].start_s = 70, transcript.turns[1].end_s = 2460;
  EXPECT_EQ(dump(build_interview(transcript, test::default_book())->metadata), "duration=40 min (time stamps 0)");
  transcript.turns[1].end_s = 80;
  EXPECT_EQ(dump(build_interview(transcript, test::default_book())->metadata), "duration=less than 1 min (time stamps 0)");
}

}  // namespace
}  // namespace te
