// The reference document: header between rules, AI Recruiter / Candidate dialogue, recorded sections between rules.
//
// The dialogue ends where the recorded sections begin. A candidate may say anything, also something that looks like a
// section, so a title counts only after the last turn, in the order in which the document writes its sections.

#include <optional>
#include <span>

#include "parse/formats.h"
#include "parse/labels.h"
#include "parse/lines.h"
#include "parse/recorded.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

constexpr std::string_view kInterviewerLabel = "AI Recruiter:";
constexpr std::string_view kCandidateLabel = "Candidate:";

/// 0 or 1 for a line that begins a turn, -1 otherwise.
int speaker_of(std::string_view line) {
  if (line.substr(0, kInterviewerLabel.size()) == kInterviewerLabel) return 0;
  if (line.substr(0, kCandidateLabel.size()) == kCandidateLabel) return 1;
  return -1;
}

class ReferenceParser {
 public:
  explicit ReferenceParser(const Content& content) : lines_(content.lines()) {
    out_.source = content.source();
    out_.format = "reference";
    out_.speakers = {"AI Recruiter", "Candidate"};
  }

  Result<Transcript> run() {
    const std::size_t first = header();
    const std::size_t end = find_sections(first);
    turns(first, end);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      const std::size_t last = i + 1 < sections_.size() ? sections_[i + 1].line - 1 : lines_.size();
      section(sections_[i], last);
    }
    finish_recorded(out_);
    return finish(std::move(out_));
  }

 private:
  struct SectionStart {
    SectionKind kind;
    std::size_t line;  ///< index of the title's line; the rules stand before and behind it
  };

  /// Reads "Interview Transcript", rule, `Key: value` lines, rule. Returns the index of the first line behind it.
  std::size_t header() {
    std::size_t i = 0;
    while (i < lines_.size() && (lines_[i].blank() || text::equals_ignoring_case(text::trimmed(lines_[i].text), "Interview Transcript"))) ++i;
    if (i >= lines_.size() || !is_rule(lines_[i].text, '=')) return 0;
    for (std::size_t k = i + 1; k < lines_.size(); ++k) {
      if (is_rule(lines_[k].text, '=')) {
        for (std::size_t f = i + 1; f < k; ++f) field(lines_[f]);
        return k + 1;
      }
      // A header has no paragraphs and no turns: what follows is a section or dialogue without header.
      if (lines_[k].blank() || speaker_of(lines_[k].text) == 0) return 0;
    }
    return 0;
  }

  void field(const Line& line) {
    const auto colon = line.text.find(':');
    if (colon == std::string_view::npos) return preface_line(line, out_);
    const HeaderField field{text::trimmed(line.text.substr(0, colon)), text::trimmed(line.text.substr(colon + 1)), line.number};
    const bool stated = field.value != "not stated";
    if (field.key == "Candidate" && stated) out_.candidate = std::string(field.value);
    if (field.key == "Position" && stated) out_.position = std::string(field.value);
    read_header_field(field, out_.recorded);
    out_.header.push_back(field);
  }

  /// Finds the recorded sections and returns the line index where the dialogue ends.
  std::size_t find_sections(std::size_t first) {
    std::size_t last_turn = first;
    bool any_turn = false;
    bool in_records = false;
    for (std::size_t i = first; i < lines_.size(); ++i) {
      const int speaker = speaker_of(lines_[i].text);
      in_records = speaker != 0 && (in_records || title_at(i));
      // "Candidate: ..." behind a section title is a line of the records: nobody asked in between.
      if (speaker < 0 || in_records) continue;
      last_turn = i;
      any_turn = true;
    }
    if (!any_turn) return lines_.size();
    const bool said_by_candidate = speaker_of(lines_[last_turn].text) == 1;
    // Without a header a section behind a candidate's turn is the candidate's text.
    if (said_by_candidate && out_.header.empty()) return lines_.size();
    const bool quoted = said_by_candidate && opens_quote(lines_[last_turn].text.substr(kCandidateLabel.size()));

    std::vector<SectionStart> titles;
    for (std::size_t i = last_turn + 1; i + 1 < lines_.size(); ++i) {
      const auto kind = title_at(i);
      if (!kind) continue;
      if (titles.empty() && quoted && !closes_quote(i - 1)) continue;
      titles.push_back({*kind, i});
    }
    if (titles.empty()) return lines_.size();
    // The first title opens the records. Of the others the last of each kind that keeps the order is the section.
    std::vector<SectionStart> kept;
    for (std::size_t i = titles.size(); i-- > 1;) {
      const bool before_kept = kept.empty() || titles[i].kind < kept.back().kind;
      if (before_kept && titles[i].kind > titles[0].kind) kept.push_back(titles[i]);
    }
    kept.push_back(titles[0]);
    sections_.assign(kept.rbegin(), kept.rend());
    return sections_.front().line - 1;
  }

  /// The kind of the section whose title stands on line `i`, between rules.
  [[nodiscard]] std::optional<SectionKind> title_at(std::size_t i) const {
    if (i == 0 || i + 1 >= lines_.size() || !is_rule(lines_[i - 1].text, '=') || !is_rule(lines_[i + 1].text, '=')) return std::nullopt;
    return section_kind(text::trimmed(lines_[i].text));
  }

  static bool opens_quote(std::string_view s) {
    s = text::trimmed(s);
    return !s.empty() && s.front() == '"' && (s.size() == 1 || s.back() != '"');
  }

  /// True when the last text before line `i` ends with a quotation mark.
  [[nodiscard]] bool closes_quote(std::size_t i) const {
    while (i > 0 && lines_[i - 1].blank()) --i;
    return i > 0 && text::trimmed(lines_[i - 1].text).back() == '"';
  }

  void turns(std::size_t first, std::size_t end) {
    std::size_t begin = end;
    for (std::size_t i = first; i < end; ++i) {
      if (speaker_of(lines_[i].text) < 0) {
        if (begin == end) preface_line(lines_[i], out_);
        continue;
      }
      if (begin != end) turn(begin, i);
      begin = i;
    }
    if (begin != end) turn(begin, end);
  }

  void turn(std::size_t first, std::size_t last) {
    const int speaker = speaker_of(lines_[first].text);
    const std::string_view label = speaker == 0 ? kInterviewerLabel : kCandidateLabel;
    Turn t;
    t.speaker = static_cast<std::uint32_t>(speaker);
    t.span = {lines_[first].span.begin, lines_[last - 1].span.end};
    std::string_view spoken = out_.source->slice({t.span.begin + static_cast<std::uint32_t>(label.size()), t.span.end});
    t.text = speaker == 1 ? without_outer_quotes(spoken) : text::trimmed(spoken);
    place(t, *out_.source);
    out_.turns.push_back(t);
  }

  void section(const SectionStart& start, std::size_t end) {
    const std::span<const Line> body(lines_.data() + start.line + 2, end > start.line + 2 ? end - start.line - 2 : 0);
    out_.sections.push_back({lines_[start.line - 1].span.begin, end > 0 ? lines_[end - 1].span.end : 0});
    read_section(start.kind, body, lines_[start.line].number, *out_.source, out_.recorded);
  }

  const std::vector<Line>& lines_;
  Transcript out_;
  std::vector<SectionStart> sections_;
};

}  // namespace

double detect_reference(const Content& content) {
  bool interviewer = false;
  bool candidate = false;
  for (const Line& line : content.lines()) {
    const int speaker = speaker_of(line.text);
    interviewer = interviewer || speaker == 0;
    candidate = candidate || speaker == 1;
    if (interviewer && candidate) return kCertain;
  }
  return kNo;
}

Result<Transcript> parse_reference(const Content& content) { return ReferenceParser(content).run(); }

}  // namespace te::parse
