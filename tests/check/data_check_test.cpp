// What the check finds in broken data, and that it finds no error in the project's own.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/small_data.h"
#include "transcript_eval/data_check.h"

namespace te::test {
namespace {

/// Findings of the small data as they are, to be told from those of a change.
const std::vector<DataFinding>& before() {
  static const std::vector<DataFinding> kFindings = check_data(small_data(), {});
  return kFindings;
}

/// "error +0: message" for each finding in the changed file that a change brings, with the line counted from the change.
std::string found_after(std::string_view path, const Edit& edit) {
  std::vector<DataFile> files = small_data();
  std::string& content = content_of(files, path);
  const auto at = content.find(edit.find);
  if (at == std::string::npos) throw std::runtime_error("nothing to change: " + std::string(edit.find));
  const auto line = 1 + std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  content.replace(at, edit.find.size(), edit.put);
  std::string out;
  for (const DataFinding& f : check_data(files, {})) {
    const bool old = std::any_of(before().begin(), before().end(), [&](const DataFinding& b) { return b.path == f.path && b.message == f.message; });
    if (!old && f.path == path) out += fmt::format("{}{} {:+}: {}", out.empty() ? "" : " / ", severity_name(f.severity), static_cast<long>(f.line) - static_cast<long>(line), f.message);
  }
  return out;
}

void expect_findings(std::string_view path, std::initializer_list<ErrorCase> cases) {
  for (const ErrorCase& c : cases) EXPECT_EQ(found_after(path, c.edit), c.error) << c.edit.find << " -> " << c.edit.put;
}

TEST(DataCheck, OfConcepts) {
  expect_findings("lexicon/concepts/storage.json",
                  {{{"[\"FIFO\"]", "[\"FIFO\", \"fifo\"]"}, "warning +0: \"queue\" has the name \"fifo\" already"},
                   {{"[\"FIFO\"]", "[\"FIFO\", \"queues\"]"}, "warning +0: \"queue\" has the name \"queues\" already"},
                   {{"[\"FIFO\"]", "[\"FIFO\", \"LIFO\"]"}, "error +1: \"queue\" and \"stack\" are both called \"LIFO\""},
                   {{"[\"stack\"]", "[\"stacks\"]"}, "error +0: \"queue\" is related to \"stacks\", which no file defines / warning +1: \"stack\" is related to nothing"},
                   {{"[\"stack\"]", "[\"stack\", \"queue\"]"}, "warning +0: \"queue\" is related to itself"},
                   {{"[\"stack\"]", "[\"stack\", \"stack\"]"}, "warning +0: \"queue\" names the relation \"stack\" twice"},
                   {{"Keeps items in order.", "The the."}, "warning +0: the gist of \"queue\" holds no telling word"},
                   {{"{\"id\": \"storage\", \"name\": \"Storage\"}", "{\"id\": \"storage\", \"name\": \"Storage\"}, {\"id\": \"empty\", \"name\": \"Empty\"}"},
                    "warning +0: the area \"empty\" has no concept / warning +0: no position has the area \"empty\""}});
}

TEST(DataCheck, OfPhrases) {
  expect_findings("lexicon/phrases/speech.json",
                  {{{"\"maybe\"", "\"maybe\", \"perhaps\""}, ""},
                   {{"\"maybe\"", "\"maybe\", \"Maybe\""}, "warning +0: \"Maybe\" stands in \"hedge\" already"},
                   {{"\"maybe\"", "\"(maybe|perhaps)\", \"perhaps\""}, "warning +0: \"perhaps\" stands in \"hedge\" already"},
                   {{"\"maybe\"", "\"perhaps\", \"(maybe|perhaps)\""}, ""},
                   {{"[\"maybe\"]", "[]"}, "warning +0: the phrase category \"hedge\" is empty"}});
}

TEST(DataCheck, OfTables) {
  expect_findings("lexicon/intents.json", {{{"[\"cause\"]", "[]"}, "error +0: no answer can meet \"reason\""},
                                           {{"[\"why\"]", "[]"}, "error +0: no question can ask for \"reason\""},
                                           {{"[\"why\"]", "[\"why\", \"why\"]"}, "warning +0: \"why\" stands in \"reason\" already"},
                                           {{"[\"thing\"]", "[\"thing\", \"thing\"]"}, "warning +0: \"thing\" stands in \"generic\" already"}});
  expect_findings("lexicon/roles.json", {{{"[\"keeper\"]", "[]"}, "error +0: no position is \"keeper\""},
                                         {{"[\"storage\"]", "[\"storage\", \"storage\"]"}, "warning +0: the role \"keeper\" names the area \"storage\" twice"}});
  expect_findings("lexicon/transitions.json", {{{"[\"the\"]", "[\"zzz\"]"}, "warning +0: the function word \"zzz\" has no count in lexicon/background.json"}});
}

TEST(DataCheck, OfRules) {
  expect_findings("rubrics/default.json",
                  {{{"\"phrases\": \"cause\", \"value\": 1", "\"phrases\": \"cause\", \"value\": 0"}, "warning +0: the rule \"clarity.cause\" can neither give nor take a point"},
                   {{"{\"id\": \"clarity.cause\"", "{\"id\": \"again\", \"criterion\": \"relevance\", \"kind\": \"aspects\", \"value\": 1, \"limit\": 5, \"label\": \"x\", \"why\": \"x\", \"hit\": [], \"miss\": []},\n{\"id\": \"clarity.cause\""},
                    "warning +0: the rule \"again\" finds what \"relevance.aspect\" finds"}});
  // A rule whose phrases nothing can match, and one whose sentences are void.
  auto files = small_data();
  std::string& phrases = content_of(files, "lexicon/phrases/speech.json");
  const std::string_view cause = "[\"because\", \"(so|such) that\"]";
  const std::string empty = std::string(phrases).replace(phrases.find(cause), cause.size(), "[]");
  const std::string shadowed = std::string(phrases).replace(phrases.find("{\"id\": \"hedge\""), 0, "{\"id\": \"injection\", \"why\": \"x\", \"phrases\": [\"because\", \"that\"]},\n");
  for (const auto& [content, message] : {std::pair(empty, "the rule \"clarity.cause\" can find nothing: its phrase category \"cause\" is empty"),
                                         std::pair(shadowed, "the rule \"clarity.cause\" can find nothing: each phrase of \"cause\" holds one of \"injection\", which makes its sentence void")}) {
    phrases = content;
    const auto findings = check_data(files, {});
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [&, text = message](const DataFinding& f) { return f.severity == Severity::kError && f.path == "rubrics/default.json" && f.message == text; })) << message;
  }
}

