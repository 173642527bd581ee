#include "parse/recorded.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

#include "parse/labels.h"
#include "text/utf8.h"
#include "text/word_list.h"

namespace te::parse {
namespace {

/// Takes the words off the begin of the text, if they stand there.
bool take(std::string_view& s, std::string_view words) {
  if (!s.starts_with(words)) return false;
  s.remove_prefix(words.size());
  return true;
}

/// Takes as many of these characters as there are.
std::string_view take_all_of(std::string_view& s, std::string_view characters) {
  const std::string_view out = s.substr(0, s.find_first_not_of(characters));
  s.remove_prefix(out.size());
  return out;
}

constexpr std::string_view kDigits = "0123456789";
constexpr std::size_t kMostDigits = 6;

std::optional<double> number(std::string_view s) {
  const std::string text(s);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (end == text.c_str()) return std::nullopt;
  return value;
}

/// The text from the begin of one line to the end of another, trimmed.
std::string_view between(const SourceText& source, std::uint32_t begin, std::uint32_t end) {
  return begin < end ? text::trimmed(source.slice({begin, end})) : std::string_view{};
}

bool has_prefix(const Line& line, std::string_view prefix) { return line.text.substr(0, prefix.size()) == prefix; }

/// One entry of the Q&A section: lines [first, last) behind its head.
void question_body(std::span<const Line> body, std::size_t first, std::size_t last, const SourceText& source, RecordedQuestion& out) {
  std::size_t answer = last;
  std::size_t marks = last;
  for (std::size_t i = first; i < last; ++i) {
    if (answer == last && has_prefix(body[i], "Answer:")) answer = i;
    if (answer != last && marks == last && (has_prefix(body[i], "[CANDIDATE STRUGGLED]") || has_prefix(body[i], "[AI PROVIDED EXPLANATION]"))) marks = i;
  }
  if (first < answer && has_prefix(body[first], "Question:")) {
    out.question = between(source, body[first].span.begin + 9, body[answer - 1].span.end);
  }
  if (answer < last) out.answer = without_outer_quotes(between(source, body[answer].span.begin + 7, body[marks - 1].span.end));
  for (std::size_t i = marks; i < last; ++i) {
    if (has_prefix(body[i], "[CANDIDATE STRUGGLED]")) out.struggled = true;
    if (has_prefix(body[i], "[AI PROVIDED EXPLANATION]")) {
      const auto skip = static_cast<std::uint32_t>(std::string_view("[AI PROVIDED EXPLANATION]:").size());
      out.explanation = between(source, std::min(body[i].span.begin + skip, body[i].span.end), body[last - 1].span.end);
      break;
    }
  }
}

/// "Q3 [TECHNICAL] (Relevance: 0.412)": what it says of the question.
std::optional<RecordedQuestion> question_head(const Line& line) {
  std::string_view s = line.text;
  if (!take(s, "Q")) return std::nullopt;
  RecordedQuestion out;
  const std::string_view digits = take_all_of(s, kDigits);
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), out.number);
  if (std::string_view rest = text::without_leading_space(s); rest.size() < s.size() && take(rest, "[")) {
    const auto close = rest.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    out.label = rest.substr(0, close);
    s = rest.substr(close + 1);
  }
  if (std::string_view rest = text::without_leading_space(s); rest.size() < s.size() && take(rest, "(Relevance:")) {
    rest = text::without_leading_space(rest);
    const std::string_view relevance = take_all_of(rest, "0123456789.");
    if (relevance.empty() || !take(rest, ")")) return std::nullopt;
    out.relevance = number(relevance);
    s = rest;
  }
  if (!text::without_leading_space(s).empty()) return std::nullopt;
  out.line = line.number;
  return out;
}

