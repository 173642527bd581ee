// check.h: the checks of data_check.h, one file per part of the data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/compiled.h"
#include "rules/json_reader.h"
#include "transcript_eval/data_check.h"
#include "transcript_eval/evaluation.h"

namespace te::check {

/// A data file that loads.
struct Document {
  std::string path;
  rules::JsonValue root;
};

/// Everything that a check looks at, and where it writes to.
struct Material {
  const RuleBookPtr& book;
  const std::vector<Document>& documents;
  std::vector<DataFinding>& findings;

  void error(const std::string& path, std::uint32_t line, std::string message, std::string hint = {}) const { findings.push_back({Severity::kError, path, line, std::move(message), std::move(hint)}); }
  void warn(const std::string& path, std::uint32_t line, std::string message, std::string hint = {}) const { findings.push_back({Severity::kWarning, path, line, std::move(message), std::move(hint)}); }
  /// The documents whose path begins with this, in path order.
  [[nodiscard]] std::vector<const Document*> below(std::string_view directory) const;
};

/// A member of an object; an empty value when there is none.
const rules::JsonValue& member(const rules::JsonValue& object, std::string_view key);

/// The words of a phrase as the matcher compares them: two phrases with one key are one phrase.
std::string key_of(std::string_view phrase);

/// An interview of one question and one answer.
struct Exchange {
  Interview interview;
  Evaluation evaluation;
};
Exchange exchange(const RuleBookPtr& book, std::string_view question, std::string_view answer);

// One per file.
void check_concepts(const Material& m);
void check_phrases(const Material& m);
void check_tables(const Material& m);
void check_rubric(const Material& m, const Document& rubric);
void check_facts(const Material& m);
/// `number`: of the bank in RuleBook::banks().
void check_bank(const Material& m, const Document& bank, std::size_t number);

}  // namespace te::check
