#include "score/units.h"

#include <algorithm>
#include <array>

#include "score/facts.h"

namespace te::score {
namespace {

constexpr std::array<RuleKind, 8> kKinds = {{
    {"aspects", detect_aspects},
    {"concepts", detect_concepts},
    {"content", detect_content},
    {"density", detect_density},
    {"explanation", detect_explanation},
    {"figures", detect_figures},
    {"misconception", detect_misconceptions},
    {"phrases", detect_phrases},
}};

/// A concept that something wrong is said about, or that is named in saying it, is not explained by that.
void demote_misunderstood(const RuleBook& book, Findings& findings) {
  for (const Misconception& wrong : findings.misconceptions) {
    for (ConceptUse& use : findings.concepts) {
      const bool inside = use.turn == wrong.turn && use.span.begin < wrong.span.end && wrong.span.begin < use.span.end;
      if (inside || use.concept_index == book.lexicon().facts[wrong.fact].about) use.depth = Depth::kMentioned;
    }
  }
}

}  // namespace

std::span<const RuleKind> rule_kinds() { return kKinds; }

Span quote_span(const Answer& answer, const AnswerSentence& sentence, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kBefore = 3;
  constexpr std::uint32_t kWords = 14;
  const auto& tokens = sentence.annotation->text.tokens;
  const std::uint32_t sentence_words = sentence.range.last - sentence.range.first;
  std::uint32_t begin = sentence.range.first;
  std::uint32_t end = sentence.range.last;
  if (sentence_words > kWords + 4) {
    begin = std::max(sentence.range.first, first > kBefore ? first - kBefore : 0);
    end = std::min(sentence.range.last, std::max(last, begin + kWords));
    // Do not begin with a comma or end in the middle of a hyphenated word.
    while (begin < first && tokens[begin].kind == text::TokenKind::kPunct) ++begin;
    while (begin > sentence.range.first && tokens[begin].glued && tokens[begin].kind != text::TokenKind::kPunct) --begin;
    while (end < sentence.range.last && tokens[end].glued) ++end;
  }
  while (end > last && tokens[end - 1].kind == text::TokenKind::kPunct && end > begin + 1) --end;
  return answer.span(sentence.turn, begin, end);
}

Findings find_evidence(const Answer& answer, const RuleBook& book, const JobField& field) {
  Findings findings;
  findings.concepts = find_concepts(answer, book);
  findings.misconceptions = find_misconceptions(answer, book);
  demote_misunderstood(book, findings);
  measure_relevance(answer, book, field, findings);
  const auto& rules = book.rubric().rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const RuleKind& k) { return k.name == rules[i].kind; });
    if (kind != kKinds.end()) kind->detect({answer, book, rules[i], i, findings}, findings.units);
  }
  return findings;
}

}  // namespace te::score
