// Development areas and critical gaps, with what to ask in another round.
#include <algorithm>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/passages.h"
#include "report/words.h"

namespace te::report {
namespace {

/// Threads about the same thing: a question asked again, a check whether an explanation was understood.
struct Gap {
  std::string title;
  std::vector<std::size_t> threads;
};

std::string subject_of(const std::string& title) {
  constexpr std::string_view kMore = "More on ";
  return title.compare(0, kMore.size(), kMore) == 0 ? capitalised(title.substr(kMore.size())) : title;
}

std::vector<Gap> gaps_below(const Material& m, const Report& report, double score) {
  std::vector<Gap> out;
  for (std::size_t i = 0; i < m.interview.threads.size(); ++i) {
    const ThreadEvaluation& t = m.evaluation.threads[i];
    if (t.state != State::kScored || t.score_raw.value() >= score) continue;
    const std::string subject = subject_of(report.thread_titles[i]);
    const auto known = std::find_if(out.begin(), out.end(), [&](const Gap& g) { return g.title == subject; });
    if (known == out.end()) out.push_back({subject, {i}});
    else known->threads.push_back(i);
  }
  return out;
}

/// "1.0 of 5.", "At best 1.3 of 5 in three questions."
std::string scored(const Material& m, const Gap& gap, double limit) {
  Points best;
  for (const auto thread : gap.threads) best = std::max(best, m.evaluation.threads[thread].score_raw);
  if (gap.threads.size() == 1) return fmt::format("{} of 5.", shown_below(best, limit));
  return fmt::format("At best {} of 5, asked {}.", shown_below(best, limit), gap.threads.size() == 2 ? "twice" : number_word(gap.threads.size()) + " times");
}

/// "an example or the reason behind it"
std::string without(const std::vector<std::string>& things) { return joined(things, " or "); }

std::string what_is_missing(const Material& m, std::size_t question) {
  constexpr std::uint32_t kFewWords = 45;
  const QuestionEvaluation& e = m.evaluation.questions[question];
  const LedgerEntry* gate = closed_gate(e);
  const auto missed = aspects_with(m, e, Coverage::kMissed, 3);
  auto lacks = lacking(m, question);
  if (e.words == 0 || (gate != nullptr && gate->rule == "gate.non-answer")) return missed.empty() ? "No answer was given." : fmt::format("No answer was given; asked for: {}.", joined(missed));
  if (gate != nullptr && gate->rule == "gate.empty-talk") return fmt::format(fmt::runtime(states_figures(m, e) ? "Its {} words touch on the subject without an explanation or an example." : "In {} words no fact is stated that could be checked."), e.words);
  if (hardly_counted(e)) return "Hardly any of what is said was recognised as an answer to this question.";
  if (gate != nullptr && gate->rule == "gate.off-topic") return "What is said does not belong to the question.";
  std::string out;
  if (!missed.empty()) out = fmt::format("{} {}.", one_way({"Left out:", "Not taken up:", "Asked for and not given:"}, question), joined(missed));
  if (lacks.empty()) return out.empty() ? fmt::format("It stays general throughout its {}.", counted(e.words, "word")) : out;
  if (e.words <= kFewWords) append(out, fmt::format("A short answer ({}) without {}.", counted(e.words, "word"), without(lacks)));
  else append(out, fmt::format("{} {}.", out.empty() ? "It lacks" : "It also lacks", joined(lacks)));
  return out;
}

/// The questions of these threads, best answer first.
std::vector<std::size_t> best_first(const Material& m, const Gap& gap) {
  std::vector<std::size_t> out;
  for (const auto thread : gap.threads) out.insert(out.end(), m.interview.threads[thread].questions.begin(), m.interview.threads[thread].questions.end());
  std::erase_if(out, [&](std::size_t q) { return m.evaluation.questions[q].state != State::kScored; });
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return m.evaluation.questions[a].score_raw > m.evaluation.questions[b].score_raw; });
  return out;
}

/// The main question of these threads that was answered worst: follow-ups only dig where it left off.
std::size_t weakest_question(const Material& m, const Gap& gap) {
  std::vector<std::size_t> main;
  for (const auto thread : gap.threads) main.push_back(m.interview.threads[thread].questions.front());
  std::erase_if(main, [&](std::size_t q) { return m.evaluation.questions[q].state != State::kScored; });
  if (main.empty()) return best_first(m, gap).back();
  return *std::min_element(main.begin(), main.end(), [&](std::size_t a, std::size_t b) { return m.evaluation.questions[a].score_raw < m.evaluation.questions[b].score_raw; });
}

/// What was said instead: what is not known, or how a poor answer begins, and what comes nearest to an answer. A better
/// answer needs no proof of what it lacks.
void add_what_was_said(const Material& m, const Gap& gap, std::size_t question, ReportItem& item) {
  constexpr double kPoor = 3.0;
  const QuestionEvaluation& e = m.evaluation.questions[question];
  const auto admitted = std::find_if(e.ledger.begin(), e.ledger.end(), [](const LedgerEntry& entry) { return entry.rule == "knowledge.not-knowing" && !entry.quote.empty(); });
  const bool poor = e.score_raw.value() < kPoor;
  if (admitted != e.ledger.end()) item.evidence.push_back(passage(m, admitted->turn, admitted->span));
  else if (poor && e.words > 0) item.evidence.push_back(first_passage(m, m.interview.questions[question]));
  if (!poor) return;
  for (const auto q : best_first(m, gap)) {
    const auto nearest = nearest_passage(m, q);
    if (!nearest) continue;
    if (item.evidence.empty() || item.evidence.front().quote.find(nearest->quote) == std::string::npos) item.evidence.push_back(*nearest);
    return;
  }
}

