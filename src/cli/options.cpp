#include "cli/options.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <limits>
#include <map>
#include <span>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/run.h"
#include "cli/setup.h"
#include "text/closest.h"
#include "transcript_eval/render.h"

namespace te::cli {
namespace {

constexpr const char* kFooter = R"(
Examples:
  transcript-eval interview.txt                        read a report in the terminal
  transcript-eval explain interview.txt --question Q3  see where the points come from
  transcript-eval rank transcripts/                    candidates in order
  transcript-eval -f feedback interview.txt            a letter to the candidate
  transcript-eval -f json interview.txt | jq .evaluation
  transcript-eval -f json -o results/ transcripts/     one result per transcript
  transcript-eval --jsonl records.jsonl > results.jsonl

An input is a file, a directory, a glob pattern or - for standard input. Each
command has its own --help.

Exit status: 0 done; 1 some input could not be evaluated; 2 usage, configuration or
I/O error; 3 a result below --fail-under or a diagnostic at --fail-on; 4 nothing
could be scored; 130 interrupted.)";

/// Accepts one of the names; a near miss is answered with the name that was probably meant.
/// Its description holds the names, for completions.
CLI::Validator one_of(std::vector<std::string> names) {
  std::string description;
  for (const auto& name : names) description += (description.empty() ? "" : " ") + name;
  return CLI::Validator(
      [names](std::string& value) {
        std::string list;
        for (const auto& name : names) {
          if (name == value) return std::string();
          list += (list.empty() ? "" : ", ") + name;
        }
        const auto near = text::closest(value, names);
        return near ? fmt::format("'{}' is unknown; did you mean '{}'? (known: {})", value, *near, list) : fmt::format("'{}' is unknown (known: {})", value, list);
      },
      description);
}

/// Accepts numbers of a range, and says so without a type's name or its zeros.
template <typename Number>
CLI::Validator number_between(Number low, Number high) {
  return CLI::Validator(
      [low, high](std::string& value) {
        Number number{};
        const bool inside = CLI::detail::lexical_cast(value, number) && number >= low && number <= high;
        return inside ? std::string() : fmt::format("'{}' is not a number from {} to {}", value, low, high);
      },
      "");
}

const std::map<std::string, When> kWhen = {{"auto", When::kAuto}, {"always", When::kAlways}, {"never", When::kNever}};

void declare_main(CLI::App& app, Options& o) {
  declare_inputs(app, o);
  std::vector<FormatName> formats;
  for (const OutputFormat& format : output_formats()) formats.push_back({std::string(format.name), std::string(format.summary), std::string(format.extension)});
  declare_format(app, o, formats);
  declare_output(app, o);
  declare_terminal(app, o);
  declare_job(app, o);
  declare_roles(app, o);
  declare_rules(app, o);
  declare_data(app, o);
  CLI::Option* const jsonl = app.add_option("--jsonl", o.jsonl, "Read one record per line from FILE or - and write one result per line")->expected(0, 1)->default_str("-")->option_text("[FILE]")->group("Many inputs");
  app.add_option("--first-line", o.first_line, "With --jsonl: count lines from N, where the records are a part of a longer stream")->check(number_between(std::size_t{1}, std::numeric_limits<std::size_t>::max() / 2))->needs(jsonl)->option_text("N")->group("Many inputs");
  declare_reading(app, o);
  declare_search(app, o);
  declare_jobs(app, o);
  declare_progress(app, o);
  app.add_flag("--force", o.force, "Make the results in the --output directory again that are up to date")->group("Many inputs");
  app.add_flag("--fail-fast", o.fail_fast, "Stop at the first input that cannot be evaluated")->group("Many inputs");
  app.add_option("--fail-under", o.fail_under, "Exit with 3 when an overall score is below this")->check(number_between(1.0, 5.0))->option_text("SCORE")->group("Many inputs");
  app.add_option("--fail-on", o.fail_on, "Exit with 3 on a diagnostic of this severity: warning or error")->check(one_of({"warning", "error"}))->option_text("SEVERITY")->group("Many inputs");
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.set_config("--config", "", "Read options from this file (key = value lines)")->option_text("FILE")->group("Many inputs");
}

/// Options that leave every result as it is, and the format, which has a default and is compared by itself. An option that
/// is not named here counts as one that may change results.
constexpr std::array<std::string_view, 17> kNotShaping = {"INPUT", "--format", "--output", "--color", "--quiet", "--verbose", "--jsonl", "--include", "--exclude",
                                                          "--jobs", "--progress", "--force", "--fail-fast", "--fail-under", "--fail-on", "--config", "--help"};

std::string shaping_options(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : app.get_options()) {
    const std::string name = option->get_lnames().empty() ? option->get_name(true) : "--" + option->get_lnames().front();
    if (option->count() == 0 || std::find(kNotShaping.begin(), kNotShaping.end(), name) != kNotShaping.end()) continue;
    out += name + '\n';
    for (const std::string& value : option->results()) out += fmt::format("{}:{}\n", value.size(), value);
  }
  return out;
}

