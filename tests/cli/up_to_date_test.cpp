// Results in a directory that are up to date are not made again, and a run that skips them leaves the same as one that does not.
#include "cli.h"

#include <filesystem>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace te {
namespace {

using test::Cli;
using test::Data;
using test::ProgramRun;
using test::talk;

constexpr const char* kLog = "out/.transcript-eval.jsonl";

void write_talks(const Cli& cli) {
  cli.files.write("talks/a.txt", talk("bakery"));
  cli.files.write("talks/b.txt", talk("museum"));
  cli.files.write("talks/deep/c.txt", talk("station"));
}

void append(const Cli& cli, const std::string& path, const std::string& more) { cli.files.write(path, cli.files.read(path) + more); }

std::filesystem::file_time_type written_at(const Cli& cli, const std::string& path) { return std::filesystem::last_write_time(cli.files.path() + "/" + path); }

std::string summary(const Cli& cli, const std::string& arguments = "-f json -o out talks") { return cli(arguments).err; }

constexpr const char* kAllDone = "transcript-eval: 3 inputs: 3 done\n";
constexpr const char* kAllSkipped = "transcript-eval: 3 inputs: 0 done, 3 skipped (up to date)\n";

TEST(UpToDate, ResultsAreNotMadeAgain) {
  const Cli cli;
  write_talks(cli);
  EXPECT_EQ(summary(cli), kAllDone);
  const auto before = written_at(cli, "out/a.json");
  EXPECT_EQ(summary(cli), kAllSkipped);
  EXPECT_EQ(summary(cli, "--jobs 8 -f json -o out talks"), kAllSkipped);
  EXPECT_EQ(written_at(cli, "out/a.json"), before);
  EXPECT_EQ(summary(cli, "-f json -o out talks --force"), kAllDone);
  EXPECT_NE(written_at(cli, "out/a.json"), before);
  EXPECT_EQ(summary(cli, "-q -f json -o out talks"), "");
}

TEST(UpToDate, OnlyWhatChangedIsMadeAgain) {
  const Cli cli;
  write_talks(cli);
  summary(cli);
  append(cli, "talks/b.txt", "\n");
  EXPECT_EQ(summary(cli), "transcript-eval: 3 inputs: 1 done, 2 skipped (up to date)\n");
  cli.files.write("talks/d.txt", talk("ferry"));
  EXPECT_EQ(summary(cli), "transcript-eval: 4 inputs: 1 done, 3 skipped (up to date)\n");
  const ProgramRun fresh = cli("-f json -o fresh talks");
  for (const char* name : {"a", "b", "d", "deep/c"}) EXPECT_EQ(cli.files.read(fmt::format("out/{}.json", name)), cli.files.read(fmt::format("fresh/{}.json", name))) << name;
}

TEST(UpToDate, AResultThatWasTouchedIsMadeAgain) {
  const Cli cli;
  write_talks(cli);
  summary(cli);
  const std::string result = cli.files.read("out/a.json");
  std::filesystem::remove(cli.files.path() + "/out/b.json");
  cli.files.write("out/a.json", result.substr(0, 100));
  EXPECT_EQ(summary(cli), "transcript-eval: 3 inputs: 2 done, 1 skipped (up to date)\n");
  EXPECT_EQ(cli.files.read("out/a.json"), result);
  std::string edited = result;
  edited[result.size() / 2] ^= 1;  // of the same size
  cli.files.write("out/a.json", edited);
  EXPECT_EQ(summary(cli), "transcript-eval: 3 inputs: 1 done, 2 skipped (up to date)\n");
  EXPECT_EQ(cli.files.read("out/a.json"), result);
}

TEST(UpToDate, EverythingThatMayChangeAResultCounts) {
  const Cli cli(Data::kBuiltIn);
  cli.files.write("talks/a.txt", talk("bakery"));
  cli.files.write("job.txt", "You keep backups of databases and restore them.\n");
  cli.files.write("rubric.json", cli("rubric").out);
  struct Case {
    const char* arguments;
    bool made;
  };
  // Each is compared with the one before it.
  for (const Case& c : {Case{"", true}, Case{"", false}, Case{"--jobs 2 -v --color never --progress never --fail-under 2 --fail-on error --fail-fast --exclude x", false},
                        Case{"--position Baker", true}, Case{"--position Baker", false}, Case{"--position Cook", true}, Case{"--jd job.txt", true}, Case{"--jd job.txt", false},
                        Case{"--interviewer Interviewer", true}, Case{"--candidate Candidate", true}, Case{"--input-format labelled", true}, Case{"--rubric rubric.json", true},
                        Case{"--rubric rubric.json", false}}) {
    const std::string expected = c.made ? "1 input: 1 done\n" : "1 input: 0 done, 1 skipped (up to date)\n";
    const std::string said = cli(fmt::format("-f json -o out talks {}", c.arguments)).err;
    EXPECT_NE(said.find(expected), std::string::npos) << c.arguments << ": " << said;
  }
  // The same names, but other content.
  append(cli, "rubric.json", "\n");
  EXPECT_EQ(summary(cli, "-f json -o out talks --rubric rubric.json"), "transcript-eval: 1 input: 1 done\n");
  summary(cli, "-f json -o out talks --jd job.txt");
  append(cli, "job.txt", "You write scripts.\n");
  EXPECT_EQ(summary(cli, "-f json -o out talks --jd job.txt"), "transcript-eval: 1 input: 1 done\n");
  // Results name the path as it was given.
  EXPECT_EQ(summary(cli, "-f json -o out ./talks --jd job.txt"), "transcript-eval: 1 input: 1 done\n");
}

TEST(UpToDate, FormatsStandBesideEachOther) {
  const Cli cli;
  write_talks(cli);
  summary(cli);
  EXPECT_EQ(summary(cli, "-f markdown -o out talks"), kAllDone);
  EXPECT_EQ(summary(cli), kAllSkipped);
}

TEST(UpToDate, TheOverviewIsThatOfAFullRun) {
  const Cli cli(Data::kBuiltIn);
  write_talks(cli);
  cli.files.write("talks/empty.txt", "");
  cli.files.write("talks/silent.txt", "Interviewer: Well?\n\nCandidate: Yes.\n");
  summary(cli, "-f html -o out talks");
  cli.files.write("talks/d.txt", talk("ferry"));
  const ProgramRun again = cli("-f html -o out talks");
  EXPECT_NE(again.err.find("6 inputs: 1 done, 4 skipped (up to date), 1 failed\n  1 x the input is empty\n"), std::string::npos) << again.err;
  EXPECT_EQ(again.status, 1);
  summary(cli, "-f html -o fresh talks");
  for (const char* file : {"index.html", "cohort.csv"}) EXPECT_EQ(cli.files.read(std::string("out/") + file), cli.files.read(std::string("fresh/") + file)) << file;
}

TEST(UpToDate, TheExitStatusIsThatOfAFullRun) {
  const Cli cli(Data::kBuiltIn);
  cli.files.write("talks/a.txt", talk("bakery"));
  for (const auto& [arguments, status] : {std::pair("", 0), std::pair("--fail-under 5", 3), std::pair("--fail-under 1", 0)}) {
    EXPECT_EQ(cli(fmt::format("-f json -o out talks {}", arguments)).status, status) << arguments;
  }
  cli.files.write("silent/b.txt", "Interviewer: Well?\n\nCandidate: Yes.\n");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(cli("-f json -o out silent").status, 4) << i;
}

TEST(UpToDate, ADamagedLogCostsOnlyTime) {
  const Cli cli;
  write_talks(cli);
  summary(cli);
  const std::string log = cli.files.read(kLog);
  for (const std::string& damaged : {std::string("not json\n[]\n{}\n{\"result\": 3}\n") + log, "\n\n" + log, log + log, log + "{\"result\": \"a.js"}) {
    cli.files.write(kLog, damaged);
    EXPECT_EQ(summary(cli), kAllSkipped) << damaged;
  }
  for (const std::string& damaged : {std::string(), std::string("\0\xFF\n", 3), log.substr(0, 20)}) {
    cli.files.write(kLog, damaged);
    EXPECT_EQ(summary(cli), kAllDone) << damaged;
  }
  // A run that was killed while it wrote a line: nothing of the next run's is lost with it.
  const std::string newest = cli.files.read(kLog);
  cli.files.write(kLog, newest.substr(0, newest.size() - 5));
  EXPECT_EQ(summary(cli), "transcript-eval: 3 inputs: 1 done, 2 skipped (up to date)\n");
  EXPECT_EQ(summary(cli), kAllSkipped);
}

TEST(UpToDate, TheLogDoesNotGrowWithoutEnd) {
  const Cli cli;
  write_talks(cli);
  summary(cli);
  const std::string log = cli.files.read(kLog);
  std::string grown;
  for (int i = 0; i < 2000; ++i) grown += log;
  cli.files.write(kLog, grown);
  EXPECT_EQ(summary(cli), kAllSkipped);
  EXPECT_EQ(cli.files.read(kLog).size(), log.size());
  EXPECT_EQ(summary(cli), kAllSkipped);
}

TEST(UpToDate, ADirectoryInTheWayOfTheLogIsNoFault) {
  const Cli cli;
  write_talks(cli);
  cli.files.write(std::string(kLog) + "/file", "");
  const ProgramRun run = cli("-f json -o out talks");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "transcript-eval: warning: .transcript-eval.jsonl cannot be written: the next run will make these results again\n" + std::string(kAllDone));
  EXPECT_EQ(cli("-f json -o out talks").status, 0);
}

