// facts.h: wrong statements about concepts, compiled for matching.
//
// Is:      one graph over the names in facts, one over the words that shape a claim, one over what claims say, and per
//          fact the numbers of its terms.
// Is not:  a judgement. score/facts.cpp decides whether a sentence states a fact's wrong claim.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

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

/// Looks into CompiledFacts.
struct CompiledFact {
  std::uint32_t about = 0;                 ///< index into Lexicon::concepts
  std::optional<std::uint32_t> contrast;   ///< concept that has the property; it takes the claim over when it is nearer
  bool by_name = true;                     ///< any name of the concept is a subject; otherwise only `subject` is
  std::span<const std::uint32_t> subject;  ///< names, sorted
  std::span<const std::uint32_t> others;   ///< of the contrasted side, sorted
  std::span<const std::uint32_t> unless;   ///< names, sorted
  std::span<const text::WordId> context;   ///< base forms, sorted; when not empty the exchange must hold one
  std::span<const std::uint32_t> claims;   ///< per wrong claim the bits of its parts, in whatever order they are said
  std::span<const ClaimPart> parts;        ///< by term
};

/// All facts, each list of all of them in one table, so that none is put together before it is asked for.
class CompiledFacts {
 public:
  [[nodiscard]] std::uint32_t size() const { return heads_.size(); }
  [[nodiscard]] bool empty() const { return heads_.empty(); }
  [[nodiscard]] CompiledFact operator[](std::size_t i) const {
    const Head& head = heads_[i];
    return {head.about, head.has_contrast != 0 ? std::optional(head.contrast) : std::nullopt, head.by_name != 0, subject_[i], others_[i], unless_[i], context_[i], claims_[i], parts_[i]};
  }

  void push_back(const CompiledFact& fact) {
    heads_.push_back({fact.about, fact.contrast.value_or(0), fact.contrast.has_value(), fact.by_name});
    subject_.push_back(fact.subject);
    others_.push_back(fact.others);
    unless_.push_back(fact.unless);
    context_.push_back(fact.context);
    claims_.push_back(fact.claims);
    parts_.push_back(fact.parts);
  }

  template <typename Archive>
  void archive(Archive& a) {
    a(heads_, subject_, others_, unless_, context_, claims_, parts_);
  }

 private:
  struct Head {
    std::uint32_t about = 0;
    std::uint32_t contrast = 0;
    std::uint32_t has_contrast = 0;
    std::uint32_t by_name = 0;
  };

  text::Table<Head> heads_;
  text::Lists<std::uint32_t> subject_;
  text::Lists<std::uint32_t> others_;
  text::Lists<std::uint32_t> unless_;
  text::Lists<text::WordId> context_;
  text::Lists<std::uint32_t> claims_;
  text::Lists<ClaimPart> parts_;
};

struct FactBook {
  text::PatternGraph marks;  ///< payload: ClaimMark
  Wording wording;           ///< how claims are read
  text::PatternGraph names;  ///< payload: number of the name
  SaidPhrases said;          ///< payload: number of the part's term
  text::Lists<text::WordId> openings;  ///< by term: the words that its wordings begin with, sorted
  CompiledFacts facts;       ///< parallel to Lexicon::facts
  text::Lists<std::uint32_t> by_concept;  ///< facts about a concept under any of its names
  text::Lists<std::uint32_t> by_name;     ///< facts whose `subject` holds the name
};

}  // namespace te