/// The name of an unknown option that is close to a known one.
std::string suggestion(const CLI::App& app, const std::vector<std::string>& extras) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) known.push_back("--" + name);
  }
  for (const std::string& extra : extras) {
    if (extra.compare(0, 2, "--") != 0) continue;
    const auto near = text::closest(extra.substr(0, extra.find('=')), known);
    if (near) return fmt::format("; did you mean '{}'?", *near);
  }
  return {};
}

/// What is wrong with the configuration file, in our own words for a key that is no option.
std::string config_problem(CLI::App& app, const std::string& what) {
  const std::string file = app.get_config_ptr()->as<std::string>();
  constexpr std::string_view kUnknown = "INI was not able to parse ";
  if (what.compare(0, kUnknown.size(), kUnknown) != 0) return fmt::format("--config {}: {}", file, what);
  const std::string key = what.substr(kUnknown.size());
  return fmt::format("--config {}: unknown key '{}'{}", file, key, suggestion(app, {"--" + key}));
}

/// The format whose files end like the one to be written: "report.html" is to be a page. The usual one when several do or none.
std::string format_by_ending(const std::vector<FormatName>& formats, const std::string& usual, const std::string& output) {
  const auto ending = [](std::string_view name) { return name.substr(std::min(name.size(), name.rfind('.'))); };
  std::string found = usual;
  for (const FormatName& format : formats) {
    if (format.extension.empty() || ending(format.extension) != ending(output)) continue;
    if (format.name == usual) return usual;
    if (found == usual) found = format.name;
  }
  return found;
}

}  // namespace

void allow_only(CLI::Option& option, std::vector<std::string> names) { option.check(one_of(std::move(names))); }

void declare_inputs(CLI::App& app, Options& o) {
  app.add_option("INPUT", o.inputs, "Transcripts: files, directories (searched recursively), glob patterns, or - for standard input")->option_text("...");
}

void declare_format(CLI::App& app, Options& o, const std::vector<FormatName>& formats) {
  std::string help = "Output format:";
  std::vector<std::string> names;
  for (const FormatName& format : formats) {
    help += fmt::format("\n{} = {}", format.name, format.summary);
    names.push_back(format.name);
  }
  const CLI::Option* option = app.add_option("-f,--format", o.format, help)->check(one_of(std::move(names)))->option_text("NAME")->group("Output");
  app.final_callback([&app, &o, option, formats] {
    if (option->count() == 0 && app.get_subcommands().empty()) o.format = format_by_ending(formats, o.format, o.output);
  });
}

void declare_output(CLI::App& app, Options& o) {
  app.add_option("-o,--output", o.output, "Write to this file, or into this directory when there are many inputs; without --format the ending tells the format")->option_text("PATH")->group("Output");
}

void declare_terminal(CLI::App& app, Options& o) {
  app.add_option_function<std::string>("--color", [&o](const std::string& when) { o.color = kWhen.at(when); }, "Colour the text report: auto, always or never")
      ->check(one_of({"auto", "always", "never"}))->option_text("WHEN")->group("Output");
  app.add_flag("-q,--quiet", o.quiet, "Say nothing but errors")->group("Output");
  app.add_flag("-v,--verbose", o.verbose, "Say what is done and why; twice for more")->group("Output");
}

void declare_job(CLI::App& app, Options& o) {
  app.add_option("--position", o.position, "The position interviewed for; overrides the document's")->option_text("TEXT")->group("Job and roles");
  app.add_option("--jd", o.jd, "Job description, a text file")->option_text("FILE")->group("Job and roles");
}

void declare_roles(CLI::App& app, Options& o) {
  app.add_option("--interviewer", o.interviewer, "Label of the speaker who interviews")->option_text("NAME")->group("Job and roles");
  app.add_option("--candidate", o.candidate, "Label of the speaker who is interviewed")->option_text("NAME")->group("Job and roles");
}

void declare_rules(CLI::App& app, Options& o) {
  app.add_option("--rubric", o.rubric, "Rubric instead of the built-in one")->option_text("FILE")->group("Rules");
  app.add_option("--bank", o.bank, "Question bank with reference answers")->option_text("FILE")->group("Rules");
}

