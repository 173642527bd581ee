// options.h: the command line. Every option that more than one command takes is declared once, in options.cpp; help and
// checks follow from there. The commands themselves are the table in commands.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}

namespace te::cli {

struct Command;

enum class When { kAuto, kAlways, kNever };

struct Options {
  const Command* command = nullptr;  ///< what to do; never null after parsing
  std::vector<std::string> inputs;
  std::string action = "check";      ///< of the command lexicon
  std::vector<std::string> words;    ///< its object
  std::optional<std::string> jsonl;  ///< file of records, "-" for standard input
  std::size_t first_line = 1;        ///< number of the first line of `jsonl`
  std::string name;                  ///< of what a command is to print, empty: all
  std::string question;              ///< id of the question to explain, empty: all
  std::string format = "text";
  std::string output;                ///< file or directory; empty: standard output
  bool force = false;                ///< make results again that are up to date
  std::vector<std::string> include;  ///< globs: which files of a directory are read, empty: by extension
  std::vector<std::string> exclude;  ///< globs: which files and directories of a directory are not
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
  bool fail_fast = false;            ///< stop at the first input that fails
  When color = When::kAuto;
  When progress = When::kAuto;
  bool quiet = false;
  int verbose = 0;
  /// What was given of the options that may change a result, as text: results of two runs in which it differs may differ.
  std::string shaping;
};

/// Exit statuses. Where several apply the largest of 1, 2 and otherwise 3 before 4 is used.
enum ExitStatus : int {
  kDone = 0,
  kSomeFailed = 1,      ///< some input could not be evaluated
  kUsageOrIo = 2,       ///< usage, configuration or I/O error
  kBelowThreshold = 3,  ///< a result below --fail-under or a diagnostic at --fail-on
  kUnscorableOnly = 4,  ///< everything was read, nothing could be scored
};

/// What a format is called and what --help says of it.
struct FormatName {
  std::string name;
  std::string summary;
  std::string extension;  ///< of its files, with the point
};

/// The option takes one of the names and suggests the nearest one for any other.
void allow_only(CLI::Option& option, std::vector<std::string> names);

// Groups of options for a command to declare.
void declare_inputs(CLI::App& app, Options& options);  ///< INPUT...
void declare_format(CLI::App& app, Options& options, const std::vector<FormatName>& formats);
void declare_output(CLI::App& app, Options& options);  ///< where to
void declare_terminal(CLI::App& app, Options& options);  ///< colour, quiet, verbose
void declare_job(CLI::App& app, Options& options);     ///< position, job description
void declare_roles(CLI::App& app, Options& options);   ///< who is who
void declare_rules(CLI::App& app, Options& options);   ///< rubric, bank
void declare_data(CLI::App& app, Options& options);    ///< data directory
void declare_reading(CLI::App& app, Options& options); ///< how transcripts are read
void declare_search(CLI::App& app, Options& options);  ///< what of a directory is read
void declare_jobs(CLI::App& app, Options& options);    ///< how many at once
void declare_progress(CLI::App& app, Options& options);

/// The whole command line. What is chosen goes into `options`. Of subcommands that are not `wanted` only the names: their
/// options take longer to declare than the rest, and most runs use none.
void declare_command_line(CLI::App& app, Options& options, const std::function<bool(const Command&)>& wanted = [](const Command&) { return true; });

/// Either options to run with, or the status to exit with after help, version or a usage error was printed.
struct Parsed {
  std::optional<Options> options;
  int exit_status = 0;
};
Parsed parse_command_line(int argc, const char* const* argv);

}  // namespace te::cli
