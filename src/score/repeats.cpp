#include "score/repeats.h"

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
  struct Said {
    std::uint64_t words = 0;
    std::pair<std::uint32_t, std::uint32_t> place;
  };
  std::vector<Said> said;
  for (const Question& q : interview.questions) {
    for (const std::uint32_t turn : q.answer_turns) {
      const Annotation& a = interview.annotated->turn(turn);
      for (const text::Sentence& s : a.text.sentences) {
        const std::uint64_t words = fingerprint(a, s);
        if (words != 0) said.push_back({words, {turn, s.first}});
      }
    }
  }
  // Of those that are alike the first one says something.
  std::stable_sort(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.words < b.words; });
  for (std::size_t i = 1; i < said.size(); ++i) {
    if (said[i].words == said[i - 1].words) sentences_.push_back(said[i].place);
  }
  std::sort(sentences_.begin(), sentences_.end());
}

}  // namespace te::score
