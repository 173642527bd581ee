// hash.h: SHA-256, so that a result names exactly what it was made from.
#pragma once

#include <string>
#include <string_view>

namespace te::text {

/// Lower-case hexadecimal SHA-256 of the bytes.
std::string sha256_hex(std::string_view bytes);

}  // namespace te::text
