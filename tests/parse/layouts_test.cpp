// Layouts without "Name:" in front of the words: names on lines of their own, names before dashes, questions as headings,
// and lines of a PDF between the speech.
#include <fmt/format.h>

#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;
using test::parse;

TEST(Script, NamesOnLinesOfTheirOwn) {
  expect_rows({{"Ann Moe\n\nWhy?\n\nBo Li\n\nSo.\n\nIt is.\n\nAnn Moe\n\nAnd?\n\nBo Li\n\nNo.\n", "script Ann Moe Why? | Bo Li So.\nIt is. | Ann Moe And? | Bo Li No."},
               {"Ann Moe\nWhy?\nBo Li\nSo.\nAnn Moe\nAnd?\nBo Li\nNo.\n", "script Ann Moe Why? | Bo Li So. | Ann Moe And? | Bo Li No."},
               {"**Interviewer**\n\nWhy?\n\n**Candidate**\n\nSo.\n", "script Interviewer Why? | Candidate So."},
               {"## Question 1\nWhy?\n## Answer 1\nSo.\n## Question 2\nAnd?\n## Answer 2\nNo.\n", "script Question Why? | Answer So. | Question And? | Answer No."},
               {"[Ann Moe]\nWhy?\n\n[Bo Li]\nSo.\n\n[Ann Moe]\nAnd?\n\n[Bo Li]\nNo.\n", "script Ann Moe Why? | Bo Li So. | Ann Moe And? | Bo Li No."},
               // Players show the time below the name or above it.
               {"Ann Moe\n0:01\nWhy?\n\nBo Li\n0:04\nSo.\n\nAnn Moe\n0:09\nAnd?\n\nBo Li\n0:12\nNo.\n", "script Ann Moe@1 Why? | Bo Li@4 So. | Ann Moe@9 And? | Bo Li@12 No."},
               {"0:01\nAnn Moe\nWhy?\n0:04\nBo Li\nSo.\n0:09\nAnn Moe\nAnd?\n0:12\nBo Li\nNo.\n", "script Ann Moe@1 Why? | Bo Li@4 So. | Ann Moe@9 And? | Bo Li@12 No."},
               // One word may be all that somebody says, and be said twice.
               {"Ann Moe\nWhy?\n\nBo Li\nYes\n\nAnn Moe\nAnd?\n\nBo Li\nMaybe\n\nAnn Moe\nWell?\n\nBo Li\nMaybe\n", "script Ann Moe Why? | Bo Li Yes | Ann Moe And? | Bo Li Maybe | Ann Moe Well? | Bo Li Maybe"}},
              test::dump_words);
  const auto t = parse("Talk of Monday\nPosition: Nurse\n\nAnn Moe (Interviewer)\nWhy?\n\nBo Li (Candidate)\nSo.\n\nAnn Moe\nAnd?\n\nBo Li\nNo.\n");
  EXPECT_EQ(test::dump_header(*t), "Position=Nurse@2; Interviewer=Ann Moe@4; Candidate=Bo Li@7");
  EXPECT_EQ(t->position + " " + t->candidate, "Nurse Bo Li");
}

TEST(Script, WhatIsNone) {
  expect_rows({{"Flour\nWhite.\n\nSalt\nFine.\n\nFlour\nDark.\n", "error: no-dialogue 0"},
               {"Summary\n\nAll went well.\n\nResult\n\nGood.\n\nSummary\n\nFine.\n\nResult\n\nGood.\n", "error: no-dialogue 0"},
               {"Interviewer\nAnn Moe\n\nCandidate\nBo Li\n\nThe talk was long.\n", "error: no-dialogue 0"},
               {"Kafka\n\nIt is a log.\n\nKafka\n\nIt scales.\n\nKafka\n\nIt is old.\n\nSpark\n\nOther.\n\nSpark\n\nAlso.\n", "error: no-dialogue 0"},
               {"Interviewer: Why?\nCandidate: Two:\nKafka\nis a log.\nSpark\nruns.\nKafka\nagain.\nSpark\nagain.\nInterviewer: And?\nCandidate: No.\n", "labelled Interviewer 1-1@1 Why? | Candidate 2-10@2 Two:/Kafka/is a log./Spark/runs./Kafka/again./Spark/again. | Interviewer 11-11@11 And? | Candidate 12-12@12 No."}},
              test::dump_found);
}

