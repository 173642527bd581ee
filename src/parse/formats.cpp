#include "parse/formats.h"

#include <array>

#include <fmt/format.h>

#include "text/closest.h"
#include "text/utf8.h"

namespace te {
namespace parse {
namespace {

const std::array<Format, 2> kFormats = {{
    {{"reference", "the reference document: header, AI Recruiter: / Candidate: dialogue, recorded sections",
      "AI Recruiter: What is an index?\nCandidate: A sorted copy of a column."},
     detect_reference, parse_reference},
    {{"labelled", "Name: text dialogue, plain or with Markdown bold names, with or without header lines",
      "**Interviewer:** What is an index?\n\n**Ann Moe:** A sorted copy of a column."},
     detect_labelled, parse_labelled},
}};

}  // namespace

std::span<const Format> formats() { return kFormats; }

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

Place Transcript::locate(std::string_view words) const {
  const std::uint32_t begin = source->offset_of(words);
  return source->place_of({begin, begin + static_cast<std::uint32_t>(words.size())});
}

std::vector<InputFormat> input_formats() {
  std::vector<InputFormat> out;
  for (const parse::Format& format : parse::formats()) out.push_back(format.about);
  return out;
}

Result<Transcript> parse_transcript(const SourcePtr& source, const ParseOptions& options) {
  const parse::Content content(source);
  const parse::Format* chosen = nullptr;
  double surest = parse::kNo;
  std::vector<std::string> names;
  for (const parse::Format& format : parse::formats()) {
    names.emplace_back(format.about.name);
    const double sure = options.format.empty() ? format.detect(content) : format.about.name == options.format ? parse::kCertain : parse::kNo;
    if (sure <= surest) continue;
    chosen = &format;
    surest = sure;
  }
  if (chosen != nullptr) return chosen->parse(content);
  const auto near = text::closest(options.format, names);
  return tl::unexpected(Error{ErrorCode::kUnknownFormat, fmt::format("unknown input format '{}'", options.format), source->path(), 0,
                              near ? fmt::format("did you mean '{}'?", *near) : fmt::format("known formats: {}", fmt::join(names, ", "))});
}

}  // namespace te
