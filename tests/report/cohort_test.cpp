// Many interviews beside each other: what is counted, who is equal, who was asked what.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "report/cohort_statistics.h"
#include "support/markup.h"
#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

using report::Members;

Cohort cohort_of_samples() {
  Cohort out;
  for (const Sample& s : samples()) {
    const Outcome o = evaluated(s.text);
    out.book = o.book;
    out.members.push_back({summarize(o), s.name + ".html"});
  }
  return out;
}

std::string page_of(const Cohort& cohort) { return find_format("html")->overview(cohort).at(0).content; }

Cohort::Member member(const std::string& name, double score, Decision decision = Decision::kProceed) {
  Cohort::Member out;
  out.summary.candidate = name;
  out.summary.position = "Archivist";
  out.summary.state = State::kScored;
  out.summary.decision = decision;
  out.summary.overall_raw = Points::from_score(score);
  out.report = name + ".html";
  return out;
}

QuestionSummary asked(QuestionType type, const std::string& text, double score, std::optional<double> level = {}) {
  QuestionSummary out;
  out.type = type;
  out.text = text;
  out.thread = 1;
  out.state = State::kScored;
  out.score_raw = Points::from_score(score);
  out.level = level;
  return out;
}

Members pointers(const std::vector<Cohort::Member>& members) {
  Members out;
  for (const auto& m : members) out.push_back(&m);
  return out;
}

