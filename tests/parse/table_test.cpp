// Tables and questionnaires: speech without labels, told apart by columns, numbers or quotation marks.
#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;

TEST(Table, OfAnyKind) {
  expect_rows({{"| Speaker | Text |\n|---|---|\n| Ann Moe | Why? |\n| Bo Li | So. |\n", "table Ann Moe Why? | Bo Li So."},
               {"# Talk\n\n| **Ann** | Why? |\n| **Bo** | So. |\n| **Ann** | And? |\n| **Bo** | No. |\n", "table Ann Why? | Bo So. | Ann And? | Bo No."},
               {"| # | Question | Answer |\n|--:|:--|:--|\n| 1 | Why? | So. |\n| 2 | And? | No. |\n", "table Question Why? | Answer So. | Question And? | Answer No."},
               {"00:00:01\tAnn Moe\tWhy?\n00:00:03\tBo Li\tSo.\n00:00:05\tAnn Moe\tAnd?\n00:00:09\tBo Li\tNo.\n", "table Ann Moe@1 Why? | Bo Li@3 So. | Ann Moe@5 And? | Bo Li@9 No."},
               {"start,speaker,text\n0:01,Ann,\"Why, Bo?\"\n0:03,Bo,So.\n", "table Ann@1 Why, Bo? | Bo@3 So."},
               // Nothing is lost when the words hold the sign, run on in a line of their own, or name nobody.
               {"| Speaker | Text |\n|---|---|\n| Ann | a | b? |\n| Bo | So. |\nIt is.\n| | Always. |\n", "table Ann a | b? | Bo So.\nIt is.\nAlways."}},
              test::dump_words);
}

TEST(Table, WhatIsNone) {
  expect_rows({{"Ann: Why, a, b?\nBo: So, c, d.\nAnn: And, e?\nBo: No, f.\n", "labelled Ann 1-1@1 Why, a, b? | Bo 2-2@2 So, c, d. | Ann 3-3@3 And, e? | Bo 4-4@4 No, f."},
               {"Interviewer:\tWhy?\nCandidate:\tSo.\n", "labelled Interviewer 1-1@1 Why? | Candidate 2-2@2 So."},
               {"| Tool | Cost |\n|---|---|\n| Kafka | low |\n| Spark | high |\n", "error: no-dialogue 0"},
               {"Interviewer: Why?\nCandidate: See\n| Tool | Cost |\n|---|---|\n| Kafka | low |\n| Kafka | high |\n| Spark | low |\n| Spark | high |\n",
                "labelled Interviewer 1-1@1 Why? | Candidate 2-8@2 See/| Tool | Cost |/|---|---|/| Kafka | low |/| Kafka | high |/| Spark | low |/| Spark | high |"}},
              test::dump_found);
}

TEST(Questionnaire, NumberedOrQuoted) {
  expect_rows({{"1. Why?\nSo.\n\n2. And?\nNo.\nNever.\n", "questionnaire Question Why? | Answer So. | Question And? | Answer No.\nNever."},
               {"**1) Why?**\n\nSo.\n\n**2) And?**\n\nNo.\n", "questionnaire Question Why? | Answer So. | Question And? | Answer No."},
               {"From: Bo Li\n\nMy answers follow.\n\n> Why?\n\nSo.\n\n> And\n> what?\n\nNo.\n", "questionnaire Question Why? | Answer So. | Question And\nwhat? | Answer No."},
               // A list in an answer has numbers of its own.
               {"1. Why?\nSo:\n1. one\n2. two\n\n2. And?\nNo.\n", "questionnaire Question Why? | Answer So:\n1. one\n2. two | Question And? | Answer No."}},
              test::dump_words);
}

TEST(Questionnaire, WhatIsNone) {
  expect_rows({{"1. Flour.\n2. Butter.\n3. Salt?\n", "error: no-dialogue 0"},
               {"Interviewer: Two things:\n1. Why?\n2. When?\nCandidate: So.\n", "labelled Interviewer 1-3@1 Two things:/1. Why?/2. When? | Candidate 4-4@4 So."},
               {"> Ann: Why?\n> Bo: So.\n> Ann: And?\n> Bo: No.\n", "labelled Ann 1-1@1 Why? | Bo 2-2@2 So. | Ann 3-3@3 And? | Bo 4-4@4 No."}},
              test::dump_found);
}

TEST(Stamps, ChatsOfZoomWhatsAppAndSlack) {
  expect_rows({{"10:04:12\t From  Ann Moe : Why?\n10:04:40\t From  Bo Li : So.\n", "rev Ann Moe@36252 Why? | Bo Li@36280 So."},
               {"10:04:12 From Ann Moe to Everyone:\n\tWhy?\n10:04:40 From Bo Li to Ann Moe(Direct Message):\n\tSo.\n", "rev Ann Moe@36252 Why? | Bo Li@36280 So."},
               {"10:04:12\t From Ann Moe to Everyone : Why?\n10:04:40\t From Bo Li to Ann Moe(Direct Message) : So: it is.\n", "rev Ann Moe@36252 Why? | Bo Li@36280 So: it is."},
               {"10:04:12 From Ann Moe to Everyone: Why?\n10:04:40 From Bo Li to Everyone: So.\nMore: yes.\n", "rev Ann Moe@36252 Why? | Bo Li@36280 So.\nMore: yes."},
               {"10:04:12 From  Ann Moe  to  Everyone : Why?\n10:04:40 From  Bo Li  To  Everyone: So.\n", "rev Ann Moe@36252 Why? | Bo Li@36280 So."},
               {"10:04:12 From Ann Moe (Host) to Everyone: Why?\n10:04:40 From Bo Li (she/her) to Everyone: So.\n", "rev Ann Moe@36252 Why? | Bo Li@36280 So."},
               {"2024-05-04 10:04:12 From Ann Moe to Everyone:\n\tWhy?\n2024-05-04 10:04:40 From Bo Li to Everyone:\n\tReplying to \"Why?\"\n\t\n\tSo.\n2024-05-04 10:05:00 From Ann Moe to Everyone:\n\tReacted to \"So.\" with +1\n", "rev Ann Moe@36252 Why? | Bo Li@36280 So."},
               // A cloud recording: the time first, or the caption with its name in brackets.
               {"00:10:12\tAnn Moe:\tWhy?\n00:10:40\tBo Li:\tSo.\n", "rev Ann Moe@612 Why? | Bo Li@640 So."},
               {"[Ann Moe] 10:04:12\nWhy?\n\n[Bo Li] 10:04:40\nSo.\n", "otter Ann Moe@36252 Why? | Bo Li@36280 So."},
               {"[04.05.24, 10:04:12] Ann Moe: Why?\n[04.05.24, 10:04:40] Bo Li: So.\n", "rev Ann Moe@36252 Why? | Bo Li@36280 So."},
               {"5/4/24, 10:04 AM - Ann Moe: Why?\n5/4/24, 10:05 AM - Bo Li: So.\n", "rev Ann Moe@36240 Why? | Bo Li@36300 So."},
               {"Ann Moe  10:04 AM\nWhy?\nBo Li  10:05 AM\nSo.\n", "otter Ann Moe@36240 Why? | Bo Li@36300 So."}},
              test::dump_words);
}

}  // namespace
}  // namespace te
