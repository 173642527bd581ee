// The ledger of a transcript in the terminal.
#include <CLI/CLI.hpp>
#include <spdlog/spdlog.h>

#include "cli/color.h"
#include "cli/commands.h"
#include "cli/setup.h"
#include "cli/terminal.h"
#include "transcript_eval/explanation.h"

namespace te::cli {

void declare_explain(CLI::App& app, Options& o) {
  declare_inputs(app, o);
  app.add_option("--question", o.question, "Only this question, for example Q3")->option_text("ID");
  declare_terminal(app, o);
  declare_job(app, o);
  declare_rules(app, o);
  declare_reading(app, o);
  app.footer("\nExamples:\n  transcript-eval explain interview.txt\n  transcript-eval explain interview.txt --question Q3\n\nThe points of a question add up to its score, line by line.");
}

int run_explain(const Options& options) {
  if (options.inputs.size() != 1) return usage_error("explain takes one transcript, or - for standard input");
  const auto setup = set_up(options);
  if (!setup) return failed(setup.error());
  const auto outcome = evaluate_input(options.inputs.front(), setup->book, setup->how);
  if (!outcome) return failed(outcome.error());
  const auto text = explain(*outcome, options.question, output_columns());
  if (!text) return failed(text.error());
  const std::string safe = without_controls(*text);
  return print(wants_color(options.color) ? colored(safe) : safe) ? kDone : kUsageOrIo;
}

}  // namespace te::cli
