// word.h: small Word documents made in memory.
#pragma once

#include <string>
#include <string_view>

namespace te::test {

/// A zip archive with one entry.
std::string zip_of(const std::string& name, const std::string& content);

/// A .docx whose body is `xml`, e.g. "<w:p><w:r><w:t>Ann: Why?</w:t></w:r></w:p>".
std::string docx_of(std::string_view xml);

/// One paragraph per line of `text`; a tab or the sign '|' within a line is a tab, '~' a line break.
std::string docx_of_lines(std::string_view text);

}  // namespace te::test
