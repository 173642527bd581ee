// explain, rank, schema, completions, the manual page, progress and interruption.
#include "cli.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace te {
namespace {

using test::Cli;
using test::status_and_errors;
using test::talk;

TEST(Explain, TakesOneTranscriptAndNamesTheQuestionsThatThereAre) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  EXPECT_EQ(cli("explain talk.txt").status, 0);
  EXPECT_NE(cli("explain talk.txt").out.find("base: every answer begins with 1"), std::string::npos);
  EXPECT_EQ(cli("explain").status, 2);
  EXPECT_EQ(status_and_errors(cli("explain talk.txt --question Q77")), "2 | transcript-eval: error: talk.txt: there is no question Q77 (it has Q1 to Q2)");
  EXPECT_EQ(cli("explain missing.txt").status, 2);
}

TEST(Rank, OrdersADirectoryAndKeepsGoingAfterABadInput) {
  const Cli cli;
  cli.files.write("in/a.txt", talk("bakery"));
  cli.files.write("in/b.txt", talk("harbour"));
  cli.files.write("in/c.txt", "");
  const auto run = cli("rank -f json in");
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("in/c.txt"), std::string::npos);
  const auto ranking = nlohmann::json::parse(run.out);
  ASSERT_EQ(ranking.at("candidates").size(), 2U);
  EXPECT_EQ(ranking.at("candidates").at(0).at("rank"), 1);
  EXPECT_EQ(cli("rank -f csv -o out/ranking.csv in").status, 1);
  EXPECT_EQ(cli.files.read("out/ranking.csv").substr(0, 5), "rank,");
  EXPECT_EQ(cli("rank -f json -j 2 in").out, run.out);
  EXPECT_EQ(cli("rank").status, 2);
}

TEST(Commands, AreSuggestedForAnInputThatDoesNotExist) {
  const Cli cli;
  EXPECT_EQ(status_and_errors(cli("explan")), "2 | transcript-eval: error: explan: no such file or directory (did you mean the command 'explain'?)");
  EXPECT_EQ(status_and_errors(cli("notes/explan")), "2 | transcript-eval: error: notes/explan: no such file or directory (check the path)");
}

TEST(Completions, OfferOptionsAndValues) {
  const Cli cli;
  const std::string complete = "COMP_WORDS=(transcript-eval $@); COMP_CWORD=$#; _transcript_eval; echo ${COMPREPLY[*]}";
  const auto offered = [&](const std::string& words) {
    cli.files.write("complete.sh", cli("completions bash").out + "set -- " + words + "\n" + complete + "\n");
    return test::run_program("/bin/bash", {"complete.sh"}, cli.files).out;
  };
  EXPECT_EQ(offered("--form"), "--format\n");
  EXPECT_EQ(offered("--format js"), "json jsonl\n");
  EXPECT_EQ(offered("rank -f c"), "csv\n");
  EXPECT_EQ(offered("explain --que"), "--question\n");
  EXPECT_NE(offered("ra").find("rank"), std::string::npos);
  EXPECT_EQ(cli("completions zsh").out.substr(0, 24), "#compdef transcript-eval");
  EXPECT_NE(cli("completions fish").out.find("-s f -l format -x -a 'text"), std::string::npos);
  EXPECT_EQ(status_and_errors(cli("completions bsh")), "2 | transcript-eval: error: completions takes bash, zsh or fish; did you mean 'bash'? / Run 'transcript-eval --help' for the options.");
}

TEST(Manual, HasEveryOptionAndCommand) {
  const Cli cli;
  const std::string page = cli("manual").out;
  EXPECT_EQ(page.substr(0, 4), ".TH ");
  for (const char* expected : {"\\fB\\-\\-fail\\-under\\fR \\fISCORE\\fR", ".SS rank", ".SS explain", "\\fB\\-f\\fR, \\fB\\-\\-format\\fR", "Exit status"}) EXPECT_NE(page.find(expected), std::string::npos) << expected;
}

TEST(Progress, IsShownWhereItIsAskedForAndNowhereElse) {
  const Cli cli;
  cli.files.write("in/a.txt", talk("bakery"));
  cli.files.write("in/b.txt", talk("harbour"));
  EXPECT_EQ(cli("-q -f json -o out in").err, "");
  const auto shown = cli("--progress always -f json -o out in");
  EXPECT_NE(shown.err.find(" 2/2  "), std::string::npos) << shown.err;
  EXPECT_EQ(cli("-q --progress never -f json -o out in").err, "");
  EXPECT_EQ(cli("--progress always -f json in").out, cli("-f json in").out);
}

TEST(Interruption, LeavesWholeFilesAndSaysWhatIsDone) {
  const Cli cli;
  for (int i = 0; i < 400; ++i) cli.files.write("in/" + std::to_string(i) + ".txt", talk());
  cli.files.write("stop.sh", std::string(TE_PROGRAM) + " -j 1 -f json -o out in & pid=$!\nuntil ls out/*.json >/dev/null 2>&1; do :; done\nkill -INT $pid; wait $pid; echo $?\n");
  const auto run = test::run_program("/bin/bash", {"-m", "stop.sh"}, cli.files);
  EXPECT_EQ(run.out, "130\n") << run.err;
  EXPECT_NE(run.err.find("interrupted after "), std::string::npos) << run.err;
  EXPECT_NE(run.err.find(" of 400 inputs; what is written is whole"), std::string::npos) << run.err;
  const std::string files = cli.files.files();
  EXPECT_EQ(files.find(".json."), std::string::npos) << files;
}

TEST(Interruption, OfAStreamLeavesTheOldResults) {
  const Cli cli;
  cli.files.write("results.jsonl", "old");
  const std::string record = nlohmann::json{{"id", 1}, {"text", talk()}}.dump() + "\n";
  cli.files.write("record.jsonl", record);
  cli.files.write("stop.sh", "mkfifo pipe; " + std::string(TE_PROGRAM) + " --jsonl pipe -o results.jsonl & pid=$!\nexec 3>pipe; cat record.jsonl >&3\nuntil ls results.jsonl.part >/dev/null 2>&1; do :; done\nkill -INT $pid; wait $pid; echo $?\n");
  const auto run = test::run_program("/bin/bash", {"-m", "stop.sh"}, cli.files);
  EXPECT_EQ(run.out, "130\n") << run.err;
  EXPECT_EQ(cli.files.read("results.jsonl"), "old");
  EXPECT_FALSE(cli.files.has("results.jsonl.part"));
}

}  // namespace
}  // namespace te
