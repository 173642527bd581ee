// interviews.h: short dialogues as Interviews, and Interviews as compact dumps.
#pragma once

#include <string>
#include <string_view>

#include "transcript_eval/interview.h"

namespace te::test {

/// The rule book of the embedded data, built once.
const RuleBookPtr& default_book();

/// "> Why?\n< Because." with "Interviewer: " and "Candidate: " for the marks at the begins of lines.
std::string dialogue(std::string_view text);

/// The interview of a transcript that must parse.
Result<Interview> interview_of(std::string_view transcript, const RoleHints& hints = {});

/// "Ann=interviewer Bo=candidate 0.99"; an error shows as "error: code".
std::string dump_roles(const Result<Interview>& interview);

/// "Q1 0>1,3 @1 Why? <- Hello." for each question: asking and answering turns, line, text and preamble.
///
/// A span that is not the text from the first to the last asking sentence shows as "BAD SPAN".
std::string dump_questions(const Interview& interview);

}  // namespace te::test
