// inputs.h: which transcripts the command line names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "transcript_eval/result.h"

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

/// The command that a first argument which names no file was probably meant to be.
std::optional<std::string> meant_command(const std::string& argument);

/// Whether the command line asks for more than one transcript, as far as can be told without reading: what is no plain file
/// may be a directory or a pattern.
bool may_be_many(const Options& options);

/// Files as they are, directories recursively in sorted order (what --include and --exclude leave; without them, what is
/// named like a transcript), glob patterns expanded.
Inputs collect_inputs(const Options& options);

}  // namespace te::cli
