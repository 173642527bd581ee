// predicate.h: what a sentence says of the subject of a fact, and whether the speaker stands by it.
//
// Is:     the clauses that belong to a subject, up to where another subject or the contrasted side begins.
// Is not: the search for subjects and claims; see facts.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "score/fact_words.h"

namespace te::score {

/// How far from the subject a predicate is looked for and how far its surroundings are read, in tokens.
inline constexpr std::uint32_t kPredicateReach = 18;
inline constexpr std::uint32_t kSurroundings = 40;

/// A turn of the answer with everything that facts are matched on.
struct ClaimTurn {
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

/// The subject's own clause behind it, and the clauses behind that until another subject comes.
Predicate predicate_of(const ClaimTurn& t, std::uint32_t sentence, const CompiledFact& fact, const SaidClaim& claim, std::uint32_t subject, std::uint32_t subject_last);

/// Whether the claim stands in the predicate, as a statement, and nothing denies it but its own words.
bool is_said_of(const ClaimTurn& t, const SaidClaim& claim, const Predicate& p);

/// Somebody else's claim, one that is taken back or called wrong, or another statement after all.
bool is_disowned(const ClaimTurn& t, std::uint32_t sentence, const CompiledFact& fact, const SaidClaim& claim);

}  // namespace te::score
