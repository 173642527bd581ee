// The result object of docs/json.md (schema transcript-eval/result/1).
#include "report/formats.h"
#include "report/interview_formats.h"
#include "report/job_json.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

Json tool(const Outcome& o) {
  Json given = nullptr;
  Json built_in = Json::array();
  for (const Bank& bank : o.book->banks()) {
    const Json named = {{"name", bank.name}, {"sha256", bank.sha256}};
    if (bank.given) given = named;
    else built_in.push_back(named);
  }
  return {{"version", version()},
          {"rubric", {{"name", o.book->rubric().name}, {"sha256", o.book->rubric().sha256}}},
          {"lexicon", {{"name", "default"}, {"concepts", o.book->lexicon().concepts.size()}, {"sha256", o.book->lexicon().sha256}}},
          {"bank", given},
          {"built_in_banks", built_in}};
}

Json source(const Outcome& o) {
  const SourceText& s = *o.interview.transcript.source;
  return {{"path", s.path()}, {"format", o.interview.transcript.format}, {"bytes", s.input_bytes()}, {"sha256", s.sha256()}};
}

Json recorded(const Recorded& r) {
  Json j = Json::object();
  if (r.quality_profile) j.set("quality_profile", *r.quality_profile);
  if (r.total_turns) j.set("total_turns", *r.total_turns);
  if (r.average_relevance) j.set("average_relevance", *r.average_relevance);
  if (r.average_evaluation) j.set("average_evaluation", *r.average_evaluation);
  if (r.has_questions) {
    Json questions = Json::array();
    for (const auto& q : r.questions) {
      questions.push_back({{"number", q.number}, {"label", q.label}, {"relevance", q.relevance}, {"struggled", q.struggled}, {"explained", !q.explanation.empty()}, {"line", q.line}});
    }
    j.set("questions", questions);
  }
  if (r.has_evaluation) {
    Json scores = Json::array();
    for (const auto& s : r.scores) {
      scores.push_back({{"type", s.project ? "project" : "technical"}, {"label", s.label}, {"title", s.title}, {"score", s.score}, {"line", s.line}});
    }
    j.set("scores", scores);
  }
  if (r.decision) j.set("decision", decision_name(*r.decision));
  return j;
}

Json interview(const Outcome& o) {
  const Interview& in = o.interview;
  Json interviewers = Json::array();
  for (std::size_t i = 0; i < in.speaker_roles.size(); ++i) {
    if (in.speaker_roles[i] == Role::kInterviewer) interviewers.push_back(in.transcript.speakers[i]);
  }
  const Json records = recorded(in.transcript.recorded);
  return {{"candidate", text_or_null(in.candidate)},
          {"position", text_or_null(in.position)},
          {"interviewers", interviewers},
          {"turn_count", in.transcript.turns.size()},
          {"talk_share", {{"candidate", rounded(o.evaluation.communication.candidate_talk_share, 3)}}},
          {"role_confidence", rounded(in.role_confidence, 3)},
          {"role_reasons", in.role_reasons},
          {"metadata", metadata_json(in.metadata)},
          {"recorded", records.empty() ? Json(nullptr) : records}};
}

Json ledger(const Transcript& t, const QuestionEvaluation& e) {
  Json out = Json::array();
  for (const LedgerEntry& entry : e.ledger) {
    Json row = {{"rule", entry.rule}, {"points", entry.points.value()}};
    if (!entry.quote.empty()) {
      row.set("turn", entry.turn);
      const Span span = t.source->place_of(entry.span).span;
      row.set("begin", span.begin);
      row.set("end", span.end);
      row.set("line", entry.line);
      row.set("quote", text::without_returns(entry.quote));
    }
    if (!entry.detail.empty()) row.set("detail", entry.detail);
    out.push_back(row);
  }
  return out;
}

Json bank(const RuleBook& book, const std::optional<BankComparison>& b) {
  if (!b) return nullptr;
  Json points = Json::array();
  for (const KeyPointUse& p : b->key_points) {
    points.push_back({{"text", p.text}, {"coverage", coverage_name(p.coverage)}, {"quote", text_or_null(text::without_returns(p.quote))}});
  }
  return {{"bank", book.banks()[b->bank].name}, {"id", b->id}, {"similarity", rounded(b->similarity, 4)}, {"coverage", rounded(b->coverage, 4)}, {"key_points", points}, {"misconceptions", b->misconceptions}};
}

