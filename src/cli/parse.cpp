// Turns, roles and questions of transcripts without any judgement, or the dialogue in another format.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "cli/color.h"
#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/files.h"
#include "cli/inputs.h"
#include "cli/setup.h"

namespace te::cli {
namespace {

Result<std::string> converted(const std::string& path, const Setup& setup, const InterviewFormat& format) {
  const auto source = read_source(path);
  if (!source) return tl::unexpected(source.error());
  const auto interview = read_interview(*source, setup.book, setup.how);
  if (!interview) return tl::unexpected(interview.error());
  for (const auto& reason : interview->role_reasons) spdlog::info("{}: {} (confidence {:.2f})", shown_path(path), without_controls(reason), interview->role_confidence);
  if (!interview->role_question.empty()) spdlog::warn("{}: {}", shown_path(path), without_controls(interview->role_question));
  return format.render(*interview);
}

/// Hands a result out; false when it could not be written.
bool deliver(const std::string& output, const std::string& write_to, bool text, bool first) {
  if (write_to.empty()) return print(text ? (first ? "" : "\n") + without_controls(output) : output);
  const auto written = write_file(write_to, output);
  if (!written) spdlog::error("{}", written.error().to_string());
  return written.has_value();
}

bool is_usage_or_io(const Error& error) { return error.code == ErrorCode::kIo || error.code == ErrorCode::kUsage || error.code == ErrorCode::kUnknownFormat; }

}  // namespace

void declare_parse(CLI::App& app, Options& options) {
  declare_inputs(app, options);
  std::vector<FormatName> formats;
  for (const InterviewFormat& format : interview_formats()) formats.push_back({std::string(format.name), std::string(format.summary), std::string(format.extension)});
  declare_format(app, options, formats);
  declare_output(app, options);
  declare_terminal(app, options);
  declare_roles(app, options);
  declare_data(app, options);
  declare_reading(app, options);
  declare_search(app, options);
}

int run_parse(const Options& options) {
  if (options.inputs.empty()) return usage_error("no input: name a transcript, a directory, or - for standard input");
  const auto setup = set_up(options);
  if (!setup) {
    spdlog::error("{}", setup.error().to_string());
    return kUsageOrIo;
  }
  const Inputs inputs = collect_inputs(options);
  for (const Error& error : inputs.errors) spdlog::error("{}", error.to_string());
  bool io_errors = !inputs.errors.empty();
  bool failed = false;
  bool first = true;
  const InterviewFormat& format = *find_interview_format(options.format);
  Destination destination(options.output, format.extension, inputs);
  for (const Input& input : inputs.files) {
    const std::string path = destination.of(input);
    if (!path.empty() && destination.is_transcript(path)) {
      spdlog::error("{}: the result would overwrite the transcript (choose another --output)", path);
      io_errors = true;
      continue;
    }
    const auto output = converted(input.path, *setup, format);
    if (output) {
      io_errors = !deliver(*output, path, options.format != "json", first) || io_errors;
      first = false;
      continue;
    }
    spdlog::error("{}", without_controls(output.error().to_string()));
    (is_usage_or_io(output.error()) ? io_errors : failed) = true;
  }
  return io_errors ? kUsageOrIo : failed ? kSomeFailed : kDone;
}

}  // namespace te::cli
