// The built-in rubric as it is read: comments, reasons and examples included.
#include "cli/commands.h"
#include "cli/setup.h"

namespace te::cli {

void declare_rubric(CLI::App&, Options&) {}

int run_rubric(const Options&) { return print(embedded_file("rubrics/default.json")) ? kDone : kUsageOrIo; }

}  // namespace te::cli
