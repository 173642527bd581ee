#include "text/durations.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace te::text {
namespace {

constexpr double kLongest = 60;

constexpr std::array<std::string_view, 21> kNumbers = {"",       "one",    "two",      "three",    "four",     "five",    "six",       "seven",    "eight",    "nine",  "ten",
                                                       "eleven", "twelve", "thirteen", "fourteen", "fifteen",  "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

/// In years; 0 for a word that is no unit.
double unit(std::string_view word) {
  for (const std::string_view years : {"year", "years", "year's", "yr", "yrs"}) {
    if (word == years) return 1;
  }
  return word == "month" || word == "months" ? 1.0 / 12 : 0;
}

/// Few texts speak of years or months at all.
bool names_unit(const TokenizedText& text, const Vocabulary& vocabulary) {
  return std::any_of(text.tokens.begin(), text.tokens.end(), [&](const Token& token) {
    if (token.kind != TokenKind::kWord) return false;
    const char first = text.text[token.begin];
    return (first == 'y' || first == 'Y' || first == 'm' || first == 'M') && unit(vocabulary.text(token.word)) > 0;
  });
}

/// Reads numbers and units off the tokens.
class Reader {
 public:
  Reader(const TokenizedText& text, const Vocabulary& vocabulary) : t_(text), vocabulary_(vocabulary) {
    std::transform(kNumbers.begin(), kNumbers.end(), numbers_.begin(), [&](std::string_view number) { return vocabulary.find(number); });
  }

  std::optional<Duration> at(std::uint32_t i) const {
    const auto low = number(i);
    if (!low) return std::nullopt;
    Duration out;
    out.first = i;
    out.years = *low;
    std::uint32_t next = behind_signs(i + 1, "+");
    if (is(next, "-") || is(next, "\xE2\x80\x93") || is(next, "to") || is(next, "or")) {
      const auto high = number(next + 1);
      if (high && *high > *low) {
        out.at_most = *high;
        next = behind_signs(next + 2, "+");
      }
    } else if (is(next, "(") && number(next + 1) && is(behind_signs(next + 2, "+"), ")")) {
      next = behind_signs(next + 2, "+") + 1;  // "three (3) years"
    }
    if (is(next, "-")) ++next;  // "5-year"
    for (const std::string_view filler : {"or", "more", "plus", "full"}) next += is(next, filler) ? 1 : 0;
    const double years = unit(word(next));
    if (years <= 0) return std::nullopt;
    out.years *= years;
    if (out.at_most) *out.at_most *= years;
    out.last = next + 1;
    if (out.years <= 0 || out.at_most.value_or(out.years) > kLongest) return std::nullopt;
    return out;
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < t_.tokens.size() && t_.tokens[i].word != kNoWord ? vocabulary_.text(t_.tokens[i].word) : std::string_view();
  }
  [[nodiscard]] bool is(std::uint32_t i, std::string_view text) const { return word(i) == text; }
  [[nodiscard]] std::uint32_t behind_signs(std::uint32_t i, std::string_view sign) const {
    while (is(i, sign)) ++i;
    return i;
  }

  [[nodiscard]] std::optional<double> number(std::uint32_t i) const {
    const std::string_view w = word(i);
    if (w.empty()) return std::nullopt;
    if (t_.tokens[i].kind == TokenKind::kNumber) {
      if (w.size() > 4 || w.find_first_of(",:") != std::string_view::npos) return std::nullopt;
      return std::strtod(std::string(w).c_str(), nullptr);
    }
    const auto it = std::find(numbers_.begin() + 1, numbers_.end(), t_.tokens[i].word);
    return it == numbers_.end() ? std::nullopt : std::optional<double>(it - numbers_.begin());
  }

  const TokenizedText& t_;
  const Vocabulary& vocabulary_;
  std::array<WordId, kNumbers.size()> numbers_{};  ///< kNoWord for those that nobody says
};

}  // namespace

std::vector<Duration> find_durations(const TokenizedText& text, const Vocabulary& vocabulary) {
  std::vector<Duration> out;
  if (!names_unit(text, vocabulary)) return out;
  const Reader reader(text, vocabulary);
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    const auto found = reader.at(i);
    if (!found) continue;
    out.push_back(*found);
    i = found->last - 1;
  }
  return out;
}

}  // namespace te::text
