#include "score/repeats.h"

#include <unordered_set>

namespace te::score {
namespace {

/// Shorter sentences are said again without any purpose.
constexpr std::uint32_t kWords = 4;

/// The words of a sentence, whatever their case and the signs between them; 0 for a short one.
std::uint64_t fingerprint(const Annotation& a, const text::Sentence& s) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  std::uint32_t words = 0;
  for (std::uint32_t i = s.first; i < s.last; ++i) {
    if (a.text.tokens[i].kind != text::TokenKind::kWord) continue;
    hash = (hash ^ a.text.tokens[i].word) * 1099511628211ULL;
    ++words;
  }
  return words < kWords ? 0 : hash;
}

}  // namespace

Repeats::Repeats(const Interview& interview) {
  std::unordered_set<std::uint64_t> said;
  for (const Question& q : interview.questions) {
    for (const std::uint32_t turn : q.answer_turns) {
      const Annotation& a = interview.annotated->turn(turn);
      for (const text::Sentence& s : a.text.sentences) {
        const std::uint64_t words = fingerprint(a, s);
        if (words != 0 && !said.insert(words).second) sentences_.emplace(turn, s.first);
      }
    }
  }
}

}  // namespace te::score
