// documents.h: reference documents in short form.
#pragma once

#include <string>
#include <string_view>

namespace te::test {

/// The text with each line "===" made a rule of 60 equal signs and each line "---" one of 40 hyphens.
std::string document(std::string_view text);

/// Every "\n" as the given line end.
std::string with_line_ends(std::string_view text, std::string_view end);

}  // namespace te::test
