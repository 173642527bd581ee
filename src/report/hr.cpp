// The HR report and the recommendation.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

/// A concept's best use over the whole interview.
struct Skill {
  const ConceptUse* use = nullptr;
  std::uint32_t count = 0;
};

std::map<std::uint32_t, Skill> skills(const Material& m, double at_least) {
  std::map<std::uint32_t, Skill> out;
  for (const QuestionEvaluation& e : m.evaluation.questions) {
    if (e.state != State::kScored || e.score_raw.value() < at_least) continue;
    for (const ConceptUse& use : e.concepts) {
      if (!m.is_subject(use) || (use.asked && use.depth == Depth::kMentioned)) continue;
      Skill& skill = out[use.concept_index];
      skill.count += use.count;
      if (skill.use == nullptr || use.depth > skill.use->depth) skill.use = &use;
    }
  }
  return out;
}

struct AreaSkills {
  std::string area;
  std::vector<const Skill*> known;  ///< explained or applied, deepest first
  double weight = 0;
};

/// The areas of what the candidate explains or applies, strongest first.
std::vector<AreaSkills> strongest_areas(const Material& m, const std::map<std::uint32_t, Skill>& all) {
  std::map<std::string, AreaSkills> by_area;
  for (const auto& [index, skill] : all) {
    if (skill.use->depth == Depth::kMentioned) continue;
    AreaSkills& a = by_area[m.book.lexicon().concepts[index].area];
    a.area = m.book.lexicon().concepts[index].area;
    a.known.push_back(&skill);
    a.weight += skill.use->depth == Depth::kApplied ? 1.3 : 1.0;
  }
  std::vector<AreaSkills> out;
  for (auto& [name, a] : by_area) {
    std::stable_sort(a.known.begin(), a.known.end(), [](const Skill* x, const Skill* y) { return x->use->depth != y->use->depth ? x->use->depth > y->use->depth : x->count > y->count; });
    out.push_back(std::move(a));
  }
  std::stable_sort(out.begin(), out.end(), [](const AreaSkills& a, const AreaSkills& b) { return a.weight > b.weight; });
  return out;
}

std::vector<const LedgerEntry*> all_entries(const Material& m, std::string_view rule) {
  std::vector<const LedgerEntry*> out;
  for (const QuestionEvaluation& e : m.evaluation.questions) {
    const auto some = entries_of(e, rule);
    out.insert(out.end(), some.begin(), some.end());
  }
  std::stable_sort(out.begin(), out.end(), [](const LedgerEntry* a, const LedgerEntry* b) { return a->points > b->points; });
  return out;
}

/// At most two quotes, and none twice.
void add_evidence(ReportItem& item, Evidence evidence) {
  constexpr std::size_t kQuotes = 2;
  const bool known = std::any_of(item.evidence.begin(), item.evidence.end(), [&](const Evidence& e) { return e.quote == evidence.quote; });
  if (!known && item.evidence.size() < kQuotes) item.evidence.push_back(std::move(evidence));
}

void area_strengths(const Material& m, Report& report) {
  constexpr double kGoodAnswer = 3.0;
  const auto all = skills(m, kGoodAnswer);
  for (const AreaSkills& a : strongest_areas(m, all)) {
    if (a.known.size() < 2 || report.strengths.size() >= 3) break;
    std::vector<std::string> applied;
    std::vector<std::string> explained;
    for (const Skill* s : a.known) {
      auto& names = s->use->depth == Depth::kApplied ? applied : explained;
      if (names.size() < 4) names.push_back(m.name_of(*s->use));
    }
    ReportItem item;
    item.title = m.area_name(a.area);
    if (!explained.empty()) item.text = fmt::format("Explains {}", joined(explained));
    if (!applied.empty()) item.text += item.text.empty() ? fmt::format("Speaks of {} from own work", joined(applied)) : fmt::format(" and speaks of {} from own work", joined(applied));
    item.text += ".";
    for (const Skill* s : a.known) {
      add_evidence(item, m.evidence(*s->use));
    }
    report.strengths.push_back(std::move(item));
  }
}

void evidence_strengths(const Material& m, Report& report) {
  const auto figures = all_entries(m, "evidence.figure");
  const auto outcomes = all_entries(m, "evidence.outcome");
  if (figures.size() >= 2) {
    ReportItem item;
    item.title = "Results with figures";
    item.text = fmt::format("Backs statements with {}{}.", counted(figures.size(), "figure"), outcomes.empty() ? "" : fmt::format(" and {}", counted(outcomes.size(), "stated outcome")));
    for (const LedgerEntry* e : figures) {
      add_evidence(item, m.evidence(*e));
    }
    report.strengths.push_back(std::move(item));
  }
  auto weighing = all_entries(m, "reasoning.tradeoff");
  const auto contrasts = all_entries(m, "reasoning.contrast");
  if (weighing.size() + contrasts.size() >= 3 && report.strengths.size() < 5) {
    ReportItem item;
    item.title = "Weighing of alternatives";
    item.text = fmt::format("Names {} and sets alternatives against each other in {}.", counted(weighing.size(), "trade-off or limit"), counted(contrasts.size(), "place"));
    if (weighing.empty()) item.text = fmt::format("Sets alternatives against each other in {}.", counted(contrasts.size(), "place"));
    weighing.insert(weighing.end(), contrasts.begin(), contrasts.end());
    for (const LedgerEntry* e : weighing) {
      add_evidence(item, m.evidence(*e));
    }
    report.strengths.push_back(std::move(item));
  }
}

