// terminal.h: what is known of the terminal behind standard output and standard error.
#pragma once

#include <cstddef>

namespace te::cli {

/// Columns of standard output: COLUMNS when it is set to a number, else the terminal's, else kDefaultColumns.
std::size_t output_columns();

/// Whether a person watches standard error.
bool errors_on_terminal();

}  // namespace te::cli
