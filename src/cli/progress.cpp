#include "cli/progress.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/terminal.h"

namespace te::cli {
namespace {

constexpr std::chrono::milliseconds kBetween{100};

bool wanted(const Options& options, std::size_t total) {
  if (options.progress != When::kAuto) return options.progress == When::kAlways;
  // Results that scroll by on the same terminal are progress enough.
  const bool results_elsewhere = !options.output.empty() || isatty(STDOUT_FILENO) == 0;
  return errors_on_terminal() && !options.quiet && total != 1 && results_elsewhere;
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t total, double seconds, std::size_t columns) {
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  const std::string pace = rate > 0 ? fmt::format("{:.1f}/s", rate) : "-/s";
  if (total == 0) return fmt::format("{} done  {}", done, pace);
  std::string tail = fmt::format(" {}/{}  {}", done, total, pace);
  if (rate > 0) {
    const auto left = static_cast<long>(static_cast<double>(total - done) / rate + 0.5);
    tail += fmt::format("  {}:{:02} left", left / 60, left % 60);
  }
  constexpr std::size_t kWidest = 40;
  const std::size_t width = std::clamp<std::size_t>(columns > tail.size() + 3 ? columns - tail.size() - 3 : 0, 5, kWidest);
  const std::size_t full = done * width / total;
  return "[" + std::string(full, '#') + std::string(width - full, '-') + "]" + tail;
}

Progress::Progress(const Options& options, std::size_t total) : shown_(wanted(options, total)), total_(total), last_(start_) {}

void Progress::step(std::size_t inputs) {
  done_ += inputs;
  const auto now = Clock::now();
  if (!shown_ || (now - last_ < kBetween && done_ != total_)) return;
  last_ = now;
  on_line_ = true;
  fmt::print(stderr, "\r\x1b[K{}", progress_line(done_, total_, std::chrono::duration<double>(now - start_).count(), output_columns()));
  std::fflush(stderr);
}

void Progress::clear() {
  if (!on_line_) return;
  on_line_ = false;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
}

}  // namespace te::cli
