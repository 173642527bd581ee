// The requirement coverage in the report and in the result object.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/interviews.h"
#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

constexpr std::string_view kDescription =
    "Requirements:\n- 3+ years of Python\n- Kafka or RabbitMQ\n- Kubernetes\n- Fluent Polish\nNice to have:\n- Terraform\n- 6 months of Java\nYour tasks:\n- Review SQL queries\n";

const std::string& talk() {
  static const std::string kTalk = dialogue(
      "> How do you use Kafka?\n< I moved our orders to Kafka, because a queue takes the load off the database. I have written Python for two years.\n"
      "> And Kubernetes?\n< I have never used Kubernetes.\n> Which SQL queries were slow?\n< I added an index to the SQL query of the order list and it dropped from nine seconds to one.\n");
  return kTalk;
}

std::string part(const std::string& report) {
  const auto begin = report.find("### Requirement Coverage\n");
  return begin == std::string::npos ? "" : report.substr(begin, report.find("\n### Communication", begin) - begin);
}

TEST(RequirementCoverage, StandsInTheReport) {
  EXPECT_EQ(part(render_text_for(evaluated(talk(), {}, kDescription), 0)), R"(### Requirement Coverage
*   **3+ years of Python:** Required; not asked, but mentioned. 2 years stated, 3 years required: short.
    *   *Transcript Evidence (line 2):* "I have written Python for two years"
*   **Kafka or RabbitMQ:** Required; asked in line 1, applied. Not shown: RabbitMQ.
    *   *Transcript Evidence (line 2):* "I moved our orders to Kafka, because a queue takes the load off the database"
*   **Kubernetes:** Required; asked in line 3, no evidence.
*   **Fluent Polish:** Required; not assessed from an interview.
*   **Terraform:** Nice to have; not asked.
*   **6 months of Java:** Nice to have; not asked. Six months required, none stated.
*   **Review SQL queries:** Responsibility; asked in line 5, applied.
    *   *Transcript Evidence (line 6):* "I added an index to the SQL query of the order list and it dropped from nine seconds"
)");
}

TEST(RequirementCoverage, StandsInTheDocument) {
  const Outcome o = evaluated(talk(), {}, kDescription);
  const std::string document = find_format("document")->render(o);
  EXPECT_EQ(part(document), part(render_text_for(o, 0)));
  // Reading it again finds the same dialogue and no quote that was never said.
  const Outcome again = evaluated(document, {}, kDescription);
  EXPECT_EQ(again.interview.transcript.turns.size(), o.interview.transcript.turns.size());
  for (const Diagnostic& d : again.evaluation.diagnostics) ADD_FAILURE() << d.code << ": " << d.message;
}

TEST(RequirementCoverage, IsLeftOutWithoutADescription) {
  EXPECT_EQ(part(find_format("text")->render(evaluated(talk()))), "");
  EXPECT_EQ(nlohmann::json::parse(find_format("json")->render(evaluated(talk()))).at("requirements"), nlohmann::json::array());
}

TEST(RequirementCoverage, StandsInTheResultObject) {
  const auto j = nlohmann::json::parse(find_format("json")->render(evaluated(talk(), {}, kDescription))).at("requirements");
  ASSERT_EQ(j.size(), 7U);
  EXPECT_EQ(j[0].at("kind"), "experience");
  EXPECT_EQ(j[0].at("text"), "3+ years of Python");
  EXPECT_EQ(kDescription.substr(j[0].at("begin"), j[0].at("end").get<std::size_t>() - j[0].at("begin").get<std::size_t>()), "3+ years of Python");
  EXPECT_EQ(j[0].at("line"), 2);
  EXPECT_EQ(j[0].at("years").at("required"), 3);
  EXPECT_EQ(j[0].at("years").at("stated"), 2);
  EXPECT_EQ(j[0].at("years").at("state"), "short");
  EXPECT_EQ(j[1].at("concepts").dump(), R"([{"depth":"applied","id":"kafka","name":"Apache Kafka"},{"depth":null,"id":"rabbitmq","name":"RabbitMQ"}])");
  EXPECT_EQ(j[1].at("asked").dump(), R"(["Q1"])");
  EXPECT_EQ(j[1].at("shown"), "applied");
  EXPECT_EQ(j[1].at("evidence").at("quote"), "I moved our orders to Kafka, because a queue takes the load off the database");
  EXPECT_EQ(j[2].at("shown"), "no_evidence");
  EXPECT_TRUE(j[2].at("evidence").is_null());
  EXPECT_TRUE(j[2].at("years").is_null());
  EXPECT_EQ(j[4].at("must"), false);
  EXPECT_EQ(j[5].at("years").at("state"), "not_stated");
  EXPECT_EQ(j[6].at("kind"), "responsibility");
}

}  // namespace
}  // namespace te::test
