// The recommendation: the decision, the threshold it follows from, and what would change it.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/words.h"

namespace te::report {
namespace {

/// The scored threads, best first.
std::vector<std::size_t> ranked_threads(const Evaluation& e) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < e.threads.size(); ++i) {
    if (e.threads[i].state == State::kScored) out.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return e.threads[a].score_raw > e.threads[b].score_raw; });
  return out;
}

std::string named(const Report& report, std::size_t thread) { return fmt::format("'{}'", report.thread_titles[thread]); }

std::string reason(const Material& m, const Report& report, const std::vector<std::size_t>& threads) {
  const Evaluation& e = m.evaluation;
  const Rubric& rubric = m.book.rubric();
  if (e.decision == Decision::kProceed) return fmt::format("The overall score of {} reaches the threshold of {:g}, and no topic is below {:g}.", e.overall_raw.to_string(2), rubric.proceed_at_least, rubric.critical_blocks_proceed);
  if (e.decision == Decision::kNotAFit) return fmt::format("The overall score of {} is below the threshold of {:g}.", shown_below(e.overall_raw, rubric.reservations_at_least, 2), rubric.reservations_at_least);
  if (e.overall_raw.value() < rubric.proceed_at_least) return fmt::format("The overall score of {} lies between the thresholds of {:g} and {:g}.", shown_below(e.overall_raw, rubric.proceed_at_least, 2), rubric.reservations_at_least, rubric.proceed_at_least);
  const auto worst = threads.back();
  return fmt::format("The overall score of {} would do, but {} is at {}, and a topic below {:g} is a critical gap.", e.overall_raw.to_string(2), named(report, worst), shown_below(e.threads[worst].score_raw, rubric.critical_blocks_proceed), rubric.critical_blocks_proceed);
}

std::string extremes(const Material& m, const Report& report, const std::vector<std::size_t>& threads) {
  const auto& scores = m.evaluation.threads;
  if (threads.size() < 2 || scores[threads.front()].score_raw.to_string(1) == scores[threads.back()].score_raw.to_string(1)) return {};
  return fmt::format("Strongest: {} ({}). Weakest: {} ({}).", named(report, threads.front()), scores[threads.front()].score_raw.to_string(1), named(report, threads.back()), scores[threads.back()].score_raw.to_string(1));
}

/// Whether the decision hangs on one topic.
std::string firmness(const Material& m, const Report& report, const std::vector<std::size_t>& threads) {
  if (threads.size() < 3) return {};
  const Evaluation& e = m.evaluation;
  const double n = static_cast<double>(threads.size());
  const auto best = threads.front();
  const double without_best = (e.overall_raw.value() * n - e.threads[best].score_raw.value()) / (n - 1);
  if (without_best >= m.book.rubric().proceed_at_least) return fmt::format("Leaving out any one topic would not change this: the score would stay at {:.2f}{}.", without_best, without_best < 4.995 ? " or above" : "");
  return fmt::format("It hangs on {}: without that topic the score would be {:.2f}.", named(report, best), without_best);
}

/// "One band up if 'Kafka' had scored 4.1 instead of 2.0": the fewest topics that could do it, the weakest first.
std::string one_band_up(const Material& m, const Report& report, const std::vector<std::size_t>& threads) {
  const Evaluation& e = m.evaluation;
  const Rubric& rubric = m.book.rubric();
  const double overall = e.overall_raw.value();
  const double wanted = overall < rubric.reservations_at_least ? rubric.reservations_at_least : rubric.proceed_at_least;
  if (overall >= wanted) return fmt::format("One band up if {} had reached {:g}.", named(report, threads.back()), rubric.critical_blocks_proceed);
  double open = (wanted - overall) * static_cast<double>(threads.size());
  std::vector<std::string> changes;
  for (auto it = threads.rbegin(); it != threads.rend() && open > 0; ++it) {
    const double score = e.threads[*it].score_raw.value();
    // A good answer is what can be hoped for, a perfect one only when a single topic is to close the distance.
    const double hoped = std::max(rubric.proceed_at_least, changes.empty() && score + open <= 5.0 ? score + open : 0.0);
    if (hoped <= score) continue;
    const double gain = std::min(open, hoped - score);
    open -= gain;
    // Rounded up, as less would not do, and with as many decimals as it takes to see a difference.
    int decimals = 1;
    const auto enough = [&] { return std::ceil((score + gain) * std::pow(10, decimals) - 1e-6) / std::pow(10, decimals); };
    while (decimals < 3 && enough() - score < std::pow(10, -decimals)) ++decimals;
    changes.push_back(fmt::format("{} had scored {:.{}f} instead of {:.{}f}", named(report, *it), enough(), decimals, score, decimals));
  }
  constexpr std::size_t kWithinReach = 2;
  if (open > 1e-9 || changes.size() > kWithinReach) return fmt::format("One band up, at {:g}, would take {:.1f} points more on average in each of {}.", wanted, wanted - overall, counted(threads.size(), "topic"));
  return fmt::format("One band up if {}.", joined(changes));
}

}  // namespace

std::string compose_recommendation(const Material& m, const Report& report) {
  const Evaluation& e = m.evaluation;
  if (e.decision == Decision::kNoDecision) return fmt::format("**No decision:** {}.", e.reason);
  const auto threads = ranked_threads(e);
  std::string out = fmt::format("**{}.**", decision_in_words(e.decision));
  append(out, reason(m, report, threads));
  append(out, extremes(m, report, threads));
  append(out, e.decision == Decision::kProceed ? firmness(m, report, threads) : one_band_up(m, report, threads));
  const auto ask = std::find_if(report.development_areas.begin(), report.development_areas.end(), [](const ReportItem& i) { return !i.follow_up.empty(); });
  if (ask != report.development_areas.end()) append(out, fmt::format("{} '{}': {}", e.decision == Decision::kProceed ? "Worth another question is" : "If there is another conversation, begin with", ask->title, ask->follow_up));
  return out;
}

}  // namespace te::report
