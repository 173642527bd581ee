// hash.h: SHA-256, so that a result names exactly what it was made from.
#pragma once

#include <string>
#include <string_view>

namespace te::text {

/// Lower-case hexadecimal SHA-256 of the bytes.
std::string sha256_hex(std::string_view bytes);
/// The same in base64, as a Content-Security-Policy names a script.
std::string sha256_base64(std::string_view bytes);

}  // namespace te::text
