// Figures with what they measure: "over 70%", "4-bit", "three weeks", "1.2 million queries".
#include <algorithm>
#include <array>

#include "score/units.h"

namespace te::score {
namespace {

/// Words behind a number that make it no measure: "one of the", "two things", "3 main reasons".
constexpr std::array<std::string_view, 18> kCountersOnly = {"thing", "way", "reason", "point", "of", "main", "key", "common", "type", "kind", "approach", "step", "different", "option", "question", "part", "or", "and"};

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20");
}

}  // namespace

void detect_figures(const DetectorInput& in, std::vector<Unit>& out) {
  const auto& vocabulary = in.answer.interview->annotated->vocabulary();
  const CompiledRules& rules = *in.answer.rules;
  for (const AnswerSentence& s : in.answer.sentences) {
    if (s.eligibility <= 0 || s.range.code) continue;
    const auto& tokens = s.annotation->text.tokens;
    for (std::uint32_t i = s.range.first; i + 1 < s.range.last; ++i) {
      const auto& token = tokens[i];
      const bool digits = token.kind == text::TokenKind::kNumber && !is_year(s.annotation->text.slice(token));
      const bool word = token.kind == text::TokenKind::kWord && rules.is_number_word(token.word);
      if (!digits && !word) continue;
      // A digit glued to letters before it is part of a name (GPT-3, T5); behind a hyphen too.
      if (i > s.range.first && token.glued && tokens[i - 1].kind != text::TokenKind::kPunct) continue;
      if (i > s.range.first + 1 && token.glued && s.annotation->text.slice(tokens[i - 1]) == "-" && tokens[i - 1].glued && tokens[i - 2].kind == text::TokenKind::kWord) continue;
      std::uint32_t unit = i + 1;
      while (unit + 1 < s.range.last && tokens[unit].kind == text::TokenKind::kPunct && s.annotation->text.slice(tokens[unit]) == "-") ++unit;
      const std::string_view follows = tokens[unit].kind == text::TokenKind::kBreak ? std::string_view() : vocabulary.text(vocabulary.base(tokens[unit].word));
      const bool percent = follows == "%";
      const bool measured = tokens[unit].kind == text::TokenKind::kWord && std::find(kCountersOnly.begin(), kCountersOnly.end(), follows) == kCountersOnly.end();
      if (!percent && !measured) continue;
      out.push_back({in.rule_index, s.eligibility * (digits ? 1.0 : 0.6), s.turn, quote_span(in.answer, s, i, unit + 1), std::string(s.annotation->text.slice(i, unit + 1))});
      i = unit;
    }
  }
}

}  // namespace te::score
