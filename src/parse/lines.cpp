#include "parse/lines.h"

#include <algorithm>

#include "text/utf8.h"

namespace te::parse {

bool Line::blank() const { return text::trimmed(text).empty(); }

std::vector<Line> split_lines(const SourceText& source) {
  const std::string_view all = source.text();
  std::vector<Line> lines;
  const auto next = [&](char sign, std::size_t from) { return static_cast<std::uint32_t>(std::min(all.find(sign, from), all.size())); };
  const auto size = static_cast<std::uint32_t>(all.size());
  std::uint32_t begin = all.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::uint32_t feed = next('\n', begin);
  std::uint32_t carriage_return = next('\r', begin);
  while (begin < size) {
    const std::uint32_t end = std::min(feed, carriage_return);
    lines.push_back({all.substr(begin, end - begin), {begin, end}, source.line_at(begin)});
    const std::uint32_t last = carriage_return + 1 == feed ? feed : end;
    begin = last + 1;
    if (feed <= last) feed = next('\n', begin);
    if (carriage_return <= last) carriage_return = next('\r', begin);
  }
  return lines;
}

bool is_rule(std::string_view line, char sign) {
  line = text::trimmed(line);
  return line.size() >= 20 && line.find_first_not_of(sign) == std::string_view::npos;
}

std::string_view without_outer_quotes(std::string_view s) {
  const std::string_view trimmed = text::trimmed(s);
  if (trimmed.size() >= 2 && trimmed.front() == '"' && trimmed.back() == '"') {
    return text::trimmed(trimmed.substr(1, trimmed.size() - 2));
  }
  constexpr std::string_view kOpen = "\xE2\x80\x9C";
  constexpr std::string_view kClose = "\xE2\x80\x9D";
  if (trimmed.size() >= 6 && trimmed.substr(0, 3) == kOpen && trimmed.substr(trimmed.size() - 3) == kClose) {
    return text::trimmed(trimmed.substr(3, trimmed.size() - 6));
  }
  return trimmed;
}

}  // namespace te::parse
