#include "cli/run.h"

#include <filesystem>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "cli/batch.h"
#include "cli/collector.h"
#include "cli/color.h"
#include "cli/destination.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/setup.h"
#include "cli/stream.h"
#include "cli/terminal.h"

namespace te::cli {
namespace {

namespace fs = std::filesystem;

std::vector<Note> notes_on(const std::string& path, const Outcome& o) {
  std::vector<Note> out;
  if (spdlog::should_log(spdlog::level::info)) {
    for (const auto& reason : o.interview.role_reasons) out.push_back({spdlog::level::info, fmt::format("{}: {} (confidence {:.2f})", path, reason, o.interview.role_confidence)});
    for (const auto* list : {&o.interview.diagnostics, &o.evaluation.diagnostics}) {
      for (const Diagnostic& d : *list) out.push_back({spdlog::level::info, fmt::format("{}:{}: {} [{}]", path, d.line, without_controls(d.message), d.code)});
    }
  }
  if (o.evaluation.state != State::kScored) out.push_back({spdlog::level::warn, fmt::format("{}: {}: {}", path, state_name(o.evaluation.state), o.evaluation.reason)});
  return out;
}

Finished failure(const Error& error) {
  Finished out;
  out.error = error;
  out.io_error = error.code == ErrorCode::kIo || error.code == ErrorCode::kUsage || error.code == ErrorCode::kUnknownFormat;
  return out;
}

/// What all inputs of a run have in common.
struct Run {
  const Options& options;
  const Setup& setup;
  const Overview& overview;
  const ResultLog& log;
  std::optional<Fingerprint> fingerprint;  ///< absent where no results are kept
};

Finished evaluate_file(const Input& input, const std::string& write_to, const Run& run) {
  const auto source = read_source(input.path);
  if (!source) return failure(source.error());
  Finished out;
  out.write_to = write_to;
  if (run.fingerprint) out.made_from = run.fingerprint->of(**source);
  const Known* known = run.fingerprint && !run.options.force ? run.log.find(write_to, out.made_from) : nullptr;
  if (known != nullptr) {
    out.up_to_date = true;
    out.verdict = known->verdict;
    out.summary = known->summary;
    return out;
  }
  const auto outcome = evaluate_source(*source, run.setup.book, run.setup.how);
  if (!outcome) return failure(outcome.error());
  // On the terminal the report is as wide as the terminal; a file has the usual width.
  const bool on_terminal = run.options.format == "text" && write_to.empty();
  out.output = on_terminal ? render_text_for(*outcome, output_columns()) : find_format(run.options.format)->render(*outcome);
  out.verdict = verdict_of(*outcome);
  out.notes = notes_on(shown_path(input.path), *outcome);
  if (run.overview.wanted()) out.summary = summarize(*outcome);
  return out;
}

int run_files(const Options& options, const Setup& setup) {
  const Inputs inputs = collect_inputs(options);
  const std::size_t total = inputs.files.size();
  const OutputFormat& format = *find_format(options.format);
  if (total > 1 && !options.output.empty() && fs::is_regular_file(options.output)) {
    spdlog::error("{}: a file cannot take the results of {} inputs (give a directory to --output)", options.output, total);
    return kUsageOrIo;
  }
  Destination destination(options.output, format.extension, inputs);
  const std::string directory = destination.directory();
  if (format.overview != nullptr && total > 1 && directory.empty()) {
    spdlog::error("--format {} makes one page for each of {} inputs (give a directory to --output)", format.name, total);
    return kUsageOrIo;
  }
  Overview overview(format, destination, setup.book);
  ResultLog log(directory);
  Collector collector(options, format.header != nullptr ? format.header(*setup.book) : std::string(), total, overview, log);
  for (const Error& error : inputs.errors) {
    spdlog::error("{}", error.to_string());
    collector.tally.add_io_error();
  }
  if (options.fail_fast && !inputs.errors.empty()) return kUsageOrIo;
  const Run run{options, setup, overview, log, directory.empty() ? std::nullopt : std::optional<Fingerprint>(std::in_place, options, setup)};
  std::size_t next = 0;
  run_ordered<Finished>(
      total <= 1 ? 1 : options.jobs,
      [&]() -> std::optional<Work<Finished>> {
        if (next >= total || interrupted()) return std::nullopt;
        const Input& input = inputs.files[next++];
        std::string path = destination.of(input);
        if (!path.empty() && destination.is_transcript(path)) {
          return [path] { return failure({ErrorCode::kIo, "the result would overwrite the transcript", path, 0, "choose another --output"}); };
        }
        return [&, path = std::move(path)] { return evaluate_file(input, path, run); };
      },
      [&](Finished f) { return collector.take(std::move(f)); });
  const bool stopped = interrupted() || collector.tally.inputs() < total;
  if (stopped) collector.say_stopped(interrupted() ? "interrupted" : "stopped", total);
  else {
    for (const Error& error : overview.write()) {
      spdlog::error("{}", error.to_string());
      collector.tally.add_io_error();
    }
  }
  collector.finish();
  if (!directory.empty() && total > 0 && !options.quiet) fmt::print(stderr, "transcript-eval: {}", collector.tally.report());
  return interrupted() ? kInterrupted : collector.tally.exit_status();
}

}  // namespace

int run(const Options& options) {
  if (options.inputs.empty() && !options.jsonl) return usage_error("no input: name a transcript, a directory, or - for standard input");
  if (!options.inputs.empty() && options.jsonl) return usage_error("--jsonl reads its own records; name no other inputs beside it");
  // Not an input among others that is missing: whoever asks for 'explian' wants no report.
  const auto command = options.inputs.size() > 1 ? meant_command(options.inputs.front()) : std::nullopt;
  if (command) return usage_error(fmt::format("there is no command '{}'; did you mean '{}'?", options.inputs.front(), *command));
  const auto setup = set_up(options);
  if (!setup) {
    spdlog::error("{}", setup.error().to_string());
    return kUsageOrIo;
  }
  catch_interrupts();
  return options.jsonl ? run_stream(options, *setup) : run_files(options, *setup);
}

}  // namespace te::cli
