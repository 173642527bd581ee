// facts.h: wrong statements about concepts, compiled for matching.
//
// Is:      one graph over the names in facts, one over the words that shape a claim, one over what claims say, and per
//          fact the numbers of its terms.
// Is not:  a judgement. score/facts.cpp decides whether a sentence states a fact's wrong claim.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/claim_words.h"
#include "text/patterns.h"

namespace te {

/// What a word does to a claim. The names in lexicon/claims.json stand in the same order.
enum class ClaimMark : std::uint8_t {
  kNegation,    ///< not, never, cannot
  kReport,      ///< it is a myth that, people think: the claim is not the speaker's
  kCorrection,  ///< sorry, I mean: what came before is taken back
  kCondition,   ///< if, whether: nothing is claimed
  kAside,       ///< unlike, instead of, than: what follows is compared with and is not the subject
  kJoin,        ///< and, while, because, which: a new clause begins
  kLead,        ///< also, yes, basically: may stand before a subject
  kPronoun,     ///< it, they, which: the subject is the one before
  kDeterminer,  ///< a, the, its: what follows is a subject of its own
  kPerson,      ///< I, we: what they do is not said of the subject
  kReason,      ///< when, because: the clause explains the one before, whoever acts in it
  kOpening,     ///< with, because of: what follows introduces a claim
  kLink,        ///< is, are: what stands before is a subject
  kTurn,        ///< but, while: no claim runs across it
  kPlain,       ///< no doubt, more than one: none of these words denies or compares
  kBlocker,     ///< dropping, disabling: the claim is about the absence of what follows
  kBystander,   ///< things, people: a subject that no fact is about
  kFragment,    ///< means, when: begins an answer that leaves its subject to the question
};
inline constexpr std::size_t kClaimMarks = 18;

/// One part of a claim of a fact: a term that may stand for it.
struct ClaimPart {
  std::uint32_t term = 0;
  std::uint32_t claim = 0;  ///< index into CompiledFact::claims
  std::uint32_t bit = 0;    ///< of the part within the claim
};

struct CompiledFact {
  std::uint32_t about = 0;                 ///< index into Lexicon::concepts
  std::optional<std::uint32_t> contrast;   ///< concept that has the property; it takes the claim over when it is nearer
  bool by_name = true;                     ///< any name of the concept is a subject; otherwise only `subject` is
  text::Table<std::uint32_t> subject;      ///< names, sorted
  text::Table<std::uint32_t> others;       ///< of the contrasted side, sorted
  text::Table<std::uint32_t> unless;       ///< names, sorted
  text::Table<text::WordId> context;       ///< base forms, sorted; when not empty the exchange must hold one
  text::Table<std::uint32_t> claims;       ///< per wrong claim the bits of its parts, in whatever order they are said
  text::Table<ClaimPart> parts;            ///< by term
};

struct FactBook {
  text::PatternGraph marks;  ///< payload: ClaimMark
  Wording wording;           ///< how claims are read
  text::PatternGraph names;  ///< payload: number of the name
  SaidPhrases said;          ///< payload: number of the part's term
  std::vector<CompiledFact> facts;  ///< parallel to Lexicon::facts
  text::Lists<std::uint32_t> by_concept;  ///< facts about a concept under any of its names
  text::Lists<std::uint32_t> by_name;     ///< facts whose `subject` holds the name
};

}  // namespace te
