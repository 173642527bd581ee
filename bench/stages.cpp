#include "stages.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace te::bench {
namespace {

template <typename T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().to_string());
  return std::move(*result);
}

SourcePtr source_of(const std::string& bytes) { return must(SourceText::from_bytes("input", bytes)); }

std::size_t whole(const Prepared& p, const RuleBookPtr& book) {
  return find_format("jsonl")->render(must(evaluate_source(source_of(p.bytes), book, {}))).size();
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

Prepared prepare(std::string bytes, const RuleBookPtr& book) {
  SourcePtr source = source_of(bytes);
  Outcome outcome = must(evaluate_source(source, book, {}));
  return {std::move(bytes), std::move(source), std::move(outcome)};
}

std::vector<Stage> stages() {
  std::vector<Stage> out = {
      {"source", [](const Prepared& p, const RuleBookPtr&) { return source_of(p.bytes)->text().size(); }},
      {"parse", [](const Prepared& p, const RuleBookPtr&) { return must(parse_transcript(p.source)).turns.size(); }},
      {"structure", [](const Prepared& p, const RuleBookPtr& book) { return must(build_interview(p.outcome.interview.transcript, book)).questions.size(); }},
      {"score", [](const Prepared& p, const RuleBookPtr& book) { return evaluate(p.outcome.interview, *book, {}).questions.size(); }},
      {"compose", [](const Prepared& p, const RuleBookPtr& book) { return compose(p.outcome.interview, p.outcome.evaluation, *book).suitability.size(); }},
  };
  for (const OutputFormat& format : output_formats()) {
    out.push_back({"render " + std::string(format.name), [&format](const Prepared& p, const RuleBookPtr&) { return format.render(p.outcome).size(); }});
  }
  out.push_back({"whole", whole});
  return out;
}

}  // namespace te::bench
