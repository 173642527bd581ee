#include "cli/run.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "cli/batch.h"
#include "cli/color.h"
#include "cli/destination.h"
#include "cli/files.h"
#include "cli/interrupt.h"
#include "cli/line_reader.h"
#include "cli/overview.h"
#include "cli/progress.h"
#include "cli/records.h"
#include "cli/setup.h"
#include "cli/terminal.h"
#include "transcript_eval/render.h"

namespace te::cli {
namespace {

namespace fs = std::filesystem;

/// Counts what happened and decides the exit status.
class Tally {
 public:
  void add(const Finished& f) {
    ++inputs_;
    failed_ += f.error && !f.io_error ? 1 : 0;
    io_errors_ += f.io_error ? 1 : 0;
    scored_ += f.scored ? 1 : 0;
    below_ += f.below_threshold ? 1 : 0;
  }
  void add_io_error() { ++io_errors_; }
  [[nodiscard]] int exit_status() const {
    if (io_errors_ > 0) return kUsageOrIo;
    if (failed_ > 0) return kSomeFailed;
    if (below_ > 0) return kBelowThreshold;
    return inputs_ > 0 && scored_ == 0 ? kUnscorableOnly : kDone;
  }

 private:
  int inputs_ = 0;
  int failed_ = 0;
  int io_errors_ = 0;
  int scored_ = 0;
  int below_ = 0;
};

bool below_threshold(const Outcome& o, const Options& options) {
  if (options.fail_under && o.evaluation.state == State::kScored && o.evaluation.overall_raw.value() < *options.fail_under) return true;
  if (options.fail_on.empty()) return false;
  const Severity at = options.fail_on == "error" ? Severity::kError : Severity::kWarning;
  for (const auto* list : {&o.interview.diagnostics, &o.evaluation.diagnostics}) {
    for (const Diagnostic& d : *list) {
      if (d.severity >= at) return true;
    }
  }
  return false;
}

void log_outcome(const std::string& path, const Outcome& o) {
  for (const auto& reason : o.interview.role_reasons) spdlog::info("{}: {} (confidence {:.2f})", path, reason, o.interview.role_confidence);
  for (const auto* list : {&o.interview.diagnostics, &o.evaluation.diagnostics}) {
    for (const Diagnostic& d : *list) spdlog::info("{}:{}: {} [{}]", path, d.line, without_controls(d.message), d.code);
  }
  if (o.evaluation.state != State::kScored) spdlog::warn("{}: {}: {}", path, state_name(o.evaluation.state), o.evaluation.reason);
}

Finished failure(const Error& error) {
  Finished out;
  out.error = error.to_string();
  out.io_error = error.code == ErrorCode::kIo || error.code == ErrorCode::kUsage || error.code == ErrorCode::kUnknownFormat;
  return out;
}

Finished evaluate_file(const Input& input, const std::string& write_to, const Options& options, const RuleBookPtr& book, const EvaluateOptions& how, bool summary) {
  const auto outcome = evaluate_input(input.path, book, how);
  if (!outcome) return failure(outcome.error());
  log_outcome(shown_path(input.path), *outcome);
  Finished out;
  // On the terminal the report is as wide as the terminal; a file has the usual width.
  const bool on_terminal = options.format == "text" && write_to.empty();
  out.output = on_terminal ? render_text_for(*outcome, output_columns()) : find_format(options.format)->render(*outcome);
  out.write_to = write_to;
  out.scored = outcome->evaluation.state == State::kScored;
  out.below_threshold = below_threshold(*outcome, options);
  if (summary) out.summary = summarize(*outcome);
  return out;
}

/// Hands out results in order and counts them.
class Collector {
 public:
  /// `header` stands once before what is printed and in each file; `total` inputs are to come.
  Collector(const Options& options, std::string header, std::size_t total) : progress_(options, total), header_(std::move(header)), color_(wants_color(options.color)), plain_(options.format == "text" || options.format == "document" || options.format == "feedback") {}

  bool take(Finished f) {
    ++taken_;
    if (f.error || f.write_to.empty()) progress_.clear();
    if (f.error) spdlog::error("{}", without_controls(*f.error));
    if (!f.output.empty() && f.write_to.empty()) {
      if (!print(shown(f.output))) return stop("standard output");
    } else if (!f.output.empty()) {
      const auto written = write_file(f.write_to, header_ + f.output);
      if (!written) fail(f, written.error());
    }
    if (overview != nullptr) overview->add(f);
    tally.add(f);
    progress_.step();
    return true;
  }
  /// What an interrupted run has to say.
  int interrupted_after(std::size_t all) {
    progress_.clear();
    spdlog::error("interrupted after {} of {} inputs; what is written is whole", taken_, all);
    return kInterrupted;
  }

  Tally tally;
  Overview* overview = nullptr;  ///< learns of every input; may be absent

 private:
  static void fail(Finished& f, const Error& error) {
    spdlog::error("{}", error.to_string());
    f.error = error.to_string();
    f.io_error = true;
  }

  bool stop(const char* where) {
    spdlog::error("{} cannot be written", where);
    tally.add_io_error();
    return false;
  }

  /// Text for the terminal: several reports are set apart, control characters are made harmless.
  std::string shown(const std::string& output) {
    const bool first = printed_++ == 0;
    if (!plain_) return first ? header_ + output : output;
    const std::string out = first ? "" : "\n";
    const std::string safe = without_controls(output);
    return out + (color_ ? colored(safe) : safe);
  }

