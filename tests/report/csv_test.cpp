// Rows for a spreadsheet: what docs/csv.md says, the figures of the evaluation, one row per interview and question.
#include <gtest/gtest.h>

#include "support/documents.h"
#include "support/markup.h"
#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

using Fields = std::vector<std::vector<std::string>>;

Fields header(const Outcome& o) { return csv_fields(find_format("csv")->header(*o.book)); }

std::size_t column(const Fields& head, const std::string& name) {
  for (std::size_t i = 0; i < head.at(0).size(); ++i) {
    if (head[0][i] == name) return i;
  }
  throw std::runtime_error("no column " + name);
}

class EverySampleCsv : public testing::TestWithParam<Sample> {};
INSTANTIATE_TEST_SUITE_P(Samples, EverySampleCsv, testing::ValuesIn(samples()), [](const auto& info) { return replaced(info.param.name, "-", "_"); });

TEST_P(EverySampleCsv, HasTheFiguresOfTheEvaluation) {
  const Outcome o = evaluated(GetParam().text);
  const Fields head = header(o);
  const Fields rows = csv_fields(find_format("csv")->render(o));
  ASSERT_EQ(rows.size(), 1 + o.interview.questions.size());
  const std::size_t score = column(head, "score_raw");
  EXPECT_EQ(rows[0][score], o.evaluation.overall_raw.to_string());
  EXPECT_EQ(rows[0][column(head, "decision")], decision_name(o.evaluation.decision));
  EXPECT_EQ(rows[0][column(head, "score")], std::to_string(o.evaluation.overall()));
  for (std::size_t i = 0; i < o.interview.questions.size(); ++i) {
    const auto& row = rows[i + 1];
    const QuestionEvaluation& e = o.evaluation.questions[i];
    ASSERT_EQ(row.size(), head[0].size());
    EXPECT_EQ(row[0], "question");
    EXPECT_EQ(row[column(head, "question")], o.interview.questions[i].id);
    EXPECT_EQ(row[score], e.state == State::kScored ? e.score_raw.to_string() : "");
    const std::string& title = o.report.thread_titles[o.interview.questions[i].thread - 1];
    // "== vs. equals" is no formula.
    EXPECT_EQ(row[column(head, "topic")], (title[0] == '=' ? "'" : "") + title);
    EXPECT_EQ(row[column(head, "criterion_relevance")].empty(), e.state != State::kScored);
  }
}

TEST(Csv, ColumnsAreTheDocumentedOnes) {
  const std::string docs = file_content(std::string(TE_SOURCE_DIR) + "/docs/csv.md");
  std::vector<std::string> documented;
  for (const std::string& row : between(docs, "\n| `", "|")) documented.push_back(row.substr(0, row.find('`')));
  std::vector<std::string> written;
  const Fields head = header(evaluated(samples().front().text));
  for (const std::string& name : head.at(0)) {
    if (name.rfind("criterion_", 0) != 0) written.push_back(replaced(name, "\xEF\xBB\xBF", ""));
    else if (written.back() != "criterion_NAME") written.emplace_back("criterion_NAME");
  }
  EXPECT_EQ(documented, written);
}

TEST(Csv, LinesEndAsTheStandardSays) {
  const Outcome o = evaluated(samples().front().text);
  const std::string all = find_format("csv")->header(*o.book) + find_format("csv")->render(o);
  EXPECT_EQ(all.substr(0, 9), "\xEF\xBB\xBFrecord");
  EXPECT_EQ(between("\n" + all, "\n", "\r").size(), 2 + o.interview.questions.size());
  EXPECT_EQ(all.substr(all.size() - 2), "\r\n");
}

TEST(Csv, FieldsKeepCommasQuotesAndUnlikelyNames) {
  const Outcome o = evaluated(document("Interview Transcript\n===\nCandidate: Ann \"Nan\" Oyelaran, BSc\n===\n\nAI Recruiter: Why, in \"your\" view, do backups fail?\n\nCandidate: Because nobody restores them, so a broken copy is found too late.\n"));
  const Fields head = header(o);
  const Fields rows = csv_fields(find_format("csv")->render(o));
  EXPECT_EQ(rows.at(0)[column(head, "candidate")], "Ann \"Nan\" Oyelaran, BSc");
  EXPECT_EQ(rows.at(1)[column(head, "text")], "Why, in \"your\" view, do backups fail?");
}

}  // namespace
}  // namespace te::test
