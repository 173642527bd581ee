// Questions with their answers beneath and no labels: numbered ("1. What is an index?"), quoted as in a letter
// ("> What is an index?"), or as headings ("## Q1: What is an index?", "**What is an index?**", "### Question 3" above the
// question). Who asks and who answers is told by the shape; the speakers are called Question and Answer.
#include <algorithm>
#include <optional>

#include <re2/re2.h>

#include "parse/cues.h"
#include "parse/formats.h"
#include "parse/labels.h"
#include "parse/speakers.h"
#include "text/lazy_pattern.h"
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
  const std::string_view words = text::trimmed(line.substr(1));
  // "1. **Interviewer:** ...": the label tells who asks.
  return is_role_word(speaker_key(split_label(words).label)) ? std::nullopt : std::make_optional(without_marks(words));
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

std::vector<Part> numbered_parts(const std::vector<Line>& lines) {
  std::vector<Part> out;
  std::size_t asked = 0;
  for (const Line& line : lines) {
    auto question = numbered(line.text, asked + 1);
    // Within a paragraph it is an item of a list.
    if (question && !out.empty() && !out.back().words.empty() && (question->empty() || question->back() != '?')) question.reset();
    if (question) ++asked;
    out.push_back({question ? *question : text::trimmed(line.text), question.has_value(), question.has_value()});
  }
  return out;
}

std::vector<Part> quoted_parts(const std::vector<Line>& lines) {
  std::vector<Part> out;
  for (const Line& line : lines) {
    const auto question = quoted(line.text);
    const bool goes_on = question && !out.empty() && out.back().asks;
    out.push_back({question ? *question : text::trimmed(line.text), question.has_value(), question && !goes_on});
  }
  return out;
}

/// A heading that asks.
struct Heading {
  std::string_view words;  ///< the question; empty when it stands beneath
  bool labelled = false;   ///< "Q1: What is an index?"
};

std::optional<Heading> heading(std::string_view line) {
  constexpr std::size_t kLongest = 600;
  line = text::trimmed(line);
  if (line.size() < 2 || line.size() > kLongest) return std::nullopt;
  const bool marked = line.front() == '#' || (line.size() > 4 && line.substr(0, 2) == "**" && line.substr(line.size() - 2) == "**");
  line = without_marks(text::trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size()))));
  if (line.empty()) return std::nullopt;
  static const text::LazyPattern kCount(R"((?i)(?:Q|Question)\s?(?:#|No\.?\s)?\d{1,3}(?:\s*[:.)–—-][*_]*(?:\s+(.*))?)?)");
  re2::StringPiece words;
  constexpr std::size_t kFarthestDigit = 14;  // "Question No. 1"
  const bool may_count = (line.front() == 'Q' || line.front() == 'q') && line.substr(0, kFarthestDigit).find_first_of("0123456789") != std::string_view::npos;
  if (may_count && RE2::FullMatch(re2::StringPiece(line.data(), line.size()), kCount.compiled(), &words)) {
    return words.empty() ? Heading{line.substr(line.size()), false} : Heading{without_marks({words.data(), words.size()}), true};
  }
  return marked && line.back() == '?' ? std::make_optional(Heading{line, false}) : std::nullopt;
}

/// What follows "Answer:" or "A." at the begin of a line.
std::optional<std::string_view> labelled_answer(std::string_view line) {
  constexpr std::size_t kLongestLabel = 16;
  const std::string_view words = without_marks(text::trimmed(line));
  if (words.empty() || (words.front() != 'A' && words.front() != 'a') || words.substr(0, kLongestLabel).find_first_of(":.") == std::string_view::npos) return std::nullopt;
  static const RE2 kLabel(R"((?i)(?:A|Answer)\s?\d{0,3}[*_]*(?::|\.\s)[*_]*\s*)");
  re2::StringPiece rest(words.data(), words.size());
  return RE2::Consume(&rest, kLabel) ? std::make_optional(std::string_view(rest.data(), rest.size())) : std::nullopt;
}

/// Empty when labels tell who speaks: that is a dialogue with headings.
std::vector<Part> headed_parts(const std::vector<Line>& lines) {
  std::vector<Part> out;
  if (std::none_of(lines.begin(), lines.end(), [](const Line& line) { return heading(line.text).has_value(); })) return out;
  std::size_t questions = 0;
  std::size_t labels = 0;
  bool labelled_questions = false;
  bool labelled_answers = false;
  bool awaits = false;  // the question stands beneath its number
  for (const Line& line : lines) {
    const std::string_view words = text::trimmed(line.text);
    if (const auto question = heading(line.text)) {
      ++questions;
      labelled_questions = labelled_questions || question->labelled;
      awaits = question->words.empty();
      out.push_back({question->words, true, true});
      continue;
    }
    const auto answer = labelled_answer(line.text);
    labelled_answers = labelled_answers || answer;
    if (questions > 0 && !answer && begins_with_speaker(line.text)) {
      ++labels;
      if (is_role_word(speaker_key(split_label(line.text).label))) return {};
    }
    // A question may run over some lines; the paragraph ends it.
    const bool asks = !answer && (awaits || (!out.empty() && out.back().asks && !out.back().opens)) && !words.empty();
    if (!words.empty()) awaits = false;
    out.push_back({answer ? *answer : words, asks, false});
  }
  if ((labelled_questions && labelled_answers) || labels >= std::max<std::size_t>(questions, 1)) return {};
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
  for (const auto& parts_of : {numbered_parts, quoted_parts, headed_parts}) {
    auto parts = parts_of(lines);
    if (is_questionnaire(parts)) return parts;
  }
  return std::nullopt;
}

}  // namespace

double detect_questionnaire(const Content& content) {
  const auto& lines = content.lines();
  if (is_questionnaire(headed_parts(lines))) return kGuess;
  if (!read(lines)) return kNo;
  // A dialogue with labels may hold lists and quotations.
  const auto labels = std::count_if(lines.begin(), lines.end(), [](const Line& line) { return begins_with_speaker(line.text); });
  constexpr std::ptrdiff_t kHeader = 6;
  return labels <= kHeader ? kGuess : kNo;
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
