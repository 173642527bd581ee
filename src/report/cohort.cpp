// The page about many interviews, and the same figures for a spreadsheet.
#include <algorithm>

#include <fmt/format.h>

#include "report/cohort_page.h"
#include "report/csv.h"
#include "report/formats.h"

namespace te::report {
namespace {

Html section(const std::string& id, const std::string& title, const Html& content) {
  if (content.empty()) return {};
  return element("section", {{"id", id}, {"aria-labelledby", id + "-title"}}, {element("h2", {{"id", id + "-title"}}, {title}), content});
}

/// Best first, those without a score last, equal ones in the order of the inputs.
Members ranking(const Cohort& cohort) {
  Members out;
  for (const Cohort::Member& m : cohort.members) out.push_back(&m);
  const auto score = [](const Cohort::Member* m) { return m->summary.state == State::kScored ? m->summary.overall_raw : Points(); };
  std::stable_sort(out.begin(), out.end(), [&](const Cohort::Member* a, const Cohort::Member* b) { return score(a) > score(b); });
  return out;
}

Html key_figures(const Members& members) {
  std::array<std::size_t, kDecisions> decisions{};
  std::vector<double> scores;
  for (const Cohort::Member* m : members) {
    ++decisions[static_cast<std::size_t>(m->summary.decision)];
    if (m->summary.state == State::kScored) scores.push_back(m->summary.overall_raw.value());
  }
  Html out;
  for (std::size_t d = 0; d < kDecisions; ++d) {
    const auto decision = static_cast<Decision>(d);
    const Verdict v = verdict(decision);
    out += element("div", {{"class", std::string(decision_name(decision))}}, {element("dt", {element("span", {{"class", "sign"}, {"aria-hidden", "true"}}, {std::string(v.sign)}), " ", std::string(v.words)}), element("dd", {std::to_string(decisions[d])})});
  }
  if (!scores.empty()) {
    out += element("div", {element("dt", {"Median score"}), element("dd", {fmt::format("{:.2f}", *quantile(scores, 0.5))})});
    out += element("div", {element("dt", {"Middle half"}), element("dd", {fmt::format("{:.2f}\u2013{:.2f}", *quantile(scores, 0.25), *quantile(scores, 0.75))})});
  }
  return element("dl", {{"class", "figures"}}, {out});
}

Html candidates(const Cohort& cohort, const Members& ranked) {
  Html out = element("p", {{"class", "note"}}, {"A column head sorts. The deeper the ground of a criterion, the higher its mean over the answers. Choose two or more candidates to see them side by side."});
  out += filters(ranked);
  out += candidate_table(cohort, ranked);
  out += element("div", {{"class", "picked"}, {"id", "picked"}, {"hidden", ""}}, {element("span", {{"id", "picked-count"}, {"aria-live", "polite"}}), element("a", {{"href", "#compare"}}, {"Compare"}), element("button", {{"type", "button"}, {"id", "unpick"}}, {"Clear"})});
  return out;
}

Html comparison() {
  return element("section", {{"id", "compare"}, {"aria-labelledby", "compare-title"}, {"hidden", ""}}, {element("h2", {{"id", "compare-title"}}, {"Side by side"}), element("div", {{"class", "scroll"}, {"id", "side-by-side"}, {"tabindex", "0"}, {"role", "region"}, {"aria-labelledby", "compare-title"}})});
}

Html failures(const Cohort& cohort) {
  Html rows;
  for (const std::string& f : cohort.failures) rows += element("li", {f});
  return rows.empty() ? rows : element("ul", {{"class", "failures"}}, {rows});
}

Html provenance(const Cohort& cohort) {
  return element("div", {element("h2", {"Provenance"}), element("p", {"Made by written rules, without a language model, one interview like the other. It is advice to a person who decides."}), element("dl", {judges(*cohort.book)})});
}

std::string page(const Cohort& cohort) {
  const Members ranked = ranking(cohort);
  const Html head = element("header", {{"class", "masthead"}}, {element("p", {{"class", "overline"}}, {"Interview evaluations"}), element("h1", {fmt::format("{} interview{}", ranked.size(), ranked.size() == 1 ? "" : "s")}),
                                                              element("p", {{"class", "position"}}, {"All figures as a table: ", element("a", {{"href", "cohort.csv"}}, {"cohort.csv"})})});
  const Html unread = failures(cohort);
  Html links;
  for (const auto& [id, title] : {std::pair("candidates", "Candidates"), std::pair("distribution", "Scores"), std::pair("consistency", "Questions")}) links += element("li", {element("a", {{"href", fmt::format("#{}", id)}}, {title})});
  Html body = element("a", {{"class", "skip"}, {"href", "#candidates"}}, {"Skip to the candidates"});
  body += element("nav", {{"aria-label", "Sections"}}, {element("div", {{"class", "wide"}}, {element("span", {{"class", "who"}}, {"Interview evaluations"}), element("ul", {links})})});
  body += element("main", {{"class", "wide"}}, {head, key_figures(ranked), section("unread", "Without a result", unread), section("distribution", "Distribution of scores", distribution(ranked, cohort.book->rubric())),
                                                section("candidates", "Candidates and criteria", candidates(cohort, ranked)), comparison(), section("consistency", "Who was asked what", consistency_section(ranked))});
  body += element("footer", {{"class", "wide"}}, {provenance(cohort)});
  body += cohort_data(cohort, ranked);
  return html_page(fmt::format("{} interviews", ranked.size()), {"base.css", "cohort.css"}, "cohort.js", body);
}

}  // namespace

std::string name_of(const Cohort::Member& member) { return member.summary.candidate.empty() ? member.report.substr(0, member.report.rfind('.')) : member.summary.candidate; }

std::vector<NamedFile> cohort_pages(const Cohort& cohort) {
  std::string csv = csv_header(*cohort.book);
  for (const Cohort::Member& m : cohort.members) csv += csv_rows(m.summary, *cohort.book);
  return {{"index.html", page(cohort)}, {"cohort.csv", std::move(csv)}};
}

}  // namespace te::report
