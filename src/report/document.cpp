// The reference document's format: as a report (text), or whole, with dialogue and the questions and answers.
#include <fmt/format.h>

#include "report/formats.h"
#include "report/interview_formats.h"
#include "report/words.h"
#include "text/columns.h"
#include "text/utf8.h"

namespace te::report {
namespace {

const std::string kRule(60, '=');
const std::string kThinRule(40, '-');

std::string section(std::string_view title) { return fmt::format("{0}\n{1}\n{0}\n", kRule, title); }

bool about_own_work(QuestionType type) { return type == QuestionType::kProject || type == QuestionType::kBehavioral; }

/// What the recorded figures of the header are: the means of what the sections below it list.
struct Figures {
  std::uint32_t interviewer_turns = 0;
  double relevance = 0;
  double score = 0;
  bool scored = false;
};

Figures figures(const Outcome& o) {
  Figures out;
  for (const Turn& t : o.interview.transcript.turns) out.interviewer_turns += o.interview.role_of(t) != Role::kCandidate ? 1 : 0;
  int questions = 0;
  for (std::size_t i = 0; i < o.interview.questions.size(); ++i) {
    if (!is_substantive(o.interview.questions[i].type) || o.evaluation.questions[i].state != State::kScored) continue;
    out.relevance += rounded(o.evaluation.questions[i].answer_relevance, 3);
    ++questions;
  }
  if (questions > 0) out.relevance /= questions;
  int threads = 0;
  for (const ThreadEvaluation& t : o.evaluation.threads) {
    if (t.state != State::kScored) continue;
    out.score += t.score();
    ++threads;
  }
  if (threads > 0) out.score /= threads;
  out.scored = threads > 0;
  return out;
}

std::string header(const Outcome& o) {
  const Figures f = figures(o);
  std::string out = fmt::format("Interview Transcript\n{}\n", kRule);
  out += fmt::format("Candidate: {}\n", o.interview.candidate.empty() ? "not stated" : o.interview.candidate);
  out += fmt::format("Quality Profile: {}\n", o.book->rubric().profile(o.evaluation.overall_raw.value(), o.evaluation.state == State::kScored));
  out += fmt::format("Position: {}\n", o.interview.position.empty() ? "not stated" : o.interview.position);
  out += fmt::format("Total Turns: {}\n", f.interviewer_turns);
  if (f.scored) {
    out += fmt::format("Average Relevance Score: {:.3f}\n", f.relevance);
    out += fmt::format("Average Evaluation Score: {:.2f}/5\n", f.score);
  }
  return out + kRule + "\n";
}

/// The interviewer's explanation after an answer: its first 200 characters.
std::string explanation(const Outcome& o, const Question& q) {
  constexpr std::size_t kCharacters = 200;
  const std::size_t next = q.answer_turns.back() + 1;
  if (next >= o.interview.transcript.turns.size()) return {};
  const std::string text = text::without_returns(o.interview.transcript.turns[next].text);
  std::size_t end = 0;
  for (std::size_t n = 0; n < kCharacters && end < text.size(); ++n) end += text::code_point_at(text, end).size;
  return text.substr(0, end) + (end < text.size() ? "..." : "");
}

std::string questions_and_answers(const Outcome& o) {
  std::string out = section("TECHNICAL QUESTIONS AND ANSWERS") + "\n";
  int number = 0;
  for (std::size_t i = 0; i < o.interview.questions.size(); ++i) {
    if (!is_substantive(o.interview.questions[i].type)) continue;
    const Question& q = o.interview.questions[i];
    const QuestionEvaluation& e = o.evaluation.questions[i];
    const QuestionType type = o.interview.threads[q.thread - 1].type;
    out += fmt::format("Q{} [{}]", ++number, about_own_work(type) ? "PROJECT" : "TECHNICAL");
    out += e.state == State::kScored ? fmt::format(" (Relevance: {:.3f})\n", e.answer_relevance) : "\n";
    out += fmt::format("Question: {}\n\n", reference_text(q.asking, false));
    std::string answer;
    for (const auto turn : q.answer_turns) {
      if (!answer.empty()) answer += "\n\n";
      answer += reference_text(o.interview.transcript.turns[turn].text, true);
    }
    out += fmt::format("Answer: \"{}\"\n", answer);
    if (e.has_flag("struggled")) out += "[CANDIDATE STRUGGLED]\n";
    if (q.interviewer_explained) out += fmt::format("[AI PROVIDED EXPLANATION]: {}\n", explanation(o, q));
    out += fmt::format("\n{}\n\n", kThinRule);
  }
  return out + "\n";
}

std::string score_entry(const Outcome& o, std::size_t thread, const std::string& label) {
  const ThreadEvaluation& e = o.evaluation.threads[thread];
  std::string out = fmt::format("   {}\n", label);
  out += e.state == State::kScored ? fmt::format("   Score: {}/5\n", e.score()) : fmt::format("   Score: {}\n", state_name(e.state));
  return out + fmt::format("   Justification: {}\n\n", o.report.thread_justifications[thread]);
}

/// How the topics of the evaluation are called.
enum class Numbering {
  kInterview,  ///< by the ids of their questions, as in the summary and all other formats
  kReference,  ///< counted within each part, as the reference document does
};

std::string evaluation_report(const Outcome& o, Numbering numbering) {
  std::vector<std::size_t> own_work;
  std::vector<std::size_t> technical;
  for (std::size_t i = 0; i < o.interview.threads.size(); ++i) {
    const QuestionType type = o.interview.threads[i].type;
    if (type == QuestionType::kIntroduction || type == QuestionType::kClosing) continue;
    (about_own_work(type) ? own_work : technical).push_back(i);
  }
  std::string out = section("EVALUATION REPORT") + "Evaluation:\n1. Project / Experience Question:\n";
  if (own_work.empty()) out += "   No question of this kind was asked.\n\n";
  const auto list = [&](const std::vector<std::size_t>& threads) {
    for (std::size_t k = 0; k < threads.size(); ++k) {
      const std::string number = numbering == Numbering::kInterview ? question_range(o.interview, threads[k]) : fmt::format("Q{}", k + 1);
      out += score_entry(o, threads[k], fmt::format("{}: {}", number, o.report.thread_titles[threads[k]]));
    }
  };
  if (numbering == Numbering::kReference && own_work.size() == 1) {
    // The reference document has one such question and gives it no number.
    std::string entry = score_entry(o, own_work.front(), "");
    out += entry.substr(entry.find('\n') + 1);
  } else {
    list(own_work);
  }
  out += "2. Technical Questions:\n";
  if (technical.empty()) out += "   No question of this kind was asked.\n\n";
  list(technical);
  return out;
}

std::string quotes(const std::vector<Evidence>& evidence) {
  std::string out;
  for (const Evidence& e : evidence) out += fmt::format("    *   *Transcript Evidence (line {}):* \"{}\"\n", e.line, e.quote);
  return out;
}

std::string item_text(const ReportItem& item, bool with_severity) {
  std::string title = item.title;
  if (with_severity) title = fmt::format("{} - {}", item.critical ? "CRITICAL GAP" : "Development area", title);
  std::string out = fmt::format("*   **{}{}** {}\n", title, title.back() == '?' ? "" : ":", item.text);
  out += quotes(item.evidence);
  if (!item.follow_up.empty()) out += fmt::format("    *   *Ask next:* {}\n", item.follow_up);
  if (!item.listen_for.empty()) out += fmt::format("    *   *Listen for:* {}\n", item.listen_for);
  return out;
}

std::string hr_report(const Outcome& o) {
  const Report& r = o.report;
  std::string out = section("HR REPORT");
  out += fmt::format("### Candidate Overall Suitability\n{}\n\n### Key Strengths\n", r.suitability);
  for (const ReportItem& item : r.strengths) out += item_text(item, false);
  if (r.strengths.empty()) out += fmt::format("*   **No strengths could be evidenced from the answers.**{}\n{}", r.beginnings.empty() ? "" : " What comes nearest to one:", quotes(r.beginnings));
  out += "\n### Areas for Development & Critical Gaps\n";
  for (const ReportItem& item : r.development_areas) out += item_text(item, true);
  if (r.development_areas.empty()) out += "*   **None was found in the answers.**\n";
  out += "\n### Technical Skills Demonstrated\n";
  for (const std::string& skill : r.technical_skills) out += fmt::format("*   {}\n", skill);
  if (r.technical_skills.empty()) out += "*   None were demonstrated.\n";
  if (!r.requirements.empty()) out += "\n### Requirement Coverage\n";
  for (const ReportItem& item : r.requirements) out += item_text(item, false);
  out += fmt::format("\n### Communication Effectiveness\n{}\n\n### Overall Recommendation\n{}\n\n", r.communication, r.recommendation);
  return out;
}

std::string recommendation(const Outcome& o) { return section("RECOMMENDATION (FULL)") + o.report.recommendation + "\n"; }

std::string diagnostics(const Outcome& o) {
  std::string out;
  for (const auto* list : {&o.interview.diagnostics, &o.evaluation.diagnostics}) {
    for (const Diagnostic& d : *list) {
      if (d.severity == Severity::kInfo) continue;
      out += d.line > 0 ? fmt::format("*   line {}: {} [{}]\n", d.line, d.message, d.code) : fmt::format("*   {} [{}]\n", d.message, d.code);
    }
  }
  return out.empty() ? out : "\n" + section("DIAGNOSTICS") + out;
}

}  // namespace

std::string render_text(const Outcome& o) { return render_text_for(o, kDefaultColumns); }

std::string render_document(const Outcome& o) {
  return header(o) + "\n" + reference_dialogue(o.interview) + questions_and_answers(o) + evaluation_report(o, Numbering::kReference) + hr_report(o) + recommendation(o);
}

}  // namespace te::report

namespace te {

std::string render_text_for(const Outcome& o, std::size_t columns) {
  using namespace report;
  const std::string body = header(o) + "\n" + evaluation_report(o, Numbering::kInterview) + hr_report(o) + recommendation(o) + diagnostics(o);
  return summary_card(o, columns == 0 ? kDefaultColumns : columns) + text::wrapped(body, columns);
}

}  // namespace te
