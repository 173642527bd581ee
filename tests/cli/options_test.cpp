// Options: usage errors with what was probably meant, help, version, configuration file, verbosity and colour.
#include "cli.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/samples.h"

namespace te {
namespace {

using test::Cli;
using test::CliRow;
using test::ProgramRun;
using test::RunOptions;
using test::status_and_errors;
using test::talk;

constexpr std::string_view kRunHelp = " / Run 'transcript-eval --help' for the options.";

TEST(Options, UsageErrorsSayWhatWasMeant) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  for (const CliRow& row : {CliRow{"--formt json talk.txt", "unknown option '--formt'; did you mean '--format'?"},
                            CliRow{"--fail-undr=3 talk.txt", "unknown option '--fail-undr=3'; did you mean '--fail-under'?"},
                            CliRow{"--frobnicate-everything talk.txt", "unknown option '--frobnicate-everything'"},
                            CliRow{"-x talk.txt", "unknown option '-x'"},
                            CliRow{"-f jsn talk.txt", "--format: 'jsn' is unknown; did you mean 'json'? (known: text, document, json, jsonl*"},
                            CliRow{"-f spreadsheet talk.txt", "--format: 'spreadsheet' is unknown (known: text, document, json, jsonl*"},
                            CliRow{"--color alwys talk.txt", "--color: 'alwys' is unknown; did you mean 'always'? (known: auto, always, never)"},
                            CliRow{"--fail-on warnings talk.txt", "--fail-on: 'warnings' is unknown; did you mean 'warning'? (known: warning, error)"},
                            CliRow{"--jobs 0 talk.txt", "--jobs: '0' is not a number from 1 to 1024"},
                            CliRow{"-j many talk.txt", "--jobs: 'many' is not a number from 1 to 1024"},
                            CliRow{"--jobs -2 talk.txt", "--jobs: *"},
                            CliRow{"--fail-under 0.5 talk.txt", "--fail-under: '0.5' is not a number from 1 to 5"},
                            CliRow{"talk.txt --output", "--output needs a value"},
                            CliRow{"--input-format webvt talk.txt", "--input-format: 'webvt' is unknown; did you mean 'webvtt'? (known: webvtt, subrip*"},
                            CliRow{"--first-line 3 talk.txt", "--first-line requires --jsonl"},
                            CliRow{"lexicon chekc", "ACTION: 'chekc' is unknown; did you mean 'check'? (known: check, stats, show)"},
                            CliRow{"rubric talk.txt", "too many arguments: 'talk.txt'"},
                            CliRow{"expalin talk.txt", "there is no command 'expalin'; did you mean 'explain'?"},
                            CliRow{"--jsonl - talk.txt", "--jsonl reads its own records; name no other inputs beside it"}}) {
    const ProgramRun run = cli(row.arguments);
    std::string expected = "2 | transcript-eval: error: " + std::string(row.expected);
    if (expected.back() == '*') expected.pop_back();
    else expected += kRunHelp;
    EXPECT_EQ(status_and_errors(run).substr(0, expected.size()), expected) << row.arguments;
    EXPECT_EQ(run.out, "") << row.arguments;
  }
}

TEST(Options, FilesThatTheyNameMustBeThereAndSound) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  cli.files.write("bad.json", "{\n  \"schema\": \"transcript-eval/rubric/1\",\n  \"name\": \"x\",\n  \"descripton\": \"y\"\n}\n");
  cli.files.write("broken.json", "{\n  \"schema\": oops\n}\n");
  cli.files.write("bank.json", "{\"schema\": \"transcript-eval/bank/1\", \"questions\": [\n{\"id\": \"b\", \"text\": \"t\", \"reference_answers\": [], \"levl\": \"basic\"}]}");
  cli.files.write("empty.txt", "\n");
  cli.files.write("binary.txt", std::string("a\0b", 3));
  for (const CliRow& row : {CliRow{"--rubric bad.json talk.txt", "bad.json:1: the key \"description\" is missing*"},
                            CliRow{"--rubric broken.json talk.txt", "broken.json:2: syntax error*"},
                            CliRow{"--rubric nope.json talk.txt", "nope.json: cannot be read: No such file or directory"},
                            CliRow{"--bank bank.json talk.txt", "bank.json:2: unknown key \"levl\" (did you mean \"level\"?)"},
                            CliRow{"--bank talk.txt talk.txt", "talk.txt:1: syntax error*"},
                            CliRow{"--jd binary.txt talk.txt", "binary.txt: the job description is no text (--jd takes a text file (UTF-8))"},
                            CliRow{"--jd empty.txt talk.txt", "empty.txt: the job description is empty (--jd takes a text file (UTF-8))"},
                            CliRow{"--jd nope.txt talk.txt", "nope.txt: cannot be read: No such file or directory"},
                            CliRow{"--data nope talk.txt", "nope: no such data directory (--data must name a directory like the project's data/)"},
                            CliRow{"--data . talk.txt", "lexicon/background.json: the data directory holds no such file (--data must name a directory like the project's data/)"},
                            CliRow{"--candidate Zed talk.txt", "talk.txt: no speaker is called 'Zed' (--candidate takes one of: Interviewer, Candidate)"}}) {
    std::string expected = "2 | transcript-eval: error: " + std::string(row.expected);
    const bool open = expected.back() == '*';
    if (open) expected.pop_back();
    const std::string found = status_and_errors(cli(row.arguments));
    EXPECT_EQ(open ? found.substr(0, expected.size()) : found, expected) << row.arguments;
  }
}

