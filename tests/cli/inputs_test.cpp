// What can be named as input, in which order results come, and what is said about inputs that cannot be evaluated.
#include "cli.h"

#include <filesystem>

#include <gtest/gtest.h>

namespace te {
namespace {

using test::Cli;
using test::CliRow;
using test::RunOptions;
using test::status_and_errors;
using test::status_and_sources;
using test::talk;
using namespace std::string_literals;

TEST(Inputs, AreFoundAndKeepTheirOrder) {
  const Cli cli;
  cli.files.write("a.txt", talk());
  cli.files.write("b.md", talk("museum"));
  cli.files.write("talks/d.txt", talk("harbour"));
  cli.files.write("talks/c/e.transcript", talk("library"));
  cli.files.write("talks/notes.json", "{}");
  cli.files.write("talks/README.md", "About these.");
  cli.files.write("talks/.hidden.txt", talk());
  cli.files.write("talks/.git/f.txt", talk());
  for (const CliRow& row : {CliRow{"a.txt", "0 a.txt"}, CliRow{"b.md a.txt", "0 b.md a.txt"}, CliRow{"./a.txt", "0 ./a.txt"}, CliRow{"-", "0 <stdin>"}, CliRow{"a.txt -", "0 a.txt <stdin>"},
                            CliRow{"talks", "0 talks/c/e.transcript talks/d.txt"}, CliRow{"talks/d.txt talks", "0 talks/d.txt talks/c/e.transcript talks/d.txt"},
                            CliRow{"[ab].*", "0 a.txt b.md"}, CliRow{"t*s", "0 talks/c/e.transcript talks/d.txt"}}) {
    RunOptions options;
    options.input = talk("ferry");
    EXPECT_EQ(status_and_sources(cli("-f jsonl " + std::string(row.arguments), options)), row.expected) << row.arguments;
  }
}

TEST(Inputs, OfADirectoryCanBeChosen) {
  const Cli cli;
  for (const char* path : {"talks/a.txt", "talks/b.md", "talks/c.json", "talks/d.evaluation.txt", "talks/.e.txt", "talks/old/f.txt", "talks/old/deep/g.txt", "talks/README.txt"}) cli.files.write(path, talk());
  for (const CliRow& row : {CliRow{"talks", "0 talks/a.txt talks/b.md talks/old/deep/g.txt talks/old/f.txt"},
                            CliRow{"--include *.md talks", "0 talks/b.md"},
                            CliRow{"--include *.json --include b.* talks", "0 talks/b.md talks/c.json"},
                            CliRow{"--include old/* talks", "0 talks/old/deep/g.txt talks/old/f.txt"},
                            CliRow{"--include ?.t[wx]t talks", "0 talks/a.txt talks/old/deep/g.txt talks/old/f.txt"},
                            CliRow{"--exclude b.md talks", "0 talks/a.txt talks/old/deep/g.txt talks/old/f.txt"},
                            CliRow{"--exclude old talks", "0 talks/a.txt talks/b.md"},
                            CliRow{"--exclude old/deep --exclude *.md talks", "0 talks/a.txt talks/old/f.txt"},
                            CliRow{"--include *.txt --exclude deep talks", "0 talks/a.txt talks/old/f.txt"},
                            CliRow{"--exclude *.txt talks/a.txt", "0 talks/a.txt"}}) {  // what is named is read
    EXPECT_EQ(status_and_sources(cli("-f jsonl " + std::string(row.arguments))), row.expected) << row.arguments;
  }
  EXPECT_EQ(status_and_errors(cli("--include *.vtt talks")),
            "2 | transcript-eval: error: talks: nothing in the directory is left by --include and --exclude (a pattern without '/' must match the whole name, such as '*.txt')");
}

TEST(Inputs, ALinkThatLeadsNowhereIsPassedOver) {
  const Cli cli;
  cli.files.write("talks/b.txt", talk());
  std::filesystem::create_symlink("gone.txt", cli.files.path() + "/talks/a.txt");
  std::filesystem::create_symlink("b.txt", cli.files.path() + "/talks/c.txt");
  EXPECT_EQ(status_and_sources(cli("-f jsonl talks")), "0 talks/b.txt talks/c.txt");
}

TEST(Inputs, ThatAreLargerThanAnyTranscript) {
  const Cli cli;
  cli.files.write("a.txt", talk());
  cli.files.write("huge.txt", "x");
  std::filesystem::resize_file(cli.files.path() + "/huge.txt", std::uintmax_t{1} << 40);  // takes no space: there is nothing in it
  const auto run = cli("-f jsonl huge.txt a.txt");
  EXPECT_EQ(status_and_sources(run), "1 a.txt");
  EXPECT_EQ(run.err, "transcript-eval: error: huge.txt: the file is larger than 256 MiB (no transcript is; split it)\n");
}

TEST(Inputs, ThatAreNotThere) {
  const Cli cli;
  cli.files.write("talk.txt", talk());
  cli.files.write("empty/notes.json", "{}");
  for (const CliRow& row : {CliRow{"", "2 | transcript-eval: error: no input: name a transcript, a directory, or - for standard input / Run 'transcript-eval --help' for the options."},
                            CliRow{"tolk.txt", "2 | transcript-eval: error: tolk.txt: no such file or directory (did you mean 'talk.txt'?)"},
                            CliRow{"./tlak.txt", "2 | transcript-eval: error: ./tlak.txt: no such file or directory (did you mean './talk.txt'?)"},
                            CliRow{"quite-another-name", "2 | transcript-eval: error: quite-another-name: no such file or directory (check the path)"},
                            CliRow{"nowhere/talk.txt", "2 | transcript-eval: error: nowhere/talk.txt: no such file or directory (check the path)"},
                            CliRow{"emtpy/notes.json", "2 | transcript-eval: error: emtpy/notes.json: no such file or directory (did you mean 'empty/notes.json'?)"},
                            CliRow{"emtpy/gone.txt", "2 | transcript-eval: error: emtpy/gone.txt: no such file or directory (did you mean 'empty'?)"},
                            CliRow{"rnak", "2 | transcript-eval: error: rnak: no such file or directory (did you mean the command 'rank'?)"},
                            CliRow{"help", "2 | transcript-eval: error: help: no such file or directory (did you mean '--help'?)"},
                            CliRow{"--jd - -", "2 | transcript-eval: error: <stdin>: standard input cannot be the job description and the transcripts at once (give one of them as a file)"},
                            CliRow{"*.md", "2 | transcript-eval: error: *.md: no such file or directory (check the path)"},
                            CliRow{"empty", "2 | transcript-eval: error: empty: the directory holds no transcripts (transcripts end in .txt, .text, .md, .markdown, .transcript, .vtt, .srt or .docx; take others in with --include, such as --include '*.json')"}}) {
    EXPECT_EQ(status_and_errors(cli(row.arguments)), row.expected) << row.arguments;
  }
}

TEST(Inputs, StandardInputIsReadOnce) {
  RunOptions options;
  options.input = talk();
  const auto run = Cli()("-f jsonl - -", options);
  EXPECT_EQ(status_and_sources(run), "2 <stdin>");
  EXPECT_EQ(run.err, "transcript-eval: error: <stdin>: standard input can be read only once (name '-' once)\n");
}

TEST(Inputs, ThatCannotBeEvaluated) {
  const Cli cli;
  cli.files.write("empty.txt", "");
  cli.files.write("blank.txt", "\xEF\xBB\xBF \r\n\n");
  cli.files.write("binary.txt", "PK\0\1\2\3"s);
  cli.files.write("letter.txt", "Dear all,\n\nthe talk went well.\n");
  cli.files.write("alone.txt", "Ann: One.\n\nAnn: Two.\n");
  for (const CliRow& row :
       {CliRow{"empty.txt", "1 | transcript-eval: error: empty.txt: the input is empty (give a transcript with at least one question and one answer)"},
        CliRow{"blank.txt", "1 | transcript-eval: error: blank.txt: the input is empty (give a transcript with at least one question and one answer)"},
        CliRow{"-", "1 | transcript-eval: error: <stdin>: the input is empty (give a transcript with at least one question and one answer)"},
        CliRow{"binary.txt", "1 | transcript-eval: error: binary.txt: this is a binary file, not a text transcript (export the transcript as plain text (UTF-8))"},
        CliRow{"letter.txt", "1 | transcript-eval: error: letter.txt: no dialogue was found (each turn must begin with the speaker, as in 'Interviewer: ...' and 'Candidate: ...'; of recordings, export the transcript with speaker names)"},
        CliRow{"alone.txt", "1 | transcript-eval: error: alone.txt:1: only one speaker was found: 'Ann' (an interview needs an interviewer and a candidate; check the speaker labels)"}}) {
    const auto run = cli(row.arguments);
    EXPECT_EQ(status_and_errors(run), row.expected) << row.arguments;
    EXPECT_EQ(run.out, "") << row.arguments;
  }
}

TEST(Inputs, GoOnAfterABadOne) {
  const Cli cli;
  cli.files.write("a.txt", talk());
  cli.files.write("empty.txt", "");
  cli.files.write("z.txt", talk("museum"));
  EXPECT_EQ(status_and_sources(cli("-f jsonl a.txt empty.txt z.txt")), "1 a.txt z.txt");
  EXPECT_EQ(status_and_sources(cli("-f jsonl a.txt missing.txt z.txt")), "2 a.txt z.txt");
  EXPECT_EQ(status_and_sources(cli("-f jsonl empty.txt missing.txt")), "2");
}

TEST(Inputs, OfWhichNothingCanBeScored) {
  const Cli cli;
  cli.files.write("chat.txt", "Ann: It rains a lot here in the spring and the river is high.\n\nBo: It rained less when I was young and the river was lower.\n\nAnn: My garden likes it.\n\nBo: Mine too.\n");
  cli.files.write("short.txt", "Interviewer: What is a queue?\n\nCandidate: A line.\n");
  cli.files.write("talk.txt", talk());
  EXPECT_EQ(cli("chat.txt").status, 4);
  EXPECT_EQ(cli("short.txt").status, 4);
  EXPECT_EQ(cli("chat.txt short.txt").status, 4);
  EXPECT_EQ(cli("chat.txt talk.txt").status, 0);
  EXPECT_EQ(status_and_errors(cli("short.txt")), "4 | transcript-eval: warning: short.txt: insufficient: the candidate says 2 words in all; 30 are needed for a decision");
}

}  // namespace
}  // namespace te
