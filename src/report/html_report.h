// html_report.h: the sections of the page about one interview, one file per group.
#pragma once

#include "report/html_marks.h"
#include "report/html_page.h"

namespace te::report {

/// Everything that a section reads.
struct ReportPage {
  const Outcome& outcome;
  Summary summary;
  Marks marks;

  explicit ReportPage(const Outcome& o) : outcome(o), summary(summarize(o)), marks(o) {}
};

// html_verdict.cpp: what a reader with one minute reads.
Html verdict_section(const ReportPage& page);
Html overview_section(const ReportPage& page);
Html findings_section(const ReportPage& page);
Html requirements_section(const ReportPage& page);
// html_topics.cpp: each topic with its answers and how their points add up.
Html topics_section(const ReportPage& page);
// html_transcript.cpp: the dialogue with marked passages; notes about it; what judged it.
Html transcript_section(const ReportPage& page);
Html notes_section(const ReportPage& page);
Html provenance(const ReportPage& page);

}  // namespace te::report
