// files.h: reading and writing files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/rulebook.h"

namespace te::cli {

/// Years of speech. What is larger is no transcript, and reading it could take all memory.
inline constexpr std::size_t kLargestFile = std::size_t{256} << 20;

/// The bytes of a file, or of standard input for "-". kBadInput when there are more than kLargestFile.
Result<std::string> read_file(const std::string& path);

/// By what a file is known not to have been written since.
struct FileStamp {
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;  ///< since the epoch; 0: not known
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Absent when there is no such file.
std::optional<FileStamp> stamp_of(const std::string& path);

/// Writes a file beside `path` and renames it, so that a file that exists is always whole. The stamp is that of what was
/// written here, even if somebody else has replaced it by now.
Result<FileStamp> write_file(const std::string& path, std::string_view content);

/// rubrics/, lexicon/ and banks/ below a directory.
Result<std::vector<DataFile>> read_data_directory(const std::string& directory);

}  // namespace te::cli
