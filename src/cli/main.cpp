#include <exception>

#include <fmt/format.h>

#include "cli/commands.h"

int main(int argc, char** argv) {
  try {
    const te::cli::Parsed parsed = te::cli::parse_command_line(argc, argv);
    return parsed.options ? parsed.options->command->run(*parsed.options) : parsed.exit_status;
  } catch (const std::exception& e) {
    fmt::print(stderr, "transcript-eval: error: {}\n", e.what());
    return te::cli::kUsageOrIo;
  }
}
