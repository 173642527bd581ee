// The result object: it is JSON, holds what the other formats print, and points into the input.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

class EverySampleJson : public testing::TestWithParam<Sample> {};
INSTANTIATE_TEST_SUITE_P(Samples, EverySampleJson, testing::ValuesIn(samples()), [](const auto& info) { return replaced(info.param.name, "-", "_"); });

TEST_P(EverySampleJson, LineAndIndentedFormAreOneObject) {
  const Outcome o = evaluated(GetParam().text);
  const std::string line = find_format("jsonl")->render(o);
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
  EXPECT_EQ(nlohmann::json::parse(line), nlohmann::json::parse(find_format("json")->render(o)));
}

TEST_P(EverySampleJson, PointsAddUpForAReaderToo) {
  const auto j = nlohmann::json::parse(find_format("json")->render(evaluated(GetParam().text)));
  EXPECT_EQ(j.at("schema"), "transcript-eval/result/1");
  for (const auto& q : j.at("questions")) {
    if (q.at("state") != "scored") continue;
    long long milli = 0;
    for (const auto& entry : q.at("ledger")) milli += std::llround(entry.at("points").get<double>() * 1000);
    EXPECT_EQ(milli, std::llround(q.at("score_raw").get<double>() * 1000)) << q.at("id");
  }
}

TEST_P(EverySampleJson, QuotesAreBytesOfTheInput) {
  const auto j = nlohmann::json::parse(find_format("json")->render(evaluated(GetParam().text)));
  for (const auto& q : j.at("questions")) {
    for (const auto& entry : q.at("ledger")) {
      if (!entry.contains("quote")) continue;
      const auto begin = entry.at("begin").get<std::size_t>();
      EXPECT_EQ(GetParam().text.substr(begin, entry.at("end").get<std::size_t>() - begin), entry.at("quote"));
    }
  }
}

TEST_P(EverySampleJson, FiguresAgreeWithTheText) {
  const Outcome o = evaluated(GetParam().text);
  const auto j = nlohmann::json::parse(find_format("json")->render(o));
  const std::string text = render_text_for(o, 0);
  for (const auto& t : j.at("threads")) {
    if (t.at("state") != "scored") continue;
    EXPECT_NE(text.find("   Score: " + std::to_string(t.at("score").get<int>()) + "/5\n   Justification: " + t.at("justification").get<std::string>()), std::string::npos) << t.at("title");
  }
  EXPECT_NE(text.find(j.at("recommendation").at("text").get<std::string>()), std::string::npos);
}

}  // namespace
}  // namespace te::test
