#include "cli/commands.h"

#include <array>

namespace te::cli {
namespace {

constexpr std::array kCommands = {
    Command{"formats", "List the formats that are read and written", declare_formats, run_formats},
    Command{"parse", "Show turns, roles and questions of transcripts, or convert them", declare_parse, run_parse},
    Command{"rubric", "Print the built-in rubric, to begin one of your own with", declare_rubric, run_rubric},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace te::cli
