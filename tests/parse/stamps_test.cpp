// Texts with names and times: Rev, Otter and what looks like them, Google Meet.
#include <fmt/format.h>

#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;
using test::parse;

std::string turns(std::string_view text) {
  const auto t = parse(text);
  return (t ? t->format + " " : "") + test::dump_turns(t);
}

std::string starts(std::string_view text) {
  const auto t = parse(text);
  std::string out = t->format;
  for (const Turn& turn : t->turns) out += fmt::format(" {}", turn.start_s.value_or(-1));
  return out;
}

TEST(Rev, NameAndTimeInFrontOfTheWords) {
  expect_rows({{"Ann Moe (00:01):\nWhy?\n\nBo Li (00:12):\nBecause.\nSo.\n", "rev Ann Moe 2-2@2 Why? | Bo Li 5-6@5 Because./So."},
               {"[00:00:01] Ann: Why?\n[00:00:12] Bo: Because.\n", "rev Ann 1-1@1 Why? | Bo 2-2@2 Because."},
               {"(0:01) Ann: Why?\n\n(0:12) Bo: Because.\n", "rev Ann 1-1@1 Why? | Bo 3-3@3 Because."},
               {"00:01 Ann: Why?\n00:12 Bo: Because.\n", "rev Ann 1-1@1 Why? | Bo 2-2@2 Because."},
               {"Ann: [00:01] Why?\nBo: (00:12) Because.\n", "rev Ann 1-1@1 Why? | Bo 2-2@2 Because."},
               {"Ann [00:00:01]: Why?\nBo [00:00:12]: Because.\n", "rev Ann 1-1@1 Why? | Bo 2-2@2 Because."},
               {"**Ann** (00:01): Why?\n\n**Bo** (00:12): Because.\n", "rev Ann 1-1@1 Why? | Bo 3-3@3 Because."},
               {"**[00:00:01] Ann:** Why?\n\n**[00:00:12] Bo:** Because.\n", "rev Ann 1-1@1 Why? | Bo 3-3@3 Because."},
               {"[00:01 - 00:09] Ann: Why?\n[00:12 - 00:20] Bo: Because.\n", "rev Ann 1-1@1 Why? | Bo 2-2@2 Because."},
               {"Ann (00:01):\nWhy?\n\nAnn (00:05):\nAnd when?\n\nBo (00:12):\nNow.\n\nLater.\n", "rev Ann 2-5@2 Why?/And when? | Bo 8-10@8 Now./Later."}},
              turns);
}

TEST(Otter, NameAndTimeAboveAParagraph) {
  expect_rows({{"Ann Moe  0:01  \nWhy?\n\nBo Li  0:12  \nBecause.\n\nTranscribed by https://otter.ai\n", "otter Ann Moe 2-2@2 Why? | Bo Li 5-5@5 Because."},
               {"[Ann Moe] 10:04:12\nWhy?\n[Bo Li] 10:04:20\nBecause.\n", "otter Ann Moe 2-2@2 Why? | Bo Li 4-4@4 Because."},
               {"[00:00:01] Speaker 1\nWhy?\n\n[00:00:12] Speaker 2\nBecause.\n", "otter Speaker 1 2-2@2 Why? | Speaker 2 5-5@5 Because."},
               {"0:01 - Ann Moe\nWhy?\n\n0:12 - Bo Li\nBecause.\n", "otter Ann Moe 2-2@2 Why? | Bo Li 5-5@5 Because."},
               {"0:01 | Ann\nWhy?\n\n0:12 | Bo\nBecause.\n", "otter Ann 2-2@2 Why? | Bo 5-5@5 Because."},
               {"Talk about costs\nMarch 12, 2026, 1:02PM\n\nAnn Moe started transcription\n\nAnn Moe   0:01\nWhy?\n\nBo Li   0:12\nBecause.\n\nAnn Moe stopped transcription\n", "otter Ann Moe 7-7@7 Why? | Bo Li 10-10@10 Because."},
               {"Ann Moe 0:01\nWhy?\n\nBo Li 0:12\nThe train left at 10:30\nand I ran.\n", "otter Ann Moe 2-2@2 Why? | Bo Li 5-6@5 The train left at 10:30/and I ran."},
               {"ann 0:01\nWhy?\n\nbo 0:12\nNote: so.\n\nann 0:20\nOk.\n\nbo 0:22\nBye.\n", "otter ann 2-2@2 Why? | bo 5-5@5 Note: so. | ann 8-8@8 Ok. | bo 11-11@11 Bye."}},
              turns);
}

