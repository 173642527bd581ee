// job.h: what a job description asks for.
//
// Is:      its requirements and responsibilities, each in the description's own words, in the order of the text.
// Is not:  a judgement of anybody; see RequirementCoverage in evaluation.h. Degrees, certificates and spoken languages are
//          listed, and nothing is ever concluded from them.
// Owns:    its strings. Span and line count in the description.
// Units:   years. A month is a twelfth.
// Errors:  none: a text that asks for nothing has no requirements. See docs/job.md.
// Example: auto requirements = read_requirements(text, *book);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/rulebook.h"
#include "transcript_eval/source.h"

namespace te {

enum class RequirementKind : std::uint8_t {
  kSkill,           ///< knowledge, a tool, a way to work
  kExperience,      ///< a length of time
  kEducation,       ///< a degree or school
  kCertificate,     ///< a licence, certificate or registration
  kLanguage,        ///< a language that people speak
  kResponsibility,  ///< what the job consists of
};
/// "skill", "experience", "education", "certificate", "language", "responsibility".
std::string_view requirement_kind_name(RequirementKind kind);

/// A description may ask for more; what comes behind so many is left out.
inline constexpr std::size_t kMostRequirements = 200;

struct Requirement {
  RequirementKind kind = RequirementKind::kSkill;
  std::string text;                      ///< as written, on one line, without list marks
  bool must = true;                      ///< false: nice to have
  std::optional<double> years;           ///< at least so long
  std::optional<double> years_at_most;   ///< the upper figure of "three to five years"
  std::vector<std::uint32_t> concepts;   ///< indices into Lexicon::concepts, in text order, each once
  std::vector<std::string> terms;        ///< stems of the telling words outside the concepts, in text order, each once
  Span span;
  std::uint32_t line = 0;

  /// Whether an interview can show it: not so for degrees, certificates and languages.
  [[nodiscard]] bool assessable() const { return kind == RequirementKind::kSkill || kind == RequirementKind::kExperience || kind == RequirementKind::kResponsibility; }
};

/// `description` is valid UTF-8, plain text, Markdown or pasted HTML.
std::vector<Requirement> read_requirements(std::string_view description, const RuleBook& book);

}  // namespace te
