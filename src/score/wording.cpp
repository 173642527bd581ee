#include "score/wording.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace te::score {
namespace {

using text::TokenKind;

/// Calls `take(first stem, second stem)` for neighbouring words.
template <typename Take>
void for_each_pair(const Annotation& annotation, std::uint32_t first, std::uint32_t last, const Take& take) {
  text::WordId before = text::kNoWord;
  for (std::uint32_t i = first; i < last; ++i) {
    const text::Token& token = annotation.text.tokens[i];
    if (token.kind != TokenKind::kWord || token.name) {
      before = text::kNoWord;
      continue;
    }
    const auto stem = token.stem;
    if (before != text::kNoWord) take(before, stem);
    before = stem;
  }
}

std::uint64_t key(text::WordId first, std::uint32_t second) { return (static_cast<std::uint64_t>(first) << 32) | second; }

/// Each stem once, in order of the ids, so that sums come out the same wherever the program runs.
using StemCounts = std::vector<std::pair<text::WordId, double>>;

/// Counts the words that are not quite common, each sentence by its worth.
class StemCounter {
 public:
  /// With room for so many words and sentences.
  StemCounter(const CompiledRules& rules, std::size_t words, std::size_t sentences) : rules_(rules) {
    words_.reserve(words);
    worth_.reserve(sentences);
  }

  void add(const Annotation& annotation, std::uint32_t first, std::uint32_t last, double worth) {
    constexpr double kCommon = 1.5;
    const auto sentence = static_cast<std::uint32_t>(worth_.size());
    worth_.push_back(worth);
    for (std::uint32_t i = first; i < last; ++i) {
      const text::Token& token = annotation.text.tokens[i];
      if (token.kind != TokenKind::kWord || token.name || token.aside) continue;
      if (rules_.idf(token.stem) >= kCommon) words_.push_back(key(token.stem, sentence));
    }
  }

  [[nodiscard]] bool has_one_of(const Marks& stems) const {
    return std::any_of(words_.begin(), words_.end(), [&](std::uint64_t word) { return stems.contains(static_cast<text::WordId>(word >> 32)); });
  }

  StemCounts counts() {
    std::sort(words_.begin(), words_.end());
    StemCounts out;
    out.reserve(words_.size());
    for (std::size_t i = 0; i < words_.size();) {
      const std::size_t begin = i;
      while (i < words_.size() && words_[i] == words_[begin]) ++i;
      const auto stem = static_cast<text::WordId>(words_[begin] >> 32);
      const double value = worth_[static_cast<std::uint32_t>(words_[begin])] * static_cast<double>(i - begin);
      if (out.empty() || out.back().first != stem) out.emplace_back(stem, value);
      else out.back().second += value;
    }
    return out;
  }

 private:
  const CompiledRules& rules_;
  std::vector<std::uint64_t> words_;  ///< stem and sentence of each
  std::vector<double> worth_;         ///< by sentence
};

}  // namespace

double wording(const Answer& answer) {
  constexpr double kAlike = 0.4;
  StemCounter sentences(*answer.rules, answer.words, answer.sentences.size());
  for (const AnswerSentence& s : answer.sentences) {
    const double worth = worth_of(s);
    if (worth > 0) sentences.add(*s.annotation, s.range.first, s.range.last, worth);
  }
  if (!sentences.has_one_of(answer.asked.given)) return 0;
  const StemCounts said = sentences.counts();
  StemCounter question(*answer.rules, answer.asked.words, 1);
  question.add(answer.interview->annotated->turn(answer.question->turn), answer.asked.first_token, answer.asked.last_token, 1);
  const StemCounts asked = question.counts();
  const auto square = [](double x) { return x * x; };
  double said_norm = 0;
  double count = 0;  // most words are said as often as the one before: once
  double damped = 0;
  for (const auto& [stem, n] : said) {
    if (n != count) damped = std::log1p(count = n);
    said_norm += square(damped * answer.rules->idf(stem));
  }
  double asked_norm = 0;
  double product = 0;
  for (const auto& [stem, n] : asked) {
    const double idf = answer.rules->idf(stem);
    asked_norm += square(idf);
    const auto found = std::lower_bound(said.begin(), said.end(), stem, [](const auto& count, text::WordId s) { return count.first < s; });
    if (found != said.end() && found->first == stem) product += std::log1p(found->second) * square(idf);
  }
  if (product <= 0) return 0;
  return std::min(1.0, product / std::sqrt(said_norm * asked_norm) / kAlike);
}

/// Of neighbours of which at least one tells something.
double phrasing(const Answer& answer) {
  std::vector<std::uint64_t> asked;
  const Annotation& question = answer.interview->annotated->turn(answer.question->turn);
  for_each_pair(question, answer.asked.first_token, answer.asked.last_token, [&](auto a, auto b) {
    if (std::max(answer.rules->idf(a), answer.rules->idf(b)) >= kTellingIdf) asked.push_back(key(a, b));
  });
  if (asked.empty()) return 0;
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  std::vector<bool> found(asked.size(), false);
  for (const AnswerSentence& s : answer.sentences) {
    if (worth_of(s) <= 0) continue;
    for_each_pair(*s.annotation, s.range.first, s.range.last, [&](auto a, auto b) {
      if (!answer.asked.given.contains(a) || !answer.asked.given.contains(b)) return;
      const auto at = std::lower_bound(asked.begin(), asked.end(), key(a, b));
      if (at != asked.end() && *at == key(a, b)) found[static_cast<std::size_t>(at - asked.begin())] = true;
    });
  }
  return std::min(1.0, 2.0 * static_cast<double>(std::count(found.begin(), found.end(), true)) / static_cast<double>(asked.size()));
}

double opening(const Answer& answer) {
  constexpr std::size_t kFirst = 3;
  constexpr double kNothingAsked = 0.5;
  std::vector<text::WordId> first;
  for (std::size_t i = 0; i < std::min(kFirst, answer.sentences.size()); ++i) {
    if (!answer.sentences[i].injected) first.insert(first.end(), answer.sentences[i].telling.begin(), answer.sentences[i].telling.end());
  }
  std::sort(first.begin(), first.end());
  double sum = 0;
  double found = 0;
  for (const auto stem : answer.asked.telling) {
    sum += answer.rules->idf(stem);
    found += std::binary_search(first.begin(), first.end(), stem) ? answer.rules->idf(stem) : 0;
  }
  return sum > 0 ? std::min(1.0, 2 * found / sum) : kNothingAsked;
}

}  // namespace te::score