TEST(Stamps, TimesAndHeader) {
  expect_rows({{"[01:00:01] Ann: Why?\n[01:00:12] Bo: Because.\n", "rev 3601 3612"}, {"Ann 0:01\nWhy?\n\nBo 75:12\nBecause.\n", "otter 1 4512"},
               {"Ann  11:59 AM\nWhy?\n\nBo  12:01 PM\nBecause.\n", "otter 43140 43260"}, {"[12:05 AM] Ann: Why?\n[1:05:07 pm] Bo: Because.\n", "rev 300 47107"},
               {"Ann\n10:04 AM\nWhy?\nBo\n10:05 AM\nBecause.\nAnn\n10:06 AM\nAnd?\nBo\n10:07 AM\nWell.\n", "script 36240 36300 36360 36420"}}, starts);
  const auto t = parse("Position: Ward Nurse\nCandidate: Bo Li\nIt went well.\n\nAnn (00:01):\nWhy?\n\nBo Li (00:12):\nSo.\n");
  EXPECT_EQ(test::dump_header(*t), "Position=Ward Nurse@1; Candidate=Bo Li@2");
  EXPECT_EQ(t->candidate, "Bo Li");
  EXPECT_EQ(t->position, "Ward Nurse");
  EXPECT_EQ(test::dump_diagnostics(t->diagnostics), "input.unassigned-line@3");
}

TEST(Stamps, LabelledTextWithATimeInItStaysLabelled) {
  expect_rows({{"[2:05 pm - 2:20 pm: costs]\nAnn: Why?\nBo: So.\n[2:20 pm - 2:35 pm: people]\nAnn: And?\nBo: Well.\n", "labelled Ann 2-2@2 Why? | Bo 3-4@3 So./[2:20 pm - 2:35 pm: people] | Ann 5-5@5 And? | Bo 6-6@6 Well."},
               {"Ann: Why?\nBo: We met at:\nStation Road 10:30\nAnn: And?\nBo: Then at\nTown Hall 11:30\n", "labelled Ann 1-1@1 Why? | Bo 2-3@2 We met at:/Station Road 10:30 | Ann 4-4@4 And? | Bo 5-6@5 Then at/Town Hall 11:30"},
               {"Ann: Why?\nBo: So.\nAnn: And?\nBo (late): [00:12] Well.\n", "labelled Ann 1-1@1 Why? | Bo 2-2@2 So. | Ann 3-3@3 And? | Bo 4-4@4 [00:12] Well."}},
              turns);
}

TEST(Meet, LabelsUnderAttendeesWithTimesBetween) {
  expect_rows({{"Talk (2024-05-02) - Transcript\nAttendees\nAnn Moe, Bo Li\nTranscript\n00:00:00\nAnn Moe: Why?\nBo Li: Be\n00:05:00\nBo Li: cause.\nMeeting ended after 00:06:10\n",
                "meet Ann Moe 6-6@6 Why? | Bo Li 7-9@7 Be/cause."},
               {"Attendees\nAnn, Bo\nTranscript\n00:00:00\n\nAnn: Why?\nBo: Two:\nSpeed: high\nNote: low\n00:05:00\n\nAnn: Ok.\nBo: Bye.\n", "meet Ann 6-6@6 Why? | Bo 7-9@7 Two:/Speed: high/Note: low | Ann 12-12@12 Ok. | Bo 13-13@13 Bye."},
               {"### Transcript\n\n### 00:00:00\n\n**Ann:** Why?\n**Bo:** So.\n", "meet Ann 5-5@5 Why? | Bo 6-6@6 So."}},
              turns);
  EXPECT_EQ(starts("Transcript\n00:00:00\nAnn: Why?\nBo: So.\n00:05:00\nAnn: Ok.\n"), "meet 0 -1 300");
}

}  // namespace
}  // namespace te
