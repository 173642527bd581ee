// The dialogue with its marked passages, what is worth knowing about the record, and what judged it.
#include <map>

#include <fmt/format.h>

#include "report/html_report.h"
#include "report/words.h"

namespace te::report {
namespace {

std::string clock(double seconds) {
  const auto whole = static_cast<long long>(seconds);
  return whole >= 3600 ? fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60) : fmt::format("{}:{:02}", whole / 60, whole % 60);
}

Html turn(const ReportPage& page, std::size_t i, const std::vector<std::string>& asks) {
  const Transcript& t = page.outcome.interview.transcript;
  const Role role = page.outcome.interview.role_of(t.turns[i]);
  Html where = element("b", {t.speakers[t.turns[i].speaker]});
  where += element("span", {{"class", "line"}}, {fmt::format("line {}", t.turns[i].line)});
  if (t.turns[i].start_s) where += element("span", {{"class", "line"}}, {clock(*t.turns[i].start_s)});
  for (const std::string& id : asks) where += element("a", {{"class", "id"}, {"href", "#" + id}}, {id});
  return element("div", {{"class", fmt::format("turn {}", role_name(role))}, {"id", fmt::format("t{}", i)}, {"tabindex", "-1"}}, {element("p", {{"class", "speaker"}}, {where}), element("div", {{"class", "said"}, {"dir", "auto"}}, {page.marks.turn_text(i)})});
}

Html diagnostic(const Diagnostic& d) {
  return element("li", {{"class", std::string(severity_name(d.severity))}}, {element("b", {capitalised(std::string(severity_name(d.severity)))}), d.line > 0 ? fmt::format(", line {}: ", d.line) : ": ", d.message, " ", element("code", {d.code})});
}

}  // namespace

Html transcript_section(const ReportPage& page) {
  std::map<std::size_t, std::vector<std::string>> asked;
  for (const Question& q : page.outcome.interview.questions) asked[q.turn].push_back(q.id);
  Html turns;
  for (std::size_t i = 0; i < page.outcome.interview.transcript.turns.size(); ++i) turns += turn(page, i, asked[i]);
  Html out = element("p", {{"class", "note"}}, {"Passages that moved a score are marked: ", element("mark", {{"class", "earned"}}, {"points earned"}), " and ", element("mark", {{"class", "lost"}}, {"points lost"}),
                                                ". Each one leads to its row in the ledger, and the row leads back."});
  out += element("p", {{"class", "tools"}}, {element("button", {{"type", "button"}, {"id", "plain-text"}, {"aria-pressed", "false"}, {"hidden", ""}}, {"Hide the marks"}), " ", element("a", {{"class", "skip-to"}, {"href", "#provenance"}}, {"Skip the transcript"})});
  return out += element("div", {{"class", "turns"}}, {turns});
}

Html notes_section(const ReportPage& page) {
  Html rows;
  for (const auto* list : {&page.outcome.interview.diagnostics, &page.outcome.evaluation.diagnostics}) {
    for (const Diagnostic& d : *list) rows += diagnostic(d);
  }
  return rows.empty() ? rows : element("ul", {{"class", "diagnostics"}}, {rows});
}

Html provenance(const ReportPage& page) {
  const Outcome& o = page.outcome;
  const SourceText& source = *o.interview.transcript.source;
  Html rows = definition("Transcript", hashed(source.path(), source.sha256()));
  rows += definition("Format", fmt::format("{}, {} bytes, {} turns; roles certain to {}", o.interview.transcript.format, source.input_bytes(), o.interview.transcript.turns.size(), percent(o.interview.role_confidence)));
  rows += judges(*o.book);
  const Html note = element("p", {"Made by written rules, without a language model. It is advice to a person who decides; scores of another version, rubric or lexicon are not comparable."});
  return element("div", {{"id", "provenance"}, {"tabindex", "-1"}}, {element("h2", {"Provenance"}), note, element("dl", {rows})});
}

}  // namespace te::report
