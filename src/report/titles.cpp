// Titles of threads, from what their main question asks about.
#include <algorithm>

#include "report/findings.h"
#include "report/words.h"
#include "rules/compiled.h"
#include "text/utf8.h"

namespace te::report {
namespace {

bool compares(const Question& q) {
  const std::string folded = text::folded(q.text);
  for (const std::string_view mark : {"difference", "differ", "compare", " vs", "versus", "trade-offs between", "tradeoffs between", " over the other", "contrast"}) {
    if (folded.find(mark) != std::string::npos) return true;
  }
  return false;
}

/// The question's concepts and, where it names none, its most telling words, in the order of the question.
std::vector<std::string> subjects(const Question& q, const QuestionEvaluation& e, const Material& m) {
  std::vector<std::pair<std::size_t, std::string>> found;
  const std::string folded = text::folded(q.text);
  std::size_t concepts = 0;
  for (const Aspect& a : e.aspects) {
    const bool is_concept = std::any_of(m.book.lexicon().concepts.begin(), m.book.lexicon().concepts.end(), [&](const Concept& c) { return c.name == a.text; });
    concepts += is_concept ? 1 : 0;
    const std::size_t at = folded.find(text::folded(a.text));
    if (is_concept || found.size() < 2) found.emplace_back(at, a.text);
  }
  if (concepts > 0) found.resize(std::min(found.size(), concepts));
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (auto& [at, name] : found) {
    if (out.size() < 3) out.push_back(std::move(name));
  }
  return out;
}

}  // namespace

std::string thread_title(const Material& m, std::size_t thread) {
  const Thread& t = m.interview.threads[thread];
  if (t.type == QuestionType::kIntroduction) return "Introduction";
  if (t.type == QuestionType::kClosing) return "Closing";
  const Question& q = m.interview.questions[t.questions.front()];
  std::vector<std::string> names = subjects(q, m.evaluation.questions[t.questions.front()], m);
  if (names.empty()) return capitalised(std::string(type_name(t.type))) + " question";
  if (names.size() >= 2 && compares(q)) return capitalised(names[0] + " vs. " + names[1]);
  return capitalised(joined(names));
}

}  // namespace te::report
