// An interview as an object (schema transcript-eval/interview/1, docs/json.md).
#include "report/interview_formats.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

Json stated(const Stated& fact) {
  if (fact.value.empty()) return nullptr;
  return {{"value", fact.value}, {"source", fact.source}, {"line", fact.line}};
}

Json speakers(const Interview& interview) {
  Json out = Json::array();
  for (std::size_t i = 0; i < interview.speaker_roles.size(); ++i) out.push_back({{"label", interview.transcript.speakers[i]}, {"role", role_name(interview.speaker_roles[i])}});
  return out;
}

Json questions(const Interview& interview) {
  Json out = Json::array();
  for (const Question& q : interview.questions) {
    out.push_back({{"id", q.id}, {"type", type_name(q.type)}, {"thread", q.thread}, {"turn", q.turn}, {"answer_turns", q.answer_turns}, {"line", q.line}, {"text", q.text}, {"preamble", q.preamble}, {"unscorable", text_or_null(q.unscorable)}});
  }
  return out;
}

}  // namespace

void write_turns(Json::Items& add, const Interview& interview) {
  const Transcript& t = interview.transcript;
  for (std::size_t i = 0; i < t.turns.size(); ++i) {
    const Turn& turn = t.turns[i];
    const Span span = t.source->place_of(turn.span).span;
    add({{"index", i},
         {"role", role_name(interview.role_of(turn))},
         {"speaker", t.speakers[turn.speaker]},
         {"kind", kind_name(interview.turn_kinds[i])},
         {"line", turn.line},
         {"begin", span.begin},
         {"end", span.end},
         {"start_s", turn.start_s},
         {"end_s", turn.end_s},
         {"confidence", turn.confidence ? Json(rounded(*turn.confidence, 4)) : Json(nullptr)},
         {"text", text::without_returns(turn.text)}});
  }
}

Json metadata_json(const Metadata& m) {
  return {{"candidate", stated(m.candidate)}, {"position", stated(m.position)}, {"company", stated(m.company)}, {"date", stated(m.date)}, {"duration", stated(m.duration)}};
}

Json diagnostics_json(const std::vector<Diagnostic>& diagnostics) {
  Json out = Json::array();
  for (const Diagnostic& d : diagnostics) out.push_back({{"code", d.code}, {"severity", severity_name(d.severity)}, {"line", d.line}, {"message", d.message}});
  return out;
}

Result<std::string> render_interview_json(const Interview& interview) {
  const SourceText& source = *interview.transcript.source;
  const Json out = {{"schema", "transcript-eval/interview/1"},
                    {"source", {{"path", source.path()}, {"format", interview.transcript.format}, {"bytes", source.input_bytes()}, {"sha256", source.sha256()}}},
                    {"metadata", metadata_json(interview.metadata)},
                    {"speakers", speakers(interview)},
                    {"role_confidence", rounded(interview.role_confidence, 3)},
                    {"role_reasons", interview.role_reasons},
                    {"role_question", text_or_null(interview.role_question)},
                    {"unscorable", text_or_null(interview.unscorable)},
                    {"turns", [&](Json::Items& add) { write_turns(add, interview); }},
                    {"questions", questions(interview)},
                    {"closing_turn", interview.closing_turn},
                    {"diagnostics", diagnostics_json(interview.diagnostics)}};
  return out.indented() + "\n";
}

}  // namespace te::report
