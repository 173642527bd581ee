// The recorded sections of the reference document as data: questions and answers, scores, HR report, decision.
#include <fmt/format.h>

#include "support/documents.h"
#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;

/// A document with a header, two turns on lines 5 and 6, and the given sections from line 8 on.
Transcript with_sections(std::string_view sections, std::string_view line_end = "\n") {
  const std::string text = test::document("Interview Transcript\n===\nCandidate: Ann\n===\nAI Recruiter: Why?\nCandidate: So.\n\n" + std::string(sections));
  return *test::parse(test::with_line_ends(text, line_end));
}

std::string flat(std::string_view s) { return test::visible(s); }

/// "Q1 PROJECT 0.6 @11 why? -> so." with " STRUGGLED" and " EXPLAINED[...]".
std::string dump_questions(const Recorded& r) {
  std::string out = r.has_questions ? "" : "none";
  for (const RecordedQuestion& q : r.questions) {
    out += fmt::format("{}Q{} {} {} @{} {} -> {}", out.empty() ? "" : " | ", q.number, q.label, q.relevance ? fmt::format("{:.3f}", *q.relevance) : "-", q.line, flat(q.question), flat(q.answer));
    out += q.struggled ? " STRUGGLED" : "";
    out += q.explanation.empty() ? "" : fmt::format(" EXPLAINED[{}]", flat(q.explanation));
  }
  return out;
}

/// "project 5 @12 good." and "technical Q1 [title] 4.5 @15 fine."
std::string dump_scores(const Recorded& r) {
  std::string out = r.has_evaluation ? "" : "none";
  for (const RecordedScore& s : r.scores) {
    out += fmt::format("{}{}{}{}{} {} @{} {}", out.empty() ? "" : " | ", s.project ? "project" : "technical", s.label.empty() ? "" : " ", s.label,
                       s.title.empty() ? "" : fmt::format(" [{}]", s.title), s.score ? fmt::format("{:g}", *s.score) : "-", s.line, flat(s.justification));
  }
  return out;
}

std::string dump_report(const Recorded& r) {
  std::string out;
  for (const RecordedPart& p : r.hr_report) out += fmt::format("{}{} @{}: {}", out.empty() ? "" : " | ", p.heading, p.line, flat(p.text));
  return out;
}

std::string questions(std::string_view body) { return dump_questions(with_sections("===\nTECHNICAL QUESTIONS AND ANSWERS\n===\n" + std::string(body)).recorded); }
std::string scores(std::string_view body) { return dump_scores(with_sections("===\nEVALUATION REPORT\n===\n" + std::string(body)).recorded); }
std::string report(std::string_view body) { return dump_report(with_sections("===\nHR REPORT\n===\n" + std::string(body)).recorded); }

/// The decision, the line of the text it is read from, and that text.
std::string decision(std::string_view sections) {
  const Transcript t = with_sections(sections);  // owns the text of its records
  const Recorded& r = t.recorded;
  return fmt::format("{} @{} {}", r.decision ? decision_name(*r.decision) : "-", r.recommendation_line, flat(r.recommendation));
}

TEST(Recorded, ReadsQuestionsAndAnswers) {
  expect_rows({{"\nQ1 [PROJECT] (Relevance: 0.600)\nQuestion: Why?\nAnswer: So.\n---\n", "Q1 PROJECT 0.600 @12 Why? -> So."},
               {"\nQ1 [PROJECT] (Relevance: 0.600)\nQuestion: Why?\nAnswer: So.\n---\n\nQ2 [TECHNICAL] (Relevance: 1.000)\nQuestion: How?\nAnswer: Thus.\n---\n",
                "Q1 PROJECT 0.600 @12 Why? -> So. | Q2 TECHNICAL 1.000 @17 How? -> Thus."},
               {"Q12 (Relevance: 0.1)\nQuestion: Why?\nAnswer: So.\n", "Q12  0.100 @11 Why? -> So."},
               {"Q3 [TECHNICAL]\nQuestion: Why?\nAnswer: So.\n", "Q3 TECHNICAL - @11 Why? -> So."},
               {"Q4\nQuestion: Why?\nAnswer: \"So.\n\nYes.\"\n---\n", "Q4  - @11 Why? -> So.\\n\\nYes."},
               {"Q5\nQuestion: Why\nexactly?\n\nAnswer: So.\n---\n", "Q5  - @11 Why\\nexactly? -> So."},
               {"Q6\nAnswer: So.\n", "Q6  - @11  -> So."},
               {"Q7\nQuestion: Why?\n", "Q7  - @11 Why? -> "},
               {"", ""},
               {"\nNo questions were asked.\n", ""}},
              questions);
}