TEST(Options, Version) {
  const ProgramRun run = Cli()("--version");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "transcript-eval 0.1.0\n");
  EXPECT_EQ(run.err, "");
}

/// Names declared in options.cpp: the first argument of add_option, add_flag, set_config and set_version_flag.
std::vector<std::string> declared_options() {
  const std::string code = test::file_content(TE_SOURCE_DIR "/src/cli/options.cpp");
  std::vector<std::string> out;
  for (const char* call : {"add_option(\"", "add_option_function<std::string>(\"", "add_flag(\"", "set_config(\"", "set_version_flag(\""}) {
    for (std::size_t at = code.find(call); at != std::string::npos; at = code.find(call, at + 1)) {
      const std::size_t begin = at + std::string_view(call).size();
      out.push_back(code.substr(begin, code.find('"', begin) - begin));
    }
  }
  return out;
}

TEST(Options, HelpListsEachOfThem) {
  const ProgramRun run = Cli()("--help");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  const auto names = declared_options();
  EXPECT_GE(names.size(), 20U);
  for (const auto& name : names) {
    const auto at = run.out.find("  " + name + " ");
    EXPECT_NE(at, std::string::npos) << name;
  }
  for (const char* format : {"text = ", "document = ", "json = ", "jsonl = "}) EXPECT_NE(run.out.find(format), std::string::npos) << format;
  EXPECT_NE(run.out.find("Exit status: 0"), std::string::npos);
}

TEST(Options, HelpHasOneBlankLineBetweenGroups) {
  const std::string help = Cli()("--help").out;
  EXPECT_EQ(help.find("\n\n\n"), std::string::npos);
  EXPECT_NE(help.find("\n\nUsage: transcript-eval [OPTIONS] INPUT...\n       transcript-eval COMMAND [OPTIONS] ...\n\n"), std::string::npos) << help;
}

TEST(Options, TheEndingOfTheOutputNamesTheFormat) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  struct Case {
    const char* arguments;
    const char* written;
    const char* begins;
  };
  for (const Case& c : {Case{"-o a.html talk.txt", "a.html", "<!DOCTYPE html>"}, Case{"-o a.json talk.txt", "a.json", "{\n"}, Case{"-o a.jsonl talk.txt", "a.jsonl", "{\"schema\":"},
                        Case{"-o a.md talk.txt", "a.md", "# Interview"}, Case{"-o a.txt talk.txt", "a.txt", "4."}, Case{"-o a.log talk.txt", "a.log", "4."},
                        Case{"-f json -o b.html talk.txt", "b.html", "{\n"}, Case{"rank -o c.csv talk.txt", "c.csv", "rank,"}, Case{"rank -o c.txt talk.txt", "c.txt", "Rank"},
                        Case{"parse -o d.json talk.txt", "d.json", "{\n"}, Case{"parse -o d.txt talk.txt", "d.txt", "talk.txt: labelled"}}) {
    EXPECT_EQ(cli(c.arguments).status, 0) << c.arguments;
    const std::string written = cli.files.read(c.written);
    if (std::string_view(c.begins) == "4.") EXPECT_NE(written.find("EVALUATION REPORT"), std::string::npos) << c.arguments;
    else EXPECT_EQ(written.substr(0, std::string_view(c.begins).size()), c.begins) << c.arguments;
  }
}

