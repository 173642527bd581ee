// Subcommands: one test per command, and what all of them have in common.
#include "cli.h"

#include <gtest/gtest.h>

#include "support/samples.h"

namespace te {
namespace {

using test::Cli;
using test::Data;
using test::talk;

TEST(Commands, HelpNamesEachOfThem) {
  const Cli cli;
  const std::string help = cli("--help").out;
  EXPECT_NE(help.find("\nCommands:\n"), std::string::npos);
  EXPECT_NE(help.find("  rubric "), std::string::npos);
  const auto own = cli("rubric --help");
  EXPECT_EQ(own.status, 0);
  EXPECT_NE(own.out.find("Print the built-in rubric"), std::string::npos);
}

TEST(Commands, AnUnknownOptionOfACommandIsComparedWithItsOwn) {
  const Cli cli;
  EXPECT_EQ(status_and_errors(cli("rubric --hepl")), "2 | transcript-eval: error: unknown option '--hepl'; did you mean '--help'? / Run 'transcript-eval --help' for the options.");
}

TEST(Commands, RubricPrintsWhatTheProgramScoresWith) {
  const Cli cli(Data::kBuiltIn);
  cli.files.write("talk.txt", talk());
  const auto printed = cli("rubric");
  EXPECT_EQ(printed.status, 0);
  EXPECT_EQ(printed.out, test::file_content(std::string(TE_SOURCE_DIR) + "/data/rubrics/default.json"));
  cli.files.write("own.json", printed.out);
  EXPECT_EQ(cli("--rubric own.json talk.txt").out, cli("talk.txt").out);
}

}  // namespace
}  // namespace te
