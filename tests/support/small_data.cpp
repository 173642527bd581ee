#include "support/small_data.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace te::test {
namespace {

constexpr std::string_view kBackground = R"({
  "schema": "transcript-eval/background/1",
  "paragraphs": 100,
  "words": {
    "queue": 10,
    "the": 90
  }
}
)";

constexpr std::string_view kTransitions = R"({
  "schema": "transcript-eval/transitions/1",
  "function_words": ["the"],
  "suffixes": ["ing"],
  "tenths_of_bits": [
    [0, 0, 0, 0, 1, 1],
    [0, 0, 0, 0, 1, 1],
    [0, 0, 0, 0, 1, 1],
    [0, 0, 0, 0, 1, 1],
    [0, 0, 0, 0, 1, 1],
    [0, 0, 0, 0, 1, 1]
  ]
}
)";

constexpr std::string_view kPhrases = R"({
  "schema": "transcript-eval/phrases/1",
  // Comments are allowed.
  "categories": [
    {"id": "cause", "why": "Gives a reason.", "phrases": ["because", "(so|such) that"]},
    {"id": "hedge", "why": "Leaves it open.", "phrases": ["maybe"]}
  ]
}
)";

constexpr std::string_view kIntents = R"({
  "schema": "transcript-eval/intents/1",
  "intents": [
    {"id": "reason", "label": "the reason", "asked": ["why"], "answered_by": ["cause"]}
  ],
  "frame": ["explain"],
  "generic": ["thing"]
}
)";

constexpr std::string_view kConcepts = R"({
  "schema": "transcript-eval/lexicon/1",
  "areas": [
    {"id": "storage", "name": "Storage"}
  ],
  "concepts": [
    {"id": "queue", "name": "Queue", "kind": "concept", "area": "storage", "level": "basic", "gist": "Keeps items in order.", "aliases": ["FIFO"], "related": ["stack"]},
    {"id": "stack", "name": "Stack", "kind": "concept", "area": "storage", "level": "basic", "gist": "Returns the newest item.", "aliases": ["LIFO"], "context": ["push", "pop"], "related": []}
  ]
}
)";

constexpr std::string_view kRoles = R"({
  "schema": "transcript-eval/roles/1",
  "everywhere": [],
  "roles": [
    {"id": "keeper", "titles": ["keeper"], "areas": ["storage"]}
  ]
}
)";

constexpr std::string_view kFacts = R"({
  "schema": "transcript-eval/facts/1",
  "area": "storage",
  "facts": []
}
)";

constexpr std::string_view kRubric = R"({
  "schema": "transcript-eval/rubric/1",
  "name": "small",
  "description": "Two criteria.",
  "criteria": [
    {"name": "relevance", "title": "Relevance", "scale": 2, "why": "a",
     "anchors": ["1", "2", "3", "4", "5"]},
    {"name": "clarity", "title": "Clarity", "scale": 2, "why": "b",
     "anchors": ["1", "2", "3", "4", "5"]}
  ],
  "rules": [
    {"id": "relevance.aspect", "criterion": "relevance", "kind": "aspects", "value": 1, "limit": 5, "label": "part", "why": "c", "hit": [], "miss": []},
    {"id": "clarity.cause", "criterion": "clarity", "kind": "phrases", "phrases": "cause", "value": 1, "limit": 6, "label": "cause", "why": "d", "hit": ["x"], "miss": []}
  ],
  "gates": [
    {"id": "gate.echo", "kind": "echo", "at_most": 2, "threshold": 0.9, "flag": "echo", "why": "e"}
  ],
  "weights": {
    "project":    {"relevance": 0.5, "clarity": 0.5},
    "technical":  {"relevance": 0.5, "clarity": 0.5},
    "coding":     {"relevance": 0.5, "clarity": 0.5},
    "behavioral": {"relevance": 0.25, "clarity": 0.75}
  },
  RELEVANCE,
  THRESHOLDS,
  "profiles": [
    {"name": "good", "at_least": 3},
    {"name": "poor", "at_least": 1}
  ]
}
)";

