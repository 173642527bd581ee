// stream.h: --jsonl, records in and results out for as long as there are any.
#pragma once

#include "cli/options.h"
#include "cli/setup.h"

namespace te::cli {

/// Reads records, evaluates them and writes their results in order, all three at once; memory does not grow with the
/// stream. Returns the exit status.
int run_stream(const Options& options, const Setup& setup);

}  // namespace te::cli
