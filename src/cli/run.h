// run.h: the program behind its options.
#pragma once

#include "cli/options.h"

namespace te::cli {

/// Does what the options say and returns the exit status.
int run(const Options& options);

}  // namespace te::cli