void declare_data(CLI::App& app, Options& o) {
  app.add_option("--data", o.data, "Data directory instead of the built-in data")->option_text("DIR")->group("Rules");
}

void declare_reading(CLI::App& app, Options& o) {
  std::vector<std::string> names;
  for (const InputFormat& format : input_formats()) names.emplace_back(format.name);
  app.add_option("--input-format", o.input_format, "Format of the transcripts instead of detecting it")->check(one_of(std::move(names)))->option_text("NAME")->group("Many inputs");
}

void declare_search(CLI::App& app, Options& o) {
  const auto patterns = [&](const char* name, std::vector<std::string>& into, const char* help) {
    app.add_option(name, into, help)->allow_extra_args(false)->option_text("GLOB")->group("Many inputs");
  };
  patterns("--include", o.include, "In directories read the files that match, whatever their extension; may be repeated");
  patterns("--exclude", o.exclude, "In directories pass over files and directories that match; may be repeated");
}

void declare_jobs(CLI::App& app, Options& o) {
  app.add_option("-j,--jobs", o.jobs, "Evaluate so many inputs at once (default: one per processor)")->check(number_between(1U, 1024U))->option_text("N")->group("Many inputs");
}

void declare_progress(CLI::App& app, Options& o) {
  app.add_option_function<std::string>("--progress", [&o](const std::string& when) { o.progress = kWhen.at(when); }, "Show on standard error how far a run over many inputs is: auto, always or never")
      ->check(one_of({"auto", "always", "never"}))->option_text("WHEN")->group("Many inputs");
}

void declare_command_line(CLI::App& app, Options& options, const std::function<bool(const Command&)>& wanted) {
  app.name("transcript-eval");
  app.description("Evaluates interview transcripts: relevance and 1-5 rubric scores, HR report and recommendation,\neach point with the rule and the candidate's own words behind it.");
  app.set_version_flag("--version", fmt::format("transcript-eval {}", version()), "Print the version and exit")->group("Output");
  app.formatter(help_layout());
  app.footer(kFooter);
  declare_main(app, options);
  app.require_subcommand(0, 1);
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary))->group("Commands");
    if (wanted(command)) command.declare(*sub, options);
    sub->parse_complete_callback([&options, &command] { options.command = &command; });
  }
}

Parsed parse_command_line(int argc, const char* const* argv) {
  CLI::App app;
  Options options;
  static constexpr Command kEvaluate{"", "", nullptr, run};
  options.command = &kEvaluate;
  const std::span<const char* const> arguments(argv, static_cast<std::size_t>(argc));
  // A configuration file may set the options of every command.
  const auto may_be_used = [&](const Command& command) {
    return std::any_of(arguments.begin(), arguments.end(), [&](std::string_view argument) { return argument == command.name || argument.starts_with("--config"); });
  };
  declare_command_line(app, options, may_be_used);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& e) {
    const int status = app.exit(e);
    if (std::cout.flush()) return {std::nullopt, status};
    fmt::print(stderr, "transcript-eval: error: standard output: cannot be written\n");
    return {std::nullopt, kUsageOrIo};
  } catch (const CLI::ExtrasError&) {
    std::string list;
    const auto extras = app.remaining(true);
    for (const auto& extra : extras) list += (list.empty() ? "'" : ", '") + extra + "'";
    const auto chosen = app.get_subcommands();
    const bool option = !extras.empty() && extras.front().compare(0, 1, "-") == 0;
    return {std::nullopt, usage_error(fmt::format("{} {}{}", option ? "unknown option" : "too many arguments:", list, suggestion(chosen.empty() ? app : *chosen.front(), extras)))};
  } catch (const CLI::FileError&) {
    return {std::nullopt, usage_error(fmt::format("--config {}: cannot be read; it takes a file of lines 'key = value'", app.get_config_ptr()->as<std::string>()))};
  } catch (const CLI::ConfigError& e) {
    return {std::nullopt, usage_error(config_problem(app, e.what()))};
  } catch (const CLI::ArgumentMismatch& e) {
    const std::string_view what = e.what();
    return {std::nullopt, usage_error(fmt::format("{} needs a value", what.substr(0, what.find(':'))))};
  } catch (const CLI::ParseError& e) {
    return {std::nullopt, usage_error(e.what())};
  }
  options.shaping = shaping_options(app);
  return {std::move(options), 0};
}

}  // namespace te::cli
