// What is kept of one interview beside many others.
#include <algorithm>
#include <set>

#include "report/findings.h"
#include "text/utf8.h"
#include "transcript_eval/render.h"

namespace te {
namespace {

/// A weighted mean that may be of nothing.
class Mean {
 public:
  void add(double value, double weight) {
    sum_ += value * weight;
    weights_ += weight;
  }
  [[nodiscard]] std::optional<double> value() const { return weights_ > 0 ? std::optional(sum_ / weights_) : std::nullopt; }

 private:
  double sum_ = 0;
  double weights_ = 0;
};

double level_of(const Concept& c) { return c.level == "advanced" ? 3 : c.level == "intermediate" ? 2 : 1; }

/// Areas and level of what the question names, whatever the answer makes of it.
void add_subject(const Outcome& o, const QuestionEvaluation& e, QuestionSummary& out) {
  const report::Material m{o.interview, o.evaluation, *o.book};
  std::set<std::string> areas;
  Mean level;
  for (const Aspect& a : e.aspects) {
    if (a.kind != AspectKind::kConcept) continue;
    const Concept c = o.book->lexicon().concepts[a.concept_index];
    areas.insert(m.area_name(c.area));
    level.add(level_of(c), 1);
  }
  out.areas.assign(areas.begin(), areas.end());
  out.level = level.value();
}

QuestionSummary summary_of(const Outcome& o, std::size_t i) {
  const Question& q = o.interview.questions[i];
  const QuestionEvaluation& e = o.evaluation.questions[i];
  QuestionSummary out;
  out.id = q.id;
  out.type = q.type;
  out.thread = q.thread;
  out.follow_up = o.interview.threads[q.thread - 1].questions.front() != i;
  out.line = q.line;
  out.text = text::single_line(q.text);
  out.state = e.state;
  out.score_raw = e.score_raw;
  out.relevance = e.answer_relevance;
  out.words = e.words;
  out.flags = e.flags;
  if (e.state == State::kScored) {
    out.criteria.resize(o.book->rubric().criteria.size());
    for (const CriterionScore& c : e.criteria) out.criteria[c.criterion] = c.score;
  }
  add_subject(o, e, out);
  return out;
}

/// Means over the scored questions.
void add_means(const Rubric& rubric, Summary& out) {
  std::vector<Mean> criteria(rubric.criteria.size());
  Mean level;
  for (const QuestionSummary& q : out.questions) {
    if (q.state != State::kScored) continue;
    const double weight = q.follow_up ? rubric.follow_up_weight : 1.0;
    for (std::size_t c = 0; c < q.criteria.size(); ++c) {
      if (q.criteria[c]) criteria[c].add(*q.criteria[c], weight);
    }
    if (q.level) level.add(*q.level, 1);
  }
  for (const Mean& c : criteria) out.criteria.push_back(c.value());
  out.level = level.value();
}

}  // namespace

Summary summarize(const Outcome& o) {
  Summary out;
  out.path = o.interview.transcript.source->path();
  out.candidate = text::single_line(o.interview.candidate);
  out.position = text::single_line(o.interview.position);
  out.state = o.evaluation.state;
  out.reason = o.evaluation.reason;
  out.decision = o.evaluation.decision;
  out.overall_raw = o.evaluation.overall_raw;
  out.relevance = o.evaluation.average_relevance;
  out.talk_share = o.evaluation.communication.candidate_talk_share;
  out.words = o.evaluation.communication.words;
  out.diagnostics = static_cast<std::uint32_t>(o.interview.diagnostics.size() + o.evaluation.diagnostics.size());
  for (std::size_t i = 0; i < o.interview.questions.size(); ++i) out.questions.push_back(summary_of(o, i));
  for (std::size_t i = 0; i < o.interview.threads.size(); ++i) {
    const ThreadEvaluation& e = o.evaluation.threads[i];
    out.threads.push_back({o.report.thread_titles[i], o.interview.threads[i].type, e.state, e.score_raw});
  }
  add_means(o.book->rubric(), out);
  for (const ReportItem& item : o.report.strengths) out.strengths.push_back(item.title);
  for (const ReportItem& item : o.report.development_areas) out.gaps.push_back(item.critical ? "CRITICAL GAP: " + item.title : item.title);
  return out;
}

}  // namespace te
