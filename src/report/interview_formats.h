// interview_formats.h: how interviews are shown and converted, one format per file; interview_formats.cpp holds the table.
#pragma once

#include <string>

#include "report/json_text.h"
#include "transcript_eval/render.h"

namespace te::report {

Result<std::string> render_interview_text(const Interview& interview);
Result<std::string> render_interview_json(const Interview& interview);
Result<std::string> render_interview_reference(const Interview& interview);
Result<std::string> render_interview_vtt(const Interview& interview);

// Parts that evaluations show as well.
void write_turns(Json::Items& add, const Interview& interview);
Json metadata_json(const Metadata& metadata);
Json diagnostics_json(const std::vector<Diagnostic>& diagnostics);
/// A turn's or question's text so that none of its lines begins a turn or rules off a section of a reference document.
std::string reference_text(std::string_view text, bool by_candidate);
/// The turns as "AI Recruiter:" and "Candidate:" paragraphs, which read back to the same turns.
std::string reference_dialogue(const Interview& interview);

}  // namespace te::report
