// The JSONL stream: one result per record in order, bad records answered in their place, id and metadata echoed.
#include "cli.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace te {
namespace {

using test::Cli;
using test::ProgramRun;
using test::RunOptions;
using test::status_and_sources;
using test::talk;
using Json = nlohmann::json;

std::string record(Json id, Json more = Json::object()) {
  more["id"] = std::move(id);
  if (!more.contains("text")) more["text"] = talk();
  return more.dump() + "\n";
}

ProgramRun stream(const std::string& records, const std::string& arguments = {}) {
  RunOptions options;
  options.input = records;
  return Cli()("--jsonl " + arguments, options);
}

std::vector<Json> lines(const ProgramRun& run) {
  std::vector<Json> out;
  for (std::string_view rest = run.out; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size() - 1);
    out.push_back(Json::parse(rest.substr(0, end), nullptr, false));
    rest.remove_prefix(end + 1);
  }
  return out;
}

TEST(Records, GiveOneResultEachInOrder) {
  EXPECT_EQ(status_and_sources(stream(record("a") + record("b") + record(7))), "0 a b 7");
  EXPECT_EQ(status_and_sources(stream("")), "0");
  EXPECT_EQ(status_and_sources(stream("\n  \n\r\n")), "0");
  EXPECT_EQ(status_and_sources(stream(record("a") + "\n" + record("b"))), "0 a b");
  EXPECT_EQ(status_and_sources(stream("\xEF\xBB\xBF" + record("a"))), "0 a");
  std::string without_last_end = record("a") + record("b");
  without_last_end.pop_back();
  EXPECT_EQ(status_and_sources(stream(without_last_end)), "0 a b");
}

TEST(Records, GoOnAfterABadOne) {
  const std::string bad = "not json\n[1]\n{\"id\": \"t\"}\n{\"id\": \"n\", \"text\": 5}\n" + record("e", {{"text", " "}}) + record("d", {{"text", "Dear all."}}) +
                          record("s", {{"text", "Ann: a.\nAnn: b."}}) + record("b", {{"text", std::string("A: \0", 4)}}) + record("f", {{"format", "scroll"}}) + record("p", {{"position", 3}});
  const ProgramRun run = stream(record("first") + bad + record("last"));
  EXPECT_EQ(status_and_sources(run),
            "1 first null!bad-record null!bad-record \"t\"!bad-record \"n\"!bad-record \"e\"!empty-input \"d\"!no-dialogue \"s\"!one-speaker \"b\"!binary-input \"f\"!unknown-format \"p\"!bad-record last");
}

TEST(Records, ErrorsNameLineAndReason) {
  const auto rows = lines(stream(record("a") + "\n{\"id\": \"t\"}\nnot json\n{\"id\": \"n\", \"text\": null}\n"));
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[1], Json::parse(R"({"id": "t", "error": {"code": "bad-record", "message": "\"text\" is missing", "line": 3}})"));
  EXPECT_EQ(rows[2], Json::parse(R"({"id": null, "error": {"code": "bad-record", "message": "this line is not valid JSON", "line": 4}})"));
  EXPECT_EQ(rows[3]["id"], "n");
  EXPECT_EQ(rows[3]["error"]["line"], 5);
}

TEST(Records, OfAPartOfAStreamAreCountedFromItsFirstLine) {
  const std::string first = record("a") + "bad\n";
  const std::string second = "\nbad\n" + record(nullptr);
  const std::string whole = stream(first + second).out;
  EXPECT_EQ(whole, stream(first).out + stream(second, "--first-line 3").out);
  EXPECT_NE(whole.find("\"path\":\"line 5\""), std::string::npos);
  EXPECT_EQ(stream("", "--first-line 0").status, 2);
}

TEST(Records, EchoIdAndMetadata) {
  const Json metadata = {{"source", "ö"}, {"tags", {1, 2.5, nullptr, true}}, {"deep", {{"er", {{"x", "y"}}}}}};
  const auto rows = lines(stream(record("a", {{"metadata", metadata}}) + record(Json{{"k", 1}}, {{"metadata", "plain"}}) + record(nullptr, {{"metadata", nullptr}}) + record("z")));
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0]["id"], "a");
  EXPECT_EQ(rows[0]["metadata"], metadata);
  EXPECT_EQ(rows[1]["id"], (Json{{"k", 1}}));
  EXPECT_EQ(rows[1]["metadata"], "plain");
  EXPECT_TRUE(rows[2]["id"].is_null());
  EXPECT_TRUE(rows[2].contains("metadata"));
  EXPECT_FALSE(rows[3].contains("metadata"));
  EXPECT_EQ(rows[3]["schema"], "transcript-eval/result/1");
}

TEST(Records, TakePositionCandidateAndFormat) {
  const auto rows = lines(stream(record(1, {{"position", "Keeper"}, {"candidate", "Bo Li"}, {"format", "labelled"}}) + record(2)));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["interview"]["position"], "Keeper");
  EXPECT_EQ(rows[0]["interview"]["candidate"], "Bo Li");
  EXPECT_EQ(rows[0]["source"]["format"], "labelled");
  EXPECT_TRUE(rows[1]["interview"]["position"].is_null());
}

TEST(Records, SayTheSameAsAFile) {
  const Cli cli;
  cli.files.write("a.txt", talk());
  Json from_file = Json::parse(cli("-f jsonl a.txt").out);
  Json from_record = lines(stream(record("a.txt"))).at(0);
  from_record.erase("id");
  EXPECT_EQ(from_record, from_file);
}

