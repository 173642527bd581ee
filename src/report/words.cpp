#include "report/words.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "text/utf8.h"

namespace te::report {

std::string joined(const std::vector<std::string>& items, std::string_view last, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? last : between;
    out += items[i];
  }
  return out;
}

std::string counted(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", number_word(n), noun, n == 1 ? "" : "s"); }

std::string number_word(std::size_t n) {
  constexpr std::array<std::string_view, 13> kWords = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  return n < kWords.size() ? std::string(kWords[n]) : std::to_string(n);
}

std::string plain(std::string_view name) {
  if (name == "follow_up") return "follow-up";
  std::string out(name);
  for (char& c : out) c = c == '_' ? ' ' : c;
  return out;
}

std::string capitalised(std::string s) {
  if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 32);
  return s;
}

std::string without_stop(std::string s) {
  if (!s.empty() && s.back() == '.') s.pop_back();
  return s;
}

std::string_view one_way(std::initializer_list<std::string_view> ways, std::size_t place) { return ways.begin()[place % ways.size()]; }

double rounded(double value, int decimals) {
  constexpr std::array<double, 5> kScales = {1, 10, 100, 1000, 10000};
  const double scale = kScales.at(static_cast<std::size_t>(decimals));
  return std::round(value * scale) / scale;
}

void append(std::string& out, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!out.empty()) out.push_back(' ');
  out += sentence;
}

std::string quoted(std::string_view passage) { return fmt::format("\"{}\"", text::single_line(passage)); }

std::string_view decision_in_words(Decision decision) {
  switch (decision) {
    case Decision::kProceed: return "Proceed to next round";
    case Decision::kReservations: return "Consider with reservations";
    case Decision::kNotAFit: return "Not a fit at this time";
    case Decision::kNoDecision: break;
  }
  return "No decision";
}

}  // namespace te::report
