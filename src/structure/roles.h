// roles.h: which speaker is the candidate.
#pragma once

#include "structure/turns.h"
#include "transcript_eval/interview.h"

namespace te::structure {

/// Fills speaker_roles, role_confidence, role_reasons and candidate. Fails when a hint names nobody.
Result<void> assign_roles(Interview& interview, const AnnotatedTurns& turns, const Categories& categories, const RoleHints& hints);

}  // namespace te::structure
