#include "report/json_text.h"

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

void append_string(std::string& out, std::string_view s) {
  out += '"';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    // Nearly all bytes stand for themselves: eight are looked at at once.
    while (i + 8 <= s.size() && !any_must_be_escaped(s.data() + i)) i += 8;
    if (i == s.size() || !must_be_escaped(s[i])) continue;
    out.append(s, begin, i - begin);
    out += escaped(s[i]);
    begin = i + 1;
  }
  out.append(s, begin);
  out += '"';
}

/// Behind the last value of an array or object, before its bracket.
void reopen(std::string& text) {
  text.pop_back();
  if (text.size() > 1) text += ',';
}

}  // namespace

Json::Json(double value) {
  if (!std::isfinite(value)) {
    text_ = "null";
    return;
  }
  std::array<char, 400> digits{};  // DBL_MAX has 309 of them
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
  text_.assign(digits.data(), end);
  if (text_.find('.') == std::string::npos) text_ += ".0";
}

Json::Json(std::string_view text) {
  text_.reserve(text.size() + 2);
  append_string(text_, text);
}

Json::Json(std::initializer_list<Member> members) : text_("{") {
  std::size_t size = 2;
  for (const Member& m : members) size += m.name.size() + m.value.text_.size() + 4;
  text_.reserve(size);
  for (const Member& m : members) {
    if (text_.size() > 1) text_ += ',';
    append_name(m.name);
    text_ += m.value.text_;
  }
  text_ += '}';
}

Json Json::array() {
  Json out(nullptr);
  out.text_ = "[]";
  return out;
}

Json Json::object() {
  Json out(nullptr);
  out.text_ = "{}";
  return out;
}

void Json::push_back(const Json& value) {
  reopen(text_);
  text_ += value.text_;
  text_ += ']';
}

void Json::set(std::string_view name, const Json& value) {
  reopen(text_);
  append_name(name);
  text_ += value.text_;
  text_ += '}';
}

void Json::append_name(std::string_view name) {
  append_string(text_, name);
  text_ += ':';
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
