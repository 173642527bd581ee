// Wrong statements: every fact of the data on its own examples, the shapes of sentences that claim and that do not, the
// effect on a score, and what the loader refuses.
#include "score/facts.h"

#include <gtest/gtest.h>

#include <fstream>

#include <fmt/format.h>

#include "score/fact_words.h"
#include "support/transcripts.h"
#include "transcript_eval/evaluation.h"
#include "transcript_eval/rulebook.h"

namespace te {
namespace {

const RuleBookPtr& book() {
  static const RuleBookPtr kBook = build_rulebook(embedded_data(), {}).value();
  return kBook;
}

/// Quotes in the evaluation are slices of the interview's source.
struct Judged {
  Interview interview;
  Evaluation evaluation;
};

Judged judged(std::string_view question, std::string_view answer) {
  auto transcript = test::parse(fmt::format("AI Recruiter: {}\n\nCandidate: {}\n", question, answer));
  Judged out{build_interview(std::move(transcript.value()), book()).value(), {}};
  out.evaluation = evaluate(out.interview, *book(), {});
  return out;
}

/// "tuple-mutable gil-parallel"; "" when nothing wrong is found.
std::string wrong_in(std::string_view question, std::string_view answer) {
  std::string out;
  const Judged j = judged(question, answer);
  for (const auto& q : j.evaluation.questions) {
    for (const auto& m : q.misconceptions) out += fmt::format("{}{}", out.empty() ? "" : " ", book()->lexicon().facts[m.fact].id);
  }
  return out;
}

bool names(std::string_view found, std::string_view id) { return fmt::format(" {} ", found).find(fmt::format(" {} ", id)) != std::string::npos; }

TEST(Facts, ASentenceMayHoldAClaimWhereItHoldsAllItsParts) {
  const CompiledRules& rules = book()->compiled();
  text::Vocabulary vocabulary(&rules.vocabulary);
  const Annotation a = annotate(rules, vocabulary, "A stack is first in, first out. We had soup at noon.");
  ASSERT_EQ(a.text.sentences.size(), 2U);
  const score::FactWords words(rules.facts, a);
  std::size_t claimed = 0;
  for (std::uint32_t i = 0; i < rules.facts.facts.size(); ++i) {
    const CompiledFact fact = rules.facts.facts[i];
    const bool said = !words.claims(fact, 0, a.text.sentences[0].first, a.text.sentences[0].last).empty();
    claimed += said ? 1 : 0;
    EXPECT_TRUE(!said || (words.may_claim(fact, 0) && !words.may_claim(fact, 1)));
  }
  EXPECT_GT(claimed, 0U);
}

TEST(Facts, EachIsFoundInItsHitsAndNothingInItsMisses) {
  ASSERT_GE(book()->lexicon().facts.size(), 450U);
  for (const Fact& fact : book()->lexicon().facts) {
    const std::string question = fmt::format("What do you know about {} and how does it work?", book()->lexicon().concepts[fact.about].name);
    for (const auto& line : fact.hit) EXPECT_TRUE(names(wrong_in(question, line), fact.id)) << fact.id << " misses: " << line;
    for (const auto& line : fact.miss) EXPECT_EQ(wrong_in(question, line), "") << fact.id << " must not find: " << line;
  }
}

TEST(Facts, NoGistOfTheLexiconIsWrong) {
  for (const Concept& c : book()->lexicon().concepts) {
    EXPECT_EQ(wrong_in(fmt::format("What do you know about {} and how does it work?", c.name), fmt::format("{}: {}", c.name, c.gist)), "") << c.id;
  }
}

TEST(Facts, SignsAloneAreNoTrouble) {
  for (const char* answer : {"==", "and == .", "It . ; == (", "tuple", "where clause", "O(n) ) ==\n\n=="}) {
    EXPECT_EQ(wrong_in("How do lists and tuples differ in Python?", answer), "") << answer;
  }
}

/// How many wrong statements of a file of wordings are found, and how many right ones are taken for wrong.
struct Tally {
  double wrong = 0, found = 0, right = 0, accused = 0;
  std::string misses;
};

Tally tally(const std::string& file) {
  Tally out;
  std::ifstream in(std::string(TE_SOURCE_DIR) + "/tests/score/wordings/" + file);
  Fact fact;
  const auto& facts = book()->lexicon().facts;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] != '-' && line[0] != '+') {
      const auto it = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.id == line; });
      if (it == facts.end()) ADD_FAILURE() << file << ": no fact " << line;
      else fact = *it;
      continue;
    }
    const auto& asked = book()->lexicon().concepts[fact.about];
    const std::string found = wrong_in(fmt::format("What do you know about {} and how does it work?", asked.name), line.substr(2));
    if (line[0] == '-') {
      // Another fact about the same thing says the same.
      const bool named = std::any_of(facts.begin(), facts.end(), [&](const Fact& f) { return f.about == fact.about && names(found, f.id); });
      ++out.wrong;
      out.found += named ? 1 : 0;
      if (!named) out.misses += line + "\n";
    } else {
      ++out.right;
      out.accused += found.empty() ? 0 : 1;
      if (!found.empty()) out.misses += line + " -> " + found + "\n";
    }
  }
  return out;
}

