// Each topic: its score, why, and for every question the profile, what was asked, and the ledger that adds up.
#include <fmt/format.h>

#include "report/html_report.h"
#include "report/words.h"

namespace te::report {
namespace {

Html cell(std::string_view css, const Html& content) { return element("td", {{"class", std::string(css)}}, {content}); }

Html column(std::string_view css, const std::string& name) { return element("th", {{"scope", "col"}, {"class", std::string(css)}}, {name}); }

/// One row of the ledger; `sum` is what the rows add up to, this one included.
Html ledger_row(const ReportPage& page, EntryRef ref, Points sum) {
  const LedgerEntry& entry = page.outcome.evaluation.questions[ref.question].ledger[ref.entry];
  const bool lost = entry.points < Points();
  Html what = element("b", {rule_title(page.outcome.book->rubric(), entry.rule)});
  if (!entry.detail.empty()) what += element("span", {{"class", "detail"}}, {entry.detail});
  what += element("code", {entry.rule});
  const std::string link = page.marks.passage_link(ref);
  const Html quote = entry.quote.empty() ? Html() : element("a", {{"class", "quote"}, {"href", link}}, {element("q", {entry.quote})});
  return element("tr", {{"id", page.marks.row_id(ref)}, {"class", lost ? "lost" : "earned"}, {"tabindex", "-1"}},
                 {cell("what", what), cell("", quote), cell("number quiet", entry.quote.empty() ? std::string() : std::to_string(entry.line)), cell("number points", signed_points(entry.points)), cell("number", sum.to_string())});
}

Html ledger(const ReportPage& page, std::size_t question) {
  const QuestionEvaluation& e = page.outcome.evaluation.questions[question];
  if (e.ledger.empty()) return {};
  Points sum;
  Points earned;
  Points lost;
  Html rows;
  for (std::size_t k = 0; k < e.ledger.size(); ++k) {
    const Points points = e.ledger[k].points;
    sum += points;
    if (k > 0) (points < Points() ? lost : earned) += points;
    rows += ledger_row(page, {question, k}, sum);
  }
  const std::string adds_up = fmt::format("{} to begin with {} earned {}= {}", e.ledger.front().points.to_string(), signed_points(earned), lost == Points() ? "" : signed_points(lost) + " lost ", sum.to_string());
  const Html head = element("thead", {element("tr", {column("", "Found"), column("", "In the candidate\u2019s words"), column("number", "Line"), column("number", "Points"), column("number", "Sum")})});
  const Html foot = element("tfoot", {element("tr", {element("th", {{"scope", "row"}, {"colspan", "4"}}, {"Score of the answer"}), element("td", {{"class", "number"}}, {sum.to_string()})})});
  const std::string& id = page.outcome.interview.questions[question].id;
  const Html table = element("table", {{"class", "ledger"}}, {element("caption", {fmt::format("How the score of {} adds up", id)}), head, element("tbody", {rows}), foot});
  return element("details", {{"class", "ledger"}}, {element("summary", {element("b", {"How the points add up"}), " ", element("span", {adds_up})}), element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", fmt::format("Ledger of {}", id)}}, {table})});
}

/// What was asked, part by part.
Html coverage(const std::string& heading, const Html& rows) {
  return rows.empty() ? Html() : element("div", {{"class", "asked"}}, {element("h5", {heading}), element("ul", {rows})});
}

Html covered(const std::string& text, Coverage c) {
  const char* sign = c == Coverage::kCovered ? "\u25CF" : c == Coverage::kPartly ? "\u25D0" : "\u25CB";
  return element("li", {{"class", std::string(coverage_name(c))}}, {element("span", {{"class", "sign"}, {"aria-hidden", "true"}}, {sign}), " ", text, " ", element("span", {{"class", "quiet"}}, {std::string(coverage_name(c))})});
}

Html aspects(const QuestionEvaluation& e) {
  Html rows;
  for (const Aspect& a : e.aspects) {
    // That a plain word was not repeated is no gap.
    if (a.kind != AspectKind::kWord || a.coverage != Coverage::kMissed) rows += covered(a.text, a.coverage);
  }
  return coverage("Parts of the question", rows);
}

Html key_points(const QuestionEvaluation& e) {
  Html rows;
  if (e.bank) {
    for (const KeyPointUse& p : e.bank->key_points) rows += covered(p.text, p.coverage);
  }
  return coverage("Key points of the question bank", rows);
}

Html misconceptions(const ReportPage& page, const QuestionEvaluation& e) {
  Html out;
  for (const Misconception& m : e.misconceptions) {
    out += element("p", {{"class", "wrong"}}, {element("b", {"Wrong statement: "}), element("q", {m.quote}), " ", page.outcome.book->lexicon().facts[m.fact].correction});
  }
  return out;
}

Html question(const ReportPage& page, std::size_t i, bool follow_up) {
  const Question& q = page.outcome.interview.questions[i];
  const QuestionEvaluation& e = page.outcome.evaluation.questions[i];
  const QuestionSummary& s = page.summary.questions[i];
  const bool scored = e.state == State::kScored;
  Html head = element("h4", {element("a", {{"class", "id"}, {"href", fmt::format("#t{}", q.turn)}}, {q.id}), " ", element("span", {{"class", "text"}}, {s.text})});
  head += element("p", {{"class", "meta"}}, {follow_up ? "Follow-up" : capitalised(plain(type_name(q.type))), " \u00B7 ", element("b", {score_text(e.state, e.score_raw)}), scored ? fmt::format(" \u00B7 relevance {:.2f}", e.answer_relevance) : "",
                                              fmt::format(" \u00B7 {} words", e.words)});
  Html out = head;
  out += flag_list(e.flags, page.outcome.book->rubric());
  if (!scored) return element("div", {{"class", "question"}, {"id", q.id}}, {out});
  // The topic's text speaks of its main question; follow-ups have their own.
  if (follow_up) out += element("p", {page.outcome.report.question_justifications[i]});
  out += misconceptions(page, e);
  out += element("div", {{"class", "profile"}}, {criteria_chart(page.outcome.book->rubric(), s.criteria, page.summary.criteria, q.id), element("div", {aspects(e), key_points(e)})});
  out += ledger(page, i);
  return element("div", {{"class", "question"}, {"id", q.id}}, {out});
}

/// How the topic's score comes of its questions, where it has more than one.
std::string mean_of(const ReportPage& page, const Thread& t) {
  const Rubric& rubric = page.outcome.book->rubric();
  std::string sum;
  double weights = 0;
  int terms = 0;
  for (std::size_t k = 0; k < t.questions.size(); ++k) {
    const QuestionEvaluation& e = page.outcome.evaluation.questions[t.questions[k]];
    if (e.state != State::kScored) continue;
    const double weight = k == 0 ? 1.0 : rubric.follow_up_weight;
    const std::string value = e.score_raw.to_string();
    sum += (terms > 0 ? " + " : "") + (k == 0 ? value : fmt::format("{:g} \u00D7 {}", weight, value));
    weights += weight;
    ++terms;
  }
  if (terms < 2) return {};
  return fmt::format("({}) \u00F7 {:g} = {}", sum, weights, page.outcome.evaluation.threads[t.id - 1].score_raw.to_string());
}

Html topic(const ReportPage& page, std::size_t i) {
  const Thread& t = page.outcome.interview.threads[i];
  const ThreadSummary& s = page.summary.threads[i];
  const bool scored = s.state == State::kScored;
  const Html score = element("p", {{"class", scored ? "topic-score" : "topic-score quiet"}}, {scored ? element("b", {s.score_raw.to_string(2)}) : element("span", {score_text(s.state, s.score_raw)}), scored ? score_bar(s.score_raw.value()) : Html()});
  const Html heading = element("header", {element("div", {element("p", {{"class", "type"}}, {fmt::format("{} \u00B7 {}", i + 1, plain(type_name(s.type)))}), element("h3", {s.title})}), score});
  Html out = heading;
  if (scored) out += element("p", {{"class", "justification"}}, {page.outcome.report.thread_justifications[i]});
  const std::string mean = mean_of(page, t);
  if (!mean.empty()) out += element("p", {{"class", "mean"}}, {"Score of the topic: ", element("span", {mean})});
  for (std::size_t k = 0; k < t.questions.size(); ++k) out += question(page, t.questions[k], k > 0);
  return element("article", {{"id", fmt::format("topic-{}", i + 1)}, {"class", "topic"}}, {out});
}

}  // namespace

Html topics_section(const ReportPage& page) {
  if (page.outcome.interview.threads.empty()) return {};
  Html out = element("p", {{"class", "note"}}, {"Every answer begins with one point. Each row of a ledger is a rule that found something, with the words it was found in; the rows add up to the score. A thin mark in a bar is the mean of all answers."});
  out += element("p", {{"class", "tools"}}, {element("button", {{"type", "button"}, {"id", "open-ledgers"}, {"aria-pressed", "false"}, {"hidden", ""}}, {"Open all ledgers"})});
  for (std::size_t i = 0; i < page.outcome.interview.threads.size(); ++i) out += topic(page, i);
  return out;
}

}  // namespace te::report
