#include "transcript_eval/result.h"

#include <fmt/format.h>

namespace te {

std::string_view code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kIo: return "io";
    case ErrorCode::kEmptyInput: return "empty-input";
    case ErrorCode::kBinaryInput: return "binary-input";
    case ErrorCode::kNoDialogue: return "no-dialogue";
    case ErrorCode::kNoSpeakers: return "no-speakers";
    case ErrorCode::kBadInput: return "bad-input";
    case ErrorCode::kOneSpeaker: return "one-speaker";
    case ErrorCode::kUnknownFormat: return "unknown-format";
    case ErrorCode::kBadRecord: return "bad-record";
    case ErrorCode::kBadData: return "bad-data";
    case ErrorCode::kUsage: return "usage";
  }
  return "usage";
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "info";
    case Severity::kWarning: return "warning";
    case Severity::kError: return "error";
  }
  return "error";
}

std::string Error::to_string() const {
  std::string out = path;
  if (line > 0) out += path.empty() ? fmt::format("line {}", line) : fmt::format(":{}", line);
  if (!out.empty()) out += ": ";
  out += message;
  if (!hint.empty()) out += fmt::format(" ({})", hint);
  return out;
}

}  // namespace te
