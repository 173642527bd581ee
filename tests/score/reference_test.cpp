// Answers against a bank: which question matches, what covers a reference answer, key points, misconceptions, points.
#include "score/reference.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "support/outcomes.h"
#include "support/table.h"
#include "support/transcripts.h"
#include "transcript_eval/render.h"

namespace te {
namespace {

using test::expect_rows;

constexpr std::string_view kBank = R"({"schema": "transcript-eval/bank/1", "name": "test", "questions": [
  {"id": "journal", "text": "What does a database use its write-ahead log for?",
   "reference_answers": ["Each change is stored in the log on disk before the pages are modified, so that committed work can be replayed after a crash."],
   "key_points": ["changes are stored in the log before the pages are modified", "committed work is replayed after a crash", "old segments are archived for recovery to a point in time"],
   "misconceptions": ["the log is written after the pages have reached the disk"]},
  {"id": "enqueue", "text": "Which end of a ticket queue receives new tickets?", "reference_answers": ["tail"]},
  {"id": "flat", "text": "The dashboard shows a flat revenue curve although orders doubled. What do you check first?",
   "reference_answers": ["Whether the currency conversion or the refund feed changed, because both hide growth."]},
  {"id": "points-only", "text": "Which duties does a harbour pilot have?", "reference_answers": [],
   "key_points": ["guides ships through narrow channels", "knows currents and shoals"]},
  {"id": "nothing", "text": "Where do lighthouse keepers sleep?", "reference_answers": []},
  {"id": "rows-columns", "text": "Why does a row store suit orders better than a column store?", "reference_answers": ["One order is read and written as a whole."]},
  {"id": "columns-rows", "text": "Why does a column store suit orders better than a row store?", "reference_answers": ["It does so only for reports over many orders."]}
]})";

constexpr std::string_view kJournal = "What does a database use its write-ahead log for?";

RuleBookPtr book(bool with_bank = true) {
  RuleBookOptions options;
  if (with_bank) options.bank = DataFile{"test-bank.json", std::string(kBank)};
  auto built = build_rulebook(embedded_data(), options);
  EXPECT_TRUE(built) << built.error().to_string();
  return *built;
}

const RuleBookPtr& bank_book() {
  static const RuleBookPtr kBook = book();
  return kBook;
}

Outcome outcome_of(std::string_view question, std::string_view answer, const RuleBookPtr& rules = bank_book()) {
  EvaluateOptions options;
  options.roles.candidate = "Candidate";
  auto out = evaluate_source(test::source_of(fmt::format("Interviewer: {}\n\nCandidate: {}\n", question, answer)), rules, options);
  EXPECT_TRUE(out) << out.error().to_string();
  EXPECT_EQ(out->evaluation.questions.size(), 1U) << question;
  return std::move(*out);
}

QuestionEvaluation answered(std::string_view question, std::string_view answer) { return outcome_of(question, answer).evaluation.questions.at(0); }
double score_of(std::string_view question, std::string_view answer) { return answered(question, answer).score_raw.value(); }

TEST(Reference, ComparesWordsByLetters) {
  EXPECT_TRUE(score::within_edits("recieve", "receive", 2));
  EXPECT_TRUE(score::within_edits("tupel", "tuple", 2));
  EXPECT_FALSE(score::within_edits("tuple", "table", 1));
  EXPECT_FALSE(score::within_edits("log", "logging", 2));
  EXPECT_DOUBLE_EQ(score::letter_likeness("replica", "replica"), 1.0);
  EXPECT_GT(score::letter_likeness("serialization", "serialize"), 0.5);
  EXPECT_LT(score::letter_likeness("replica", "journal"), 0.1);
  EXPECT_DOUBLE_EQ(score::letter_likeness("", "journal"), 0.0);
}

TEST(WordMatch, MissesNoWordsThatAreAlike) {
  const CompiledRules& rules = bank_book()->compiled();
  const score::WordMatch match(*bank_book(), rules.vocabulary);
  std::vector<score::ReadyWord> words;
  constexpr text::WordId kEach = 37;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (text::WordId word = 0; word < rules.vocabulary.size(); word += kEach) {
    const std::string_view text = rules.vocabulary.text(word);
    if (text.size() >= 4 && std::all_of(text.begin(), text.end(), is_letter)) words.push_back(match.ready({word}));
  }
  ASSERT_GT(words.size(), 100U);
  std::size_t alike = 0;
  for (const auto& a : words) {
    for (const auto& b : words) {
      const double likeness = score::letter_likeness(a.text, b.text);
      if (likeness < 0.5) continue;
      ++alike;
      EXPECT_GE(match(a, b), bank_book()->rubric().bank.letters * likeness) << a.text << " " << b.text;
    }
  }
  EXPECT_GT(alike, words.size());
}

