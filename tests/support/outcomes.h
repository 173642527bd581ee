// outcomes.h: whole evaluations of short texts and of the samples.
#pragma once

#include <string>
#include <string_view>

#include "transcript_eval/render.h"

namespace te::test {

/// The evaluation of a transcript that must parse, with the default rule book.
Outcome evaluated(std::string_view transcript, std::string_view position = {}, std::string_view description = {});

/// One question and one answer as a transcript.
std::string exchange(std::string_view question, std::string_view answer);

/// The evaluation of the only question of exchange(question, answer).
QuestionEvaluation answer_evaluation(std::string_view question, std::string_view answer, std::string_view position = {});

/// `text` with every `from` replaced by `to`.
std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace te::test