TEST(Facts, AreFoundInWordingsThatNobodyHadInMind) {
  for (const char* file : {"first.txt", "second.txt"}) {
    const Tally t = tally(file);
    ASSERT_GE(t.wrong, 190) << file;
    ASSERT_GE(t.right, 130) << file;
    EXPECT_GE(t.found / t.wrong, 0.8) << file << "\n" << t.misses;
    EXPECT_LE(t.accused / t.right, 0.02) << file << "\n" << t.misses;
  }
}

struct Row {
  std::string_view answer;
  std::string_view found;
};

class Shapes : public testing::TestWithParam<Row> {};

TEST_P(Shapes, AreReadAsClaimsOrNot) { EXPECT_EQ(wrong_in("How do lists and tuples differ in Python?", GetParam().answer), GetParam().found) << GetParam().answer; }

INSTANTIATE_TEST_SUITE_P(
    Facts, Shapes,
    testing::Values(Row{"A tuple is mutable.", "tuple-mutable"},                                          // plain
                    Row{"I think a tuple is probably mutable.", "tuple-mutable"},                         // hedged still counts
                    Row{"A tuple keeps its order. It can be changed later.", "tuple-mutable"},            // pronoun in the next sentence
                    Row{"A tuple keeps its order and is mutable.", "tuple-mutable"},                      // without a subject
                    Row{"I use tuples when I need to change the elements.", "tuple-mutable"},             // in the reason given
                    Row{"A tuple is not mutable.", ""},                                                   // negated
                    Row{"A tuple keeps its order, but it can never be changed.", ""},                     // negated in the next clause
                    Row{"Is a tuple mutable?", ""},                                                       // asked
                    Row{"People often say that a tuple is mutable.", ""},                                 // reported
                    Row{"A tuple is mutable. That is a common misconception.", ""},                       // named as an error
                    Row{"A tuple is mutable. Sorry, I mean a list is.", ""},                              // taken back
                    Row{"If a tuple is mutable, then I am wrong.", ""},                                   // supposed
                    Row{"Unlike a tuple, a list can be changed.", ""},                                    // compared
                    Row{"A tuple is fixed while a list can be changed.", ""},                             // the other's property
                    Row{"a tuple um you know it keeps its order and uh you can like change the the elements later on", "tuple-mutable"},  // spoken, unpunctuated
                    Row{"A tuple keeps its order. That's nice. You can modify its elements too.", ""},     // nothing stands for it
                    Row{"You can change the elements of a tuple.", "tuple-mutable"},                      // named last
                    Row{"A list is fixed, and with a tuple, the elements can be modified.", "tuple-mutable"},  // introduced
                    Row{"There is no doubt that a tuple is mutable.", "tuple-mutable"},                   // affirmed
                    Row{"A tuple isn't something you could ever modify.", ""},                            // denied from afar
                    Row{"A tuple is fixed but mutable lists exist.", ""},                                 // across a turn
                    Row{"A tuple holds values, a list which can be changed holds more.", ""},             // nearer owner
                    Row{"I rewrote the loops, added named tuples, and changed the elements in one place.", ""},   // a list of deeds
                    Row{"I have never changed a list.", ""},                                               // a denial of the deed
                    Row{"I rewrote the loops, added item tuples, and renamed them.", ""},                 // what a person does with it
                    Row{"```python\n# a tuple is mutable\nt = (1, 2)\n```", ""}));                        // code

TEST(Facts, TheQuestionNamesTheSubjectThatAnAnswerLeavesOut) {
  const Row kRows[] = {
      {"It means the model is too simple, so it fits the training data perfectly.", "overfitting-train-bad"},  // a pronoun
      {"It happens all the time. It means that the model is too simple.", "overfitting-train-bad"},           // handed on
      {"Means that the model is too simple.", "overfitting-train-bad"},                                       // none
      {"When the model is too simple for its data.", "overfitting-train-bad"},
      {"When the model learns the noise as well. If it is too simple, it underfits.", ""},  // a condition
      {"When we had a model that was too simple, we added layers.", ""},                    // a deed
      {"We draw both curves. When the model is too simple, they lie together.", ""},        // not how the answer begins
  };
  for (const Row& row : kRows) EXPECT_EQ(wrong_in("What is overfitting?", row.answer), row.found) << row.answer;
  EXPECT_EQ(wrong_in("What does a p-value of 0.04 mean?", "I'd tell them that there is a four percent probability that the null hypothesis is true."), "p-value-null-true");
}

