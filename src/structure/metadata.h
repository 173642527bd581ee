// metadata.h: what the transcript says about the interview itself.
#pragma once

#include "structure/turns.h"
#include "transcript_eval/interview.h"

namespace te::structure {

/// A line before the first turn that is no field of a header ("Interview transcript: data analyst"), or the title of the
/// file itself.
struct TitleLine {
  std::string text;
  std::uint32_t line = 0;        ///< 0 for the file's own
  const char* source = "title";  ///< as Stated::source has it
};
std::vector<TitleLine> title_lines(const Transcript& transcript);

/// Fills metadata, candidate and position. Needs roles.
void find_metadata(Interview& interview, const Context& context, const RoleHints& hints);

}  // namespace te::structure
