// files.h: reading and writing files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/rulebook.h"

namespace te::cli {

/// One transcript to evaluate.
struct Input {
  std::string path;      ///< "-" for standard input
  std::string relative;  ///< below the directory it was found in, or the file name
};

struct Inputs {
  std::vector<Input> files;
  std::vector<Error> errors;  ///< arguments that name nothing to read
  bool from_directory = false;  ///< a directory was searched, however many transcripts it holds
};

/// Files as they are, directories recursively in sorted order (text files only), glob patterns expanded.
Inputs collect_inputs(const std::vector<std::string>& arguments);

/// The bytes of a file, or of standard input for "-".
Result<std::string> read_file(const std::string& path);

/// Writes a file beside `path` and renames it, so that a file that exists is always whole.
Result<void> write_file(const std::string& path, std::string_view content);

/// rubrics/, lexicon/ and banks/ below a directory.
Result<std::vector<DataFile>> read_data_directory(const std::string& directory);

}  // namespace te::cli
