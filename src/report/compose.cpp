#include "transcript_eval/report.h"

#include "report/findings.h"

namespace te {

Report compose(const Interview& interview, const Evaluation& evaluation, const RuleBook& book) {
  const report::Material m{interview, evaluation, book};
  Report out;
  for (std::size_t i = 0; i < interview.threads.size(); ++i) out.thread_titles.push_back(report::thread_title(m, i));
  for (std::size_t i = 0; i < interview.questions.size(); ++i) out.question_justifications.push_back(report::justify_question(m, i));
  for (std::size_t i = 0; i < interview.threads.size(); ++i) out.thread_justifications.push_back(report::justify_thread(m, i, out.question_justifications[interview.threads[i].questions.front()]));
  report::compose_strengths(m, out);
  report::compose_development(m, out);
  report::compose_hr_report(m, out);
  out.requirements = report::requirement_items(m);
  out.recommendation = report::compose_recommendation(m, out);
  return out;
}

}  // namespace te
