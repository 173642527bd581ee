#include "job/pieces.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.h"

namespace te::job {
namespace {

using text::Token;
using text::TokenKind;

/// A heading, or a label before a colon, has no more words.
constexpr std::uint32_t kHeadingWords = 8;
/// Shorter lines are not wrapped: what follows is a line of its own.
constexpr std::size_t kWrappedAt = 50;

struct Line {
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  bool item = false;        ///< begins with a list mark
  bool marked = false;      ///< "# Heading" or "**Heading**"
};

struct Heading {
  Section section = Section::kNone;
  bool whole = false;  ///< it is made of nothing but the words of a known heading
};

class Cutter {
 public:
  explicit Cutter(const Marked& marked) : m_(marked), t_(marked.annotation.text) {}

  std::vector<Piece> run() {
    find_lines();
    mark_sentences();
    for (const Line& line : lines_) cut_line(line);
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_sign(std::uint32_t i, std::string_view sign) const { return t_.tokens[i].kind == TokenKind::kPunct && t_.slice(t_.tokens[i]) == sign; }
  [[nodiscard]] bool is_word(std::uint32_t i) const { return t_.tokens[i].kind == TokenKind::kWord || t_.tokens[i].kind == TokenKind::kNumber; }
  [[nodiscard]] std::uint32_t words(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = first; i < last; ++i) n += is_word(i) ? 1 : 0;
    return n;
  }

  /// Lines as they were meant: one that was only wrapped is joined to the one before it.
  void find_lines() {
    std::uint32_t token = 0;
    std::string_view before;
    for (std::size_t at = 0; at < t_.text.size();) {
      const std::size_t end = std::min(t_.text.find('\n', at), t_.text.size());
      const std::string_view content = text::trimmed(t_.text.substr(at, end - at));
      Line line = described(content);
      while (token < t_.tokens.size() && (t_.tokens[token].begin < at || t_.tokens[token].kind == TokenKind::kBreak)) ++token;
      line.first = token;
      while (token < t_.tokens.size() && t_.tokens[token].begin < end) ++token;
      line.last = token;
      if (line.last > line.first) {
        if (continues(before, content, line)) lines_.back().last = line.last;
        else lines_.push_back(line);
      }
      before = content;
      at = end + 1;
    }
  }

