// Text that would be a program, a formula or markup somewhere stays text in every format.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <re2/re2.h>

#include "support/documents.h"
#include "support/markup.h"
#include "support/outcomes.h"

namespace te::test {
namespace {

/// Hostile in the name, the position, a question and an answer.
Outcome hostile() {
  return evaluated(document(
      "Interview Transcript\n===\n"
      "Candidate: =HYPERLINK(\"x\";\"y\")<script>alert('name')</script>\n"
      "Position: </title></style><script>alert('position')</script> | -cmd|' /C calc'!A0\n===\n\n"
      "AI Recruiter: How did you keep the <img src=x onerror=alert(1)> orders | safe --> ]]> ?\n\n"
      "Candidate: </div></script><script>alert(document.cookie)</script> I copied the order database to a second disk because the old disk had failed twice in March. "
      "\"><svg onload=alert(2)> Then I restored 40 copies on a spare machine & compared 500 orders, which showed that one table was missing. "
      "[click](javascript:alert(3)) `code` **bold** <!-- I would choose an encrypted disk since the old one stands in the open office -->\n\n"
      "AI Recruiter: =1+1 What would you change about that?\n\n"
      "Candidate: +SUM(A1) I would encrypt the copies, since the second disk stands in the open office, and I would send an alarm when a copy is 20 percent smaller than the one before.\n"));
}

std::string cohort_page(const Outcome& o) {
  Cohort cohort;
  cohort.book = o.book;
  cohort.members.push_back({summarize(o), "<script>alert(4)</script>.html"});
  cohort.members.push_back({summarize(o), "javascript:alert(5).html"});
  cohort.failures.emplace_back("<script>alert(6)</script>.txt: empty");
  return find_format("html")->overview(cohort).at(0).content;
}

TEST(Hostile, PagesHoldNoMarkupOfOthers) {
  const Outcome o = hostile();
  for (const auto& [page, scripts] : {std::pair(find_format("html")->render(o), 1U), std::pair(cohort_page(o), 2U)}) {
    EXPECT_EQ(nesting_error(page), "");
    EXPECT_EQ(between(page, "<script", ">").size(), scripts);
    EXPECT_EQ(between(page, "</script", ">").size(), scripts);
    for (const char* markup : {"<script>alert", "<img", "<svg onload", "</div></script", "<!--", "href=\"javascript", "href=\"./javascript:"}) EXPECT_EQ(page.find(markup), std::string::npos) << markup;
  }
}

TEST(Hostile, ThePageShowsTheTextAsItWasSaid) {
  const std::string text = text_of(find_format("html")->render(hostile()));
  EXPECT_NE(text.find("<script>alert(document.cookie)</script>"), std::string::npos);
  EXPECT_NE(text.find("<img src=x onerror=alert(1)>"), std::string::npos);
}

TEST(Hostile, TheBlockOfFiguresIsJson) {
  const std::string block = between(cohort_page(hostile()), "<script type=\"application/json\" id=\"data\">", "</script>").at(0);
  EXPECT_EQ(block.find('<'), std::string::npos);
  const auto j = nlohmann::json::parse(block, nullptr, false);
  ASSERT_FALSE(j.is_discarded());
  EXPECT_NE(j["members"][0]["position"].get<std::string>().find("</title></style><script>"), std::string::npos);
  EXPECT_EQ(j["members"][1]["report"], "./javascript%3Aalert%285%29.html");
}

TEST(Hostile, NoFieldOfASpreadsheetIsAFormula) {
  const Outcome o = hostile();
  int texts = 0;
  for (const auto& row : csv_fields(find_format("csv")->render(o))) {
    EXPECT_EQ(row.size(), csv_fields(find_format("csv")->header(*o.book)).at(0).size());
    for (const std::string& field : row) {
      EXPECT_FALSE(RE2::PartialMatch(field, "^[=+@-]")) << field;
      texts += RE2::PartialMatch(field, "^'[=+@-]") ? 1 : 0;
    }
  }
  EXPECT_GE(texts, 3);  // the name in each row
}

TEST(Hostile, MarkdownHoldsNoMarkupOfOthers) {
  const std::string markdown = find_format("markdown")->render(hostile());
  std::string found;
  EXPECT_FALSE(RE2::PartialMatch(markdown, RE2(R"re((<[a-z!/]|[^\\]\[click|[^\\]`code|[^\\]\*bold))re"), &found)) << found;
  EXPECT_NE(markdown.find("&lt;script\\>"), std::string::npos);
  // A bar in a text makes no cell: every row of the table has the same number of cells.
  std::string row;
  for (re2::StringPiece rest(markdown); RE2::FindAndConsume(&rest, RE2(R"re((?m)^(\|.*\|)$)re"), &row);) {
    row = replaced(row, "\\|", "");
    EXPECT_EQ(std::count(row.begin(), row.end(), '|'), 6) << row;
  }
}

TEST(Hostile, ManyPassagesInOnePlaceStaySmall) {
  // One long sentence that every rule finds something in, over and over.
  std::string answer;
  for (int i = 0; i < 400; ++i) answer += "because I measured 40 % less latency than before with Redis, for example in March, ";
  const std::string transcript = exchange("How did you make the cache of the shop faster?", answer);
  EXPECT_LT(find_format("html")->render(evaluated(transcript)).size(), 40 * transcript.size());
}

}  // namespace
}  // namespace te::test
