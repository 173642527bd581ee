// stamps.h: lines that begin a turn with a name and a time, as transcription services write them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parse/content.h"
#include "transcript_eval/transcript.h"

namespace te::parse {

/// A line that begins a turn.
struct Stamp {
  std::string_view name;
  double start_s = 0;
  std::string_view words;  ///< what follows on the same line
};

/// Reads one line; nullopt when it begins no turn.
using ReadStamp = std::optional<Stamp> (*)(std::string_view line);

/// The certainty that a text whose turns `read` finds is of that format: they must recur and outnumber plain labels.
double detect_stamps(const Content& content, ReadStamp read);

/// Turns begin at stamps; the lines behind one belong to it.
Result<Transcript> parse_stamps(const Content& content, ReadStamp read, std::string_view format);

}  // namespace te::parse
