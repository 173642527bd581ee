// tally.h: what became of many inputs, and the exit status that follows from it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <spdlog/common.h>

#include "cli/options.h"
#include "transcript_eval/render.h"

namespace te::cli {

/// What of a result decides the exit status.
struct Verdict {
  State state = State::kUnscorable;
  Points overall;                          ///< meaningful when state is kScored
  Severity worst = Severity::kInfo;        ///< of the diagnostics

  [[nodiscard]] bool below(const Options& options) const;  ///< --fail-under, --fail-on
};
Verdict verdict_of(const Outcome& outcome);

/// Something to say on standard error once it is this input's turn.
struct Note {
  spdlog::level::level_enum level = spdlog::level::info;
  std::string text;
};

/// What one input became.
struct Finished {
  std::string output;              ///< rendered bytes, empty after an error and for a result that is up to date
  std::string write_to;            ///< a file, or empty for standard output
  std::string made_from;           ///< see ResultLog
  std::optional<Error> error;
  bool io_error = false;           ///< the error is about files or the command line, not about the transcript
  bool up_to_date = false;         ///< the result of an earlier run stays
  Verdict verdict;                 ///< meaningful without an error
  std::vector<Note> notes;
  std::optional<Summary> summary;  ///< for the overview of a directory, where there will be one
};

class Tally {
 public:
  explicit Tally(const Options& options) : options_(&options) {}
  void add(const Finished& finished);
  void add(const Tally& other);
  void add_io_error() { ++io_errors_; }

  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] bool any_error() const { return failed_ + io_errors_ > 0; }
  [[nodiscard]] int exit_status() const;
  /// "12 inputs: 9 done, 2 skipped (up to date), 1 failed", and a line for each reason of failures with the number of inputs.
  [[nodiscard]] std::string report() const;

 private:
  void add_reason(const std::string& reason, std::size_t times);

  const Options* options_;
  std::size_t inputs_ = 0;
  std::size_t up_to_date_ = 0;
  std::size_t failed_ = 0;
  std::size_t io_errors_ = 0;
  std::size_t scored_ = 0;
  std::size_t below_ = 0;
  std::map<std::string, std::size_t> reasons_;  ///< how often each; a few, as messages may quote endless input
  std::size_t other_reasons_ = 0;
};

}  // namespace te::cli
