#include "support/documents.h"

namespace te::test {

std::string document(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    const auto last = line.find_last_not_of(" \r");
    const std::string_view content = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
    if (content == "===") out += std::string(60, '=');
    else if (content == "---") out += std::string(40, '-');
    else out += content;
    out += line.substr(content.size());
    if (end == std::string_view::npos) break;
    out.push_back('\n');
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string with_line_ends(std::string_view text, std::string_view end) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += end;
    else out.push_back(c);
  }
  return out;
}

}  // namespace te::test
