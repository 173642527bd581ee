// What authors write about the talk behind its last words, and headings between its parts, is nobody's speech.
#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;
using test::parse;

/// The last turn, and what is reported, of a talk that ends with these lines.
std::string last(std::string_view ending) {
  const auto t = parse("Ann Moe: When?\n\nBo Li: In May.\n\nAnn Moe: Why?\n\nBo Li: It was cheap.\n" + std::string(ending));
  if (!t) return test::dump_turns(t);
  const std::string told = test::dump_diagnostics(t->diagnostics);
  return test::visible(t->turns.back().text) + (told.empty() ? "" : " [" + told + "]");
}

TEST(Remarks, BehindTheTalkAreNotSaid) {
  expect_rows({{"\n## Evaluator's notes\n\nGood on costs.\n", "It was cheap. [input.remarks@9]"},
               {"\n---\n\n**Interviewer's notes:**\n- short answers\n", "It was cheap. [input.remarks@11]"},
               {"\nThe hiring manager: a talk.\n\nHiring manager’s internal assessment:\nKnows prices.\n", "It was cheap.\\n\\nThe hiring manager: a talk. [input.remarks@11]"},
               {"\nPost-interview assessment:\nKnows prices.\n", "It was cheap. [input.remarks@9]"},
               {"\nOverall rating: 3.5 / 5\n", "It was cheap. [input.remarks@9]"},
               {"\nDecision: No hire.\n", "It was cheap. [input.remarks@9]"},
               {"\nFeedback: the candidate was calm.\n", "It was cheap. [input.remarks@9]"},
               {"\n(End of interview)\n\nGood luck to all.\n", "It was cheap. [input.remarks@9]"},
               {"\nEnd of transcript\n", "It was cheap. [input.remarks@9]"},
               {"\n*The interview ends.*\n", "It was cheap. [input.remarks@9]"},
               {"\nThis simulated talk is a mock interview for teaching.\n", "It was cheap. [input.remarks@9]"},
               {"\nNote: the interviewer speaks kindly.\n", "It was cheap. [input.remarks@9]"},
               {"\nThe candidate knows prices well.\n", "It was cheap. [input.remarks@9]"},
               {"\nOverall, Bo knows prices well.\n", "It was cheap. [input.remarks@9]"},
               {"\n**Strong sides:**\n\nBo Li knows prices.\n", "It was cheap. [input.remarks@11]"}},
              last);
}

TEST(Remarks, WhatTheLastSpeakerSaysIsKept) {
  expect_rows({{"\nThe candidate that I chose was cheaper.\n", "It was cheap.\\n\\nThe candidate that I chose was cheaper."},
               {"\nNotes: what people said\nDecision: hire or not, before we talk\n", "It was cheap.\\n\\nNotes: what people said\\nDecision: hire or not, before we talk"},
               {"\nBo is what my friends call me.\n", "It was cheap.\\n\\nBo is what my friends call me."},
               {"\nSummary of the costs:\n- rent\n", "It was cheap.\\n\\nSummary of the costs:\\n- rent"},
               {"\nEvaluation:\n- F1 on old orders\n", "It was cheap.\\n\\nEvaluation:\\n- F1 on old orders"},
               {"\nThe simulation ran for three hours.\n", "It was cheap.\\n\\nThe simulation ran for three hours."},
               {"\n(laughs)\n", "It was cheap.\\n\\n(laughs)"},
               {"\n**Feedback loops** were short.\n", "It was cheap.\\n\\n**Feedback loops** were short."}},
              last);
}

TEST(Remarks, OnlyEndTheLastTurn) {
  EXPECT_EQ(test::dump_turns(parse("Interviewer: Why?\n\nCandidate: So.\n\nThe candidate pauses.\n\nInterviewer: And then?\n\nCandidate: Done.\n")),
            "Interviewer 1-1@1 Why? | Candidate 3-5@3 So.//The candidate pauses. | Interviewer 7-7@7 And then? | Candidate 9-9@9 Done.");
}

TEST(Remarks, InEveryFormat) {
  EXPECT_EQ(test::dump_words("Ann Moe  0:01\nWhy?\n\nBo Li  0:09\nIt was cheap.\n\nEvaluator's notes:\nCalm.\n"), "otter Ann Moe@1 Why? | Bo Li@9 It was cheap.");
}

TEST(Remarks, HeadingsBetweenTurnsAreNotSaid) {
  EXPECT_EQ(test::dump_words("**Interviewer:** Why?\n\n**Candidate:** So.\n\n---\n\n### Round 2: Costs\n\n**Interviewer:** And?\n\n**Candidate:** Cheap.\n"),
            "labelled Interviewer Why? | Candidate So. | Interviewer And? | Candidate Cheap.");
}

}  // namespace
}  // namespace te
