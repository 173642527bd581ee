#include "check/check.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace te {
namespace check {
namespace {

std::vector<Document> parsed(std::span<const DataFile> files) {
  rules::DataErrors errors;
  std::vector<Document> out;
  for (const DataFile& file : files) {
    if (file.path.compare(0, 7, "schema/") != 0) out.push_back({file.path, rules::parse_json(file.path, file.content, errors)});
  }
  std::sort(out.begin(), out.end(), [](const Document& a, const Document& b) { return a.path < b.path; });
  return out;
}

Document parsed(const DataFile& file) {
  rules::DataErrors errors;
  return {file.path, rules::parse_json(file.path, file.content, errors)};
}

DataFinding finding(const Error& e) { return {Severity::kError, e.path, e.line, e.message, e.hint}; }

}  // namespace

std::vector<const Document*> Material::below(std::string_view directory) const {
  std::vector<const Document*> out;
  for (const Document& d : documents) {
    if (d.path.compare(0, directory.size(), directory) == 0) out.push_back(&d);
  }
  return out;
}

const rules::JsonValue& member(const rules::JsonValue& object, std::string_view key) {
  static const rules::JsonValue kNone;
  const auto it = std::find_if(object.members.begin(), object.members.end(), [&](const rules::JsonMember& m) { return m.name == key; });
  return it == object.members.end() ? kNone : it->value;
}

std::string key_of(std::string_view phrase) {
  text::Vocabulary vocabulary;
  const text::TokenizedText t = text::tokenize(phrase, vocabulary);
  std::string out;
  for (std::uint32_t i = 0; i < t.tokens.size(); ++i) {
    if (t.tokens[i].kind == text::TokenKind::kBreak || text::joins(t, i)) continue;
    out += (out.empty() ? "" : " ") + std::string(vocabulary.text(vocabulary.base(t.tokens[i].word)));
  }
  return out;
}

Exchange exchange(const RuleBookPtr& book, std::string_view question, std::string_view answer) {
  const auto source = SourceText::from_bytes("check", fmt::format("Interviewer: {}\n\nCandidate: {}\n", question, answer));
  if (!source) throw std::logic_error(source.error().to_string());
  auto transcript = parse_transcript(*source, {"labelled"});
  if (!transcript) return {};  // a text of several speakers, or none: it asks nothing
  auto interview = build_interview(std::move(*transcript), book, {"Interviewer", "Candidate", {}, true});
  if (!interview) return {};
  Exchange out{std::move(*interview), {}};
  out.evaluation = evaluate(out.interview, *book, {});
  return out;
}

}  // namespace check

std::string DataFinding::to_string() const {
  const std::string where = line > 0 ? fmt::format("{}:{}", path, line) : path;
  return fmt::format("{}: {}: {}{}", where, severity_name(severity), message, hint.empty() ? "" : fmt::format(" ({})", hint));
}

std::vector<DataFinding> check_data(std::span<const DataFile> files, const RuleBookOptions& options) {
  std::vector<DataFinding> out;
  const auto book = build_rulebook(files, options);
  if (!book) return {check::finding(book.error())};
  const std::vector<check::Document> documents = check::parsed(files);
  const check::Material m{*book, documents, out};
  check::check_concepts(m);
  check::check_phrases(m);
  check::check_tables(m);
  check::check_facts(m);
  if (options.rubric) check::check_rubric(m, check::parsed(*options.rubric));
  else for (const auto* rubric : m.below("rubrics/default.json")) check::check_rubric(m, *rubric);

  // The rule book holds the user's bank first.
  std::size_t number = 0;
  if (options.bank) check::check_bank(m, check::parsed(*options.bank), number++);
  for (const auto* bank : m.below("banks/")) check::check_bank(m, *bank, number++);
  std::stable_sort(out.begin(), out.end(), [](const DataFinding& a, const DataFinding& b) { return a.path != b.path ? a.path < b.path : a.line < b.line; });
  return out;
}

}  // namespace te
