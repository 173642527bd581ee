#include "report/cohort_statistics.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

bool counts(const QuestionSummary& q) { return q.type != QuestionType::kIntroduction && q.type != QuestionType::kClosing; }

/// Words only, so that punctuation and case make no other question.
std::string wording(std::string_view text) {
  const std::string folded = text::folded(text);
  std::string out;
  for (std::size_t i = 0; i < folded.size();) {
    const auto c = text::code_point_at(folded, i);
    if (text::is_word_code_point(c.value)) out.append(folded, i, c.size);
    else if (!out.empty() && out.back() != ' ') out.push_back(' ');
    i += c.size;
  }
  return std::string(text::trimmed(out));
}

/// The types of the threads in order: "introduction, project, technical × 3".
std::string flow(const Summary& s) {
  std::string out;
  for (std::size_t i = 0; i < s.threads.size();) {
    std::size_t same = i;
    while (same < s.threads.size() && s.threads[same].type == s.threads[i].type) ++same;
    out += (out.empty() ? "" : ", ") + plain(type_name(s.threads[i].type));
    if (same - i > 1) out += fmt::format(" \u00D7 {}", same - i);
    i = same;
  }
  return out;
}

/// Counts what is asked, one interview after the other.
class Tally {
 public:
  void add(const std::string& key, const std::string& name, const QuestionSummary& q) {
    Entry& e = entries_[key];
    if (e.asked.name.empty()) e.asked.name = name;
    ++e.asked.questions;
    if (e.here++ == 0) here_.push_back(&e);
    if (q.state != State::kScored) return;
    e.sum += q.score_raw.value();
    ++e.scored;
  }
  void end_of_interview() {
    ++interviews_;
    for (Entry* e : here_) {
      e->asked.least = e->asked.interviews == 0 ? e->here : std::min(e->asked.least, e->here);
      e->asked.most = std::max(e->asked.most, e->here);
      ++e->asked.interviews;
      e->here = 0;
    }
    here_.clear();
  }
  /// Most widely asked first, by key where that is equal.
  [[nodiscard]] std::vector<Asked> result() const {
    std::vector<Asked> out;
    for (const auto& [key, e] : entries_) {
      Asked a = e.asked;
      if (a.interviews < interviews_) a.least = 0;
      if (e.scored > 0) a.mean = e.sum / static_cast<double>(e.scored);
      out.push_back(std::move(a));
    }
    std::stable_sort(out.begin(), out.end(), [](const Asked& a, const Asked& b) { return a.interviews > b.interviews; });
    return out;
  }

 private:
  struct Entry {
    Asked asked;
    std::size_t here = 0;
    std::size_t scored = 0;
    double sum = 0;
  };
  std::map<std::string, Entry> entries_;
  std::vector<Entry*> here_;  ///< asked in the interview at hand
  std::size_t interviews_ = 0;
};

std::vector<std::pair<std::string, std::size_t>> flows(const Members& members) {
  std::map<std::string, std::size_t> times;
  for (const Cohort::Member* m : members) ++times[flow(m->summary)];
  std::vector<std::pair<std::string, std::size_t>> out(times.begin(), times.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

void add_levels(const Members& members, Consistency& out) {
  std::vector<double> levels;
  for (const Cohort::Member* m : members) {
    if (m->summary.level) levels.push_back(*m->summary.level);
  }
  out.level = quantile(levels, 0.5);
  for (const Cohort::Member* m : members) {
    if (!m->summary.level) continue;
    if (*m->summary.level < *out.level - kLevelStep) out.easier.push_back(m);
    if (*m->summary.level > *out.level + kLevelStep) out.harder.push_back(m);
  }
}

}  // namespace

Histogram histogram(const Members& members) {
  Histogram out{};
  for (const Cohort::Member* m : members) {
    if (m->summary.state != State::kScored) continue;
    const double quarter = (m->summary.overall_raw.value() - 1.0) * 4.0;
    const auto bin = static_cast<std::size_t>(std::clamp(quarter, 0.0, static_cast<double>(kBins - 1)));
    ++out[bin][static_cast<std::size_t>(m->summary.decision)];
  }
  return out;
}

std::vector<std::size_t> criteria_in_use(const Members& members) {
  std::set<std::size_t> used;
  for (const Cohort::Member* m : members) {
    for (std::size_t c = 0; m->summary.state == State::kScored && c < m->summary.criteria.size(); ++c) {
      if (m->summary.criteria[c]) used.insert(c);
    }
  }
  return {used.begin(), used.end()};
}

std::optional<double> quantile(std::vector<double> values, double share) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const double at = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

Consistency consistency(const Members& members) {
  Tally types;
  Tally areas;
  Tally questions;
  for (const Cohort::Member* m : members) {
    for (const QuestionSummary& q : m->summary.questions) {
      if (!counts(q)) continue;
      types.add(fmt::format("{}", static_cast<int>(q.type)), plain(type_name(q.type)), q);
      for (const std::string& area : q.areas) areas.add(area, area, q);
      questions.add(wording(q.text), q.text, q);
    }
    types.end_of_interview();
    areas.end_of_interview();
    questions.end_of_interview();
  }
  Consistency out;
  out.interviews = members.size();
  out.flows = flows(members);
  out.types = types.result();
  out.areas = areas.result();
  for (Asked& q : questions.result()) {
    if (q.interviews > 1) out.questions.push_back(std::move(q));
    else ++out.single_questions;
  }
  add_levels(members, out);
  return out;
}

std::vector<std::pair<std::string, Members>> by_position(const Members& members) {
  std::map<std::string, std::pair<std::string, Members>> groups;
  for (const Cohort::Member* m : members) {
    auto& [name, group] = groups[text::folded(m->summary.position)];
    if (name.empty()) name = m->summary.position;
    group.push_back(m);
  }
  std::vector<std::pair<std::string, Members>> out;
  for (auto& [key, group] : groups) out.push_back(std::move(group));
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  return out;
}

}  // namespace te::report
