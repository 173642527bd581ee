#include "cli/declared.h"

#include <sstream>

#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace te::cli {
namespace {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) out.push_back(part);
  return out;
}

std::vector<std::string> choices_of(CLI::Option& option) {
  try {
    const std::string description = option.get_validator(0)->get_description();
    // Ranges have a description, too; names are words.
    return description.empty() || description.find_first_of("[]-") != std::string::npos ? std::vector<std::string>() : split(description, ' ');
  } catch (const CLI::OptionNotFound&) {
    return {};
  }
}

DeclaredCommand declared(CLI::App& app) {
  DeclaredCommand out;
  out.summary = app.get_description();
  out.footer = app.get_footer();
  for (CLI::Option* option : app.get_options()) {
    if (option->get_lnames().empty()) continue;
    DeclaredOption o;
    o.name = option->get_lnames().front();
    if (!option->get_snames().empty()) o.letter = option->get_snames().front();
    o.value = option->get_expected_max() == 0 ? "" : option->get_option_text();
    o.group = option->get_group();
    o.details = split(option->get_description(), '\n');
    if (!o.details.empty()) {
      o.help = o.details.front();
      o.details.erase(o.details.begin());
    }
    o.choices = choices_of(*option);
    out.options.push_back(std::move(o));
  }
  return out;
}

}  // namespace

std::vector<DeclaredCommand> declared_command_line() {
  CLI::App app;
  Options options;
  declare_command_line(app, options);
  std::vector<DeclaredCommand> out = {declared(app)};
  for (CLI::App* sub : app.get_subcommands([](CLI::App*) { return true; })) {
    out.push_back(declared(*sub));
    out.back().name = sub->get_name();
  }
  return out;
}

}  // namespace te::cli