TEST(Reference, FindsTheEntryThatIsAsked) {
  expect_rows(
      {
          {kJournal, "journal"},
          {"Thanks, that was a clear answer. So, what does a database use its write-ahead log for?", "journal"},
          {"Could you explain, from your experience, what a database uses its write-ahead log for?", "journal"},
          {"The dashboard shows a flat revenue curve although orders doubled. What do you check first?", "flat"},
          {"Why does a row store suit orders better than a column store?", "rows-columns"},
          {"Why does a column store suit orders better than a row store?", "columns-rows"},
          {"What do you check first?", "none"},
          {"What does a manager use a weekly meeting for?", "none"},
          {"How do you pick the colours of a dashboard?", "none"},
      },
      [](std::string_view question) {
        const auto e = answered(question, "It depends on the case, and I would begin with the documents of the vendor.");
        return e.bank ? e.bank->id : std::string("none");
      });
}

TEST(Reference, RanksAnswersByWhatTheyTakeUp) {
  const std::vector<std::string_view> best_first = {
      "Each change is stored in the log on disk before the pages are modified, so that committed work can be replayed after a crash.",
      "Changes go to the log before the pages are changed, and after a crash the committed work is replayed.",
      "It helps the database to come back after a crash.",
      "It shows the administrators which users have logged in during the week and from where.",
  };
  double before = 5.01;
  for (const auto answer : best_first) {
    const double now = score_of(kJournal, answer);
    EXPECT_LT(now, before) << answer;
    before = now;
  }
  EXPECT_GE(score_of(kJournal, best_first[0]), 4.0);
  EXPECT_LE(score_of(kJournal, best_first[3]), 2.8);
}

TEST(Reference, ForgivesSlipsAndOtherWords) {
  const double right = score_of(kJournal, "Each change is stored in the log before the pages are modified, and committed work is replayed after a crash.");
  const std::vector<std::string_view> nearly = {
      "Each chnage is stored in the log before the pages are modifed, and comitted work is replayed after a crash.",
      "Each change is kept in the log before the pages are altered, and committed work is replayed after a failure.",
      "EACH CHANGE IS STORED IN THE LOG BEFORE THE PAGES ARE MODIFIED, AND COMMITTED WORK IS REPLAYED AFTER A CRASH.",
  };
  for (const auto answer : nearly) EXPECT_GT(score_of(kJournal, answer), right - 0.6) << answer;
}

TEST(Reference, ShortAnswersToShortReferences) {
  constexpr std::string_view kEnd = "Which end of a ticket queue receives new tickets?";
  EXPECT_GE(score_of(kEnd, "The tail."), 4.5);
  EXPECT_GE(score_of(kEnd, "tail"), 4.5);
  EXPECT_LT(score_of(kEnd, "The head."), 3.0);
}

TEST(Reference, NonAnswersScoreOne) {
  for (const std::string_view answer : {"I don't know.", "Sorry, no idea.", "(not answered)", "No answer.", "I'm not sure, I have never used it."}) {
    EXPECT_DOUBLE_EQ(score_of(kJournal, answer), 1.0) << answer;
  }
}

TEST(Reference, KeyPointsNameTheirQuote) {
  expect_rows(
      {
          {"Changes are stored in the log before the pages are modified. Committed work is replayed after a crash.", "covered covered missed"},
          {"After a crash the committed work is replayed.", "missed covered missed"},
          {"Our office has a garden with two benches and a fountain.", "missed missed missed"},
      },
      [](std::string_view answer) {
        const auto out = outcome_of(kJournal, answer);
        std::string dump;
        for (const KeyPointUse& point : out.evaluation.questions[0].bank->key_points) {
          dump += fmt::format("{}{}", dump.empty() ? "" : " ", coverage_name(point.coverage));
          EXPECT_EQ(point.quote.empty(), point.coverage == Coverage::kMissed);
          EXPECT_NE(answer.find(point.quote), std::string_view::npos);
        }
        return dump;
      });
}

TEST(Reference, EntriesMayLackReferencesOrKeyPoints) {
  EXPECT_GE(score_of("Which duties does a harbour pilot have?", "A pilot guides ships through narrow channels and knows the currents and the shoals."), 4.0);
  EXPECT_FALSE(answered("Where do lighthouse keepers sleep?", "In a room below the lamp.").bank);
}

