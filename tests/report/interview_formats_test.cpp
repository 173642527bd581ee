// An interview as tables, as an object, as a reference document that reads back, and as captions.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/interviews.h"
#include "support/outcomes.h"
#include "support/samples.h"
#include "support/transcripts.h"

namespace te::test {
namespace {

const std::string kTalk =
    "Interviewer: Good morning, Maria. Could you tell me how you store the orders?\n\n"
    "Candidate: In a queue, since the shop closes at night.\n\n"
    "Interviewer: Mhm.\n\n"
    "Candidate: The carrier answers in the morning.\n";

std::string rendered(std::string_view format, const Interview& interview) {
  const auto out = find_interview_format(format)->render(interview);
  return out ? *out : "error: " + out.error().to_string();
}

TEST(InterviewFormats, TextIsATable) {
  EXPECT_EQ(rendered("text", *interview_of(kTalk)),
            "test.txt: labelled, 4 turns, 2 speakers\n\n"
            "Turns\n"
            "  #  line  role          speaker      words  begins with\n"
            "  0  1     interviewer   Interviewer  12     Good morning, Maria. Could you tell me how you store the...\n"
            "  1  3     candidate     Candidate    9      In a queue, since the shop closes at night.\n"
            "  2  5     interjection  Interviewer  1      Mhm.\n"
            "  3  7     candidate     Candidate    6      The carrier answers in the morning.\n\n"
            "Questions\n"
            "  id  type       topic  asked in  answered in  question\n"
            "  Q1  technical  1      0         1,3          Could you tell me how you store the orders?\n\n"
            "Roles\n"
            "  'Candidate' is the candidate: named so by the label (confidence 0.99)\n\n"
            "Metadata\n"
            "  candidate  Maria       (introduction, line 1)\n"
            "  position   not stated\n"
            "  company    not stated\n"
            "  date       not stated\n"
            "  duration   not stated\n\n"
            "Diagnostics\n"
            "  none\n");
}

TEST(InterviewFormats, TextShowsTimesAndDoubts) {
  auto transcript = *parse("Ann: The river was high in spring.\n\nBo: The bridge was closed in spring.\n\nAnn: The road was wet in autumn.\n\nBo: The train was late in autumn.\n");
  transcript.turns[0].start_s = 3.9, transcript.turns[1].start_s = 3725;
  const std::string text = rendered("text", *build_interview(transcript, default_book()));
  EXPECT_NE(text.find("  #  time     role"), std::string::npos) << text;
  EXPECT_NE(text.find("  0  0:03     "), std::string::npos) << text;
  EXPECT_NE(text.find("  1  1:02:05  "), std::string::npos) << text;
  EXPECT_NE(text.find("  Which speaker is the candidate? Use --candidate 'Ann' or --candidate 'Bo'\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  none was asked and answered\n"), std::string::npos) << text;
}

TEST(InterviewFormats, JsonHoldsAllOfIt) {
  const auto j = nlohmann::json::parse(rendered("json", *interview_of(kTalk)));
  EXPECT_EQ(j.at("schema"), "transcript-eval/interview/1");
  EXPECT_EQ(j.at("source").at("format"), "labelled");
  EXPECT_EQ(j.at("metadata").at("candidate").at("value"), "Maria");
  EXPECT_TRUE(j.at("metadata").at("company").is_null());
  EXPECT_EQ(j.at("speakers").at(1).at("role"), "candidate");
  EXPECT_EQ(j.at("turns").at(2).at("kind"), "interjection");
  EXPECT_EQ(j.at("questions").at(0).at("answer_turns"), nlohmann::json({1, 3}));
  EXPECT_TRUE(j.at("role_question").is_null());
  EXPECT_TRUE(j.at("closing_turn").is_null());
}

/// "i Why? | c Because.": roles and texts.
std::string turns_of(const Interview& interview) {
  std::string out;
  for (const Turn& t : interview.transcript.turns) {
    out += fmt::format("{} {} | ", interview.role_of(t) == Role::kCandidate ? 'c' : 'i', replaced(std::string(t.text), "\r", ""));
  }
  return out;
}

TEST(InterviewFormats, ReferenceReadsBackToTheSameTurns) {
  for (const Sample& s : samples()) {
    const auto first = interview_of(s.text);
    const auto again = interview_of(rendered("reference", *first));
    EXPECT_EQ(again->transcript.format, "reference") << s.name;
    EXPECT_EQ(turns_of(*again), turns_of(*first)) << s.name;
    EXPECT_EQ(again->candidate, first->candidate) << s.name;
    EXPECT_EQ(again->position, first->position) << s.name;
    EXPECT_EQ(rendered("reference", *again), rendered("reference", *first)) << s.name;
  }
}

TEST(InterviewFormats, ReferenceKeepsTextThatImitatesIt) {
  const std::string rule(60, '=');
  const std::string quoted = "Ann: \"\"Why?\" she asked \"today?\"\"\n\n";
  const std::string talk = quoted + "Bo: Because of this:\n\n" + rule + "\nHR REPORT\n" + rule + "\nGreat.\n\nAnn: Good. " + "\n" + rule + "\nHR REPORT\n" + rule + "\nWhat next?\n\nBo: Bread, since the oven is warm, and cakes later on.\n\n";
  const auto first = interview_of(talk);
  const auto again = interview_of(rendered("reference", *first));
  EXPECT_TRUE(again->transcript.sections.empty());
  EXPECT_EQ(again->transcript.turns.size(), first->transcript.turns.size());
  EXPECT_EQ(again->transcript.turns[0].text, first->transcript.turns[0].text);
  EXPECT_EQ(again->transcript.turns[1].text, first->transcript.turns[1].text);
}

TEST(InterviewFormats, CaptionsNeedTimes) {
  EXPECT_EQ(rendered("vtt", *interview_of(kTalk)), "error: test.txt:1: the transcript has no times, which WebVTT needs (use -f reference, text or json)");
  auto transcript = *parse("Ann & Co: Why <b>?\n\nBo: Because.\n\nNow.\n\nAnn & Co: Good.\n\nBo: Yes.\n");
  transcript.turns[0].start_s = 0.5, transcript.turns[0].end_s = 2;
  transcript.turns[1].start_s = 3;
  transcript.turns[2].start_s = 3600.25;
  transcript.turns.pop_back();
  EXPECT_EQ(rendered("vtt", *build_interview(transcript, default_book())),
            "WEBVTT\n\n1\n00:00:00.500 --> 00:00:02.000\n<v Ann &amp; Co>Why &lt;b&gt;?\n\n2\n00:00:03.000 --> 01:00:00.250\n<v Bo>Because.\nNow.\n\n3\n01:00:00.250 --> 01:00:05.250\n<v Ann &amp; Co>Good.\n");
}

TEST(InterviewFormats, CaptionsReadBackToTheSameTurns) {
  auto transcript = *parse(kTalk);
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) transcript.turns[i].start_s = 10.0 * static_cast<double>(i), transcript.turns[i].end_s = 10.0 * static_cast<double>(i) + 9;
  const auto first = build_interview(transcript, default_book());
  const auto again = interview_of(rendered("vtt", *first));
  EXPECT_EQ(again->transcript.format, "webvtt");
  EXPECT_EQ(turns_of(*again), turns_of(*first));
  EXPECT_EQ(again->transcript.turns[3].start_s, first->transcript.turns[3].start_s);
}

}  // namespace
}  // namespace te::test