/// The begin of a weak answer, as it was said.
Evidence answer_begin(const Material& m, const Question& q) {
  const Turn& turn = m.interview.transcript.turns[q.answer_turns.front()];
  constexpr std::size_t kLength = 160;
  std::string_view text = turn.text.substr(0, turn.text.find("\n\n"));
  if (text.size() > kLength) {
    std::size_t cut = text.rfind(' ', kLength);
    if (cut == std::string_view::npos) cut = kLength;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    text = text.substr(0, cut);
  }
  return {q.answer_turns.front(), turn.line, text::single_line(text)};
}

/// The question of a thread with the lowest score.
std::size_t weakest_question(const Material& m, const Thread& t) {
  std::size_t weakest = t.questions.front();
  for (const auto i : t.questions) {
    if (m.evaluation.questions[i].score_raw < m.evaluation.questions[weakest].score_raw) weakest = i;
  }
  return weakest;
}

void development(const Material& m, Report& report) {
  const Rubric& rubric = m.book.rubric();
  for (std::size_t i = 0; i < m.interview.threads.size(); ++i) {
    const ThreadEvaluation& t = m.evaluation.threads[i];
    if (t.state != State::kScored || t.score_raw.value() >= rubric.reservations_at_least + 0.5) continue;
    const std::size_t q = weakest_question(m, m.interview.threads[i]);
    const QuestionEvaluation& e = m.evaluation.questions[q];
    ReportItem item;
    item.critical = t.score_raw.value() < rubric.critical_below;
    item.title = report.thread_titles[i];
    const auto missed = aspects_with(m, e, Coverage::kMissed, 3);
    const LedgerEntry* gate = closed_gate(e);
    item.text = fmt::format("Scores {} of 5.", t.score_raw.to_string(1));
    if (gate != nullptr && gate->rule == "gate.non-answer") item.text += fmt::format(" {} was left without an answer.", m.interview.questions[q].id);
    else if (!missed.empty()) item.text += fmt::format(" {} does not take up {}.", m.interview.questions[q].id, joined(missed, " or "));
    else item.text += fmt::format(" {} stays at the level of statements without mechanism, example or figure.", m.interview.questions[q].id);
    item.evidence.push_back(answer_begin(m, m.interview.questions[q]));
    report.development_areas.push_back(std::move(item));
  }
  std::stable_sort(report.development_areas.begin(), report.development_areas.end(), [](const ReportItem& a, const ReportItem& b) { return a.critical > b.critical; });
  if (all_entries(m, "evidence.figure").empty() && m.evaluation.state == State::kScored) {
    report.development_areas.push_back({"No figures", "No answer backs a result with a figure; ask for the size, duration or effect of the work described.", false, {}});
  }
}

/// Wrong statements, behind the critical gaps and before all else.
void wrong_statements(const Material& m, Report& report) {
  ReportItem item;
  std::size_t n = 0;
  for (const QuestionEvaluation& e : m.evaluation.questions) {
    for (const Misconception& wrong : e.misconceptions) {
      constexpr std::size_t kMost = 4;
      if (++n > kMost) continue;
      if (!item.text.empty()) item.text.push_back(' ');
      item.text += fmt::format("The statement {} is wrong: {}", quoted(wrong.quote), m.book.lexicon().facts[wrong.fact].correction);
      item.evidence.push_back({wrong.turn, wrong.line, text::single_line(wrong.quote)});
    }
  }
  if (n == 0) return;
  item.title = n == 1 ? "A wrong statement" : "Wrong statements";
  const auto first_minor = std::find_if(report.development_areas.begin(), report.development_areas.end(), [](const ReportItem& i) { return !i.critical; });
  report.development_areas.insert(first_minor, std::move(item));
}

void technical_skills(const Material& m, Report& report) {
  constexpr double kAnyAnswer = 2.0;
  std::map<std::string, std::vector<std::pair<const Skill*, std::string>>> by_area;
  const auto all = skills(m, kAnyAnswer);
  for (const auto& [index, skill] : all) {
    const Concept& c = m.book.lexicon().concepts[index];
    if ((skill.use->depth == Depth::kMentioned && skill.count < 2 && c.kind != "tool" && c.kind != "language")) continue;
    by_area[c.area].emplace_back(&skill, fmt::format("{} ({})", c.name, depth_name(skill.use->depth)));
  }
  for (auto& [area, list] : by_area) {
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.first->use->depth > b.first->use->depth; });
    std::vector<std::string> names;
    for (const auto& [skill, name] : list) {
      if (names.size() < 6) names.push_back(name);
    }
    report.technical_skills.push_back(fmt::format("{}: {}", m.area_name(area), joined(names, ", ")));
  }
}

