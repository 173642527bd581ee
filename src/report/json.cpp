// The result object of docs/json.md (schema transcript-eval/result/1).
#include "report/formats.h"
#include "report/interview_formats.h"
#include "report/job_json.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

Json tool(const Outcome& o) {
  const auto named = [](const Bank& bank) -> Json { return {{"name", bank.name}, {"sha256", bank.sha256}}; };
  Json given = nullptr;
  for (const Bank& bank : o.book->banks()) {
    if (bank.given) given = named(bank);
  }
  const auto built_in = [&](Json::Items& banks) {
    for (const Bank& bank : o.book->banks()) {
      if (!bank.given) banks(named(bank));
    }
  };
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

void write_recorded(Json::Members& set, const Recorded& r) {
  if (r.quality_profile) set("quality_profile", *r.quality_profile);
  if (r.total_turns) set("total_turns", *r.total_turns);
  if (r.average_relevance) set("average_relevance", *r.average_relevance);
  if (r.average_evaluation) set("average_evaluation", *r.average_evaluation);
  if (r.has_questions) {
    set("questions", [&](Json::Items& add) {
      for (const auto& q : r.questions) {
        add({{"number", q.number}, {"label", q.label}, {"relevance", q.relevance}, {"struggled", q.struggled}, {"explained", !q.explanation.empty()}, {"line", q.line}});
      }
    });
  }
  if (r.has_evaluation) {
    set("scores", [&](Json::Items& add) {
      for (const auto& s : r.scores) {
        add({{"type", s.project ? "project" : "technical"}, {"label", s.label}, {"title", s.title}, {"score", s.score}, {"line", s.line}});
      }
    });
  }
  if (r.decision) set("decision", decision_name(*r.decision));
}

Json interview(const Outcome& o) {
  const Interview& in = o.interview;
  const auto interviewers = [&](Json::Items& add) {
    for (std::size_t i = 0; i < in.speaker_roles.size(); ++i) {
      if (in.speaker_roles[i] == Role::kInterviewer) add(in.transcript.speakers[i]);
    }
  };
  const Json records = [&](Json::Members& set) { write_recorded(set, in.transcript.recorded); };
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

void write_entry(Json::Members& set, const Transcript& t, const LedgerEntry& entry) {
  set("rule", entry.rule);
  set("points", entry.points.value());
  if (!entry.quote.empty()) {
    set("turn", entry.turn);
    const Span span = t.source->place_of(entry.span).span;
    set("begin", span.begin);
    set("end", span.end);
    set("line", entry.line);
    set("quote", text::without_returns(entry.quote));
  }
  if (!entry.detail.empty()) set("detail", entry.detail);
}

Json bank(const RuleBook& book, const std::optional<BankComparison>& b) {
  if (!b) return nullptr;
  const auto points = [&](Json::Items& add) {
    for (const KeyPointUse& p : b->key_points) add({{"text", p.text}, {"coverage", coverage_name(p.coverage)}, {"quote", text_or_null(text::without_returns(p.quote))}});
  };
  return {{"bank", book.banks()[b->bank].name}, {"id", b->id}, {"similarity", rounded(b->similarity, 4)}, {"coverage", rounded(b->coverage, 4)}, {"key_points", points}, {"misconceptions", b->misconceptions}};
}

void write_relevance(Json::Members& set, const QuestionEvaluation& e) {
  set("answer", rounded(e.answer_relevance, 4));
  set("role", rounded(e.role_relevance, 4));
  for (std::size_t i = 0; i < kSigns; ++i) set(sign_name(static_cast<Sign>(i)), rounded(e.relevance_parts.signs[i], 4));
  set("fit", rounded(e.relevance_parts.fit, 4));
}

void write_question(Json::Items& add_question, const Outcome& o, std::size_t i) {
  const Question& q = o.interview.questions[i];
  const QuestionEvaluation& e = o.evaluation.questions[i];
  const Rubric& rubric = o.book->rubric();
  const Lexicon& lexicon = o.book->lexicon();
  std::string answer;
  for (const auto turn : q.answer_turns) {
    if (!answer.empty()) answer += "\n\n";
    answer += text::without_returns(o.interview.transcript.turns[turn].text);
  }
  const bool scored = e.state == State::kScored;
  const Span span = o.interview.transcript.source->place_of(q.span).span;
  const auto criteria = [&](Json::Items& add) {
    for (const CriterionScore& c : e.criteria) add({{"name", rubric.criteria[c.criterion].name}, {"weight", c.weight}, {"score", rounded(c.score, 3)}});
  };
  const auto evidence = [&](Json::Members& set) {
    for (std::size_t r = 0; r < e.evidence.size(); ++r) {
      if (e.evidence[r] > 0) set(rubric.rules[r].id, rounded(e.evidence[r], 3));
    }
  };
  const auto ledger = [&](Json::Items& add) {
    for (const LedgerEntry& entry : e.ledger) {
      add([&](Json::Members& set) { write_entry(set, o.interview.transcript, entry); });
    }
  };
  const auto concepts = [&](Json::Items& add) {
    for (const ConceptUse& use : e.concepts) {
      const Concept& c = lexicon.concepts[use.concept_index];
      add({{"id", c.id}, {"name", c.name}, {"area", c.area}, {"level", c.level}, {"count", use.count}, {"depth", depth_name(use.depth)}});
    }
  };
  const auto aspects = [&](Json::Items& add) {
    for (const Aspect& a : e.aspects) {
      add({{"kind", aspect_kind_name(a.kind)}, {"text", a.text}, {"weight", rounded(a.weight, 3)}, {"coverage", coverage_name(a.coverage)}, {"quote", text_or_null(text::without_returns(a.quote))}});
    }
  };
  const auto misconceptions = [&](Json::Items& add) {
    for (const Misconception& m : e.misconceptions) {
      const Fact& fact = lexicon.facts[m.fact];
      add({{"fact", fact.id}, {"about", lexicon.concepts[fact.about].id}, {"quote", text::without_returns(m.quote)}, {"line", m.line}, {"correction", fact.correction}});
    }
  };
  add_question({{"id", q.id}, {"type", type_name(q.type)}, {"thread", q.thread}, {"turn", q.turn}, {"answer_turns", q.answer_turns}, {"line", q.line}, {"begin", span.begin}, {"end", span.end},
                {"text", q.text}, {"preamble", q.preamble}, {"asked_words", e.asked_words}, {"demand", rounded(e.demand, 3)}, {"answer_words", e.words}, {"answer", answer}, {"state", state_name(e.state)},
                {"score", scored ? Json(e.score()) : Json(nullptr)}, {"score_raw", scored ? Json(e.score_raw.value()) : Json(nullptr)},
                {"relevance", [&](Json::Members& set) { write_relevance(set, e); }},
                {"criteria", criteria}, {"evidence", evidence}, {"flags", e.flags}, {"ledger", ledger}, {"concepts", concepts}, {"aspects", aspects}, {"bank", bank(*o.book, e.bank)},
                {"misconceptions", misconceptions}, {"justification", o.report.question_justifications[i]}});
}

void write_thread(Json::Items& add, const Outcome& o, std::size_t i) {
  const Thread& t = o.interview.threads[i];
  const ThreadEvaluation& e = o.evaluation.threads[i];
  const auto ids = [&](Json::Items& add_id) {
    for (const auto q : t.questions) add_id(o.interview.questions[q].id);
  };
  const bool scored = e.state == State::kScored;
  add({{"id", t.id}, {"type", type_name(t.type)}, {"title", o.report.thread_titles[i]}, {"questions", ids}, {"state", state_name(e.state)},
       {"score", scored ? Json(e.score()) : Json(nullptr)}, {"score_raw", scored ? Json(e.score_raw.value()) : Json(nullptr)}, {"justification", o.report.thread_justifications[i]}});
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
  const auto types = [&](Json::Members& set) {
    for (const auto& [name, total] : by_type) set(name, rounded(total.first / total.second, 3));
  };
  const bool any = e.state == State::kScored;
  const Communication& c = e.communication;
  return {{"state", state_name(e.state)}, {"reason", text_or_null(e.reason)}, {"overall", any ? Json(e.overall()) : Json(nullptr)}, {"overall_raw", any ? Json(e.overall_raw.value()) : Json(nullptr)},
          {"average_relevance", rounded(e.average_relevance, 4)}, {"by_type", types},
          {"communication", {{"filler_per_100", rounded(c.filler_per_100, 2)}, {"hedge_per_100", rounded(c.hedge_per_100, 2)}, {"words", c.words}, {"mean_sentence_words", rounded(c.mean_sentence_words, 1)}}}};
}

void write_evidence(Json::Items& add, const std::vector<Evidence>& evidence) {
  for (const Evidence& e : evidence) add({{"turn", e.turn}, {"line", e.line}, {"quote", e.quote}});
}

void write_items(Json::Items& add, const std::vector<ReportItem>& items, bool severity) {
  for (const ReportItem& item : items) {
    add([&](Json::Members& set) {
      if (severity) set("severity", item.critical ? "critical" : "development");
      set("title", item.title);
      set("text", item.text);
      set("evidence", [&](Json::Items& passages) { write_evidence(passages, item.evidence); });
      if (severity) set("follow_up", text_or_null(item.follow_up));
      if (severity) set("listen_for", text_or_null(item.listen_for));
    });
  }
}

Json diagnostics(const Outcome& o) {
  std::vector<Diagnostic> all = o.interview.diagnostics;
  all.insert(all.end(), o.evaluation.diagnostics.begin(), o.evaluation.diagnostics.end());
  return diagnostics_json(all);
}

Json result(const Outcome& o) {
  const auto questions = [&](Json::Items& add) {
    for (std::size_t i = 0; i < o.interview.questions.size(); ++i) write_question(add, o, i);
  };
  const auto threads = [&](Json::Items& add) {
    for (std::size_t i = 0; i < o.interview.threads.size(); ++i) write_thread(add, o, i);
  };
  return {{"schema", "transcript-eval/result/1"},
          {"tool", tool(o)},
          {"source", source(o)},
          {"interview", interview(o)},
          {"turns", [&](Json::Items& add) { write_turns(add, o.interview); }},
          {"questions", questions},
          {"threads", threads},
          {"evaluation", evaluation(o)},
          {"requirements", requirements_json(o)},
          {"hr_report",
           {{"suitability", o.report.suitability},
            {"strengths", [&](Json::Items& add) { write_items(add, o.report.strengths, false); }},
            {"beginnings", [&](Json::Items& add) { write_evidence(add, o.report.beginnings); }},
            {"development_areas", [&](Json::Items& add) { write_items(add, o.report.development_areas, true); }},
            {"technical_skills", o.report.technical_skills},
            {"communication", o.report.communication}}},
          {"recommendation", {{"decision", decision_name(o.evaluation.decision)}, {"text", o.report.recommendation}}},
          {"diagnostics", diagnostics(o)}};
}

}  // namespace

std::string render_json(const Outcome& outcome) { return result(outcome).indented() + "\n"; }
std::string render_json_line(const Outcome& outcome) {
  std::string out = result(outcome).text();
  out += '\n';
  return out;
}

}  // namespace te::report
