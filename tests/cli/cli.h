// cli.h: the program in a directory with a few transcripts, and its runs on one line.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "support/process.h"

namespace te::test {

/// A dialogue that is scored: two questions, 80 words of answers. `subject` makes several of them differ.
std::string talk(std::string_view subject = "bakery");

/// With which data the program runs: its own, or a few lines that are read in no time where the content of the results
/// does not matter.
enum class Data { kSmall, kBuiltIn };

/// transcript-eval in a temporary directory of its own.
class Cli {
 public:
  explicit Cli(Data data = Data::kSmall) : data_(data) {}
  TemporaryDirectory files;
  /// `arguments` are split at blanks.
  ProgramRun operator()(std::string_view arguments, const RunOptions& options = {}) const;

 private:
  Data data_;
};

/// "status | standard error", line ends as '/'.
std::string status_and_errors(const ProgramRun& run);

/// "status path path": the sources of the JSON lines on standard output; error records as "id!code".
std::string status_and_sources(const ProgramRun& run);

/// Bytes that a terminal would obey: control characters but LF and tab, DEL, C1.
bool has_controls(std::string_view text);

struct CliRow {
  std::string_view arguments;
  std::string_view expected;
};

}  // namespace te::test
