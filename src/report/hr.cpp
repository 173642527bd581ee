// The HR report beside strengths and development areas: suitability, skills, communication.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/passages.h"
#include "report/words.h"

namespace te::report {
namespace {

/// "all five topics", "two of five topics", "none of three topics".
std::string part_of(std::size_t n, std::size_t all) {
  if (all == 1) return n == 1 ? "the one topic" : "not the one topic";
  if (n == all) return fmt::format("all {} topics", number_word(all));
  return fmt::format("{} of {} topics", n == 0 ? "none" : number_word(n), number_word(all));
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
  std::string out = fmt::format("The answers show {} suitability for {}: {} of 5 overall, with {} at {:g} or better.", level, role, e.overall_raw.to_string(2), part_of(good, scored), rubric.proceed_at_least);
  std::vector<std::string> themes;
  for (const ReportItem& item : report.strengths) {
    if (themes.size() < 3) themes.push_back(m.in_running_text(item.title));
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
std::map<std::string, std::vector<Skill>> skills_by_area(const Material& m) {
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
  std::map<std::string, std::vector<Skill>> out;
  for (const auto& [index, skill] : skills) {
    if (skill.depth != Depth::kMentioned || skill.count > 1 || skill.tangible) out[m.book.lexicon().concepts[index].area].push_back(skill);
  }
  return out;
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
  // What is named once beside several fields that are really known is chance.
  constexpr double kOneMention = 0.5;
  for (const Row& row : rows) {
    if (report.technical_skills.size() >= kAreas || (row.weight < kOneMention && report.technical_skills.size() >= 4)) break;
    report.technical_skills.push_back(row.text);
  }
}

std::string rate_in_words(double per_100, double some, double many) { return per_100 >= many ? "many" : per_100 >= some ? "some" : "few"; }

/// The longest and the shortest scored answer, when they differ much.
std::string answer_lengths(const Material& m) {
  std::size_t longest = m.evaluation.questions.size();
  std::size_t shortest = longest;
  std::size_t answers = 0;
  std::uint64_t words = 0;
  for (std::size_t i = 0; i < m.evaluation.questions.size(); ++i) {
    const QuestionEvaluation& e = m.evaluation.questions[i];
    if (e.state != State::kScored) continue;
    ++answers;
    words += e.words;
    if (longest == m.evaluation.questions.size() || e.words > m.evaluation.questions[longest].words) longest = i;
    if (shortest == m.evaluation.questions.size() || e.words < m.evaluation.questions[shortest].words) shortest = i;
  }
  if (answers < 2) return {};
  return fmt::format("Scored answers have {} words on average, from {} in {} to {} in {}.", words / answers, m.evaluation.questions[shortest].words, m.interview.questions[shortest].id, m.evaluation.questions[longest].words, m.interview.questions[longest].id);
}

std::string communication(const Material& m) {
  const Communication& c = m.evaluation.communication;
  std::string out = fmt::format("The candidate speaks {:.0f} % of the words ({} in all), in sentences of {:.0f} words.", 100 * c.candidate_talk_share, c.words, c.mean_sentence_words);
  append(out, answer_lengths(m));
  const std::string hedges = rate_in_words(c.hedge_per_100, 0.7, 2.0);
  const std::string fillers = rate_in_words(c.filler_per_100, 1.0, 3.0);
  append(out, hedges == fillers ? fmt::format("There are {} hedges ({:.1f}) and fillers ({:.1f}) per 100 words.", hedges, c.hedge_per_100, c.filler_per_100) : fmt::format("There are {} hedges ({:.1f} per 100 words) and {} fillers ({:.1f}).", hedges, c.hedge_per_100, fillers, c.filler_per_100));
  const auto steps = all_entries(m, "clarity.order", 0);
  if (hedges == "many") append(out, "A next round should ask which of the hedged statements the candidate stands by.");
  if (!steps.empty()) append(out, fmt::format("Steps are set in order in {} {}.", steps.size() == 1 ? "one place:" : fmt::format("{} places, for example", number_word(steps.size())), cited(passage(m, steps.front().entry->turn, steps.front().entry->span))));
  else if (m.evaluation.state == State::kScored) append(out, "Nowhere are steps or points set in order.");
  return out;
}

}  // namespace

void compose_hr_report(const Material& m, Report& report) {
  report.suitability = suitability(m, report);
  technical_skills(m, report);
  report.communication = communication(m);
}

}  // namespace te::report