TEST(Recorded, ReadsStrugglesAndExplanations) {
  expect_rows({{"Q1\nQuestion: Why?\nAnswer: No idea.\n[CANDIDATE STRUGGLED]\n---\n", "Q1  - @11 Why? -> No idea. STRUGGLED"},
               {"Q1\nQuestion: Why?\nAnswer: No idea.\n[CANDIDATE STRUGGLED]\n[AI PROVIDED EXPLANATION]: It is a cache...\n---\n", "Q1  - @11 Why? -> No idea. STRUGGLED EXPLAINED[It is a cache...]"},
               {"Q1\nQuestion: Why?\nAnswer: Hm.\n\n[AI PROVIDED EXPLANATION]: Two\nlines...\n---\nQ2\nQuestion: How?\nAnswer: So.\n",
                "Q1  - @11 Why? -> Hm. EXPLAINED[Two\\nlines...] | Q2  - @18 How? -> So."}},
              questions);
}

TEST(Recorded, AnAnswerMayHoldWhatLooksLikeAnEntry) {
  expect_rows({{"Q1\nQuestion: Why?\nAnswer: See\nQ2\nof the list.\n---\n", "Q1  - @11 Why? -> See\\nQ2\\nof the list."},
               {"Q1\nQuestion: Why?\nAnswer: It is\n\nAnswer: as said.\n---\n", "Q1  - @11 Why? -> It is\\n\\nAnswer: as said."},
               {"Q1\nQuestion: Why?\nAnswer: A list:\n- a\n--------------------\n", "Q1  - @11 Why? -> A list:\\n- a"}},
              questions);
}

TEST(Recorded, ReadsScoresWithAndWithoutTitles) {
  expect_rows({{"1. Project / Experience Question:\n   Score: 5/5\n   Justification: Deep.\n", "project 5 @12 Deep."},
               {"1. Project / Experience Question:\n   Score: 3/5\n   Justification: Thin.\n\n2. Technical Questions:\n\n   Q1:\n   Score: 4/5\n   Justification: Good.\n\n   Q2: Caching\n   Score: 2.5/5\n"
                "   Justification: Weak\n   in parts.\n",
                "project 3 @12 Thin. | technical Q1 4 @18 Good. | technical Q2 [Caching] 2.5 @22 Weak\\n   in parts."},
               {"Evaluation:\n2. Technical Questions:\nQ1:\nScore: 1/5\nJustification: No.\n", "technical Q1 1 @14 No."},
               {"1. Project / Experience Question:\nScore: N/A\nJustification: Not asked.\n", "project - @12 Not asked."},
               {"1. Project / Experience Question:\nScore: 4\n", "project 4 @12 "},
               {"1. Project / Experience Question: Not asked.\n\n2. Technical Questions: none\n", ""},
               {"", ""}},
              scores);
}

TEST(Recorded, ReadsTheReportUnderItsHeadings) {
  expect_rows({{"### Candidate Overall Suitability\nFits.\n\n### Key Strengths\n* **Depth:** yes.\n* Pace\n", "Candidate Overall Suitability @11: Fits. | Key Strengths @14: * **Depth:** yes.\\n* Pace"},
               {"**Candidate Overall Suitability**\nFits.\n\n**Key Strengths**\n- Depth\n", "Candidate Overall Suitability @11: Fits. | Key Strengths @14: - Depth"},
               {"## **Overall Recommendation**\n**Proceed.** Good.\n", "Overall Recommendation @11: **Proceed.** Good."},
               {"Preface.\n### Key Strengths\n", "Key Strengths @12: "},
               {"Plain text only.\n", ""}},
              report);
}

