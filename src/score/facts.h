// facts.h: finds statements that are wrong without doubt (data/lexicon/facts/).
//
// Is:      a match of a fact's words in the predicate of a clause whose subject is the fact's concept: by name, or by a
//          pronoun or without a word in the next clause or sentence.
// Is not:  proof of knowledge. Saying nothing wrong earns nothing.
// Rules:   negated, reported, corrected, hypothetical and asked statements are nobody's claim; a hedged one is. Where
//          two concepts are contrasted, the nearer one before the predicate owns it. When in doubt there is no claim.
#pragma once

#include <vector>

#include "score/answer.h"

namespace te::score {

/// In reading order, each fact at most once.
std::vector<Misconception> find_misconceptions(const Answer& answer, const RuleBook& book);

}  // namespace te::score
