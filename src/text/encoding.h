// encoding.h: bytes of an unknown encoding as UTF-8.
#pragma once

#include <string>
#include <vector>

namespace te::text {

enum class Encoding : std::uint8_t { kUtf8, kUtf16, kWindows1252 };

struct Decoded {
  std::string text;                        ///< valid UTF-8
  Encoding encoding = Encoding::kUtf8;
  std::vector<std::uint32_t> replaced_at;  ///< offsets in `text` of each U+FFFD put in place of something broken
};

/// UTF-16 is known by its byte order mark, or by the zero bytes of its blanks and line ends. Bytes that are not UTF-8
/// anywhere, and all of which have a meaning in Windows-1252 (which holds Latin-1), are that; others are broken UTF-8.
/// A byte order mark of UTF-8 is kept, one of UTF-16 is not.
Decoded decode(std::string bytes);

}  // namespace te::text
