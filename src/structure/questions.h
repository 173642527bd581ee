// questions.h: the questions, their answers, their types and threads.
#pragma once

#include "structure/turns.h"
#include "transcript_eval/interview.h"

namespace te::structure {

/// Fills questions (without type and thread), turn_kinds and closing_turn. Needs roles.
void find_questions(Interview& interview, const Context& context);

/// Gives every question its type. Needs questions.
void assign_types(Interview& interview, const Context& context);

/// Joins follow-ups to the main question before them. Needs types; turns a joined question's type into follow_up.
void assign_threads(Interview& interview, const Context& context);

}  // namespace te::structure
