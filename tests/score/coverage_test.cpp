// The requirements of a job description against an interview: what was asked, what was shown, how many years were stated.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/interviews.h"
#include "support/outcomes.h"
#include "support/samples.h"
#include "support/table.h"

namespace te::test {
namespace {

/// "Q1,Q2 explained" or "- not_asked", with "3y" for stated years, per requirement.
std::string dump(const Outcome& o) {
  std::string out;
  for (std::size_t i = 0; i < o.evaluation.coverage.size(); ++i) {
    const RequirementCoverage& c = o.evaluation.coverage[i];
    std::string asked;
    for (const auto q : c.asked) asked += (asked.empty() ? "" : ",") + o.interview.questions[q].id;
    out += fmt::format("{}{} {}", out.empty() ? "" : " / ", asked.empty() ? "-" : asked, shown_name(c.shown));
    if (c.stated) out += fmt::format(" {:.3g}y", c.stated->years);
  }
  return out;
}

/// The coverage of "description | dialogue".
std::string covered(std::string_view row) {
  const auto bar = row.find('|');
  return dump(evaluated(dialogue(row.substr(bar + 1)), {}, row.substr(0, bar)));
}

constexpr std::string_view kKubernetes = "Requirements: Kubernetes|";

std::string kubernetes(std::string_view talk) { return covered(std::string(kKubernetes) + std::string(talk)); }

TEST(Coverage, AskedAndShown) {
  expect_rows({{"> How do you roll out a release?\n< I write the change down and ask two colleagues to read it first.", "- not_asked"},
               {"> What does Kubernetes do for you?\n< It was fine, the colleagues in the other office took care of most of that.", "Q1 no_evidence"},
               {"> What does Kubernetes do for you?\n< I have never used Kubernetes, my colleagues did that.", "Q1 no_evidence"},
               {"> How do you roll out a release?\n< I moved our billing service to Kubernetes and cut the deployment from an hour to four minutes.", "- applied"},
               {"> What does Kubernetes do for you?\n< I moved our billing service to Kubernetes and cut the deployment from an hour to four minutes.", "Q1 applied"},
               {"> What does Kubernetes do for you?\n< Kubernetes restarts a container that fails, because its controller compares the wanted with the actual state of the cluster.", "Q1 explained"}},
              kubernetes);
}

TEST(Coverage, OfARequirementWithoutKnownConcepts) {
  const auto menu = [](std::string_view talk) { return covered("Requirements: menu costing for banquets|" + std::string(talk)); };
  expect_rows({{"> How do you approach menu costing?\n< I built a sheet for menu costing that splits the banquets by portion, guest and season.", "Q1 applied"},
               {"> What do you cook at home?\n< Mostly soup, since it keeps well and the children like it.", "- not_asked"},
               {"> What do you cook at home?\n< For banquets the menu is costed by portion, because fish is dear in winter.", "- explained"}},
              menu);
}

TEST(Coverage, DegreesLicencesAndLanguagesAreNeverConcluded) {
  EXPECT_EQ(covered("Requirements:\n- Bachelor's degree\n- Driving licence\n- Fluent Polish|> Do you speak Polish and have a driving licence and a degree?\n< Yes, I have a bachelor's degree and a driving licence and speak fluent Polish."),
            "- not_assessed / - not_assessed / - not_assessed");
}

TEST(Coverage, AClosingQuestionAsksForNothing) {
  EXPECT_EQ(kubernetes("> How do you roll out a release?\n< I write the change down and ask two colleagues to read it first.\n> Do you have any questions for me about Kubernetes?\n< Do you run Kubernetes yourselves?\n> Yes we do.\n< Good."), "- not_asked");
}

std::string years(std::string_view answer) { return covered("Requirements: 3+ years of Python|> Tell me about your work.\n< " + std::string(answer)); }

TEST(Coverage, StatedYears) {
  expect_rows({{"I have worked with Python for six years, mostly on data imports.", "- mentioned 6y"},
               {"I've been using Python for 2 years and Java for six months.", "- applied 2y"},
               {"Five years of Python, I would say.", "- mentioned 5y"},
               {"For eighteen months I wrote Python in my last job. Before that I worked four years with Python at a bank.", "- applied 4y"},
               // Another subject, another time, nobody's time.
               {"I have worked with Java for six years at a bank.", "- not_asked"},
               {"I saw Python for the first time six years ago when I worked at a bank.", "- applied"},
               {"I studied Python at university for four years.", "- applied"},
               {"In five years I see myself working with Python.", "- mentioned"},
               {"I have used Python since 2019.", "- mentioned"}},
              years);
}

TEST(Coverage, AnyStatedTimeWillDoWhereNothingIsNamed) {
  EXPECT_EQ(covered("Requirements: at least three years in a similar role|> Tell me about your work.\n< I have worked as a baker for seven years."), "- mentioned 7y");
}

TEST(Coverage, QuotesAreSlicesOfTheSource) {
  const std::string jd = file_content(std::string(TE_SOURCE_DIR) + "/tests/job/descriptions/backend-engineer.md");
  const Outcome o = evaluated(sample("backend-engineer-strong").text, {}, jd);
  int quotes = 0;
  for (const RequirementCoverage& c : o.evaluation.coverage) {
    if (!c.evidence) continue;
    ++quotes;
    EXPECT_EQ(o.interview.transcript.source->slice(c.evidence->span), c.evidence->quote);
    EXPECT_EQ(o.interview.transcript.source->line_at(c.evidence->span.begin), c.evidence->line);
    EXPECT_EQ(o.interview.role_of(o.interview.transcript.turns[c.evidence->turn]), Role::kCandidate);
  }
  EXPECT_GT(quotes, 1);
}

TEST(Coverage, AQuestionForARequirementBelongsToTheRole) {
  const std::string talk = dialogue("> What does Kubernetes do for you?\n< Kubernetes restarts a container that fails, because its controller compares states.");
  const auto role = [&](std::string_view description) { return evaluated(talk, {}, description).evaluation.questions.at(0).role_relevance; };
  EXPECT_EQ(role("Requirements: Kubernetes"), 1.0);
  EXPECT_GE(role("Nice to have: Kubernetes"), 0.9);
  EXPECT_LT(role("Requirements: wound care"), 0.5);
}

TEST(Coverage, ADescriptionWithoutRequirementsIsNoted) {
  const std::string talk = dialogue("> What does Kubernetes do for you?\n< It restarts a container that fails, because its controller compares states.");
  const auto has = [&](std::string_view description) {
    const auto d = evaluated(talk, {}, description).evaluation.diagnostics;
    return std::any_of(d.begin(), d.end(), [](const Diagnostic& x) { return x.code == "job.no-requirements"; });
  };
  EXPECT_TRUE(has("It rained on Tuesday."));
  EXPECT_FALSE(has("Requirements: Kubernetes"));
  EXPECT_FALSE(has(""));
}

}  // namespace
}  // namespace te::test
