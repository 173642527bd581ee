// quality.h: what of an interview was not understood well enough to be judged.
//
// Is:      garbled or looping speech recognition, speech that is not English, low recognition confidence, marks where
//          nothing was heard. Such parts must not cost the candidate anything.
// Is not:  a judgement of what was said. Shuffled English words and lists of keywords are the scoring stage's matter.
#pragma once

#include "structure/turns.h"
#include "transcript_eval/interview.h"

namespace te::structure {

/// Fills Question::unscorable and Interview::unscorable, with diagnostics. Needs questions and types.
void check_quality(Interview& interview, const Context& context);

}  // namespace te::structure
