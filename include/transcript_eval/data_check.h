// data_check.h: what is wrong with data files although they load.
//
// Is:      findings with file, line, what and how to mend it: names that two concepts claim, relations that lead nowhere,
//          phrases that stand twice, rules that nothing can reach, facts that miss their own examples, bank questions that
//          are none.
// Is not:  the loader. What build_rulebook() refuses is the one finding here.
// Errors:  kError where a part of the data does not do what it is there for; kWarning where it does less, or the same twice.
// Example: for (const DataFinding& f : check_data(embedded_data(), {})) ...
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "transcript_eval/rulebook.h"

namespace te {

struct DataFinding {
  Severity severity = Severity::kWarning;
  std::string path;
  std::uint32_t line = 0;  ///< 1-based, 0 when it is about the whole file
  std::string message;     ///< one line, no trailing full stop
  std::string hint;        ///< how to mend it, may be empty

  /// "path:line: error: message (hint)".
  [[nodiscard]] std::string to_string() const;
};

/// Checks the files, the rubric in use and all banks: those below banks/ and the one of the options. In the order of files
/// and lines.
std::vector<DataFinding> check_data(std::span<const DataFile> files, const RuleBookOptions& options);

}  // namespace te
