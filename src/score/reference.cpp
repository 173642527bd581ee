#include "score/reference.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace te::score {
namespace {

/// Keywords strung together are no statement; a list as short as this may be a direct answer.
constexpr std::uint32_t kShortList = 14;
constexpr double kListShare = 0.16;
/// Even the most common word of a reference weighs something.
constexpr double kLeastRarity = 0.5;
/// Precision is judged on at least so many words.
constexpr std::size_t kEnoughWords = 6;

bool counts(const AnswerSentence& s) {
  if (s.injected || s.range.first == s.range.last) return false;
  return s.range.code || s.words < kShortList || s.function_share >= kListShare;
}

std::size_t common(const text::Table<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](std::uint64_t x) { return std::binary_search(b.begin(), b.end(), x); }));
}

}  // namespace

ComparedAnswer compare_ready(const Answer& answer) {
  ComparedAnswer out;
  const auto& vocabulary = answer.interview->annotated->vocabulary();
  std::unordered_map<text::WordId, std::uint32_t> index_of;
  for (const AnswerSentence& s : answer.sentences) {
    if (!counts(s)) continue;
    ComparedAnswer::Sentence sentence;
    sentence.source = &s;
    sentence.text = compared(*answer.rules, vocabulary, *s.annotation, s.range.first, s.range.last);
    for (const ContentWord& w : sentence.text.words) {
      const auto [it, fresh] = index_of.try_emplace(w.stem, static_cast<std::uint32_t>(out.words.size()));
      if (fresh) out.words.push_back({w});
      (w.negated ? out.words[it->second].denied : out.words[it->second].plain) = true;
      sentence.word_of.push_back(it->second);
    }
    out.pairs.insert(out.pairs.end(), sentence.text.pairs.begin(), sentence.text.pairs.end());
    out.sentences.push_back(std::move(sentence));
  }
  std::sort(out.pairs.begin(), out.pairs.end());
  out.pairs.erase(std::unique(out.pairs.begin(), out.pairs.end()), out.pairs.end());
  return out;
}

/// The likeness of every word of the text to every word of the answer, and the best of each.
struct ReferenceComparer::Alignment {
  std::vector<double> likeness;   ///< text words x answer words, row by row
  std::vector<double> of_text;    ///< best per word of the text
  std::vector<double> of_answer;  ///< best per word of the answer
  std::size_t columns = 0;
  [[nodiscard]] double at(std::size_t text, std::size_t answer) const { return likeness[text * columns + answer]; }
};

ReferenceComparer::ReferenceComparer(const ComparedAnswer& answer, const Marks& asked, const RuleBook& book, const text::Vocabulary& vocabulary)
    : answer_(answer), asked_(asked), rules_(book.compiled()), figures_(book.rubric().bank), match_(book, vocabulary) {
  words_.reserve(answer.words.size());
  rarity_.reserve(answer.words.size());
  for (const ComparedAnswer::Word& w : answer.words) {
    words_.push_back(match_.ready(w.word));
    rarity_.push_back(rarity(w.word.stem));
  }
}

double ReferenceComparer::rarity(text::WordId stem) const {
  return std::pow(std::max(kLeastRarity, rules_.idf(stem) - figures_.rarity_floor), figures_.rarity_power);
}

ReferenceComparer::Alignment ReferenceComparer::align(const ComparedText& text) const {
  Alignment a;
  a.columns = answer_.words.size();
  a.likeness.resize(text.words.size() * a.columns);
  a.of_text.assign(text.words.size(), 0.0);
  a.of_answer.assign(a.columns, 0.0);
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const ReadyWord own = match_.ready(text.words[i]);
    for (std::size_t j = 0; j < a.columns; ++j) {
      double likeness = match_(own, words_[j]);
      if (likeness <= 0) continue;
      const ComparedAnswer::Word& word = answer_.words[j];
      if (own.word.negated ? !word.denied : !word.plain) likeness *= figures_.opposite;
      a.likeness[i * a.columns + j] = likeness;
      a.of_text[i] = std::max(a.of_text[i], likeness);
      a.of_answer[j] = std::max(a.of_answer[j], likeness);
    }
  }
  return a;
}

std::vector<double> ReferenceComparer::weights(const ComparedText& text, double asked_factor) const {
  std::vector<double> out(text.words.size());
  std::transform(text.words.begin(), text.words.end(), out.begin(), [&](const ContentWord& w) { return weight(w.stem, rarity(w.stem), asked_factor); });
  return out;
}

std::vector<double> ReferenceComparer::weights(const ComparedAnswer::Sentence& sentence) const {
  std::vector<double> out(sentence.word_of.size());
  std::transform(sentence.word_of.begin(), sentence.word_of.end(), out.begin(), [&](std::uint32_t word) { return weight(word, figures_.asked_in_precision); });
  return out;
}

std::vector<ReadyWord> ReferenceComparer::ready_words(const ComparedAnswer::Sentence& sentence) const {
  std::vector<ReadyWord> out;
  out.reserve(sentence.word_of.size());
  for (std::size_t k = 0; k < sentence.word_of.size(); ++k) {
    out.push_back(words_[sentence.word_of[k]]);
    out.back().word = sentence.text.words[k];
  }
  return out;
}

double ReferenceComparer::coverage(const std::vector<double>& weights, const std::vector<double>& found) {
  double all = 0;
  double taken = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    all += weights[i];
    taken += weights[i] * found[i];
  }
  return all > 0 ? taken / all : 0;
}

