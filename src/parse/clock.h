// clock.h: times of a recording as they are written in transcripts.
#pragma once

#include <optional>
#include <string_view>

#include "parse/lines.h"
#include "parse/speech.h"

namespace te::parse {

/// "1:02:03.450", "02:03,45", "2:03" at the beginning of `rest`, in seconds; consumed when it is one. With a comma or a
/// full stop before the fraction, with or without hours. "2:03 PM" is a time of day, in seconds from midnight.
std::optional<double> consume_clock(std::string_view& rest);

/// A whole line "[00:05:00]", "00:05:00", "(5:00)", "### 00:05:00", "10:04 AM".
std::optional<double> clock_line(std::string_view line);

/// "00:00:01.000 --> 00:00:04.000 align:start", nullopt for any other line.
std::optional<Times> cue_times(std::string_view line);

}  // namespace te::parse