TEST(Recorded, ReadsTheDecision) {
  const std::string head = "===\nRECOMMENDATION (FULL)\n===\n";
  const auto recommended = [&](std::string_view text) { return decision(head + std::string(text)); };
  expect_rows({{"**Proceed to next round.** Strong.\n", "proceed @9 **Proceed to next round.** Strong."},
               {"**Not a fit at this time.** Gaps.\n", "not_a_fit @9 **Not a fit at this time.** Gaps."},
               {"**Consider with reservations.** Some gaps, may proceed.\n", "reservations @9 **Consider with reservations.** Some gaps, may proceed."},
               {"Do not proceed. Too little.\n", "not_a_fit @9 Do not proceed. Too little."},
               {"We do not recommend moving on.\n", "not_a_fit @9 We do not recommend moving on."},
               {"Strongly recommended.\n", "proceed @9 Strongly recommended."},
               {"The talk was long. Reject.\n", "not_a_fit @9 The talk was long. Reject."},
               {"No opinion.\n", "- @9 No opinion."},
               {"", "- @9 "}},
              recommended);
}

TEST(Recorded, TakesTheDecisionOfTheReportWhenThereIsNoOther) {
  EXPECT_EQ(decision("===\nHR REPORT\n===\n### Overall Recommendation\n**Not a fit at this time.** No.\n"), "not_a_fit @11 **Not a fit at this time.** No.");
  EXPECT_EQ(decision("===\nHR REPORT\n===\n### Overall Recommendation\nReject.\n\n===\nRECOMMENDATION (FULL)\n===\n**Proceed to next round.**\n"), "proceed @15 **Proceed to next round.**");
}

TEST(Recorded, ReadsTheFiguresOfTheHeader) {
  const auto figures = [](std::string_view field) {
    const auto t = test::parse(test::document("===\nCandidate: Ann\n" + std::string(field) + "\n===\nAI Recruiter: Why?\nCandidate: So.\n"));
    const Recorded& r = t->recorded;
    return fmt::format("{} {}@{} {}@{} {}@{}", r.quality_profile.value_or("-"), r.total_turns.value_or(-1), r.total_turns_line, r.average_relevance.value_or(-1), r.average_relevance_line,
                       r.average_evaluation.value_or(-1), r.average_evaluation_line);
  };
  expect_rows({{"Quality Profile: weak", "weak -1@0 -1@0 -1@0"},
               {"Total Turns: 8", "- 8@3 -1@0 -1@0"},
               {"Total Turns: many", "- -1@3 -1@0 -1@0"},
               {"Total Turns: -3", "- -1@3 -1@0 -1@0"},
               {"Average Relevance Score: 0.250", "- -1@0 0.25@3 -1@0"},
               {"Average Evaluation Score: 4.50/5", "- -1@0 -1@0 4.5@3"}},
              figures);
}

TEST(Recorded, LineEndsChangeNothing) {
  const std::string_view sections =
      "===\nTECHNICAL QUESTIONS AND ANSWERS\n===\n\nQ1 [PROJECT] (Relevance: 0.600)\nQuestion: Why?\nAnswer: So.\n[CANDIDATE STRUGGLED]\n---\n\n"
      "===\nEVALUATION REPORT\n===\n2. Technical Questions:\nQ1: Cache\nScore: 4/5\nJustification: Good.\n\n===\nHR REPORT\n===\n### Key Strengths\nPace.\n";
  const Transcript unix_lines = with_sections(sections);
  const Transcript dos_lines = with_sections(sections, "\r\n");
  EXPECT_EQ(dump_questions(unix_lines.recorded), "Q1 PROJECT 0.600 @12 Why? -> So. STRUGGLED");
  EXPECT_EQ(dump_questions(dos_lines.recorded), dump_questions(unix_lines.recorded));
  EXPECT_EQ(dump_scores(unix_lines.recorded), "technical Q1 [Cache] 4 @23 Good.");
  EXPECT_EQ(dump_scores(dos_lines.recorded), dump_scores(unix_lines.recorded));
  EXPECT_EQ(dump_report(dos_lines.recorded), "Key Strengths @29: Pace.");
}

TEST(Recorded, MissingSectionsAreAbsentNotEmpty) {
  const Transcript none = with_sections("");
  EXPECT_FALSE(none.recorded.has_questions || none.recorded.has_evaluation || none.recorded.decision || !none.recorded.hr_report.empty());
  const Transcript empty = with_sections("===\nTECHNICAL QUESTIONS AND ANSWERS\n===\n\n===\nEVALUATION REPORT\n===\n");
  EXPECT_TRUE(empty.recorded.has_questions && empty.recorded.questions.empty());
  EXPECT_TRUE(empty.recorded.has_evaluation && empty.recorded.scores.empty());
}

}  // namespace
}  // namespace te
