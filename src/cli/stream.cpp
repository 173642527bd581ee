#include "cli/stream.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "cli/batch.h"
#include "cli/color.h"
#include "cli/destination.h"
#include "cli/interrupt.h"
#include "cli/lines.h"
#include "cli/progress.h"
#include "cli/records.h"
#include "cli/tally.h"

namespace te::cli {
namespace {

namespace fs = std::filesystem;

/// Standard output, or a file that appears when it is whole.
class Results {
 public:
  /// An error says why it cannot be written.
  static Result<Results> open(const Options& options);

  /// What is written can be read by whoever waits at the other end.
  bool write(const std::string& lines) { return std::fwrite(lines.data(), 1, lines.size(), file_) == lines.size() && std::fflush(file_) == 0; }
  /// Whether everything is where it belongs.
  bool keep();
  void discard();
  [[nodiscard]] std::string name() const { return path_.empty() ? "standard output" : path_; }
  /// What to say about a stream that stopped early.
  [[nodiscard]] std::string left_behind() const { return path_.empty() ? "" : fmt::format("; {} is not written", path_); }

 private:
  [[nodiscard]] std::string beside() const { return path_ + ".part"; }

  std::FILE* file_ = stdout;
  std::string path_;  ///< empty: standard output
};

Result<Results> Results::open(const Options& options) {
  Results out;
  if (options.output.empty() || options.output == "-") return out;
  const auto fail = [&](std::string what, std::string hint = {}) { return tl::unexpected(Error{ErrorCode::kIo, std::move(what), options.output, 0, std::move(hint)}); };
  if (*options.jsonl != "-" && same_file(*options.jsonl) == same_file(options.output)) return fail("the results would overwrite the records", "choose another --output");
  out.path_ = options.output;
  std::error_code code;
  if (fs::path(out.path_).has_parent_path()) fs::create_directories(fs::path(out.path_).parent_path(), code);
  out.file_ = std::fopen(out.beside().c_str(), "wb");
  if (out.file_ == nullptr) return fail(fmt::format("cannot be written: {}", std::strerror(errno)));
  return out;
}

bool Results::keep() {
  if (path_.empty()) return std::fflush(stdout) == 0;
  const bool whole = std::fclose(file_) == 0;
  std::error_code code;
  if (whole) fs::rename(beside(), path_, code);
  return whole && !code;
}

void Results::discard() {
  if (path_.empty()) return;
  std::fclose(file_);
  std::error_code ignored;
  fs::remove(beside(), ignored);
}

/// What some lines of records became.
struct Answers {
  std::string output;
  std::string problems;  ///< a line for each error
  Tally tally;
};

Answers evaluate_lines(const Lines& lines, const Options& options, const Setup& setup) {
  Answers out{{}, {}, Tally(options)};
  const auto add = [&](const Finished& f) {
    out.output += f.output;
    out.tally.add(f);
    if (!f.error) return true;
    out.problems += without_controls(f.error->to_string()) + '\n';
    return !options.fail_fast;
  };
  if (lines.too_long) {
    add(too_long_record(lines.first));
    return out;
  }
  std::size_t number = lines.first;
  for (std::string_view rest = lines.text; !rest.empty(); ++number) {
    const std::string_view line = Lines::take(rest);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (!add(evaluate_record(line, number, setup.book, setup.how))) break;
  }
  return out;
}

}  // namespace

int run_stream(const Options& options, const Setup& setup) {
  LineReader in(*options.jsonl, options.first_line);
  if (!in.is_open()) {
    spdlog::error("{}: cannot be read (--jsonl takes a file of records or - for standard input)", *options.jsonl);
    return kUsageOrIo;
  }
  auto results = Results::open(options);
  if (!results) return failed(results.error());
  Tally tally(options);
  Progress progress(options, 0);
  bool writable = true;
  run_ordered<Answers>(
      options.jobs,
      [&]() -> std::optional<Work<Answers>> {
        auto lines = std::make_shared<Lines>();
        if (interrupted() || !in.next(*lines)) return std::nullopt;
        return [&, lines] { return evaluate_lines(*lines, options, setup); };
      },
      [&](const Answers& answers) {
        if (!answers.problems.empty()) progress.clear();
        for (std::string_view rest = answers.problems; !rest.empty();) spdlog::error("{}", Lines::take(rest));
        tally.add(answers.tally);
        progress.step(answers.tally.inputs());
        writable = results->write(answers.output);
        return writable && !(options.fail_fast && answers.tally.any_error());
      });
  progress.clear();
  const bool stopped = interrupted() || (options.fail_fast && tally.any_error());
  if (!stopped) writable = results->keep() && writable;
  else results->discard();
  if (!writable) {
    spdlog::error("{}: cannot be written", results->name());
    return kUsageOrIo;
  }
  if (in.error() != 0) {
    spdlog::error("{}: cannot be read: {}", *options.jsonl, std::strerror(in.error()));
    return kUsageOrIo;
  }
  if (!stopped) return tally.exit_status();
  if (interrupted()) spdlog::error("interrupted on line {} of the records{}", in.last(), results->left_behind());
  else spdlog::error("stopped at the first record that failed (--fail-fast){}", results->left_behind());
  return interrupted() ? kInterrupted : tally.exit_status();
}

}  // namespace te::cli
