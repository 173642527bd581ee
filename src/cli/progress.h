// progress.h: how far a long run is, on standard error.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/options.h"

namespace te::cli {

/// "[#####-----] 12/40  3.1/s  0:09 left"; with `total` 0 "12 done  3.1/s".
std::string progress_line(std::size_t done, std::size_t total, double seconds, std::size_t columns);

/// One line that is written over again. Call clear() before anything else is printed to the terminal.
class Progress {
 public:
  /// `total` 0: not known.
  Progress(const Options& options, std::size_t total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step(std::size_t inputs = 1);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_ = false;
  bool on_line_ = false;
  std::size_t done_ = 0;
  std::size_t total_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

}  // namespace te::cli
