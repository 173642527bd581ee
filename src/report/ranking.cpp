#include "transcript_eval/ranking.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/words.h"

namespace te {
namespace {

std::vector<std::size_t> scored_threads(const Evaluation& e) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < e.threads.size(); ++i) {
    if (e.threads[i].state == State::kScored) out.push_back(i);
  }
  return out;
}

/// The overall score without one of its threads.
double without(const Evaluation& e, const std::vector<std::size_t>& threads, std::size_t left_out) {
  double sum = 0;
  for (const auto t : threads) sum += t == left_out ? 0.0 : e.threads[t].score_raw.value();
  return sum / static_cast<double>(threads.size() - 1);
}

std::optional<Interval> jackknife(const Evaluation& e, const std::vector<std::size_t>& threads) {
  if (threads.size() < 2) return std::nullopt;
  const double n = static_cast<double>(threads.size());
  double mean = 0;
  for (const auto t : threads) mean += without(e, threads, t) / n;
  double squares = 0;
  for (const auto t : threads) squares += std::pow(without(e, threads, t) - mean, 2);
  const double error = std::sqrt((n - 1) / n * squares);
  return Interval{std::max(1.0, e.overall_raw.value() - error), std::min(5.0, e.overall_raw.value() + error)};
}

/// The topics that move the score most, by what it would be without them.
std::vector<std::string> most_telling(const Outcome& o, const std::vector<std::size_t>& threads) {
  constexpr std::size_t kMost = 2;
  const Evaluation& e = o.evaluation;
  std::vector<std::size_t> order = threads;
  const auto effect = [&](std::size_t t) { return threads.size() < 2 ? 0.0 : e.overall_raw.value() - without(e, threads, t); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::abs(effect(a)) > std::abs(effect(b)); });
  std::vector<std::string> out;
  for (const auto t : order) {
    if (out.size() == kMost) break;
    const std::string topic = fmt::format("'{}' scores {}", o.report.thread_titles[t], e.threads[t].score_raw.to_string(1));
    constexpr double kNothing = 0.005;
    out.push_back(std::abs(effect(t)) < kNothing ? topic : fmt::format("{} ({:+.2f})", topic, effect(t)));
  }
  return out;
}

bool within(Points score, const std::optional<Interval>& interval, Points own) {
  constexpr double kRounding = 0.0005;
  if (!interval) return score == own;
  return score.value() >= interval->low - kRounding && score.value() <= interval->high + kRounding;
}

}  // namespace

Standing standing_of(const Outcome& o) {
  Standing out;
  out.path = o.interview.transcript.source->path();
  out.candidate = o.interview.candidate;
  out.position = o.interview.position;
  out.state = o.evaluation.state;
  out.reason = o.evaluation.reason;
  out.decision = o.evaluation.decision;
  if (out.state != State::kScored) return out;
  const auto threads = scored_threads(o.evaluation);
  out.overall = o.evaluation.overall_raw;
  out.interval = jackknife(o.evaluation, threads);
  out.reasons = most_telling(o, threads);
  return out;
}

void rank(std::vector<Standing>& standings) {
  std::stable_sort(standings.begin(), standings.end(), [](const Standing& a, const Standing& b) {
    const bool scored_a = a.state == State::kScored;
    const bool scored_b = b.state == State::kScored;
    if (scored_a != scored_b) return scored_a;
    if (scored_a && a.overall != b.overall) return a.overall > b.overall;
    return a.path < b.path;
  });
  std::size_t leader = 0;
  for (std::size_t i = 0; i < standings.size() && standings[i].state == State::kScored; ++i) {
    Standing& s = standings[i];
    const Standing& l = standings[leader];
    const bool same = i > 0 && within(s.overall, l.interval, l.overall) && within(l.overall, s.interval, s.overall);
    if (!same) leader = i;
    s.rank = static_cast<std::uint32_t>(leader + 1);
    s.tied = same;
    if (same) standings[leader].tied = true;
  }
}

}  // namespace te
