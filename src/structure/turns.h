// turns.h: what a turn's annotation says about asking. Shared by the files of this folder.
#pragma once

#include <string>
#include <vector>

#include "rules/compiled.h"

namespace te::structure {

/// The phrase categories that structure depends on, looked up once per interview.
struct Categories {
  explicit Categories(const CompiledRules& rules);
  CategoryId request, closing, not_closing, introduction, project, experience, technical, behavioral, coding, shift, elaboration, praise, farewell, backchannel;
};

/// Whether a phrase of the category begins within the tokens [first, last).
bool has_phrase(const Annotation& turn, CategoryId category, std::uint32_t first, std::uint32_t last);
bool has_phrase(const Annotation& turn, CategoryId category);

/// Indices of the sentences that ask for something: with a question mark, or with a request near their begin.
std::vector<std::uint32_t> asking_sentences(const Annotation& turn, const Categories& categories);

}  // namespace te::structure
