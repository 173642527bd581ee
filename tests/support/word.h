// word.h: small Word documents made in memory.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace te::test {

/// A zip archive of entries, each a name and its content.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries);

/// A .docx whose body is `xml`, e.g. "<w:p><w:r><w:t>Ann: Why?</w:t></w:r></w:p>", with docProps/core.xml unless that is empty.
std::string docx_of(std::string_view xml, const std::string& properties = {});

/// One paragraph per line of `text`; a tab or the sign '|' within a line is a tab, '~' a line break.
std::string docx_of_lines(std::string_view text);

}  // namespace te::test
