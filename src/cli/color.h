// color.h: the text report with terminal colours.
#pragma once

#include <string>
#include <string_view>

#include "cli/options.h"

namespace te::cli {

/// Whether to colour what goes to standard output: NO_COLOR and pipes say no, --color overrides both.
bool wants_color(When choice);

/// Headings bold, rules dim, scores by band. Control characters of the transcript are made harmless.
std::string colored(std::string_view report);

/// Without control characters that a terminal would obey.
std::string without_controls(std::string_view text);

}  // namespace te::cli
