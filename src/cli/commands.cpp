#include "cli/commands.h"

#include <array>

namespace te::cli {
namespace {

constexpr std::array kCommands = {
    Command{"explain", "Print how each score comes about, point by point", declare_explain, run_explain},
    Command{"rank", "Order candidates by score, with what the order is uncertain by", declare_rank, run_rank},
    Command{"formats", "List the formats that are read and written", declare_formats, run_formats},
    Command{"lexicon", "Check the data files, count what is in them, or show what is known of a word", declare_lexicon, run_lexicon},
    Command{"parse", "Show turns, roles and questions of transcripts, or convert them", declare_parse, run_parse},
    Command{"rubric", "Print the built-in rubric, to begin one of your own with", declare_rubric, run_rubric},
    Command{"schema", "Print the JSON Schema of what the program prints or reads", declare_schema, run_schema},
    Command{"completions", "Print the completions for bash, zsh or fish", declare_completions, run_completions},
    Command{"manual", "Print the manual page", declare_manual, run_manual},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace te::cli
