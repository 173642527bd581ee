// Questions with their answers beneath and no labels: numbered ("1. What is an index?"), or quoted as in a letter
// ("> What is an index?"). Who asks and who answers is told by the shape; the speakers are called Question and Answer.
#include <algorithm>
#include <optional>

#include "parse/cues.h"
#include "parse/formats.h"
#include "parse/labels.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// The words of a numbered line, if it has the number that is due.
std::optional<std::string_view> numbered(std::string_view line, std::size_t due) {
  const std::string number = std::to_string(due);
  line = without_marks(text::trimmed(line));
  if (line.substr(0, number.size()) != number) return std::nullopt;
  line.remove_prefix(number.size());
  if (line.size() < 2 || (line.front() != '.' && line.front() != ')') || !text::is_ascii_space(line[1])) return std::nullopt;
  return without_marks(text::trimmed(line.substr(1)));
}

std::optional<std::string_view> quoted(std::string_view line) {
  line = text::trimmed(line);
  if (line.empty() || line.front() != '>') return std::nullopt;
  return text::trimmed(line.substr(line.find_first_not_of('>') == std::string_view::npos ? line.size() : line.find_first_not_of('>')));
}

/// What a line of the text is.
struct Part {
  std::string_view words;
  bool asks = false;
  bool opens = false;  ///< the first line of a question
};

std::vector<Part> parts_of(const std::vector<Line>& lines, bool by_number) {
  std::vector<Part> out;
  std::size_t asked = 0;
  for (const Line& line : lines) {
    auto question = by_number ? numbered(line.text, asked + 1) : quoted(line.text);
    // Within a paragraph it is an item of a list.
    if (by_number && question && !out.empty() && !out.back().words.empty() && (question->empty() || question->back() != '?')) question.reset();
    if (question) ++asked;
    const bool goes_on = question && !by_number && !out.empty() && out.back().asks;
    out.push_back({question ? *question : text::trimmed(line.text), question.has_value(), question && !goes_on});
  }
  return out;
}

/// At least two questions, of which most have a question mark and something beneath that answers.
bool is_questionnaire(const std::vector<Part>& parts) {
  std::size_t questions = 0;
  std::size_t marked = 0;
  std::size_t answered = 0;
  bool waits = false;
  for (const Part& part : parts) {
    questions += part.opens ? 1 : 0;
    marked += part.asks && !part.words.empty() && part.words.back() == '?' ? 1 : 0;
    if (part.asks) waits = true;
    else if (waits && !part.words.empty()) ++answered, waits = false;
  }
  return questions >= 2 && marked * 10 >= questions * 6 && answered * 10 >= questions * 6;
}

std::optional<std::vector<Part>> read(const std::vector<Line>& lines) {
  for (const bool by_number : {true, false}) {
    auto parts = parts_of(lines, by_number);
    if (is_questionnaire(parts)) return parts;
  }
  return std::nullopt;
}

}  // namespace

double detect_questionnaire(const Content& content) {
  const auto& lines = content.lines();
  // A dialogue with labels may hold lists and quotations.
  const auto labels = std::count_if(lines.begin(), lines.end(), [](const Line& line) { return begins_with_speaker(line.text); });
  constexpr std::ptrdiff_t kHeader = 6;
  return labels <= kHeader && read(lines) ? kGuess : kNo;
}

Result<Transcript> parse_questionnaire(const Content& content) {
  Transcript out;
  out.format = "questionnaire";
  const auto& lines = content.lines();
  const auto parts = read(lines);
  std::vector<Cue> cues;
  for (std::size_t i = 0; parts && i < lines.size(); ++i) {
    const Part& part = (*parts)[i];
    if (part.words.empty()) continue;
    if (cues.empty() && !part.asks) head_line(lines[i], out);
    else cues.push_back({{}, part.asks ? "Question" : "Answer", part.words, std::nullopt, '\n'});
  }
  return finish_cues(content, std::move(cues), Markup::kNone, std::move(out));
}

}  // namespace te::parse
