// pieces.h: a job description cut into the statements that it consists of, each with the section it stands in.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/compiled.h"

namespace te::job {

/// What a heading says of the lines below it.
enum class Section : std::uint8_t { kNone, kMust, kNice, kDuty, kOther };

/// The tokens [first, last): a sentence, a list item or a part of one.
struct Piece {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Section section = Section::kNone;
  bool item = false;  ///< of a list
};

/// The description with everything that was found in it.
struct Marked {
  Annotation annotation;
  std::vector<text::PhraseMatch> cues;  ///< payload JobCue, by first token

  /// The first match of a cue that begins in [first, last), nullptr when there is none.
  [[nodiscard]] const text::PhraseMatch* find(JobCue cue, std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool has(JobCue cue, const Piece& piece) const { return find(cue, piece.first, piece.last) != nullptr; }
};

/// In text order; headings are no pieces.
std::vector<Piece> cut(const Marked& marked);

}  // namespace te::job
