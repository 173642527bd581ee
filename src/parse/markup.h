// markup.h: the tags and entities of subtitle formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace te::parse {

/// A run of a cue's line.
struct Run {
  std::string_view source;  ///< the bytes of the line it stands for
  std::string words;        ///< what they mean, when that is something else
  bool decoded = false;     ///< `words` counts, not `source`
  bool voice = false;       ///< `words` is the speaker of the runs behind it
};

/// Tags are left out, except that <v Name> gives a voice; entities are decoded. What is neither stays as it is.
std::vector<Run> runs_of(std::string_view line);

}  // namespace te::parse
