#include "report/interview_formats.h"

#include <array>

namespace te {
namespace {

constexpr std::array<InterviewFormat, 4> kFormats = {{
    {"text", ".parse.txt", "tables of turns, questions, metadata and diagnostics", report::render_interview_text},
    {"json", ".parse.json", "the same as one object", report::render_interview_json},
    {"reference", ".reference.txt", "the dialogue as a reference document, to convert any format to it", report::render_interview_reference},
    {"vtt", ".vtt", "WebVTT captions, for transcripts with times", report::render_interview_vtt},
}};

}  // namespace

std::span<const InterviewFormat> interview_formats() { return kFormats; }

const InterviewFormat* find_interview_format(std::string_view name) {
  for (const InterviewFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace te
