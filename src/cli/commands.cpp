#include "cli/commands.h"

#include <array>

namespace te::cli {
namespace {

constexpr std::array kCommands = {
    Command{"formats", "List the formats that are read and written", declare_formats, run_formats},
    Command{"lexicon", "Check the data files, count what is in them, or show what is known of a word", declare_lexicon, run_lexicon},
    Command{"parse", "Show turns, roles and questions of transcripts, or convert them", declare_parse, run_parse},
    Command{"rubric", "Print the built-in rubric, to begin one of your own with", declare_rubric, run_rubric},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace te::cli
