// remarks.h: what an author writes about the talk, behind the last thing that anybody said.
#pragma once

#include "transcript_eval/transcript.h"

namespace te::parse {

/// Ends the last turn where somebody begins to write about the interview: "(End of interview)", "## Evaluator's notes",
/// "This simulated interview shows ...", "The candidate did well." It would count as what the last speaker said. Reported.
void leave_out_remarks(Transcript& transcript);

/// "### Round 2: Technical", "---": a line that parts sections.
bool parts_sections(std::string_view line);

}  // namespace te::parse
