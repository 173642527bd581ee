// The candidates side by side: a table that is the heat map of the criteria, too.
#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/cohort_page.h"
#include "report/words.h"

namespace te::report {
namespace {

using Json = nlohmann::ordered_json;

Html sortable(const std::string& key, const std::string& name, const std::string& why, bool number, const std::string& sorted = "none") {
  return element("th", {{"scope", "col"}, {"aria-sort", sorted}, {"class", number ? "number" : ""}}, {element("button", {{"type", "button"}, {"data-key", key}, {"title", why}}, {name})});
}

/// A criterion's value on a ground as deep as the value is high.
Html heat(const std::optional<double>& value) {
  if (!value) return element("td", {{"class", "heat"}}, {"\u2013"});
  const auto step = static_cast<int>((std::clamp(*value, 1.0, 5.0) - 1.0) * 2.0);
  return element("td", {{"class", fmt::format("heat h{}", step)}}, {fmt::format("{:.1f}", *value)});
}

Html number(const std::string& text) { return element("td", {{"class", "number"}}, {text}); }

Html row(const Cohort::Member& m, std::size_t i, const std::string& rank, const std::vector<std::size_t>& criteria) {
  const Summary& s = m.summary;
  const Verdict v = verdict(s.decision);
  const bool scored = s.state == State::kScored;
  const std::string name = name_of(m);
  Html cells = element("td", {element("input", {{"type", "checkbox"}, {"class", "pick"}, {"aria-label", "Compare " + name}})});
  cells += number(rank);
  cells += element("th", {{"scope", "row"}}, {element("a", {{"href", path_link(m.report)}}, {name}), element("span", {{"class", "position"}}, {s.position})});
  cells += element("td", {{"class", fmt::format("decision {}", decision_name(s.decision))}}, {element("span", {{"class", "sign"}, {"aria-hidden", "true"}}, {std::string(v.sign)}), " ", std::string(v.words)});
  cells += element("td", {{"class", "number score"}}, {scored ? s.overall_raw.to_string(2) : "\u2013"});
  for (const std::size_t c : criteria) cells += scored ? heat(s.criteria[c]) : heat(std::nullopt);
  cells += number(fmt::format("{:.2f}", s.relevance));
  cells += number(s.level ? fmt::format("{:.1f}", *s.level) : "\u2013");
  cells += number(std::to_string(s.questions.size()));
  cells += number(std::to_string(s.diagnostics));
  return element("tr", {{"data-i", std::to_string(i)}}, {cells});
}

Html medians(const Members& members, const std::vector<std::size_t>& criteria) {
  const auto median = [&](const auto& value) {
    std::vector<double> values;
    for (const Cohort::Member* m : members) {
      if (m->summary.state != State::kScored) continue;
      if (const std::optional<double> v = value(m->summary)) values.push_back(*v);
    }
    return quantile(values, 0.5);
  };
  const auto cell = [](const std::optional<double>& v) { return number(v ? fmt::format("{:.2f}", *v) : "\u2013"); };
  Html cells = element("th", {{"scope", "row"}, {"colspan", "4"}}, {"Median of the scored"});
  cells += cell(median([](const Summary& s) { return std::optional(s.overall_raw.value()); }));
  for (const std::size_t c : criteria) cells += heat(median([c](const Summary& s) { return s.criteria[c]; }));
  cells += cell(median([](const Summary& s) { return std::optional(s.relevance); }));
  cells += cell(median([](const Summary& s) { return s.level; }));
  cells += element("td", {{"colspan", "2"}});
  return element("tfoot", {element("tr", {cells})});
}

Json rounded(const std::optional<double>& value) { return value ? Json(std::stod(fmt::format("{:.3f}", *value))) : Json(nullptr); }

Json figures(const Cohort::Member& m, const std::vector<std::size_t>& used) {
  const Summary& s = m.summary;
  const bool scored = s.state == State::kScored;
  Json criteria = Json::array();
  for (const std::size_t c : used) criteria.push_back(scored ? rounded(s.criteria[c]) : Json(nullptr));
  Json topics = Json::array();
  for (const ThreadSummary& t : s.threads) {
    if (t.state == State::kScored) topics.push_back({t.title, plain(type_name(t.type)), t.score_raw.value()});
  }
  std::map<std::string, int> flags;
  for (const QuestionSummary& q : s.questions) {
    for (const std::string& flag : q.flags) ++flags[plain(flag)];
  }
  return {{"name", name_of(m)}, {"report", path_link(m.report)}, {"position", s.position}, {"decision", decision_name(s.decision)}, {"verdict", std::string(verdict(s.decision).sign) + " " + std::string(verdict(s.decision).words)},
          {"score", scored ? Json(s.overall_raw.value()) : Json(nullptr)}, {"criteria", criteria}, {"relevance", rounded(s.relevance)}, {"level", rounded(s.level)}, {"questions", s.questions.size()}, {"notes", s.diagnostics},
          {"words", s.words}, {"talk", rounded(s.talk_share)}, {"topics", topics}, {"flags", flags}, {"strengths", s.strengths}, {"gaps", s.gaps}};
}

}  // namespace

Html candidate_table(const Cohort& cohort, const Members& ranked) {
  const Rubric& rubric = cohort.book->rubric();
  const std::vector<std::size_t> criteria = criteria_in_use(ranked);
  Html head = element("th", {{"scope", "col"}}, {element("span", {{"class", "hidden"}}, {"Compare"})});
  head += element("th", {{"scope", "col"}, {"class", "number"}}, {"#"});
  head += sortable("name", "Candidate", "Sort by name", false);
  head += sortable("decision", "Decision", "Sort by decision", false);
  head += sortable("score", "Score", "Overall score, 1 to 5", true, "descending");
  for (std::size_t k = 0; k < criteria.size(); ++k) head += sortable(fmt::format("criteria.{}", k), rubric.criteria[criteria[k]].title, rubric.criteria[criteria[k]].why, true);
  head += sortable("relevance", "Addressed", "How much of what was asked the answers address, 0 to 1", true);
  head += sortable("level", "Level", "Mean level of the concepts that the questions name, 1 basic to 3 advanced", true);
  head += sortable("questions", "Asked", "Questions asked", true);
  head += sortable("notes", "Notes", "Notes on the record", true);
  Html rows;
  std::string rank;
  std::string score;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    // Equal scores share a rank.
    const Summary& s = ranked[i]->summary;
    const std::string shown = s.state == State::kScored ? s.overall_raw.to_string(2) : "";
    if (shown.empty()) rank = "\u2013";
    else if (i == 0 || shown != score) rank = std::to_string(i + 1);
    score = shown;
    rows += row(*ranked[i], i, rank, criteria);
  }
  const Html table = element("table", {{"id", "candidates-table"}, {"class", "candidates"}}, {element("caption", {{"class", "hidden"}}, {"Candidates with decision, score and criteria"}), element("thead", {element("tr", {head})}), element("tbody", {rows}), medians(ranked, criteria)});
  return element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Candidates"}}, {table});
}

