// target.h: what is fuzzed: bytes through every parser, and on through every stage and every renderer.
#pragma once

#include <string_view>

namespace te::test {

/// Runs everything on one input. What must hold for every input is checked; a breach aborts.
void run_everything(std::string_view bytes);

/// The parsers alone: several times as many inputs in the same time.
void run_every_parser(std::string_view bytes);

}  // namespace te::test
