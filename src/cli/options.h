// options.h: the command line. Every option is declared once, in options.cpp; help and checks follow from there.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace te::cli {

enum class Color { kAuto, kAlways, kNever };

struct Options {
  std::vector<std::string> inputs;
  std::optional<std::string> jsonl;  ///< file of records, "-" for standard input
  std::string format = "text";
  std::string output;                ///< file or directory; empty: standard output
  std::string position;
  std::string jd;                    ///< path of the job description
  std::string rubric;
  std::string bank;
  std::string data;
  std::string input_format;
  std::string interviewer;
  std::string candidate;
  unsigned jobs = 0;                 ///< 0: one per processor
  std::optional<double> fail_under;
  std::string fail_on;               ///< "", "warning" or "error"
  Color color = Color::kAuto;
  bool quiet = false;
  int verbose = 0;
};

/// Exit statuses. Where several apply the largest of 1, 2 and otherwise 3 before 4 is used.
enum ExitStatus : int {
  kDone = 0,
  kSomeFailed = 1,      ///< some input could not be evaluated
  kUsageOrIo = 2,       ///< usage, configuration or I/O error
  kBelowThreshold = 3,  ///< a result below --fail-under or a diagnostic at --fail-on
  kUnscorableOnly = 4,  ///< everything was read, nothing could be scored
};

/// Either options to run with, or the status to exit with after help, version or a usage error was printed.
struct Parsed {
  std::optional<Options> options;
  int exit_status = 0;
};
Parsed parse_command_line(int argc, const char* const* argv);

}  // namespace te::cli