  static Line described(std::string_view content) {
    Line line;
    const bool bold = content.substr(0, 2) == "**" && (content.size() < 3 || content.substr(content.size() - 2) == "**" || content.substr(content.size() - 3) == "**:");
    line.marked = bold || (!content.empty() && content[0] == '#');
    for (const std::string_view mark : {"- ", "* ", "+ ", "\xE2\x80\xA2", "\xC2\xB7", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x80\x93 ", "\xE2\x9C\x93", "\xE2\x9C\x94"}) line.item = line.item || content.substr(0, mark.size()) == mark;
    const std::size_t digits = std::min(content.find_first_not_of("0123456789"), content.size());
    line.item = line.item || (digits > 0 && digits < 3 && digits + 1 < content.size() && (content[digits] == '.' || content[digits] == ')') && content[digits + 1] == ' ');
    return line;
  }

  [[nodiscard]] bool continues(std::string_view before, std::string_view content, const Line& line) const {
    if (lines_.empty() || before.empty() || line.item || line.marked || lines_.back().marked) return false;
    const bool open = before.size() >= kWrappedAt && std::string_view(".:;!?").find(before.back()) == std::string_view::npos;
    return open && content[0] >= 'a' && content[0] <= 'z';
  }

  void mark_sentences() {
    starts_.assign(t_.tokens.size() + 1, false);
    for (const auto& s : t_.sentences) starts_[s.first] = true;
  }

  /// Where one statement ends inside a line: at a sentence, a semicolon, a list mark. A single dash is no list.
  [[nodiscard]] bool breaks_before(std::uint32_t i, bool dashes) const {
    for (const std::string_view sign : {";", "\xE2\x80\xA2", "\xC2\xB7", "|", "\xE2\x96\xAA"}) {
      if (is_sign(i, sign)) return true;
    }
    return starts_[i] || (dashes && is_list_dash(i));
  }
  [[nodiscard]] bool is_list_dash(std::uint32_t i) const {
    return (is_sign(i, "-") || is_sign(i, "\xE2\x80\x93")) && !t_.tokens[i].glued && i + 1 < t_.tokens.size() && !t_.tokens[i + 1].glued;
  }

  void cut_line(const Line& line) {
    const auto dashes = [&] {
      int n = 0;
      for (std::uint32_t i = line.first; i < line.last; ++i) n += is_list_dash(i) ? 1 : 0;
      return n > 1;
    }();
    if (is_heading(line)) return;
    Section here = section_;
    for (std::uint32_t i = line.first; i < line.last;) {
      std::uint32_t end = i + 1;
      while (end < line.last && !breaks_before(end, dashes)) ++end;
      const std::uint32_t content = behind_label(i, end, here);
      if (words(content, end) > 0) out_.push_back({content, end, here, line.item});
      i = end;
    }
  }

  /// A line that is nothing but a heading; takes over its section.
  bool is_heading(const Line& line) {
    std::uint32_t last = line.last;
    while (last > line.first && (is_sign(last - 1, ":") || t_.tokens[last - 1].kind == TokenKind::kBreak)) --last;
    const bool colon = last < line.last && is_sign(last, ":");
    const std::uint32_t n = words(line.first, last);
    if (n == 0 || n > kHeadingWords || (line.item && !colon)) return false;
    if (t_.tokens[last - 1].kind == TokenKind::kPunct && (is_sign(last - 1, ".") || is_sign(last - 1, ",") || is_sign(last - 1, ";"))) return false;
    for (std::uint32_t i = line.first; i < last; ++i) {
      if (is_sign(i, ":")) return false;  // a label and its content
    }
    const auto heading = known_heading(line.first, last);
    if (heading && (heading->whole || line.marked || colon || shouts(line.first, last))) section_ = heading->section;
    else if (line.marked && !line.item) section_ = Section::kNone;
    else return colon && !line.item;  // a sub-heading such as "Databases:" leaves the section as it is
    return true;
  }

  [[nodiscard]] bool shouts(std::uint32_t first, std::uint32_t last) const {
    const std::string_view s = t_.slice(first, last);
    return std::none_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// The heading whose words are at least half of the tokens' words.
  [[nodiscard]] std::optional<Heading> known_heading(std::uint32_t first, std::uint32_t last) const {
    static constexpr std::array<std::pair<JobCue, Section>, 4> kHeadings = {
        {{JobCue::kNiceHeading, Section::kNice}, {JobCue::kOtherHeading, Section::kOther}, {JobCue::kMustHeading, Section::kMust}, {JobCue::kDutyHeading, Section::kDuty}}};
    const std::uint32_t all = words(first, last);
    std::uint32_t most = 0;
    Section section = Section::kNone;
    for (const auto& [cue, means] : kHeadings) {
      std::uint32_t covered = 0;
      std::uint32_t until = first;
      while (const auto* match = m_.find(cue, until, last)) {
        covered += words(match->first, match->last);
        until = match->last;
      }
      if (covered <= most) continue;
      most = covered;
      section = means;
    }
    if (most == 0 || 2 * most < all) return std::nullopt;
    return Heading{section, most == all};
  }

  /// The first token behind a label such as "Nice to have:", whose section it sets; `first` when there is none.
  std::uint32_t behind_label(std::uint32_t first, std::uint32_t last, Section& section) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = first; i < last && n <= kHeadingWords; ++i) {
      n += is_word(i) ? 1 : 0;
      const bool dash = is_list_dash(i) || is_sign(i, "\xE2\x80\x94");
      if (!is_sign(i, ":") && !dash) continue;
      const auto heading = known_heading(first, i);
      if (!heading || (dash && !heading->whole)) return first;
      section = heading->section;
      return i + 1;
    }
    return first;
  }

  const Marked& m_;
  const text::TokenizedText& t_;
  std::vector<Line> lines_;
  std::vector<bool> starts_;
  Section section_ = Section::kNone;
  std::vector<Piece> out_;
};

}  // namespace

const text::PhraseMatch* Marked::find(JobCue cue, std::uint32_t first, std::uint32_t last) const {
  auto it = std::lower_bound(cues.begin(), cues.end(), first, [](const text::PhraseMatch& m, std::uint32_t token) { return m.first < token; });
  for (; it != cues.end() && it->first < last; ++it) {
    if (it->payload == static_cast<std::uint32_t>(cue) && it->last <= last) return &*it;
  }
  return nullptr;
}

std::vector<Piece> cut(const Marked& marked) { return Cutter(marked).run(); }

}  // namespace te::job
