// recorded.h: the recorded sections of the reference document as structs. Nothing here reaches the scoring engine.
#pragma once

#include <optional>
#include <span>

#include "parse/lines.h"
#include "transcript_eval/transcript.h"

namespace te::parse {

/// In the order in which a document has them.
enum class SectionKind : std::uint8_t { kQuestions, kEvaluation, kHrReport, kRecommendation };

/// The kind of a section title, nullopt for any other line.
std::optional<SectionKind> section_kind(std::string_view title);

/// Total Turns, the averages and the quality profile.
void read_header_field(const HeaderField& field, Recorded& out);

/// `body` is the section without title and rules; `line` the line of its title.
void read_section(SectionKind kind, std::span<const Line> body, std::uint32_t line, const SourceText& source, Recorded& out);

/// What follows from all sections together: the recommendation of the HR report, the decision.
void finish_recorded(Transcript& transcript);

}  // namespace te::parse
