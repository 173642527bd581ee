// The report's sentences: every quote was said, nothing is gendered, nothing dangles.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include "support/outcomes.h"
#include "support/samples.h"
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

TEST_P(EverySampleProse, EveryScoredQuestionIsJustified) {
  const Outcome o = evaluated(GetParam().text);
  for (std::size_t i = 0; i < o.interview.questions.size(); ++i) EXPECT_FALSE(o.report.question_justifications[i].empty()) << o.interview.questions[i].id;
  for (const std::string& title : o.report.thread_titles) EXPECT_FALSE(title.empty());
}

}  // namespace
}  // namespace te::test
