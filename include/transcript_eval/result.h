// result.h: how every stage says that it could not do its work, or that it noticed something.
//
// Is:      one Error type for what stops a stage, one Diagnostic type for what does not.
// Is not:  a logger. The library never prints; the caller decides who sees what.
// Units:   lines are 1-based, 0 means "the whole input".
// Example: Result<Transcript> t = parse_transcript(source);
//          if (!t) report(t.error().to_string());
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace te {

/// What kind of thing went wrong; stable names (see `code_name`) appear in JSON output and in documentation.
enum class ErrorCode : std::uint8_t {
  kIo,            ///< a file could not be read or written
  kEmptyInput,    ///< nothing but white space
  kBinaryInput,   ///< not text
  kNoDialogue,    ///< no speaker turns were found
  kNoSpeakers,    ///< speech was found, but nothing says who speaks
  kBadInput,      ///< a file that is damaged, too large, or not what its format says
  kOneSpeaker,    ///< turns were found, but all of one speaker
  kUnknownFormat, ///< an input or output format that does not exist
  kBadRecord,     ///< a JSONL line that is not a valid record
  kBadData,       ///< a rubric, lexicon or bank file that does not hold its schema
  kUsage,         ///< contradictory or unusable options
};

/// The stable name of a code, e.g. "no-dialogue".
std::string_view code_name(ErrorCode code);

/// Why a stage gave up: what, where, and how to mend it.
struct Error {
  ErrorCode code = ErrorCode::kUsage;
  std::string message;     ///< what is wrong, one line, no trailing full stop
  std::string path;        ///< the file it is about, empty when there is none
  std::uint32_t line = 0;  ///< 1-based, 0 when it is about the whole file
  std::string hint;        ///< how to mend it, may be empty

  /// "path:line: message (hint)": the one line that a user sees.
  [[nodiscard]] std::string to_string() const;
};

template <typename T>
using Result = tl::expected<T, Error>;

enum class Severity : std::uint8_t { kInfo, kWarning, kError };
std::string_view severity_name(Severity severity);

/// Something worth knowing that stopped nothing: a replaced byte, a recorded figure that does not fit the dialogue.
struct Diagnostic {
  std::string code;  ///< dotted, stable, e.g. "recorded.turn-count"
  Severity severity = Severity::kWarning;
  std::uint32_t line = 0;
  std::string message;
};

}  // namespace te
