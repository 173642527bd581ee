// title_phrase.h: what a question asks about, in its own words.
#pragma once

#include <string>
#include <string_view>

namespace te::report {

/// Bytes that a title has room for where topics are listed.
inline constexpr std::size_t kLongestTitle = 52;
/// A question that can only be its own title may be a little longer.
inline constexpr std::size_t kLongestQuestion = 64;

struct TitlePhrase {
  std::string text;          ///< empty when the question names nothing that could head an entry
  bool points_back = false;  ///< speaks of something said before: "the techniques behind these reductions"
};
/// The sentence that asks, without what leads up to the question.
std::string undressed(std::string_view asking);

/// `question`: undressed.
TitlePhrase title_phrase(const std::string& question);

}  // namespace te::report
