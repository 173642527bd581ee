// A letter to the candidate: what came across, what to practise, what to study. Kind, concrete, and without a score.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/formats.h"
#include "report/passages.h"
#include "report/words.h"
#include "rules/compiled.h"
#include "text/columns.h"

namespace te::report {
namespace {

constexpr double kGoodAnswer = 3.5;
constexpr double kCouldBeStronger = 4.5;
constexpr std::size_t kAnswers = 3;

/// The scored questions, best or weakest first; a weakness has a score below kCouldBeStronger.
std::vector<std::size_t> ordered(const Material& m, bool best_first) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < m.evaluation.questions.size(); ++i) {
    const QuestionEvaluation& e = m.evaluation.questions[i];
    if (e.state == State::kScored && (best_first || !e.misconceptions.empty() || e.score_raw.value() < kCouldBeStronger)) out.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    const Points x = m.evaluation.questions[a].score_raw;
    const Points y = m.evaluation.questions[b].score_raw;
    return best_first ? x > y : x < y;
  });
  return out;
}

/// The title with a colon, unless it is a question.
std::string heading(const Material& m, std::size_t question) {
  const std::string title = question_title(m, question);
  return title + (title.back() == '?' ? "" : ":");
}

std::string to_the_candidate(Want want) {
  switch (want) {
    case Want::kOwnPart: return "what you did yourself";
    case Want::kExample: return "an example of your own";
    case Want::kOutcome: return "what came of it, best with a number";
    case Want::kReason: return "why it is so";
    case Want::kLimit: return "where it has its limits, or what else you considered";
    case Want::kCheck: return "how you knew that it had worked";
    case Want::kFigure: return "a figure that shows the effect";
  }
  return {};
}

/// What stood out in an answer, from what earned most in it.
std::string what_helped(const QuestionEvaluation& e) {
  if (has_entry(e, "evidence.figure")) return "The concrete figures made it easy to follow how much was at stake.";
  if (has_entry(e, "reasoning.tradeoff") || has_entry(e, "reasoning.contrast")) return "You weighed one thing against another instead of praising one of them.";
  if (has_entry(e, "evidence.own-action")) return "It was clear what you had done yourself.";
  if (has_entry(e, "evidence.example")) return "The example made it concrete.";
  if (has_entry(e, "reasoning.cause")) return "You gave the reason along with the statement.";
  return {};
}

std::string strengths(const Material& m) {
  std::string out;
  std::size_t n = 0;
  std::set<std::string> said;
  for (const auto q : ordered(m, true)) {
    const QuestionEvaluation& e = m.evaluation.questions[q];
    const auto passages = best_passages(m, e, 1);
    // Of a weak interview at least the best moment.
    if (n == kAnswers || (e.score_raw.value() < kGoodAnswer && n > 0)) break;
    if (passages.empty() || !e.misconceptions.empty()) continue;
    ++n;
    std::string text = fmt::format("*   {} {}", heading(m, q), quoted(passages.front().quote));
    const std::string helped = what_helped(e);
    if (said.insert(helped).second) append(text, helped);
    out += text + "\n";
  }
  return out;
}

std::string stronger_answer(const Material& m, std::size_t q) {
  const QuestionEvaluation& e = m.evaluation.questions[q];
  if (!e.misconceptions.empty()) {
    const Misconception& wrong = e.misconceptions.front();
    return fmt::format("You said {}. That is worth looking up again: {}", quoted(passage(m, wrong.turn, wrong.span).quote), m.book.lexicon().facts[wrong.fact].correction);
  }
  const LedgerEntry* gate = closed_gate(e);
  const auto missed = aspects_with(m, e, Coverage::kMissed, 2);
  if (gate != nullptr && gate->rule == "gate.non-answer") return "You said openly that you did not know, which is fine. Next time, add how you would find out, or the nearest thing that you do know.";
  std::vector<std::string> wanted;
  for (const Want want : wants(m, q)) wanted.push_back(to_the_candidate(want));
  std::vector<std::string> subjects;
  for (const Aspect& a : e.aspects) {
    if (a.kind == AspectKind::kConcept && std::find(missed.begin(), missed.end(), m.in_sentence(a.text)) != missed.end()) subjects.push_back(m.in_sentence(a.text));
  }
  std::string out;
  if (!subjects.empty()) out = fmt::format("The question was also about {}.", joined(subjects));
  if (!wanted.empty()) append(out, fmt::format("A stronger answer would also have shown {}.", joined(wanted, ", and ")));
  if (out.empty()) out = "A little more detail would have shown what you know.";
  return out;
}

