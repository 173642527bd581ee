// Markdown that pastes into an applicant tracking system, a wiki or an issue: headings, lists and one table.
#include <fmt/format.h>

#include "report/formats.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

/// Sites make links and mentions of bare addresses and names; an entity in the middle shows the same and is none.
std::string_view unlinked(std::string_view text, std::size_t i) {
  if (text[i] == '@') return "&#64;";
  if (text[i] == ':' && text.substr(i, 3) == "://") return "&#58;";
  const bool www = text[i] == '.' && i >= 3 && text::folded(text.substr(i - 3, 3)) == "www";
  return www ? "&#46;" : std::string_view();
}

/// Text that stays text: on one line, with every sign escaped that Markdown (or HTML in it) takes for markup.
std::string plain_text(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]>#|~$";
  std::string out;
  const std::string line = text::single_line(text);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const auto byte = static_cast<unsigned char>(c);
    if (const auto entity = unlinked(line, i); !entity.empty()) {
      out += entity;
      continue;
    }
    if (byte < 0x20 || byte == 0x7F) out += "\xEF\xBF\xBD";
    else if (c == '<') out += "&lt;";
    else if (c == '&') out += "&amp;";
    else {
      if (kMarkup.find(c) != std::string_view::npos) out.push_back('\\');
      out.push_back(c);
    }
  }
  // At the beginning of a line these make a list or a rule.
  if (!out.empty() && (out.front() == '-' || out.front() == '+')) out.insert(0, 1, '\\');
  const auto digits = out.find_first_not_of("0123456789");
  if (digits != 0 && digits != std::string::npos && out[digits] == '.') out.insert(digits, 1, '\\');
  return out;
}

/// Report sentences carry bold marks of their own around the decision.
std::string sentence(const std::string& text) {
  const auto end = text.compare(0, 2, "**") == 0 ? text.find("**", 2) : std::string::npos;
  if (end == std::string::npos) return plain_text(text);
  return fmt::format("**{}** {}", plain_text(text.substr(2, end - 2)), plain_text(text.substr(end + 2)));
}

std::string named(const std::string& value) { return value.empty() ? "not stated" : plain_text(value); }

std::string head(const Outcome& o) {
  const Evaluation& e = o.evaluation;
  const bool scored = e.state == State::kScored;
  std::string out = fmt::format("# Interview evaluation: {}\n\n", o.interview.candidate.empty() ? "candidate not named" : plain_text(o.interview.candidate));
  out += fmt::format("- **Position:** {}\n", named(o.interview.position));
  out += scored ? fmt::format("- **Score:** {} of 5 ({})\n", e.overall_raw.to_string(2), plain_text(o.book->rubric().profile(e.overall_raw.value(), true)))
                : fmt::format("- **Score:** {}{}\n", plain(state_name(e.state)), e.reason.empty() ? "" : ": " + plain_text(e.reason));
  return out + fmt::format("- **Average relevance:** {:.2f}\n\n## Recommendation\n\n{}\n\n{}\n", e.average_relevance, sentence(o.report.recommendation), plain_text(o.report.suitability));
}

std::string topic_table(const Outcome& o) {
  std::string out = "\n## Topics\n\n| # | Topic | Type | Score | Questions |\n|---:|---|---|---:|---|\n";
  for (std::size_t i = 0; i < o.interview.threads.size(); ++i) {
    const Thread& t = o.interview.threads[i];
    const ThreadEvaluation& e = o.evaluation.threads[i];
    std::vector<std::string> ids;
    for (const auto q : t.questions) ids.push_back(o.interview.questions[q].id);
    out += fmt::format("| {} | {} | {} | {} | {} |\n", i + 1, plain_text(o.report.thread_titles[i]), plain(type_name(t.type)), e.state == State::kScored ? e.score_raw.to_string(2) : plain(state_name(e.state)), joined(ids, ", "));
  }
  return out;
}

std::string topics(const Outcome& o) {
  std::string out;
  for (std::size_t i = 0; i < o.interview.threads.size(); ++i) {
    const ThreadEvaluation& e = o.evaluation.threads[i];
    if (e.state != State::kScored) continue;
    out += fmt::format("\n### {}. {}: {}\n\n", i + 1, plain_text(o.report.thread_titles[i]), e.score_raw.to_string(2));
    for (const auto q : o.interview.threads[i].questions) out += fmt::format("> **{}:** {}\n>\n", o.interview.questions[q].id, plain_text(o.interview.questions[q].text));
    out.resize(out.size() - 2);
    out += fmt::format("\n{}\n", plain_text(o.report.thread_justifications[i]));
  }
  return out;
}

std::string quotes(const std::vector<Evidence>& evidence, std::string_view indent) {
  std::string out;
  for (const Evidence& e : evidence) out += fmt::format("{}- Line {}: \"{}\"\n", indent, e.line, plain_text(e.quote));
  return out;
}

std::string items(const std::string& title, const std::vector<ReportItem>& list, const std::string& none) {
  std::string out = fmt::format("\n## {}\n\n", title);
  for (const ReportItem& item : list) {
    out += fmt::format("- **{}{}:** {}\n", item.critical ? "CRITICAL GAP: " : "", plain_text(item.title), plain_text(item.text));
    out += quotes(item.evidence, "  ");
    if (!item.follow_up.empty()) out += fmt::format("  - Ask next: {}\n", plain_text(item.follow_up));
    if (!item.listen_for.empty()) out += fmt::format("  - Listen for: {}\n", plain_text(item.listen_for));
  }
  return list.empty() ? out + none + "\n" : out;
}

std::string listed(const std::string& title, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::string out = fmt::format("\n## {}\n\n", title);
  for (const std::string& line : lines) out += fmt::format("- {}\n", plain_text(line));
  return out;
}

std::vector<std::string> notes(const Outcome& o) {
  std::vector<std::string> out;
  for (const auto* list : {&o.interview.diagnostics, &o.evaluation.diagnostics}) {
    for (const Diagnostic& d : *list) out.push_back(d.line > 0 ? fmt::format("line {}: {}", d.line, d.message) : d.message);
  }
  return out;
}

std::string provenance(const Outcome& o) {
  const SourceText& source = *o.interview.transcript.source;
  return fmt::format("\n---\n\ntranscript-eval {}, rubric {} (`{:.12}`), lexicon `{:.12}`, transcript {} (`{:.12}`)\n", version(), plain_text(o.book->rubric().name), o.book->rubric().sha256, o.book->lexicon().sha256, plain_text(source.path()), source.sha256());
}

}  // namespace

std::string render_markdown(const Outcome& o) {
  const Report& r = o.report;
  std::string out = head(o) + topic_table(o);
  out += items("Strengths", r.strengths, fmt::format("No strength could be evidenced from the answers.{}", r.beginnings.empty() ? "" : " What comes nearest to one:\n\n" + std::string(text::trimmed(quotes(r.beginnings, "")))));
  out += items("Areas for development", r.development_areas, "None was found in the answers.");
  out += listed("Technical skills demonstrated", r.technical_skills);
  if (!r.requirements.empty()) out += items("Requirement coverage", r.requirements, "");
  out += fmt::format("\n## Communication\n\n{}\n", plain_text(r.communication));
  out += "\n## Reasons for the scores\n" + topics(o);
  return out + listed("Notes on the record", notes(o)) + provenance(o);
}

}  // namespace te::report