TEST(Reference, MisconceptionsOnlyWhereStated) {
  expect_rows(
      {
          {"The log is written after the pages have reached the disk.", "misconception"},
          {"The log is not written after the pages have reached the disk but before.", ""},
          {"It is a myth that the log is written after the pages have reached the disk.", ""},
          {"Each change is stored in the log on disk before the pages are modified.", ""},
      },
      [](std::string_view answer) { return answered(kJournal, answer).has_flag("misconception") ? "misconception" : ""; });
  EXPECT_LT(score_of(kJournal, "Changes are stored in the log. The log is written after the pages have reached the disk."),
            score_of(kJournal, "Changes are stored in the log. The log is written before the pages have reached the disk."));
}

TEST(Reference, PointsAddUpAndAreQuoted) {
  for (const std::string_view answer : {"Changes go to the log before the pages are changed, and after a crash the committed work is replayed.",
                                        "The log is written after the pages have reached the disk.", "I don't know.", "It is for the crash."}) {
    const auto out = outcome_of(kJournal, answer);
    const QuestionEvaluation& e = out.evaluation.questions[0];
    Points sum;
    for (const LedgerEntry& entry : e.ledger) {
      sum += entry.points;
      const bool of_bank = entry.rule.rfind("bank.", 0) == 0;
      EXPECT_TRUE(!of_bank || (!entry.quote.empty() && answer.find(entry.quote) != std::string_view::npos)) << entry.rule;
    }
    EXPECT_EQ(sum, e.score_raw) << answer;
    const double weights = std::accumulate(e.criteria.begin(), e.criteria.end(), 0.0, [](double s, const CriterionScore& c) { return s + c.weight; });
    EXPECT_NEAR(weights, 1.0, 1e-9);
    EXPECT_EQ(out.book->rubric().criteria[e.criteria.back().criterion].name, "reference");
  }
}

TEST(Reference, KeywordsAndWordSaladGainNothing) {
  const double sentence = score_of(kJournal, "Changes are stored in the log before the pages are modified, and committed work is replayed after a crash.");
  EXPECT_LT(score_of(kJournal, "Change, log, disk, pages, modified, committed, work, replayed, crash, stored, segments, archived, recovery, point, time, database."), 2.0);
  EXPECT_LT(score_of(kJournal, "Crash the replayed pages a be log so after on each is work are that modified in stored before disk change committed can the."), sentence - 1.5);
  const std::string_view once = "Each change is stored in the log before the pages are modified.";
  EXPECT_LE(score_of(kJournal, fmt::format("{0} {0} {0} {0}", once)), score_of(kJournal, once));
}

TEST(Reference, QuestionsWithoutAnEntryScoreAsWithoutABank) {
  const RuleBookPtr plain = book(false);
  constexpr std::string_view kQuestion = "How do you decide which tests to run on every commit?";
  for (const std::string_view answer : {"I measured how long each suite takes and kept the fast ones, because developers wait for them.", "I don't know.", "It depends."}) {
    const auto with = outcome_of(kQuestion, answer);
    const auto without = outcome_of(kQuestion, answer, plain);
    EXPECT_FALSE(with.evaluation.questions[0].bank);
    EXPECT_EQ(with.evaluation.questions[0].score_raw, without.evaluation.questions[0].score_raw);
    EXPECT_EQ(with.evaluation.questions[0].ledger.size(), without.evaluation.questions[0].ledger.size());
  }
}

TEST(BuiltInBank, IsMatchedWithoutBeingNamedAndWeighsLess) {
  constexpr std::string_view kQuestion = "What is gradient checkpointing, and when would you use it?";
  constexpr std::string_view kAnswer = "It keeps only some activations of the forward pass and computes the others again in the backward pass, so training needs less memory and takes longer.";
  const Outcome out = test::evaluated(test::exchange(kQuestion, kAnswer));
  const auto& e = out.evaluation.questions.front();
  ASSERT_TRUE(e.bank);
  EXPECT_EQ(out.book->banks()[e.bank->bank].name, "llm-interviews");
  EXPECT_GT(e.bank->coverage, 0.2);
  const BankScoring& figures = out.book->rubric().bank;
  EXPECT_LT(figures.weight_built_in, figures.weight);
  double weights = 0;
  for (const CriterionScore& c : e.criteria) {
    weights += c.weight;
    if (c.criterion == figures.criterion) {
      EXPECT_LE(c.weight, figures.weight_built_in);
    }
  }
  EXPECT_NEAR(weights, 1.0, 1e-9);
}

TEST(BuiltInBank, DoesNotSpeakForATrick) {
  // Words of the reference answer, shuffled: a bank that the user chose would trust them.
  const auto e = test::answer_evaluation("What is gradient checkpointing, and when would you use it?",
                                   "forward memory the less of some activations backward pass in recomputes keeps training others and pass only again slower it checkpointing for needs is");
  EXPECT_LE(e.score_raw.value(), 2.0);
}

}  // namespace
}  // namespace te
