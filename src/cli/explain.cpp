// The ledger of a transcript in the terminal.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/color.h"
#include "cli/commands.h"
#include "cli/inputs.h"
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
  if (options.inputs.empty()) return usage_error("explain takes transcripts: files, a directory, or - for standard input");
  const auto setup = set_up(options);
  if (!setup) return failed(setup.error());
  const Inputs inputs = collect_inputs(options);
  int status = kDone;
  for (const Error& error : inputs.errors) status = failed(error);
  for (const Input& input : inputs.files) {
    const auto text = evaluate_input(input.path, setup->book, setup->how).and_then([&](const Outcome& o) { return explain(o, options.question, output_columns()); });
    if (!text) {
      status = std::max(status, failed(text.error()));
      continue;
    }
    const std::string headed = inputs.files.size() == 1 ? *text : fmt::format("{}{}\n\n{}", &input == &inputs.files.front() ? "" : "\n", shown_path(input.path), *text);
    const std::string safe = without_controls(headed);
    if (!print(wants_color(options.color) ? colored(safe) : safe)) return kUsageOrIo;
  }
  return status;
}

}  // namespace te::cli
