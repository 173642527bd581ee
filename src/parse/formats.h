// formats.h: the table of input formats. A new format is one file and one row in formats.cpp.
#pragma once

#include <span>
#include <string_view>

#include "parse/lines.h"
#include "transcript_eval/transcript.h"

namespace te::parse {

struct InputFormat {
  std::string_view name;
  std::string_view summary;
  /// True when the content is certainly of this format. Rows are asked in order; the last one accepts anything.
  bool (*detect)(const SourceText& source);
  Result<Transcript> (*parse)(const SourcePtr& source);
};

std::span<const InputFormat> input_formats();

// One per file.
bool detect_reference(const SourceText& source);
Result<Transcript> parse_reference(const SourcePtr& source);
Result<Transcript> parse_labelled(const SourcePtr& source);

/// Reports a line before the first turn that is nobody's, unless it is a title, a rule or blank.
void stray(const Line& line, Transcript& out);

/// The checks that every format shares: turns exist, more than one speaker. Adds the source's diagnostics.
Result<Transcript> finish(Transcript transcript);

}  // namespace te::parse
