// The page about one interview: nothing of it can be broken by text, every quote was said, every link leads somewhere,
// and the points add up for its reader.
#include <cmath>
#include <set>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "report/html_element.h"
#include "report/html_page.h"
#include "support/markup.h"
#include "support/outcomes.h"
#include "support/samples.h"
#include "support/table.h"
#include "text/hash.h"
#include "text/utf8.h"

namespace te::test {
namespace {

using report::element;
using report::Html;

std::string page_of(const Outcome& o) { return find_format("html")->render(o); }

TEST(Html, TextIsEscaped) {
  expect_rows({{"a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"},
               {"</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"},
               {"\" onclick='x'", "&quot; onclick=&#39;x&#39;"},
               {"&lt;", "&amp;lt;"},
               {"a\r\nb\tc", "a\nb\tc"},
               {"\x1b[31m\x7f", "\xEF\xBF\xBD[31m\xEF\xBF\xBD"},
               {"Zo\xC3\xAB", "Zo\xC3\xAB"}},
              [](std::string_view in) { return Html(in).markup(); });
}

TEST(Html, AttributesAreEscapedAndElementsEnd) {
  EXPECT_EQ(element("a", {{"title", "\"><b>"}}, {"x<y", element("b", {"z"})}).markup(), "<a title=\"&quot;&gt;&lt;b&gt;\">x&lt;y<b>z</b></a>");
  EXPECT_EQ(element("input", {{"type", "search"}}).markup(), "<input type=\"search\">");
  EXPECT_EQ(element("td", {{"class", "x"}}).markup(), "<td class=\"x\"></td>");
}

TEST(Html, APathIsALinkToAFile) {
  expect_rows({{"a/b-1.html", "./a/b-1.html"}, {"javascript:alert(1).html", "./javascript%3Aalert%281%29.html"}, {"50 % #1?.html", "./50%20%25%20%231%3F.html"}, {"\"><b>.html", "./%22%3E%3Cb%3E.html"}, {"zo\xC3\xAB.html", "./zo%C3%AB.html"}},
              [](std::string_view in) { return report::path_link(in); });
}

TEST(Html, ShowsTheRequirementsOfTheJob) {
  const std::string talk = exchange("How do you use Kafka?", "I moved our orders to Kafka, because a queue takes the load off the database.");
  const std::string page = page_of(evaluated(talk, {}, "Requirements:\n- Kafka\n- Terraform\n"));
  const std::string section = between(page, "<section id=\"requirements\"", "</section>").at(0);
  EXPECT_EQ(text_of(section).find("not asked") != std::string::npos, true) << section;
  EXPECT_NE(section.find("<q>I moved our orders to Kafka"), std::string::npos) << section;
  EXPECT_NE(page.find("href=\"#requirements\""), std::string::npos);
  EXPECT_EQ(page_of(evaluated(talk)).find("id=\"requirements\""), std::string::npos);
}

TEST(Html, ThePolicyLetsOnlyTheOwnStyleAndScriptRun) {
  const std::string page = page_of(evaluated(samples().front().text));
  const auto hash = [&](std::string_view begin, std::string_view end) { return "'sha256-" + text::sha256_base64(between(page, begin, end).at(0)) + "'"; };
  const std::string policy = text_of(between(page, "Content-Security-Policy\" content=\"", "\">").at(0));
  EXPECT_EQ(policy, "default-src 'none'; style-src " + hash("<style>", "</style>") + "; script-src " + hash("<script>", "</script>") + "; base-uri 'none'; form-action 'none'");
}

TEST(Html, NothingIsLoadedFromOutside) {
  const std::string page = page_of(evaluated(samples().front().text));
  for (const char* loads : {"<link", "<img", "<iframe", "<object", "<base", " src=", "@import", "url(", "://", "fetch(", "XMLHttp", " style=\""}) EXPECT_EQ(page.find(loads), std::string::npos) << loads;
  EXPECT_FALSE(RE2::PartialMatch(page, R"re(<[a-z][^>]* on[a-z]+=)re"));
}

TEST(Html, AnInterviewWithoutAScoreSaysWhy) {
  const Outcome o = evaluated("Interviewer: How did you keep the backups safe?\n\nCandidate: On a second disk.\n");
  const std::string page = page_of(o);
  EXPECT_EQ(nesting_error(page), "");
  EXPECT_NE(page.find("No decision"), std::string::npos);
  // Once, as a sentence of its own.
  const auto reason = text_of(page).find(o.evaluation.reason.substr(1));
  EXPECT_NE(reason, std::string::npos);
  EXPECT_EQ(text_of(page).find(o.evaluation.reason.substr(1), reason + 1), std::string::npos);
}

class EverySampleHtml : public testing::TestWithParam<Sample> {
 protected:
  const Outcome o = evaluated(GetParam().text);
  const std::string page = page_of(o);
};
INSTANTIATE_TEST_SUITE_P(Samples, EverySampleHtml, testing::ValuesIn(samples()), [](const auto& info) { return replaced(info.param.name, "-", "_"); });

TEST_P(EverySampleHtml, ElementsEndWhereTheyShould) { EXPECT_EQ(nesting_error(page), ""); }

TEST_P(EverySampleHtml, QuotesAreVerbatim) {
  std::string said;
  for (const Turn& t : o.interview.transcript.turns) {
    if (o.interview.role_of(t) == Role::kCandidate) said += text::single_line(t.text) + "\n";
  }
  const auto quotes = between(page, "<q>", "</q>");
  EXPECT_GT(quotes.size(), 10U);
  for (const std::string& quote : quotes) EXPECT_NE(said.find(text::single_line(text_of(quote))), std::string::npos) << quote;
}

TEST_P(EverySampleHtml, TheTranscriptIsWhole) {
  const auto said = between(page, "<div class=\"said\" dir=\"auto\">", "</div>");
  ASSERT_EQ(said.size(), o.interview.transcript.turns.size());
  for (std::size_t i = 0; i < said.size(); ++i) EXPECT_EQ(text_of(said[i]), replaced(std::string(o.interview.transcript.turns[i].text), "\r", "")) << i;
}

TEST_P(EverySampleHtml, EveryLinkLeadsToOnePlace) {
  std::set<std::string> ids;
  for (const std::string& id : between(page, " id=\"", "\"")) EXPECT_TRUE(ids.insert(id).second) << "twice: " << id;
  for (const std::string& target : between(page, " href=\"#", "\"")) EXPECT_EQ(ids.count(target), 1U) << target;
  for (const std::string& rows : between(page, " data-rows=\"", "\"")) {
    std::string row;
    for (re2::StringPiece rest(rows); RE2::Consume(&rest, " ?([^ ]+)", &row);) EXPECT_EQ(ids.count(row), 1U) << row;
  }
}

TEST_P(EverySampleHtml, EveryQuotingEntryIsMarkedAndLinked) {
  std::size_t quoting = 0;
  for (const QuestionEvaluation& q : o.evaluation.questions) {
    for (const LedgerEntry& e : q.ledger) quoting += e.quote.empty() ? 0 : 1;
  }
  EXPECT_EQ(between(page, "<a class=\"quote\" href=\"#e", "\"").size(), quoting);
}

TEST_P(EverySampleHtml, PointsAddUpForItsReader) {
  static const RE2 kRow(R"re(<td class="number points">([^<]+)</td><td class="number">([^<]+)</td>)re");
  std::size_t question = 0;
  for (const std::string& table : between(page, "<table class=\"ledger\">", "</table>")) {
    while (o.evaluation.questions[question].state != State::kScored) ++question;
    long long sum = 0;
    re2::StringPiece rest(table);
    std::string points;
    std::string shown;
    while (RE2::FindAndConsume(&rest, kRow, &points, &shown)) {
      sum += std::llround(std::stod(replaced(points, "\u2212", "-")) * 1000);
      EXPECT_EQ(Points::from_milli(sum).to_string(), shown);
    }
    EXPECT_EQ(sum, o.evaluation.questions[question++].score_raw.milli());
    EXPECT_EQ(text_of(between(table, "<tfoot>", "</tfoot>").at(0)), "Score of the answer" + Points::from_milli(sum).to_string());
  }
}

TEST_P(EverySampleHtml, SaysWhatTheReportSays) {
  const std::string text = text_of(page);
  for (const auto* list : {&o.report.thread_titles, &o.report.technical_skills}) {
    for (const std::string& s : *list) EXPECT_NE(text.find(s), std::string::npos) << s;
  }
  for (const auto* items : {&o.report.strengths, &o.report.development_areas}) {
    for (const ReportItem& item : *items) EXPECT_NE(text.find(item.title + item.text), std::string::npos) << item.title;
  }
  for (const std::string& s : {o.report.suitability, o.report.communication, o.evaluation.overall_raw.to_string(2), o.book->rubric().sha256, o.book->lexicon().sha256, o.interview.transcript.source->sha256()}) {
    EXPECT_NE(text.find(s), std::string::npos) << s;
  }
}

}  // namespace
}  // namespace te::test
