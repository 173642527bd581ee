#include "text/utf8.h"

#include <algorithm>
#include <cstring>

#include <utf8proc.h>

namespace te::text {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Decodes one sequence; a negative value means that `*size` bytes are to be replaced.
utf8proc_int32_t decode(std::string_view bytes, std::size_t pos, std::size_t* size) {
  utf8proc_int32_t value = -1;
  const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()) + pos;
  const auto got = utf8proc_iterate(data, static_cast<utf8proc_ssize_t>(bytes.size() - pos), &value);
  *size = got > 0 ? static_cast<std::size_t>(got) : 1;
  return got > 0 ? value : -1;
}

/// Length of the maximal subpart at `pos`: the bytes of a broken sequence that could have begun a valid one, at least 1.
std::size_t broken_size(std::string_view bytes, std::size_t pos) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  const unsigned lead = at(pos);
  const std::size_t needed = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : 1;
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  std::size_t size = 1;
  if (needed > 1 && at(pos + 1) >= low && at(pos + 1) <= high) ++size;
  if (needed == 4 && size == 2 && (at(pos + 2) & 0xC0) == 0x80) ++size;
  return size;
}

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
constexpr std::uint64_t kEightOnes = 0x0101010101010101ULL;

/// Eight bytes with the letters of ASCII in lower case. No sum of seven bits and a distance to 0x80 carries into the next byte.
std::uint64_t eight_in_lower_case(std::uint64_t eight) {
  const std::uint64_t seven_bits = eight & ~kHighBits;
  const std::uint64_t from_a = seven_bits + (0x80 - 'A') * kEightOnes;
  const std::uint64_t behind_z = seven_bits + (0x80 - 'Z' - 1) * kEightOnes;
  const std::uint64_t upper = from_a & ~behind_z & ~eight & kHighBits;
  return eight | upper >> 2;  // 0x80 >> 2 == 'a' - 'A'
}

void lower_ascii(char* begin, const char* end) {
  for (std::uint64_t eight = 0; end - begin >= static_cast<std::ptrdiff_t>(sizeof eight); begin += sizeof eight) {
    std::memcpy(&eight, begin, sizeof eight);
    eight = eight_in_lower_case(eight);
    std::memcpy(begin, &eight, sizeof eight);
  }
  for (; begin != end; ++begin) *begin = ascii_lower(*begin);
}

}  // namespace

std::size_t ascii_prefix(std::string_view bytes) {
  std::size_t i = 0;
  for (std::uint64_t eight = 0; i + sizeof eight <= bytes.size(); i += sizeof eight) {
    std::memcpy(&eight, bytes.data() + i, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) ++i;
  return i;
}

bool is_valid_utf8(std::string_view bytes) {
  for (;;) {
    bytes.remove_prefix(ascii_prefix(bytes));
    if (bytes.empty()) return true;
    std::size_t size = 0;
    if (decode(bytes, 0, &size) < 0) return false;
    bytes.remove_prefix(size);
  }
}

Repaired repair_utf8(std::string_view bytes) {
  Repaired out;
  out.text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t size = 0;
    if (decode(bytes, i, &size) >= 0) {
      out.text.append(bytes.substr(i, size));
    } else {
      out.replaced_at.push_back(static_cast<std::uint32_t>(out.text.size()));
      out.text.append(kReplacement);
      size = broken_size(bytes, i);
    }
    i += size;
  }
  return out;
}

CodePoint code_point_at(std::string_view text, std::size_t pos) {
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (lead < 0x80) return {lead, 1};
  std::size_t size = 0;
  const auto value = decode(text, pos, &size);
  if (value < 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(value), static_cast<std::uint8_t>(size)};
}

bool is_word_code_point(char32_t c) {
  if (c < 0x80) return is_ascii_alpha(static_cast<char>(c)) || is_ascii_digit(static_cast<char>(c));
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

bool is_upper_code_point(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LU; }

bool is_capital_code_point(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT || category == UTF8PROC_CATEGORY_LO;
}

bool is_letter_code_point(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_number_code_point(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

bool is_space_code_point(char32_t c) {
  if (c < 0x80) return is_ascii_space(static_cast<char>(c));
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
         c == 0xFEFF;
}

void append_folded(std::string_view word, std::string& out) {
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t ascii = ascii_prefix(word.substr(i));
    out.append(word, i, ascii);
    lower_ascii(out.data() + out.size() - ascii, out.data() + out.size());
    i += ascii;
    if (i == word.size()) return;
    const CodePoint cp = code_point_at(word, i);
    if (cp.value == 0x2019 || cp.value == 0x2018 || cp.value == 0x02BC) {
      out.push_back('\'');
    } else if (cp.value == 0x201C || cp.value == 0x201D) {
      out.push_back('"');
    } else {
      utf8proc_uint8_t buffer[4];
      const auto n = utf8proc_encode_char(utf8proc_tolower(static_cast<utf8proc_int32_t>(cp.value)), buffer);
      out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(n));
    }
    i += cp.size;
  }
}

std::string folded(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  append_folded(word, out);
  return out;
}

std::string in_lower_case(std::string s) {
  lower_ascii(s.data(), s.data() + s.size());
  return s;
}

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  for (;;) {
    if (!s.empty() && is_ascii_space(s.front())) s.remove_prefix(1);
    else if (s.substr(0, 2) == kNoBreakSpace) s.remove_prefix(2);
    else if (s.substr(0, 3) == kByteOrderMark) s.remove_prefix(3);
    else break;
  }
  for (;;) {
    if (!s.empty() && is_ascii_space(s.back())) s.remove_suffix(1);
    else if (s.size() >= 2 && s.substr(s.size() - 2) == kNoBreakSpace) s.remove_suffix(2);
    else break;
  }
  return s;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && starts_with_ignoring_case(a, b);
}

bool starts_with_ignoring_case(std::string_view s, std::string_view prefix) {
  if (s.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (ascii_lower(s[i]) != ascii_lower(prefix[i])) return false;
  }
  return true;
}

bool contains_ignoring_case(std::string_view s, std::string_view part) {
  for (; s.size() >= part.size(); s.remove_prefix(1)) {
    if (starts_with_ignoring_case(s, part)) return true;
  }
  return false;
}

std::string single_line(std::string_view s) {
  s = trimmed(s);
  std::string out;
  out.reserve(s.size());
  std::size_t copied = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] > ' ' || !is_ascii_space(s[i])) continue;  // nearly all are letters
    const std::size_t space = i;
    while (i + 1 < s.size() && is_ascii_space(s[i + 1])) ++i;
    if (i == space && s[i] == ' ') continue;  // as it is to be
    out.append(s, copied, space - copied);
    out.push_back(' ');
    copied = i + 1;
  }
  out.append(s, copied);
  return out;
}

std::string without_returns(std::string_view s) {
  std::string out(s);
  if (s.find('\r') != std::string_view::npos) std::erase(out, '\r');
  return out;
}

}  // namespace te::text
