// The requirements of the job description in words, each with what the interview shows of it.
#include <fmt/format.h>

#include "report/findings.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

std::string wish(const Requirement& r) {
  if (r.kind == RequirementKind::kResponsibility) return "Responsibility";
  return r.must ? "Required" : "Nice to have";
}

std::string asked(const Material& m, const RequirementCoverage& c) {
  if (c.asked.empty()) return "not asked";
  std::vector<std::string> lines;
  for (const auto q : c.asked) lines.push_back(std::to_string(m.interview.questions[q].line));
  return fmt::format("asked in line{} {}", lines.size() == 1 ? "" : "s", joined(lines));
}

std::string shown(const RequirementCoverage& c) {
  switch (c.shown) {
    case Shown::kNotAssessed:
    case Shown::kNotAsked: return "";
    case Shown::kNoEvidence: return ", no evidence";
    default: return fmt::format("{}{}", c.asked.empty() ? ", but " : ", ", shown_name(c.shown));
  }
}

/// What of several things is shown, when some are and some are not.
std::string parts(const Material& m, const Requirement& r, const RequirementCoverage& c) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < r.concepts.size(); ++i) {
    if (!c.depths[i]) missing.push_back(m.in_sentence(m.book.lexicon().concepts[r.concepts[i]].name));
  }
  if (missing.empty() || missing.size() == r.concepts.size()) return {};
  return fmt::format(" Not shown: {}.", joined(missing));
}

std::string time(double years) {
  if (years < 1) return counted(static_cast<std::size_t>(years * 12 + 0.5), "month");
  return fmt::format("{:.3g} year{}", years, years == 1 ? "" : "s");
}

std::string stated(const Requirement& r, const RequirementCoverage& c) {
  if (!r.years) return {};
  if (!c.stated) return fmt::format(" {} required, none stated.", capitalised(time(*r.years)));
  return fmt::format(" {} stated, {} required: {}.", capitalised(time(c.stated->years)), time(*r.years), c.stated->years >= *r.years ? "met" : "short");
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

Evidence evidence(const Quoted& p) { return {p.turn, p.line, text::single_line(p.quote)}; }

}  // namespace

std::vector<ReportItem> requirement_items(const Material& m) {
  std::vector<ReportItem> out;
  for (std::size_t i = 0; i < m.evaluation.requirements.size(); ++i) {
    const Requirement& r = m.evaluation.requirements[i];
    const RequirementCoverage& c = m.evaluation.coverage[i];
    ReportItem item;
    item.title = r.text;
    item.text = c.shown == Shown::kNotAssessed ? fmt::format("{}; not assessed from an interview.", wish(r)) : fmt::format("{}; {}{}.{}{}", wish(r), asked(m, c), shown(c), parts(m, r, c), stated(r, c));
    if (c.evidence) item.evidence.push_back(evidence(*c.evidence));
    if (c.stated && (!c.evidence || !overlap(c.evidence->span, c.stated->where.span))) item.evidence.push_back(evidence(c.stated->where));
    out.push_back(std::move(item));
  }
  return out;
}

}  // namespace te::report
