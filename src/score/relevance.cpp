// How far an answer addresses what was asked.
//
// The question's telling words and concepts are what it asks for. Each counts by how telling it is, and is taken up by
// the same stem, by the same concept under another name, by a related concept, or by the words that explain it. Only
// sentences that say something count, so that repeating the question is no answer to it.
#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "score/units.h"
#include "score/wording.h"

namespace te::score {
namespace {

constexpr std::size_t kMaxTerms = 10;
constexpr double kRelated = 0.45;
constexpr double kSynonym = 0.5;
/// What is asked beside the topic (a reason, an example) weighs as much as this much topic.
constexpr double kIntentWeight = 7.0;
/// So much topic makes a question of its own; one plain word ("scale") does not.
constexpr double kTopicEnough = 8.0;
/// So many new words show what an answer is about; of fewer a part of them may be missing by chance.
constexpr double kSaidEnough = 12;
/// Words and concepts count by how much more telling they are than this.
constexpr double kPlainIdf = 2.5;
/// Related concepts and words of the explanation alone never take up more than this part of a term.
constexpr double kIndirectLimit = 0.5;
/// An intent is met when about every fourth sentence gives it.
constexpr double kIntentRate = 0.25;

/// One thing asked: a stem or a concept, with the best place that takes it up.
struct Term {
  std::string text;
  double weight = 0;
  text::WordId stem = text::kNoWord;
  std::span<const text::WordId> synonyms;  ///< of the stem, sorted
  std::uint32_t concept_index = UINT32_MAX;
  double open = 1;      ///< share that no mention has taken up yet; each takes a part of what is left
  double indirect = 0;  ///< share that related words take up
  double best = 0;
  const AnswerSentence* sentence = nullptr;
  std::uint32_t token = 0;

  [[nodiscard]] double taken() const { return 1 - open * (1 - indirect); }
  void take(double value, const AnswerSentence& s, std::uint32_t at) {
    open *= 1 - value;
    remember(value, s, at);
  }
  void take_indirectly(double value, const AnswerSentence& s, std::uint32_t at) {
    indirect = std::min(kIndirectLimit, indirect + value);
    remember(0.5 * value, s, at);
  }
  void remember(double value, const AnswerSentence& s, std::uint32_t at) {
    if (value <= best) return;
    best = value;
    sentence = &s;
    token = at;
  }
};

class Relevance {
 public:
  Relevance(const Answer& answer, const RuleBook& book, const Surroundings& surroundings) : answer_(answer), book_(book), surroundings_(surroundings), field_(surroundings.field), rules_(book.compiled()), vocabulary_(answer.interview->annotated->vocabulary()) {}

  void run(Findings& findings) {
    collect();
    for (std::size_t i = 0; i < answer_.sentences.size(); ++i) {
      const AnswerSentence& s = answer_.sentences[i];
      const double worth = worth_of(s);
      if (worth > 0) look_in(s, worth);
    }
    double sum = 0;
    double taken = 0;
    for (const Term& t : terms_) {
      sum += t.weight;
      taken += t.weight * t.taken();
    }
    add_intents(findings);
    const double intents = findings.aspects.empty() ? 0.0 : kIntentWeight;
    double met = 0;
    for (Aspect& a : findings.aspects) {
      met += a.weight;
      a.weight = intents / (intents + sum) / static_cast<double>(findings.aspects.size());
    }
    if (!findings.aspects.empty()) met /= static_cast<double>(findings.aspects.size());
    for (const Term& t : terms_) findings.aspects.push_back(aspect(t, t.weight / (sum + intents)));
    if (answer_.fresh_weight <= 0) return;  // nothing is said, so nothing is answered
    RelevanceParts& parts = findings.parts;
    parts[Sign::kTopic] = sum > 0 ? taken / sum : 0.0;
    parts[Sign::kWording] = wording(answer_);
    parts[Sign::kPhrasing] = phrasing(answer_);
    parts[Sign::kOpening] = opening(answer_);
    parts[Sign::kIntent] = met;
    parts[Sign::kField] = in_field();
    parts[Sign::kContext] = surroundings_.elsewhere.share(answer_);
    // A question that names no topic cannot be missed by an answer from the field.
    parts[Sign::kOpen] = (1 - std::min(1.0, sum / kTopicEnough)) * std::clamp((parts[Sign::kField] - kOtherField) / (kOwnField - kOtherField), 0.0, 1.0);
    parts[Sign::kBrevity] = 1 - std::min(1.0, new_words() / kSaidEnough);
    const RelevanceScoring& scoring = book_.rubric().relevance;
    double mean = 0;
    double log_odds = scoring.fit_base;
    for (std::size_t i = 0; i < kSigns; ++i) {
      mean += scoring.weights[i] * parts.signs[i];
      log_odds += scoring.fit[i] * parts.signs[i];
    }
    const double half = scoring.half_at * scoring.half_at;
    findings.relevance = mean * mean / (mean * mean + half) * (1 + half);
    parts.fit = 1 / (1 + std::exp(-log_odds));
  }

