// formats.h: the table of input formats. A new format is one file and one row in formats.cpp.
#pragma once

#include <span>
#include <string_view>

#include "parse/content.h"
#include "transcript_eval/transcript.h"

namespace te::parse {

struct Format {
  InputFormat about;
  /// How sure it is, 0..1, that the content is of this format; never asks the file's name. The surest row parses, of
  /// equals the first.
  double (*detect)(const Content& content);
  Result<Transcript> (*parse)(const Content& content);
};

std::span<const Format> formats();

/// Certainty of detectors: what can be nothing else, what has the signs of the format, what has only its
/// shape, and what takes anything.
constexpr double kCertain = 1.0;
constexpr double kLikely = 0.7;
constexpr double kGuess = 0.4;
constexpr double kLastResort = 0.1;
constexpr double kNo = 0.0;

// One pair per file.
double detect_pages(const Content& content);
Result<Transcript> parse_pages(const Content& content);
double detect_reference(const Content& content);
Result<Transcript> parse_reference(const Content& content);
double detect_webvtt(const Content& content);
Result<Transcript> parse_webvtt(const Content& content);
double detect_subrip(const Content& content);
Result<Transcript> parse_subrip(const Content& content);
double detect_rev(const Content& content);
Result<Transcript> parse_rev(const Content& content);
double detect_otter(const Content& content);
Result<Transcript> parse_otter(const Content& content);
double detect_meet(const Content& content);
Result<Transcript> parse_meet(const Content& content);
double detect_assemblyai(const Content& content);
Result<Transcript> parse_assemblyai(const Content& content);
double detect_deepgram(const Content& content);
Result<Transcript> parse_deepgram(const Content& content);
double detect_aws(const Content& content);
Result<Transcript> parse_aws(const Content& content);
double detect_whisperx(const Content& content);
Result<Transcript> parse_whisperx(const Content& content);
double detect_chat(const Content& content);
Result<Transcript> parse_chat(const Content& content);
double detect_json(const Content& content);
Result<Transcript> parse_json(const Content& content);
double detect_script(const Content& content);
Result<Transcript> parse_script(const Content& content);
double detect_questionnaire(const Content& content);
Result<Transcript> parse_questionnaire(const Content& content);
double detect_table(const Content& content);
Result<Transcript> parse_table(const Content& content);
double detect_docx(const Content& content);
Result<Transcript> parse_docx(const Content& content);
double detect_labelled(const Content& content);
Result<Transcript> parse_labelled(const Content& content);

/// Parses with the row that is surest of the content, apart from the one called `except`; the last takes anything.
Result<Transcript> parse_surest(const Content& content, std::string_view except = {});

/// Reports a line that is nobody's.
void stray(const Line& line, Transcript& out);

/// A line before the first turn that is no header field. Reported unless it reads as a title, is a rule or blank.
void preface_line(const Line& line, Transcript& out);

/// A line before the first turn: a header field "Key: value", or else of the preface.
void head_line(const Line& line, Transcript& out);

/// The checks that every format shares: turns exist, more than one speaker. Adds the source's diagnostics.
Result<Transcript> finish(Transcript transcript);

}  // namespace te::parse
