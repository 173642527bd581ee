// setup.h: what every command that reads transcripts needs: logging, rules, the way to evaluate one input.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "transcript_eval/render.h"

namespace te::cli {

struct Setup {
  RuleBookPtr book;
  EvaluateOptions how;
};

/// The data files that the options name: a directory's or the built-in ones, and single files in place of some.
struct LoadedData {
  std::optional<std::vector<DataFile>> own;  ///< of --data
  RuleBookOptions chosen;
  [[nodiscard]] bool built_in() const { return !own && !chosen.rubric && !chosen.bank; }
  [[nodiscard]] std::span<const DataFile> files() const { return own ? std::span<const DataFile>(*own) : embedded_data(); }
};
Result<LoadedData> load_data(const Options& options);

/// Sets up logging and loads the rules that the options name.
Result<Setup> set_up(const Options& options);

/// Reads a file, or standard input for "-".
Result<SourcePtr> read_source(const std::string& path);

/// Reads and evaluates a file, or standard input for "-".
Result<Outcome> evaluate_input(const std::string& path, const RuleBookPtr& book, const EvaluateOptions& how);

/// The path as messages name it: "<stdin>" for "-".
std::string shown_path(const std::string& path);

/// Writes to standard output; false when nobody can take it any more.
bool print(std::string_view text);

/// Says what went wrong and gives the exit status for it.
int failed(const Error& error);

/// Says what is wrong with the command line and gives the exit status for it.
int usage_error(const std::string& message);

}  // namespace te::cli