Json relevance(const QuestionEvaluation& e) {
  Json out = {{"answer", rounded(e.answer_relevance, 4)}, {"role", rounded(e.role_relevance, 4)}};
  for (std::size_t i = 0; i < kSigns; ++i) out.set(sign_name(static_cast<Sign>(i)), rounded(e.relevance_parts.signs[i], 4));
  out.set("fit", rounded(e.relevance_parts.fit, 4));
  return out;
}

Json question(const Outcome& o, std::size_t i) {
  const Question& q = o.interview.questions[i];
  const QuestionEvaluation& e = o.evaluation.questions[i];
  std::string answer;
  for (const auto turn : q.answer_turns) {
    if (!answer.empty()) answer += "\n\n";
    answer += text::without_returns(o.interview.transcript.turns[turn].text);
  }
  const bool scored = e.state == State::kScored;
  const Span span = o.interview.transcript.source->place_of(q.span).span;
  Json criteria = Json::array();
  for (const CriterionScore& c : e.criteria) {
    criteria.push_back({{"name", o.book->rubric().criteria[c.criterion].name}, {"weight", c.weight}, {"score", rounded(c.score, 3)}});
  }
  Json evidence = Json::object();
  for (std::size_t r = 0; r < e.evidence.size(); ++r) {
    if (e.evidence[r] > 0) evidence.set(o.book->rubric().rules[r].id, rounded(e.evidence[r], 3));
  }
  Json concepts = Json::array();
  for (const ConceptUse& use : e.concepts) {
    const Concept& c = o.book->lexicon().concepts[use.concept_index];
    concepts.push_back({{"id", c.id}, {"name", c.name}, {"area", c.area}, {"level", c.level}, {"count", use.count}, {"depth", depth_name(use.depth)}});
  }
  Json aspects = Json::array();
  for (const Aspect& a : e.aspects) {
    aspects.push_back({{"kind", aspect_kind_name(a.kind)}, {"text", a.text}, {"weight", rounded(a.weight, 3)}, {"coverage", coverage_name(a.coverage)}, {"quote", text_or_null(text::without_returns(a.quote))}});
  }
  Json misconceptions = Json::array();
  for (const Misconception& m : e.misconceptions) {
    const Fact& fact = o.book->lexicon().facts[m.fact];
    misconceptions.push_back({{"fact", fact.id}, {"about", o.book->lexicon().concepts[fact.about].id}, {"quote", text::without_returns(m.quote)}, {"line", m.line}, {"correction", fact.correction}});
  }
  return {{"id", q.id}, {"type", type_name(q.type)}, {"thread", q.thread}, {"turn", q.turn}, {"answer_turns", q.answer_turns}, {"line", q.line}, {"begin", span.begin}, {"end", span.end},
          {"text", q.text}, {"preamble", q.preamble}, {"asked_words", e.asked_words}, {"demand", rounded(e.demand, 3)}, {"answer_words", e.words}, {"answer", answer}, {"state", state_name(e.state)},
          {"score", scored ? Json(e.score()) : Json(nullptr)}, {"score_raw", scored ? Json(e.score_raw.value()) : Json(nullptr)},
          {"relevance", relevance(e)},
          {"criteria", criteria}, {"evidence", evidence}, {"flags", e.flags}, {"ledger", ledger(o.interview.transcript, e)}, {"concepts", concepts}, {"aspects", aspects}, {"bank", bank(*o.book, e.bank)}, {"misconceptions", misconceptions},
          {"justification", o.report.question_justifications[i]}};
}

