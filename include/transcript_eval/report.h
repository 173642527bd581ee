// report.h: the evaluation in words.
//
// Is:      every sentence of the evaluation report, the HR report and the recommendation, each with the evidence behind it.
// Is not:  a layout. Renderers (render.h) decide how it looks and change no content.
// Owns:    its strings. Quotes inside them are exact slices of the source with white space folded to one line.
// Errors:  none.
#pragma once

#include <string>
#include <vector>

#include "transcript_eval/evaluation.h"

namespace te {

/// The candidate's own words behind a statement.
struct Evidence {
  std::uint32_t turn = 0;
  std::uint32_t line = 0;
  std::string quote;
};

struct ReportItem {
  std::string title;
  std::string text;
  bool critical = false;  ///< development areas only
  std::vector<Evidence> evidence;
  std::string follow_up;   ///< development areas only: what to ask in the next round; may be empty
  std::string listen_for;  ///< what a good answer to that says, where the lexicon or the bank knows it
};

struct Report {
  std::vector<std::string> thread_titles;          ///< parallel to Interview::threads
  std::vector<std::string> thread_justifications;  ///< parallel to Interview::threads
  std::vector<std::string> question_justifications;///< parallel to Interview::questions
  std::string suitability;
  std::vector<ReportItem> strengths;
  std::vector<Evidence> beginnings;                ///< where nothing is a strength: the statements that come nearest to one
  std::vector<ReportItem> development_areas;
  std::vector<std::string> technical_skills;
  std::vector<ReportItem> requirements;            ///< parallel to Evaluation::requirements; title: what is asked for
  std::string communication;
  std::string recommendation;                      ///< begins with the decision in bold Markdown
};

Report compose(const Interview& interview, const Evaluation& evaluation, const RuleBook& book);

}  // namespace te
