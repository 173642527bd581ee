#include "cli/collector.h"

#include <spdlog/spdlog.h>

#include "cli/color.h"
#include "cli/setup.h"

namespace te::cli {

Collector::Collector(const Options& options, std::string header, std::size_t total, Overview& overview, ResultLog& log)
    : tally(options), options_(options), overview_(overview), log_(log), progress_(options, total), header_(std::move(header)), color_(wants_color(options.color)),
      plain_(options.format == "text" || options.format == "document" || options.format == "feedback") {}

bool Collector::take(Finished f) {
  if (!f.output.empty() && !f.write_to.empty()) write(f);
  say(f);
  if (!f.output.empty() && f.write_to.empty()) {
    progress_.clear();
    if (!print(shown(f.output))) {
      spdlog::error("standard output cannot be written");
      tally.add_io_error();
      return false;
    }
  }
  tally.add(f);
  overview_.add(f);
  progress_.step();
  return !(options_.fail_fast && f.error);
}

void Collector::write(Finished& f) {
  const auto written = write_file(f.write_to, header_ + f.output);
  if (!written) {
    f.error = written.error();
    f.io_error = true;
    return;
  }
  if (log_failed_ || log_.add(f, *written)) return;
  log_failed_ = true;
  f.notes.push_back({spdlog::level::warn, std::string(ResultLog::kName) + " cannot be written: the next run will make these results again"});
}

void Collector::finish() { progress_.clear(); }

/// The notes on an input and its error, if any.
void Collector::say(const Finished& f) {
  if (f.error || !f.notes.empty()) progress_.clear();
  for (const Note& note : f.notes) spdlog::log(note.level, "{}", note.text);
  if (f.error) spdlog::error("{}", without_controls(f.error->to_string()));
}

void Collector::say_stopped(const char* why, std::size_t all) {
  progress_.clear();
  spdlog::error("{} after {} of {} inputs; what is written is whole", why, tally.inputs(), all);
}

/// Text for the terminal: several reports are set apart, control characters are made harmless.
std::string Collector::shown(const std::string& output) {
  const bool first = printed_++ == 0;
  if (!plain_) return first ? header_ + output : output;
  const std::string out = first ? "" : "\n";
  const std::string safe = without_controls(output);
  return out + (color_ ? colored(safe) : safe);
}

}  // namespace te::cli
