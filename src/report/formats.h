// formats.h: the renderers, one per file; formats.cpp holds the table.
#pragma once

#include <string>

#include "transcript_eval/render.h"

namespace te::report {

std::string render_text(const Outcome& outcome);
/// The topic's questions by their ids: "Q3", "Q3-Q5".
std::string question_range(const Interview& interview, std::size_t thread);
/// Score, decision and one line per topic. `columns` is the width to fill.
std::string summary_card(const Outcome& outcome, std::size_t columns);
std::string render_document(const Outcome& outcome);
std::string render_feedback(const Outcome& outcome);
std::string render_json(const Outcome& outcome);
std::string render_json_line(const Outcome& outcome);
std::string render_markdown(const Outcome& outcome);
std::string render_csv(const Outcome& outcome);
std::string csv_header(const RuleBook& book);
std::string render_html(const Outcome& outcome);
std::vector<NamedFile> cohort_pages(const Cohort& cohort);

}  // namespace te::report
