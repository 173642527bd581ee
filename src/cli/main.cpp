#include <algorithm>
#include <exception>
#include <string_view>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/threads.h"

int main(int argc, char** argv) {
  try {
    // A configuration file may be a pipe, which can be read only once.
    if (std::any_of(argv, argv + argc, [](std::string_view argument) { return argument.starts_with("--config"); })) te::cli::take_threads(argv);
    const te::cli::Parsed parsed = te::cli::parse_command_line(argc, argv);
    if (!parsed.options) return parsed.exit_status;
    if (parsed.options->jobs != 1 && te::cli::may_be_many(*parsed.options)) te::cli::take_threads(argv);
    return parsed.options->command->run(*parsed.options);
  } catch (const std::exception& e) {
    fmt::print(stderr, "transcript-eval: error: {}\n", e.what());
    return te::cli::kUsageOrIo;
  }
}