TEST(Dashes, StandForColonsWhereNamesComeBack) {
  expect_rows({{"Ann Moe - Why?\nBo Li - So.\nIt is - always.\nAnn Moe - And?\nBo Li - No.\n", "labelled Ann Moe 1-1@1 Why? | Bo Li 2-3@2 So./It is - always. | Ann Moe 4-4@4 And? | Bo Li 5-5@5 No."},
               {"Ann – Why?\n\nJean-Luc – So.\n\nAnn – And?\n\nJean-Luc – No.\n", "labelled Ann 1-1@1 Why? | Jean-Luc 3-3@3 So. | Ann 5-5@5 And? | Jean-Luc 7-7@7 No."},
               {"**Interviewer** — Why?\n**Candidate** — So.\n", "labelled Interviewer 1-1@1 Why? | Candidate 2-2@2 So."},
               {"Position: Nurse\nCandidate: Bo Li\n\nAnn -- Why?\nBo -- So.\nAnn -- And?\nBo -- No.\n", "labelled Ann 4-4@4 Why? | Bo 5-5@5 So. | Ann 6-6@6 And? | Bo 7-7@7 No."}},
              test::dump_found);
}

TEST(Dashes, AreDashesElsewhere) {
  expect_rows({{"Ann: Why?\nBo: Two - or three.\nKafka - a log.\nSpark - not.\nAnn: And?\nBo: No.\nKafka - new.\nSpark - old.\nAnn: Ok?\nBo: Yes.\n",
                "labelled Ann 1-1@1 Why? | Bo 2-4@2 Two - or three./Kafka - a log./Spark - not. | Ann 5-5@5 And? | Bo 6-8@6 No./Kafka - new./Spark - old. | Ann 9-9@9 Ok? | Bo 10-10@10 Yes."},
               {"Kafka - a log.\nSpark - an engine.\nFlink - another.\n", "error: no-dialogue 0"},
               {"Pros - fast.\nPros - cheap.\nCons - old.\nCons - odd.\n", "error: no-dialogue 0"}},
              test::dump_found);
}

TEST(Questionnaire, QuestionsAsHeadings) {
  expect_rows({{"# Talk\n\n## Q1: Why?\n\nSo.\n\nIt is.\n\n## Q2: And?\n\nNo.\n", "questionnaire Question Why? | Answer So.\nIt is. | Question And? | Answer No."},
               {"### Question 3\n\nWhy\nso?\n\nSo.\n\n### Question 4\n\nAnd?\n\nNo.\n", "questionnaire Question Why\nso? | Answer So. | Question And? | Answer No."},
               {"### Question 1\nWhy?\n**Answer:** So.\n\n### Question 2\nAnd?\n**Answer:** No.\n", "questionnaire Question Why? | Answer So. | Question And? | Answer No."},
               {"**Why?**\n\nSo.\n\n**And?**\n\nNo.\n", "questionnaire Question Why? | Answer So. | Question And? | Answer No."},
               {"Q1. Why?\nSo.\n\nQ2. And?\nNo.\n\nQ3. When?\nNow.\n\nQ4. Who?\nI.\n\nQ5. Where?\nHere.\n\nQ6. How?\nThus.\n\nQ7. What?\nIt.\n",
                "questionnaire Question Why? | Answer So. | Question And? | Answer No. | Question When? | Answer Now. | Question Who? | Answer I. | Question Where? | Answer Here. | Question How? | Answer Thus. | Question What? | Answer It."}},
              test::dump_words);
}

TEST(Questionnaire, HeadingsOfADialogueAreNone) {
  expect_rows({{"## Q1: Why?\nA1: So.\n## Q2: And?\nA2: No.\n", "labelled Q 1-1@1 Why? | A 2-2@2 So. | Q 3-3@3 And? | A 4-4@4 No."},
               {"### Question 1\nInterviewer: Why?\nCandidate: So.\n### Question 2\nInterviewer: And?\nCandidate: No.\n",
                "labelled Interviewer 2-2@2 Why? | Candidate 3-4@3 So./### Question 2 | Interviewer 5-5@5 And? | Candidate 6-6@6 No."},
               {"**Why?**\nAnn: Tell me.\nBo: So.\n**And?**\nAnn: Go on.\nBo: No.\n", "labelled Ann 2-2@2 Tell me. | Bo 3-4@3 So./**And?** | Ann 5-5@5 Go on. | Bo 6-6@6 No."},
               {"# What is new?\n\nMuch.\n", "error: no-dialogue 0"}},
              test::dump_found);
}

