// commands.h: the subcommands, one per file; commands.cpp holds the table.
#pragma once

#include <span>
#include <string_view>

#include "cli/options.h"

namespace te::cli {

/// A subcommand: its help, the options that it takes and what it does.
struct Command {
  std::string_view name;
  std::string_view summary;
  void (*declare)(CLI::App& app, Options& options);
  int (*run)(const Options& options);  ///< returns the exit status
};

/// In the order of the help.
std::span<const Command> commands();

void declare_explain(CLI::App& app, Options& options);
int run_explain(const Options& options);
void declare_rank(CLI::App& app, Options& options);
int run_rank(const Options& options);
void declare_formats(CLI::App& app, Options& options);
int run_formats(const Options& options);
void declare_lexicon(CLI::App& app, Options& options);
int run_lexicon(const Options& options);
void declare_parse(CLI::App& app, Options& options);
int run_parse(const Options& options);
void declare_rubric(CLI::App& app, Options& options);
int run_rubric(const Options& options);
void declare_schema(CLI::App& app, Options& options);
int run_schema(const Options& options);
void declare_completions(CLI::App& app, Options& options);
int run_completions(const Options& options);
void declare_manual(CLI::App& app, Options& options);
int run_manual(const Options& options);

}  // namespace te::cli