 private:
  /// Means of closeness: of answers that have nothing of the field, and of those that have enough of it.
  static constexpr double kOtherField = 0.15;
  static constexpr double kOwnField = 0.3;
  /// A mention takes most of a term; the next ones the rest.
  static constexpr double kMention = 0.65;

  static std::uint64_t bit_of(text::WordId word) { return std::uint64_t{1} << (text::hash_of(word) & 63U); }

  [[nodiscard]] double new_words() const {
    double out = 0;
    for (const AnswerSentence& s : answer_.sentences) out += s.eligibility > 0 ? static_cast<double>(s.fresh.size()) : 0;
    return out;
  }

  /// Mean closeness of the answer's concepts to the job and to the question; repeated ones count somewhat more. One or two
  /// tell little: a dispatcher who speaks of a "contract" is in his own field still.
  [[nodiscard]] double in_field() {
    constexpr double kNothingToCompare = 0.6;
    constexpr double kBeforehand = 0.35;  // weight of knowing nothing yet: half of that of one concept
    std::map<std::uint32_t, int> mentions;
    for (const AnswerSentence& s : answer_.sentences) {
      if (s.eligibility <= 0) continue;
      for (const auto& match : s.concepts) {
        if (!rules_.area_is_everywhere[rules_.area_of_concept[match.payload]]) ++mentions[match.payload];
      }
    }
    double all = 0;
    double close = 0;
    for (const auto& [concept_index, count] : mentions) {
      const double weight = std::log1p(count);
      all += weight;
      close += weight * closeness(concept_index);
    }
    return (close + kBeforehand * kNothingToCompare) / (all + kBeforehand);
  }

  /// Neighbouring fields share most of their concepts: what is central to the job speaks for an answer by itself, and
  /// a relation to the question closes a part of the distance that remains.
  [[nodiscard]] double closeness(std::uint32_t concept_index) const {
    constexpr double kQuestionCloses = 0.5;
    const double to_job = field_.centrality(concept_index);
    return to_job + (1 - to_job) * kQuestionCloses * to_question(concept_index);
  }

  [[nodiscard]] double to_question(std::uint32_t concept_index) const {
    constexpr double kNoConceptAsked = 0.3;
    constexpr double kSameArea = 0.7;
    if (answer_.asked.concepts.empty()) return kNoConceptAsked;
    double best = 0;
    for (const std::uint32_t asked : answer_.asked.concepts) {
      if (asked == concept_index || related(asked, concept_index)) return 1.0;
      if (rules_.area_of_concept[asked] == rules_.area_of_concept[concept_index]) best = kSameArea;
    }
    return best;
  }

  void collect() {
    const auto& lexicon = book_.lexicon();
    const Annotation& asking = answer_.interview->annotated->turn(answer_.question->turn);
    StemSet in_concepts;
    for (const std::uint32_t index : answer_.asked.concepts) {
      Term term;
      term.text = lexicon.concepts[index].name;
      term.concept_index = index;
      bool topical = false;
      for (const auto& match : asking.concepts) {
        if (match.payload != index || match.first < answer_.asked.first_token || match.first >= answer_.asked.last_token) continue;
        for (std::uint32_t i = match.first; i < match.last; ++i) {
          if (asking.text.tokens[i].kind != text::TokenKind::kWord) continue;
          const auto stem = asking.text.tokens[i].stem;
          in_concepts.insert(stem);
          topical = topical || !rules_.frames(stem);
          term.weight = std::max(term.weight, std::max(0.5, rules_.idf(stem) - kPlainIdf));
        }
      }
      if (topical) terms_.push_back(std::move(term));
    }
    for (const auto& [stem, idf] : answer_.asked.terms) {
      if (terms_.size() >= kMaxTerms) break;
      if (in_concepts.contains(stem)) continue;
      Term term;
      term.text = surface(asking, stem);
      term.stem = stem;
      term.synonyms = rules_.synonyms_with(stem);
      bits_ |= bit_of(stem);
      for (const text::WordId synonym : term.synonyms) bits_ |= bit_of(synonym);
      term.weight = 0.7 * (idf - kPlainIdf);
      terms_.push_back(std::move(term));
    }
  }

  /// The word as it stands in the question.
  [[nodiscard]] std::string surface(const Annotation& asking, text::WordId stem) const {
    for (const auto& token : asking.text.tokens) {
      if (token.kind == text::TokenKind::kWord && token.stem == stem) return std::string(asking.text.slice(token));
    }
    return std::string(vocabulary_.text(stem));
  }

