#include "parse/recorded.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

#include <re2/re2.h>

#include "text/lazy_pattern.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

re2::StringPiece piece(std::string_view s) { return {s.data(), s.size()}; }
std::string_view view(const re2::StringPiece& s) { return {s.data(), s.size()}; }

/// The line shapes of the sections.
struct Shapes {
  text::LazyPattern question_head{R"(^Q(\d{1,6})(?:\s+\[([^\]]*)\])?(?:\s+\(Relevance:\s*([0-9.]+)\))?\s*$)"};
  text::LazyPattern explanation{R"(^\[AI PROVIDED EXPLANATION\]:?\s*(.*)$)"};
  text::LazyPattern score_head{R"(^\s*(Q\d{1,6}):\s*(.*?)\s*$)"};
  text::LazyPattern score{R"(^\s*Score:\s*([0-9]+(?:\.[0-9]+)?)?\s*(?:/\s*5)?.*$)"};
  text::LazyPattern justification{R"(^\s*Justification:\s*(.*)$)"};
  text::LazyPattern heading{R"(^\s*(?:#{1,6}\s+(?:\*\*)?(.+?)(?:\*\*)?|\*\*([^*:]{3,60})\*\*)\s*$)"};
  text::LazyPattern not_a_fit{R"((?i)\bnot (?:a )?(?:good |suitable )?(?:fit|recommended|suitable|proceed)\b|\bdo(?:es)? not (?:recommend|proceed)\b|\breject)"};
  text::LazyPattern reservations{R"((?i)\breservation)"};
  text::LazyPattern proceed{R"((?i)\bproceed\b|\bstrong(?:ly)? recommend|\brecommended\b|\bhire\b)"};
};

const Shapes& shapes() {
  static const Shapes kShapes;
  return kShapes;
}

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

void read_questions(std::span<const Line> body, const SourceText& source, Recorded& out) {
  out.has_questions = true;
  std::vector<std::size_t> heads;
  for (std::size_t i = 0; i < body.size(); ++i) {
    // A head stands first or behind the hyphens that end the entry before it.
    if (!RE2::FullMatch(piece(body[i].text), shapes().question_head.compiled())) continue;
    std::size_t k = i;
    while (k > 0 && body[k - 1].blank()) --k;
    if (k == 0 || is_rule(body[k - 1].text, '-')) heads.push_back(i);
  }
  for (std::size_t h = 0; h < heads.size(); ++h) {
    std::size_t last = h + 1 < heads.size() ? heads[h + 1] : body.size();
    while (last > heads[h] + 1 && (body[last - 1].blank() || is_rule(body[last - 1].text, '-'))) --last;
    RecordedQuestion q;
    re2::StringPiece digits;
    re2::StringPiece label;
    re2::StringPiece relevance;
    RE2::FullMatch(piece(body[heads[h]].text), shapes().question_head.compiled(), &digits, &label, &relevance);
    std::from_chars(digits.data(), digits.data() + digits.size(), q.number);
    q.label = view(label);
    if (!relevance.empty()) q.relevance = number(view(relevance));
    q.line = body[heads[h]].number;
    question_body(body, heads[h] + 1, last, source, q);
    out.questions.push_back(q);
  }
}

void read_evaluation(std::span<const Line> body, const SourceText& source, Recorded& out) {
  out.has_evaluation = true;
  bool project = true;
  std::string_view label;
  std::string_view title;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const std::string_view line = text::trimmed(body[i].text);
    re2::StringPiece a;
    re2::StringPiece b;
    if (line.find("Project / Experience Question") != std::string_view::npos) {
      project = true;
      label = title = {};
    } else if (line.find("Technical Questions:") != std::string_view::npos) {
      project = false;
      label = title = {};
    } else if (RE2::FullMatch(piece(line), shapes().score_head.compiled(), &a, &b)) {
      label = view(a);
      title = view(b);
    } else if (RE2::FullMatch(piece(line), shapes().score.compiled(), &a)) {
      RecordedScore score;
      score.project = project;
      score.label = label;
      score.title = title;
      if (!a.empty()) score.score = number(view(a));
      score.line = body[i].number;
      out.scores.push_back(score);
    } else if (!out.scores.empty() && RE2::FullMatch(piece(line), shapes().justification.compiled(), &a)) {
      std::size_t last = i + 1;
      while (last < body.size() && !body[last].blank()) ++last;
      out.scores.back().justification = between(source, source.offset_of(view(a)), body[last - 1].span.end);
      i = last - 1;
    }
  }
}

void read_hr_report(std::span<const Line> body, const SourceText& source, Recorded& out) {
  std::vector<std::size_t> heads;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (RE2::FullMatch(piece(body[i].text), shapes().heading.compiled())) heads.push_back(i);
  }
  for (std::size_t h = 0; h < heads.size(); ++h) {
    const std::size_t last = h + 1 < heads.size() ? heads[h + 1] : body.size();
    re2::StringPiece a;
    re2::StringPiece b;
    RE2::FullMatch(piece(body[heads[h]].text), shapes().heading.compiled(), &a, &b);
    RecordedPart part;
    part.heading = view(a.empty() ? b : a);
    part.line = body[heads[h]].number;
    part.text = between(source, body[heads[h]].span.end, body[last - 1].span.end);
    out.hr_report.push_back(part);
  }
}

/// The decision that a recommendation states: its first sentence decides, then the whole text.
std::optional<Decision> read_decision(std::string_view text) {
  for (const std::string_view part : {text.substr(0, std::min<std::size_t>(text.find('.') + 1, 200)), text}) {
    if (part.empty()) continue;
    if (RE2::PartialMatch(piece(part), shapes().reservations.compiled())) return Decision::kReservations;
    if (RE2::PartialMatch(piece(part), shapes().not_a_fit.compiled())) return Decision::kNotAFit;
    if (RE2::PartialMatch(piece(part), shapes().proceed.compiled())) return Decision::kProceed;
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
