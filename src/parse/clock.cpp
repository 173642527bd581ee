#include "parse/clock.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "text/lazy_pattern.h"
#include "text/utf8.h"

namespace te::parse {

namespace {

/// Takes the digits off the begin of the text, at most so many.
std::string_view take_digits(std::string_view& s, std::size_t most) {
  const std::string_view digits = s.substr(0, std::min(s.find_first_not_of("0123456789"), most));
  s.remove_prefix(digits.size());
  return digits;
}

/// Takes one of the signs off the begin of the text, if it stands there.
bool take_sign(std::string_view& s, std::string_view signs) {
  if (s.empty() || signs.find(s.front()) == std::string_view::npos) return false;
  s.remove_prefix(1);
  return true;
}

/// Of a few digits.
int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// "10:04 AM", "10:04:12 pm": hours and minutes come first there.
std::optional<double> consume_time_of_day(std::string_view& rest) {
  static const text::LazyPattern kTime(R"((\d{1,2}):(\d\d)(?::(\d\d))?[ \x{a0}\x{202f}]?([AaPp])[Mm]\b)");
  constexpr std::size_t kLongest = 16;
  if (rest.substr(0, kLongest).find_first_of("Mm") == std::string_view::npos) return std::nullopt;
  re2::StringPiece piece(rest.data(), rest.size());
  int hours = 0;
  int minutes = 0;
  re2::StringPiece seconds;
  std::string half;
  if (!RE2::Consume(&piece, kTime.compiled(), &hours, &minutes, &seconds, &half) || hours < 1 || hours > 12 || minutes > 59) return std::nullopt;
  rest = {piece.data(), piece.size()};
  const bool afternoon = text::equals_ignoring_case(half, "p");
  return 3600.0 * (hours % 12 + (afternoon ? 12 : 0)) + 60.0 * minutes + (seconds.empty() ? 0 : std::stoi(std::string(seconds)));
}

}  // namespace

std::optional<double> consume_clock(std::string_view& rest) {
  if (const auto time = consume_time_of_day(rest)) return time;
  std::string_view behind = rest;
  std::string_view hours;
  std::string_view minutes = take_digits(behind, 3);
  if (minutes.empty() || !take_sign(behind, ":")) return std::nullopt;
  std::string_view seconds = take_digits(behind, 2);
  if (std::string_view third = behind; !seconds.empty() && take_sign(third, ":") && !third.empty() && text::is_ascii_digit(third.front())) {
    hours = std::exchange(minutes, std::exchange(seconds, take_digits(third, 2)));
    behind = third;
  }
  if (minutes.size() > 2 || seconds.empty()) return std::nullopt;
  std::string_view fraction;
  if (std::string_view digits = behind; take_sign(digits, ".,")) {
    fraction = take_digits(digits, 6);
    if (!fraction.empty()) behind = digits;
  }
  // Without hours the minutes may run on: "75:30".
  if (number(seconds) > 59 || (number(minutes) > 59 && !hours.empty())) return std::nullopt;
  if (!behind.empty() && (text::is_ascii_digit(behind[0]) || behind[0] == ':')) return std::nullopt;
  double value = 60.0 * number(minutes) + number(seconds);
  if (!hours.empty()) value += 3600.0 * number(hours);
  double unit = 0.1;
  for (const char digit : fraction) {
    value += unit * (digit - '0');
    unit /= 10;
  }
  rest = behind;
  return value;
}

std::optional<double> clock_line(std::string_view line) {
  const auto first = line.find_first_not_of(" \t#*_[(");
  if (first == std::string_view::npos) return std::nullopt;
  line.remove_prefix(first);
  constexpr std::size_t kLongest = 40;
  if (line.size() > kLongest || !text::is_ascii_digit(line.front())) return std::nullopt;
  const auto value = consume_clock(line);
  return value && line.find_first_not_of(" \t*_])") == std::string_view::npos ? value : std::nullopt;
}

std::optional<Times> cue_times(std::string_view line) {
  line = text::trimmed(line);
  if (line.empty() || !text::is_ascii_digit(line.front())) return std::nullopt;
  const auto start = consume_clock(line);
  if (!start) return std::nullopt;
  line = text::trimmed(line);
  if (line.substr(0, 3) != "-->") return std::nullopt;
  line = text::trimmed(line.substr(3));
  const auto end = consume_clock(line);
  if (!end) return std::nullopt;
  return Times{start, end};
}

}  // namespace te::parse
