// The top of the page: decision and score, the topics side by side, strengths and gaps.
#include <fmt/format.h>

#include "report/html_report.h"
#include "report/words.h"

namespace te::report {
namespace {

/// The recommendation begins with the decision in bold Markdown; the page shows that as a heading of its own.
std::string reasons(const std::string& recommendation) {
  if (recommendation.compare(0, 2, "**") != 0) return recommendation;
  const auto end = recommendation.find("**", 2);
  if (end == std::string::npos) return recommendation;
  const auto text = recommendation.find_first_not_of(' ', end + 2);
  return text == std::string::npos ? std::string() : recommendation.substr(text);
}

Html fact(const std::string& name, const std::string& value, const std::string& note) {
  return element("div", {element("dt", {name}), element("dd", {element("b", {value}), " ", element("span", {{"class", "quiet"}}, {note})})});
}

Html facts(const ReportPage& page) {
  const Outcome& o = page.outcome;
  const Communication& c = o.evaluation.communication;
  std::size_t scored = 0;
  for (const ThreadEvaluation& t : o.evaluation.threads) scored += t.state == State::kScored ? 1 : 0;
  std::size_t questions = 0;
  for (const QuestionEvaluation& q : o.evaluation.questions) questions += q.state == State::kScored ? 1 : 0;
  Html out = fact("Topics scored", std::to_string(scored), fmt::format("{} question{}", questions, questions == 1 ? "" : "s"));
  out += fact("Relevance", fmt::format("{:.2f}", page.summary.relevance), "of what was asked is addressed");
  out += fact("Speech", fmt::format("{}", c.words), fmt::format("words, {} of all", percent(c.candidate_talk_share)));
  if (page.summary.diagnostics > 0) out += fact("Notes", std::to_string(page.summary.diagnostics), "on the record, see below");
  return element("dl", {{"class", "facts"}}, {out});
}

Html score_figure(const ReportPage& page) {
  const Evaluation& e = page.outcome.evaluation;
  if (e.state != State::kScored) return element("p", {{"class", "unscored"}}, {capitalised(plain(state_name(e.state)))});
  const Rubric& rubric = page.outcome.book->rubric();
  const Html number = element("p", {{"class", "score"}}, {element("b", {e.overall_raw.to_string(2)}), element("span", {" of 5"}), element("span", {{"class", "profile"}}, {rubric.profile(e.overall_raw.value(), true)})});
  return element("div", {number, score_scale(e.overall_raw.value(), rubric)});
}

Html topic_line(const ReportPage& page, std::size_t i) {
  const ThreadSummary& t = page.summary.threads[i];
  const bool scored = t.state == State::kScored;
  Html cells = element("a", {{"class", "title"}, {"href", fmt::format("#topic-{}", i + 1)}}, {t.title});
  cells += element("span", {{"class", "type"}}, {plain(type_name(t.type))});
  cells += scored ? score_bar(t.score_raw.value()) : element("span", {{"class", "bar"}}, {});
  cells += element("span", {{"class", scored ? "figure" : "figure quiet"}}, {score_text(t.state, t.score_raw)});
  return element("li", {cells});
}

Html evidence(const Evidence& e) {
  return element("li", {element("q", {e.quote}), " ", element("a", {{"class", "line"}, {"href", fmt::format("#t{}", e.turn)}}, {fmt::format("line {}", e.line)})});
}

Html noted(std::string_view what, const std::string& text) {
  if (text.empty()) return {};
  return element("p", {element("em", {std::string(what) + ":"}), " " + text});
}

Html quotes_of(const std::vector<Evidence>& list) {
  Html quotes;
  for (const Evidence& e : list) quotes += evidence(e);
  return quotes.empty() ? Html() : element("ul", {{"class", "quotes"}}, {quotes});
}

Html items(const std::vector<ReportItem>& list, const std::string& none) {
  if (list.empty()) return element("p", {{"class", "quiet"}}, {none});
  Html out;
  for (const ReportItem& item : list) {
    const Html severity = item.critical ? element("span", {{"class", "critical"}}, {"Critical gap"}) : Html();
    out += element("li", {severity, element("h4", {item.title}), element("p", {item.text}), quotes_of(item.evidence), noted("Ask next", item.follow_up), noted("Listen for", item.listen_for)});
  }
  return element("ul", {{"class", "items"}}, {out});
}

}  // namespace

Html verdict_section(const ReportPage& page) {
  const Outcome& o = page.outcome;
  const Verdict v = verdict(o.evaluation.decision);
  const Html decision = element("h2", {{"id", "verdict-title"}, {"class", "decision"}}, {element("span", {{"class", "sign"}, {"aria-hidden", "true"}}, {std::string(v.sign)}), " ", std::string(v.words)});
  const Html left = element("div", {{"class", "result"}}, {decision, score_figure(page)});
  // Without a score both would say why there is none.
  const std::string suitability = o.evaluation.state == State::kScored ? o.report.suitability : std::string();
  const Html right = element("div", {{"class", "reasons"}}, {element("p", {{"class", "lead"}}, {capitalised(reasons(o.report.recommendation))}), element("p", {suitability})});
  return element("section", {{"class", fmt::format("verdict {}", decision_name(o.evaluation.decision))}, {"aria-labelledby", "verdict-title"}}, {left, right, facts(page)});
}

Html overview_section(const ReportPage& page) {
  Html lines;
  for (std::size_t i = 0; i < page.summary.threads.size(); ++i) lines += topic_line(page, i);
  if (lines.empty()) return {};
  Html out = element("div", {element("h3", {"Topics in the order of the interview"}), element("ol", {{"class", "topics"}}, {lines})});
  const bool any = page.outcome.evaluation.state == State::kScored;
  if (any) out += element("div", {element("h3", {"Criteria, mean of all answers"}), criteria_chart(page.outcome.book->rubric(), page.summary.criteria, {}, "Mean of all answers")});
  return element("div", {{"class", "glance"}}, {out});
}

Html findings_section(const ReportPage& page) {
  const Report& r = page.outcome.report;
  Html skills;
  for (const std::string& s : r.technical_skills) skills += element("li", {s});
  Html left = element("h3", {"Strengths"});
  left += items(r.strengths, fmt::format("No strength could be evidenced from the answers.{}", r.beginnings.empty() ? "" : " What comes nearest to one:"));
  left += quotes_of(r.beginnings);
  left += element("h3", {"Skills demonstrated"});
  left += skills.empty() ? element("p", {{"class", "quiet"}}, {"None were demonstrated."}) : element("ul", {{"class", "skills"}}, {skills});
  left += element("h3", {"Communication"});
  left += element("p", {r.communication});
  const Html right = element("div", {element("h3", {"Areas for development"}), items(r.development_areas, "None was found in the answers.")});
  return element("div", {{"class", "pair"}}, {element("div", {left}), right});
}

Html requirements_section(const ReportPage& page) {
  const Outcome& o = page.outcome;
  if (o.report.requirements.empty()) return {};
  Html rows;
  for (std::size_t i = 0; i < o.report.requirements.size(); ++i) {
    const ReportItem& item = o.report.requirements[i];
    const Shown shown = o.evaluation.coverage[i].shown;
    const bool is_shown = shown == Shown::kMentioned || shown == Shown::kExplained || shown == Shown::kApplied;
    const Html sign = element("span", {{"class", "sign"}, {"aria-hidden", "true"}}, {is_shown ? "\u25CF " : shown == Shown::kNoEvidence ? "\u25CB " : "\u2013 "});
    rows += element("li", {{"class", is_shown ? "covered" : shown == Shown::kNoEvidence ? "missed" : "quiet"}}, {element("h4", {sign, item.title}), element("p", {item.text}), quotes_of(item.evidence)});
  }
  Html out = element("p", {{"class", "note"}}, {"Each requirement of the job description, whether a question asked for it, and the place where an answer shows it best. It moves no score."});
  return out += element("ul", {{"class", "items requirements"}}, {rows});
}

}  // namespace te::report
