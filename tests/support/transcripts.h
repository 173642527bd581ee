// transcripts.h: texts as Transcripts, and Transcripts as compact dumps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/transcript.h"

namespace te::test {

/// The text as a source called "test.txt". The text must be accepted.
SourcePtr source_of(std::string_view text);
Result<Transcript> parse(std::string_view text, const std::string& format = {});

/// "Ann 1-2@1 Why? | Bob 3-3@3 Because.": speaker, lines of the span, line of the first word, text.
///
/// Line ends inside a text are written as '/'. A span that does not begin and end with a line, or a text that is not a
/// slice of its span, shows as "BAD SPAN". An error shows as "error: code line".
std::string dump_turns(const Result<Transcript>& transcript);

/// The format that was found before the dump of the turns.
std::string dump_found(std::string_view text);

/// "table Ann@1 Why? | Bo@3 Because.": format, speaker, start in seconds if known, words as they are. For formats whose turns
/// have no span of the file.
std::string dump_words(std::string_view text);

/// "Candidate=Ann@3; Position=Nurse@4".
std::string dump_header(const Transcript& transcript);

/// "4-8 10-15": lines of the recorded sections, without blank ones at their ends.
std::string dump_sections(const Transcript& transcript);

/// "input.unassigned-line@1": code and line.
std::string dump_diagnostics(const std::vector<Diagnostic>& diagnostics);

/// Lines that lie in no or in several of: turn, header field, recorded section, diagnostic. The title "Interview
/// Transcript" and rules before the first turn need not lie in one. "" when all is well, else "line 4: 0 owners; ...".
std::string lines_without_one_owner(const Transcript& transcript);

}  // namespace te::test
