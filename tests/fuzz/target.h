// target.h: what is fuzzed: bytes through every stage and every renderer.
#pragma once

#include <string_view>

namespace te::test {

/// Runs everything on one input. What must hold for every input is checked; a breach aborts.
void run_everything(std::string_view bytes);

}  // namespace te::test