TEST(Records, NestedWithoutEndDoNoHarm) {
  const std::string deep(200000, '[');
  const ProgramRun run = stream("{\"id\": 1, \"text\": \"x\", \"metadata\": " + deep + std::string(200000, ']') + "}\n{\"id\": " + deep + "\n" + record("last"));
  EXPECT_EQ(status_and_sources(run), "1 null!bad-record null!bad-record last");
}

TEST(Records, KeepOrderAndBytesWhateverTheJobs) {
  std::string records;
  for (int i = 0; i < 40; ++i) records += i % 7 == 3 ? "bad\n" : record(i, {{"text", talk(fmt::format("station number {}", i))}});
  const ProgramRun one = stream(records, "--jobs 1");
  EXPECT_EQ(one.status, 1);
  EXPECT_EQ(lines(one).size(), 40U);
  for (const char* jobs : {"--jobs 2", "--jobs 8"}) {
    const ProgramRun many = stream(records, jobs);
    EXPECT_EQ(many.out, one.out) << jobs;
    EXPECT_EQ(many.err, one.err) << jobs;
  }
}

TEST(Records, KeepOrderAndBytesOverManyBlocks) {
  std::string records;
  for (int i = 0; i < 400; ++i) records += i % 90 == 40 ? "bad\n" : record(i, {{"text", talk(fmt::format("station number {}", i))}});
  const ProgramRun one = stream(records, "--jobs 1");
  const ProgramRun many = stream(records, "--jobs 8");
  EXPECT_EQ(many.out, one.out);
  EXPECT_EQ(many.err, one.err);
  const auto rows = lines(many);
  ASSERT_EQ(rows.size(), 400U);
  for (int i = 0; i < 400; ++i) EXPECT_EQ(rows[static_cast<std::size_t>(i)]["id"], i % 90 == 40 ? Json() : Json(i)) << i;
  EXPECT_EQ(rows[130]["error"]["line"], 131);
}

TEST(Records, FailFastStopsAtTheFirstThatFails) {
  std::string records;
  for (int i = 0; i < 200; ++i) records += i == 150 || i == 151 ? "bad\n" : record(i);
  for (const char* jobs : {"--jobs 1", "--jobs 8"}) {
    const ProgramRun run = stream(records, std::string("--fail-fast ") + jobs);
    EXPECT_EQ(run.status, 1) << jobs;
    EXPECT_EQ(lines(run).size(), 151U) << jobs;
    EXPECT_EQ(run.err, "transcript-eval: error: record on line 151: this line is not valid JSON\ntranscript-eval: error: stopped at the first record that failed (--fail-fast)\n") << jobs;
  }
  const Cli cli;
  cli.files.write("records.jsonl", record("a") + "bad\n");
  EXPECT_EQ(test::status_and_errors(cli("--jsonl records.jsonl -o out.jsonl --fail-fast")),
            "1 | transcript-eval: error: record on line 2: this line is not valid JSON / transcript-eval: error: stopped at the first record that failed (--fail-fast); out.jsonl is not written");
  EXPECT_EQ(cli.files.files(), "records.jsonl");
}

TEST(Records, LongerThanAnyTranscriptAreRefused) {
  const std::string longest(std::size_t{16} << 20, 'x');
  const ProgramRun run = stream(record("a") + longest + "\n" + record("b") + longest + "y\n" + record("c") + longest + longest + "\n" + record("d") + longest + longest + longest);
  EXPECT_EQ(status_and_sources(run), "1 a null!bad-record b null!bad-record c null!bad-record d null!bad-record");
  const auto rows = lines(run);
  EXPECT_EQ(rows[1]["error"]["message"], "this line is not valid JSON");
  for (const std::size_t i : {3U, 5U, 7U}) EXPECT_EQ(rows[i]["error"], Json::parse(fmt::format(R"({{"code": "bad-record", "message": "this record is longer than 16 MiB", "line": {}}})", i + 1))) << i;
}

TEST(Records, GoToAFileThatIsWhole) {
  const Cli cli;
  cli.files.write("records.jsonl", record("a") + "bad\n" + record("b"));
  const ProgramRun run = cli("--jsonl records.jsonl -o results/out.jsonl");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(cli.files.files(), "records.jsonl results/out.jsonl");
  EXPECT_EQ(cli.files.read("results/out.jsonl"), cli("--jsonl records.jsonl").out);
}

TEST(Records, OfADirectory) {
  const Cli cli;
  cli.files.write("dir/a.txt", talk());
  EXPECT_EQ(test::status_and_errors(cli("--jsonl dir")), "2 | transcript-eval: error: dir: cannot be read: Is a directory");
}

TEST(Records, OfAMissingFile) {
  EXPECT_EQ(test::status_and_errors(Cli()("--jsonl nope.jsonl")), "2 | transcript-eval: error: nope.jsonl: cannot be read (--jsonl takes a file of records or - for standard input)");
}

TEST(Records, CountForThresholds) {
  EXPECT_EQ(stream(record("a"), "--fail-under 5").status, 3);
  EXPECT_EQ(stream(record("a"), "--fail-under 1").status, 0);
  EXPECT_EQ(stream(record("a") + "bad\n", "--fail-under 5").status, 1);
}

}  // namespace
}  // namespace te