void thread_gaps(const Material& m, Report& report) {
  const Rubric& rubric = m.book.rubric();
  for (const Gap& gap : gaps_below(m, report, rubric.proceed_at_least)) {
    const std::size_t q = weakest_question(m, gap);
    ReportItem item;
    item.title = gap.title;
    item.critical = std::all_of(gap.threads.begin(), gap.threads.end(), [&](std::size_t t) { return m.evaluation.threads[t].score_raw.value() < rubric.critical_below; });
    item.text = fmt::format("{} {}", scored(m, gap, rubric.proceed_at_least), what_is_missing(m, q));
    add_what_was_said(m, gap, q, item);
    add_next_question(m, q, report, item);
    report.development_areas.push_back(std::move(item));
  }
  std::stable_sort(report.development_areas.begin(), report.development_areas.end(), [](const ReportItem& a, const ReportItem& b) { return a.critical > b.critical; });
}

/// Wrong statements, behind the critical gaps and before all else.
void wrong_statements(const Material& m, Report& report) {
  constexpr std::size_t kMost = 4;
  ReportItem item;
  std::size_t n = 0;
  for (std::size_t q = 0; q < m.evaluation.questions.size(); ++q) {
    // What is said before and after the interview proper is judged by nobody.
    if (m.evaluation.questions[q].state != State::kScored) continue;
    for (const Misconception& wrong : m.evaluation.questions[q].misconceptions) {
      if (++n > kMost) continue;
      const Evidence evidence = passage(m, wrong.turn, wrong.span);
      append(item.text, fmt::format("In '{}': {}", report.thread_titles[m.interview.questions[q].thread - 1], m.book.lexicon().facts[wrong.fact].correction));
      if (item.follow_up.empty()) {
        const Fact& fact = m.book.lexicon().facts[wrong.fact];
        item.follow_up = fmt::format("On {}: how would you show somebody who says this that it is not so?", m.in_sentence(m.book.lexicon().concepts[fact.about].name));
        item.listen_for = fact.correction;
      }
      item.evidence.push_back(evidence);
    }
  }
  if (n == 0) return;
  item.title = n == 1 ? "A wrong statement" : "Wrong statements";
  const auto first_minor = std::find_if(report.development_areas.begin(), report.development_areas.end(), [](const ReportItem& i) { return !i.critical; });
  report.development_areas.insert(first_minor, std::move(item));
}

/// Good throughout: the one thing that is worth another question.
void least_good_answer(const Material& m, Report& report) {
  constexpr double kNothingLeft = 4.9;
  std::size_t least = m.evaluation.questions.size();
  for (std::size_t q = 0; q < m.evaluation.questions.size(); ++q) {
    const QuestionEvaluation& e = m.evaluation.questions[q];
    if (e.state != State::kScored || e.score_raw.value() >= kNothingLeft || (aspects_with(m, e, Coverage::kMissed, 1).empty() && wants(m, q).empty())) continue;
    if (least == m.evaluation.questions.size() || e.score_raw < m.evaluation.questions[least].score_raw) least = q;
  }
  if (least == m.evaluation.questions.size()) return;
  ReportItem item;
  item.title = question_title(m, least);
  // Where all topics are good, an answer that is not is one to a follow-up.
  const bool good = m.evaluation.questions[least].score_raw.value() >= m.book.rubric().proceed_at_least;
  item.text = fmt::format("{} ({} of 5). {}", good ? "The least complete of the good answers" : "The weakest answer to a follow-up", m.evaluation.questions[least].score_raw.to_string(1), what_is_missing(m, least));
  add_next_question(m, least, report, item);
  report.development_areas.push_back(std::move(item));
}

/// Nothing is missing, but what "we" did may have been done by others.
void own_share(const Material& m, Report& report) {
  constexpr std::size_t kMany = 3;
  auto team = all_entries(m, "evidence.team-action", 0);
  if (team.size() < kMany || team.size() <= 2 * all_entries(m, "evidence.own-action", 0).size()) return;
  const auto most = std::max_element(team.begin(), team.end(), [](const FoundEntry& a, const FoundEntry& b) { return a.entry->points < b.entry->points; });
  ReportItem item;
  item.title = "Own share in what the team did";
  item.text = fmt::format("The work is told with 'we' in {}; the candidate's own part in it stays open.", counted(team.size(), "place"));
  item.evidence.push_back(passage(m, most->entry->turn, most->entry->span));
  item.follow_up = "Which of these decisions were yours, and who would have decided otherwise?";
  report.development_areas.push_back(std::move(item));
}

}  // namespace

void compose_development(const Material& m, Report& report) {
  thread_gaps(m, report);
  wrong_statements(m, report);
  if (m.evaluation.state != State::kScored) return;
  if (report.development_areas.empty()) least_good_answer(m, report);
  if (m.evaluation.decision == Decision::kProceed && report.development_areas.size() < 2) own_share(m, report);
  // Where much else is missing, figures are not what to ask for first.
  if (m.evaluation.decision != Decision::kNotAFit && all_entries(m, "evidence.figure", 0).empty()) {
    report.development_areas.push_back({"No figures", "No answer backs a result with a figure.", false, {}, "Take the piece of work you are most content with: how large was it, how long did it take, and what changed by how much?", ""});
  }
}

}  // namespace te::report
