// roles.h: which speaker is the candidate.
//
// Is:      evidence for and against each speaker, added up as log-odds; the largest sum is the candidate.
// Declared roles (the user, a header, role words as labels) decide alone. Everything else is weighed.
#pragma once

#include "structure/turns.h"
#include "transcript_eval/interview.h"

namespace te::structure {

/// Fills speaker_roles, role_confidence, role_reasons and role_question. Fails when a hint names nobody.
Result<void> assign_roles(Interview& interview, const Context& context, const RoleHints& hints);

}  // namespace te::structure
