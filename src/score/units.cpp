#include "score/units.h"

#include <algorithm>
#include <array>

#include "score/facts.h"

namespace te::score {
namespace {

struct RuleKind {
  std::string_view name;
  Detector detect;
};

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

std::vector<RuleReader> rule_readers(const RuleBook& book) {
  std::vector<RuleReader> out;
  out.reserve(book.rubric().rules.size());
  for (const Rule& rule : book.rubric().rules) {
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const RuleKind& k) { return k.name == rule.kind; });
    out.push_back({kind == kKinds.end() ? nullptr : kind->detect, book.compiled().category(rule.phrases), book.rubric().criterion_index(rule.criterion)});
  }
  return out;
}

namespace {

/// A comma, colon or dash with a blank behind it: where a clause may begin or end.
bool ends_clause(const text::TokenizedText& text, std::uint32_t token) {
  const text::Token& t = text.tokens[token];
  if (t.kind != text::TokenKind::kPunct) return false;
  const std::string_view sign = text.slice(t);
  const bool between = token + 1 < text.tokens.size() && !text.tokens[token + 1].glued;
  return between && (sign == "," || sign == ";" || sign == ":" || sign == "-" || sign == "\xE2\x80\x93" || sign == "\xE2\x80\x94" || sign == ")");
}

}  // namespace

Span quote_span(const Answer& answer, const AnswerSentence& sentence, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kWhole = 20;   // a sentence of at most so many tokens is quoted whole
  constexpr std::uint32_t kBefore = 12;  // how far a clause's begin is looked for
  constexpr std::uint32_t kAtLeast = 6;  // a quote ends at the first clause end behind so many tokens
  constexpr std::uint32_t kAtMost = 18;
  const auto& text = sentence.annotation->text;
  const auto& tokens = text.tokens;
  last = std::min(last, sentence.range.last);  // a phrase may run over the end of its sentence
  std::uint32_t begin = sentence.range.first;
  std::uint32_t end = sentence.range.last;
  if (end - begin > kWhole) {
    if (first > begin + kBefore) begin = first - std::min(first, 3U);
    for (std::uint32_t i = first; i > sentence.range.first && first - i < kBefore; --i) {
      if (!ends_clause(text, i - 1)) continue;
      begin = i;
      break;
    }
    end = std::min(sentence.range.last, std::max(last, begin + kAtLeast));
    while (end < sentence.range.last && end - begin < kAtMost && !ends_clause(text, end)) ++end;
    // Neither begin nor end inside a hyphenated word.
    while (begin > sentence.range.first && tokens[begin].glued) --begin;
    while (end < sentence.range.last && tokens[end].glued && tokens[end].kind == text::TokenKind::kWord) ++end;
  }
  while (begin < first && tokens[begin].kind == text::TokenKind::kPunct) ++begin;
  while (end > std::max(last, begin + 1) && tokens[end - 1].kind == text::TokenKind::kPunct && text.slice(tokens[end - 1]) != "%") --end;
  return answer.span(sentence.turn, begin, end);
}

Findings find_evidence(const Answer& answer, const RuleBook& book, const Surroundings& surroundings) {
  Findings findings;
  findings.concepts = find_concepts(answer);
  findings.misconceptions = find_misconceptions(answer, book);
  demote_misunderstood(book, findings);
  measure_relevance(answer, book, surroundings, findings);
  constexpr std::size_t kManyUnits = 32;
  findings.units.reserve(kManyUnits);
  for (std::size_t i = 0; i < surroundings.readers.size(); ++i) {
    const RuleReader& reader = surroundings.readers[i];
    if (reader.detect != nullptr) reader.detect({answer, book, i, reader.phrases, findings}, findings.units);
  }
  findings.bank = compare_with_bank(answer, book);
  return findings;
}

}  // namespace te::score
