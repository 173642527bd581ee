#include "score/word_match.h"

#include <algorithm>
#include <array>
#include <bit>

namespace te::score {
namespace {

/// Longer words are no slips of each other, and no English stem is longer.
constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kSlipLetters = 5;       // shorter words are often a letter away from a different word
constexpr std::size_t kDoubleSlipLetters = 8;
constexpr std::size_t kPartLetters = 4;
/// Words that share fewer triples are alike by chance.
constexpr double kAlike = 0.5;
/// A word inside another one ("reinitialize") says less than one at its beginning.
constexpr double kInside = 0.8;

bool has_digit(std::string_view w) {
  return std::any_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Calls `see` with three neighbouring letters at a time, as many times as there are letters. The word's ends are letters, too.
template <typename See>
void for_each_triple(std::string_view w, See see) {
  std::uint32_t last = '^';
  for (std::size_t i = 0; i <= w.size(); ++i) {
    const std::uint32_t c = i < w.size() ? static_cast<unsigned char>(w[i]) : '$';
    if (i > 0) see(last << 8 | c);
    last = (last << 8 | c) & 0xFFFF;
  }
}

struct Triples {
  std::array<std::uint32_t, kLongestWord + 2> items{};
  std::size_t size = 0;
  explicit Triples(std::string_view w) {
    for_each_triple(w, [&](std::uint32_t triple) { items[size++] = triple; });
    std::sort(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size));
    size = static_cast<std::size_t>(std::unique(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size)) - items.begin());
  }
};

std::uint64_t letters_of(std::string_view w) {
  std::uint64_t out = 0;
  for (const char c : w) out |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
  return out;
}

std::uint64_t triples_of(std::string_view w) {
  std::uint64_t out = 0;
  for_each_triple(w, [&](std::uint32_t triple) { out |= std::uint64_t{1} << (text::hash_of(triple) & 63U); });
  return out;
}

/// False where the bits alone tell that the likeness is below kAlike: words have as many triples in common as bits, or more
/// where one word's triples share bits.
bool may_be_alike(const ReadyWord& a, const ReadyWord& b) {
  const auto sharing = [](const ReadyWord& w) { return static_cast<int>(w.text.size()) - w.distinct; };
  const int most = std::popcount(a.triples & b.triples) + std::min(sharing(a), sharing(b));
  return 2.0 * most >= kAlike * (a.distinct + b.distinct);
}

/// False where more letters than this stand in one of the words only: each takes an edit of its own.
bool may_be_slip(const ReadyWord& a, const ReadyWord& b, std::size_t limit) {
  const int only_one = std::max(std::popcount(a.letters & ~b.letters), std::popcount(b.letters & ~a.letters));
  return only_one <= static_cast<int>(limit);
}

}  // namespace

bool within_edits(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > kLongestWord || b.size() > kLongestWord) return false;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return false;
  std::array<std::size_t, kLongestWord + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()] <= limit;
}

double letter_likeness(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || a.size() > kLongestWord || b.size() > kLongestWord) return 0;
  const Triples x(a);
  const Triples y(b);
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < x.size && j < y.size;) {
    if (x.items[i] == y.items[j]) {
      ++common;
      ++i;
      ++j;
    } else if (x.items[i] < y.items[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(x.size + y.size);
}

ReadyWord WordMatch::ready(const ContentWord& word) const {
  const std::string_view text = vocabulary_.text(word.stem);
  const std::uint64_t triples = triples_of(text);
  return {word, text, rules_.synonyms_with(word.stem), letters_of(text), triples, std::popcount(triples), text.empty() ? '\0' : text.front(), has_digit(text)};
}

double WordMatch::likeness(const ReadyWord& a, const ReadyWord& b) const {
  if (a.word.stem == b.word.stem) return 1;
  double best = by_concept(a.word.concept_index, b.word.concept_index);
  if (std::binary_search(a.synonyms.begin(), a.synonyms.end(), b.word.stem)) best = std::max(best, figures_.synonym);
  return std::max(best, by_letters(a, b));
}

double WordMatch::by_concept(std::uint32_t a, std::uint32_t b) const {
  if (a == kNoConcept || b == kNoConcept) return 0;
  if (a == b) return figures_.same_concept;
  const auto& concepts = book_.lexicon().concepts;
  const auto has = [](const Concept& c, std::uint32_t x) { return std::find(c.related.begin(), c.related.end(), x) != c.related.end(); };
  return has(concepts[a], b) || has(concepts[b], a) ? figures_.related_concept : 0;
}

double WordMatch::by_letters(const ReadyWord& x, const ReadyWord& y) const {
  const std::string_view a = x.text;
  const std::string_view b = y.text;
  const std::size_t shorter = std::min(a.size(), b.size());
  // 128 is no slip of 1280.
  if (shorter < kPartLetters || x.has_digit || y.has_digit) return 0;
  // A word in another one has triples of it, and a slip keeps the first letter.
  const bool same_begin = x.first == y.first;
  if (!same_begin && (x.triples & y.triples) == 0) return 0;
  double best = 0;
  if (same_begin) {
    if (a.substr(0, shorter) == b.substr(0, shorter)) best = figures_.part;
    const std::size_t limit = shorter >= kDoubleSlipLetters ? 2 : 1;
    const bool slip = shorter >= kSlipLetters && may_be_slip(x, y, limit) && within_edits(a, b, limit);
    if (slip) best = std::max(best, figures_.spelling);
  }
  const std::uint64_t in_a = x.letters;
  const std::uint64_t in_b = y.letters;
  const bool may_be_inside = shorter > kPartLetters && ((in_a & in_b) == in_a || (in_a & in_b) == in_b);
  const bool inside = may_be_inside && (a.size() > b.size() ? a.find(b) : b.find(a)) != std::string_view::npos;
  if (inside) best = std::max(best, kInside * figures_.part);
  if (best > 0) return best;
  if (!may_be_alike(x, y)) return 0;
  const double likeness = letter_likeness(a, b);
  return likeness >= kAlike ? figures_.letters * likeness : 0;
}

}  // namespace te::score