TEST(UpToDate, AnInterruptedRunIsGoneOnWith) {
  const Cli cli;
  for (int i = 0; i < 400; ++i) cli.files.write(fmt::format("talks/{}.txt", i), talk(fmt::format("station {}", i)));
  // Killed, not only interrupted.
  cli.files.write("stop.sh", std::string(TE_PROGRAM) + " -j 1 -f json -o out talks & pid=$!\nuntil [[ $(ls out 2>/dev/null | wc -l) -gt 3 ]]; do :; done\nkill -KILL $pid; wait $pid 2>/dev/null\nexec " +
                                 TE_PROGRAM + " -f json -o out talks\n");
  const auto run = test::run_program("/bin/bash", {"stop.sh"}, cli.files);
  EXPECT_NE(run.err.find("400 inputs: "), std::string::npos) << run.err;
  EXPECT_EQ(run.err.find("400 inputs: 400 done"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find(" skipped (up to date)\n"), std::string::npos) << run.err;
}

TEST(UpToDate, TwoRunsAtATimeDisturbNothing) {
  const Cli cli;
  for (int i = 0; i < 60; ++i) cli.files.write(fmt::format("talks/{}.txt", i), talk(fmt::format("station {}", i)));
  const std::string run = std::string(TE_PROGRAM) + " -q -f json -o out talks --exclude ";
  cli.files.write("both.sh", run + "'*[02468].txt' & " + run + "'*[13579].txt' & " + run + "'*[05].txt' & wait\n");
  test::run_program("/bin/bash", {"both.sh"}, cli.files);
  EXPECT_EQ(cli.files.read("out/.transcript-eval.jsonl").find("}{"), std::string::npos);
  const auto after = test::run_program(TE_PROGRAM, {"-f", "json", "-o", "out", "talks"}, cli.files);
  EXPECT_EQ(after.err, "transcript-eval: 60 inputs: 0 done, 60 skipped (up to date)\n");
}

}  // namespace
}  // namespace te
