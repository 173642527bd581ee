#include "support/outcomes.h"

#include <stdexcept>

#include "support/interviews.h"

namespace te::test {

Outcome evaluated(std::string_view transcript, std::string_view position, std::string_view description) {
  const auto source = SourceText::from_bytes("test.txt", std::string(transcript));
  if (!source) throw std::runtime_error(source.error().to_string());
  EvaluateOptions options;
  options.job.position = std::string(position);
  options.job.description = std::string(description);
  auto outcome = evaluate_source(*source, default_book(), options);
  if (!outcome) throw std::runtime_error(outcome.error().to_string());
  return std::move(*outcome);
}

std::string exchange(std::string_view question, std::string_view answer) {
  return "Interviewer: " + std::string(question) + "\n\nCandidate: " + std::string(answer) + "\n";
}

QuestionEvaluation answer_evaluation(std::string_view question, std::string_view answer, std::string_view position) {
  static std::vector<Outcome> kept;  // the evaluation's quotes point into its transcript
  kept.push_back(evaluated(exchange(question, answer), position));
  return kept.back().evaluation.questions.at(0);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

}  // namespace te::test