Html filters(const Members& members) {
  std::array<std::size_t, kDecisions> decisions{};
  for (const Cohort::Member* m : members) ++decisions[static_cast<std::size_t>(m->summary.decision)];
  Html choices = element("option", {{"value", ""}}, {"All decisions"});
  for (std::size_t d = 0; d < kDecisions; ++d) {
    const auto decision = static_cast<Decision>(d);
    if (decisions[d] > 0) choices += element("option", {{"value", std::string(decision_name(decision))}}, {fmt::format("{} ({})", verdict(decision).words, decisions[d])});
  }
  Html positions = element("option", {{"value", ""}}, {"All positions"});
  const auto groups = by_position(members);
  for (const auto& [name, group] : groups) {
    if (!name.empty()) positions += element("option", {{"value", name}}, {fmt::format("{} ({})", name, group.size())});
  }
  Html out = element("label", {"Find ", element("input", {{"type", "search"}, {"id", "find"}, {"placeholder", "name or position"}})});
  out += element("label", {"Decision ", element("select", {{"id", "decision"}}, {choices})});
  if (groups.size() > 1) out += element("label", {"Position ", element("select", {{"id", "position"}}, {positions})});
  out += element("label", {"Score from ", element("input", {{"type", "number"}, {"id", "least"}, {"min", "1"}, {"max", "5"}, {"step", "0.1"}})});
  out += element("output", {{"id", "shown"}, {"aria-live", "polite"}}, {fmt::format("{} interviews", members.size())});
  return element("form", {{"class", "filters"}, {"id", "filters"}, {"hidden", ""}, {"role", "search"}}, {out});
}

Html cohort_data(const Cohort& cohort, const Members& ranked) {
  Json criteria = Json::array();
  const std::vector<std::size_t> used = criteria_in_use(ranked);
  for (const std::size_t c : used) criteria.push_back(cohort.book->rubric().criteria[c].title);
  Json members = Json::array();
  for (const Cohort::Member* m : ranked) members.push_back(figures(*m, used));
  const Json data = {{"criteria", criteria}, {"members", members}};
  std::string text;
  // Nothing in a name may end the block.
  for (const char c : data.dump(-1, ' ', false, Json::error_handler_t::replace)) text += c == '<' ? "\\u003c" : std::string(1, c);
  return element("script", {{"type", "application/json"}, {"id", "data"}}, {Html::trusted(text)});
}

}  // namespace te::report
