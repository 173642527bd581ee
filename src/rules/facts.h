// facts.h: wrong statements about concepts, compiled for matching.
//
// Is:      one graph over all words that facts are made of, one over the words that shape a claim, and per fact the
//          numbers of its patterns.
// Is not:  a judgement. score/facts.cpp decides whether a sentence states a fact's wrong claim.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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
  kBlocker,     ///< dropping, disabling: the claim is about the absence of what follows
};
inline constexpr std::size_t kClaimMarks = 12;

struct CompiledFact {
  std::uint32_t about = 0;                 ///< index into Lexicon::concepts
  std::optional<std::uint32_t> contrast;   ///< concept that has the property; it takes the claim over when it is nearer
  bool by_name = true;                     ///< any name of the concept is a subject; otherwise only `subject` is
  std::vector<std::uint32_t> subject;      ///< terms, sorted
  std::vector<std::uint32_t> others;       ///< terms that name the contrasted side, sorted
  std::vector<std::uint32_t> unless;       ///< terms, sorted
  std::vector<text::WordId> context;       ///< base forms, sorted; when not empty the exchange must hold one
  std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;  ///< term and bits of the groups that it stands for, sorted
  std::uint32_t all_groups = 0;            ///< bits of all groups
};

struct FactBook {
  text::PatternGraph marks;  ///< payload: ClaimMark
  text::PatternGraph terms;  ///< payload: number of the pattern
  std::unordered_map<std::string, std::uint32_t> number_of_term;  ///< by pattern
  std::vector<CompiledFact> facts;  ///< parallel to Lexicon::facts
  std::vector<std::vector<std::uint32_t>> by_concept;  ///< facts about a concept under any of its names
  std::vector<std::vector<std::uint32_t>> by_term;     ///< facts whose `subject` holds the term
};

}  // namespace te