std::string improvements(const Material& m) {
  std::string out;
  std::set<std::string> given;
  std::vector<std::size_t> order = ordered(m, false);
  // What is wrong is worth mending first.
  std::stable_partition(order.begin(), order.end(), [&](std::size_t q) { return !m.evaluation.questions[q].misconceptions.empty(); });
  for (const auto q : order) {
    if (given.size() == kAnswers) break;
    if (given.insert(heading(m, q)).second) out += fmt::format("*   {} {}\n", heading(m, q), stronger_answer(m, q));
  }
  return out;
}

/// Advice for the two criteria in which the answers fell furthest short.
std::string practice(const Material& m) {
  std::map<std::size_t, double> lost;
  for (const QuestionEvaluation& e : m.evaluation.questions) {
    if (e.state != State::kScored || e.score_raw.value() >= kCouldBeStronger) continue;
    for (const CriterionScore& c : e.criteria) lost[c.criterion] += c.weight * (5 - c.score);
  }
  std::vector<std::pair<double, std::size_t>> order;
  for (const auto& [criterion, points] : lost) order.emplace_back(-points, criterion);
  std::sort(order.begin(), order.end());
  constexpr std::size_t kMost = 2;
  std::string out;
  for (std::size_t i = 0; i < std::min(kMost, order.size()); ++i) {
    const auto advice = m.book.lexicon().practice_by_criterion.find(m.book.rubric().criteria[order[i].second].name);
    if (advice != m.book.lexicon().practice_by_criterion.end()) out += fmt::format("*   {}\n", advice->second);
  }
  return out;
}

/// The fields of the questions with the weakest answers.
std::string study(const Material& m) {
  constexpr std::size_t kMost = 3;
  std::string out;
  std::set<std::string_view> given;
  for (const auto q : ordered(m, false)) {
    for (const Aspect& a : m.evaluation.questions[q].aspects) {
      if (a.kind != AspectKind::kConcept || given.size() == kMost) continue;
      const Area area = m.book.lexicon().areas[m.book.compiled().area_of_concept[a.concept_index]];
      if (!area.study.empty() && given.insert(area.study).second) out += fmt::format("*   {}: {}.\n", area.name, area.study);
    }
  }
  return out;
}

std::string part(std::string_view heading, const std::string& items) { return items.empty() ? std::string() : fmt::format("{}\n{}\n", heading, items); }

}  // namespace

std::string render_feedback(const Outcome& o) {
  const Material m{o.interview, o.evaluation, *o.book};
  const std::string position = o.interview.position.empty() ? "" : fmt::format(" for the {} position", o.interview.position);
  std::string out = fmt::format("Dear {},\n\nthank you for the interview{}.", o.interview.candidate.empty() ? "candidate" : o.interview.candidate, position);
  if (o.evaluation.state != State::kScored) {
    out += " We could not work out written feedback from the record of our conversation; please ask us, and we will tell you in person.\n";
    return text::wrapped(out, kDefaultColumns);
  }
  out += " This letter is about your answers: what came across well, and what would make the next interview easier. It is meant to help you and says nothing about our decision.\n\n";
  out += part("What came across well", strengths(m));
  out += part("What would have made your answers stronger", improvements(m));
  out += part("How to practise it", practice(m));
  out += part("What to study", study(m));
  out += "We wish you all the best.\n";
  return text::wrapped(out, kDefaultColumns);
}

}  // namespace te::report
