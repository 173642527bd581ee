// stages.h: each arrow of the data flow as something to measure.
//
// Is:      a table of stages, each of which runs on what the stages before it have made of one input.
// Is not:  a measurement: throughput.cpp takes times, count_stages.cpp counts instructions.
// Errors:  prepare() throws std::runtime_error for an input that cannot be evaluated.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "transcript_eval/render.h"

namespace te::bench {

/// One input with all nouns that are made of it.
struct Prepared {
  std::string bytes;
  SourcePtr source;
  Outcome outcome;
};

std::string read_file(const std::filesystem::path& path);
Prepared prepare(std::string bytes, const RuleBookPtr& book);

struct Stage {
  std::string name;
  /// Runs the stage and returns something that depends on all of its work.
  std::function<std::size_t(const Prepared&, const RuleBookPtr&)> run;
};

/// "source" (decoding, lines, hash), "parse", "structure", "score", "compose", "render FORMAT" for each format, and "whole":
/// from bytes to a line of JSON. Structure takes its transcript by value; the copy is part of its figure and small.
std::vector<Stage> stages();

}  // namespace te::bench
