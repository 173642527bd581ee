// The letter to the candidate: the candidate's words, no score, nothing unkind.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include "support/outcomes.h"
#include "support/samples.h"
#include "text/utf8.h"

namespace te::test {
namespace {

std::string letter(const Outcome& o) { return find_format("feedback")->render(o); }

class EverySampleLetter : public testing::TestWithParam<Sample> {};
INSTANTIATE_TEST_SUITE_P(Samples, EverySampleLetter, testing::ValuesIn(samples()), [](const auto& info) { return replaced(info.param.name, "-", "_"); });

TEST_P(EverySampleLetter, HasNoScoreAndNoVerdict) {
  const std::string text = letter(evaluated(GetParam().text));
  static const RE2 kVerdict(R"((?i)\d\.\d+ of 5|score|critical|\bgap\b|not a fit|reservations|proceed|weak|poor|fail(?:ed|ure) to|\bQ\d)");
  std::string own_words = text;
  RE2::GlobalReplace(&own_words, R"re("[^"]*")re", "");
  std::string found;
  EXPECT_FALSE(RE2::PartialMatch(own_words, kVerdict, &found)) << own_words;
  EXPECT_EQ(text.rfind("Dear ", 0), 0U);
}

TEST_P(EverySampleLetter, QuotesWhatWasSaid) {
  const Outcome o = evaluated(GetParam().text);
  std::string said;
  for (const Turn& t : o.interview.transcript.turns) said += text::single_line(t.text) + "\n";
  const std::string text = text::single_line(letter(o));
  static const RE2 kQuote(R"re("([^"]*)")re");
  re2::StringPiece rest(text);
  std::string quote;
  int quotes = 0;
  while (RE2::FindAndConsume(&rest, kQuote, &quote)) {
    ++quotes;
    EXPECT_NE(said.find(quote), std::string::npos) << quote;
  }
  EXPECT_GT(quotes, 0);
}

TEST(Letter, CorrectsAWrongStatementKindlyAndSuggestsAField) {
  const std::string text = text::single_line(letter(evaluated(sample("llm-engineer-weak").text)));
  EXPECT_NE(text.find("worth looking up again"), std::string::npos);
  EXPECT_NE(text.find("What to study"), std::string::npos);
}

TEST(Letter, SaysSoWhenThereIsNothingToGoBy) {
  const std::string text = letter(evaluated("Interviewer: What is a cache?\n\nCandidate: A store.\n\nInterviewer: Thanks.\n\nCandidate: Bye.\n"));
  EXPECT_NE(text.find("could not work out"), std::string::npos) << text;
}

}  // namespace
}  // namespace te::test
