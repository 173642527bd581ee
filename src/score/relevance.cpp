// How far an answer addresses what was asked.
//
// The question's telling words and concepts are what it asks for. Each counts by how telling it is, and is taken up by
// the same stem, by the same concept under another name, by a related concept, or by the words that explain it. Only
// sentences that say something count, so that repeating the question is no answer to it.
#include <algorithm>
#include <cmath>

#include "score/units.h"

namespace te::score {
namespace {

constexpr std::size_t kMaxTerms = 10;
constexpr double kRelated = 0.6;

/// One thing asked: a stem or a concept, with the best place that takes it up.
struct Term {
  std::string text;
  double weight = 0;
  text::WordId stem = text::kNoWord;
  std::uint32_t concept_index = UINT32_MAX;
  double taken = 0;
  const AnswerSentence* sentence = nullptr;
  std::uint32_t token = 0;

  void take(double value, const AnswerSentence& s, std::uint32_t at) {
    if (value <= taken) return;
    taken = value;
    sentence = &s;
    token = at;
  }
};

class Relevance {
 public:
  Relevance(const Answer& answer, const RuleBook& book) : answer_(answer), book_(book), rules_(book.compiled()), vocabulary_(answer.interview->annotated->vocabulary()) {}

  void run(Findings& findings) {
    collect();
    for (const AnswerSentence& s : answer_.sentences) {
      const double worth = s.eligibility * (s.fresh.empty() ? 0.3 : 1.0);
      if (worth > 0) look_in(s, worth);
    }
    double sum = 0;
    double taken = 0;
    for (const Term& t : terms_) {
      sum += t.weight;
      taken += t.weight * t.taken;
    }
    const double coverage = sum > 0 ? taken / sum : 0.5;
    findings.relevance = terms_.empty() ? default_relevance() : std::clamp(coverage, 0.0, 1.0);
    for (const Term& t : terms_) findings.aspects.push_back(aspect(t, sum));
  }

 private:
  /// A question without telling words ("Why?") cannot be missed by an answer that says something.
  [[nodiscard]] double default_relevance() const { return answer_.fresh_weight > 0 ? 0.5 : 0.0; }

  void collect() {
    const auto& lexicon = book_.lexicon();
    const Annotation& asking = answer_.interview->annotated->turn(answer_.question->turn);
    StemSet in_concepts;
    for (const std::uint32_t index : answer_.asked.concepts) {
      Term term;
      term.text = lexicon.concepts[index].name;
      term.concept_index = index;
      term.weight = 0;
      for (const auto& match : asking.concepts) {
        if (match.payload != index) continue;
        for (std::uint32_t i = match.first; i < match.last; ++i) {
          const auto stem = vocabulary_.stem(asking.text.tokens[i].word);
          in_concepts.insert(stem);
          term.weight = std::max(term.weight, rules_.idf(stem));
        }
      }
      terms_.push_back(std::move(term));
    }
    for (const auto& [stem, idf] : answer_.asked.terms) {
      if (terms_.size() >= kMaxTerms) break;
      if (in_concepts.count(stem) > 0) continue;
      Term term;
      term.text = surface(asking, stem);
      term.stem = stem;
      term.weight = 0.6 * idf;
      terms_.push_back(std::move(term));
    }
  }

  /// The word as it stands in the question.
  [[nodiscard]] std::string surface(const Annotation& asking, text::WordId stem) const {
    for (const auto& token : asking.text.tokens) {
      if (token.kind == text::TokenKind::kWord && vocabulary_.stem(token.word) == stem) return std::string(asking.text.slice(token));
    }
    return std::string(vocabulary_.text(stem));
  }

  void look_in(const AnswerSentence& s, double worth) {
    const auto& tokens = s.annotation->text.tokens;
    for (std::uint32_t i = s.range.first; i < s.range.last; ++i) {
      if (tokens[i].kind != text::TokenKind::kWord || tokens[i].name) continue;
      const auto stem = vocabulary_.stem(tokens[i].word);
      for (Term& t : terms_) {
        if (t.stem == stem) t.take(worth, s, i);
      }
    }
    for (const auto& match : s.annotation->concepts) {
      if (match.first < s.range.first || match.first >= s.range.last) continue;
      for (Term& t : terms_) {
        if (t.concept_index == match.payload) t.take(worth, s, match.first);
        else if (t.concept_index != UINT32_MAX && related(t.concept_index, match.payload)) t.take(kRelated * worth, s, match.first);
      }
    }
    explained(s, worth);
  }

  /// Words of a concept's own explanation take it up without naming it.
  void explained(const AnswerSentence& s, double worth) {
    for (Term& t : terms_) {
      if (t.concept_index == UINT32_MAX) continue;
      const auto& gist = rules_.gist_of_concept[t.concept_index];
      int hits = 0;
      for (const auto stem : s.fresh) hits += std::binary_search(gist.begin(), gist.end(), stem) ? 1 : 0;
      if (hits > 0) t.take(worth * std::min(0.8, 0.3 * hits), s, s.first_fresh);
    }
  }

  [[nodiscard]] bool related(std::uint32_t a, std::uint32_t b) const {
    const auto& concepts = book_.lexicon().concepts;
    const auto has = [](const Concept& c, std::uint32_t x) { return std::find(c.related.begin(), c.related.end(), x) != c.related.end(); };
    return has(concepts[a], b) || has(concepts[b], a);
  }

  [[nodiscard]] Aspect aspect(const Term& t, double sum) const {
    Aspect a;
    a.text = t.text;
    a.weight = sum > 0 ? t.weight / sum : 0;
    a.coverage = t.taken >= 0.75 ? Coverage::kCovered : t.taken > 0.2 ? Coverage::kPartly : Coverage::kMissed;
    if (t.sentence != nullptr) {
      a.turn = t.sentence->turn;
      a.span = quote_span(answer_, *t.sentence, t.token, t.token + 1);
      a.quote = answer_.interview->transcript.source->slice(a.span);
    }
    return a;
  }

  const Answer& answer_;
  const RuleBook& book_;
  const CompiledRules& rules_;
  const text::Vocabulary& vocabulary_;
  std::vector<Term> terms_;
};

}  // namespace

void measure_relevance(const Answer& answer, const RuleBook& book, Findings& findings) { Relevance(answer, book).run(findings); }

void detect_aspects(const DetectorInput& in, std::vector<Unit>& out) {
  for (const Aspect& a : in.so_far.aspects) {
    if (a.coverage == Coverage::kMissed || a.weight <= 0) continue;
    const double part = a.coverage == Coverage::kCovered ? 1.0 : 0.5;
    out.push_back({in.rule_index, 10 * a.weight * part, a.turn, a.span, a.text});
  }
}

}  // namespace te::score
