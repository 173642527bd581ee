// Bank entries put to the program as interviews: the question must be one, and its key points must be found in themselves.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "check/check.h"
#include "text/phrases.h"

namespace te::check {
namespace {

constexpr std::string_view kAskIt = "write it as somebody asks it, with a question word or a request";

/// The words that requests begin with: "explain", "implement", "could".
std::set<std::string> request_words(const Material& m) {
  std::set<std::string> out;
  for (const Document* d : m.below("lexicon/phrases/")) {
    for (const auto& category : member(d->root, "categories").items) {
      if (member(category, "id").text != "request") continue;
      for (const auto& phrase : member(category, "phrases").items) {
        for (const std::string& plain : text::expand_alternatives(phrase.text)) out.insert(key_of(plain.substr(0, plain.find(' '))));
      }
    }
  }
  return out;
}

class BankCheck {
 public:
  BankCheck(const Material& m, const Document& d, std::size_t number) : m_(m), d_(d), number_(number), bank_(m.book->banks()[number]), requests_(request_words(m)) {}

  void run() {
    const auto& rows = member(d_.root, "questions").items;
    for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), bank_.questions.size()); ++i) {
      line_ = rows[i].line;
      entry(bank_.questions[i]);
    }
  }

 private:
  void fail(std::string message, std::string_view hint) { m_.error(d_.path, line_, std::move(message), std::string(hint)); }

  void entry(const BankQuestion& q) {
    if (q.reference_answers.empty() && q.key_points.empty()) return fail(fmt::format("\"{}\" has neither a reference answer nor key points", q.id), "without one of them there is nothing to compare with");
    std::string answer;
    for (const std::string_view point : q.key_points) answer += fmt::format("{}. ", point);
    const Exchange e = exchange(m_.book, q.text, answer.empty() ? q.reference_answers.front() : std::string_view(answer));
    if (e.interview.questions.empty()) return fail(fmt::format("the text of \"{}\" is not recognised as a question", q.id), kAskIt);
    const Question& asked = e.interview.questions.front();
    if (asked.type == QuestionType::kIntroduction || asked.type == QuestionType::kClosing) return fail(fmt::format("the text of \"{}\" is taken for a question of the type {}, which is never scored", q.id, type_name(asked.type)), kAskIt);
    if (requests_.count(key_of(asked.preamble.substr(0, asked.preamble.find(' ')))) > 0) fail(fmt::format("a request of \"{}\" is not recognised: {}", q.id, asked.preamble), kAskIt);
    match(q, e.evaluation.questions.front().bank);
  }

  void match(const BankQuestion& q, const std::optional<BankComparison>& found) {
    if (!found) return fail(fmt::format("\"{}\" is not found by its own text", q.id), kAskIt);
    if (found->bank != number_ || found->id != q.id) return fail(fmt::format("the text of \"{}\" is taken for \"{}\" of the bank \"{}\"", q.id, found->id, m_.book->banks()[found->bank].name), "one of them must ask for something else");
    for (const KeyPointUse& point : found->key_points) {
      if (point.coverage != Coverage::kCovered) fail(fmt::format("a key point of \"{}\" is not found in its own words: {}", q.id, point.text), "say it in words that the question does not give");
    }
  }

  const Material& m_;
  const Document& d_;
  std::size_t number_;
  const Bank& bank_;
  std::set<std::string> requests_;
  std::uint32_t line_ = 0;
};

}  // namespace

void check_bank(const Material& m, const Document& bank, std::size_t number) { BankCheck(m, bank, number).run(); }

}  // namespace te::check
