// Rows for a spreadsheet (docs/csv.md): one per interview, followed by one per question.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/csv.h"
#include "report/formats.h"

namespace te::report {
namespace {

/// What a spreadsheet takes for the beginning of a formula; some also take the full-width forms.
constexpr std::array<std::string_view, 10> kFormulaSigns = {"=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : " ") + item;
  return out;
}

struct Column {
  const char* name;
  std::string (*interview)(const Summary& s);
  std::string (*question)(const Summary& s, const QuestionSummary& q);
};

std::string nothing(const Summary&) { return {}; }

const ThreadSummary& thread(const Summary& s, const QuestionSummary& q) { return s.threads[q.thread - 1]; }

// Values are fields already: only texts of others go through csv_field().
constexpr Column kColumns[] = {
    {"record", [](const Summary&) { return std::string("interview"); }, [](const Summary&, const QuestionSummary&) { return std::string("question"); }},
    {"source", [](const Summary& s) { return csv_field(s.path); }, [](const Summary& s, const QuestionSummary&) { return csv_field(s.path); }},
    {"candidate", [](const Summary& s) { return csv_field(s.candidate); }, [](const Summary& s, const QuestionSummary&) { return csv_field(s.candidate); }},
    {"position", [](const Summary& s) { return csv_field(s.position); }, [](const Summary& s, const QuestionSummary&) { return csv_field(s.position); }},
    {"state", [](const Summary& s) { return std::string(state_name(s.state)); }, [](const Summary&, const QuestionSummary& q) { return std::string(state_name(q.state)); }},
    {"decision", [](const Summary& s) { return std::string(decision_name(s.decision)); }, [](const Summary&, const QuestionSummary&) { return std::string(); }},
    {"score", [](const Summary& s) { return s.state == State::kScored ? s.overall_raw.to_string(0) : ""; },
     [](const Summary&, const QuestionSummary& q) { return q.state == State::kScored ? q.score_raw.to_string(0) : ""; }},
    {"score_raw", [](const Summary& s) { return s.state == State::kScored ? s.overall_raw.to_string() : ""; },
     [](const Summary&, const QuestionSummary& q) { return q.state == State::kScored ? q.score_raw.to_string() : ""; }},
    {"relevance", [](const Summary& s) { return fmt::format("{:.4f}", s.relevance); }, [](const Summary&, const QuestionSummary& q) { return fmt::format("{:.4f}", q.relevance); }},
    {"words", [](const Summary& s) { return fmt::to_string(s.words); }, [](const Summary&, const QuestionSummary& q) { return fmt::to_string(q.words); }},
    {"level", [](const Summary& s) { return s.level ? fmt::format("{:.2f}", *s.level) : ""; }, [](const Summary&, const QuestionSummary& q) { return q.level ? fmt::format("{:.2f}", *q.level) : ""; }},
    {"questions", [](const Summary& s) { return fmt::to_string(s.questions.size()); }, [](const Summary&, const QuestionSummary&) { return std::string(); }},
    {"diagnostics", [](const Summary& s) { return fmt::to_string(s.diagnostics); }, [](const Summary&, const QuestionSummary&) { return std::string(); }},
    {"question", nothing, [](const Summary&, const QuestionSummary& q) { return q.id; }},
    {"type", nothing, [](const Summary&, const QuestionSummary& q) { return std::string(type_name(q.type)); }},
    {"topic", nothing, [](const Summary& s, const QuestionSummary& q) { return csv_field(thread(s, q).title); }},
    {"topic_score_raw", nothing, [](const Summary& s, const QuestionSummary& q) { return thread(s, q).state == State::kScored ? thread(s, q).score_raw.to_string() : ""; }},
    {"line", nothing, [](const Summary&, const QuestionSummary& q) { return fmt::to_string(q.line); }},
    {"flags", nothing, [](const Summary&, const QuestionSummary& q) { return listed(q.flags); }},
    {"text", nothing, [](const Summary&, const QuestionSummary& q) { return csv_field(q.text); }},
};

/// Columns that follow from the rubric, and what judged.
std::string criteria(const std::vector<std::optional<double>>& values, const RuleBook& book) {
  std::string out;
  for (std::size_t c = 0; c < book.rubric().criteria.size(); ++c) out += c < values.size() && values[c] ? fmt::format(",{:.3f}", *values[c]) : ",";
  return out + fmt::format(",{},{}\r\n", book.rubric().sha256, book.lexicon().sha256);
}

/// The row of an interview, or of one of its questions.
std::string row(const Summary& s, const QuestionSummary* q, const RuleBook& book) {
  std::string out;
  for (const Column& column : kColumns) {
    if (!out.empty()) out.push_back(',');
    out += q == nullptr ? column.interview(s) : column.question(s, *q);
  }
  return out + criteria(q == nullptr ? s.criteria : q->criteria, book);
}

}  // namespace

std::string csv_field(std::string_view value) {
  std::string text(value);
  const auto begins = [&](std::string_view sign) { return value.substr(0, sign.size()) == sign; };
  if (std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(), begins)) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string csv_header(const RuleBook& book) {
  std::string out;
  for (const Column& column : kColumns) out += (out.empty() ? "" : ",") + std::string(column.name);
  for (const Criterion& c : book.rubric().criteria) out += "," + csv_field("criterion_" + c.name);
  // Without the byte order mark spreadsheets read UTF-8 as something else.
  return "\xEF\xBB\xBF" + out + ",rubric_sha256,lexicon_sha256\r\n";
}

std::string csv_rows(const Summary& summary, const RuleBook& book) {
  std::string out = row(summary, nullptr, book);
  for (const QuestionSummary& q : summary.questions) out += row(summary, &q, book);
  return out;
}

std::string render_csv(const Outcome& o) { return csv_rows(summarize(o), *o.book); }

}  // namespace te::report
