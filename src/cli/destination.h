// destination.h: which file a result goes to.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "cli/inputs.h"

namespace te::cli {

/// The path under which a file is known whatever way leads to it.
std::string same_file(const std::string& path);

/// Where results go: standard output, one file, or one file per input below a directory.
class Destination {
 public:
  /// `output` as given by the user, empty for standard output; `extension` that of the output format.
  Destination(std::string output, std::string_view extension, const Inputs& inputs);

  /// The directory that results go to; empty when they go elsewhere.
  [[nodiscard]] std::string directory() const { return directory_ ? output_ : std::string(); }
  /// A file of this name is made in the directory otherwise: no result takes it.
  void reserve(const std::string& name);
  /// The file for the next input, empty for standard output. Each call gives another file.
  std::string of(const Input& input);
  /// Whether writing there would destroy one of the inputs.
  [[nodiscard]] bool is_transcript(const std::string& path) const { return transcripts_.count(same_file(path)) > 0; }

 private:
  std::string output_;
  std::string extension_;
  bool directory_ = false;
  std::map<std::string, int> times_;  ///< inputs by name without extension
  std::set<std::string> given_;
  std::set<std::string> transcripts_;
};

}  // namespace te::cli
