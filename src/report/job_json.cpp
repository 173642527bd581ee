#include "report/job_json.h"

#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

Json passage(const std::optional<Quoted>& p) {
  if (!p) return nullptr;
  return {{"turn", p->turn}, {"begin", p->span.begin}, {"end", p->span.end}, {"line", p->line}, {"quote", text::without_returns(p->quote)}};
}

Json years(const Requirement& r, const RequirementCoverage& c) {
  if (!r.years) return nullptr;
  return {{"required", rounded(*r.years, 2)},
          {"at_most", r.years_at_most ? Json(rounded(*r.years_at_most, 2)) : Json(nullptr)},
          {"stated", c.stated ? Json(rounded(c.stated->years, 2)) : Json(nullptr)},
          {"state", !c.stated ? "not_stated" : c.stated->years >= *r.years ? "met" : "short"},
          {"evidence", c.stated ? passage(c.stated->where) : Json(nullptr)}};
}

}  // namespace

Json requirements_json(const Outcome& o) {
  Json out = Json::array();
  for (std::size_t i = 0; i < o.evaluation.requirements.size(); ++i) {
    const Requirement& r = o.evaluation.requirements[i];
    const RequirementCoverage& c = o.evaluation.coverage[i];
    Json concepts = Json::array();
    for (std::size_t k = 0; k < r.concepts.size(); ++k) {
      const Concept& named = o.book->lexicon().concepts[r.concepts[k]];
      concepts.push_back({{"id", named.id}, {"name", named.name}, {"depth", c.depths[k] ? Json(depth_name(*c.depths[k])) : Json(nullptr)}});
    }
    Json asked = Json::array();
    for (const auto q : c.asked) asked.push_back(o.interview.questions[q].id);
    out.push_back({{"kind", requirement_kind_name(r.kind)}, {"text", r.text}, {"must", r.must}, {"line", r.line}, {"begin", r.span.begin}, {"end", r.span.end},
                   {"concepts", concepts}, {"asked", asked}, {"shown", shown_name(c.shown)}, {"evidence", passage(c.evidence)}, {"years", years(r, c)}});
  }
  return out;
}

}  // namespace te::report
