// Where results are written: files that are whole or absent, directories for many inputs, inputs that stay as they are.
#include "cli.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

namespace te {
namespace {

using test::Cli;
using test::CliRow;
using test::ProgramRun;
using test::status_and_errors;
using test::talk;
namespace fs = std::filesystem;

bool is_result(const std::string& content) { return content.substr(0, 12) == "{\n  \"schema\"" && content.back() == '\n'; }

TEST(Output, IsAsWideAsTheTerminalAndFilesAreAlwaysTheSame) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  const auto widest = [](const std::string& text) {
    std::size_t out = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      // Letters beside ASCII are those of the bars, of one column each.
      out = std::max(out, static_cast<std::size_t>(std::count_if(text.begin() + static_cast<long>(at), text.begin() + static_cast<long>(end), [](char c) { return (c & 0xC0) != 0x80; })));
      at = end + 1;
    }
    return out;
  };
  EXPECT_EQ(widest(cli("talk.txt").out), 80U);
  EXPECT_EQ(widest(cli("talk.txt", {"", {{"COLUMNS", "120"}}}).out), 120U);
  EXPECT_EQ(widest(cli("talk.txt", {"", {{"COLUMNS", "wide"}}}).out), 80U);
  EXPECT_EQ(cli("-o report.txt talk.txt", {"", {{"COLUMNS", "120"}}}).status, 0);
  EXPECT_EQ(cli.files.read("report.txt"), cli("talk.txt").out);
}

TEST(Output, GoesToAFile) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  const ProgramRun printed = cli("-f json talk.txt");
  const ProgramRun written = cli("-f json -o result.json talk.txt");
  EXPECT_EQ(written.status, 0);
  EXPECT_EQ(written.out, "");
  EXPECT_EQ(cli.files.read("result.json"), printed.out);
  EXPECT_EQ(cli.files.files(), "result.json talk.txt");
  EXPECT_EQ(cli("-f json -o - talk.txt").out, printed.out);
}

TEST(Output, ReplacesAnOldResultAndMakesDirectories) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  cli.files.write("result.json", "old");
  EXPECT_EQ(cli("-f json -o result.json talk.txt").status, 0);
  EXPECT_TRUE(is_result(cli.files.read("result.json")));
  EXPECT_EQ(cli("-f json -o new/deep/result.json talk.txt").status, 0);
  EXPECT_TRUE(is_result(cli.files.read("new/deep/result.json")));
  struct stat info {};
  ASSERT_EQ(stat((cli.files.path() + "/result.json").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0644U);
}

TEST(Output, OfABadInputIsNoFile) {
  const Cli cli;
  cli.files.write("empty.txt", "");
  cli.files.write("old.json", "old");
  EXPECT_EQ(cli("-f json -o result.json empty.txt").status, 1);
  EXPECT_EQ(cli("-f json -o old.json empty.txt").status, 1);
  EXPECT_EQ(cli.files.read("old.json"), "old");
  EXPECT_EQ(cli.files.files(), "empty.txt old.json");
}

TEST(Output, OfManyInputsGoesToADirectory) {
  const Cli cli;
  cli.files.write("a.txt", talk());
  cli.files.write("talks/b.txt", talk("museum"));
  cli.files.write("talks/sub/c.md", talk("harbour"));
  EXPECT_EQ(cli("-f json -o out a.txt talks").status, 0);
  EXPECT_EQ(cli.files.files(), "a.txt out/.transcript-eval.jsonl out/a.json out/b.json out/sub/c.json talks/b.txt talks/sub/c.md");
  EXPECT_TRUE(is_result(cli.files.read("out/sub/c.json")));
  EXPECT_NE(cli.files.read("out/b.json").find("museum"), std::string::npos);
}

TEST(Output, OfOneInputGoesToADirectoryWhenItIsOne) {
  const Cli cli;
  cli.files.write("a.txt", talk());
  cli.files.write("talks/b.txt", talk("museum"));
  fs::create_directory(cli.files.path() + "/there");
  EXPECT_EQ(cli("-f json -o there a.txt").status, 0);
  EXPECT_EQ(cli("-f json -o slash/ a.txt").status, 0);
  EXPECT_EQ(cli("-f json -o searched talks").status, 0);
  EXPECT_EQ(cli.files.files(), "a.txt searched/.transcript-eval.jsonl searched/b.json slash/.transcript-eval.jsonl slash/a.json talks/b.txt there/.transcript-eval.jsonl there/a.json");
}

