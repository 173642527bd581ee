#include "score/facts.h"

#include <algorithm>
#include <optional>

#include "score/predicate.h"
#include "score/units.h"

namespace te::score {
namespace {

class FactFinder {
 public:
  FactFinder(const Answer& answer, const RuleBook& book) : answer_(answer), rules_(book.compiled()), facts_(rules_.facts) {}

  std::vector<Misconception> run() {
    if (facts_.facts.empty()) return {};
    found_.assign(facts_.facts.size(), false);
    in_context_.assign(facts_.facts.size(), InContext::kUnknown);
    std::vector<std::uint32_t> spoken_of = asked_about();
    std::size_t n = 0;
    for (const std::uint32_t turn : answer_.question->answer_turns) {
      const Annotation& a = answer_.interview->annotated->turn(turn);
      FactWords words(facts_, a);
      if (spoken_of.empty() && !names_subject(words)) {
        n += a.text.sentences.size();
        continue;
      }
      const ClaimTurn t{turn, ClaimReader(rules_, a), std::move(words)};
      for (std::uint32_t s = 0; s < a.text.sentences.size(); ++s, ++n) {
        if (!answer_.sentences[n].injected) spoken_of = sentence(t, s, spoken_of, n == 0);
      }
      spoken_of.clear();
    }
    return std::move(out_);
  }

 private:
  /// The facts about the first thing that the question names: "it" at the begin of the answer.
  std::vector<std::uint32_t> asked_about() {
    const FactWords words(facts_, answer_.interview->annotated->turn(answer_.question->turn));
    std::uint32_t at = UINT32_MAX;
    std::vector<std::uint32_t> out;
    for_each_subject(words, answer_.asked.first_token, answer_.asked.last_token, [&](std::uint32_t fact, const text::PhraseMatch& m) {
      if (m.first > at) return;
      if (m.first < at) out.clear();
      if (in_context(fact) && !words.names_contrast(facts_.facts[fact], answer_.asked.first_token, answer_.asked.last_token)) out.push_back(fact);
      at = m.first;
    });
    return out;
  }

  /// Calls with every fact whose subject is named in [first, last), and where.
  template <typename Call>
  void for_each_subject(const FactWords& words, std::uint32_t first, std::uint32_t last, Call call) {
    for (const auto& m : within(words.a.concepts, first, last)) {
      for (const std::uint32_t fact : facts_.by_concept[m.payload]) call(fact, m);
    }
    for (const auto& m : within(words.names, first, last)) {
      for (const std::uint32_t fact : facts_.by_name[m.payload]) {
        if (!words.is_part_of_another_name(m, facts_.facts[fact].about)) call(fact, m);
      }
    }
  }

  /// Whether anything is named that a fact could be stated of.
  bool names_subject(const FactWords& words) {
    bool out = false;
    for_each_subject(words, 0, static_cast<std::uint32_t>(words.a.text.tokens.size()), [&](std::uint32_t fact, const text::PhraseMatch&) { out = out || in_context(fact); });
    return out;
  }

  /// Judges one sentence; returns the facts whose subject a pronoun in the next one would stand for. In the first
  /// sentence of the answer the subject may be left out: "Means that the model is too simple."
  std::vector<std::uint32_t> sentence(const ClaimTurn& t, std::uint32_t s, const std::vector<std::uint32_t>& spoken_of, bool answers) {
    const text::Sentence& range = t.words.a.text.sentences[s];
    std::vector<std::uint32_t> next;
    if (range.code) return next;
    for_each_subject(t.words, range.first, range.last, [&](std::uint32_t fact, const text::PhraseMatch& m) {
      if (!t.claims.opens_claim(m.first)) return;
      judge(t, s, fact, m.first, m.last);
      const bool opens_sentence = t.claims.clause_at(m.first) == t.claims.first_clause(s);
      if (!opens_sentence || range.question) return;
      const std::uint32_t end = std::min(range.last, m.first + kSurroundings);
      if (!t.words.names_contrast(facts_.facts[fact], range.first, end)) next.push_back(fact);
    });
    std::uint32_t subject = t.claims.opening_pronoun(s);
    const bool pronoun = subject < range.last;
    if (!pronoun && answers) subject = t.claims.opening_fragment(s);
    if (subject >= range.last) return next;
    for (const std::uint32_t fact : spoken_of) judge(t, s, fact, subject, subject + 1);
    return pronoun && next.empty() ? spoken_of : next;
  }

