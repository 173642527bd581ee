// build_hash.h: tells the builds of one version apart.
#pragma once

#include <string_view>

namespace te::cli {

/// Of everything that the program is made of, 64 hexadecimal digits (cmake/build_hash.cmake).
std::string_view build_hash();

}  // namespace te::cli
