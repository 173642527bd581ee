// What comes nearest to an answer in a poor one: half-knowledge is worth telling apart from none.
#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "report/passages.h"
#include "rules/compiled.h"
#include "text/word_set.h"

namespace te::report {
namespace {

using Stems = text::WordSet;

/// Reads one answer against its question and what the lexicon says of the question's concepts.
class Reader {
 public:
  Reader(const Material& m, std::size_t question)
      : m_(m), q_(m.interview.questions[question]), e_(m.evaluation.questions[question]), rules_(m.book.compiled()), turns_(*m.interview.annotated), not_knowing_(rules_.category("not_knowing")), filler_(rules_.category("filler")) {
    const text::TokenizedText& asked = turns_.turn(q_.turn).text;
    for (const text::Token& t : asked.tokens) asked_.insert(t.stem);
    for (const Aspect& a : e_.aspects) {
      if (a.kind != AspectKind::kConcept) continue;
      const auto& gist = rules_.gist_of_concept[a.concept_index];
      gist_.insert(gist.begin(), gist.end());
    }
  }

  std::optional<Evidence> nearest() const {
    // As many telling words as a statement has at least.
    constexpr double kTelling = 2;
    double best = kTelling;
    std::optional<std::pair<std::uint32_t, Span>> place;
    for (const auto turn : q_.answer_turns) {
      const Annotation& answer = turns_.turn(turn);
      const std::uint32_t base = m_.interview.transcript.source->offset_of(answer.text.text);
      auto phrase = answer.phrases.begin();
      for (const text::Sentence& s : answer.text.sentences) {
        const auto in_sentence = std::find_if(phrase, answer.phrases.end(), [&](const text::PhraseMatch& p) { return p.first >= s.first; });
        phrase = std::find_if(in_sentence, answer.phrases.end(), [&](const text::PhraseMatch& p) { return p.first >= s.last; });
        const Span span{base + answer.text.tokens[s.first].begin, base + answer.text.tokens[s.last - 1].end};
        const double worth = is_wrong(span) ? 0 : worth_of(answer, s, {in_sentence, phrase});
        if (worth < best || (place && worth == best)) continue;
        best = worth;
        place = {turn, span};
      }
    }
    return place ? std::optional(passage(m_, place->first, place->second)) : std::nullopt;
  }

 private:
  [[nodiscard]] bool is_wrong(Span s) const {
    return std::any_of(e_.misconceptions.begin(), e_.misconceptions.end(), [&](const Misconception& w) { return w.span.begin < s.end && s.begin < w.span.end; });
  }

  /// Telling words that the question did not give; those that the lexicon's own summary has count twice. What is denied or
  /// said not to be known is worth less. A sentence must touch the question or that summary, and be no known misconception.
  [[nodiscard]] double worth_of(const Annotation& answer, const text::Sentence& s, std::span<const text::PhraseMatch> phrases) const {
    constexpr double kTellingIdf = 2.5;
    constexpr double kInGist = 2;
    constexpr double kNotKnown = 2;
    constexpr std::uint32_t kStatement = 5;
    Stems seen;
    for (const text::PhraseMatch& p : phrases) {
      // "Hmm" is a rare word and says nothing.
      if (p.payload == filler_) seen.insert(answer.text.tokens[p.first].stem);
    }
    double out = 0;
    bool on_topic = false;
    constexpr double kDenied = 1;
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      const text::WordId word = answer.text.tokens[i].stem;
      if (rules_.negates(answer.text.tokens[i].word)) out -= kDenied;
      if (word == text::kNoWord || answer.text.tokens[i].kind != text::TokenKind::kWord || !seen.insert(word)) continue;
      const bool telling = rules_.idf(word) >= kTellingIdf && !rules_.is_generic(word) && !rules_.frames(word);
      const bool asked = asked_.contains(word);
      const bool in_gist = gist_.contains(word);
      on_topic = on_topic || in_gist || (asked && telling);
      if (!asked && in_gist) out += kInGist;
      else if (!asked && telling) out += 1;
    }
    if (!on_topic) return 0;
    if (std::any_of(phrases.begin(), phrases.end(), [&](const text::PhraseMatch& p) { return p.payload == not_knowing_; })) out -= kNotKnown;
    return s.last - s.first < kStatement ? 0 : out;
  }

  const Material& m_;
  const Question& q_;
  const QuestionEvaluation& e_;
  const CompiledRules& rules_;
  const AnnotatedTurns& turns_;
  CategoryId not_knowing_;
  CategoryId filler_;
  Stems asked_;
  Stems gist_;
};

}  // namespace

std::optional<Evidence> nearest_passage(const Material& m, std::size_t question) { return Reader(m, question).nearest(); }

}  // namespace te::report
