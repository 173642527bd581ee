// overview.h: the pages about all results of a directory, beside them.
#pragma once

#include <vector>

#include "cli/destination.h"
#include "cli/tally.h"
#include "transcript_eval/render.h"

namespace te::cli {

/// Keeps a summary of each result while they pass, and writes the pages at the end.
class Overview {
 public:
  /// Does nothing when the format has no overview or results go to no directory. Takes its file names from `destination`.
  Overview(const OutputFormat& format, Destination& destination, const RuleBookPtr& book);

  [[nodiscard]] bool wanted() const { return make_ != nullptr; }
  /// A result that was written, or an input without one.
  void add(Finished& finished);
  /// What went wrong.
  [[nodiscard]] std::vector<Error> write() const;

 private:
  std::vector<NamedFile> (*make_)(const Cohort& cohort) = nullptr;
  const Destination& destination_;
  Cohort cohort_;
};

}  // namespace te::cli
