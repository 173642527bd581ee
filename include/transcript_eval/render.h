// render.h: a finished evaluation as bytes in one of the output formats.
//
// Is:      a table of formats, each a function from the same nouns to a string.
// Is not:  a place for content. All words come from report.h, all figures from evaluation.h.
// Errors:  none for evaluations; an unknown format name is answered by find_format() with nullptr.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/cohort.h"
#include "transcript_eval/report.h"

namespace te {

/// Everything known about one input.
struct Outcome {
  Interview interview;
  Evaluation evaluation;
  Report report;
  RuleBookPtr book;
};

/// Version of the program and library, "0.1.0".
std::string_view version();

/// A file that is made beside the results.
struct NamedFile {
  std::string name;
  std::string content;
};

struct OutputFormat {
  std::string_view name;       ///< as given to --format
  std::string_view extension;  ///< of files written to a directory, with the full stop
  std::string_view summary;    ///< one line for help
  std::string (*render)(const Outcome& outcome);
  /// What stands once before any number of results, e.g. a row of column names; nullptr: nothing.
  std::string (*header)(const RuleBook& book) = nullptr;
  /// Pages about all results of a directory; nullptr: there are none. A format that has them is made of whole pages, which
  /// cannot follow one another in one stream. The first file is named "index" and the format's extension.
  std::vector<NamedFile> (*overview)(const Cohort& cohort) = nullptr;
};

std::span<const OutputFormat> output_formats();
const OutputFormat* find_format(std::string_view name);

/// The width of the text format where nobody says how wide the terminal is.
inline constexpr std::size_t kDefaultColumns = 80;
/// The text format for a terminal of `columns` columns; 0: lines of any length.
std::string render_text_for(const Outcome& outcome, std::size_t columns);

/// How an interview is shown or converted before anything is judged.
struct InterviewFormat {
  std::string_view name;
  std::string_view extension;
  std::string_view summary;
  /// kBadInput when the interview lacks what the format needs, such as times.
  Result<std::string> (*render)(const Interview& interview);
};

std::span<const InterviewFormat> interview_formats();
const InterviewFormat* find_interview_format(std::string_view name);

struct EvaluateOptions {
  ParseOptions parse;
  RoleHints roles;
  JobContext job;
};
/// Parses and structures one input.
Result<Interview> read_interview(const SourcePtr& source, const RuleBookPtr& book, const EvaluateOptions& options);
/// Parses, structures, scores and composes one input: the whole library in one call.
Result<Outcome> evaluate_source(const SourcePtr& source, const RuleBookPtr& book, const EvaluateOptions& options);

}  // namespace te