  void judge(const ClaimTurn& t, std::uint32_t s, std::uint32_t number, std::uint32_t subject, std::uint32_t subject_last) {
    const CompiledFact& fact = facts_.facts[number];
    const text::Sentence& range = t.words.a.text.sentences[s];
    if (found_[number] || range.question || !in_context(number) || !t.words.may_claim(fact, s)) return;
    const std::uint32_t from = std::max(range.first, subject > kPredicateReach ? subject - kPredicateReach : 0);
    for (const SaidClaim& claim : t.words.claims(fact, s, from, std::min(range.last, subject_last + kPredicateReach))) {
      const Predicate p = predicate_of(t, s, fact, claim, subject, subject_last);
      if (!is_said_of(t, claim, p) || is_disowned(t, s, fact, claim)) continue;
      enter(t, number, p.begin, claim);
      return;
    }
  }

  void enter(const ClaimTurn& t, std::uint32_t number, std::uint32_t begin, const SaidClaim& claim) {
    found_[number] = true;
    const std::uint32_t last = t.claims.clauses()[t.claims.clause_at(claim.last - 1)].last;
    Misconception m;
    m.fact = number;
    m.turn = t.index;
    m.span = quote(t, std::min(begin, t.claims.clauses()[t.claims.clause_at(claim.first)].first), last);
    m.quote = answer_.interview->transcript.source->slice(m.span);
    m.line = answer_.interview->transcript.source->line_at(m.span.begin);
    out_.push_back(m);
  }

  /// Without the signs and joining words at its ends.
  [[nodiscard]] Span quote(const ClaimTurn& t, std::uint32_t first, std::uint32_t last) const {
    const auto& tokens = t.words.a.text.tokens;
    const auto loose = [&](std::uint32_t i) { return tokens[i].kind == text::TokenKind::kPunct || tokens[i].kind == text::TokenKind::kBreak; };
    while (last > first + 1 && loose(last - 1)) --last;
    while (first + 1 < last && (loose(first) || t.claims.has(first, ClaimMark::kJoin))) ++first;
    return answer_.span(t.index, first, last);
  }

  /// Whether the question or the answer speaks of what the fact belongs to. Asked wherever its subject is named.
  bool in_context(std::uint32_t number) {
    InContext& known = in_context_[number];
    if (known == InContext::kUnknown) known = speaks_of_context(facts_.facts[number]) ? InContext::kYes : InContext::kNo;
    return known == InContext::kYes;
  }

  bool speaks_of_context(const CompiledFact& fact) {
    if (fact.context.empty()) return true;
    if (!said_) {
      said_.emplace(answer_.interview->annotated->vocabulary().size());
      const auto say = [&](const Annotation& a) {
        for (const text::Token& token : a.text.tokens) {
          if (token.word != text::kNoWord) said_->insert(token.base);
        }
      };
      say(answer_.interview->annotated->turn(answer_.question->turn));
      for (const std::uint32_t turn : answer_.question->answer_turns) say(answer_.interview->annotated->turn(turn));
    }
    return std::any_of(fact.context.begin(), fact.context.end(), [&](text::WordId word) { return said_->contains(word); });
  }

  const Answer& answer_;
  const CompiledRules& rules_;
  const FactBook& facts_;
  enum class InContext : std::uint8_t { kUnknown, kYes, kNo };

  std::vector<bool> found_;               ///< by fact
  std::vector<InContext> in_context_;     ///< the same
  std::vector<Misconception> out_;
  std::optional<Marks> said_;  ///< base forms of the exchange
};

}  // namespace

std::vector<Misconception> find_misconceptions(const Answer& answer, const RuleBook& book) { return FactFinder(answer, book).run(); }

void detect_misconceptions(const DetectorInput& in, std::vector<Unit>& out) {
  for (const Misconception& m : in.so_far.misconceptions) {
    out.push_back({in.rule_index, 1.0, m.turn, m.span, std::string(in.book.lexicon().facts[m.fact].correction)});
  }
}

}  // namespace te::score
