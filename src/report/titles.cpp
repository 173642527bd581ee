// Titles of threads, from what their main question asks about.
#include <algorithm>

#include "report/findings.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

bool compares(const Question& q) {
  const std::string folded = text::folded(q.text);
  for (const std::string_view mark : {"difference", "differ", "compare", " vs", "versus", "trade-offs between", "tradeoffs between", "over the other", "contrast"}) {
    if (folded.find(mark) != std::string::npos) return true;
  }
  return false;
}

/// The question's concepts, or where it names none its weightiest words, in the order in which they were asked.
std::vector<std::string> subjects(const Material& m, const Question& q, const QuestionEvaluation& e) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> names;
  std::vector<std::string> languages;
  std::vector<std::pair<std::size_t, std::string>> words;
  const std::string folded = text::folded(q.text);
  for (const Aspect& a : e.aspects) {
    if (a.kind == AspectKind::kConcept) (m.kind_of(a.text) == "language" ? languages : names).push_back(a.text);
    if (a.kind == AspectKind::kWord && words.size() < kMost) words.emplace_back(folded.find(text::folded(a.text)), a.text);
  }
  // "A list and a tuple in Python" is about list and tuple.
  if (names.empty()) names = std::move(languages);
  if (names.empty()) {
    std::stable_sort(words.begin(), words.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    for (auto& [at, word] : words) names.push_back(std::move(word));
  }
  if (names.size() > kMost) names.resize(kMost);
  return names;
}

std::string fallback(QuestionType type) {
  switch (type) {
    case QuestionType::kProject: return "Project experience";
    case QuestionType::kBehavioral: return "Conduct at work";
    case QuestionType::kCoding: return "Coding task";
    default: return "Technical question";
  }
}

}  // namespace

std::string thread_title(const Material& m, std::size_t thread) {
  const Thread& t = m.interview.threads[thread];
  if (t.type == QuestionType::kIntroduction) return "Introduction";
  if (t.type == QuestionType::kClosing) return "Closing";
  const Question& q = m.interview.questions[t.questions.front()];
  std::vector<std::string> names = subjects(m, q, m.evaluation.questions[t.questions.front()]);
  if (names.empty()) return fallback(t.type);
  if (names.size() >= 2 && compares(q)) return capitalised(names[0] + " vs. " + m.in_sentence(names[1]));
  for (std::size_t i = 1; i < names.size(); ++i) names[i] = m.in_sentence(names[i]);
  return capitalised(joined(names));
}

}  // namespace te::report
