#include "report/formats.h"

#include <array>

namespace te {
namespace {

constexpr std::array<OutputFormat, 5> kFormats = {{
    {"text", ".evaluation.txt", "the evaluation, the HR report and the recommendation", report::render_text},
    {"document", ".document.txt", "the whole reference document, with dialogue, questions and answers", report::render_document},
    {"json", ".json", "the result object, indented", report::render_json},
    {"jsonl", ".jsonl", "the result object on one line", report::render_json_line},
    {"feedback", ".feedback.txt", "a letter to the candidate, without a score", report::render_feedback},
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

Result<Outcome> evaluate_source(const SourcePtr& source, const RuleBookPtr& book, const EvaluateOptions& options) {
  auto transcript = parse_transcript(source, options.parse);
  if (!transcript) return tl::unexpected(transcript.error());
  RoleHints roles = options.roles;
  if (!options.job.position.empty()) roles.position = options.job.position;
  auto interview = build_interview(std::move(*transcript), book, roles);
  if (!interview) return tl::unexpected(interview.error());
  Evaluation evaluation = evaluate(*interview, *book, options.job);
  Report report = compose(*interview, evaluation, *book);
  return Outcome{std::move(*interview), std::move(evaluation), std::move(report), book};
}

}  // namespace te
