// columns.h: text as a terminal shows it: how many columns it takes, and how long lines are broken.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace te::text {

/// Columns that UTF-8 text takes: two for wide East Asian letters, none for marks that are put on the letter before.
std::size_t columns(std::string_view s);

/// Cut to at most `limit` columns, with "..." at the end where something is cut.
std::string shortened(std::string_view s, std::size_t limit);

/// `s` filled up with blanks to `width` columns.
std::string padded(std::string s, std::size_t width);

/// Breaks lines at blanks so that none is wider than `limit` columns, where words allow. Lines that are broken go on
/// under their first word: behind the indent, and behind the mark of a list item. 0: no limit.
std::string wrapped(std::string_view text, std::size_t limit);

}  // namespace te::text
