// Pages and rows of many inputs: the overview of a directory, one row of column names.
#include "cli.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace te {
namespace {

using test::Cli;
using test::ProgramRun;
using test::status_and_errors;
using test::talk;

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

void write_talks(const Cli& cli) {
  cli.files.write("talks/a.txt", talk("bakery"));
  cli.files.write("talks/deep/b #1.txt", talk("museum"));
  cli.files.write("talks/index.txt", talk("station"));
  cli.files.write("talks/empty.txt", "");
}

TEST(Overview, OfADirectoryStandsBesideTheReports) {
  const Cli cli;
  write_talks(cli);
  const ProgramRun run = cli("-f html -o out talks");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.out, "");
  // A transcript named index does not lose its report to the page.
  for (const char* file : {"out/index.html", "out/cohort.csv", "out/a.html", "out/deep/b #1.html", "out/index-2.html"}) EXPECT_TRUE(cli.files.has(file)) << file;
  const std::string page = cli.files.read("out/index.html");
  for (const char* link : {"href=\"./a.html\"", "href=\"./deep/b%20%231.html\"", "href=\"./index-2.html\"", "href=\"cohort.csv\""}) EXPECT_NE(page.find(link), std::string::npos) << link;
  EXPECT_NE(page.find("talks/empty.txt"), std::string::npos);
  EXPECT_EQ(times(cli.files.read("out/cohort.csv"), "\r\ninterview,"), 3U);
}

TEST(Overview, IsTheSameWhateverTheJobs) {
  const Cli cli;
  for (int i = 0; i < 12; ++i) cli.files.write(fmt::format("talks/{:02}.txt", i), talk(fmt::format("station {}", i)));
  cli("-f html --jobs 1 -o one talks");
  cli("-f html --jobs 8 -o many talks");
  for (const char* file : {"index.html", "cohort.csv", "03.html"}) EXPECT_EQ(cli.files.read(std::string("many/") + file), cli.files.read(std::string("one/") + file)) << file;
}

TEST(Overview, OtherFormatsHaveNone) {
  const Cli cli;
  write_talks(cli);
  cli("-f json -o out talks");
  EXPECT_FALSE(cli.files.has("out/index.html"));
  EXPECT_TRUE(cli.files.has("out/index.json"));
}

TEST(Overview, PagesCannotFollowOneAnother) {
  const Cli cli;
  write_talks(cli);
  const char* expected = "2 | transcript-eval: error: --format html makes one page for each of 4 inputs (give a directory to --output)";
  EXPECT_EQ(status_and_errors(cli("-f html talks")), expected);
  EXPECT_EQ(status_and_errors(cli("-f html -o - talks")), expected);
  EXPECT_EQ(cli("-f html talks/a.txt").status, 0);
}

TEST(Overview, ColumnNamesStandOnceOnStandardOutputAndInEachFile) {
  const Cli cli;
  write_talks(cli);
  const std::string printed = cli("-q -f csv talks/a.txt talks/empty.txt talks/index.txt").out;
  EXPECT_EQ(printed.find("\xEF\xBB\xBFrecord,"), 0U);
  EXPECT_EQ(times(printed, "record,"), 1U);
  EXPECT_EQ(times(printed, "\r\ninterview,"), 2U);
  cli("-q -f csv -o out talks");
  for (const char* file : {"out/a.evaluation.csv", "out/index.evaluation.csv"}) EXPECT_EQ(times(cli.files.read(file), "record,"), 1U) << file;
}

TEST(Overview, OwnMarkdownIsNoTranscript) {
  const Cli cli;
  cli.files.write("talks/a.txt", talk());
  EXPECT_EQ(cli("-f markdown -o talks talks").status, 0);
  EXPECT_TRUE(cli.files.has("talks/a.evaluation.md"));
  EXPECT_EQ(cli("-f markdown -o again talks").status, 0);
  EXPECT_FALSE(cli.files.has("again/a.evaluation.evaluation.md"));
}

}  // namespace
}  // namespace te
