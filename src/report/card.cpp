// The summary card: what the whole report comes to, on one screen.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/formats.h"
#include "report/words.h"
#include "text/columns.h"

namespace te::report {
namespace {

constexpr std::size_t kNarrowest = 40;

/// A score from 0 to 5 as a bar of `width` columns.
std::string bar(double score, std::size_t width) {
  const auto full = static_cast<std::size_t>(std::lround(std::clamp(score / 5.0, 0.0, 1.0) * static_cast<double>(width)));
  std::string out;
  for (std::size_t i = 0; i < width; ++i) out += i < full ? "█" : "░";
  return out;
}

std::string thread_line(const Outcome& o, std::size_t thread, std::size_t columns) {
  constexpr std::size_t kBar = 10;
  const ThreadEvaluation& e = o.evaluation.threads[thread];
  const std::string score = e.state == State::kScored ? fmt::format("{}  {}", e.score_raw.to_string(1), bar(e.score_raw.value(), kBar)) : fmt::format(" -   {}", std::string(kBar, ' '));
  const std::string head = fmt::format("  {}  {:<7} ", score, question_range(o.interview, thread));
  return head + text::shortened(o.report.thread_titles[thread], columns - std::min(columns, text::columns(head))) + "\n";
}

std::string counts(const Outcome& o) {
  std::size_t critical = 0;
  for (const ReportItem& item : o.report.development_areas) critical += item.critical ? 1 : 0;
  std::size_t warnings = 0;
  for (const auto* list : {&o.interview.diagnostics, &o.evaluation.diagnostics}) {
    for (const Diagnostic& d : *list) warnings += d.severity == Severity::kInfo ? 0 : 1;
  }
  std::vector<std::string> parts = {counted(o.report.strengths.size(), "strength"), counted(critical, "critical gap"), counted(o.report.development_areas.size() - critical, "development area")};
  if (warnings > 0) parts.push_back(counted(warnings, "diagnostic"));
  return capitalised(joined(parts, ", ")) + ".\n";
}

}  // namespace

std::string question_range(const Interview& interview, std::size_t thread) {
  const auto& questions = interview.threads[thread].questions;
  const std::string& first = interview.questions[questions.front()].id;
  return questions.size() == 1 ? first : first + "-" + interview.questions[questions.back()].id;
}

std::string summary_card(const Outcome& o, std::size_t columns) {
  columns = std::max(columns, kNarrowest);
  std::vector<std::string> who;
  if (!o.interview.candidate.empty()) who.push_back(o.interview.candidate);
  if (!o.interview.position.empty()) who.push_back(o.interview.position);
  std::string out = who.empty() ? std::string() : text::shortened(joined(who, ", "), columns) + "\n";
  const std::string decision(decision_in_words(o.evaluation.decision));
  if (o.evaluation.state == State::kScored) {
    const std::string score = fmt::format("{} of 5  ", o.evaluation.overall_raw.to_string(2));
    out += score + bar(o.evaluation.overall_raw.value(), columns - score.size() - decision.size() - 2) + "  " + decision + "\n\n";
  } else {
    out += text::wrapped(fmt::format("{}: {}.", decision, o.evaluation.reason), columns) + "\n\n";
  }
  for (std::size_t i = 0; i < o.interview.threads.size(); ++i) {
    const QuestionType type = o.interview.threads[i].type;
    if (type != QuestionType::kIntroduction && type != QuestionType::kClosing) out += thread_line(o, i, columns);
  }
  return out + "\n" + text::wrapped(counts(o), columns) + "\n";
}

}  // namespace te::report
