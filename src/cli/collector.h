// collector.h: what becomes of the results of many inputs, in their order.
#pragma once

#include <cstddef>
#include <string>

#include "cli/overview.h"
#include "cli/progress.h"
#include "cli/result_log.h"
#include "cli/tally.h"

namespace te::cli {

/// Prints or writes results and counts them.
class Collector {
 public:
  /// `header` stands once before what is printed and in each file; `total` inputs are to come.
  Collector(const Options& options, std::string header, std::size_t total, Overview& overview, ResultLog& log);

  /// False when no more inputs are wanted.
  bool take(Finished finished);
  /// Leaves the terminal without a progress bar.
  void finish();
  /// What a run that stopped early has to say.
  void say_stopped(const char* why, std::size_t all);

  Tally tally;

 private:
  void write(Finished& finished);
  void say(const Finished& finished);
  std::string shown(const std::string& output);

  const Options& options_;
  Overview& overview_;
  ResultLog& log_;
  Progress progress_;
  std::string header_;
  bool color_;
  bool plain_;
  bool log_failed_ = false;
  int printed_ = 0;
};

}  // namespace te::cli
