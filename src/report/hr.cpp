// The HR report beside strengths, development areas and communication: suitability and skills.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/passages.h"
#include "report/words.h"

namespace te::report {
namespace {

/// "with all five topics at 4 or better", "with none of three topics at 4 or better", "in a single topic".
std::string good_topics(std::size_t n, std::size_t all, double good) {
  if (all == 1) return "in a single topic";
  if (n == all) return fmt::format("with all {} topics at {:g} or better", number_word(all), good);
  return fmt::format("with {} of {} topics at {:g} or better", n == 0 ? "none" : number_word(n), number_word(all), good);
}

/// "three critical gaps, among them 'Kafka' and 'Replication'".
std::string gap_list(const Report& report, bool critical, std::string_view noun) {
  constexpr std::size_t kNamed = 2;
  std::vector<std::string> titles;
  std::size_t n = 0;
  for (const ReportItem& item : report.development_areas) {
    if (item.critical != critical) continue;
    ++n;
    if (titles.size() < kNamed) titles.push_back(fmt::format("'{}'", item.title));
  }
  if (n == 0) return {};
  return fmt::format("{}, {}{}", counted(n, noun), n > titles.size() ? "among them " : "", joined(titles));
}

std::string suitability(const Material& m, const Report& report) {
  const Evaluation& e = m.evaluation;
  const Rubric& rubric = m.book.rubric();
  const std::string role = m.interview.position.empty() ? "the position" : fmt::format("the {} position", m.interview.position);
  if (e.state != State::kScored) return fmt::format("Suitability for {} cannot be judged from this transcript: {}.", role, e.reason);
  std::size_t scored = 0;
  std::size_t good = 0;
  for (const ThreadEvaluation& t : e.threads) {
    if (t.state != State::kScored) continue;
    ++scored;
    good += t.score_raw.value() >= rubric.proceed_at_least ? 1 : 0;
  }
  const char* level = e.decision == Decision::kProceed ? "strong" : e.decision == Decision::kReservations ? "partial" : "low";
  std::string out = fmt::format("The answers show {} suitability for {}: {} of 5 overall, {}.", level, role, e.overall_raw.to_string(2), good_topics(good, scored, rubric.proceed_at_least));
  std::vector<std::string> themes;
  for (const ReportItem& item : report.strengths) {
    if (themes.size() < 3) themes.push_back(item.title.ends_with('?') ? fmt::format("the answer to '{}'", item.title) : m.in_running_text(item.title));
  }
  if (!themes.empty()) append(out, fmt::format("What speaks for the candidate: {}.", joined(themes, "; ", "; ")));
  const std::string critical = gap_list(report, true, "critical gap");
  const std::string minor = gap_list(report, false, "development area");
  if (!critical.empty()) append(out, fmt::format("What speaks against: {}.", critical));
  else if (!minor.empty() && e.decision != Decision::kProceed) append(out, fmt::format("What holds the score back: {}.", minor));
  return out;
}

struct Skill {
  std::string name;
  Depth depth = Depth::kMentioned;
  std::uint32_t count = 0;
  bool tangible = false;  ///< a tool or language: naming it says something
};

/// Skills by area, each at the greatest depth at which it is shown.
std::map<std::string_view, std::vector<Skill>> skills_by_area(const Material& m) {
  constexpr double kAnyAnswer = 2.0;
  std::map<std::uint32_t, Skill> skills;
  for (const QuestionEvaluation& e : m.evaluation.questions) {
    if (e.state != State::kScored || e.score_raw.value() < kAnyAnswer) continue;
    for (const ConceptUse& use : e.concepts) {
      if (!m.is_subject(use) || (use.asked && use.depth == Depth::kMentioned)) continue;
      const Concept& c = m.concept_of(use);
      Skill& skill = skills[use.concept_index];
      skill.name = c.name;
      skill.count += use.count;
      skill.depth = std::max(skill.depth, use.depth);
      skill.tangible = c.kind == "tool" || c.kind == "language";
    }
  }
  std::map<std::string_view, std::vector<Skill>> out;
  for (const auto& [index, skill] : skills) {
    if (skill.depth != Depth::kMentioned || skill.count > 1 || skill.tangible) out[m.book.lexicon().concepts[index].area].push_back(skill);
  }
  return out;
}

/// What is at least named where nothing is shown, in the order of the interview.
std::string only_named(const Material& m) {
  constexpr std::size_t kNames = 8;
  std::vector<std::string> names;
  for (const QuestionEvaluation& e : m.evaluation.questions) {
    for (const ConceptUse& use : e.concepts) {
      const std::string_view name = m.concept_of(use).name;
      if (m.is_subject(use) && !use.asked && names.size() < kNames && std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
    }
  }
  return names.empty() ? std::string() : fmt::format("Named without being shown: {}", joined(names, ", "));
}

void technical_skills(const Material& m, Report& report) {
  constexpr std::size_t kNames = 6;
  constexpr std::size_t kAreas = 9;
  struct Row {
    double weight = 0;
    std::string text;
  };
  std::vector<Row> rows;
  for (auto& [area, skills] : skills_by_area(m)) {
    std::stable_sort(skills.begin(), skills.end(), [](const Skill& a, const Skill& b) { return a.depth != b.depth ? a.depth > b.depth : a.count > b.count; });
    Row row;
    std::vector<std::string> names;
    for (const Skill& s : skills) {
      row.weight += s.depth == Depth::kApplied ? 1.3 : s.depth == Depth::kExplained ? 1.0 : 0.3;
      if (names.size() < kNames) names.push_back(fmt::format("{} ({})", s.name, depth_name(s.depth)));
    }
    row.text = fmt::format("{}: {}", m.area_name(area), joined(names, ", "));
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.weight > b.weight; });
  if (rows.empty()) {
    const std::string named = only_named(m);
    if (!named.empty()) report.technical_skills.push_back(named);
  }
  // What is named once beside several fields that are really known is chance.
  constexpr double kOneMention = 0.5;
  for (const Row& row : rows) {
    if (report.technical_skills.size() >= kAreas || (row.weight < kOneMention && report.technical_skills.size() >= 4)) break;
    report.technical_skills.push_back(row.text);
  }
}

}  // namespace

void compose_hr_report(const Material& m, Report& report) {
  report.suitability = suitability(m, report);
  technical_skills(m, report);
  report.communication = compose_communication(m, report);
}

}  // namespace te::report
