// archive.h: one entry of a zip archive, with bounds on what it may unpack to.
#pragma once

#include <string>
#include <string_view>

#include "transcript_eval/result.h"

namespace te::parse {

/// The bytes of the entry called `name`. kBadInput when the archive is damaged or encrypted, has no such entry, or when
/// the entry is larger than a transcript can be.
Result<std::string> unpack(std::string_view archive, const char* name, const std::string& path);

}  // namespace te::parse
