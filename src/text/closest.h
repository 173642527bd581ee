// closest.h: "did you mean": the known name that a mistyped one stands for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace te::text {

/// The name of `known` with the smallest edit distance to `word`, if it is small enough to be a slip.
std::optional<std::string> closest(std::string_view word, const std::vector<std::string>& known);

}  // namespace te::text
