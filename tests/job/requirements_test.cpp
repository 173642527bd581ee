// What is read from job descriptions: kinds, wishes, years, concepts, places.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/interviews.h"
#include "support/samples.h"
#include "support/table.h"
#include "text/utf8.h"
#include "transcript_eval/job.h"

namespace te::test {
namespace {

std::string figure(double years) { return fmt::format("{:.3g}", years); }

/// "2 experience! 3-5y [python] 3 to 5 years of Python": line, kind, '!' a must or '?' nice to have, years, concepts, text.
std::string dump(const Requirement& r) {
  std::string out = fmt::format("{} {}{}", r.line, requirement_kind_name(r.kind), r.kind == RequirementKind::kResponsibility ? "" : r.must ? "!" : "?");
  if (r.years) out += " " + figure(*r.years) + (r.years_at_most ? "-" + figure(*r.years_at_most) : "") + "y";
  std::string concepts;
  for (const auto c : r.concepts) concepts += fmt::format("{}{}", concepts.empty() ? "" : " ", default_book()->lexicon().concepts[c].id);
  return out + (concepts.empty() ? "" : " [" + concepts + "]") + " " + r.text;
}

std::string dump(std::string_view description, std::string_view between = " / ") {
  std::string out;
  for (const Requirement& r : read_requirements(description, *default_book())) out += (out.empty() ? "" : std::string(between)) + dump(r);
  return out;
}

std::vector<std::string> descriptions() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(TE_SOURCE_DIR) + "/tests/job/descriptions")) {
    if (entry.path().extension() != ".expected") out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// TE_UPDATE_GOLDEN=1 writes the expectations anew; read the difference before you commit it.
TEST(Requirements, OfWholeDescriptions) {
  EXPECT_GE(descriptions().size(), 12U);
  for (const std::string& path : descriptions()) {
    const std::string now = dump(file_content(path), "\n") + "\n";
    const std::string golden = std::filesystem::path(path).replace_extension(".expected").string();
    if (std::getenv("TE_UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << now;
    EXPECT_EQ(now, file_content(golden)) << path;
  }
}

std::string dumped(std::string_view description) { return dump(description); }

TEST(Requirements, Years) {
  expect_rows({{"Requirements:\n- 5+ years of Python", "2 experience! 5y [python] 5+ years of Python"},
               {"Requirements:\n- three to five years of Python", "2 experience! 3-5y [python] three to five years of Python"},
               {"Requirements:\n- Python (2-4 yrs)", "2 experience! 2-4y [python] Python (2-4 yrs)"},
               {"Requirements:\n- at least 18 months in a similar role", "2 experience! 1.5y at least 18 months in a similar role"},
               {"Requirements:\n- four (4) years of Java", "2 experience! 4y [java] four (4) years of Java"},
               {"Requirements:\n- 3 or more years as a Scrum master", "2 experience! 3y [scrum-master] 3 or more years as a Scrum master"},
               {"We are looking for somebody with ten years of experience in Java.", "1 experience! 10y [java] We are looking for somebody with ten years of experience in Java"}},
              dumped);
}

TEST(Requirements, TimesOfOtherThingsAreNoExperience) {
  expect_rows({{"Founded 30 years ago, the firm builds ships.", ""},
               {"We have 40 years of experience in steel.", ""},
               {"Requirements:\n- You are over 18 years old and know Java", "2 skill! [java] You are over 18 years old and know Java"},
               {"A two-year contract in Lisbon.", ""}},
              dumped);
}

TEST(Requirements, RequiredOrNiceToHave) {
  expect_rows({{"Must have: Java\nNice to have: Kafka", "1 skill! [java] Java / 2 skill? [kafka] Kafka"},
               {"## Required\n* Java\n## Preferred\n* Kafka", "2 skill! [java] Java / 4 skill? [kafka] Kafka"},
               {"REQUIREMENTS\nJava\nBONUS POINTS\nKafka", "2 skill! [java] Java / 4 skill? [kafka] Kafka"},
               {"<h3>What you bring</h3><ul><li>Java</li></ul><p><b>Nice to have:</b></p><ul><li>Kafka</li></ul>", "1 skill! [java] Java / 1 skill? [kafka] Kafka"},
               {"Requirements: Java; Kafka is a plus", "1 skill! [java] Java / 1 skill? [kafka] Kafka is a plus"},
               {"Requirements:\n- Java and SQL required, Kafka a plus", "2 skill! [java sql] Java and SQL required / 2 skill? [kafka] Kafka a plus"},
               {"Qualifications:\n- Preferred: Kafka\n- Java", "2 skill? [kafka] Kafka / 3 skill! [java] Java"},
               {"Candidates must know Java. Ideally you have used Kafka.", "1 skill! [java] Candidates must know Java / 1 skill? [kafka] Ideally you have used Kafka"},
               {"- Java\n- Kafka", "1 skill! [java] Java / 2 skill! [kafka] Kafka"}},
              dumped);
}

TEST(Requirements, Kinds) {
  expect_rows({{"Requirements:\n- Master of nursing\n- Driving licence\n- Fluent Polish\n- SQL",
                "2 education! Master of nursing / 3 certificate! Driving licence / 4 language! Fluent Polish / 5 skill! [sql] SQL"},
               {"Requirements:\n- Bachelor's degree in law, economics or history and 2+ years of SQL",
                "2 education! Bachelor's degree in law, economics or history / 2 experience! 2y [sql] 2+ years of SQL"},
               {"Your tasks\n- Write SQL\n- Lead the night shift", "2 responsibility [sql] Write SQL / 3 responsibility Lead the night shift"},
               {"You will be responsible for the SQL reports.", "1 responsibility [sql] You will be responsible for the SQL reports"}},
              dumped);
}

TEST(Requirements, WhatAsksForNothingIsLeftOut) {
  expect_rows({{"", ""},
               {" \n\n", ""},
               {"About us\n- We use Java and Kafka\nBenefits\n- SQL courses", ""},
               {"Requirements:\n- Java\n- Java", "2 skill! [java] Java"},
               {"Requirements:\n- Java\nWe offer fresh fruit.", "2 skill! [java] Java"},
               {"a < b and c > d", ""}},
              dumped);
}

TEST(Requirements, SpansPointIntoTheDescription) {
  for (const std::string& path : descriptions()) {
    const std::string text = file_content(path);
    for (const Requirement& r : read_requirements(text, *default_book())) {
      ASSERT_LE(r.span.end, text.size());
      EXPECT_EQ(r.line, 1 + std::count(text.begin(), text.begin() + r.span.begin, '\n')) << path << ": " << r.text;
      // Marks of emphasis, tags and line ends may stand between the first word and the last.
      const std::string first = r.text.substr(0, r.text.find_first_of(" <&"));
      EXPECT_EQ(text.substr(r.span.begin, first.size()), first) << path;
    }
  }
}

TEST(Requirements, HostileTextCostsNoMoreThanItsLength) {
  for (const std::string& piece : {std::string("Requirements: "), std::string("5 years and "), std::string("<li>"), std::string("<"), std::string("- Java must, plus "), std::string("Nice to have\n"), std::string("a:b;")}) {
    std::string text;
    while (text.size() < 300000) text += piece;
    EXPECT_LE(read_requirements(text, *default_book()).size(), kMostRequirements) << piece;
  }
}

TEST(Requirements, AreCutWhereThereAreTooMany) {
  std::string text = "Requirements:\n";
  for (int i = 0; i < 300; ++i) text += fmt::format("- Java number x{}\n", i);
  EXPECT_EQ(read_requirements(text, *default_book()).size(), kMostRequirements);
}

}  // namespace
}  // namespace te::test
