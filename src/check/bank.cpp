// Bank entries put to the program as interviews: the question must be one, and its key points must be found in themselves.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "check/check.h"

namespace te::check {
namespace {

constexpr std::string_view kAskIt = "write it as somebody asks it, with a question word or a request";

void check_entry(const Material& m, const std::string& path, std::uint32_t line, const BankQuestion& entry) {
  if (entry.reference_answers.empty() && entry.key_points.empty()) return m.error(path, line, fmt::format("\"{}\" has neither a reference answer nor key points", entry.id), "without one of them there is nothing to compare with");
  std::string answer;
  for (const std::string& point : entry.key_points) answer += point + ". ";
  if (answer.empty()) answer = entry.reference_answers.front();
  const Exchange e = exchange(m.book, entry.text, answer);
  if (e.interview.questions.empty()) return m.error(path, line, fmt::format("the text of \"{}\" is not recognised as a question", entry.id), std::string(kAskIt));
  const QuestionType type = e.interview.questions.front().type;
  if (type == QuestionType::kIntroduction || type == QuestionType::kClosing) return m.error(path, line, fmt::format("the text of \"{}\" is taken for an {} question, which is never scored", entry.id, type_name(type)), std::string(kAskIt));
  const auto& bank = e.evaluation.questions.front().bank;
  if (!bank) return m.error(path, line, fmt::format("\"{}\" is not found by its own text", entry.id), std::string(kAskIt));
  if (bank->id != entry.id) return m.error(path, line, fmt::format("the text of \"{}\" is taken for \"{}\"", entry.id, bank->id), "one of them must ask for something else");
  for (const KeyPointUse& point : bank->key_points) {
    if (point.coverage != Coverage::kCovered) m.error(path, line, fmt::format("a key point of \"{}\" is not found in its own words: {}", entry.id, point.text), "say it in words that the question does not give");
  }
}

}  // namespace

void check_bank(const Material& m, const Document& d) {
  const Bank& bank = *m.book->bank();
  const auto& rows = member(d.root, "questions").items;
  for (std::size_t i = 0; i < std::min(rows.size(), bank.questions.size()); ++i) check_entry(m, d.path, rows[i].line, bank.questions[i]);
}

}  // namespace te::check
