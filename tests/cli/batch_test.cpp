// Many inputs: exit statuses, thresholds, the same bytes whatever the jobs; hostile text that stays text.
#include "cli.h"

#include <filesystem>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/documents.h"
#include "support/outcomes.h"
#include "support/samples.h"

namespace te {
namespace {

using test::Cli;
using test::Data;
using test::ProgramRun;
using test::RunOptions;
using test::talk;

constexpr const char* kFormats[] = {"text", "document", "json", "jsonl", "markdown", "csv"};

TEST(Batch, ThresholdsDecideTheExitStatus) {
  const Cli cli(Data::kBuiltIn);
  cli.files.write("talk.txt", talk());
  cli.files.write("empty.txt", "");
  cli.files.write("wrong.txt", test::sample("site-reliability-engineer-wrong-records").text);
  cli.files.write("right.txt", test::sample("backend-engineer-strong").text);
  struct Case {
    const char* arguments;
    int status;
  };
  for (const Case& c : {Case{"--fail-under 1 talk.txt", 0}, Case{"--fail-under 5 talk.txt", 3}, Case{"--fail-under 5 talk.txt empty.txt", 1}, Case{"--fail-under 5 talk.txt missing.txt", 2},
                        Case{"--fail-on warning wrong.txt", 3}, Case{"--fail-on warning right.txt", 0}, Case{"--fail-on error right.txt", 0}, Case{"wrong.txt", 0}}) {
    EXPECT_EQ(cli(c.arguments).status, c.status) << c.arguments;
  }
}

/// 24 talks, three of them empty, and all samples.
void write_talks(const Cli& cli) {
  for (int i = 0; i < 24; ++i) cli.files.write(fmt::format("talks/{:02}.txt", i), i % 9 == 4 ? "" : talk(fmt::format("station number {}", i)));
  for (const auto& s : test::samples()) cli.files.write("talks/" + s.name + ".txt", s.text);
}

TEST(Batch, GivesTheSameBytesWhateverTheJobs) {
  const Cli cli;
  write_talks(cli);
  for (const char* format : kFormats) {
    const ProgramRun one = cli(fmt::format("-f {} --jobs 1 talks", format));
    const ProgramRun many = cli(fmt::format("-f {} --jobs 8 talks", format));
    EXPECT_EQ(one.status, 1) << format;
    EXPECT_EQ(many.status, 1) << format;
    EXPECT_EQ(many.out, one.out) << format;
    EXPECT_EQ(many.err, one.err) << format;
  }
}

TEST(Batch, AProgramThatWasCopiedAloneTakesLonger) {
  const Cli cli(Data::kBuiltIn);
  write_talks(cli);
  cli.files.write("alone/transcript-eval", test::file_content(TE_PROGRAM));
  std::filesystem::permissions(cli.files.path() + "/alone/transcript-eval", std::filesystem::perms::owner_all);
  const std::string program = cli.files.path() + "/alone/transcript-eval";
  const auto run = [&](const char* jobs) { return test::run_program(program, {"-f", "csv", "--jobs", jobs, "talks"}, cli.files); };
  const ProgramRun one = run("1");
  const ProgramRun many = run("8");
  EXPECT_EQ(many.out, one.out);
  const std::string warning = "transcript-eval: warning: one input after the other is evaluated: ";
  EXPECT_EQ(many.err.starts_with(warning), TE_STATIC_PROGRAM);
  EXPECT_FALSE(one.err.starts_with(warning));
  EXPECT_EQ(many.err.substr(TE_STATIC_PROGRAM ? many.err.find('\n') + 1 : 0), one.err);
}

TEST(Batch, AProgramOfAnotherBuildDoesNotTakeOver) {
  const Cli cli(Data::kBuiltIn);
  write_talks(cli);
  const std::string program = std::string(TE_PROGRAM) + (TE_STATIC_PROGRAM ? "-parallel" : "");
  RunOptions options;
  options.environment["TRANSCRIPT_EVAL_BUILD"] = "another";
  const ProgramRun other = test::run_program(program, {"-f", "csv", "talks/00.txt", "talks/01.txt"}, cli.files, options);
  EXPECT_EQ(other.status, 2);
  EXPECT_EQ(other.out, "");
  EXPECT_EQ(other.err, "transcript-eval: error: transcript-eval-parallel is of another build than the transcript-eval that was called: install both, or give --jobs 1\n");
}

TEST(Batch, AConfigurationMayBeAPipe) {
  const Cli cli(Data::kBuiltIn);
  write_talks(cli);
  cli.files.write("run.sh", std::string(TE_PROGRAM) + " --config <(echo 'format = csv') talks/00.txt talks/01.txt\n");
  const ProgramRun run = test::run_program("/bin/bash", {"run.sh"}, cli.files);
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, cli("-f csv talks/00.txt talks/01.txt").out);
}

TEST(Batch, WritesTheSameFilesWhateverTheJobs) {
  const Cli cli(Data::kBuiltIn);
  write_talks(cli);
  cli("-f json --jobs 1 -o one talks");
  cli("-f json --jobs 8 -o many talks");
  for (const auto& s : test::samples()) EXPECT_EQ(cli.files.read("many/" + s.name + ".json"), cli.files.read("one/" + s.name + ".json")) << s.name;
}

TEST(Batch, WarningsComeInTheOrderOfTheInputs) {
  const Cli cli;
  std::string expected;
  for (int i = 10; i < 40; ++i) {
    // Without a candidate who says something there is no score: a warning, in time that differs from input to input.
    const bool silent = i % 2 == 0;
    cli.files.write(fmt::format("talks/{}.txt", i), silent ? "Interviewer: Well?\n\nCandidate: Yes.\n" : i % 5 == 0 ? "" : talk());
    if (silent) expected += fmt::format("{} ", i);
    else if (i % 5 == 0) expected += fmt::format("{} ", i);
  }
  const ProgramRun run = cli("--jobs 8 -f jsonl talks");
  std::string named;
  for (std::size_t at = run.err.find(": talks/"); at != std::string::npos; at = run.err.find(": talks/", at + 1)) named += run.err.substr(at + 8, 2) + " ";
  EXPECT_EQ(named, expected);
}

TEST(Batch, FailFastStopsAtTheFirstThatFails) {
  const Cli cli;
  for (int i = 0; i < 20; ++i) cli.files.write(fmt::format("talks/{:02}.txt", i), i == 3 || i == 5 ? "" : talk(fmt::format("station {}", i)));
  for (const char* jobs : {"1", "8"}) {
    const ProgramRun run = cli(fmt::format("--fail-fast --jobs {} -f jsonl talks", jobs));
    EXPECT_EQ(test::status_and_sources(run), "1 talks/00.txt talks/01.txt talks/02.txt") << jobs;
    EXPECT_EQ(run.err,
              "transcript-eval: error: talks/03.txt: the input is empty (give a transcript with at least one question and one answer)\n"
              "transcript-eval: error: stopped after 4 of 20 inputs; what is written is whole\n")
        << jobs;
    EXPECT_EQ(test::status_and_sources(cli(fmt::format("--fail-fast --jobs {} -f jsonl talks missing.txt", jobs))), "2") << jobs;
  }
  EXPECT_EQ(cli("--fail-fast -f jsonl talks/00.txt").status, 0);
}

TEST(Batch, PrintsReportsOneAfterTheOther) {
  const Cli cli;
  cli.files.write("a.txt", talk());
  cli.files.write("b.txt", talk("museum"));
  EXPECT_EQ(cli("a.txt b.txt").out, cli("a.txt").out + "\n" + cli("b.txt").out);
  EXPECT_EQ(cli("-f jsonl a.txt b.txt").out, cli("-f jsonl a.txt").out + cli("-f jsonl b.txt").out);
}

TEST(Batch, ASampleGivesAResultInEveryFormat) {
  const Cli cli(Data::kBuiltIn);
  for (const auto& s : test::samples()) cli.files.write(s.name + ".txt", s.text);
  for (const char* format : kFormats) {
    const ProgramRun run = cli(fmt::format("-q -f {} .", format));
    EXPECT_EQ(run.status, 0) << format;
    EXPECT_EQ(run.err, "") << format;
    EXPECT_FALSE(test::has_controls(test::replaced(run.out, "\r\n", "\n"))) << format;  // lines of CSV end with both
    EXPECT_EQ(run.out.find("\xEF\xBF\xBD"), std::string::npos) << format;
    EXPECT_EQ(run.out.back(), '\n') << format;
  }
}

TEST(Batch, LineEndsOfTheInputDoNotShow) {
  for (const char* format : {"text", "document"}) {
    RunOptions unix_lines;
    unix_lines.input = test::sample("llm-engineer-exceptional").text;
    RunOptions dos_lines;
    dos_lines.input = test::with_line_ends(unix_lines.input, "\r\n");
    const std::string arguments = fmt::format("-f {} -", format);
    EXPECT_EQ(Cli()(arguments, dos_lines).out, Cli()(arguments, unix_lines).out) << format;
  }
}

TEST(Batch, ADocumentCanBeReadAgain) {
  const Cli cli(Data::kBuiltIn);
  cli.files.write("a.txt", test::sample("data-analyst-average").text);
  ASSERT_EQ(cli("-f document -o again.txt a.txt").status, 0);
  const auto first = nlohmann::json::parse(cli("-f json a.txt").out);
  const auto second = nlohmann::json::parse(cli("-f json again.txt").out);
  ASSERT_EQ(second["turns"].size(), first["turns"].size());
  for (std::size_t i = 0; i < first["turns"].size(); ++i) EXPECT_EQ(second["turns"][i]["text"], first["turns"][i]["text"]) << i;
  ASSERT_EQ(second["questions"].size(), first["questions"].size());
  for (std::size_t i = 0; i < first["questions"].size(); ++i) EXPECT_EQ(second["questions"][i]["score_raw"], first["questions"][i]["score_raw"]) << i;
  EXPECT_EQ(second["diagnostics"], nlohmann::json::array());
}

TEST(Batch, ControlCharactersAreNotPrinted) {
  RunOptions options;
  options.input = "Interviewer: How \x1b[31mdid you\x07 keep the backups?\n\nCandidate: I copied them because \x1b]0;evil\x07the old disk \x7f had failed \xC2\x9B" "31m twice in March, and I restored 40 of them on "
                  "a spare machine\r which showed us that one table was missing since the summer of that year.\n";
  for (const char* arguments : {"-", "-f document -", "-v -", "--color never -f text -"}) {
    const ProgramRun run = Cli()(arguments, options);
    EXPECT_EQ(run.status, 0) << arguments;
    EXPECT_FALSE(test::has_controls(run.out)) << arguments;
    EXPECT_FALSE(test::has_controls(run.err)) << arguments;
    EXPECT_NE(run.out.find("the old disk"), std::string::npos) << arguments;
  }
  const ProgramRun json = Cli()("-f json -", options);
  EXPECT_FALSE(nlohmann::json::parse(json.out, nullptr, false).is_discarded());
  EXPECT_EQ(json.out.find('\x1b'), std::string::npos);
}

TEST(Batch, ErrorMessagesAreSafeToo) {
  RunOptions options;
  options.input = "{\"id\": \"\\u001b[2J\\u0007\", \"text\": \"Dear all.\"}\n";
  const ProgramRun run = Cli()("--jsonl -", options);
  EXPECT_EQ(run.status, 1);
  EXPECT_FALSE(test::has_controls(run.out));
  EXPECT_FALSE(test::has_controls(run.err));
}

TEST(Batch, BrokenUtf8IsReplacedAndReported) {
  RunOptions options;
  options.input = talk("caf\xC3\xA9 \xE9");
  const ProgramRun run = Cli()("-f json -", options);
  ASSERT_EQ(run.status, 0);
  const auto result = nlohmann::json::parse(run.out, nullptr, false);
  ASSERT_FALSE(result.is_discarded());
  ASSERT_EQ(result["diagnostics"].size(), 1U);
  EXPECT_EQ(result["diagnostics"][0]["code"], "input.invalid-utf8");
  EXPECT_EQ(result["diagnostics"][0]["line"], 1);
}

}  // namespace
}  // namespace te
