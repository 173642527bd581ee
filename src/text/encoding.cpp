#include "text/encoding.h"

#include <array>
#include <optional>
#include <string_view>

#include <utf8proc.h>

#include "text/utf8.h"

namespace te::text {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void append(char32_t value, std::string& out) {
  std::array<utf8proc_uint8_t, 4> buffer{};
  const auto n = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), buffer.data());
  out.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(n));
}

enum class ByteOrder : std::uint8_t { kLittle, kBig };

/// The order of the bytes if this is UTF-16. Without a mark, text of any Western language shows by its blanks: in the
/// first bytes, zeros stand on one side of the pairs only, and on a good part of them.
std::optional<ByteOrder> utf16_order(std::string_view bytes) {
  using namespace std::string_view_literals;
  // A mark of UTF-32 begins like one of UTF-16.
  if (bytes.substr(0, 4) == "\xFF\xFE\0\0"sv) return std::nullopt;
  if (bytes.substr(0, 2) == "\xFF\xFE") return ByteOrder::kLittle;
  if (bytes.substr(0, 2) == "\xFE\xFF") return ByteOrder::kBig;
  const std::string_view head = bytes.substr(0, 4096);
  if (head.find('\0') == std::string_view::npos) return std::nullopt;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t pairs = head.size() / 2;
  if (pairs < 4 || zeros[0] + zeros[1] < pairs / 2 || (zeros[0] > 0 && zeros[1] > 0)) return std::nullopt;
  return zeros[1] > 0 ? ByteOrder::kLittle : ByteOrder::kBig;
}

Decoded from_utf16(std::string_view bytes, ByteOrder order) {
  Decoded out;
  out.encoding = Encoding::kUtf16;
  out.text.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(order == ByteOrder::kLittle ? a | b << 8 : a << 8 | b);
  };
  const auto broken = [&] {
    out.replaced_at.push_back(static_cast<std::uint32_t>(out.text.size()));
    out.text.append(kReplacement);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const char32_t first = unit(i);
    if (first == 0xFEFF && i == 0) continue;
    if (first < 0xD800 || first > 0xDFFF) {
      append(first, out.text);
      continue;
    }
    const char32_t second = i + 3 < bytes.size() ? unit(i + 2) : 0;
    if (first < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF) {
      append(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), out.text);
      i += 2;
    } else {
      broken();
    }
  }
  if (bytes.size() % 2 == 1) broken();
  return out;
}

/// The meaning of 0x80 to 0x9F in Windows-1252, 0 for none. From 0xA0 on a byte is its own code point.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                   0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                   0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t windows_1252(unsigned char byte) { return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte; }

/// All bytes have a meaning, and none is 0xFE or 0xFF: letters too rare to be meant.
bool reads_as_windows_1252(std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xFE || (byte >= 0x80 && windows_1252(byte) == 0)) return false;
  }
  return true;
}

Decoded from_windows_1252(std::string_view bytes) {
  Decoded out;
  out.encoding = Encoding::kWindows1252;
  out.text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) append(windows_1252(static_cast<unsigned char>(c)), out.text);
  return out;
}

/// Every sign outside ASCII is broken as UTF-8, and not just the last one, which may have been cut off.
bool nothing_is_utf8(const Repaired& repaired) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < repaired.text.size(); ++i) {
    if (static_cast<unsigned char>(repaired.text[i]) < 0x80) continue;
    if (next == repaired.replaced_at.size() || repaired.replaced_at[next] != i) return false;
    ++next;
    i += kReplacement.size() - 1;
  }
  return next > 1 || repaired.replaced_at.front() + kReplacement.size() < repaired.text.size();
}

}  // namespace

Decoded decode(std::string bytes) {
  if (const auto order = utf16_order(bytes)) return from_utf16(bytes, *order);
  if (is_valid_utf8(bytes)) return {std::move(bytes), Encoding::kUtf8, {}};
  Repaired repaired = repair_utf8(bytes);
  if (nothing_is_utf8(repaired) && reads_as_windows_1252(bytes)) return from_windows_1252(bytes);
  return {std::move(repaired.text), Encoding::kUtf8, std::move(repaired.replaced_at)};
}

}  // namespace te::text