Json threads(const Outcome& o) {
  Json out = Json::array();
  for (std::size_t i = 0; i < o.interview.threads.size(); ++i) {
    const Thread& t = o.interview.threads[i];
    const ThreadEvaluation& e = o.evaluation.threads[i];
    Json ids = Json::array();
    for (const auto q : t.questions) ids.push_back(o.interview.questions[q].id);
    const bool scored = e.state == State::kScored;
    out.push_back({{"id", t.id}, {"type", type_name(t.type)}, {"title", o.report.thread_titles[i]}, {"questions", ids}, {"state", state_name(e.state)},
                   {"score", scored ? Json(e.score()) : Json(nullptr)}, {"score_raw", scored ? Json(e.score_raw.value()) : Json(nullptr)}, {"justification", o.report.thread_justifications[i]}});
  }
  return out;
}

Json evaluation(const Outcome& o) {
  const Evaluation& e = o.evaluation;
  std::map<std::string, std::pair<double, int>> by_type;
  for (std::size_t i = 0; i < e.threads.size(); ++i) {
    if (e.threads[i].state != State::kScored) continue;
    auto& [sum, n] = by_type[std::string(type_name(o.interview.threads[i].type))];
    sum += e.threads[i].score_raw.value();
    ++n;
  }
  Json types = Json::object();
  for (const auto& [name, total] : by_type) types.set(name, rounded(total.first / total.second, 3));
  const bool any = e.state == State::kScored;
  const Communication& c = e.communication;
  return {{"state", state_name(e.state)}, {"reason", text_or_null(e.reason)}, {"overall", any ? Json(e.overall()) : Json(nullptr)}, {"overall_raw", any ? Json(e.overall_raw.value()) : Json(nullptr)},
          {"average_relevance", rounded(e.average_relevance, 4)}, {"by_type", types},
          {"communication", {{"filler_per_100", rounded(c.filler_per_100, 2)}, {"hedge_per_100", rounded(c.hedge_per_100, 2)}, {"words", c.words}, {"mean_sentence_words", rounded(c.mean_sentence_words, 1)}}}};
}

Json evidence(const Evidence& e) { return {{"turn", e.turn}, {"line", e.line}, {"quote", e.quote}}; }

Json items(const std::vector<ReportItem>& items, bool severity) {
  Json out = Json::array();
  for (const ReportItem& item : items) {
    Json j = Json::object();
    if (severity) j.set("severity", item.critical ? "critical" : "development");
    j.set("title", item.title);
    j.set("text", item.text);
    Json quotes = Json::array();
    for (const Evidence& e : item.evidence) quotes.push_back(evidence(e));
    j.set("evidence", quotes);
    if (severity) j.set("follow_up", text_or_null(item.follow_up));
    if (severity) j.set("listen_for", text_or_null(item.listen_for));
    out.push_back(j);
  }
  return out;
}

Json diagnostics(const Outcome& o) {
  std::vector<Diagnostic> all = o.interview.diagnostics;
  all.insert(all.end(), o.evaluation.diagnostics.begin(), o.evaluation.diagnostics.end());
  return diagnostics_json(all);
}

Json result(const Outcome& o) {
  Json questions = Json::array();
  for (std::size_t i = 0; i < o.interview.questions.size(); ++i) questions.push_back(question(o, i));
  Json beginnings = Json::array();
  for (const Evidence& e : o.report.beginnings) beginnings.push_back(evidence(e));
  return {{"schema", "transcript-eval/result/1"},
          {"tool", tool(o)},
          {"source", source(o)},
          {"interview", interview(o)},
          {"turns", turns_json(o.interview)},
          {"questions", questions},
          {"threads", threads(o)},
          {"evaluation", evaluation(o)},
          {"requirements", requirements_json(o)},
          {"hr_report", {{"suitability", o.report.suitability}, {"strengths", items(o.report.strengths, false)}, {"beginnings", beginnings}, {"development_areas", items(o.report.development_areas, true)}, {"technical_skills", o.report.technical_skills}, {"communication", o.report.communication}}},
          {"recommendation", {{"decision", decision_name(o.evaluation.decision)}, {"text", o.report.recommendation}}},
          {"diagnostics", diagnostics(o)}};
}

}  // namespace

std::string render_json(const Outcome& outcome) { return result(outcome).indented() + "\n"; }
std::string render_json_line(const Outcome& outcome) { return result(outcome).text() + "\n"; }

}  // namespace te::report