  void look_in(const AnswerSentence& s, double worth) {
    const auto tokens = tokens_of(*s.annotation, s.range);
    for (const text::Token& token : tokens) {
      const auto stem = token.stem;
      if (token.kind != text::TokenKind::kWord || token.name || (bits_ & bit_of(stem)) == 0) continue;
      const auto i = s.range.first + static_cast<std::uint32_t>(&token - tokens.data());
      for (Term& t : terms_) {
        if (t.stem == stem) t.take(kMention * worth, s, i);
        else if (std::binary_search(t.synonyms.begin(), t.synonyms.end(), stem)) t.take_indirectly(kSynonym * worth, s, i);
      }
    }
    for (const auto& match : s.concepts) {
      for (Term& t : terms_) {
        if (t.concept_index == match.payload) t.take(kMention * worth, s, match.first);
        else if (t.concept_index != UINT32_MAX && related(t.concept_index, match.payload)) t.take_indirectly(kRelated * worth, s, match.first);
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
      for (const auto stem : s.fresh) hits += !rules_.frames(stem) && std::binary_search(gist.begin(), gist.end(), stem) ? 1 : 0;
      if (hits > 0) t.take_indirectly(worth * 0.1 * hits, s, s.first_fresh);
    }
  }

  /// What is asked beside the topic: covered by a phrase of a kind that gives it, in a sentence that says something.
  void add_intents(Findings& findings) const {
    const Annotation& asking = answer_.interview->annotated->turn(answer_.question->turn);
    for (const Intent& intent : rules_.intents) {
      const bool asked = std::any_of(asking.phrases.begin(), asking.phrases.end(), [&](const text::PhraseMatch& m) {
        return m.payload == intent.asked && m.first >= answer_.asked.first_token && m.first < answer_.asked.last_token;
      });
      if (asked) findings.aspects.push_back(intent_aspect(intent));
    }
  }

  /// The weight of the aspect is, until run() sets it, how far the intent is met.
  [[nodiscard]] Aspect intent_aspect(const Intent& intent) const {
    Aspect a;
    a.kind = AspectKind::kIntent;
    a.text = intent.label;
    double sentences = 0;
    double giving = 0;
    for (const AnswerSentence& s : answer_.sentences) {
      if (s.eligibility <= 0 || s.fresh.empty()) continue;
      sentences += 1;
      const text::PhraseMatch* match = nullptr;
      for (const CategoryId category : intent.answered_by) match = match == nullptr ? find_phrase(s, category) : match;
      if (match == nullptr) continue;
      giving += s.fresh.size() >= 2 ? 1.0 : 0.5;
      if (!a.quote.empty()) continue;
      a.turn = s.turn;
      a.span = quote_span(answer_, s, match->first, match->last);
      a.quote = answer_.interview->transcript.source->slice(a.span);
    }
    a.weight = std::min(1.0, giving / std::max(1.0, kIntentRate * sentences));
    a.coverage = a.weight >= 0.6 ? Coverage::kCovered : a.weight > 0 ? Coverage::kPartly : Coverage::kMissed;
    return a;
  }

  [[nodiscard]] bool related(std::uint32_t a, std::uint32_t b) const {
    const auto& concepts = book_.lexicon().concepts;
    const auto has = [](const Concept& c, std::uint32_t x) { return std::find(c.related.begin(), c.related.end(), x) != c.related.end(); };
    return has(concepts[a], b) || has(concepts[b], a);
  }

  [[nodiscard]] Aspect aspect(const Term& t, double weight) const {
    Aspect a;
    a.kind = t.concept_index != UINT32_MAX ? AspectKind::kConcept : AspectKind::kWord;
    a.text = t.text;
    a.concept_index = t.concept_index;
    a.weight = weight;
    a.coverage = t.taken() >= 0.6 ? Coverage::kCovered : t.taken() > 0.2 ? Coverage::kPartly : Coverage::kMissed;
    if (t.sentence != nullptr) {
      a.turn = t.sentence->turn;
      a.span = quote_span(answer_, *t.sentence, t.token, t.token + 1);
      a.quote = answer_.interview->transcript.source->slice(a.span);
    }
    return a;
  }

  const Answer& answer_;
  const RuleBook& book_;
  const Surroundings& surroundings_;
  const JobField& field_;
  const CompiledRules& rules_;
  const text::Vocabulary& vocabulary_;
  std::vector<Term> terms_;
  std::uint64_t bits_ = 0;  ///< one for each stem and synonym of the terms; about half of the other words have none of them
};

}  // namespace

void measure_relevance(const Answer& answer, const RuleBook& book, const Surroundings& surroundings, Findings& findings) { Relevance(answer, book, surroundings).run(findings); }

void detect_aspects(const DetectorInput& in, std::vector<Unit>& out) {
  for (const Aspect& a : in.so_far.aspects) {
    if (a.coverage == Coverage::kMissed || a.weight <= 0) continue;
    const double part = a.coverage == Coverage::kCovered ? 1.0 : 0.5;
    out.push_back({in.rule_index, 10 * a.weight * part, a.turn, a.span, a.text});
  }
}

}  // namespace te::score
