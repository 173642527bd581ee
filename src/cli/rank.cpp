// Many candidates in one table.
#include <optional>

#include <CLI/CLI.hpp>
#include <spdlog/spdlog.h>

#include "cli/batch.h"
#include "cli/color.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/setup.h"
#include "cli/terminal.h"
#include "transcript_eval/ranking.h"

namespace te::cli {

void declare_rank(CLI::App& app, Options& o) {
  declare_inputs(app, o);
  std::vector<FormatName> formats;
  for (const RankingFormat& format : ranking_formats()) formats.push_back({std::string(format.name), std::string(format.summary), "." + std::string(format.name)});
  declare_format(app, o, formats);
  declare_output(app, o);
  declare_terminal(app, o);
  declare_job(app, o);
  declare_rules(app, o);
  declare_reading(app, o);
  declare_search(app, o);
  declare_jobs(app, o);
  declare_progress(app, o);
  app.footer("\nExamples:\n  transcript-eval rank transcripts/\n  transcript-eval rank -f csv -o ranking.csv transcripts/ --jd job.txt\n\nThe interval is the score plus and minus its jackknife standard error: how much the score\ndepends on which questions were asked. Candidates that it does not tell apart share a rank.");
}

int run_rank(const Options& options) {
  if (options.inputs.empty()) return usage_error("rank takes transcripts: a directory, files or glob patterns");
  const auto setup = set_up(options);
  if (!setup) return failed(setup.error());
  const Inputs inputs = collect_inputs(options);
  int status = kDone;
  for (const Error& error : inputs.errors) status = failed(error);
  std::vector<Standing> standings;
  std::size_t next = 0;
  catch_interrupts();
  Progress progress(options, inputs.files.size());
  run_ordered<Result<Standing>>(
      options.jobs,
      [&]() -> std::optional<Work<Result<Standing>>> {
        if (next >= inputs.files.size() || interrupted()) return std::nullopt;
        return [&, &input = inputs.files[next++]] { return evaluate_input(input.path, setup->book, setup->how).map(standing_of); };
      },
      [&](Result<Standing> standing) {
        progress.step();
        if (standing) {
          standings.push_back(std::move(*standing));
          return true;
        }
        progress.clear();
        spdlog::error("{}", without_controls(standing.error().to_string()));
        status = std::max<int>(status, kSomeFailed);
        return true;
      });
  progress.clear();
  if (interrupted()) {
    spdlog::error("interrupted; nothing is ranked");
    return kInterrupted;
  }
  rank(standings);
  const std::string out = find_ranking_format(options.format)->render(standings, output_columns());
  if (!options.output.empty() && options.output != "-") {
    const auto written = write_file(options.output, out);
    return written ? status : failed(written.error());
  }
  return print(options.format == "text" ? without_controls(out) : out) ? status : kUsageOrIo;
}

}  // namespace te::cli
