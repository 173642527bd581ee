// What is wrong with a rubric or a bank is said with file, line and key.
#include "support/small_data.h"
#include "support/table.h"

namespace te {
namespace {

using test::Edit;
using test::error_after;

using test::expect_errors;

constexpr std::string_view kRubric = "rubrics/default.json";
constexpr std::string_view kBank = "my/bank.json";

TEST(RubricErrors, TheSmallRubricIsSound) {
  expect_errors(kRubric, {{{"Two criteria.", "Still two criteria."}, "ok"},
                          {{"\"name\": \"small\",", "// a comment\n  \"name\": \"small\", /* another */"}, "ok"}});
}

TEST(RubricErrors, UnknownKeys) {
  expect_errors(kRubric, {{{"\"label\": \"part\",", "\"label\": \"part\", \"lable\": \"x\","}, "+0: unknown key \"lable\" (did you mean \"label\"?)"},
                          {{"\"label\": \"part\",", "\"label\": \"part\", \"qwertyuiop\": 1,"}, "+0: unknown key \"qwertyuiop\""},
                          {{"\"name\": \"small\",", "\"name\": \"small\",\n  \"crietria\": [],"}, "+1: unknown key \"crietria\" (did you mean \"criteria\"?)"},
                          {{"\"flag\": \"echo\",", "\"flag\": \"echo\", \"flags\": [],"}, "+0: unknown key \"flags\" (did you mean \"flag\"?)"},
                          {{"\"kind\": \"aspects\",", "\"kind\": \"aspects\", \"phrases\": \"cause\","}, "+0: unknown key \"phrases\""},
                          {{"{\"relevance\": 0.25,", "{\"relevence\": 0, \"relevance\": 0.25,"}, "+0: unknown key \"relevence\" (did you mean \"relevance\"?)"},
                          {{"\"project\":  ", "\"closing\": {}, \"project\":  "}, "+0: unknown key \"closing\" (did you mean \"coding\"?)"},
                          {{"\"follow_up_weight\"", "\"follow_up_wait\": 1, \"follow_up_weight\""}, "+0: unknown key \"follow_up_wait\" (did you mean \"follow_up_weight\"?)"}});
}

TEST(RubricErrors, MissingKeysAndWrongTypes) {
  expect_errors(kRubric, {{{"\"label\": \"part\", ", ""}, "+0: the key \"label\" is missing"},
                          {{"\"phrases\": \"cause\", ", ""}, "+0: the key \"phrases\" is missing"},
                          {{"\"technical\":  {\"relevance\": 0.5, \"clarity\": 0.5}", "\"technical\": {\"relevance\": 1}"}, "+0: the key \"clarity\" is missing"},
                          {{"\"limit\": 5", "\"limit\": \"5\""}, "+0: \"limit\" must be a number"},
                          {{"\"limit\": 5", "\"limit\": null"}, "+0: \"limit\" must be a number"},
                          {{"\"label\": \"part\"", "\"label\": 7"}, "+0: \"label\" must be a string"},
                          {{"\"label\": \"part\"", "\"label\": \"\""}, "+0: \"label\" must not be empty"},
                          {{"\"hit\": []", "\"hit\": \"x\""}, "+0: \"hit\" must be an array of strings"},
                          {{"\"hit\": []", "\"hit\": [1]"}, "+0: \"hit\" must hold strings that are not empty"},
                          {{"\"hit\": []", "\"hit\": [\n\"\"]"}, "+1: \"hit\" must hold strings that are not empty"},
                          {{"\"rules\": [", "\"rules\": [ 3,"}, "+0: an object {...} is expected here"},
                          {{"\"gates\": [", "\"gates\": 3, \"x\": ["}, "+0: \"gates\" must be an array"},
                          {{"\"weights\": {", "\"weights\": [], \"x\": {"}, "+0: \"weights\" must be an object"}});
}

TEST(RubricErrors, ValuesOutOfRange) {
  expect_errors(kRubric, {{{"\"limit\": 5", "\"limit\": 5000"}, "+0: \"limit\" is 5000, but must lie between 0 and 1000"},
                          {{"\"at_most\": 2", "\"at_most\": 0.5"}, "+0: \"at_most\" is 0.5, but must lie between 1 and 5"},
                          {{"\"scale\": 2", "\"scale\": -1"}, "+0: \"scale\" is -1, but must lie between 0.01 and 1000"},
                          {{"\"miss\": []}", "\"miss\": [], \"limit\": -1}"}, "+0: the key \"limit\" stands twice in one object"},
                          {{"\"value\": 1, \"limit\": 6", "\"limit\": 6, \"value\":\n101\n, \"x\": 1"}, "+1: \"value\" is 101, but must lie between -100 and 100"},
                          {{"\"at_least\": 3", "\"at_least\": 6"}, "+0: \"at_least\" is 6, but must lie between 1 and 5"}});
}

TEST(RubricErrors, NamesThatMeanNothing) {
  expect_errors(kRubric, {{{"\"kind\": \"aspects\"", "\"kind\": \"aspect\""}, "+0: rule \"relevance.aspect\": unknown kind \"aspect\" (known kinds: *"},
                          {{"\"kind\": \"echo\"", "\"kind\": \"ecco\""},
                           "+0: gate \"gate.echo\": unknown kind \"ecco\" (known kinds: *"},
                          {{"\"phrases\": \"cause\"", "\"phrases\": \"cuase\""}, "+0: rule \"clarity.cause\": no phrase category \"cuase\" (did you mean \"cause\"?)"},
                          {{"\"phrases\": \"cause\"", "\"phrases\": \"farewells\""}, "+0: rule \"clarity.cause\": no phrase category \"farewells\""},
                          {{"\"criterion\": \"clarity\"", "\"criterion\": \"clearness\""}, "+0: rule \"clarity.cause\": no criterion \"clearness\""},
                          {{"transcript-eval/rubric/1", "transcript-eval/rubric/2"}, "+0: the schema is \"transcript-eval/rubric/2\", \"transcript-eval/rubric/1\" is needed here"}});
}

TEST(RubricErrors, ThingsThatStandTwice) {
  expect_errors(kRubric, {{{"\"id\": \"clarity.cause\"", "\"id\": \"relevance.aspect\""}, "+0: the rule \"relevance.aspect\" stands twice"},
                          {{"\"name\": \"clarity\"", "\"name\": \"relevance\""}, "+0: the criterion \"relevance\" stands twice"},
                          {{"\"gates\": [", "\"gates\": [\n{\"id\": \"gate.echo\", \"kind\": \"echo\", \"at_most\": 2, \"threshold\": 1, \"flag\": \"echo\", \"why\": \"e\"},"}, "+2: the gate \"gate.echo\" stands twice"},
                          {{"\"value\": 1,", "\"value\": 1, \"value\": 2,"}, "+0: the key \"value\" stands twice in one object"}});
}

TEST(RubricErrors, FiguresThatDoNotFitTogether) {
  expect_errors(kRubric, {{{"{\"relevance\": 0.25, \"clarity\": 0.75}", "{\"relevance\": 0.25, \"clarity\": 0.5}"}, "+0: the weights of \"behavioral\" add up to 0.7500, not to 1"},
                          {{"\"intent\": 0.04", "\"intent\": 0.13"}, "-2: the weights of the signs add up to 1.0900, not to 1"},
                          {{"\"intent\": 0.04", "\"words\": 0.04"}, "+0: unknown key \"words\""},
                          {{"[\"1\", \"2\", \"3\", \"4\", \"5\"]", "[\"1\", \"2\", \"3\", \"4\"]"}, "-1: criterion \"relevance\" has 4 anchors, five are needed, for the scores 1 to 5"},
                          {{"\"at_least\": 3", "\"at_least\": 1"}, "+1: profiles must stand from the highest to the lowest"},
                          {{"\"at_least\": 1", "\"at_least\": 2"}, "+0: the lowest profile must be at_least 1"}});
}

TEST(RubricErrors, Syntax) {
  const auto begins = [](const Edit& edit) { return error_after(kRubric, edit).substr(0, 16); };
  EXPECT_EQ(begins({"\"name\": \"small\",", "\"name\": \"small\""}), "+1: syntax error");
  EXPECT_EQ(begins({"\"name\": \"small\",", "\"name\": \"small,"}), "+0: syntax error");
  EXPECT_EQ(begins({"\"name\": \"small\",", "\"name\": 'small',"}), "+0: syntax error");
  EXPECT_EQ(begins({"{\n  \"schema\"", "\"schema\""}), "+0: syntax error");
  EXPECT_NE(error_after(kRubric, {"\"name\": \"small\",", "\"name\": \"small\", /* open"}).find(": syntax error"), std::string::npos);
  EXPECT_EQ(error_after(kRubric, {"\"description\": \"Two criteria.\"", "\"description\": " + std::string(40, '[') + "1" + std::string(40, ']')}), "+0: brackets are nested too deeply");
}

TEST(RubricErrors, OfBanks) {
  expect_errors(kBank, {{{"\"b2\"", "\"b3\""}, "ok"},
                        {{"\"b2\"", "\"b1\""}, "+0: the question id \"b1\" stands twice"},
                        {{"\"key_points\"", "\"keypoints\""}, "+0: unknown key \"keypoints\" (did you mean \"key_points\"?)"},
                        {{"\"reference_answers\": [],", ""}, "+0: the key \"reference_answers\" is missing"},
                        {{"bank/1", "rubric/1"}, "+0: the schema is \"transcript-eval/rubric/1\", \"transcript-eval/bank/1\" is needed here"},
                        {{"\"text\": \"What is a stack?\"", "\"text\": 5"}, "+0: \"text\" must be a string"}});
}

TEST(RubricErrors, AnEmptyFileIsASyntaxError) {
  auto files = test::small_data();
  test::content_of(files, kRubric).clear();
  const auto book = build_rulebook(files, {});
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().path, kRubric);
  EXPECT_EQ(book.error().line, 1U);
}

}  // namespace
}  // namespace te
