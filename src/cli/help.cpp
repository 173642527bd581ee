#include "cli/help.h"

#include <fmt/format.h>

namespace te::cli {
namespace {

class Layout : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    std::string help = CLI::Formatter::make_help(app, std::move(name), mode);
    // CLI11 ends a group with a blank line and begins the next one with another.
    for (std::size_t at = help.find("\n\n\n"); at != std::string::npos; at = help.find("\n\n\n", at)) help.erase(at, 1);
    return help;
  }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    if (app->get_subcommands({}).empty()) return CLI::Formatter::make_usage(app, std::move(name));
    return fmt::format("\nUsage: {0} [OPTIONS] INPUT...\n       {0} COMMAND [OPTIONS] ...\n", name);
  }
};

}  // namespace

std::shared_ptr<CLI::Formatter> help_layout() {
  auto layout = std::make_shared<Layout>();
  layout->column_width(34);
  return layout;
}

}  // namespace te::cli
