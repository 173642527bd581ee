// Markdown: the report's content, quotes as they were said once the escapes are taken away.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include "support/markup.h"
#include "support/outcomes.h"
#include "support/samples.h"
#include "text/utf8.h"

namespace te::test {
namespace {

std::string unescaped(std::string markdown) {
  RE2::GlobalReplace(&markdown, R"re(\\([^A-Za-z0-9 ]))re", R"(\1)");
  return text_of(markdown);
}

class EverySampleMarkdown : public testing::TestWithParam<Sample> {};
INSTANTIATE_TEST_SUITE_P(Samples, EverySampleMarkdown, testing::ValuesIn(samples()), [](const auto& info) { return replaced(info.param.name, "-", "_"); });

TEST_P(EverySampleMarkdown, SaysWhatTheReportSays) {
  const Outcome o = evaluated(GetParam().text);
  const std::string text = unescaped(find_format("markdown")->render(o));
  for (const std::string& s : {o.report.recommendation, o.report.suitability, o.report.communication}) EXPECT_NE(text.find(s), std::string::npos) << s;
  for (std::size_t i = 0; i < o.interview.threads.size(); ++i) {
    if (o.evaluation.threads[i].state != State::kScored) continue;
    EXPECT_NE(text.find(o.report.thread_justifications[i]), std::string::npos) << i;
  }
}

TEST_P(EverySampleMarkdown, QuotesAreVerbatim) {
  const Outcome o = evaluated(GetParam().text);
  std::string said;
  for (const Turn& t : o.interview.transcript.turns) said += text::single_line(t.text) + "\n";
  for (const std::string& quote : between(find_format("markdown")->render(o), "  - Line ", "\n")) {
    const std::string words = unescaped(quote.substr(quote.find(": \"") + 3));
    EXPECT_NE(said.find(words.substr(0, words.size() - 1)), std::string::npos) << quote;
  }
}

TEST(Markdown, AddressesAndMentionsInWordsOfOthersLinkNowhere) {
  const Outcome o = evaluated(exchange("Which project of yours are you proud of?", "I built https://example.org/shop and www.example.org with @maria, because the old shop failed every week, and we saved 40 hours a month."));
  const std::string page = find_format("markdown")->render(o);
  for (const char* link : {"https://", "www.example", "@maria"}) EXPECT_EQ(page.find(link), std::string::npos) << link;
  EXPECT_NE(page.find("https&#58;//example.org/shop"), std::string::npos);
}

TEST(Markdown, HasTheRequirementCoverage) {
  const std::string page = find_format("markdown")->render(evaluated(exchange("How do you use Kafka?", "I moved our orders to Kafka, because a queue takes the load off the database."), {}, "Requirements:\n- Kafka\n"));
  EXPECT_NE(page.find("## Requirement coverage\n\n- **Kafka:** Required; asked"), std::string::npos) << page;
}

}  // namespace
}  // namespace te::test