TEST(DataCheck, WhatDoesNotLoadIsTheOnlyFinding) {
  auto files = small_data();
  content_of(files, "lexicon/roles.json") += "}";
  const auto findings = check_data(files, {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, Severity::kError);
  EXPECT_EQ(findings[0].path, "lexicon/roles.json");
  EXPECT_EQ(findings[0].to_string().substr(0, 19), "lexicon/roles.json:");
}

TEST(DataCheck, OfBanks) {
  RuleBookOptions options;
  options.bank = DataFile{"own.json", R"({"schema": "transcript-eval/bank/1", "name": "own", "questions": [
{"id": "sound", "text": "Why does a sourdough rise?", "reference_answers": ["Wild yeast makes gas."], "key_points": ["wild yeast makes gas", "gluten holds the bubbles"]},
{"id": "title", "text": "The oven.", "reference_answers": ["It is hot."]},
{"id": "order", "text": "Implement proofing. Which baskets do you use?", "reference_answers": ["Ones of rattan."]},
{"id": "empty", "text": "Why is a crust brown?", "reference_answers": []},
{"id": "close", "text": "Do you have any questions for me?", "reference_answers": ["When do I start?"]},
{"id": "twice", "text": "Why does a sourdough rise?", "reference_answers": ["Wild yeast makes gas."]}]})"};
  std::string out;
  for (const DataFinding& f : check_data(embedded_data(), options)) {
    if (f.path == "own.json") out += fmt::format("{}:{}: {}\n", severity_name(f.severity), f.line, f.message);
  }
  EXPECT_EQ(out, R"(error:3: the text of "title" is not recognised as a question
error:4: a request of "order" is not recognised: Implement proofing.
error:5: "empty" has neither a reference answer nor key points
error:6: the text of "close" is taken for a question of the type closing, which is never scored
error:7: the text of "twice" is taken for "sound" of the bank "own"
)");
}

TEST(DataCheck, OfFacts) {
  auto files = std::vector<DataFile>(embedded_data().begin(), embedded_data().end());
  std::erase_if(files, [](const DataFile& f) { return f.path.compare(0, 6, "banks/") == 0; });
  files.push_back({"lexicon/facts/own.json", R"({"schema": "transcript-eval/facts/1", "area": "x", "facts": [
{"id": "kafka-own", "about": "kafka", "wrong": ["is a cheese"], "correction": "It is no cheese.",
 "hit": ["Kafka is a cheese.", "Kafka is a fruit."], "miss": ["Kafka is a log.", "A brie is a cheese.", "Kafka keeps messages."]}]})"});
  std::string out;
  for (const DataFinding& f : check_data(files, {})) {
    if (f.path == "lexicon/facts/own.json") out += f.to_string() + "\n";
  }
  EXPECT_EQ(out, "lexicon/facts/own.json:2: error: the fact \"kafka-own\" is not found in its own \"hit\": Kafka is a fruit. (its patterns in \"wrong\" must match the sentence)\n");
}

}  // namespace
}  // namespace te::test
