// Concepts of the lexicon in the answer: named, explained or applied.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "score/units.h"

namespace te::score {
namespace {

/// Explained: the sentence or the next one uses words of the concept's gist, or argues about it with at least one.
Depth depth_in(const Answer& answer, std::size_t index, const text::PhraseMatch& match) {
  const AnswerSentence& s = answer.sentences[index];
  const AnswerCategories& categories = *answer.categories;
  const auto& gist = answer.rules->gist_of_concept[match.payload];
  StemSet own_words;
  for (std::uint32_t i = match.first; i < match.last; ++i) own_words.insert(s.annotation->text.tokens[i].stem);
  int hits = 0;
  for (std::size_t k = index; k < std::min(index + 2, answer.sentences.size()); ++k) {
    for (const auto stem : answer.sentences[k].telling) hits += !own_words.contains(stem) && std::binary_search(gist.begin(), gist.end(), stem) ? 1 : 0;
  }
  const bool argues = find_phrase(s, categories.definition) != nullptr || find_phrase(s, categories.cause) != nullptr || find_phrase(s, categories.contrast) != nullptr;
  if ((find_phrase(s, categories.own_action) != nullptr || find_phrase(s, categories.team_action) != nullptr) && s.fresh.size() >= 3) return Depth::kApplied;
  if (hits >= 2 || (argues && (hits >= 1 || s.fresh.size() >= 4))) return Depth::kExplained;
  return Depth::kMentioned;
}

}  // namespace

std::vector<ConceptUse> find_concepts(const Answer& answer) {
  std::vector<ConceptUse> out;
  std::map<std::uint32_t, std::size_t> index_of;
  for (std::size_t i = 0; i < answer.sentences.size(); ++i) {
    const AnswerSentence& s = answer.sentences[i];
    if (s.eligibility <= 0) continue;
    for (const auto& match : s.concepts) {
      const Depth depth = depth_in(answer, i, match);
      const auto [it, fresh] = index_of.try_emplace(match.payload, out.size());
      if (fresh) {
        ConceptUse use;
        use.concept_index = match.payload;
        use.asked = std::find(answer.asked.concepts.begin(), answer.asked.concepts.end(), match.payload) != answer.asked.concepts.end();
        out.push_back(use);
      }
      ConceptUse& use = out[it->second];
      ++use.count;
      if (fresh || depth > use.depth) {
        use.depth = depth;
        use.turn = s.turn;
        use.span = quote_span(answer, s, match.first, match.last);
      }
    }
  }
  return out;
}

void detect_concepts(const DetectorInput& in, std::vector<Unit>& out) {
  const auto& concepts = in.book.lexicon().concepts;
  for (const ConceptUse& use : in.so_far.concepts) {
    const Concept& c = concepts[use.concept_index];
    double strength = use.depth == Depth::kApplied ? 1.2 : use.depth == Depth::kExplained ? 1.0 : 0.3;
    // Naming what the question names is no knowledge.
    if (use.asked && use.depth == Depth::kMentioned) continue;
    strength *= c.level == "advanced" ? 1.2 : c.level == "basic" ? 0.8 : 1.0;
    out.push_back({in.rule_index, strength, use.turn, use.span, fmt::format("{} ({})", c.name, depth_name(use.depth))});
  }
}

}  // namespace te::score