/// Over the best fitting sentences only, until they hold as many words as the text: an example or an aside after the
/// answer proper is no mistake.
double ReferenceComparer::precision(const Alignment& alignment, std::size_t enough) const {
  struct Sum {
    double all = 0;
    double held = 0;
    [[nodiscard]] double share() const { return all > 0 ? held / all : 0; }
  };
  const auto add = [&](Sum& sum, std::uint32_t word) {
    if (answer_.words[word].word.name && alignment.of_answer[word] <= 0) return;
    const double w = weight(word, figures_.asked_in_precision);
    sum.all += w;
    sum.held += w * alignment.of_answer[word];
  };
  std::vector<double> share(answer_.sentences.size());
  for (std::size_t s = 0; s < share.size(); ++s) {
    Sum sum;
    for (const auto word : answer_.sentences[s].word_of) add(sum, word);
    share[s] = sum.share();
  }
  std::vector<std::size_t> by_share(share.size());
  std::iota(by_share.begin(), by_share.end(), std::size_t{0});
  std::stable_sort(by_share.begin(), by_share.end(), [&](std::size_t a, std::size_t b) { return share[a] > share[b]; });
  Sum best;
  std::vector<bool> seen(answer_.words.size(), false);
  std::size_t words = 0;
  for (const std::size_t s : by_share) {
    if (words >= enough) break;
    for (const auto word : answer_.sentences[s].word_of) {
      if (seen[word]) continue;
      seen[word] = true;
      ++words;
      add(best, word);
    }
  }
  return best.share();
}

double ReferenceComparer::order(const ComparedText& text, double fallback) const {
  return text.pairs.empty() ? fallback : static_cast<double>(common(text.pairs, answer_.pairs)) / static_cast<double>(text.pairs.size());
}

Likeness ReferenceComparer::with(const ComparedText& reference) const {
  const Alignment alignment = align(reference);
  Likeness out;
  out.coverage = coverage(weights(reference, figures_.asked_in_coverage), alignment.of_text);
  out.news = coverage(weights(reference, figures_.asked_in_precision), alignment.of_text);
  out.precision = precision(alignment, std::max<std::size_t>(kEnoughWords, reference.words.size()));
  out.order = order(reference, out.coverage);
  double most = -1;
  for (std::size_t s = 0; s < answer_.sentences.size(); ++s) {
    double held = 0;
    for (const auto word : answer_.sentences[s].word_of) held += alignment.of_answer[word] * weight(word, figures_.asked_in_coverage);
    if (held <= most) continue;
    most = held;
    out.sentence = s;
  }
  return out;
}

ReferenceComparer::Place ReferenceComparer::best_place(const ComparedText& text) const {
  const Alignment alignment = align(text);
  const std::vector<double> weight_of = weights(text, figures_.asked_in_coverage);
  Place best;
  std::vector<double> before(text.words.size(), 0.0);
  std::vector<double> own(text.words.size());
  double coverage_before = 0;
  for (std::size_t s = 0; s < answer_.sentences.size(); ++s) {
    const auto& sentence = answer_.sentences[s];
    std::fill(own.begin(), own.end(), 0.0);
    for (const auto word : sentence.word_of) {
      for (std::size_t i = 0; i < own.size(); ++i) own[i] = std::max(own[i], alignment.at(i, word));
    }
    const double alone = coverage(weight_of, own);
    std::vector<double> both = own;
    for (std::size_t i = 0; i < both.size(); ++i) both[i] = std::max(both[i], before[i]);
    const double joined = coverage(weight_of, both);
    if (joined > best.coverage) {
      best.coverage = joined;
      best.sentence = alone >= coverage_before ? s : s - 1;
    }
    before = own;
    coverage_before = alone;
  }
  if (best.coverage <= 0) return best;
  const auto& sentence = answer_.sentences[best.sentence];
  best.token = sentence.source->range.first;
  for (std::size_t k = 0; k < sentence.word_of.size(); ++k) {
    if (alignment.of_answer[sentence.word_of[k]] <= 0) continue;
    best.token = sentence.text.words[k].token;
    break;
  }
  return best;
}

ReferenceComparer::Place ReferenceComparer::stated(const ComparedText& text, double on_subject) const {
  Place best;
  std::vector<ReadyWord> of_text;
  of_text.reserve(text.words.size());
  for (const ContentWord& w : text.words) of_text.push_back(match_.ready(w));
  const std::vector<double> weight_of = weights(text, figures_.asked_in_precision);
  for (std::size_t s = 0; s < answer_.sentences.size(); ++s) {
    const std::vector<ReadyWord> words = ready_words(answer_.sentences[s]);
    std::vector<double> found(text.words.size(), 0.0);
    std::vector<double> held(words.size(), 0.0);
    bool contradicts = false;
    for (std::size_t i = 0; i < of_text.size() && !contradicts; ++i) {
      const ReadyWord* twin = nullptr;
      for (std::size_t k = 0; k < words.size(); ++k) {
        const double likeness = match_(of_text[i], words[k]);
        held[k] = std::max(held[k], likeness);
        if (likeness <= found[i]) continue;
        found[i] = likeness;
        twin = &words[k];
      }
      contradicts = twin != nullptr && twin->word.negated != of_text[i].word.negated;
    }
    if (contradicts || coverage(weights(answer_.sentences[s]), held) < on_subject) continue;
    const double covered = coverage(weight_of, found);
    if (covered > best.coverage) best = {covered, s, answer_.sentences[s].source->range.first};
  }
  return best;
}

}  // namespace te::score
