#include "parse/formats.h"

#include <array>

#include <fmt/format.h>

#include "text/utf8.h"

namespace te {
namespace parse {
namespace {

constexpr std::array<InputFormat, 2> kFormats = {{
    {"reference", "the reference document: header, AI Recruiter: / Candidate: dialogue, recorded sections", detect_reference,
     parse_reference},
    {"labelled", "Name: text dialogue, plain or with Markdown bold names", [](const SourceText&) { return true; }, parse_labelled},
}};

}  // namespace

std::span<const InputFormat> input_formats() { return kFormats; }

void stray(const Line& line, Transcript& out) {
  const std::string_view content = text::trimmed(line.text);
  if (content.find_first_not_of("=-*_#") == std::string_view::npos || text::equals_ignoring_case(content, "Interview Transcript")) return;
  out.diagnostics.push_back({"input.unassigned-line", Severity::kInfo, line.number, "this line stands before the first turn and belongs to no speaker"});
}

Result<Transcript> finish(Transcript transcript) {
  const std::string& path = transcript.source->path();
  if (transcript.turns.empty()) {
    return tl::unexpected(Error{ErrorCode::kNoDialogue, "no dialogue was found", path, 0,
                                "each turn must begin with the speaker, as in 'Interviewer: ...' and 'Candidate: ...'"});
  }
  bool one_speaker = true;
  for (const Turn& turn : transcript.turns) one_speaker = one_speaker && turn.speaker == transcript.turns.front().speaker;
  if (one_speaker) {
    return tl::unexpected(Error{ErrorCode::kOneSpeaker,
                                fmt::format("only one speaker was found: '{}'", transcript.speakers[transcript.turns.front().speaker]), path,
                                transcript.turns.front().line, "an interview needs an interviewer and a candidate; check the speaker labels"});
  }
  const auto& from_source = transcript.source->diagnostics();
  transcript.diagnostics.insert(transcript.diagnostics.begin(), from_source.begin(), from_source.end());
  return transcript;
}

}  // namespace parse

std::string_view decision_name(Decision decision) {
  switch (decision) {
    case Decision::kProceed: return "proceed";
    case Decision::kReservations: return "reservations";
    case Decision::kNotAFit: return "not_a_fit";
    case Decision::kNoDecision: return "no_decision";
  }
  return "no_decision";
}

Result<Transcript> parse_transcript(const SourcePtr& source, const ParseOptions& options) {
  std::string names;
  for (const auto& format : parse::input_formats()) {
    if (options.format.empty() ? format.detect(*source) : format.name == options.format) return format.parse(source);
    names += (names.empty() ? "" : ", ") + std::string(format.name);
  }
  return tl::unexpected(Error{ErrorCode::kUnknownFormat, fmt::format("unknown input format '{}'", options.format), source->path(), 0,
                              "known formats: " + names});
}

}  // namespace te
