// html_page.h: what all pages share: the frame, words for figures, and drawings.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/html_element.h"
#include "transcript_eval/render.h"

namespace te::report {

/// A file of data/html, as built in.
std::string_view asset(std::string_view name);

/// One self-contained page. Its policy lets nothing run or load but the style and script given here, by their hashes.
std::string html_page(std::string_view title, std::initializer_list<std::string_view> styles, std::string_view script, const Html& body);

/// "Proceed to next round" and a sign that tells it without colour.
struct Verdict {
  std::string_view words;
  std::string_view sign;
};
Verdict verdict(Decision decision);
/// "Flag" pieces; each says in its title why it was raised.
Html flag_list(const std::vector<std::string>& flags, const Rubric& rubric);
/// 2 decimals, or "not scored".
std::string score_text(State state, Points raw);
/// A share as "42 %".
std::string percent(double share);

/// A name and its value in a list of such (<dl>).
Html definition(const std::string& name, const Html& value);
/// A name and the hash of what it names.
Html hashed(const std::string& name, const std::string& sha256);
/// What judged: rubric, lexicon, question banks, program.
Html judges(const RuleBook& book);

/// A bar from 1 to 5.
Html score_bar(double score);
/// The scale from 1 to 5 with the thresholds of the decision and the score on it.
Html score_scale(double score, const Rubric& rubric);
/// One bar per criterion; those without a value are left out. `compared` (may be empty) is marked on the bars.
Html criteria_chart(const Rubric& rubric, std::span<const std::optional<double>> values, std::span<const std::optional<double>> compared, const std::string& name);

}  // namespace te::report