TEST(Output, GivesEachInputItsOwnFile) {
  const Cli cli;
  cli.files.write("a.txt", talk());
  cli.files.write("a.md", talk("museum"));
  cli.files.write("x/b.txt", talk("harbour"));
  cli.files.write("y/b.txt", talk("library"));
  EXPECT_EQ(cli("-f json -o out a.txt a.md").status, 0);
  EXPECT_EQ(cli.files.files(), "a.md a.txt out/.transcript-eval.jsonl out/a.md.json out/a.txt.json x/b.txt y/b.txt");
  EXPECT_EQ(cli("-f json -o two x/b.txt y/b.txt").status, 0);
  std::string found;
  for (const auto& entry : fs::directory_iterator(cli.files.path() + "/two")) found += cli.files.read("two/" + entry.path().filename().string());
  EXPECT_NE(found.find("harbour"), std::string::npos);
  EXPECT_NE(found.find("library"), std::string::npos);
}

TEST(Output, OfManyInputsDoesNotFitInAFile) {
  const Cli cli;
  cli.files.write("a.txt", talk());
  cli.files.write("b.txt", talk("museum"));
  cli.files.write("result.json", "old");
  EXPECT_EQ(status_and_errors(cli("-f json -o result.json a.txt b.txt")), "2 | transcript-eval: error: result.json: a file cannot take the results of 2 inputs (give a directory to --output)");
  EXPECT_EQ(cli.files.read("result.json"), "old");
}

TEST(Output, NeverReplacesAnInput) {
  for (const CliRow& row : {CliRow{"-o a.txt a.txt", "2 | transcript-eval: error: a.txt: the result would overwrite the transcript (choose another --output)"},
                            CliRow{"-o ./sub/../a.txt a.txt", "2 | transcript-eval: error: ./sub/../a.txt: the result would overwrite the transcript (choose another --output)"},
                            CliRow{"-o sub/a.txt a.txt sub/a.txt", "2 | transcript-eval: error: sub/a.txt: a file cannot take the results of 2 inputs (give a directory to --output)"},
                            CliRow{"--jsonl records.jsonl -o records.jsonl", "2 | transcript-eval: error: records.jsonl: the results would overwrite the records (choose another --output)"}}) {
    const Cli cli;
    cli.files.write("a.txt", talk());
    cli.files.write("sub/a.txt", talk("museum"));
    cli.files.write("records.jsonl", "{\"id\": 1}\n");
    EXPECT_EQ(status_and_errors(cli(row.arguments)), row.expected) << row.arguments;
    EXPECT_EQ(cli.files.read("a.txt"), talk()) << row.arguments;
    EXPECT_EQ(cli.files.read("sub/a.txt"), talk("museum")) << row.arguments;
    EXPECT_EQ(cli.files.read("records.jsonl"), "{\"id\": 1}\n") << row.arguments;
    EXPECT_EQ(cli.files.files(), "a.txt records.jsonl sub/a.txt") << row.arguments;
  }
}

TEST(Output, NeverReplacesAnotherInputOfTheSameRun) {
  const Cli cli;
  for (const char* path : {"talks/a.txt", "talks/sub/a.txt", "talks/sub/sub/a.txt", "talks/a.json"}) cli.files.write(path, talk(path));
  cli("-f text -o talks/sub talks");
  cli("-f document -o talks talks");
  for (const char* path : {"talks/a.txt", "talks/sub/a.txt", "talks/sub/sub/a.txt"}) EXPECT_EQ(cli.files.read(path), talk(path)) << path;
}

TEST(Output, BesideTranscriptsIsNoInputOfTheNextRun) {
  for (const char* format : {"text", "document", "json"}) {
    const Cli cli;
    cli.files.write("talks/a.txt", talk());
    const std::string arguments = std::string("-o talks/results -f ") + format + " talks";
    EXPECT_EQ(cli(arguments).status, 0) << format;
    const std::string once = cli.files.files();
    cli(arguments);
    EXPECT_EQ(cli.files.files(), once) << format;
  }
}

TEST(Output, WritesIntoPipesAndThroughLinks) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  const std::string pipe = cli.files.path() + "/pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const int reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  EXPECT_EQ(cli("-f json -o pipe talk.txt").status, 0);
  char begin[12] = {};
  EXPECT_EQ(read(reader, begin, sizeof begin), 12);
  close(reader);
  EXPECT_EQ(std::string_view(begin, 12), "{\n  \"schema\"");
  EXPECT_TRUE(fs::is_fifo(pipe));
  cli.files.write("real.json", "old");
  fs::create_symlink("real.json", cli.files.path() + "/link.json");
  EXPECT_EQ(cli("-f json -o link.json talk.txt").status, 0);
  EXPECT_TRUE(fs::is_symlink(cli.files.path() + "/link.json"));
  EXPECT_TRUE(is_result(cli.files.read("real.json")));
}

TEST(Output, ThatCannotBeWrittenIsAnError) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  cli.files.write("file", "in the way");
  const ProgramRun run = cli("-f json -o file/result.json talk.txt");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err.substr(0, 23), "transcript-eval: error:");
  EXPECT_EQ(cli("--jsonl talk.txt -o file/result.jsonl").status, 2);
  EXPECT_EQ(cli.files.read("file"), "in the way");
  EXPECT_EQ(cli.files.files(), "file talk.txt");
}

}  // namespace
}  // namespace te
