#include "score/predicate.h"

namespace te::score {
namespace {

/// Whether the subject is what a person works with, there or in a list of deeds: "I rewrote the queries, added indexes".
bool is_acted_on(const ClaimTurn& t, std::uint32_t s, std::uint32_t subject) {
  const auto& clauses = t.claims.clauses();
  const auto acts = [&](const Clause& c) { return c.head < c.last && t.claims.has(c.head, ClaimMark::kPerson); };
  std::uint32_t c = t.claims.clause_at(subject);
  if (acts(clauses[c])) return true;
  if (clauses[c].head >= subject || t.claims.has(clauses[c].head, ClaimMark::kDeterminer)) return false;
  return c > t.claims.first_clause(s) && acts(clauses[c - 1]);
}

/// Whether the clause gives the reason or the consequence of the one before: "no locks, since the GIL ...".
bool explains(const ClaimTurn& t, std::uint32_t clause) {
  const Clause& c = t.claims.clauses()[clause];
  return t.claims.clauses()[clause - 1].condition || t.claims.any(c.first, std::min(c.head + 1, c.last), ClaimMark::kReason);
}

/// A clause that says what a person does: by name, or going on from "we added an index".
bool is_deed(const ClaimTurn& t, const Clause& clause, bool acted_on) {
  if (clause.head >= clause.last || t.claims.any(clause.first, clause.head, ClaimMark::kReason)) return false;
  constexpr std::uint32_t kOpening = 6;  // "at rest we encrypt the disks"
  return t.claims.any(clause.head, std::min(clause.head + kOpening, clause.last), ClaimMark::kPerson) || (acted_on && !t.claims.has(clause.head, ClaimMark::kPronoun));
}

/// "Encryption is reversible" speaks of encryption, even where that word is part of the claim.
bool is_subject(const ClaimTurn& t, const Clause& clause, const CompiledFact& fact, const SaidClaim& claim) {
  std::uint32_t behind = clause.head;
  while (behind < clause.last && claim.holds(behind)) ++behind;
  if (t.words.names_contrast(fact, behind, behind + 1)) return true;  // "but mutable lists exist"
  constexpr std::uint32_t kName = 3;                                  // "RNN state is constant"
  return t.claims.any(behind, std::min(behind + kName, clause.last), ClaimMark::kLink);
}

/// "there are no bugs", "the keys": the claim's own words behind a determiner are no other subject.
bool opens_with(const SaidClaim& claim, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kNear = 3;
  for (std::uint32_t i = first; i < std::min(first + kNear, last); ++i) {
    if (claim.holds(i)) return true;
  }
  return false;
}

bool has_own_subject(const ClaimTurn& t, const Clause& clause, const CompiledFact& fact, const SaidClaim& claim) {
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
  if (t.claims.has(at, ClaimMark::kBystander) || names_other(at)) return true;
  // "balanced trees are ..." but not "stores embeddings".
  if (pronoun || at + 1 >= clause.last) return false;
  const std::string_view word = t.words.a.text.slice(t.words.a.text.tokens[at]);
  const bool verb = word.back() == 's' || word.size() < 4 || (word.size() > 2 && word.substr(word.size() - 2) == "ed");
  return !verb && names_other(at + 1);
}

/// A lone word is said of the subject only near it: "a tuple is mutable".
bool is_beside(const SaidClaim& claim, const Predicate& p) {
  constexpr std::uint32_t kNear = 7;
  return claim.first < p.subject ? p.subject - claim.first <= kNear : claim.first - p.subject_last <= kNear;
}

}  // namespace

Predicate predicate_of(const ClaimTurn& t, std::uint32_t s, const CompiledFact& fact, const SaidClaim& claim, std::uint32_t subject, std::uint32_t subject_last) {
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

bool is_said_of(const ClaimTurn& t, const SaidClaim& claim, const Predicate& p) {
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

bool is_disowned(const ClaimTurn& t, std::uint32_t s, const CompiledFact& fact, const SaidClaim& claim) {
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

}  // namespace te::score