/// The part of the embedded rubric from the line that begins with the key `first` up to the one that begins with `next`,
/// without the comma between them.
std::string embedded_section(std::string_view first, std::string_view next) {
  for (const DataFile& file : embedded_data()) {
    if (file.path != "rubrics/default.json") continue;
    const auto begin = file.content.find(fmt::format("\n  \"{}\"", first)) + 3;
    return file.content.substr(begin, file.content.rfind(',', file.content.find(fmt::format("\n  \"{}\"", next), begin)) - begin);
  }
  throw std::runtime_error("no embedded rubric");
}

constexpr std::string_view kAdvice = R"({"schema": "transcript-eval/advice/1",
  "criteria": [{"criterion": "evidence", "practise": "Tell what you did."}],
  "areas": [
    {"areas": ["storage"], "study": "restore a copy"}
  ]})";

std::string rubric() {
  std::string out(kRubric);
  const auto put = [&](std::string_view mark, const std::string& section) { out.replace(out.find(mark), mark.size(), section); };
  put("RELEVANCE", embedded_section("relevance", "thresholds"));
  put("THRESHOLDS", embedded_section("thresholds", "bank"));
  return out;
}

}  // namespace

std::vector<DataFile> small_data() {
  std::vector<DataFile> out = {{"lexicon/background.json", std::string(kBackground)},   {"lexicon/concepts/storage.json", std::string(kConcepts)},
                               {"lexicon/advice.json", std::string(kAdvice)},           {"lexicon/facts/storage.json", std::string(kFacts)},     {"lexicon/intents.json", std::string(kIntents)},
                               {"lexicon/phrases/speech.json", std::string(kPhrases)},  {"lexicon/roles.json", std::string(kRoles)},
                               {"lexicon/transitions.json", std::string(kTransitions)}, {"rubrics/default.json", rubric()}};
  for (const DataFile& file : embedded_data()) {
    const bool single = file.path.compare(0, 8, "lexicon/") == 0 && file.path.find('/', 8) == std::string::npos;
    const bool here = std::any_of(out.begin(), out.end(), [&](const DataFile& f) { return f.path == file.path; });
    if (single && !here) out.push_back(file);
  }
  return out;
}

std::string& content_of(std::vector<DataFile>& files, std::string_view path) {
  const auto it = std::find_if(files.begin(), files.end(), [&](const DataFile& f) { return f.path == path; });
  if (it == files.end()) throw std::runtime_error("no file " + std::string(path));
  return it->content;
}

DataFile small_bank() {
  return {"my/bank.json", R"({
  "schema": "transcript-eval/bank/1",
  "name": "small",
  "questions": [
    {"id": "b1", "text": "What is a queue?", "reference_answers": ["A list with two ends."]},
    {"id": "b2", "text": "What is a stack?", "type": "technical", "reference_answers": [], "key_points": ["newest first"]}
  ]
}
)"};
}

std::string error_after(std::string_view path, const Edit& edit) {
  std::vector<DataFile> files = small_data();
  RuleBookOptions options;
  options.bank = small_bank();
  std::string& content = path == options.bank->path ? options.bank->content : content_of(files, path);
  const auto at = content.find(edit.find);
  if (at == std::string::npos) throw std::runtime_error("nothing to change: " + std::string(edit.find));
  const auto line = 1 + std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  content.replace(at, edit.find.size(), edit.put);
  const auto book = build_rulebook(files, options);
  if (book) return "ok";
  const Error& e = book.error();
  if (e.code != ErrorCode::kBadData) return fmt::format("code {}", code_name(e.code));
  const std::string where = e.path == path ? "" : fmt::format("[{}] ", e.path);
  return fmt::format("{}{:+}: {}{}", where, static_cast<long>(e.line) - static_cast<long>(line), e.message, e.hint.empty() ? "" : fmt::format(" ({})", e.hint));
}

void expect_errors(std::string_view path, std::initializer_list<ErrorCase> cases) {
  for (const ErrorCase& c : cases) {
    const std::string error = error_after(path, c.edit);
    const bool open = c.error.back() == '*';
    EXPECT_EQ(open ? error.substr(0, c.error.size() - 1) + "*" : error, c.error) << c.edit.find << " -> " << c.edit.put;
  }
}

}  // namespace te::test
