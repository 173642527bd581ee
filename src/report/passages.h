// passages.h: the candidate's words to quote for a statement: a sentence, or the part of it that can stand alone.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "report/findings.h"

namespace te::report {

/// The sentence around a span of a turn; of a long sentence the clauses around the span. Always a slice of the source,
/// never one with a double quote in it, so that it can stand between double quotes.
Evidence passage(const Material& m, std::uint32_t turn, Span span);

/// The passages of an answer that earned most, best first, at most `limit`, each sentence once. With `rules` only what
/// these rules gave counts.
std::vector<Evidence> best_passages(const Material& m, const QuestionEvaluation& e, std::size_t limit, std::span<const std::string_view> rules = {});

/// The statement of a poor answer that comes nearest to what was asked; absent when nothing is stated.
std::optional<Evidence> nearest_passage(const Material& m, std::size_t question);

/// What an answer begins with.
Evidence first_passage(const Material& m, const Question& q);

/// `"..." (line 7)`.
std::string cited(const Evidence& e);

}  // namespace te::report
