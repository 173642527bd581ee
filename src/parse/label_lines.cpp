#include "parse/label_lines.h"

#include <algorithm>
#include <map>

#include "parse/labels.h"
#include "parse/speakers.h"
#include "text/lazy_pattern.h"
#include "text/letter_pattern.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// The parts of a line that has the shape of a label. Views into the line.
struct Parts {
  re2::StringPiece name;
  re2::StringPiece remark;  ///< "(pauses)" behind the name
  re2::StringPiece text;
};

bool is_fence(std::string_view line) { return text::trimmed(line).substr(0, 3) == "```"; }

/// "**domain knowledge:**", "## Part 2": a line that heads what follows.
bool is_heading(std::string_view line) {
  line = text::trimmed(line);
  if (line.empty()) return false;
  const bool bold = line.size() > 4 && line.substr(0, 2) == "**" && line.substr(line.size() - 2) == "**";
  return line.front() == '#' || bold || line.back() == ':';
}

bool is_listed(std::string_view line) {
  const std::string_view begin = text::trimmed(line).substr(0, 2);
  return begin == "- " || begin == "* ";
}

/// Also behind blanks that break no line.
std::size_t behind_wide_blanks(std::string_view s, std::size_t at) {
  for (;;) {
    at = text::behind_space(s, at);
    const std::string_view rest = s.substr(at);
    const std::size_t blank = rest.starts_with("\u00a0") ? 2 : rest.starts_with("\u202f") ? 3 : 0;
    if (blank == 0) return at;
    at += blank;
  }
}

/// Up to three marks of emphasis.
constexpr std::size_t kMostMarks = 3;
std::size_t behind_emphasis(std::string_view s, std::size_t at) {
  const std::size_t most = std::min(s.size(), at + kMostMarks);
  while (at < most && (s[at] == '*' || s[at] == '_')) ++at;
  return at;
}

/// The bytes of the character at `at` if it may stand in a name, else 0.
std::size_t name_character(std::string_view s, std::size_t at) {
  const char c = s[at];
  if (static_cast<unsigned char>(c) < 0x80) return text::is_ascii_alpha(c) || text::is_ascii_digit(c) || std::string_view("_.'-/& ,").find(c) != std::string_view::npos ? 1 : 0;
  const auto [value, size] = text::code_point_at(s, at);
  return value == U'’' || text::is_letter_code_point(value) || text::is_number_code_point(value) ? size : 0;
}

bool is_letter_at(std::string_view s, std::size_t at) {
  if (at >= s.size()) return false;
  return static_cast<unsigned char>(s[at]) < 0x80 ? text::is_ascii_alpha(s[at]) : text::is_letter_code_point(text::code_point_at(s, at).value);
}

/// Where a name may begin: behind a list mark, the signs of a heading, marks of emphasis and a hyphen.
std::size_t behind_lead(std::string_view line) {
  const auto is_blank_at = [&](std::size_t i) { return i < line.size() && text::is_ascii_space(line[i]); };
  constexpr std::size_t kDeepestHeading = 6;
  std::size_t at = text::behind_space(line, 0);
  if (at < line.size() && (line[at] == '-' || line[at] == '*' || line[at] == '>') && is_blank_at(at + 1)) at = text::behind_space(line, at + 1);
  const std::size_t heading = std::min(line.find_first_not_of('#', at), line.size());
  if (heading > at && heading <= at + kDeepestHeading && is_blank_at(heading)) at = text::behind_space(line, heading);
  at = behind_emphasis(line, at);
  return at < line.size() && line[at] == '-' ? at + 1 : at;
}

/// Where the words begin behind a colon and marks of emphasis, which a blank or nothing follows; npos when there are no such.
std::size_t behind_colon(std::string_view line, std::size_t colon) {
  const std::size_t begin = text::behind_space(line, colon + 1);
  const std::size_t marks = behind_emphasis(line, begin);
  const std::size_t words = behind_wide_blanks(line, marks);
  if (words > marks || marks == line.size()) return words;
  // "Ann: **Why** not?"
  return begin > colon + 1 ? begin : std::string_view::npos;
}