TEST(CohortStatistics, QuantilesLieBetweenNeighbours) {
  EXPECT_EQ(report::quantile({}, 0.5), std::nullopt);
  EXPECT_DOUBLE_EQ(*report::quantile({3}, 0.25), 3);
  EXPECT_DOUBLE_EQ(*report::quantile({4, 1, 2}, 0.5), 2);
  EXPECT_DOUBLE_EQ(*report::quantile({1, 2, 3, 4}, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(*report::quantile({1, 2, 3, 4, 5}, 0.25), 2);
}

TEST(CohortStatistics, TheHistogramCountsScoredInterviews) {
  std::vector<Cohort::Member> all = {member("a", 1.0, Decision::kNotAFit), member("b", 1.249, Decision::kNotAFit), member("c", 1.25, Decision::kNotAFit), member("d", 5.0), member("e", 4.9), member("f", 2)};
  all.back().summary.state = State::kUnscorable;
  const auto bins = report::histogram(pointers(all));
  EXPECT_EQ(bins[0][static_cast<std::size_t>(Decision::kNotAFit)], 2U);
  EXPECT_EQ(bins[1][static_cast<std::size_t>(Decision::kNotAFit)], 1U);
  EXPECT_EQ(bins[15][static_cast<std::size_t>(Decision::kProceed)], 2U);
  std::size_t sum = 0;
  for (const auto& bin : bins) {
    for (const std::size_t n : bin) sum += n;
  }
  EXPECT_EQ(sum, 5U);
}

TEST(CohortStatistics, ConsistencySaysWhoWasAskedWhat) {
  std::vector<Cohort::Member> all = {member("a", 4), member("b", 3), member("c", 2)};
  all[0].summary.questions = {asked(QuestionType::kIntroduction, "Who are you?", 1), asked(QuestionType::kTechnical, "What is a fond?", 4), asked(QuestionType::kTechnical, "Why weed?", 2)};
  all[1].summary.questions = {asked(QuestionType::kTechnical, "what is  a FOND", 2)};
  all[2].summary.questions = {asked(QuestionType::kTechnical, "What is a fond?", 3), asked(QuestionType::kProject, "What did you keep?", 5)};
  const std::optional<double> levels[] = {2.0, 2.1, 2.8};
  for (std::size_t i = 0; i < all.size(); ++i) all[i].summary.level = levels[i];
  all[0].summary.threads = all[1].summary.threads = {{"x", QuestionType::kTechnical, State::kScored, {}}, {"y", QuestionType::kTechnical, State::kScored, {}}};
  all[2].summary.threads = {{"x", QuestionType::kProject, State::kScored, {}}};
  const auto c = report::consistency(pointers(all));
  ASSERT_EQ(c.questions.size(), 1U);
  EXPECT_EQ(c.questions[0].name, "What is a fond?");
  EXPECT_EQ(c.questions[0].interviews, 3U);
  EXPECT_DOUBLE_EQ(*c.questions[0].mean, 3);
  EXPECT_EQ(c.single_questions, 2U);
  ASSERT_EQ(c.types.size(), 2U);
  EXPECT_EQ(fmt::format("{} {}-{} of {}", c.types[0].name, c.types[0].least, c.types[0].most, c.types[0].interviews), "technical 1-2 of 3");
  EXPECT_EQ(fmt::format("{} {}-{} of {}", c.types[1].name, c.types[1].least, c.types[1].most, c.types[1].interviews), "project 0-1 of 1");
  ASSERT_EQ(c.flows.size(), 2U);
  EXPECT_EQ(c.flows[0].first, "technical \u00D7 2");
  EXPECT_EQ(c.flows[0].second, 2U);
  EXPECT_TRUE(c.easier.empty());
  ASSERT_EQ(c.harder.size(), 1U);
  EXPECT_EQ(c.harder[0]->summary.candidate, "c");
}

TEST(CohortPage, EqualScoresShareARank) {
  Cohort cohort = cohort_of_samples();
  cohort.members = {member("a", 3.0), member("b", 4.5), member("c", 4.501), member("d", 2)};
  cohort.members.back().summary.state = State::kUnscorable;
  std::string ranks;
  for (const std::string& row : between(page_of(cohort), "<tr data-i=\"", "</a>")) ranks += between(row + "</td>", "<td class=\"number\">", "</td>").at(0) + " " + row.substr(row.rfind('>') + 1) + "; ";
  EXPECT_EQ(ranks, "1 c; 1 b; 3 a; \u2013 d; ");
}

TEST(CohortPage, IsWholeAndLinksToEachReport) {
  Cohort cohort = cohort_of_samples();
  cohort.failures.emplace_back("empty.txt: there is no text");
  const std::string page = page_of(cohort);
  EXPECT_EQ(nesting_error(page), "");
  for (const Cohort::Member& m : cohort.members) {
    EXPECT_NE(page.find("<a href=\"./" + m.report + "\">"), std::string::npos) << m.report;
    EXPECT_NE(text_of(page).find(m.summary.overall_raw.to_string(2)), std::string::npos) << m.report;
  }
  EXPECT_NE(page.find("empty.txt: there is no text"), std::string::npos);
}

TEST(CohortPage, OfNobodyIsAPageToo) {
  Cohort cohort = cohort_of_samples();
  cohort.members.clear();
  EXPECT_EQ(nesting_error(page_of(cohort)), "");
}

TEST(CohortPage, TheRowsBesideItAreThoseOfEachInterview) {
  const Cohort cohort = cohort_of_samples();
  const auto files = find_format("html")->overview(cohort);
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[1].name, "cohort.csv");
  std::string expected = find_format("csv")->header(*cohort.book);
  for (const Sample& s : samples()) expected += find_format("csv")->render(evaluated(s.text));
  EXPECT_EQ(files[1].content, expected);
}

TEST(Summary, HoldsTheMeansOfItsQuestions) {
  const Outcome o = evaluated(sample("llm-engineer-weak").text);
  const Summary s = summarize(o);
  double sum = 0;
  double weights = 0;
  for (const QuestionSummary& q : s.questions) {
    if (q.state != State::kScored) continue;
    const double weight = q.follow_up ? o.book->rubric().follow_up_weight : 1;
    sum += weight * q.criteria.at(0).value();
    weights += weight;
  }
  EXPECT_NEAR(s.criteria.at(0).value(), sum / weights, 1e-9);
  EXPECT_TRUE(std::any_of(s.questions.begin(), s.questions.end(), [](const QuestionSummary& q) { return q.follow_up; }));
}

}  // namespace
}  // namespace te::test
