#include "parse/clock.h"

#include <string>

#include "text/lazy_pattern.h"
#include "text/utf8.h"

namespace te::parse {

namespace {

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
  static const text::LazyPattern kClock(R"((?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?)");
  constexpr std::size_t kFarthestColon = 3;
  if (rest.substr(0, kFarthestColon + 1).find(':') == std::string_view::npos) return std::nullopt;
  re2::StringPiece piece(rest.data(), rest.size());
  re2::StringPiece hours;
  int minutes = 0;
  int seconds = 0;
  re2::StringPiece fraction;
  if (!RE2::Consume(&piece, kClock.compiled(), &hours, &minutes, &seconds, &fraction)) return std::nullopt;
  // Without hours the minutes may run on: "75:30".
  if (seconds > 59 || (minutes > 59 && !hours.empty())) return std::nullopt;
  if (!piece.empty() && (text::is_ascii_digit(piece[0]) || piece[0] == ':')) return std::nullopt;
  double value = 60.0 * minutes + seconds;
  if (!hours.empty()) value += 3600.0 * std::stoi(std::string(hours));
  double unit = 0.1;
  for (const char digit : fraction) {
    value += unit * (digit - '0');
    unit /= 10;
  }
  rest = {piece.data(), piece.size()};
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