/// Eight lines of speech of Ann and Bo on each sheet, and what stands around the sheets.
std::string printed(std::string_view head, std::string_view foot, int sheets) {
  std::string out;
  for (int n = 1; n <= sheets; ++n) {
    out += fmt::format(fmt::runtime(head), n);
    for (int i = 0; i < 4; ++i) out += fmt::format("Ann: Why {}?\nBo: So {}.\n", 10 * n + i, 10 * n + i);
    out += fmt::format(fmt::runtime(foot), n);
  }
  return out;
}

TEST(Pages, NumbersAndRunningHeadsAreLeftOut) {
  const auto cleared = [](std::string_view head, std::string_view foot) {
    const auto t = parse(printed(head, foot, 3));
    if (!t) return test::dump_turns(t);
    for (const Turn& turn : t->turns) {
      if (turn.text.size() > std::string_view("Why 10?").size()) return "left: " + std::string(turn.text);
    }
    return fmt::format("{} {} {}", t->format, t->turns.size(), test::dump_diagnostics(t->diagnostics));
  };
  expect_rows({{"Talk with Bo   Page {} of 3\n\n", "pages 24 input.page-furniture@1"},
               {"Talk of 3 May - page {}\n", "pages 24 input.page-furniture@1"},
               {"- {} -\n", "pages 24 input.page-furniture@1"},
               {"{} / 3\n", "pages 24 input.page-furniture@1"},
               {"Talk with Bo\t{}\n", "pages 24 input.page-furniture@1"},
               {"Talk with Bo\nStrictly private\n{}\n\n", "pages 24 input.page-furniture@1"}},
              [&](std::string_view row) { return cleared(row, ""); });
  EXPECT_EQ(cleared("Talk with Bo\n\n", "\nPrivate\n{}\n\f"), "pages 24 input.page-furniture@1");
}

TEST(Pages, ASentenceGoesOnBehindThePage) {
  const std::string text = "Talk - Page 1\nAnn: Why?\nBo: So.\nAnn: And?\nBo: Since it\n\nTalk - Page 2\n\nis late.\nAnn: Ok?\nBo: Yes.\n\nTalk - Page 3\n\nAlways.\n";
  EXPECT_EQ(test::dump_words(text), "pages Ann Why? | Bo So. | Ann And? | Bo Since it\nis late. | Ann Ok? | Bo Yes.\n\nAlways.");
  const auto t = parse(text);
  EXPECT_EQ(t->turns[3].line, 5U);
  const std::string_view late = t->turns[3].text.substr(t->turns[3].text.find("late"));
  const Place place = t->locate(late.substr(0, 4));
  EXPECT_EQ(place.line, 9U);
  EXPECT_EQ(text.substr(place.span.begin, place.span.size()), "late");
}

TEST(Pages, WhoSaysNothingStandsOnTheLineOfTheLabel) {
  const auto t = parse("Page 1\nAnn: Why?\nBo: So.\nAnn: And?\nBo:\n\nPage 2\nAnn: Ok?\nBo: Yes.\n");
  EXPECT_EQ(t->turns[3].text, "");
  EXPECT_EQ(t->turns[3].line, 5U);
  EXPECT_EQ(t->locate(t->turns[3].text).line, 5U);
}

TEST(Pages, AroundOtherFormats) {
  std::string text;
  for (int n = 1; n <= 2; ++n) text += fmt::format("Page {}\nAnn Moe 0:0{}\nWhy {}?\n\nBo Li 0:1{}\nSo {}.\n", n, n, n, n, n);
  EXPECT_EQ(test::dump_words(text), "pages Ann Moe@1 Why 1? | Bo Li@11 So 1. | Ann Moe@2 Why 2? | Bo Li@12 So 2.");
  EXPECT_EQ(parse(text)->turns[3].line, 12U);
}

TEST(Pages, WhatIsNone) {
  expect_rows({{"Ann: Why?\nBo: See\nPage 1\nand\nPage 2\nof it.\nAnn: And?\nBo: No.\n", "labelled Ann 1-1@1 Why? | Bo 2-6@2 See/Page 1/and/Page 2/of it. | Ann 7-7@7 And? | Bo 8-8@8 No."},
               {"Ann: Count.\nBo: Well\n1\n2\n3\nAnn: And?\nBo: No.\n", "labelled Ann 1-1@1 Count. | Bo 2-5@2 Well/1/2/3 | Ann 6-6@6 And? | Bo 7-7@7 No."},
               {"Ann: Why?\nBo: 42\n\n7\n\nAnn: And?\nBo: No.\n", "labelled Ann 1-1@1 Why? | Bo 2-4@2 42//7 | Ann 6-6@6 And? | Bo 7-7@7 No."}},
              test::dump_found);
}

}  // namespace
}  // namespace te