  Progress progress_;
  std::size_t taken_ = 0;
  std::string header_;
  bool color_;
  bool plain_;
  int printed_ = 0;
};

int run_files(const Options& options, const RuleBookPtr& book, const EvaluateOptions& how) {
  const Inputs inputs = collect_inputs(options.inputs);
  const OutputFormat& format = *find_format(options.format);
  Collector collector(options, format.header != nullptr ? format.header(*book) : std::string(), inputs.files.size());
  for (const Error& error : inputs.errors) {
    spdlog::error("{}", error.to_string());
    collector.tally.add_io_error();
  }
  if (inputs.files.size() > 1 && !options.output.empty() && fs::is_regular_file(options.output)) {
    spdlog::error("{}: a file cannot take the results of {} inputs (give a directory to --output)", options.output, inputs.files.size());
    return kUsageOrIo;
  }
  Destination destination(options.output, format.extension, inputs);
  if (format.overview != nullptr && inputs.files.size() > 1 && destination.directory().empty()) {
    spdlog::error("--format {} makes one page for each of {} inputs (give a directory to --output)", format.name, inputs.files.size());
    return kUsageOrIo;
  }
  Overview overview(format, destination, book);
  if (overview.wanted()) collector.overview = &overview;
  std::size_t next = 0;
  const unsigned jobs = inputs.files.size() <= 1 ? 1 : options.jobs;
  run_ordered(
      jobs,
      [&]() -> std::optional<Work> {
        if (next >= inputs.files.size() || interrupted()) return std::nullopt;
        const Input& input = inputs.files[next++];
        std::string path = destination.of(input);
        if (!path.empty() && destination.is_transcript(path)) {
          return [path] { return failure({ErrorCode::kIo, "the result would overwrite the transcript", path, 0, "choose another --output"}); };
        }
        return [&, path = std::move(path)] { return evaluate_file(input, path, options, book, how, overview.wanted()); };
      },
      [&](Finished f) { return collector.take(std::move(f)); });
  if (interrupted()) return collector.interrupted_after(inputs.files.size());
  for (const Error& error : overview.write()) {
    spdlog::error("{}", error.to_string());
    collector.tally.add_io_error();
  }
  return collector.tally.exit_status();
}

int run_records(const Options& options, const RuleBookPtr& book, const EvaluateOptions& how) {
  LineReader in(*options.jsonl);
  if (!in.is_open()) {
    spdlog::error("{}: cannot be read (--jsonl takes a file of records or - for standard input)", *options.jsonl);
    return kUsageOrIo;
  }
  std::FILE* out = stdout;
  std::string beside;
  if (!options.output.empty() && options.output != "-") {
    if (*options.jsonl != "-" && same_file(*options.jsonl) == same_file(options.output)) {
      spdlog::error("{}: the results would overwrite the records (choose another --output)", options.output);
      return kUsageOrIo;
    }
    beside = options.output + ".part";
    std::error_code code;
    if (fs::path(beside).has_parent_path()) fs::create_directories(fs::path(beside).parent_path(), code);
    out = std::fopen(beside.c_str(), "wb");
    if (out == nullptr) {
      spdlog::error("{}: cannot be written: {}", options.output, std::strerror(errno));
      return kUsageOrIo;
    }
  }
  Tally tally;
  Progress progress(options, 0);
  std::size_t number = 0;
  bool writable = true;
  run_ordered(
      options.jobs,
      [&]() -> std::optional<Work> {
        std::string line;
        do {
          if (interrupted() || !in.next(line)) return std::nullopt;
          ++number;
        } while (line.find_first_not_of(" \t\r") == std::string::npos);
        return [&, line = std::move(line), at = number] { return evaluate_record(line, at, book, how, [&](const Outcome& o) { return below_threshold(o, options); }); };
      },
      [&](Finished f) {
        if (f.error) {
          progress.clear();
          spdlog::error("{}", without_controls(*f.error));
        }
        tally.add(f);
        progress.step();
        writable = std::fwrite(f.output.data(), 1, f.output.size(), out) == f.output.size();
        return writable;
      });
  writable = std::fflush(out) == 0 && writable;
  if (!beside.empty()) {
    writable = std::fclose(out) == 0 && writable;
    std::error_code code;
    if (interrupted()) fs::remove(beside, code);
    else if (writable) fs::rename(beside, options.output, code);
    writable = writable && !code;
  }
  if (!writable) {
    spdlog::error("{}: cannot be written", beside.empty() ? "standard output" : options.output);
    return kUsageOrIo;
  }
  if (!interrupted()) return tally.exit_status();
  progress.clear();
  spdlog::error("interrupted on line {} of the records{}", number, beside.empty() ? "" : fmt::format("; {} is not written", options.output));
  return kInterrupted;
}

}  // namespace

int run(const Options& options) {
  if (options.inputs.empty() && !options.jsonl) return usage_error("no input: name a transcript, a directory, or - for standard input");
  if (!options.inputs.empty() && options.jsonl) return usage_error("--jsonl reads its own records; name no other inputs beside it");
  const auto setup = set_up(options);
  if (!setup) {
    spdlog::error("{}", setup.error().to_string());
    return kUsageOrIo;
  }
  catch_interrupts();
  return options.jsonl ? run_records(options, setup->book, setup->how) : run_files(options, setup->book, setup->how);
}

}  // namespace te::cli
