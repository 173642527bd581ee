// The published schemas of what the program prints and reads.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/setup.h"
#include "text/closest.h"
#include "transcript_eval/rulebook.h"

namespace te::cli {
namespace {

/// "result" for "schema/result.schema.json", empty for other files.
std::string schema_name(const std::string& path) {
  constexpr std::string_view kFolder = "schema/";
  constexpr std::string_view kEnd = ".schema.json";
  if (path.size() <= kFolder.size() + kEnd.size() || path.rfind(kFolder, 0) != 0) return {};
  return path.substr(kFolder.size(), path.size() - kFolder.size() - kEnd.size());
}

}  // namespace

void declare_schema(CLI::App& app, Options& o) { app.add_option("NAME", o.name, "Which one; without it they are listed")->option_text(" "); }

int run_schema(const Options& options) {
  std::string list;
  std::vector<std::string> names;
  for (const DataFile& file : embedded_data()) {
    const std::string name = schema_name(file.path);
    if (name.empty()) continue;
    if (name == options.name) return print(file.content) ? kDone : kUsageOrIo;
    names.push_back(name);
    list += fmt::format("{:<10} {}\n", name, nlohmann::json::parse(file.content).value("description", ""));
  }
  if (options.name.empty()) return print(list) ? kDone : kUsageOrIo;
  const auto near = text::closest(options.name, names);
  return usage_error(fmt::format("there is no schema '{}'{}", options.name, near ? fmt::format("; did you mean '{}'?", *near) : "; 'transcript-eval schema' lists them"));
}

}  // namespace te::cli
