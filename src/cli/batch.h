// batch.h: many independent pieces of work in parallel, their results in order.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "transcript_eval/cohort.h"

namespace te::cli {

/// What one input became.
struct Finished {
  std::string output;        ///< rendered bytes, empty after an error
  std::string write_to;      ///< a file, or empty for standard output
  std::optional<std::string> error;
  std::optional<Summary> summary;  ///< for the overview of a directory, where there will be one
  bool io_error = false;
  bool scored = false;
  bool below_threshold = false;
};

using Work = std::function<Finished()>;

/// Calls `next` until it gives nothing, runs the work on `jobs` threads and hands the results to `done` in the order of
/// `next`. At most a few results per thread wait at any time, so memory stays bounded on endless input. `done` returns
/// false to stop.
void run_ordered(unsigned jobs, const std::function<std::optional<Work>()>& next, const std::function<bool(Finished)>& done);

}  // namespace te::cli
