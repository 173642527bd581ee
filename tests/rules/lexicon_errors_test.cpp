// What is wrong with the lexicon files is said with file, line and key; what is left out of a data directory, too.
#include "support/small_data.h"
#include "support/table.h"

namespace te {
namespace {

using test::error_after;

using test::expect_errors;

TEST(LexiconErrors, OfConcepts) {
  expect_errors("lexicon/concepts/storage.json",
                {{{"\"context\": [\"push\", \"pop\"], ", ""}, "ok"},
                 {{"\"related\": [\"stack\"]", "\"related\": [\"not-in-this-lexicon\"]"}, "ok"},
                 {{"\"gist\": \"Returns", "\"gits\": \"x\", \"gist\": \"Returns"}, "+0: unknown key \"gits\" (did you mean \"gist\"?)"},
                 {{"\"aliases\": [\"LIFO\"], ", ""}, "+0: the key \"aliases\" is missing"},
                 {{"\"kind\": \"concept\"", "\"kind\": \"thing\""}, "+0: concept \"queue\": unknown kind \"thing\""},
                 {{"\"level\": \"basic\"", "\"level\": \"expert\""}, "+0: concept \"queue\": unknown level \"expert\""},
                 {{"\"area\": \"storage\"", "\"area\": \"storrage\""}, "+0: concept \"queue\" is in the area \"storrage\", which no file defines"},
                 {{"\"id\": \"stack\"", "\"id\": \"queue\""}, "+0: the concept id \"queue\" stands twice"},
                 {{"{\"id\": \"storage\", \"name\": \"Storage\"}", "{\"id\": \"storage\", \"name\": \"Storage\"}, {\"id\": \"storage\", \"name\": \"Again\"}"}, "+0: the area \"storage\" stands twice"},
                 {{"\"aliases\": [\"FIFO\"]", "\"aliases\": [\" \"]"}, "+0: the alias \" \" of \"queue\" holds no word"},
                 {{"transcript-eval/lexicon/1", "transcript-eval/rubric/1"}, "+0: the schema is \"transcript-eval/rubric/1\", \"transcript-eval/lexicon/1\" is needed here"}});
}

TEST(LexiconErrors, OfPhrases) {
  expect_errors("lexicon/phrases/speech.json",
                {{{"\"maybe\"", "\"maybe\", \"(might|may) be\""}, "ok"},
                 {{"\"maybe\"", "\"(might|may be\""}, "+0: the phrase \"(might|may be\" holds no word or an unbalanced bracket (alternatives are written (a|b|))"},
                 {{"\"maybe\"", "\"might|may) be\""}, "+0: the phrase \"might|may) be\" holds no word or an unbalanced bracket (alternatives are written (a|b|))"},
                 {{"\"maybe\"", "\" \""}, "+0: the phrase \" \" holds no word or an unbalanced bracket (alternatives are written (a|b|))"},
                 {{"\"id\": \"hedge\"", "\"id\": \"cause\""}, "+0: the phrase category \"cause\" stands twice"},
                 {{"\"why\": \"Leaves it open.\", ", ""}, "+0: the key \"why\" is missing"},
                 {{"\"why\": \"Leaves it open.\",", "\"why\": \"x\", \"phrase\": [],"}, "+0: unknown key \"phrase\" (did you mean \"phrases\"?)"}});
}

TEST(LexiconErrors, OfIntentsAndRoles) {
  expect_errors("lexicon/intents.json", {{{"[\"cause\"]", "[\"causes\"]"}, "+0: intent \"reason\": no phrase category \"causes\""},
                                         {{"[\"why\"]", "[\"(why\"]"}, "+0: the phrase \"(why\" holds no word or an unbalanced bracket (alternatives are written (a|b|))"},
                                         {{"\"label\": \"the reason\", ", ""}, "+0: the key \"label\" is missing"},
                                         {{"\"frame\"", "\"farme\": [], \"frame\""}, "+0: unknown key \"farme\" (did you mean \"frame\"?)"}});
  expect_errors("lexicon/roles.json", {{{"[\"storage\"]", "[\"storrage\"]"}, "+0: no concept file defines the area \"storrage\""},
                                       {{"\"everywhere\": []", "\"everywhere\": [\"nowhere\"]"}, "-2: no concept file defines the area \"nowhere\""},
                                       {{"\"titles\": [\"keeper\"], ", ""}, "+0: the key \"titles\" is missing"}});
}

TEST(LexiconErrors, OfAdvice) {
  expect_errors("lexicon/advice.json", {{{"[\"storage\"]", "[\"storag\"]"}, "+0: no concept file defines the area \"storag\" (did you mean \"storage\"?)"},
                                        {{"[\"storage\"]", "[\"storage\", \"storage\"]"}, "+0: the area \"storage\" stands in two rows"},
                                        {{"\"practise\": \"Tell what you did.\"", "\"practice\": \"x\""}, "+0: the key \"practise\" is missing"},
                                        {{", \"study\": \"restore a copy\"", ""}, "+0: the key \"study\" is missing"}});
}

TEST(LexiconErrors, OfCounts) {
  expect_errors("lexicon/background.json", {{{"\"queue\": 10", "\"queue\": 0"}, "+0: \"queue\" must have a count of 1 or more"},
                                            {{"\"queue\": 10", "\"queue\": \"10\""}, "+0: \"queue\" must have a count of 1 or more"},
                                            {{"\"the\": 90", "\"the\": 0"}, "+0: \"the\" must have a count of 1 or more"},
                                            {{"\"paragraphs\": 100", "\"paragraphs\": 0"}, "+0: \"paragraphs\" is 0, but must lie between 1 and 1000000000000"}});
  expect_errors("lexicon/transitions.json", {{{"[\"the\"]", "[\"the\", \"a\"]"}, "-2: 6 rows for 7 classes (derive both tables again with scripts/derive-background)"},
                                             {{"[0, 0, 0, 0, 1, 1]", "[0, 0, 0, 0, 1]"}, "+0: this row has 5 figures, 6 are needed"},
                                             {{"[0, 0, 0, 0, 1, 1]", "[0, 0, 0, 0, 1, \"x\"]"}, "+0: \"tenths_of_bits\" must hold whole numbers from -127 to 127"},
                                             {{"[0, 0, 0, 0, 1, 1]", "[0, 0, 0, 0, 1, 1.5]"}, "+0: \"tenths_of_bits\" must hold whole numbers from -127 to 127"},
                                             {{"[0, 0, 0, 0, 1, 1]", "[0, 0, 0, 0, 1, 128]"}, "+0: \"tenths_of_bits\" must hold whole numbers from -127 to 127"}});
}

TEST(LexiconErrors, OfADirectoryWithoutAPart) {
  for (const char* missing : {"lexicon/background.json", "lexicon/transitions.json", "lexicon/phrases/speech.json", "lexicon/concepts/storage.json", "rubrics/default.json"}) {
    auto files = test::small_data();
    std::erase_if(files, [&](const DataFile& f) { return f.path == missing; });
    const auto book = build_rulebook(files, {});
    ASSERT_FALSE(book) << missing;
    EXPECT_EQ(book.error().code, ErrorCode::kBadData) << missing;
    EXPECT_EQ(std::string(missing).substr(0, book.error().path.size()), book.error().path);
  }
}

TEST(LexiconErrors, TheOrderOfFilesDoesNotMatter) {
  auto files = test::small_data();
  const auto forward = build_rulebook(files, {});
  std::reverse(files.begin(), files.end());
  const auto backward = build_rulebook(files, {});
  ASSERT_TRUE(forward && backward);
  EXPECT_EQ((*forward)->lexicon().sha256, (*backward)->lexicon().sha256);
  EXPECT_EQ((*forward)->rubric().sha256, (*backward)->rubric().sha256);
}

}  // namespace
}  // namespace te