void read_questions(std::span<const Line> body, const SourceText& source, Recorded& out) {
  out.has_questions = true;
  std::vector<std::size_t> heads;
  for (std::size_t i = 0; i < body.size(); ++i) {
    // A head stands first or behind the hyphens that end the entry before it.
    if (!question_head(body[i])) continue;
    std::size_t k = i;
    while (k > 0 && body[k - 1].blank()) --k;
    if (k == 0 || is_rule(body[k - 1].text, '-')) heads.push_back(i);
  }
  for (std::size_t h = 0; h < heads.size(); ++h) {
    std::size_t last = h + 1 < heads.size() ? heads[h + 1] : body.size();
    while (last > heads[h] + 1 && (body[last - 1].blank() || is_rule(body[last - 1].text, '-'))) --last;
    RecordedQuestion q = *question_head(body[heads[h]]);
    question_body(body, heads[h] + 1, last, source, q);
    out.questions.push_back(q);
  }
}

/// Where "Q3" of "Q3: What is an index?" ends; 0 where no number of a question begins the line.
std::size_t label_end(std::string_view line) {
  std::string_view rest = line;
  if (!take(rest, "Q")) return 0;
  const std::size_t digits = take_all_of(rest, kDigits).size();
  return digits > 0 && digits <= kMostDigits && rest.starts_with(':') ? 1 + digits : 0;
}

/// Where the figure ends that a text begins with: "4", "3.5".
std::size_t figure_end(std::string_view s) {
  const std::size_t whole = std::min(s.find_first_not_of(kDigits), s.size());
  const bool goes_on = whole + 1 < s.size() && s[whole] == '.' && text::is_ascii_digit(s[whole + 1]);
  return goes_on ? std::min(s.find_first_not_of(kDigits, whole + 1), s.size()) : whole;
}

void read_evaluation(std::span<const Line> body, const SourceText& source, Recorded& out) {
  out.has_evaluation = true;
  bool project = true;
  std::string_view label;
  std::string_view title;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const std::string_view line = text::trimmed(body[i].text);
    if (line.find("Project / Experience Question") != std::string_view::npos) {
      project = true;
      label = title = {};
    } else if (line.find("Technical Questions:") != std::string_view::npos) {
      project = false;
      label = title = {};
    } else if (const std::size_t end = label_end(line); end > 0) {
      label = line.substr(0, end);
      title = text::without_leading_space(line.substr(end + 1));
    } else if (std::string_view rest = line; take(rest, "Score:")) {
      RecordedScore score;
      score.project = project;
      score.label = label;
      score.title = title;
      rest = text::without_leading_space(rest);
      if (!rest.empty() && text::is_ascii_digit(rest.front())) score.score = number(rest.substr(0, figure_end(rest)));
      score.line = body[i].number;
      out.scores.push_back(score);
    } else if (!out.scores.empty() && take(rest, "Justification:")) {
      std::size_t last = i + 1;
      while (last < body.size() && !body[last].blank()) ++last;
      out.scores.back().justification = between(source, source.offset_of(text::without_leading_space(rest)), body[last - 1].span.end);
      i = last - 1;
    }
  }
}

/// What a heading says: "## **Strengths**", "**Strengths**"; empty when the line is none.
std::string_view heading(std::string_view line) {
  constexpr std::string_view kBold = "**";
  constexpr std::size_t kDeepest = 6;
  constexpr std::size_t kShortestBold = 3;
  constexpr std::size_t kLongestBold = 60;
  line = text::trimmed(line);
  const std::size_t depth = take_all_of(line, "#").size();
  if (depth > 0) {
    std::string_view words = text::without_leading_space(line);
    if (depth > kDeepest || words.size() == line.size() || words.empty()) return {};
    if (words.size() > kBold.size()) take(words, kBold);
    if (words.size() > kBold.size() && words.ends_with(kBold)) words.remove_suffix(kBold.size());
    return words;
  }
  if (!take(line, kBold) || !line.ends_with(kBold)) return {};
  line.remove_suffix(kBold.size());
  const std::size_t size = letters(line);
  return size >= kShortestBold && size <= kLongestBold && line.find_first_of("*:") == std::string_view::npos ? line : std::string_view();
}

