#include "cli/color.h"

#include <cstdlib>

#include <unistd.h>

#include "text/utf8.h"

namespace te::cli {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";

/// Green from 4, yellow from 3, red below; the figure is there to be read without colour.
std::string_view style_of_score(char digit) { return digit == '4' || digit == '5' ? "\x1b[32m" : digit == '3' ? "\x1b[33m" : "\x1b[31m"; }

std::string_view style_of(std::string_view line) {
  const std::string_view trimmed = text::trimmed(line);
  if (trimmed.size() >= 20 && trimmed.find_first_not_of('=') == std::string_view::npos) return "\x1b[2m";
  if (trimmed.substr(0, 4) == "### ") return "\x1b[1m";
  if (trimmed.substr(0, 7) == "Score: ") {
    return style_of_score(trimmed.size() > 7 ? trimmed[7] : ' ');
  }
  if (trimmed == "EVALUATION REPORT" || trimmed == "HR REPORT" || trimmed == "RECOMMENDATION (FULL)" || trimmed == "DIAGNOSTICS" || trimmed == "Interview Transcript") return "\x1b[1m";
  // A line of the summary card: "4.3  ████".
  if (trimmed.find("█") < 12 || trimmed.find("░") < 12) return style_of_score(trimmed[0]);
  return {};
}

/// Marks what stands between ** and **, which may have been wrapped; `open` goes on from line to line of a paragraph.
std::string emphasised(std::string_view line, bool& open) {
  const std::string_view trimmed = text::trimmed(line);
  if (trimmed.empty() || trimmed.substr(0, 2) == "* ") open = false;
  std::string out(open ? kBold : std::string_view());
  while (!line.empty()) {
    const auto mark = line.find("**");
    out += line.substr(0, mark);
    if (mark == std::string_view::npos) break;
    out += open ? "**" + std::string(kReset) : std::string(kBold) + "**";
    open = !open;
    line.remove_prefix(mark + 2);
  }
  if (open) out += kReset;
  return out;
}

}  // namespace

bool wants_color(When choice) {
  if (choice != When::kAuto) return choice == When::kAlways;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0') && term != nullptr && std::string_view(term) != "dumb";
}

std::string colored(std::string_view report) {
  std::string out;
  bool open = false;
  while (!report.empty()) {
    const auto end = report.find('\n');
    const std::string_view line = report.substr(0, end);
    const std::string_view style = style_of(line);
    if (style.empty()) out += emphasised(line, open);
    else out += std::string(style) + std::string(line) + std::string(kReset);
    if (end == std::string_view::npos) break;
    out.push_back('\n');
    report.remove_prefix(end + 1);
  }
  return out;
}

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c < 0x7F) continue;
    const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if ((c >= 0x20 || c == '\n' || c == '\t') && c != 0x7F && !c1) continue;
    out.append(text, begin, i - begin);
    out += "\xEF\xBF\xBD";
    i += c1 ? 1 : 0;
    begin = i + 1;
  }
  out.append(text, begin);
  return out;
}

}  // namespace te::cli