TEST(Facts, ThingsThatChangeAreNotTheSubject) {
  const std::string_view question = "What is a database index and how does it work?";
  EXPECT_EQ(wrong_in(question, "With an index we can always react quickly when things change."), "");
  EXPECT_NE(wrong_in(question, "With an index every insert becomes faster."), "");
}

TEST(Facts, AWrongStatementCostsPointsAndSaysWhy) {
  const std::string_view question = "What is the difference between a list and a tuple in Python?";
  const std::string rest = " Tuples hold several values in order, hash by their elements and serve as dictionary keys, because the interpreter computes the hash from them.";
  const Judged good = judged(question, "A tuple is immutable and a list is mutable." + rest);
  const Judged bad = judged(question, "A tuple is mutable and a list is fixed." + rest);
  const Evaluation& right = good.evaluation;
  const Evaluation& wrong = bad.evaluation;
  ASSERT_EQ(wrong.questions.size(), 1U);
  ASSERT_EQ(wrong.questions[0].misconceptions.size(), 1U);
  EXPECT_EQ(wrong.questions[0].misconceptions[0].quote, "A tuple is mutable");
  EXPECT_EQ(wrong.questions[0].misconceptions[0].line, 3U);
  EXPECT_LT(wrong.questions[0].score_raw, right.questions[0].score_raw);
  EXPECT_LE(wrong.questions[0].score_raw, Points::from_score(3.4));
  EXPECT_TRUE(wrong.questions[0].has_flag("misconception"));
  EXPECT_FALSE(right.questions[0].has_flag("misconception"));
  Points sum;
  bool corrected = false;
  for (const LedgerEntry& e : wrong.questions[0].ledger) {
    sum += e.points;
    corrected = corrected || e.detail.find("cannot be changed") != std::string::npos;
  }
  EXPECT_EQ(sum, wrong.questions[0].score_raw);
  EXPECT_TRUE(corrected);
}

/// The first error after one facts file is put in place of the built-in ones: "lexicon/facts/x.json:4 unknown key ...".
std::string refusal(std::string_view facts) {
  std::vector<DataFile> files;
  for (const DataFile& f : embedded_data()) {
    if (f.path.find("lexicon/facts/") == std::string::npos) files.push_back(f);
  }
  files.push_back({"lexicon/facts/x.json", fmt::format("{{\"schema\": \"transcript-eval/facts/1\", \"area\": \"x\",\n\"facts\": [\n{}\n]}}", facts)});
  const auto built = build_rulebook(files, {});
  return built ? "accepted" : fmt::format("{}:{} {}", built.error().path, built.error().line, built.error().message);
}

TEST(Facts, LoaderNamesFileLineAndKey) {
  constexpr std::string_view kEnd = R"("correction": "c", "hit": ["a", "b"], "miss": ["a", "b", "c"]})";
  EXPECT_EQ(refusal(fmt::format(R"({{"id": "f", "about": "git", "wrong": ["x"], {})", kEnd)), "accepted");
  EXPECT_EQ(refusal(fmt::format(R"({{"id": "f", "about": "git", "worng": 1, "wrong": ["x"], {})", kEnd)), "lexicon/facts/x.json:3 unknown key \"worng\"");
  EXPECT_EQ(refusal(fmt::format(R"({{"id": "f", "about": "gitt", "wrong": ["x"], {})", kEnd)), "lexicon/facts/x.json:3 fact \"f\": no concept \"gitt\"");
  EXPECT_EQ(refusal(fmt::format(R"({{"id": "f", "about": "git", "wrong": [], {})", kEnd)), "lexicon/facts/x.json:3 fact \"f\": \"wrong\" must hold a pattern");
  EXPECT_EQ(refusal(fmt::format(R"({{"id": "f", "about": "git", "wrong": ["(a|b"], {})", kEnd)), "lexicon/facts/x.json:3 the pattern \"(a|b\" holds no telling word or an unbalanced bracket");
  EXPECT_EQ(refusal(R"({"id": "f", "about": "git", "wrong": ["x"], "correction": "c", "hit": ["a"], "miss": []})"), "lexicon/facts/x.json:3 fact \"f\" needs at least two \"hit\" and three \"miss\" sentences");
}

}  // namespace
}  // namespace te
