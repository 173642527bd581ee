// The formats that are read, each with an example, and those that are written.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/setup.h"

namespace te::cli {
namespace {

/// The text with every line moved in.
std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += end == 0 ? "\n" : fmt::format("      {}\n", text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

void declare_formats(CLI::App&, Options&) {}

int run_formats(const Options&) {
  std::string out = "Read (found out from the content, or named with --input-format):\n";
  for (const InputFormat& format : input_formats()) out += fmt::format("\n  {}\n    {}\n\n{}", format.name, format.summary, indented(format.example));
  out += "\nWritten (--format):\n\n";
  for (const OutputFormat& format : output_formats()) out += fmt::format("  {:<12}{}\n", format.name, format.summary);
  out += "\nWritten by 'transcript-eval parse' (--format):\n\n";
  for (const InterviewFormat& format : interview_formats()) out += fmt::format("  {:<12}{}\n", format.name, format.summary);
  return print(out) ? kDone : kUsageOrIo;
}

}  // namespace te::cli
