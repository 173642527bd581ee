#include "cli/setup.h"

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

Result<RuleBookPtr> load_rules(const Options& options) {
  RuleBookOptions chosen;
  for (const auto& [path, slot] : {std::pair(&options.rubric, &chosen.rubric), std::pair(&options.bank, &chosen.bank)}) {
    if (path->empty()) continue;
    auto file = data_file(*path);
    if (!file) return tl::unexpected(file.error());
    *slot = std::move(*file);
  }
  if (options.data.empty()) return build_rulebook(embedded_data(), chosen);
  auto files = read_data_directory(options.data);
  if (!files) return tl::unexpected(files.error());
  return build_rulebook(*files, chosen);
}

Result<EvaluateOptions> evaluate_options(const Options& options) {
  EvaluateOptions out;
  out.parse.format = options.input_format;
  out.roles.interviewer = options.interviewer;
  out.roles.candidate = options.candidate;
  out.job.position = options.position;
  if (!options.jd.empty()) {
    auto text = read_file(options.jd);
    if (!text) return tl::unexpected(text.error());
    out.job.description = std::move(*text);
  }
  return out;
}

}  // namespace

Result<Setup> set_up(const Options& options) {
  set_up_logging(options);
  auto how = evaluate_options(options);
  if (!how) return tl::unexpected(how.error());
  auto book = load_rules(options);
  if (!book) return tl::unexpected(book.error());
  return Setup{std::move(*book), std::move(*how)};
}

std::string shown_path(const std::string& path) { return path == "-" ? "<stdin>" : path; }

Result<Outcome> evaluate_input(const std::string& path, const RuleBookPtr& book, const EvaluateOptions& how) {
  auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  auto source = SourceText::from_bytes(shown_path(path), std::move(*bytes));
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
