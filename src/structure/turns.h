// turns.h: what each turn does in the conversation, read once. Shared by the files of this folder.
#pragma once

#include <string>
#include <vector>

#include "rules/compiled.h"
#include "transcript_eval/interview.h"

namespace te::structure {

/// The phrase categories that structure depends on, looked up once per interview.
struct Categories {
  explicit Categories(const CompiledRules& rules);
  CategoryId request, opening, closing, not_closing, introduction, logistics, project, experience, technical, behavioral, coding, shift, elaboration, praise, farewell, backchannel;
  CategoryId follow_on, rephrasing, go_on, listening, sound, joining, welcome, guest, system_error, about_error, inaudible;
};

/// Whether a phrase of the category begins within the tokens [first, last).
bool has_phrase(const Annotation& turn, CategoryId category, std::uint32_t first, std::uint32_t last);
bool has_phrase(const Annotation& turn, CategoryId category);

/// What one turn does, whoever says it.
struct Reading {
  std::vector<std::uint32_t> asking;  ///< sentences that ask: with a question mark, or with a request or the begin of a question at their begin
  bool listening = false;             ///< nothing but "mhm", "right", "okay, got it", or a few words said over another's
  bool sound = false;                 ///< nothing but "mhm", "uh huh": never an answer
  bool artefact = false;              ///< a sentence is an artefact of an automatic interviewer
  bool only_artefact = false;         ///< and nothing else is asked
};

/// The readings of all turns, parallel to Transcript::turns.
std::vector<Reading> read_turns(const Transcript& transcript, const AnnotatedTurns& turns, const Categories& categories);

/// What is known while an interview is structured.
struct Context {
  const CompiledRules& rules;
  const AnnotatedTurns& turns;
  const Categories& categories;
  const std::vector<Reading>& readings;
};

/// Words and numbers of a sentence.
std::uint32_t words_in(const Annotation& turn, const text::Sentence& s);

}  // namespace te::structure
