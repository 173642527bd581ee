// Who was asked what: candidates can be compared as far as they were asked the same.
#include <algorithm>

#include <fmt/format.h>

#include "report/cohort_page.h"
#include "report/words.h"

namespace te::report {
namespace {

constexpr std::size_t kListed = 25;

std::string share(std::size_t some, std::size_t all) { return fmt::format("{} of {}", some, all); }

Html share_bar(std::size_t some, std::size_t all) {
  const double width = 100.0 * static_cast<double>(some) / static_cast<double>(std::max<std::size_t>(all, 1));
  return element("svg", {{"class", "bar"}, {"viewBox", "0 0 100 6"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}},
                 {element("rect", {{"class", "track"}, {"width", "100"}, {"height", "6"}}), element("rect", {{"class", "fill"}, {"width", fmt::format("{:.1f}", width)}, {"height", "6"}})});
}

Html cell(std::string_view css, const Html& content) { return element("td", {{"class", std::string(css)}}, {content}); }

/// What was asked, in how many interviews, how often in one, and how the answers scored.
Html asked_table(const std::string& name, const std::string& what, const std::vector<Asked>& list, std::size_t interviews) {
  if (list.empty()) return {};
  Html rows;
  for (std::size_t i = 0; i < std::min(list.size(), kListed); ++i) {
    const Asked& a = list[i];
    const bool everybody = a.interviews == interviews;
    const std::string per = a.least == a.most ? std::to_string(a.most) : fmt::format("{}\u2013{}", a.least, a.most);
    rows += element("tr", {element("th", {{"scope", "row"}}, {a.name}), cell("number", share(a.interviews, interviews)), cell("share", share_bar(a.interviews, interviews)), cell("everybody", everybody ? "all" : "not all"), cell("number", per),
                           cell("number", a.mean ? fmt::format("{:.2f}", *a.mean) : "\u2013")});
  }
  const auto column = [](std::string_view css, const std::string& text) { return element("th", {{"scope", "col"}, {"class", std::string(css)}}, {text}); };
  const Html head = element("thead", {element("tr", {column("", what), column("number", "Interviews"), column("", ""), column("", "Asked of"), column("number", "In each"), column("number", "Mean score")})});
  Html out = element("h3", {name});
  out += element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", name}}, {element("table", {{"class", "asked"}}, {head, element("tbody", {rows})})});
  if (list.size() > kListed) out += element("p", {{"class", "quiet"}}, {fmt::format("{} more are not listed.", list.size() - kListed)});
  return out;
}

Html flow_list(const Consistency& c) {
  constexpr std::size_t kFlows = 8;
  Html rows;
  for (std::size_t i = 0; i < std::min(c.flows.size(), kFlows); ++i) rows += element("li", {element("b", {share(c.flows[i].second, c.interviews)}), " ", c.flows[i].first});
  Html out = element("h3", {"Order of the topics"});
  out += element("ul", {{"class", "flows"}}, {rows});
  if (c.flows.size() > kFlows) out += element("p", {{"class", "quiet"}}, {fmt::format("{} other orders are not listed.", c.flows.size() - kFlows)});
  return out;
}

Html departures(const std::string& what, const Members& members) {
  if (members.empty()) return {};
  Html links;
  for (std::size_t i = 0; i < std::min(members.size(), kListed); ++i) {
    if (i > 0) links += ", ";
    links += element("a", {{"href", path_link(members[i]->report)}}, {name_of(*members[i])});
    links += fmt::format(" ({:.1f})", *members[i]->summary.level);
  }
  if (members.size() > kListed) links += fmt::format(" and {} more", members.size() - kListed);
  return element("p", {element("b", {what}), " ", links});
}

Html difficulty(const Consistency& c) {
  if (!c.level) return {};
  Html out = element("h3", {"Difficulty of the questions"});
  out += element("p", {fmt::format("The concepts that the questions name have a median level of {:.1f} (1 basic, 2 intermediate, 3 advanced).", *c.level)});
  out += departures("Easier questions:", c.easier);
  out += departures("Harder questions:", c.harder);
  if (c.easier.empty() && c.harder.empty()) out += element("p", {{"class", "quiet"}}, {fmt::format("No interview departs from it by more than {:g}.", kLevelStep)});
  return out;
}

/// One sentence that says whether these candidates can be compared.
std::string conclusion(const Consistency& c) {
  const auto everybody = static_cast<std::size_t>(std::count_if(c.questions.begin(), c.questions.end(), [&](const Asked& q) { return q.interviews == c.interviews; }));
  const std::size_t all = c.questions.size() + c.single_questions;
  return fmt::format("Different questions: {}. Asked of everybody: {}; of some: {}; of one candidate only: {}.", all, everybody, c.questions.size() - everybody, c.single_questions);
}

Html group(const std::string& position, const Members& members, bool open) {
  const Consistency c = consistency(members);
  Html body = element("p", {conclusion(c)});
  body += flow_list(c);
  body += asked_table("Kinds of questions", "Kind", c.types, c.interviews);
  body += asked_table("Skill areas that questions name", "Area", c.areas, c.interviews);
  body += asked_table("Questions in the same words", "Question", c.questions, c.interviews);
  body += difficulty(c);
  const Html summary = element("summary", {element("b", {position.empty() ? "Position not stated" : position}), fmt::format(" \u00B7 {} interviews", members.size())});
  return open ? element("details", {{"open", ""}}, {summary, body}) : element("details", {summary, body});
}

}  // namespace

Html consistency_section(const Members& members) {
  constexpr std::size_t kGroups = 20;
  Html out;
  std::size_t groups = 0;
  std::size_t single = 0;
  for (const auto& [position, group_members] : by_position(members)) {
    if (group_members.size() < 2) ++single;
    else if (groups++ < kGroups) out += group(position, group_members, groups == 1);
  }
  if (out.empty()) return element("p", {{"class", "quiet"}}, {"No two interviews are for the same position."});
  if (groups > kGroups) out += element("p", {{"class", "quiet"}}, {fmt::format("{} more positions are not listed.", groups - kGroups)});
  if (single > 0) out += element("p", {{"class", "quiet"}}, {fmt::format("{} for a position of {} own {} left out.", single == 1 ? "One interview" : fmt::format("{} interviews", single), single == 1 ? "its" : "their", single == 1 ? "is" : "are")});
  return out;
}

}  // namespace te::report
