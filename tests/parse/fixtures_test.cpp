// Whole files of every format against what a person found in them (fixtures/truth.tsv).
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "support/samples.h"
#include "support/table.h"
#include "support/transcripts.h"
#include "text/utf8.h"
#include "transcript_eval/interview.h"

namespace te {
namespace {

namespace fs = std::filesystem;

const std::string kFolder = std::string(TE_SOURCE_DIR) + "/tests/parse/fixtures/";

struct Truth {
  std::string file;
  std::vector<std::string> columns;  ///< behind the file's name
  [[nodiscard]] std::string format() const { return file.substr(0, file.find('/')); }
  [[nodiscard]] bool refused() const { return columns[0] == "error"; }
};

std::vector<Truth> truths() {
  std::vector<Truth> out;
  std::istringstream lines(test::file_content(kFolder + "truth.tsv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    Truth truth;
    std::getline(cells, truth.file, '\t');
    for (std::string cell; std::getline(cells, cell, '\t');) truth.columns.push_back(cell);
    out.push_back(truth);
  }
  return out;
}

Result<Transcript> parse_file(const std::string& file) {
  auto source = SourceText::from_bytes(file, test::file_content(kFolder + file));
  if (!source) return tl::unexpected(source.error());
  return parse_transcript(*source);
}

std::string speakers_of(const Transcript& t) {
  std::vector<std::string> seen;
  for (const Turn& turn : t.turns) {
    if (std::find(seen.begin(), seen.end(), t.speakers[turn.speaker]) == seen.end()) seen.push_back(t.speakers[turn.speaker]);
  }
  std::string out;
  for (const std::string& name : seen) out += (out.empty() ? "" : "; ") + name;
  return out;
}

std::string candidates_of(Transcript t) {
  static const RuleBookPtr kBook = *build_rulebook(embedded_data(), {});
  const auto interview = build_interview(std::move(t), kBook);
  if (!interview) return interview.error().to_string();
  std::set<std::string> out;
  for (const Turn& turn : interview->transcript.turns) {
    if (interview->role_of(turn) == Role::kCandidate) out.insert(interview->transcript.speakers[turn.speaker]);
  }
  return out.size() == 1 ? *out.begin() : std::to_string(out.size()) + " candidates";
}

TEST(Fixtures, AreWhatAPersonFound) {
  for (const Truth& truth : truths()) {
    const auto t = parse_file(truth.file);
    if (truth.refused()) {
      ASSERT_FALSE(t) << truth.file;
      EXPECT_EQ(code_name(t.error().code), truth.columns[1]) << truth.file;
      EXPECT_EQ(std::to_string(t.error().line), truth.columns[2]) << truth.file;
      EXPECT_NE(t.error().hint, "") << truth.file;
      continue;
    }
    ASSERT_TRUE(t) << truth.file << " " << t.error().to_string();
    EXPECT_EQ(t->format, truth.format()) << truth.file;
    EXPECT_EQ(std::to_string(t->turns.size()), truth.columns[0]) << truth.file;
    EXPECT_EQ(speakers_of(*t), truth.columns[1]) << truth.file;
    EXPECT_EQ(text::single_line(t->turns.front().text).substr(0, truth.columns[3].size()), truth.columns[3]) << truth.file;
    const std::string last = text::single_line(t->turns.back().text);
    EXPECT_EQ(last.substr(last.size() - std::min(last.size(), truth.columns[4].size())), truth.columns[4]) << truth.file;
    EXPECT_EQ(candidates_of(*t), truth.columns[2]) << truth.file;
  }
}

TEST(Fixtures, EveryFileHasATruthAndEveryFormatThreeFiles) {
  std::set<std::string> known;
  std::map<std::string, int> files;
  for (const Truth& truth : truths()) {
    known.insert(truth.file);
    ++files[truth.format()];
  }
  for (const InputFormat& format : input_formats()) {
    EXPECT_GE(files[std::string(format.name)], 3) << format.name;
    for (const auto& entry : fs::directory_iterator(kFolder + std::string(format.name))) {
      EXPECT_EQ(known.count(std::string(format.name) + "/" + entry.path().filename().string()), 1U) << entry.path();
    }
  }
}

/// Words of the dialogue that a fixture was made from, by its speakers' turns.
std::string words_of(const Transcript& t) {
  std::string out;
  for (const Turn& turn : t.turns) out += text::single_line(turn.text) + "\n";
  return out;
}

TEST(Fixtures, TheSameDialogueHasTheSameWordsInEveryFormat) {
  // The plainest file of each dialogue is the measure for the others.
  const std::map<std::string, std::string> measure = {{"Hi Grace", "reference/long.txt"}, {"Good mor", "labelled/court.txt"}, {"Welcome ", "rev/long.txt"}, {"Hello É", "labelled/latin1.txt"}, {"Good aft", "otter/short.txt"}, {"Hi Ravi.", "labelled/short.txt"}};
  for (const Truth& truth : truths()) {
    const std::string name = truth.file.substr(truth.file.find('/') + 1);
    // What is cut off has fewer words, and the stage direction of one file is its own.
    if (truth.refused() || name.substr(0, 6) == "broken" || truth.file == "labelled/long.md") continue;
    const auto t = parse_file(truth.file);
    ASSERT_TRUE(t) << truth.file;
    const std::string words = words_of(*t);
    const auto found = std::find_if(measure.begin(), measure.end(), [&](const auto& m) { return words.compare(0, m.first.size(), m.first) == 0; });
    ASSERT_NE(found, measure.end()) << truth.file << " " << words.substr(0, 20);
    EXPECT_EQ(words, words_of(*parse_file(found->second))) << truth.file;
  }
}

TEST(Fixtures, PlacesLeadToTheWordsInTheFile) {
  for (const Truth& truth : truths()) {
    if (truth.refused() || truth.format() == "docx" || truth.file == "labelled/utf16.txt" || truth.file == "labelled/latin1.txt" || truth.file == "labelled/broken.txt") continue;
    const std::string bytes = test::file_content(kFolder + truth.file);
    const auto t = parse_file(truth.file);
    ASSERT_TRUE(t) << truth.file;
    for (const Turn& turn : t->turns) {
      const std::string_view word = turn.text.substr(0, turn.text.find_first_of(" .,?!'\n"));
      const Place at = t->locate(word);
      // Escapes of JSON are longer than what they mean.
      const std::string found = bytes.substr(at.span.begin, at.span.size());
      if (found.find('\\') == std::string::npos) {
        EXPECT_EQ(found, word) << truth.file;
      }
      EXPECT_EQ(at.line, 1 + std::count(bytes.begin(), bytes.begin() + at.span.begin, '\n')) << truth.file;
      EXPECT_EQ(at.line, turn.line) << truth.file;
    }
  }
}

}  // namespace
}  // namespace te
