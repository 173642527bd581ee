// An interview as tables: who said what, what was asked and answered, what is known of it.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/interview_formats.h"
#include "text/utf8.h"

namespace te::report {
namespace {

/// Columns of a line of the terminal that words at its end may fill.
constexpr std::size_t kWordsWidth = 60;

std::size_t width(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The first characters on one line, cut at a blank.
std::string first_words(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t n = 0; n < 4 * most && end < text.size(); ++n) end += text::code_point_at(text, end).size;
  std::string line = text::single_line(text.substr(0, end));
  if (width(line) <= most && end == text.size()) return line;
  std::size_t cut = 0;
  for (std::size_t n = 0; n + 3 < most && cut < line.size(); ++n) cut += text::code_point_at(line, cut).size;
  const std::size_t blank = line.rfind(' ', cut);
  if (blank != std::string::npos && blank > cut / 2) cut = blank;
  return line.substr(0, cut) + "...";
}

std::string clock(double seconds) {
  const auto s = static_cast<std::uint64_t>(std::floor(std::max(0.0, seconds)));
  return s >= 3600 ? fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60) : fmt::format("{}:{:02}", s / 60, s % 60);
}

/// Rows of cells; all but the last column are as wide as their widest cell.
class Table {
 public:
  explicit Table(std::vector<std::string> head) { add(std::move(head)); }
  void add(std::vector<std::string> row) {
    widths_.resize(std::max(widths_.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths_[i] = std::max(widths_[i], width(row[i]));
    rows_.push_back(std::move(row));
  }
  [[nodiscard]] std::string text() const {
    std::string out;
    for (const auto& row : rows_) {
      std::string line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        line += "  " + row[i];
        if (i + 1 < row.size()) line.append(widths_[i] - width(row[i]), ' ');
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + "\n";
    }
    return out;
  }

 private:
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> widths_;
};

std::uint32_t words_in(std::string_view text) {
  std::uint32_t n = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = text::is_ascii_space(c);
    n += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return n;
}

std::string turns(const Interview& interview) {
  const Transcript& t = interview.transcript;
  const bool timed = std::any_of(t.turns.begin(), t.turns.end(), [](const Turn& turn) { return turn.start_s.has_value(); });
  Table table({"#", timed ? "time" : "line", "role", "speaker", "words", "begins with"});
  for (std::size_t i = 0; i < t.turns.size(); ++i) {
    const Turn& turn = t.turns[i];
    const TurnKind kind = interview.turn_kinds[i];
    const std::string where = !timed ? fmt::format("{}", turn.line) : turn.start_s ? clock(*turn.start_s) : "";
    table.add({fmt::format("{}", i), where, std::string(kind == TurnKind::kSpeech ? role_name(interview.role_of(turn)) : kind_name(kind)), first_words(t.speakers[turn.speaker], 24), fmt::format("{}", words_in(turn.text)),
               first_words(turn.text, kWordsWidth)});
  }
  return table.text();
}

std::string questions(const Interview& interview) {
  if (interview.questions.empty()) return "  none was asked and answered\n";
  Table table({"id", "type", "topic", "asked in", "answered in", "question"});
  for (const Question& q : interview.questions) {
    std::string answers;
    for (const auto turn : q.answer_turns) answers += fmt::format("{}{}", answers.empty() ? "" : ",", turn);
    table.add({q.id, std::string(type_name(q.type)), fmt::format("{}", q.thread), fmt::format("{}", q.turn), first_words(answers, 20), first_words(q.text, kWordsWidth)});
  }
  return table.text();
}

std::string metadata(const Interview& interview) {
  const Metadata& m = interview.metadata;
  Table table({"", "", ""});
  const auto row = [&](const char* name, const Stated& fact) {
    const std::string line = fact.line > 0 ? fmt::format(", line {}", fact.line) : "";
    table.add({name, fact.value.empty() ? "not stated" : first_words(fact.value, kWordsWidth), fact.value.empty() ? "" : fmt::format("({}{})", fact.source, line)});
  };
  row("candidate", m.candidate);
  row("position", m.position);
  row("company", m.company);
  row("date", m.date);
  row("duration", m.duration);
  return table.text().substr(1);
}

std::string roles(const Interview& interview) {
  std::string out;
  for (const std::string& reason : interview.role_reasons) out += fmt::format("  {} (confidence {:.2f})\n", reason, interview.role_confidence);
  if (!interview.role_question.empty()) out += fmt::format("  {}\n", interview.role_question);
  return out;
}

std::string diagnostics(const Interview& interview) {
  std::string out;
  for (const Diagnostic& d : interview.diagnostics) out += fmt::format("  {}: line {}: {} [{}]\n", severity_name(d.severity), d.line, d.message, d.code);
  return out.empty() ? "  none\n" : out;
}

}  // namespace

Result<std::string> render_interview_text(const Interview& interview) {
  const Transcript& t = interview.transcript;
  return fmt::format("{}: {}, {} turns, {} speakers\n\nTurns\n{}\nQuestions\n{}\nRoles\n{}\nMetadata\n{}\nDiagnostics\n{}", t.source->path(), t.format, t.turns.size(), t.speakers.size(), turns(interview), questions(interview),
                     roles(interview), metadata(interview), diagnostics(interview));
}

}  // namespace te::report
