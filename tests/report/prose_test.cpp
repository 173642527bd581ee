// The report's sentences: every quote was said, nothing is gendered, nothing dangles.
#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include "report/findings.h"
#include "report/passages.h"
#include "support/outcomes.h"
#include "support/samples.h"
#include "support/table.h"
#include "text/utf8.h"

namespace te::test {
namespace {

class EverySampleProse : public testing::TestWithParam<Sample> {};
INSTANTIATE_TEST_SUITE_P(Samples, EverySampleProse, testing::ValuesIn(samples()), [](const auto& info) { return replaced(info.param.name, "-", "_"); });

/// All that the candidate said, on one line.
std::string said(const Outcome& o) {
  std::string out;
  for (const Turn& t : o.interview.transcript.turns) {
    if (o.interview.role_of(t) == Role::kCandidate) out += text::single_line(t.text) + "\n";
  }
  return out;
}

std::vector<std::string> sentences(const Report& r) {
  std::vector<std::string> out = r.thread_justifications;
  out.insert(out.end(), r.question_justifications.begin(), r.question_justifications.end());
  for (const auto* items : {&r.strengths, &r.development_areas}) {
    for (const ReportItem& item : *items) {
      for (const auto& s : {item.text, item.listen_for}) out.push_back(s);
      EXPECT_TRUE(item.follow_up.empty() || item.follow_up.back() == '?' || item.follow_up.back() == '.') << item.follow_up;
    }
  }
  for (const auto& s : {r.suitability, r.communication, r.recommendation}) out.push_back(s);
  return out;
}

/// The only gap's or justification's words on an answer to a question.
Outcome asked(const std::string& question, const std::string& answer) { return evaluated("Interviewer: " + question + "\n\nCandidate: " + answer + "\n\nInterviewer: Thank you.\n\nCandidate: Goodbye.\n"); }

TEST(Prose, OwnDeedsAreNotCalledLeftOut) {
  for (const char* answer : {"In March I booked the invoices of the depot twice. I spotted it in April, corrected it and told the board before the audit.", "The plan and the first cut of the figures were mine; our analyst found a mistake in them, and we corrected it."}) {
    const std::string said = asked("What was your own part in the audit, as opposed to that of the analyst?", answer).report.thread_justifications.front();
    EXPECT_EQ(said.find("own part"), std::string::npos) << said;
  }
  const std::string said = asked("What was your own part in the audit, as opposed to that of the analyst?", "The team went through the books for a week, and the analyst wrote the letter to the bank afterwards.").report.thread_justifications.front();
  EXPECT_NE(said.find("own part"), std::string::npos) << said;
}

TEST(Prose, NothingWithoutANameLacksADefinition) {
  const Outcome o = asked("What does your day look like when a crate of fish arrives at the stall, and how do you handle it?", "We open it and smell it, and then the boxes go to the ice at the back of the stall before the market opens.");
  for (const char* none : {"a definition", "how it works"}) EXPECT_EQ(o.report.thread_justifications.front().find(none), std::string::npos) << o.report.thread_justifications.front();
}

TEST(Prose, AScoreBelowALimitIsShownBelowIt) {
  expect_rows({{"3.96 4", "3.96"}, {"3.94 4", "3.9"}, {"3.9996 4", "4.0"}, {"3.996 4", "3.996"}, {"4 4", "4.0"}, {"1.97 2", "1.97"}}, [](std::string_view row) {
    const auto blank = row.find(' ');
    return report::shown_below(Points::from_score(std::stod(std::string(row.substr(0, blank)))), std::stod(std::string(row.substr(blank + 1))));
  });
}

TEST(Prose, AnAdmittedGapIsNoStrength) {
  for (const Sample& sample : samples()) {
    const Outcome o = evaluated(sample.text);
    const report::Material m{o.interview, o.evaluation, *o.book};
    for (const QuestionEvaluation& e : o.evaluation.questions) {
      for (const LedgerEntry& entry : e.ledger) {
        if (entry.rule != "knowledge.not-knowing" || entry.quote.empty()) continue;
        const std::string admitted = report::passage(m, entry.turn, entry.span).quote;
        for (const ReportItem& item : o.report.strengths) {
          for (const Evidence& evidence : item.evidence) EXPECT_NE(evidence.quote, admitted) << sample.name;
        }
      }
    }
  }
}

TEST(Prose, WhatOnlyATeamDidIsAskedAfter) {
  const auto areas = [](const std::string& who) {
    const std::string text = "Interviewer: Can you describe a challenging project where you built a message queue, and what your part in it was?\n\nCandidate: " + who + " built a message queue for the invoices of the depot. The nightly job had failed nine times a week. " +
                             who + " implemented retries with exponential backoff for the workers of the queue. " + who + " designed a dead-letter queue for invoices that fail five times. A bigger server would have been simpler, but the load doubles each year. " + who +
                             " deployed it in May, and failures fell from nine a week to one.\n\nInterviewer: Can you describe a second project, perhaps with a search index?\n\nCandidate: " + who + " designed an inverted index for the parcels. " + who +
                             " implemented a cache for it, because the old query scanned two million rows. " + who + " tested both for a week, and the 99th percentile fell from 900 to 40 ms. New rows show up a minute later, but nobody searched for them earlier.\n\n";
    return evaluated(text + "Interviewer: Thank you.\n\nCandidate: Goodbye.\n").report.development_areas;
  };
  const auto has = [](const std::vector<ReportItem>& list) { return std::any_of(list.begin(), list.end(), [](const ReportItem& i) { return i.title == "Own share in what the team did" && !i.follow_up.empty() && i.evidence.size() == 1; }); };
  EXPECT_TRUE(has(areas("We")));
  EXPECT_FALSE(has(areas("I")));
}

TEST_P(EverySampleProse, EvidenceIsVerbatim) {
  const Outcome o = evaluated(GetParam().text);
  const std::string all = said(o);
  for (const auto* items : {&o.report.strengths, &o.report.development_areas}) {
    for (const ReportItem& item : *items) {
      for (const Evidence& e : item.evidence) {
        EXPECT_NE(all.find(e.quote), std::string::npos) << e.quote;
        EXPECT_GT(e.line, 0U);
      }
    }
  }
}

TEST_P(EverySampleProse, AThreadIsJustifiedAsItsMainQuestion) {
  const Outcome o = evaluated(GetParam().text);
  for (std::size_t t = 0; t < o.interview.threads.size(); ++t) {
    const std::string& main = o.report.question_justifications[o.interview.threads[t].questions.front()];
    EXPECT_TRUE(o.report.thread_justifications[t].starts_with(main)) << o.report.thread_justifications[t];
  }
}

TEST_P(EverySampleProse, EveryQuoteInTheReportIsVerbatim) {
  // Whatever stands between double quotes in the report was said by the candidate, in one turn.
  static const RE2 kQuote(R"re("([^"]*)")re");
  const Outcome o = evaluated(GetParam().text);
  const std::string all = said(o);
  int quotes = 0;
  std::vector<std::string> texts = sentences(o.report);
  texts.push_back(render_text_for(o, 0));
  for (const std::string& text : texts) {
    // Diagnostics quote what the recorded sections say.
    const std::string report = text.substr(0, text.find("\nDIAGNOSTICS\n"));
    EXPECT_EQ(std::count(report.begin(), report.end(), '"') % 2, 0) << report;
    re2::StringPiece rest(report);
    std::string quote;
    while (RE2::FindAndConsume(&rest, kQuote, &quote)) {
      ++quotes;
      EXPECT_NE(all.find(quote), std::string::npos) << quote;
    }
  }
  EXPECT_GT(quotes, 0);
}

TEST_P(EverySampleProse, NothingIsGenderedOrDangles) {
  static const RE2 kGendered(R"((?i)\b(?:he|she|him|her|his|hers|himself|herself)\b)");
  static const RE2 kDangling(R"(\{|\}|  |\( |\(\)|, ,|(?:^|[^.])\.\.(?:[^.]|$)| ,| \.|^\s|\s$)");
  for (const std::string& sentence : sentences(evaluated(GetParam().text).report)) {
    std::string without_quotes = sentence;
    RE2::GlobalReplace(&without_quotes, R"re("[^"]*")re", "QUOTE");
    EXPECT_FALSE(RE2::PartialMatch(without_quotes, kGendered)) << sentence;
    EXPECT_FALSE(RE2::PartialMatch(without_quotes, kDangling)) << sentence;
    EXPECT_TRUE(sentence.empty() || sentence.back() == '.' || sentence.back() == '?') << sentence;
  }
}

TEST_P(EverySampleProse, NothingIsAskedTwiceAndNoSentenceNamesANumber) {
  // Numbers of questions differ between the formats; titles and lines do not.
  static const RE2 kNumber(R"(\bQ[0-9]+\b)");
  const Outcome o = evaluated(GetParam().text);
  std::set<std::string> asked;
  for (const ReportItem& item : o.report.development_areas) EXPECT_TRUE(asked.insert(item.follow_up).second) << item.follow_up;
  for (const std::string& sentence : sentences(o.report)) EXPECT_FALSE(RE2::PartialMatch(sentence, kNumber)) << sentence;
}

TEST_P(EverySampleProse, WhatIsWrongIsNoBeginning) {
  const Outcome o = evaluated(GetParam().text);
  for (const QuestionEvaluation& e : o.evaluation.questions) {
    for (const Misconception& wrong : e.misconceptions) {
      for (const Evidence& beginning : o.report.beginnings) EXPECT_EQ(beginning.quote.find(wrong.quote), std::string::npos) << beginning.quote;
    }
  }
}

TEST_P(EverySampleProse, EveryScoredQuestionIsJustified) {
  const Outcome o = evaluated(GetParam().text);
  for (std::size_t i = 0; i < o.interview.questions.size(); ++i) EXPECT_FALSE(o.report.question_justifications[i].empty()) << o.interview.questions[i].id;
  for (const std::string& title : o.report.thread_titles) EXPECT_FALSE(title.empty());
}

/// The report of an interview with one question.
Report report_on(std::string_view question, std::string_view answer) { return evaluated(exchange(question, answer)).report; }

TEST(Prose, WhatIsHalfKnownIsTold) {
  const Report r = report_on("Can you explain what a database index is, how it works, and what it costs?", "An index? Hmm, I'm not really sure. I think it keeps rows sorted somehow, so a lookup is quicker. I have seen the word in a course that I took last year, but I do not remember what the teacher said about it, sorry for that.");
  ASSERT_TRUE(r.strengths.empty());
  ASSERT_EQ(r.beginnings.size(), 1U);
  EXPECT_EQ(r.beginnings.front().quote, "I think it keeps rows sorted somehow, so a lookup is quicker.");
  ASSERT_FALSE(r.development_areas.empty());
  EXPECT_EQ(r.development_areas.front().evidence.back().quote, r.beginnings.front().quote);
}

TEST(Prose, AnAnswerOfWhichHardlyAnythingCountedIsSaidToBeNone) {
  const Report r = report_on("How does a write-ahead log keep a database consistent after a crash?",
                             "I like the orchard: we sprayed copper before the blossom, thinned the branches with a ladder and a saw, sold the windfall apples to a cider press, and my uncle mended the fence, because deer had eaten the bark.");
  ASSERT_FALSE(r.question_justifications.empty());
  EXPECT_EQ(r.question_justifications.front().rfind("Hardly any of it was recognised as an answer to this question: \"I like the orchard", 0), 0U) << r.question_justifications.front();
}

TEST(Prose, SilenceIsNotQuoted) {
  for (const char* silence : {"", "..."}) {
    const Outcome o = evaluated(fmt::format("Interviewer: What is a hash table?\nCandidate: {0}\nInterviewer: And how does it handle a collision of keys?\nCandidate: {0}\nInterviewer: Bye.\nCandidate: Goodbye.\n", silence));
    for (const std::string& s : sentences(o.report)) EXPECT_EQ(s.find('"'), std::string::npos) << s;
    EXPECT_EQ(o.report.question_justifications.front(), "Nothing is said in answer.");
    for (const ReportItem& item : o.report.development_areas) EXPECT_TRUE(item.evidence.empty()) << item.text;
    EXPECT_FALSE(o.evaluation.questions.front().has_flag("off_topic"));
  }
}

TEST(Prose, WhatAnAnswerGivesInItsOwnWordsIsNotCalledMissing) {
  const Report r = report_on("What is fairness in machine learning, and which trade-offs does it bring?",
                             "Demographic parity means that the share of accepted applications is the same in all groups. Equalized odds compares the error rates instead. The trade-offs are tricky, since a model that is balanced in this way is often less accurate for everybody.");
  for (const std::string& justification : r.question_justifications) EXPECT_FALSE(RE2::PartialMatch(justification, "(?i)leaves out|left out|passes over|does not come|also asked for")) << justification;
  for (const ReportItem& item : r.development_areas) EXPECT_FALSE(RE2::PartialMatch(item.text, "(?i)left out|not taken up|not given")) << item.text;
}

TEST(Prose, QuotesOfOrdinaryLengthAreWholeSentences) {
  const std::string sentence = "We moved the invoices to a queue because the nightly job kept failing whenever the exchange rates came late, and since then a late rate delays a single invoice by a few minutes instead of holding back the whole batch until the morning.";
  const Report r = report_on("Can you describe a project in which you used a message queue?", sentence + " Nobody had to get up at night again.");
  bool found = false;
  for (const ReportItem& item : r.strengths) {
    for (const Evidence& e : item.evidence) found = found || e.quote == sentence;
  }
  for (const std::string& justification : r.question_justifications) found = found || justification.find(sentence) != std::string::npos;
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace te::test
