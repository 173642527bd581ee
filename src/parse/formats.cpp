#include "parse/formats.h"

#include <array>

#include <fmt/format.h>

#include "parse/labels.h"
#include "parse/remarks.h"
#include "text/closest.h"
#include "text/utf8.h"

namespace te {
namespace parse {
namespace {

const std::array<Format, 18> kFormats = {{
    // Before the reference document: captions of an AI recruiter have its labels, too.
    {{"webvtt", "WebVTT of Zoom, Teams and others, with the speaker in each cue",
      "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n<v Ann Moe>What is an index?</v>\n\n00:00:04.000 --> 00:00:06.000\n<v Bo Li>A sorted copy of a column.</v>"},
     detect_webvtt, parse_webvtt},
    {{"subrip", "SubRip subtitles, with the speaker in each",
      "1\n00:00:01,000 --> 00:00:03,500\nAnn Moe: What is an index?\n\n2\n00:00:04,000 --> 00:00:06,000\nBo Li: A sorted copy of a column."},
     detect_subrip, parse_subrip},
    // Before all other texts: it leaves the words to them.
    {{"pages", "text copied from a PDF: any of the text formats, with page numbers and running heads between the lines",
      "Talk with Bo Li - Page 1\nAnn Moe: What is an index?\nBo Li: A sorted copy\nof a column.\n\nTalk with Bo Li - Page 2\nAnn Moe: When does it hurt?\nBo Li: When rows are written often."},
     detect_pages, parse_pages},
    {{"reference", "the reference document: header, AI Recruiter: / Candidate: dialogue, recorded sections",
      "AI Recruiter: What is an index?\nCandidate: A sorted copy of a column."},
     detect_reference, parse_reference},
    {{"assemblyai", "JSON of AssemblyAI with speaker labels",
      R"({"utterances": [{"speaker": "A", "text": "What is an index?", "start": 1000, "end": 3500, "confidence": 0.97},
                {"speaker": "B", "text": "A sorted copy of a column.", "start": 4000, "end": 6000, "confidence": 0.95}]})"},
     detect_assemblyai, parse_assemblyai},
    {{"deepgram", "JSON of Deepgram with diarization, utterances, paragraphs or separate channels",
      R"({"results": {"utterances": [{"speaker": 0, "transcript": "What is an index?", "start": 1.0, "end": 3.5, "confidence": 0.97},
                             {"speaker": 1, "transcript": "A sorted copy of a column.", "start": 4.0, "end": 6.0, "confidence": 0.95}]}})"},
     detect_deepgram, parse_deepgram},
    {{"aws", "JSON of AWS Transcribe with speaker labels or separate channels",
      R"({"results": {"items": [{"type": "pronunciation", "speaker_label": "spk_0", "start_time": "1.0", "end_time": "1.4", "alternatives": [{"content": "Why", "confidence": "0.97"}]},
                       {"type": "punctuation", "alternatives": [{"content": "?", "confidence": "0.0"}]},
                       {"type": "pronunciation", "speaker_label": "spk_1", "start_time": "4.0", "end_time": "4.6", "alternatives": [{"content": "Because", "confidence": "0.95"}]}]}})"},
     detect_aws, parse_aws},
    {{"whisperx", "JSON of WhisperX with diarization",
      R"({"segments": [{"start": 1.0, "end": 3.5, "text": "What is an index?", "speaker": "SPEAKER_00"},
              {"start": 4.0, "end": 6.0, "text": "A sorted copy of a column.", "speaker": "SPEAKER_01"}]})"},
     detect_whisperx, parse_whisperx},
    {{"chat", "JSON list of chat messages with role and content",
      R"({"messages": [{"role": "assistant", "content": "What is an index?"}, {"role": "user", "content": "A sorted copy of a column."}]})"},
     detect_chat, parse_chat},
    {{"json", "any other JSON list of turns with speaker and text",
      R"({"transcript": [{"speaker": "Ann Moe", "text": "What is an index?"}, {"speaker": "Bo Li", "text": "A sorted copy of a column."}]})"},
     detect_json, parse_json},
    {{"rev", "name and time in front of the words, as Rev writes them",
      "Ann Moe (00:01):\nWhat is an index?\n\n[00:00:04] Bo Li: A sorted copy of a column."},
     detect_rev, parse_rev},
    {{"otter", "name and time above each paragraph, as Otter, Zoom captions and Teams write them",
      "Ann Moe  0:01\nWhat is an index?\n\nBo Li  0:04\nA sorted copy of a column."},
     detect_otter, parse_otter},
    {{"meet", "Google Meet: labelled text under a list of attendees, with times on lines of their own",
      "Attendees\nAnn Moe, Bo Li\nTranscript\n00:00:00\nAnn Moe: What is an index?\nBo Li: A sorted copy of a column."},
     detect_meet, parse_meet},
    {{"table", "Markdown table, columns parted by tabs, or CSV, with a speaker and words or a question and its answer in each row",
      "| Speaker | Text |\n|---|---|\n| Ann Moe | What is an index? |\n| Bo Li | A sorted copy of a column. |"},
     detect_table, parse_table},
    {{"script", "the name alone on a line, the words beneath it",
      "Ann Moe\n\nWhat is an index?\n\nBo Li\n\nA sorted copy of a column.\n\nAnn Moe\n\nWhen does it hurt?\n\nBo Li\n\nWhen rows are written often."},
     detect_script, parse_script},
    {{"questionnaire", "numbered or quoted questions with the answers beneath",
      "1. What is an index?\nA sorted copy of a column.\n\n2. When does it hurt?\nWhen rows are written often."},
     detect_questionnaire, parse_questionnaire},
    {{"docx", "Word document that holds any of the text formats, in paragraphs or in a table",
      "Interviewer: What is an index?\nCandidate: A sorted copy of a column."},
     detect_docx, parse_docx},
    {{"labelled", "Name: text dialogue, plain or with Markdown bold names, with or without header lines",
      "**Interviewer:** What is an index?\n\n**Candidate:** A sorted copy of a column."},
     detect_labelled, parse_labelled},
}};

}  // namespace

