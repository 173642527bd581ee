// questions.h: the questions, their answers, their types and threads.
#pragma once

#include "structure/turns.h"
#include "transcript_eval/interview.h"

namespace te::structure {

/// Fills questions (without type and thread) and closing_turn.
void find_questions(Interview& interview, const AnnotatedTurns& turns, const Categories& categories);

/// Gives every question its type. Needs questions.
void assign_types(Interview& interview, const AnnotatedTurns& turns, const Categories& categories);

/// Joins follow-ups to the main question before them. Needs types; turns a joined question's type into follow_up.
void assign_threads(Interview& interview, const AnnotatedTurns& turns, const CompiledRules& rules, const Categories& categories);

}  // namespace te::structure
