#include "report/formats.h"

#include <array>

namespace te {
namespace {

constexpr std::array<OutputFormat, 8> kFormats = {{
    {"text", ".evaluation.txt", "the evaluation, the HR report and the recommendation", report::render_text},
    {"document", ".document.txt", "the whole reference document, with dialogue, questions and answers", report::render_document},
    {"json", ".json", "the result object, indented", report::render_json},
    {"jsonl", ".jsonl", "the result object on one line", report::render_json_line},
    {"feedback", ".feedback.txt", "a letter to the candidate, without a score", report::render_feedback},
    {"markdown", ".evaluation.md", "the report for a wiki, an issue or an applicant tracking system", report::render_markdown},
    {"csv", ".evaluation.csv", "one row per interview and one per question, for a spreadsheet", report::render_csv, report::csv_header},
    {"html", ".html", "a page to read, print and forward; with --output DIR a cohort page beside the reports", report::render_html, nullptr, report::cohort_pages},
}};

}  // namespace

std::span<const OutputFormat> output_formats() { return kFormats; }

const OutputFormat* find_format(std::string_view name) {
  for (const OutputFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

std::string_view version() { return TE_VERSION; }

Result<Interview> read_interview(const SourcePtr& source, const RuleBookPtr& book, const EvaluateOptions& options) {
  auto transcript = parse_transcript(source, options.parse);
  if (!transcript) return tl::unexpected(transcript.error());
  RoleHints roles = options.roles;
  if (!options.job.position.empty()) roles.position = options.job.position;
  return build_interview(std::move(*transcript), book, roles);
}

Result<Outcome> evaluate_source(const SourcePtr& source, const RuleBookPtr& book, const EvaluateOptions& options) {
  auto interview = read_interview(source, book, options);
  if (!interview) return tl::unexpected(interview.error());
  Evaluation evaluation = evaluate(*interview, *book, options.job);
  Report report = compose(*interview, evaluation, *book);
  return Outcome{std::move(*interview), std::move(evaluation), std::move(report), book};
}

}  // namespace te
