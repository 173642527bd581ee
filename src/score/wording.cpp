#include "score/wording.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>
#include <vector>

namespace te::score {
namespace {

using text::TokenKind;

/// Calls `take(first stem, second stem)` for neighbouring words of which at least one tells something.
template <typename Take>
void for_each_pair(const Answer& answer, const Annotation& annotation, std::uint32_t first, std::uint32_t last, const Take& take) {
  text::WordId before = text::kNoWord;
  for (std::uint32_t i = first; i < last; ++i) {
    const text::Token& token = annotation.text.tokens[i];
    if (token.kind != TokenKind::kWord || token.name) {
      before = text::kNoWord;
      continue;
    }
    const auto stem = token.stem;
    if (before != text::kNoWord && std::max(answer.rules->idf(before), answer.rules->idf(stem)) >= kTellingIdf) take(before, stem);
    before = stem;
  }
}

/// Each stem once, in order of the ids, so that sums come out the same wherever the program runs.
using StemCounts = std::vector<std::pair<text::WordId, double>>;

/// Adds up what is counted of a stem, in the order in which it stands.
StemCounts added_up(StemCounts counts) {
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::size_t last = 0;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i].first == counts[last].first) counts[last].second += counts[i].second;
    else counts[++last] = counts[i];
  }
  counts.resize(std::min(counts.size(), last + 1));
  return counts;
}

/// How often each word that is not quite common stands in a token range.
StemCounts count_stems(const Answer& answer, const Annotation& annotation, std::uint32_t first, std::uint32_t last) {
  constexpr double kCommon = 1.5;
  StemCounts out;
  out.reserve(last - first);
  for (std::uint32_t i = first; i < last; ++i) {
    const text::Token& token = annotation.text.tokens[i];
    if (token.kind != TokenKind::kWord || token.name || token.aside) continue;
    const auto stem = token.stem;
    if (answer.rules->idf(stem) >= kCommon) out.emplace_back(stem, 1.0);
  }
  return added_up(std::move(out));
}

std::uint64_t key(text::WordId first, text::WordId second) { return (static_cast<std::uint64_t>(first) << 32) | second; }

}  // namespace

double wording(const Answer& answer) {
  constexpr double kAlike = 0.4;
  const StemCounts asked = count_stems(answer, answer.interview->annotated->turn(answer.question->turn), answer.asked.first_token, answer.asked.last_token);
  StemCounts said;
  for (const AnswerSentence& s : answer.sentences) {
    const double worth = worth_of(s);
    if (worth <= 0) continue;
    for (const auto& [stem, n] : count_stems(answer, *s.annotation, s.range.first, s.range.last)) said.emplace_back(stem, worth * n);
  }
  said = added_up(std::move(said));
  const auto square = [](double x) { return x * x; };
  double said_norm = 0;
  for (const auto& [stem, n] : said) said_norm += square(std::log1p(n) * answer.rules->idf(stem));
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

double phrasing(const Answer& answer) {
  std::unordered_map<std::uint64_t, bool> asked;
  const Annotation& question = answer.interview->annotated->turn(answer.question->turn);
  for_each_pair(answer, question, answer.asked.first_token, answer.asked.last_token, [&](auto a, auto b) { asked.emplace(key(a, b), false); });
  if (asked.empty()) return 0;
  for (const AnswerSentence& s : answer.sentences) {
    if (worth_of(s) <= 0) continue;
    for_each_pair(answer, *s.annotation, s.range.first, s.range.last, [&](auto a, auto b) {
      const auto found = asked.find(key(a, b));
      if (found != asked.end()) found->second = true;
    });
  }
  const auto found = std::count_if(asked.begin(), asked.end(), [](const auto& pair) { return pair.second; });
  return std::min(1.0, 2.0 * static_cast<double>(found) / static_cast<double>(asked.size()));
}

double opening(const Answer& answer) {
  constexpr std::size_t kFirst = 3;
  constexpr double kNothingAsked = 0.5;
  StemSet first;
  for (std::size_t i = 0; i < std::min(kFirst, answer.sentences.size()); ++i) {
    if (!answer.sentences[i].injected) first.insert(answer.sentences[i].telling.begin(), answer.sentences[i].telling.end());
  }
  double sum = 0;
  double found = 0;
  for (const auto stem : answer.asked.telling) {
    sum += answer.rules->idf(stem);
    found += first.contains(stem) ? answer.rules->idf(stem) : 0;
  }
  return sum > 0 ? std::min(1.0, 2 * found / sum) : kNothingAsked;
}

}  // namespace te::score
