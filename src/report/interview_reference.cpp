// The transcript part of a reference document, of whatever format the interview was.
#include <fmt/format.h>

#include "report/interview_formats.h"
#include "text/utf8.h"

namespace te::report {
namespace {

bool is_rule(std::string_view line) {
  constexpr std::size_t kShortestRule = 20;
  line = text::trimmed(line);
  return line.size() >= kShortestRule && line.find_first_not_of('=') == std::string_view::npos;
}

bool begins_turn(std::string_view line) { return line.substr(0, 13) == "AI Recruiter:" || line.substr(0, 10) == "Candidate:"; }

}  // namespace

std::string reference_text(std::string_view text, bool by_candidate) {
  std::string out;
  for (bool first = true; first || !text.empty(); first = false) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::size_t next = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    const std::string_view line = text.substr(0, end);
    if (!first && begins_turn(line)) out.push_back(' ');
    // A candidate's text stands in quotes, in which rules have no meaning.
    if (!by_candidate && is_rule(line)) out += "= ";
    out += line;
    if (end < text.size()) out.push_back('\n');
    text.remove_prefix(std::min(next, text.size()));
  }
  return out;
}

std::string reference_dialogue(const Interview& interview) {
  std::string out;
  for (const Turn& t : interview.transcript.turns) {
    const bool candidate = interview.role_of(t) == Role::kCandidate;
    const std::string text = reference_text(t.text, candidate);
    out += candidate ? fmt::format("Candidate: \"{}\"\n\n", text) : fmt::format("AI Recruiter: {}\n\n", text);
  }
  return out;
}

Result<std::string> render_interview_reference(const Interview& interview) {
  const std::string rule(60, '=');
  std::uint32_t interviewer_turns = 0;
  for (const Turn& t : interview.transcript.turns) interviewer_turns += interview.role_of(t) != Role::kCandidate ? 1 : 0;
  const auto or_not_stated = [](const std::string& s) { return s.empty() ? std::string("not stated") : s; };
  return fmt::format("Interview Transcript\n{0}\nCandidate: {1}\nPosition: {2}\nTotal Turns: {3}\n{0}\n\n{4}", rule, or_not_stated(interview.candidate), or_not_stated(interview.position), interviewer_turns,
                     reference_dialogue(interview));
}

}  // namespace te::report
