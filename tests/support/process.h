// process.h: the built program, run as a user runs it.
//
// Is:      one run in a temporary directory: what it printed, what it wrote, how it ended.
// Is not:  a shell. Arguments are passed as they are; nothing is expanded.
// Owns:    TemporaryDirectory removes what it made.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace te::test {

class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Writes a file, and the directories above it.
  void write(const std::string& relative, std::string_view content) const;
  [[nodiscard]] std::string read(const std::string& relative) const;
  [[nodiscard]] bool has(const std::string& relative) const;
  /// Paths of all files below, relative, sorted, joined by blanks.
  [[nodiscard]] std::string files() const;

 private:
  std::string path_;
};

struct ProgramRun {
  int status = -1;  ///< exit status; 128 + signal number when a signal ended it
  std::string out;
  std::string err;
};

struct RunOptions {
  std::string input;                               ///< standard input
  std::map<std::string, std::string> environment;  ///< added to the test's own
  bool terminal = false;                           ///< standard output is a terminal
};

/// Runs `program` in `directory`.
ProgramRun run_program(const std::string& program, const std::vector<std::string>& arguments, const TemporaryDirectory& directory, const RunOptions& options = {});

}  // namespace te::test