/// "Ann Moe (Interviewer):" with marks of Markdown around it.
bool has_label(std::string_view line, Parts& out) {
  const std::size_t begin = behind_lead(line);
  if (!is_letter_at(line, begin)) return false;
  std::size_t end = begin;
  for (std::size_t size = 1; end < line.size() && size > 0; end += size) size = name_character(line, end);
  std::string_view name = line.substr(begin, end - begin);
  std::size_t at = behind_wide_blanks(line, end);
  std::string_view remark;
  // "_" may stand in a name, and is emphasis at its end.
  std::size_t marks = 0;
  if (at < line.size() && line[at] == '(') {
    const std::size_t close = line.find_first_of("()", at + 1);
    if (close == std::string_view::npos || line[close] != ')') return false;
    remark = line.substr(at, close + 1 - at);
    at = behind_emphasis(line, close + 1);
  } else {
    const std::size_t emphasis = behind_emphasis(line, at);
    if (emphasis == at) name = name.substr(0, name.find_last_not_of(' ') + 1);
    if (emphasis == at || at == end) marks = kMostMarks - (emphasis - at);
    at = emphasis;
  }
  const std::size_t colon = behind_wide_blanks(line, at);
  if (colon >= line.size() || line[colon] != ':') return false;
  for (; marks > 0 && name.back() == '_'; --marks) name.remove_suffix(1);
  name = name.substr(0, name.find_last_not_of(' ') + 1);
  const std::size_t words = behind_colon(line, colon);
  if (words == std::string_view::npos) return false;
  out.name = {name.data(), name.size()};
  out.remark = {remark.data(), remark.size()};
  out.text = {line.data() + words, line.size() - words};
  return true;
}

/// "3. **Interviewer:** Why?": behind a number only words that name a part are labels, "3. Speed: high" is an item.
bool has_numbered_label(const re2::StringPiece& line, Parts& out) {
  static const text::LazyPattern kNumber(R"(\s*\d{1,3}[.)]\s+)");
  re2::StringPiece rest = line;
  return RE2::Consume(&rest, kNumber.compiled()) && has_label({rest.data(), rest.size()}, out) && is_role_word(speaker_key(without_marks({out.name.data(), out.name.size()})));
}

/// "Interviewer:Why?": without a blank only words that name a part are labels, "std::min" and "http://" are not.
bool has_tight_label(const re2::StringPiece& line, Parts& out) {
  static const text::LetterPattern kShape(R"(^\s*[*_]{0,3}(\pL[\pL ]*?)()[*_]{0,3}:[*_]{0,3}([^\s:/].*)$)");
  if (!RE2::FullMatch(line, kShape.on({line.data(), line.size()}), &out.name, &out.remark, &out.text)) return false;
  return is_role_word(speaker_key({out.name.data(), out.name.size()})) && (out.name.size() > 1 || text::is_ascii_upper(out.name[0]));
}

/// "Q. Why?" and "A. So.", the style of court reporters; their questions may be numbered.
bool has_court_label(const re2::StringPiece& line, Parts& out) {
  static const RE2 kShape(R"(^\s*((?:Q|A)\d{0,3})()\.\s+(\S.*)$)");
  return RE2::FullMatch(line, kShape, &out.name, &out.remark, &out.text);
}

/// Questions and answers stand in the style of court reporters, and not under labels: "A." may count off a list.
bool is_court_report(const std::vector<Line>& lines) {
  const auto count = [&](auto&& is) { return std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return is(line.text); }); };
  const auto begins = [](std::string_view line, char sign) {
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos || line[first] != sign) return false;
    const auto dot = line.find_first_not_of("0123456789", first + 1);
    return dot != std::string_view::npos && line[dot] == '.';
  };
  const auto questions = count([&](std::string_view line) { return begins(line, 'Q'); });
  const auto answers = count([&](std::string_view line) { return begins(line, 'A'); });
  if (questions < 2 || answers < 2) return false;
  return questions > count([](std::string_view line) { return is_role_word(speaker_key(split_label(line).label)); });
}

/// Where a dash stands that may part a name from words: " -", "–" or "—".
std::size_t find_dash(std::string_view s) {
  std::size_t hyphen = s.find('-', 1);
  while (hyphen != std::string_view::npos && s[hyphen - 1] != ' ') hyphen = s.find('-', hyphen + 1);
  if (hyphen != std::string_view::npos) s = s.substr(0, --hyphen);
  constexpr char kWide = '\xE2';  // begins both of the others
  if (s.find(kWide) == std::string_view::npos) return hyphen;
  return std::min({hyphen, s.find("–"), s.find("—")});
}

