// Subcommands: one test per command, and what all of them have in common.
#include "cli.h"

#include <gtest/gtest.h>

#include "support/samples.h"
#include "transcript_eval/render.h"

namespace te {
namespace {

using test::Cli;
using test::Data;
using test::RunOptions;
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

TEST(Commands, LexiconChecksTheDataThatItIsGiven) {
  const Cli cli(Data::kBuiltIn);
  const auto own = cli("lexicon");
  EXPECT_EQ(own.status, 0) << own.out;
  EXPECT_NE(own.out.find("0 errors, "), std::string::npos);
  cli.files.write("bank.json", "{\"schema\": \"transcript-eval/bank/1\", \"questions\": [\n{\"id\": \"b\", \"text\": \"The dough.\", \"reference_answers\": [\"It rises.\"]}]}");
  const auto checked = cli("lexicon check --bank bank.json");
  EXPECT_EQ(checked.status, 1);
  EXPECT_NE(checked.out.find("bank.json:2: error: the text of \"b\" is not recognised as a question (write it as somebody asks it, with a question word or a request)\n"), std::string::npos) << checked.out;
  EXPECT_EQ(status_and_errors(cli("lexicon check --data nope")), "2 | transcript-eval: error: nope: no such data directory (--data must name a directory like the project's data/)");
  EXPECT_EQ(cli("lexicon chekc").status, 2);
}

TEST(Commands, LexiconShowsWhatIsKnownOfAWord) {
  const Cli cli(Data::kBuiltIn);
  const auto shown = cli("lexicon show apache kafka");
  EXPECT_EQ(shown.status, 0);
  EXPECT_EQ(shown.out.substr(0, 20), "kafka (Apache Kafka)");
  for (const char* part : {"\n  also called: ", "\n  related: "}) EXPECT_NE(shown.out.find(part), std::string::npos) << part;
  EXPECT_EQ(status_and_errors(cli("lexicon show kafkaa")), "1 | transcript-eval: error: no concept is called 'kafkaa'; did you mean 'kafka'?");
  EXPECT_EQ(status_and_errors(cli("lexicon show")), "2 | transcript-eval: error: lexicon show needs the id or a name of a concept / Run 'transcript-eval --help' for the options.");
}

TEST(Commands, LexiconCountsWhatIsThere) {
  const Cli cli(Data::kBuiltIn);
  const auto counted = cli("lexicon stats");
  EXPECT_EQ(counted.status, 0);
  EXPECT_EQ(counted.out.substr(0, 4), "area");
  EXPECT_NE(counted.out.find("\nall "), std::string::npos);
  EXPECT_NE(counted.out.find(" wrong statements, "), std::string::npos);
}

TEST(Commands, ExplainTakesOneTranscriptOrADirectory) {
  const Cli cli;
  cli.files.write("talks/a.txt", talk());
  cli.files.write("talks/b.txt", talk("museum"));
  const std::string a = cli("explain talks/a.txt").out;
  EXPECT_EQ(a.substr(0, 2), "Q1");
  EXPECT_EQ(cli("explain talks").out, "talks/a.txt\n\n" + a + "\ntalks/b.txt\n\n" + cli("explain talks/b.txt").out);
  EXPECT_EQ(cli("explain --question 1 talks/a.txt").out, cli("explain --question Q1 talks/a.txt").out);
  EXPECT_EQ(cli("explain --question 11 talks/a.txt").status, 2);
  EXPECT_EQ(status_and_errors(cli("explain")), "2 | transcript-eval: error: explain takes transcripts: files, a directory, or - for standard input / Run 'transcript-eval --help' for the options.");
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

TEST(Commands, ParseShowsTurnsAndConverts) {
  const Cli cli;
  cli.files.write("a/talk.txt", talk());
  const auto shown = cli("parse a/talk.txt");
  EXPECT_EQ(shown.status, 0);
  EXPECT_EQ(shown.out.substr(0, 47), "a/talk.txt: labelled, 4 turns, 2 speakers\n\nTurn");
  const auto reference = cli("parse -f reference a/talk.txt");
  EXPECT_EQ(reference.out.substr(0, 21), "Interview Transcript\n");
  RunOptions piped;
  piped.input = reference.out;
  EXPECT_EQ(cli("parse -", piped).out.substr(0, 44), "<stdin>: reference, 4 turns, 2 speakers\n\nTur");
  EXPECT_EQ(cli("parse -f reference -o out a").status, 0);
  EXPECT_EQ(cli.files.read("out/talk.reference.txt"), reference.out);
}

TEST(Commands, ParseSaysWhatIsWrong) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  cli.files.write("even.txt", "Ann: The river was high in spring.\n\nBo: The bridge was closed in spring.\n\nAnn: The road was wet in autumn.\n\nBo: The train was late in autumn.\n");
  const std::initializer_list<test::CliRow> rows = {
      {"parse", "2 | transcript-eval: error: no input: name a transcript, a directory, or - for standard input / Run 'transcript-eval --help' for the options."},
      {"parse none.txt", "2 | transcript-eval: error: none.txt: no such file or directory (check the path)"},
      {"parse -f vtt talk.txt", "1 | transcript-eval: error: talk.txt:1: the transcript has no times, which WebVTT needs (use -f reference, text or json)"},
      {"parse --candidate Cleo talk.txt", "2 | transcript-eval: error: talk.txt: no speaker is called 'Cleo' (--candidate takes one of: Interviewer, Candidate)"},
      {"parse -f json even.txt", "0 | transcript-eval: warning: even.txt: Which speaker is the candidate? Use --candidate 'Ann' or --candidate 'Bo'"},
      {"parse -f json --candidate Bo even.txt", "0 |"},
      {"parse -f reference -o talk.txt talk.txt", "2 | transcript-eval: error: talk.txt: the result would overwrite the transcript (choose another --output)"},
  };
  for (const auto& row : rows) EXPECT_EQ(status_and_errors(cli(row.arguments)), row.expected) << row.arguments;
}

TEST(Commands, FormatsListsEachWithAnExampleThatIsOfIt) {
  const Cli cli;
  const std::string listed = cli("formats").out;
  for (const InputFormat& format : input_formats()) {
    EXPECT_NE(listed.find("\n  " + std::string(format.name) + "\n    " + std::string(format.summary) + "\n"), std::string::npos) << format.name;
    EXPECT_FALSE(format.example.empty()) << format.name;
  }
  for (const OutputFormat& format : output_formats()) EXPECT_NE(listed.find("\n  " + std::string(format.name)), std::string::npos) << format.name;
  for (const InterviewFormat& format : interview_formats()) EXPECT_NE(listed.find("\n  " + std::string(format.name)), std::string::npos) << format.name;
}

}  // namespace
}  // namespace te
