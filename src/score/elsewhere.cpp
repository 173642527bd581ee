#include "score/elsewhere.h"

#include <algorithm>
#include <cmath>

namespace te::score {
namespace {

/// Telling words in a paragraph of the background, on which the rarity of words is measured.
constexpr double kWordsOfParagraph = 7;

/// The chance that a word of this rarity stands in so many paragraphs of any talk.
double by_chance(double idf, double paragraphs) { return -std::expm1(paragraphs * std::log1p(-std::exp2(-idf))); }

}  // namespace

SaidElsewhere::SaidElsewhere(const Interview& interview, const CompiledRules& rules) : said_(interview.annotated->vocabulary().size()), in_several_(said_) {
  const AnnotatedTurns& turns = *interview.annotated;
  words_of_.assign(interview.questions.size(), 0);
  Marks here = said_;
  std::vector<text::WordId> place;  // its words, each once
  const auto add = [&](std::size_t question) {
    for (const auto stem : place) {
      if (!said_.insert(stem)) in_several_.insert(stem);
      here.erase(stem);
    }
    words_ += place.size();
    words_of_[question] += place.size();
    place.clear();
  };
  for (std::size_t i = 0; i < interview.questions.size(); ++i) {
    const Question& q = interview.questions[i];
    const auto collect = [&](std::uint32_t turn, Span within) {
      const auto [first, last] = tokens_within(interview, turn, within);
      for (const text::Token& token : std::span(turns.turn(turn).text.tokens).subspan(first, last - first)) {
        if (token.kind != text::TokenKind::kWord || token.name || token.aside) continue;
        const auto stem = token.stem;
        if (rules.idf(stem) >= kTellingIdf && !rules.is_generic(stem) && here.insert(stem)) place.push_back(stem);
      }
    };
    collect(q.turn, q.span);
    for (const std::uint32_t turn : q.answer_turns) collect(turn, {0, UINT32_MAX});
    add(i);
    // A case that is told before the question is another place, too.
    collect(q.turn, {0, q.span.begin});
    add(i);
  }
}

double SaidElsewhere::share(const Answer& answer) const {
  const auto number = static_cast<std::size_t>(answer.question - answer.interview->questions.data());
  const double paragraphs = static_cast<double>(words_ - words_of_[number]) / kWordsOfParagraph;
  double all = 0;
  double above_chance = 0;
  for (const AnswerSentence& s : answer.sentences) {
    if (s.eligibility <= 0) continue;
    for (const auto stem : s.fresh) {  // each is fresh once
      const double idf = answer.rules->idf(stem);
      const double elsewhere = in_several_.contains(stem) ? 1 : 0;
      all += idf;
      above_chance += idf * (elsewhere - by_chance(idf, paragraphs));
    }
  }
  return all > 0 ? std::max(0.0, above_chance / all) : 0;
}

}  // namespace te::score
