#include "report/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

namespace te::report {
namespace {

/// What stands for a character in a string; empty when it stands for itself.
std::string escaped(char c) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\t': return "\\t";
    case '\n': return "\\n";
    case '\f': return "\\f";
    case '\r': return "\\r";
    default: return static_cast<unsigned char>(c) < 0x20 ? fmt::format("\\u{:04x}", static_cast<unsigned>(c)) : std::string();
  }
}

/// For what an array or object begins with: nearly all are longer than a string that needs no allocation.
constexpr std::size_t kRoom = 512;

constexpr bool must_be_escaped(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

/// Whether one of eight bytes must be. A byte is below n, or is zero, where subtracting n or 1 from it borrows.
bool any_must_be_escaped(const char* bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  constexpr std::uint64_t kHigh = 0x8080808080808080;
  std::uint64_t x = 0;
  std::memcpy(&x, bytes, sizeof x);
  const auto is_zero = [](std::uint64_t v) { return (v - kEach) & ~v; };
  return (((((x - kEach * 0x20) & ~x) | is_zero(x ^ kEach * '"') | is_zero(x ^ kEach * '\\'))) & kHigh) != 0;
}

/// The first place from `i` on that must be; the end when there is none.
std::size_t next_to_escape(std::string_view s, std::size_t i) {
  constexpr std::size_t kBlock = 8;
  while (i + kBlock <= s.size() && !any_must_be_escaped(s.data() + i)) i += kBlock;
  while (i < s.size() && !must_be_escaped(s[i])) ++i;
  return i;
}

/// Room for so many more bytes, to be written in one piece.
char* more(std::string& out, std::size_t size) {
  const std::size_t begin = out.size();
  out.resize(begin + size);
  return out.data() + begin;
}

/// A string that stands for itself; behind its last byte.
char* put_quoted(char* at, std::string_view s) {
  *at = '"';
  at = std::copy(s.begin(), s.end(), at + 1);
  *at = '"';
  return at + 1;
}

void append_name(std::string& out, bool first, std::string_view name) {
  char* at = more(out, name.size() + (first ? 3 : 4));
  if (!first) *at++ = ',';
  *put_quoted(at, name) = ':';
}

void append_string(std::string& out, std::string_view s) {
  std::size_t i = next_to_escape(s, 0);
  if (i == s.size()) {
    put_quoted(more(out, s.size() + 2), s);
    return;
  }
  out += '"';
  for (std::size_t begin = 0; begin < s.size(); i = next_to_escape(s, begin)) {
    out.append(s, begin, i - begin);
    if (i < s.size()) out += escaped(s[i]);
    begin = i + 1;
  }
  out += '"';
}

template <std::integral T>
void append_integer(std::string& out, T value) {
  std::array<char, 24> digits;
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

/// Nearly all numbers have at most four places and are written as a whole number of ten-thousandths, which is much faster.
/// Not more than fifteen digits name one number, so that these are the shortest. False for other numbers.
bool append_places(std::string& out, double value) {
  constexpr std::uint64_t kScale = 10'000;
  constexpr double kMost = 1e10;
  if (std::signbit(value) || !(value < kMost)) return false;
  const auto scaled = static_cast<std::uint64_t>(value * kScale + 0.5);
  if (static_cast<double>(scaled) / kScale != value) return false;
  append_integer(out, scaled / kScale);
  out += '.';
  std::uint64_t rest = scaled % kScale;
  do {
    rest *= 10;
    out += static_cast<char>('0' + rest / kScale);
    rest %= kScale;
  } while (rest > 0);
  return true;
}

void append_number(std::string& out, double value) {
  if (append_places(out, value)) return;
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  std::array<char, 400> digits;  // DBL_MAX has 309 of them
  const std::string_view text(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr);
  out += text;
  if (text.find('.') == std::string_view::npos) out += ".0";
}

/// Behind the last value of an array or object, before its bracket.
void reopen(std::string& text) {
  text.pop_back();
  if (text.size() > 1) text += ',';
}

}  // namespace

Json::Json(const Value& value) {
  if (value.holds_others()) text_.reserve(kRoom);
  value.append_to(text_);
}

Json::Json(std::initializer_list<Member> members) : Json(Value(members)) {}

Json Json::array() { return std::vector<int>(); }

Json Json::object() { return std::initializer_list<Member>(); }

void Json::push_back(const Value& value) {
  reopen(text_);
  value.append_to(text_);
  text_ += ']';
}

void Json::set(std::string_view name, const Value& value) {
  reopen(text_);
  append_string(text_, name);
  text_ += ':';
  value.append_to(text_);
  text_ += '}';
}

void Json::Items::operator()(const Value& value) {
  if (any_) out_ += ',';
  any_ = true;
  value.append_to(out_);
}

void Json::Members::operator()(std::string_view name, const Value& value) {
  if (any_) out_ += ',';
  any_ = true;
  append_string(out_, name);
  out_ += ':';
  value.append_to(out_);
}

void Json::Value::append_to(std::string& out) const {
  switch (kind_) {
    case Kind::kLiteral: out += text_; break;
    case Kind::kString: append_string(out, text_); break;
    case Kind::kNumber: append_number(out, number_); break;
    case Kind::kSigned: append_integer(out, signed_); break;
    case Kind::kUnsigned: append_integer(out, unsigned_); break;
    case Kind::kArray:
      out += '[';
      content_.append(content_.from, out);
      out += ']';
      break;
    case Kind::kMembers:
      out += '{';
      content_.append(content_.from, out);
      out += '}';
      break;
    case Kind::kObject:
      out += '{';
      for (const Member& m : members_) {
        append_name(out, &m == members_.begin(), m.name.text);
        m.value.append_to(out);
      }
      out += '}';
      break;
  }
}

std::string Json::indented() const {
  std::string out;
  out.reserve(text_.size() * 3 / 2);
  std::size_t depth = 0;
  const auto new_line = [&] {
    out += '\n';
    out.append(2 * depth, ' ');
  };
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const char c = text_[i];
    if (c == '"') {
      const std::size_t begin = i++;
      while (text_[i] != '"') i += text_[i] == '\\' ? 2 : 1;
      out.append(text_, begin, i + 1 - begin);
    } else if ((c == '{' || c == '[') && text_[i + 1] != c + 2) {  // in ASCII the closing bracket is the second behind the opening one
      out += c;
      ++depth;
      new_line();
    } else if ((c == '}' || c == ']') && text_[i - 1] != c - 2) {
      --depth;
      new_line();
      out += c;
    } else {
      out += c;
      if (c == ',') new_line();
      if (c == ':') out += ' ';
    }
  }
  return out;
}

}  // namespace te::report
