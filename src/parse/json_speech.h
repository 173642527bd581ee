// json_speech.h: what the JSON formats share: strings of a tree as speech.
#pragma once

#include <string>
#include <string_view>

#include "parse/content.h"
#include "parse/json_tree.h"
#include "parse/speech.h"
#include "transcript_eval/transcript.h"

namespace te::parse {

/// "A", "0", "spk_0" as a label: a sign alone gets "Speaker" in front.
std::string speaker_label(const JsonNode& name);

/// Adds a JSON string to the current turn, escapes included.
void say_json(const JsonNode& string, const SourceText& source, Speech& speech);

/// Times in seconds from numbers or strings; `unit` is seconds per unit.
Times json_times(const JsonNode& start, const JsonNode& end, double unit = 1);

/// Strings of the root that say something about the interview ("candidate", "position", "date") as header fields.
void json_header(const JsonNode& root, const SourceText& source, Transcript& out);

/// The tree's root; the reading error if there is one. A format that is asked for by name may not be JSON at all.
Result<const JsonNode*> json_root(const Content& content);

/// Turns of `speech` with the checks of finish(). Without any, kNoSpeakers with `advice` on how to get them.
Result<Transcript> finish_speech(const Content& content, Speech&& speech, Transcript transcript, std::string_view advice);

}  // namespace te::parse
