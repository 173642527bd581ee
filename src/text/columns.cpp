#include "text/columns.h"

#include <algorithm>

#include <utf8proc.h>

#include "text/utf8.h"

namespace te::text {
namespace {

std::size_t width_at(std::string_view s, std::size_t pos, std::size_t& size) {
  if (static_cast<unsigned char>(s[pos]) < 0x80) {
    size = 1;
    return 1;
  }
  const CodePoint c = code_point_at(s, pos);
  size = c.size;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value))));
}

/// Blanks, and a list mark with the blanks behind it.
std::size_t hanging_indent(std::string_view line) {
  std::size_t at = std::min(line.find_first_not_of(' '), line.size());
  if (at + 1 < line.size() && (line[at] == '*' || line[at] == '-') && line[at + 1] == ' ') at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  return at;
}

void wrap_line(std::string_view line, std::size_t limit, std::string& out) {
  const std::size_t indent = hanging_indent(line);
  out.append(line.substr(0, indent));
  std::size_t used = indent;
  bool first = true;
  for (std::size_t at = indent; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    const std::size_t wide = columns(word);
    if (!first && used + 1 + wide > limit) {
      out.push_back('\n');
      out.append(indent, ' ');
      used = indent;
    } else if (!first) {
      out.push_back(' ');
      ++used;
    }
    out.append(word);
    used += wide;
    first = false;
    at = end + 1;
  }
}

}  // namespace

std::size_t columns(std::string_view s) {
  std::size_t out = 0;
  std::size_t size = 1;
  for (std::size_t at = 0; at < s.size(); at += size) out += width_at(s, at, size);
  return out;
}

std::string shortened(std::string_view s, std::size_t limit) {
  constexpr std::string_view kDots = "...";
  if (columns(s) <= limit) return std::string(s);
  std::size_t used = 0;
  std::size_t at = 0;
  std::size_t size = 1;
  for (; at < s.size(); at += size) {
    const std::size_t wide = width_at(s, at, size);
    if (used + wide + kDots.size() > limit) break;
    used += wide;
  }
  return std::string(trimmed(s.substr(0, at))) + std::string(kDots.substr(0, limit));
}

std::string padded(std::string s, std::size_t width) {
  const std::size_t used = columns(s);
  if (used < width) s.append(width - used, ' ');
  return s;
}

std::string wrapped(std::string_view text, std::size_t limit) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    // Bytes are never fewer than columns.
    if (limit == 0 || line.size() <= limit) out.append(line);
    else wrap_line(line, limit, out);
    if (end == text.size()) break;
    out.push_back('\n');
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace te::text
