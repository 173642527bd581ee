// transcript.h: who said what, in order, and what the file records beside it.
//
// Is:      the speaker turns of one input, its header fields, and its recorded evaluation sections if it has any.
// Is not:  an interpretation. Which speaker is the candidate is decided in interview.h; recorded scores are data about
//          the file and never reach the scoring engine.
// Owns:    its vectors and a share of the source. Turn::text and Turn::span are slices of source->text(), which for
//          cues, JSON and the like is a reading: speech put together from the file. locate() leads back to the file.
// Units:   Span in bytes, lines 1-based, start_s / end_s in seconds from the start of the recording.
// Errors:  kNoDialogue when no line starts a turn, kNoSpeakers when there is speech and nothing says whose,
//          kOneSpeaker when all turns are of one speaker, kBadInput for a file that does not hold its format,
//          kUnknownFormat for a format name that does not exist.
// Example: auto transcript = parse_transcript(source);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/result.h"
#include "transcript_eval/source.h"

namespace te {

/// Consecutive speech of one speaker.
struct Turn {
  std::uint32_t speaker = 0;     ///< index into Transcript::speakers
  std::string_view text;         ///< what was said, without label, surrounding quotes and outer white space; empty, it stands before the label
  Span span;                     ///< the whole turn in source->text(); label included, unless that is a reading
  std::uint32_t line = 0;        ///< line in the file of the first spoken word, or of the label where nothing was said
  std::optional<double> start_s; ///< absent when the format has no times
  std::optional<double> end_s;
  std::optional<double> confidence; ///< of the speech recognition, 0..1, mean over the turn; absent when the format has none
};

/// A line above the first turn that is no header field and nobody's speech: a title, a list of those who attend.
struct PrefaceLine {
  std::string_view text;
  std::uint32_t line = 0;
};

/// A `Key: value` line of the document's header.
struct HeaderField {
  std::string_view key;
  std::string_view value;
  std::uint32_t line = 0;
};

/// What a document says about itself beside its text; empty where it says nothing.
struct FileProperties {
  std::string title;
  std::string created;  ///< the day, as in 2024-05-12
};

/// One entry of a recorded "TECHNICAL QUESTIONS AND ANSWERS" section.
struct RecordedQuestion {
  std::uint32_t number = 0;         ///< the 3 of "Q3"
  std::string_view label;           ///< PROJECT, TECHNICAL, ... as written
  std::optional<double> relevance;  ///< the recorded figure, 0..1
  std::string_view question;
  std::string_view answer;
  bool struggled = false;           ///< "[CANDIDATE STRUGGLED]" stands below the answer
  std::string_view explanation;     ///< after "[AI PROVIDED EXPLANATION]:", empty when absent
  std::uint32_t line = 0;
};

/// One "Score: n/5" with its justification, of a recorded evaluation report.
struct RecordedScore {
  bool project = false;        ///< under "Project / Experience Question", otherwise a technical one
  std::string_view label;      ///< "Q1", empty for the project question
  std::string_view title;      ///< what follows "Q1:", often empty
  std::optional<double> score; ///< 1..5; absent when the line holds no number
  std::string_view justification;
  std::uint32_t line = 0;
};

/// One headed part of a recorded HR report, e.g. "Key Strengths".
struct RecordedPart {
  std::string_view heading;
  std::string_view text;
  std::uint32_t line = 0;
};

enum class Decision : std::uint8_t { kProceed, kReservations, kNotAFit, kNoDecision };
/// "proceed", "reservations", "not_a_fit", "no_decision".
std::string_view decision_name(Decision decision);

/// Everything that an earlier evaluation wrote into the document.
struct Recorded {
  std::optional<std::string_view> quality_profile;
  std::optional<std::int64_t> total_turns;
  std::optional<double> average_relevance;
  std::optional<double> average_evaluation;
  std::uint32_t total_turns_line = 0;
  std::uint32_t average_relevance_line = 0;
  std::uint32_t average_evaluation_line = 0;
  bool has_questions = false;          ///< the section exists, even if it is empty
  std::vector<RecordedQuestion> questions;
  bool has_evaluation = false;
  std::vector<RecordedScore> scores;
  std::vector<RecordedPart> hr_report;
  std::string_view recommendation;     ///< "RECOMMENDATION (FULL)", or the HR report's overall recommendation
  std::uint32_t recommendation_line = 0;
  std::optional<Decision> decision;    ///< read from the recommendation
};

struct Transcript {
  SourcePtr source;
  std::string format;                      ///< name of the input format, e.g. "reference"
  std::vector<std::string> speakers;       ///< labels as first written
  std::vector<Turn> turns;
  std::vector<HeaderField> header;
  std::vector<PrefaceLine> preface;
  std::string candidate;                   ///< stated in the header, may be empty
  std::string position;                    ///< stated in the header, may be empty
  FileProperties properties;
  Recorded recorded;
  std::vector<Span> sections;              ///< recorded sections, whole, in order
  std::vector<Diagnostic> diagnostics;     ///< includes those of the source

  /// Where words of a turn, or any other slice of source->text(), stand in the file.
  [[nodiscard]] Place locate(std::string_view words) const;
};

struct ParseOptions {
  std::string format;  ///< empty: detect from the content
};

/// An input format, as it is shown to users.
struct InputFormat {
  std::string_view name;     ///< what ParseOptions::format takes
  std::string_view summary;  ///< one line
  std::string_view example;  ///< a few lines of a file, enough to recognise it by
};

/// All of them, in the order of their documentation.
std::vector<InputFormat> input_formats();

/// Detects the format and reads the turns.
Result<Transcript> parse_transcript(const SourcePtr& source, const ParseOptions& options = {});

}  // namespace te