/// "Ann Moe - Why?", "Bo Li — So.": only what is written as a name, and no "Yes - I do".
bool has_dash_label(std::string_view line, Parts& out) {
  static const text::LetterPattern kShape(R"(\s*[*_]{0,3}(\pL[\pL\pN_.'’\-/& ]*?)\s*(\([^()]*\))?[*_]{0,3}(?:\s+-{1,2}|\s*[–—])[*_]{0,3}\s+)");
  // It spares most lines the search.
  constexpr std::size_t kFarthestDash = 110;
  const std::string_view begin = line.substr(0, kFarthestDash);
  const std::size_t dash = find_dash(begin);
  constexpr std::ptrdiff_t kMostWords = 6;
  if (dash == std::string_view::npos || std::count(begin.begin(), begin.begin() + static_cast<std::ptrdiff_t>(dash), ' ') > kMostWords) return false;
  out.text = re2::StringPiece(line.data(), line.size());
  if (!RE2::Consume(&out.text, kShape.on(line), &out.name, &out.remark) || out.text.empty()) return false;
  const std::string_view name(out.name.data(), out.name.size());
  return is_role_word(speaker_key(name)) || (name.size() <= kFarthestDash && is_written_as_name(name) && reads_as_name(name));
}

/// Speakers stand before dashes: at least two who come back, or both parts of an interview, by turns and more often than
/// anything stands before a colon.
bool is_dashed_dialogue(const std::vector<Line>& lines) {
  std::map<std::string, std::size_t> count;
  std::string last;
  std::size_t all = 0;
  std::size_t repeated = 0;
  for (const Line& line : lines) {
    Parts parts;
    if (!has_dash_label(line.text, parts)) continue;
    std::string key = speaker_key({parts.name.data(), parts.name.size()});
    if (is_never_speaker(key)) continue;
    ++all;
    ++count[key];
    repeated += key == last ? 1 : 0;
    last = std::move(key);
  }
  const auto speakers = std::count_if(count.begin(), count.end(), [](const auto& c) { return c.second >= 2 || is_role_word(c.first); });
  if (speakers < 2 || repeated * 5 > all) return false;
  return all > static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const Line& line) { return begins_with_speaker(line.text); }));
}

/// What may stand before the words, apart from a name and a colon.
struct Style {
  bool court_report = false;
  bool dashed = false;
};

bool read_label(std::string_view line, const Style& style, Parts& out) {
  constexpr std::size_t kFarthestColon = 110;
  constexpr std::size_t kLongestRemark = 42;
  const re2::StringPiece piece(line.data(), line.size());
  const auto colon = line.find(':');
  const bool near = colon != std::string_view::npos && colon <= kFarthestColon;
  const bool found = (near && (has_label(line, out) || has_tight_label(piece, out) || has_numbered_label(piece, out))) || (style.court_report && has_court_label(piece, out)) || (style.dashed && has_dash_label(line, out));
  if (!found) return false;
  return letters({out.name.data(), out.name.size()}) <= kLongestLabel && letters({out.remark.data(), out.remark.size()}) <= kLongestRemark;
}

}  // namespace

std::vector<LabelLine> find_label_lines(const std::vector<Line>& lines) {
  std::vector<LabelLine> out;
  const Style style{is_court_report(lines), is_dashed_dialogue(lines)};
  // A fence that is never closed encloses nothing.
  std::size_t fences = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const Line& line) { return is_fence(line.text); }));
  fences -= fences % 2;
  bool fenced = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    if (is_fence(line) && fences > 0) {
      fenced = !fenced;
      --fences;
    }
    Parts parts;
    if (!read_label(line, style, parts)) continue;
    LabelLine label;
    label.line = i;
    label.name = without_number(without_marks({parts.name.data(), parts.name.size()}));
    label.key = speaker_key(label.name);
    label.text = parts.text.data() == nullptr ? line.substr(line.size()) : std::string_view(parts.text.data(), parts.text.size());
    if (parts.remark.size() > 2) label.remark = {parts.remark.data() + 1, parts.remark.size() - 2};
    label.fenced = fenced;
    label.after_blank = i == 0 || lines[i - 1].blank() || is_heading(lines[i - 1].text);
    label.listed = is_listed(line);
    if (label.key.empty() || std::count(label.key.begin(), label.key.end(), ' ') > 3) continue;
    out.push_back(std::move(label));
  }
  return out;
}

}  // namespace te::parse
