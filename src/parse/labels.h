// labels.h: what "Name:" in front of a line can be: a speaker, a header's key, or part of what is said.
#pragma once

#include <string>
#include <string_view>

#include "parse/lines.h"
#include "transcript_eval/transcript.h"

namespace te::parse {

/// "interviewer", "q", "candidate", "observer", "panelist 2", ...: words that name a part of an interview. As labels they
/// are speakers, in a header they introduce a name. `key` is a speaker_key().
bool is_role_word(std::string_view key);

/// Of these the ones that mean a person who need not say more than one thing: "observer", "hiring manager", "interviewer 2".
bool is_attendee(std::string_view key);

/// "candidate", "applicant", "a", ...: the words for the one who is interviewed.
bool names_candidate(std::string_view key);

/// "Q" of "Q3", "Question" of "Question 3": numbers of questions and answers tell no speakers apart. Others stay whole.
std::string_view without_number(std::string_view label);

/// "note", "position", "example", ...: labels that stand in headers or inside answers and never speak.
bool is_never_speaker(std::string_view key);

/// "rohan jain, senior ux designer": short, without the signs of speech.
bool reads_as_name(std::string_view value);

/// "Ann Moe", "SPEAKER_00", "Speaker 1": one to four words, each with a capital or a digit first.
bool is_written_as_name(std::string_view label);

/// Without the marks of Markdown and blanks at both ends.
std::string_view without_marks(std::string_view s);

/// Code points of valid UTF-8.
std::size_t letters(std::string_view s);

/// The longest label, in letters.
constexpr std::size_t kLongestLabel = 59;

/// "Name: words" at the beginning of a line, also "**Name:** words", "[Name]: words" and "- Name: words".
struct Labelled {
  std::string_view label;  ///< empty when the line has none
  std::string_view words;
};
Labelled split_label(std::string_view line);

/// The line has a label that is a role word, or that is written as a name and heads no paragraph.
bool begins_with_speaker(std::string_view line);

/// Tells a turn whose span and text are known where in the file it stands.
void place(Turn& turn, const SourceText& source);

/// "Candidate: Bo Li | Role: Baker | Date: 3 May": adds the fields; false when the line is not made of such.
bool add_header_row(const Line& line, Transcript& out);

/// Adds a field, and what it says about candidate and position.
void add_header_field(const HeaderField& field, Transcript& out);

}  // namespace te::parse