std::span<const Format> formats() { return kFormats; }

/// "Interview with Bo Li, baker": short, and no sentence. Nobody has said it.
bool reads_as_title(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  return line.size() <= kLongest && line.find_first_of("?!") == std::string_view::npos && std::string_view(".,;").find(line.back()) == std::string_view::npos;
}

void stray(const Line& line, Transcript& out) {
  out.diagnostics.push_back({"input.unassigned-line", Severity::kInfo, line.number, "this line belongs to no speaker and no header"});
}

void preface_line(const Line& line, Transcript& out) {
  const std::string_view content = text::trimmed(line.text);
  if (content.find_first_not_of("=-*_#|") == std::string_view::npos) return;
  out.preface.push_back({content, line.number});
  if (!reads_as_title(content)) stray(line, out);
}

void head_line(const Line& line, Transcript& out) {
  if (add_header_row(line, out)) return;
  const Labelled split = split_label(line.text);
  const std::string_view value = without_marks(text::trimmed(split.words));
  if (!split.label.empty() && reads_as_name(value)) add_header_field({split.label, value, line.number}, out);
  else preface_line(line, out);
}

Result<Transcript> parse_surest(const Content& content, std::string_view except) {
  const Format* chosen = nullptr;
  double surest = kNo;
  for (const Format& format : formats()) {
    const double sure = format.about.name == except ? kNo : format.detect(content);
    if (sure <= surest) continue;
    chosen = &format;
    surest = sure;
    if (sure == kCertain) break;
  }
  return chosen->parse(content);
}

Result<Transcript> finish(Transcript transcript) {
  const std::string& path = transcript.source->path();
  if (transcript.turns.empty()) {
    return tl::unexpected(Error{ErrorCode::kNoDialogue, "no dialogue was found", path, 0,
                                "each turn must begin with the speaker, as in 'Interviewer: ...' and 'Candidate: ...'; of recordings, export the transcript with speaker names"});
  }
  bool one_speaker = true;
  for (const Turn& turn : transcript.turns) one_speaker = one_speaker && turn.speaker == transcript.turns.front().speaker;
  if (one_speaker) {
    return tl::unexpected(Error{ErrorCode::kOneSpeaker,
                                fmt::format("only one speaker was found: '{}'", transcript.speakers[transcript.turns.front().speaker]), path,
                                transcript.turns.front().line, "an interview needs an interviewer and a candidate; check the speaker labels"});
  }
  leave_out_remarks(transcript);
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
  if (options.format.empty()) return parse::parse_surest(content);
  for (const parse::Format& format : parse::formats()) {
    if (format.about.name == options.format) return format.parse(content);
  }
  std::vector<std::string> names;
  for (const parse::Format& format : parse::formats()) names.emplace_back(format.about.name);
  const auto near = text::closest(options.format, names);
  return tl::unexpected(Error{ErrorCode::kUnknownFormat, fmt::format("unknown input format '{}'", options.format), source->path(), 0,
                              near ? fmt::format("did you mean '{}'?", *near) : fmt::format("known formats: {}", fmt::join(names, ", "))});
}

}  // namespace te