TEST(Options, FromAFile) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  cli.files.write("good.ini", "format = \"jsonl\"\nposition = \"Keeper\"\n");
  cli.files.write("bad.ini", "qiet = true\n");
  const ProgramRun run = cli("--config good.ini talk.txt");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out.substr(0, 10), "{\"schema\":");
  EXPECT_NE(run.out.find("\"position\":\"Keeper\""), std::string::npos);
  EXPECT_EQ(cli("--config good.ini -f text talk.txt").out.substr(0, 7), "Keeper\n");
  EXPECT_EQ(status_and_errors(cli("--config bad.ini talk.txt")), "2 | transcript-eval: error: --config bad.ini: unknown key 'qiet'; did you mean '--quiet'?" + std::string(kRunHelp));
  EXPECT_EQ(status_and_errors(cli("--config nope.ini talk.txt")), "2 | transcript-eval: error: --config nope.ini: cannot be read; it takes a file of lines 'key = value'" + std::string(kRunHelp));
}

TEST(Options, QuietAndVerbose) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  cli.files.write("short.txt", "This is the call of Monday.\n\nInterviewer: What is a queue?\n\nCandidate: A line.\n");
  const std::string warning = "transcript-eval: warning: short.txt: insufficient: the candidate says 2 words in all; 30 are needed for a decision";
  EXPECT_EQ(status_and_errors(cli("talk.txt")), "0 |");
  EXPECT_EQ(status_and_errors(cli("-q short.txt")), "4 |");
  EXPECT_EQ(status_and_errors(cli("-q missing.txt")), "2 | transcript-eval: error: missing.txt: no such file or directory (check the path)");
  EXPECT_EQ(status_and_errors(cli("-v short.txt")),
            "4 | transcript-eval: info: short.txt: 'Candidate' is the candidate: named so by the label (confidence 0.99)"
            " / transcript-eval: info: short.txt:1: this line belongs to no speaker and no header [input.unassigned-line] / " +
                warning);
  EXPECT_EQ(cli("-v talk.txt").out, cli("-q talk.txt").out);
}

TEST(Options, ColourIsForTerminalsUnlessToldOtherwise) {
  struct Case {
    const char* arguments;
    bool terminal;
    std::map<std::string, std::string> environment;
    bool colored;
  };
  const Cli cli;
  cli.files.write("talk.txt", talk());
  for (const Case& c : {Case{"talk.txt", false, {{"TERM", "xterm"}}, false}, Case{"talk.txt", true, {{"TERM", "xterm"}}, true}, Case{"talk.txt", true, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}, false},
                        Case{"talk.txt", true, {{"TERM", "xterm"}, {"NO_COLOR", ""}}, true}, Case{"talk.txt", true, {{"TERM", "dumb"}}, false}, Case{"talk.txt", true, {}, false},
                        Case{"--color never talk.txt", true, {{"TERM", "xterm"}}, false}, Case{"--color always talk.txt", false, {}, true},
                        Case{"--color always talk.txt", false, {{"NO_COLOR", "1"}}, true}, Case{"--color always -f json talk.txt", false, {}, false}}) {
    RunOptions options;
    options.terminal = c.terminal;
    options.environment = c.environment;
    const ProgramRun run = cli(c.arguments, options);
    EXPECT_EQ(run.status, 0) << c.arguments;
    EXPECT_EQ(run.out.find('\x1b') != std::string::npos, c.colored) << c.arguments << (c.terminal ? " on a terminal" : " in a pipe");
  }
}

TEST(Options, ColourChangesNoWord) {
  const Cli cli(test::Data::kBuiltIn);
  cli.files.write("talk.txt", talk());
  std::string colored = cli("--color always talk.txt").out;
  // Only the decision is bold, not the whole line that it begins.
  EXPECT_NE(colored.find(".**\x1b[0m The overall score"), std::string::npos);
  for (std::size_t at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) colored.erase(at, colored.find('m', at) + 1 - at);
  EXPECT_EQ(colored, cli("--color never talk.txt").out);
}

}  // namespace
}  // namespace te