/// "all five topics", "two of five topics", "none of three topics".
std::string part_of(std::size_t n, std::size_t all) {
  if (all == 1) return n == 1 ? "the one topic" : "not the one topic";
  if (n == all) return fmt::format("all {} topics", number_word(all));
  return fmt::format("{} of {} topics", n == 0 ? "none" : number_word(n), number_word(all));
}

std::string suitability(const Material& m) {
  const Evaluation& e = m.evaluation;
  const std::string role = m.interview.position.empty() ? "the position" : fmt::format("the {} position", m.interview.position);
  if (e.state != State::kScored) return fmt::format("Suitability for {} cannot be judged from this transcript: {}.", role, e.reason);
  std::size_t scored = 0;
  std::size_t good = 0;
  std::size_t critical = 0;
  for (const ThreadEvaluation& t : e.threads) {
    if (t.state != State::kScored) continue;
    ++scored;
    good += t.score_raw.value() >= m.book.rubric().proceed_at_least ? 1 : 0;
    critical += t.score_raw.value() < m.book.rubric().critical_below ? 1 : 0;
  }
  const char* level = e.decision == Decision::kProceed ? "strong" : e.decision == Decision::kReservations ? "partial" : "low";
  std::string out = fmt::format("The answers show {} suitability for {}: the overall score is {} of 5, and {} {} {:g} or better", level, role, e.overall_raw.to_string(2), part_of(good, scored), good == 1 ? "scores" : "score", m.book.rubric().proceed_at_least);
  if (critical > 0) out += fmt::format(", while {} {} below {:g}", number_word(critical), critical == 1 ? "is" : "are", m.book.rubric().critical_below);
  return out + fmt::format(". On average the answers address {:.0f} % of what was asked.", 100 * e.average_relevance);
}

std::string communication(const Material& m) {
  const Communication& c = m.evaluation.communication;
  std::string out = fmt::format("The candidate speaks {:.0f} % of the words ({} in all), in sentences of {:.0f} words on average, with {:.1f} hedges and {:.1f} fillers per 100 words.", 100 * c.candidate_talk_share, c.words, c.mean_sentence_words, c.hedge_per_100, c.filler_per_100);
  const auto steps = all_entries(m, "clarity.order");
  constexpr double kManyHedges = 2.0;
  if (c.hedge_per_100 >= kManyHedges) out += " Many statements are left open by hedging; a follow-up should ask which of them the candidate stands by.";
  if (!steps.empty()) out += fmt::format(" Points are set in order in {} ({}).", counted(steps.size(), "place"), quoted(steps.front()->quote));
  else if (m.evaluation.state == State::kScored) out += " Points are not set in order by the speaker.";
  return out;
}

}  // namespace

void compose_hr_report(const Material& m, Report& report) {
  report.suitability = suitability(m);
  area_strengths(m, report);
  evidence_strengths(m, report);
  development(m, report);
  wrong_statements(m, report);
  technical_skills(m, report);
  report.communication = communication(m);
}

std::string compose_recommendation(const Material& m, const Report& report) {
  const Evaluation& e = m.evaluation;
  const Rubric& rubric = m.book.rubric();
  if (e.decision == Decision::kNoDecision) return fmt::format("**No decision:** {}.", e.reason);
  std::size_t best = 0;
  std::size_t worst = 0;
  bool first = true;
  for (std::size_t i = 0; i < e.threads.size(); ++i) {
    if (e.threads[i].state != State::kScored) continue;
    if (first || e.threads[i].score_raw > e.threads[best].score_raw) best = i;
    if (first || e.threads[i].score_raw < e.threads[worst].score_raw) worst = i;
    first = false;
  }
  const std::string overall = e.overall_raw.to_string(2);
  std::string out;
  if (e.decision == Decision::kProceed) {
    out = fmt::format("**Proceed to next round.** The overall score of {} meets the threshold of {:g}, and no topic shows a critical gap.", overall, rubric.proceed_at_least);
  } else if (e.decision == Decision::kReservations) {
    out = e.overall_raw.value() >= rubric.proceed_at_least
              ? fmt::format("**Consider with reservations.** The overall score of {} meets the threshold of {:g}, but \"{}\" scores {}, a critical gap.", overall, rubric.proceed_at_least, report.thread_titles[worst], e.threads[worst].score_raw.to_string(1))
              : fmt::format("**Consider with reservations.** The overall score of {} lies between {:g} and {:g}.", overall, rubric.reservations_at_least, rubric.proceed_at_least);
  } else {
    out = fmt::format("**Not a fit at this time.** The overall score of {} is below the threshold of {:g}.", overall, rubric.reservations_at_least);
  }
  if (best != worst) {
    out += fmt::format(" The strongest topic is \"{}\" ({}), the weakest \"{}\" ({}).", report.thread_titles[best], e.threads[best].score_raw.to_string(1), report.thread_titles[worst], e.threads[worst].score_raw.to_string(1));
  }
  if (e.decision != Decision::kProceed && !report.development_areas.empty()) out += fmt::format(" Before a decision is made, \"{}\" deserves another question.", report.development_areas.front().title);
  return out;
}

}  // namespace te::report
