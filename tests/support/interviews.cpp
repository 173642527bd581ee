#include "support/interviews.h"

#include <stdexcept>

#include <fmt/format.h>

#include "support/transcripts.h"
#include "text/utf8.h"

namespace te::test {
namespace {

/// The span must lie in the asking turn and begin and end as the text does.
bool is_exact_span(const Interview& interview, const Question& q) {
  const SourceText& source = *interview.transcript.source;
  const std::string asked = text::single_line(source.slice(q.span));
  const std::uint32_t turn_begin = source.offset_of(q.asking);
  const bool inside = q.span.begin >= turn_begin && q.span.end <= turn_begin + q.asking.size();
  const std::size_t n = std::min<std::size_t>(asked.size(), 8);
  return inside && n > 0 && q.text.find(asked.substr(0, n)) != std::string::npos && q.text.find(asked.substr(asked.size() - n)) != std::string::npos && q.line == source.line_at(q.span.begin);
}

}  // namespace

const RuleBookPtr& default_book() {
  static const RuleBookPtr kBook = [] {
    auto book = build_rulebook(embedded_data(), {});
    if (!book) throw std::runtime_error(book.error().to_string());
    return *book;
  }();
  return kBook;
}

std::string dialogue(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_line = i == 0 || text[i - 1] == '\n';
    const bool mark = begins_line && i + 1 < text.size() && text[i + 1] == ' ' && (text[i] == '>' || text[i] == '<');
    if (mark) out += text[i] == '>' ? "Interviewer:" : "Candidate:";
    else out.push_back(text[i]);
  }
  return out;
}

Result<Interview> interview_of(std::string_view transcript, const RoleHints& hints) {
  auto parsed = parse(transcript);
  if (!parsed) throw std::runtime_error(parsed.error().to_string());
  return build_interview(std::move(*parsed), default_book(), hints);
}

std::string dump_roles(const Result<Interview>& interview) {
  if (!interview) return fmt::format("error: {}", code_name(interview.error().code));
  std::string out;
  for (std::size_t i = 0; i < interview->speaker_roles.size(); ++i) out += fmt::format("{}={} ", interview->transcript.speakers[i], role_name(interview->speaker_roles[i]));
  return out + fmt::format("{:.2f}", interview->role_confidence);
}

std::string dump_questions(const Interview& interview) {
  std::string out;
  for (const Question& q : interview.questions) {
    std::string answers;
    for (const auto turn : q.answer_turns) answers += fmt::format("{}{}", answers.empty() ? "" : ",", turn);
    out += fmt::format("{}{} {}>{} @{} {}{}", out.empty() ? "" : " | ", q.id, q.turn, answers, q.line, q.text, q.preamble.empty() ? "" : " <- " + q.preamble);
    if (!is_exact_span(interview, q)) out += " BAD SPAN";
  }
  return out;
}

}  // namespace te::test
