// The page about one interview: one file that needs nothing else.
#include <array>

#include <fmt/format.h>

#include "report/formats.h"
#include "report/html_report.h"

namespace te::report {
namespace {

struct Section {
  std::string_view id;
  std::string_view title;
  Html (*build)(const ReportPage&);  ///< empty: there is nothing to say
};

constexpr std::array<Section, 6> kSections = {{
    {"overview", "At a glance", overview_section},
    {"findings", "Findings", findings_section},
    {"requirements", "What the job asks for", requirements_section},
    {"topics", "Topics and points", topics_section},
    {"transcript", "Transcript", transcript_section},
    {"notes", "Notes on the record", notes_section},
}};

std::string name_of(const ReportPage& page) { return page.summary.candidate.empty() ? "Candidate not named" : page.summary.candidate; }

}  // namespace

std::string render_html(const Outcome& o) {
  const ReportPage page(o);
  Html links;
  Html sections;
  for (const Section& s : kSections) {
    const Html content = s.build(page);
    if (content.empty()) continue;
    links += element("li", {element("a", {{"href", fmt::format("#{}", s.id)}}, {s.title})});
    sections += element("section", {{"id", std::string(s.id)}, {"aria-labelledby", fmt::format("{}-title", s.id)}}, {element("h2", {{"id", fmt::format("{}-title", s.id)}}, {s.title}), content});
  }
  const std::string position = page.summary.position.empty() ? "Position not stated" : page.summary.position;
  const Html head = element("header", {{"class", "masthead"}}, {element("p", {{"class", "overline"}}, {"Interview evaluation"}), element("h1", {name_of(page)}), element("p", {{"class", "position"}}, {position})});
  Html body = element("a", {{"class", "skip"}, {"href", "#main"}}, {"Skip to the evaluation"});
  body += element("nav", {{"aria-label", "Sections"}}, {element("div", {{"class", "wide"}}, {element("span", {{"class", "who"}}, {name_of(page)}), element("ul", {links})})});
  body += element("main", {{"id", "main"}, {"class", "wide"}}, {head, verdict_section(page), sections});
  body += element("footer", {{"class", "wide"}}, {provenance(page)});
  return html_page(name_of(page) + " \u2013 " + position, {"base.css", "report.css"}, "report.js", body);
}

}  // namespace te::report
