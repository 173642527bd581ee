// result_log.h: which results of an output directory are up to date.
//
// Is:      a file in the directory, one JSON object per line, a line for each result that was written. The last line
//          about a result counts, and the one before it: of two runs that make the same result at a time, the one that
//          writes it last need not be the one that notes it last. Lines are only ever appended, each with one write: what
//          an interrupted or killed run has made is known to the next one, and runs side by side do not disturb each other.
// Is not:  needed. Without it, or with a line that cannot be read, results are made again.
// Errors:  a log that cannot be written costs time in the next run, never a result; see add().
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/files.h"
#include "cli/setup.h"
#include "cli/tally.h"

namespace te::cli {

/// What of an earlier run's result is needed when it is not made again.
struct Known {
  Verdict verdict;
  std::optional<Summary> summary;
};

class ResultLog {
 public:
  static constexpr const char* kName = ".transcript-eval.jsonl";

  /// Reads the log of `directory`; empty: there is none, nothing is known and nothing is kept.
  explicit ResultLog(std::string directory);
  ~ResultLog();
  ResultLog(const ResultLog&) = delete;
  ResultLog& operator=(const ResultLog&) = delete;

  /// About the result at `path`, if it was made from exactly `made_from` by an earlier run and is still as it was
  /// written. Any thread may ask.
  [[nodiscard]] const Known* find(const std::string& path, const std::string& made_from) const;
  /// Notes a result that was just written; false when the log cannot be written.
  bool add(const Finished& finished, const FileStamp& stamp);

 private:
  struct Entry {
    std::string made_from;
    FileStamp stamp;
    Known known;
  };
  void read();
  void take(std::string_view line);
  void rewrite() const;
  [[nodiscard]] std::string relative(const std::string& path) const;

  std::string directory_;
  static constexpr std::size_t kAtATime = 2;
  std::unordered_map<std::string, std::vector<Entry>> entries_;  ///< by result, the last lines about it
  int file_ = -1;
  bool open_line_ = false;  ///< the log ends within a line
};

/// Tells whether two runs would make the same bytes of an input.
class Fingerprint {
 public:
  /// Of everything but the input: the program itself, the rules, the options that may change a result.
  Fingerprint(const Options& options, const Setup& setup);
  /// 64 hexadecimal digits. The path is part of it, as results name it.
  [[nodiscard]] std::string of(const SourceText& source) const;

 private:
  std::string common_;
};

}  // namespace te::cli
