#include "score/facts.h"

#include <algorithm>
#include <optional>

#include "score/fact_words.h"
#include "score/units.h"

namespace te::score {
namespace {

/// How far from the subject a predicate is looked for and how far its surroundings are read.
constexpr std::uint32_t kPredicateReach = 18;
constexpr std::uint32_t kSurroundings = 40;

/// A turn of the answer with everything that facts are matched on.
struct Turn {
  std::uint32_t index = 0;
  ClaimReader claims;
  FactWords words;
};

/// Tokens that belong to the subject's predicate, clause by clause.
struct Predicate {
  std::uint32_t begin = 0;  ///< first token of the clause that the claim begins in
  std::uint32_t subject = 0;
  std::uint32_t subject_last = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  [[nodiscard]] bool covers(std::uint32_t token) const {
    return std::any_of(ranges.begin(), ranges.end(), [&](const auto& r) { return token >= r.first && token < r.second; });
  }
};

class FactFinder {
 public:
  FactFinder(const Answer& answer, const RuleBook& book) : answer_(answer), rules_(book.compiled()), facts_(rules_.facts) {}

  std::vector<Misconception> run() {
    if (facts_.facts.empty()) return {};
    found_.assign(facts_.facts.size(), false);
    std::vector<std::uint32_t> spoken_of = asked_about();
    std::size_t n = 0;
    for (const std::uint32_t turn : answer_.question->answer_turns) {
      const Annotation& a = answer_.interview->annotated->turn(turn);
      const Turn t{turn, ClaimReader(rules_, a), FactWords(facts_, a)};
      for (std::uint32_t s = 0; s < a.text.sentences.size(); ++s, ++n) {
        if (!answer_.sentences[n].injected) spoken_of = sentence(t, s, spoken_of);
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
      if (!words.names_contrast(facts_.facts[fact], answer_.asked.first_token, answer_.asked.last_token)) out.push_back(fact);
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

  /// Judges one sentence; returns the facts whose subject a pronoun in the next one would stand for.
  std::vector<std::uint32_t> sentence(const Turn& t, std::uint32_t s, const std::vector<std::uint32_t>& spoken_of) {
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
    const std::uint32_t pronoun = t.claims.opening_pronoun(s);
    if (pronoun < range.last) {
      for (const std::uint32_t fact : spoken_of) judge(t, s, fact, pronoun, pronoun + 1);
    }
    return next;
  }

  void judge(const Turn& t, std::uint32_t s, std::uint32_t number, std::uint32_t subject, std::uint32_t subject_last) {
    const CompiledFact& fact = facts_.facts[number];
    const text::Sentence& range = t.words.a.text.sentences[s];
    if (found_[number] || range.question || !in_context(fact)) return;
    const std::uint32_t from = std::max(range.first, subject > kPredicateReach ? subject - kPredicateReach : 0);
    for (const SaidClaim& claim : t.words.claims(fact, s, from, std::min(range.last, subject_last + kPredicateReach))) {
      const Predicate p = predicate_of(t, s, fact, claim, subject, subject_last);
      if (!is_said_of(t, claim, p) || is_disowned(t, s, fact, claim)) continue;
      enter(t, number, p.begin, claim);
      return;
    }
  }

  void enter(const Turn& t, std::uint32_t number, std::uint32_t begin, const SaidClaim& claim) {
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
  [[nodiscard]] Span quote(const Turn& t, std::uint32_t first, std::uint32_t last) const {
    const auto& tokens = t.words.a.text.tokens;
    const auto loose = [&](std::uint32_t i) { return tokens[i].kind == text::TokenKind::kPunct || tokens[i].kind == text::TokenKind::kBreak; };
    while (last > first + 1 && loose(last - 1)) --last;
    while (first + 1 < last && (loose(first) || t.claims.has(first, ClaimMark::kJoin))) ++first;
    return answer_.span(t.index, first, last);
  }

  /// The subject's own clause behind it, and the clauses behind that until another subject comes.
  Predicate predicate_of(const Turn& t, std::uint32_t s, const CompiledFact& fact, const SaidClaim& claim, std::uint32_t subject, std::uint32_t subject_last) const {
    const auto& clauses = t.claims.clauses();
    const std::uint32_t end = std::min(t.words.a.text.sentences[s].last, subject_last + kPredicateReach);
    const std::uint32_t own = t.claims.clause_at(subject);
    Predicate p;
    p.begin = clauses[own].first;
    p.subject = subject;
    p.subject_last = subject_last;
    const bool acted_on = is_acted_on(t, s, subject);
    std::uint32_t opening = std::max(p.begin, subject > kPredicateReach ? subject - kPredicateReach : 0);
    // What a person does with the subject is not said of it: "I never added an index".
    while (acted_on && opening < subject && !t.claims.has(opening, ClaimMark::kDeterminer)) ++opening;
    if (!t.words.names_contrast(fact, opening, subject, &claim)) p.ranges.emplace_back(opening, subject);
    const bool introduces = t.claims.introduces(own, subject_last);
    if (own > t.claims.first_clause(s) && explains(t, own) && !t.words.names_contrast(fact, clauses[own - 1].first, clauses[own - 1].last, &claim)) {
      p.begin = clauses[own - 1].first;
      p.ranges.emplace(p.ranges.begin(), clauses[own - 1].first, clauses[own - 1].last);
    }
    bool contrast_before = false;
    for (std::uint32_t c = own; c < clauses.size() && clauses[c].first < end; ++c) {
      const std::uint32_t first = c == own ? subject_last : clauses[c].first;
      const std::uint32_t last = std::min(clauses[c].last, end);
      const bool main = c == own + 1 && introduces;  // "with RAG, the model ..."
      if (c != own && !main && has_own_subject(t, clauses[c], fact, claim)) break;
      if (c != own && !main && is_deed(t, clauses[c], acted_on)) break;
      const bool pronoun = c != own && clauses[c].head < clauses[c].last && t.claims.has(clauses[c].head, ClaimMark::kPronoun);
      const bool doubtful = pronoun && contrast_before;
      // Behind a semicolon only a pronoun goes on with the subject.
      if (c != own && !pronoun && t.words.a.text.slice(t.words.a.text.tokens[clauses[c].first - 1]) == ";") break;
      const std::uint32_t stop = t.words.first_contrast(fact, first, last, &t.claims, &claim);
      if (!doubtful && first < stop) p.ranges.emplace_back(first, stop);
      if (stop < last) break;
      contrast_before = t.words.names_contrast(fact, first, last, &claim);
    }
    return p;
  }

  /// Whether the subject is what a person works with, there or in a list of deeds: "I rewrote the queries, added indexes".
  static bool is_acted_on(const Turn& t, std::uint32_t s, std::uint32_t subject) {
    const auto& clauses = t.claims.clauses();
    const auto acts = [&](const Clause& c) { return c.head < c.last && t.claims.has(c.head, ClaimMark::kPerson); };
    std::uint32_t c = t.claims.clause_at(subject);
    if (acts(clauses[c])) return true;
    if (clauses[c].head >= subject || t.claims.has(clauses[c].head, ClaimMark::kDeterminer)) return false;
    return c > t.claims.first_clause(s) && acts(clauses[c - 1]);
  }

  /// Whether the clause gives the reason or the consequence of the one before: "no locks, since the GIL ...".
  static bool explains(const Turn& t, std::uint32_t clause) {
    const Clause& c = t.claims.clauses()[clause];
    return t.claims.clauses()[clause - 1].condition || t.claims.any(c.first, std::min(c.head + 1, c.last), ClaimMark::kReason);
  }

  /// A clause that says what a person does: by name, or going on from "we added an index".
  static bool is_deed(const Turn& t, const Clause& clause, bool acted_on) {
    if (clause.head >= clause.last || t.claims.any(clause.first, clause.head, ClaimMark::kReason)) return false;
    constexpr std::uint32_t kOpening = 6;  // "at rest we encrypt the disks"
    return t.claims.any(clause.head, std::min(clause.head + kOpening, clause.last), ClaimMark::kPerson) || (acted_on && !t.claims.has(clause.head, ClaimMark::kPronoun));
  }

  /// "Encryption is reversible" speaks of encryption, even where that word is part of the claim.
  static bool is_subject(const Turn& t, const Clause& clause, const CompiledFact& fact, const SaidClaim& claim) {
    std::uint32_t behind = clause.head;
    while (behind < clause.last && claim.holds(behind)) ++behind;
    if (t.words.names_contrast(fact, behind, behind + 1)) return true;  // "but mutable lists exist"
    constexpr std::uint32_t kName = 3;                                  // "RNN state is constant"
    return t.claims.any(behind, std::min(behind + kName, clause.last), ClaimMark::kLink);
  }

  /// "there are no bugs", "the keys": the claim's own words behind a determiner are no other subject.
  static bool opens_with(const SaidClaim& claim, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t kNear = 3;
    for (std::uint32_t i = first; i < std::min(first + kNear, last); ++i) {
      if (claim.holds(i)) return true;
    }
    return false;
  }

  bool has_own_subject(const Turn& t, const Clause& clause, const CompiledFact& fact, const SaidClaim& claim) const {
    if (clause.head >= clause.last) return false;
    std::uint32_t at = clause.head;
    const bool pronoun = t.claims.has(at, ClaimMark::kPronoun);
    if (pronoun && ++at >= clause.last) return false;
    // "and immutable": the claim's own words are no subject, even where the lexicon knows them.
    if (claim.holds(clause.head)) return !t.claims.any(clause.first, clause.head, ClaimMark::kReason) && is_subject(t, clause, fact, claim);
    if (t.claims.has(at, ClaimMark::kDeterminer)) return !opens_with(claim, at + 1, clause.last);
    const auto names_other = [&](std::uint32_t token) {
      const auto here = within(t.words.a.concepts, token, token + 1);
      return std::any_of(here.begin(), here.end(), [&](const auto& m) { return m.payload != fact.about; });
    };
    if (names_other(at)) return true;
    // "balanced trees are ..." but not "stores embeddings".
    if (pronoun || at + 1 >= clause.last) return false;
    const std::string_view word = t.words.a.text.slice(t.words.a.text.tokens[at]);
    const bool verb = word.back() == 's' || word.size() < 4 || (word.size() > 2 && word.substr(word.size() - 2) == "ed");
    return !verb && names_other(at + 1);
  }

  /// A lone word is said of the subject only near it: "a tuple is mutable".
  static bool is_beside(const SaidClaim& claim, const Predicate& p) {
    constexpr std::uint32_t kNear = 7;
    return claim.first < p.subject ? p.subject - claim.first <= kNear : claim.first - p.subject_last <= kNear;
  }

  /// Whether the claim stands in the predicate, as a statement, and nothing denies it but its own words.
  static bool is_said_of(const Turn& t, const SaidClaim& claim, const Predicate& p) {
    const bool whole = std::all_of(claim.parts.begin(), claim.parts.end(), [&](const auto& part) { return p.covers(part.first); });
    const Clause& end = t.claims.clauses()[t.claims.clause_at(claim.last - 1)];
    if (!whole || (end.condition && !claim.holds(end.first))) return false;
    if (t.claims.any(claim.first, claim.last, ClaimMark::kTurn) || (claim.last - claim.first == 1 && !is_beside(claim, p))) return false;
    // "If a stack were first in, first out ..." supposes it.
    const std::uint32_t begins = t.claims.clause_at(claim.first);
    if (t.claims.clauses()[begins].condition && begins == t.claims.clause_at(p.subject)) return false;
    for (std::uint32_t i = p.begin; i < end.last; ++i) {
      const bool named = i >= p.subject && i < p.subject_last;  // "few-shot prompting" denies nothing
      if (!named && !claim.holds(i) && t.claims.has(i, ClaimMark::kNegation)) return false;
    }
    return true;
  }

  /// Somebody else's claim, one that is taken back or called wrong, or another statement after all.
  [[nodiscard]] bool is_disowned(const Turn& t, std::uint32_t s, const CompiledFact& fact, const SaidClaim& claim) const {
    constexpr std::uint32_t kOpening = 10;
    const auto& sentences = t.words.a.text.sentences;
    const text::Sentence& range = sentences[s];
    const std::uint32_t from = std::max(range.first, claim.first > kSurroundings ? claim.first - kSurroundings : 0);
    const std::uint32_t to = std::min(range.last, claim.last + kSurroundings);
    if (t.claims.any(from, to, ClaimMark::kReport) || t.claims.any(claim.last, to, ClaimMark::kCorrection)) return true;
    if (t.words.names_unless(fact, from, t.words.first_contrast(fact, claim.last, to, &t.claims, &claim))) return true;
    if (s + 1 < sentences.size()) {
      const text::Sentence& next = sentences[s + 1];
      if (t.claims.any(next.first, std::min(next.last, next.first + kOpening), ClaimMark::kReport)) return true;
      if (t.claims.any(next.first, std::min(next.last, next.first + 3), ClaimMark::kCorrection)) return true;
    }
    if (s == 0) return false;
    const text::Sentence& before = sentences[s - 1];
    const std::uint32_t near = before.last > kSurroundings ? std::max(before.first, before.last - kSurroundings) : before.first;
    return t.claims.any(near, before.last, ClaimMark::kReport) || (t.claims.opening_pronoun(s) < range.last && t.words.names_unless(fact, near, before.last));
  }

  /// Whether the question or the answer speaks of what the fact belongs to.
  bool in_context(const CompiledFact& fact) {
    if (fact.context.empty()) return true;
    if (said_.empty()) {
      const auto say = [&](const Annotation& a) {
        for (const text::Token& token : a.text.tokens) {
          if (token.word != text::kNoWord) said_.insert(token.base);
        }
      };
      say(answer_.interview->annotated->turn(answer_.question->turn));
      for (const std::uint32_t turn : answer_.question->answer_turns) say(answer_.interview->annotated->turn(turn));
    }
    return std::any_of(fact.context.begin(), fact.context.end(), [&](text::WordId word) { return said_.contains(word); });
  }

  const Answer& answer_;
  const CompiledRules& rules_;
  const FactBook& facts_;
  std::vector<bool> found_;
  std::vector<Misconception> out_;
  StemSet said_;  ///< base forms of the exchange
};

}  // namespace

std::vector<Misconception> find_misconceptions(const Answer& answer, const RuleBook& book) { return FactFinder(answer, book).run(); }

void detect_misconceptions(const DetectorInput& in, std::vector<Unit>& out) {
  for (const Misconception& m : in.so_far.misconceptions) {
    out.push_back({in.rule_index, 1.0, m.turn, m.span, std::string(in.book.lexicon().facts[m.fact].correction)});
  }
}

}  // namespace te::score
