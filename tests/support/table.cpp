#include "support/table.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace te::test {

std::string visible(std::string_view s) {
  const bool broken = !text::is_valid_utf8(s);
  std::string out;
  for (const char c : s) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else if (c == '\t') out += "\\t";
    else if (u < 0x20 || u == 0x7F || (broken && u > 0x7F)) out += fmt::format("\\x{:02x}", u);
    else out.push_back(c);
  }
  return out;
}

}  // namespace te::test
