#include "cli/setup.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "cli/color.h"
#include "cli/files.h"

namespace te::cli {
namespace {

void set_up_logging(const Options& options) {
  auto logger = std::make_shared<spdlog::logger>("transcript-eval", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%n: %l: %v");
  logger->set_level(options.quiet ? spdlog::level::err : options.verbose > 1 ? spdlog::level::debug : options.verbose == 1 ? spdlog::level::info : spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
}

Result<DataFile> data_file(const std::string& path) {
  auto content = read_file(path);
  if (!content) return tl::unexpected(content.error());
  return DataFile{path, std::move(*content)};
}

Result<EvaluateOptions> evaluate_options(const Options& options) {
  EvaluateOptions out;
  out.parse.format = options.input_format;
  out.roles.interviewer = options.interviewer;
  out.roles.candidate = options.candidate;
  out.job.position = options.position;
  if (!options.jd.empty()) {
    const bool taken = options.jsonl == "-" || std::find(options.inputs.begin(), options.inputs.end(), "-") != options.inputs.end();
    if (options.jd == "-" && taken) return tl::unexpected(Error{ErrorCode::kUsage, "standard input cannot be the job description and the transcripts at once", shown_path("-"), 0, "give one of them as a file"});
    auto bytes = read_file(options.jd);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto text = SourceText::from_bytes(options.jd, std::move(*bytes));
    if (!text) {
      const bool empty = text.error().code == ErrorCode::kEmptyInput;
      return tl::unexpected(Error{text.error().code, empty ? "the job description is empty" : "the job description is no text", options.jd, 0, "--jd takes a text file (UTF-8)"});
    }
    out.job.description = (*text)->text();
  }
  return out;
}

}  // namespace

Result<LoadedData> load_data(const Options& options) {
  LoadedData out;
  for (const auto& [path, slot] : {std::pair(&options.rubric, &out.chosen.rubric), std::pair(&options.bank, &out.chosen.bank)}) {
    if (path->empty()) continue;
    auto file = data_file(*path);
    if (!file) return tl::unexpected(file.error());
    *slot = std::move(*file);
  }
  if (options.data.empty()) return out;
  auto files = read_data_directory(options.data);
  if (!files) return tl::unexpected(files.error());
  out.own = std::move(*files);
  return out;
}

Result<Setup> set_up(const Options& options) {
  set_up_logging(options);
  auto how = evaluate_options(options);
  if (!how) return tl::unexpected(how.error());
  const auto data = load_data(options);
  if (!data) return tl::unexpected(data.error());
  auto book = data->built_in() ? Result<RuleBookPtr>(built_in_rulebook()) : build_rulebook(data->files(), data->chosen);
  if (!book) return tl::unexpected(book.error());
  return Setup{std::move(*book), std::move(*how)};
}

std::string shown_path(const std::string& path) { return path == "-" ? "<stdin>" : path; }

Result<SourcePtr> read_source(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return SourceText::from_bytes(shown_path(path), std::move(*bytes));
}

Result<Outcome> evaluate_input(const std::string& path, const RuleBookPtr& book, const EvaluateOptions& how) {
  const auto source = read_source(path);
  if (!source) return tl::unexpected(source.error());
  return evaluate_source(*source, book, how);
}

bool print(std::string_view text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0; }

int failed(const Error& error) {
  spdlog::error("{}", without_controls(error.to_string()));
  const bool usage = error.code == ErrorCode::kIo || error.code == ErrorCode::kUsage || error.code == ErrorCode::kUnknownFormat || error.code == ErrorCode::kBadData;
  return usage ? kUsageOrIo : kSomeFailed;
}

int usage_error(const std::string& message) {
  fmt::print(stderr, "transcript-eval: error: {}\nRun 'transcript-eval --help' for the options.\n", message);
  return kUsageOrIo;
}

}  // namespace te::cli
