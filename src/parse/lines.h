// lines.h: a source text as lines.
#pragma once

#include <string_view>
#include <vector>

#include "transcript_eval/source.h"

namespace te::parse {

/// One line without its line end; `span` addresses it in the source.
struct Line {
  std::string_view text;
  Span span;
  std::uint32_t number = 0;  ///< 1-based, in the file
  [[nodiscard]] bool blank() const;
};

/// All lines of the source; LF, CRLF and lone CR end a line, a byte order mark is stepped over.
std::vector<Line> split_lines(const SourceText& source);

/// A line of at least 20 equal signs (or hyphens, for sign '-') and nothing else.
bool is_rule(std::string_view line, char sign);

/// Without the double quotes, straight or curly, that enclose the whole text.
std::string_view without_outer_quotes(std::string_view text);

}  // namespace te::parse