void read_hr_report(std::span<const Line> body, const SourceText& source, Recorded& out) {
  std::vector<std::size_t> heads;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (!heading(body[i].text).empty()) heads.push_back(i);
  }
  for (std::size_t h = 0; h < heads.size(); ++h) {
    const std::size_t last = h + 1 < heads.size() ? heads[h + 1] : body.size();
    RecordedPart part;
    part.heading = heading(body[heads[h]].text);
    part.line = body[heads[h]].number;
    part.text = between(source, body[heads[h]].span.end, body[last - 1].span.end);
    out.hr_report.push_back(part);
  }
}

/// The decision that a recommendation states: its first sentence decides, then the whole text.
std::optional<Decision> read_decision(std::string_view text) {
  static const text::WordList kNotAFit{"not (a |)(good |suitable |)(fit|recommended|suitable|proceed)", "(do|does) not (recommend|proceed)"};
  static const text::WordList kProceed{"(proceed|recommended|hire)"};
  // Words may go on: "rejected", "reservations".
  static const text::Phrasing kReject("reject");
  static const text::Phrasing kReservation("reservation");
  static const text::Phrasing kRecommend("strong(ly|) recommend");
  const auto begins_word = [](const text::Phrasing& wording, std::string_view s) { return wording.find(s, 0, [](std::size_t) { return true; }).has_value(); };
  for (const std::string_view part : {text.substr(0, std::min<std::size_t>(text.find('.') + 1, 200)), text}) {
    if (part.empty()) continue;
    const std::string lower = text::folded(part);
    if (begins_word(kReservation, lower)) return Decision::kReservations;
    if (kNotAFit.is_in(lower) || begins_word(kReject, lower)) return Decision::kNotAFit;
    if (kProceed.is_in(lower) || begins_word(kRecommend, lower)) return Decision::kProceed;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SectionKind> section_kind(std::string_view title) {
  if (title == "TECHNICAL QUESTIONS AND ANSWERS") return SectionKind::kQuestions;
  if (title == "EVALUATION REPORT") return SectionKind::kEvaluation;
  if (title == "HR REPORT") return SectionKind::kHrReport;
  if (title == "RECOMMENDATION (FULL)") return SectionKind::kRecommendation;
  return std::nullopt;
}

void read_header_field(const HeaderField& field, Recorded& out) {
  if (field.key == "Quality Profile") {
    out.quality_profile = field.value;
  } else if (field.key == "Total Turns") {
    const auto value = number(field.value);
    if (value && *value >= 0 && *value < 1e9) out.total_turns = static_cast<std::int64_t>(*value);
    out.total_turns_line = field.line;
  } else if (field.key == "Average Relevance Score") {
    out.average_relevance = number(field.value);
    out.average_relevance_line = field.line;
  } else if (field.key == "Average Evaluation Score") {
    out.average_evaluation = number(field.value);
    out.average_evaluation_line = field.line;
  }
}

void read_section(SectionKind kind, std::span<const Line> body, std::uint32_t line, const SourceText& source, Recorded& out) {
  switch (kind) {
    case SectionKind::kQuestions:
      return read_questions(body, source, out);
    case SectionKind::kEvaluation:
      return read_evaluation(body, source, out);
    case SectionKind::kHrReport:
      return read_hr_report(body, source, out);
    case SectionKind::kRecommendation:
      if (!body.empty()) out.recommendation = between(source, body.front().span.begin, body.back().span.end);
      out.recommendation_line = line;
      return;
  }
}

void finish_recorded(Transcript& transcript) {
  Recorded& recorded = transcript.recorded;
  for (const RecordedPart& part : recorded.hr_report) {
    if (recorded.recommendation.empty() && part.heading.find("Recommendation") != std::string_view::npos) {
      recorded.recommendation = part.text;
      recorded.recommendation_line = part.line;
    }
  }
  if (!recorded.recommendation.empty()) recorded.decision = read_decision(recorded.recommendation);
}

}  // namespace te::parse
