// cues.h: lines of speech with times, of which each may name its speaker, as turns.
//
// Is:      what WebVTT, SubRip and texts with time stamps have in common.
// Speaker: the voice of a cue, or else a label in front of its words, or else whoever spoke before. A label is one if it
//          is a role word, or is written as a name and recurs or most cues have one: "Note: ..." never is.
// Errors:  kNoSpeakers when no cue names one.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parse/content.h"
#include "parse/speech.h"
#include "transcript_eval/transcript.h"

namespace te::parse {

/// One line of speech.
struct Cue {
  Times times;
  std::string_view speaker;          ///< as the format itself names it, empty when it does not
  std::string_view words;            ///< a slice of the source
  std::optional<double> confidence;  ///< 0..1
  char joint = ' ';                  ///< what parts it from the line before in the same turn
};

enum class Markup : std::uint8_t { kNone, kTags };  ///< kTags: <v Ann>, <i>, {\an8}, &amp;

/// Turns, speakers and source of `transcript` from `cues`, with the checks of finish().
Result<Transcript> finish_cues(const Content& content, std::vector<Cue> cues, Markup markup, Transcript transcript);

/// How to get a transcript with speakers; the hint of kNoSpeakers.
std::string_view speakers_hint();

}  // namespace te::parse
