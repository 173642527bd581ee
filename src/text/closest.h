// closest.h: "did you mean": the known name that a mistyped one stands for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace te::text {

/// Insertions, deletions, replacements and swaps of neighbours that make one of the other (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name of `known` with the smallest edit distance to `word`, if it is small enough to be a slip.
std::optional<std::string> closest(std::string_view word, const std::vector<std::string>& known);

}  // namespace te::text
