// markup.h: pasted HTML as Markdown-like plain text of the same length, so that offsets stay those of the input.
#pragma once

#include <string>
#include <string_view>

namespace te::job {

/// List items and headings get a mark, other blocks a line end, inline tags and entities become blanks. Text without
/// tags comes back as it is, but for carriage returns, which become line ends.
std::string without_markup(std::string_view text);

}  // namespace te::job
