#include "cli/inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>
#include <fnmatch.h>
#include <glob.h>

#include "cli/commands.h"
#include "cli/setup.h"
#include "text/closest.h"

namespace te::cli {
namespace {

namespace fs = std::filesystem;

/// Not .json: results end in it, too.
constexpr std::array<std::string_view, 8> kTranscriptExtensions = {".txt", ".text", ".md", ".markdown", ".transcript", ".vtt", ".srt", ".docx"};
/// What this program writes beside transcripts is no transcript.
constexpr std::array<std::string_view, 4> kOwnSuffixes = {".evaluation.txt", ".evaluation.md", ".document.txt", ".feedback.txt"};

/// A pattern with a slash is about the path below the searched directory, another one about the name alone.
bool matches(const std::vector<std::string>& patterns, const fs::path& relative) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    const std::string subject = pattern.find('/') == std::string::npos ? relative.filename().string() : relative.string();
    return fnmatch(pattern.c_str(), subject.c_str(), 0) == 0;
  });
}

bool is_own_name(const std::string& name) {
  return std::any_of(kOwnSuffixes.begin(), kOwnSuffixes.end(), [&](std::string_view suffix) { return name.size() > suffix.size() && name.ends_with(suffix); });
}

bool is_wanted(const fs::path& relative, const Options& options) {
  const std::string name = relative.filename().string();
  if (is_own_name(name) || relative.stem() == "README") return false;
  if (!options.include.empty()) return matches(options.include, relative);
  return std::find(kTranscriptExtensions.begin(), kTranscriptExtensions.end(), relative.extension().string()) != kTranscriptExtensions.end();
}

Error nothing_found(const fs::path& directory, const Options& options) {
  if (!options.include.empty() || !options.exclude.empty()) {
    return {ErrorCode::kIo, "nothing in the directory is left by --include and --exclude", directory.string(), 0, "a pattern without '/' must match the whole name, such as '*.txt'"};
  }
  return {ErrorCode::kIo, "the directory holds no transcripts", directory.string(), 0, "transcripts end in .txt, .text, .md, .markdown, .transcript, .vtt, .srt or .docx; take others in with --include, such as --include '*.json'"};
}

void collect_directory(const fs::path& directory, const Options& options, Inputs& out) {
  out.from_directory = true;
  std::vector<Input> found;
  std::error_code code;
  std::error_code gone;  // a link that leads nowhere is no file, and no reason to stop
  fs::recursive_directory_iterator it(directory, fs::directory_options::skip_permission_denied, code);
  for (; !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
    const fs::path relative = it->path().lexically_relative(directory);
    if (relative.filename().string().front() == '.' || matches(options.exclude, relative)) {
      if (it->is_directory(gone)) it.disable_recursion_pending();
      continue;
    }
    if (it->is_regular_file(gone) && is_wanted(relative, options)) found.push_back({it->path().string(), relative.string()});
  }
  if (code) {
    out.errors.push_back({ErrorCode::kIo, fmt::format("the directory cannot be read: {}", code.message()), directory.string(), 0, ""});
    return;
  }
  if (found.empty()) {
    out.errors.push_back(nothing_found(directory, options));
    return;
  }
  std::sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
  out.files.insert(out.files.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

/// The path with the first part that is not there replaced by a name beside it that is close.
std::optional<fs::path> meant_path(const fs::path& path) {
  std::error_code code;
  fs::path there;
  auto part = path.begin();
  while (part != path.end() && fs::exists(there / *part, code)) there /= *part++;
  if (part == path.end()) return std::nullopt;
  std::vector<std::string> names;
  for (fs::directory_iterator it(there.empty() ? fs::path(".") : there, code); !code && it != fs::directory_iterator(); it.increment(code)) names.push_back(it->path().filename().string());
  std::sort(names.begin(), names.end());
  const auto near = text::closest(part->string(), names);
  if (!near) return std::nullopt;
  there /= *near;
  for (++part; part != path.end(); ++part) {
    if (fs::exists(there / *part, code)) there /= *part;
  }
  return there;
}

std::string missing_file_hint(const std::string& argument) {
  if (const auto command = meant_command(argument)) return fmt::format("did you mean {}'{}'?", command->front() == '-' ? "" : "the command ", *command);
  const auto near = meant_path(argument);
  return near ? fmt::format("did you mean '{}'?", near->string()) : "check the path";
}

bool collect_glob(const std::string& pattern, const Options& options, Inputs& out) {
  if (pattern.find_first_of("*?[") == std::string::npos) return false;
  glob_t matches{};
  const bool any = glob(pattern.c_str(), 0, nullptr, &matches) == 0;
  for (std::size_t i = 0; any && i < matches.gl_pathc; ++i) {
    const std::string path = matches.gl_pathv[i];
    if (fs::is_directory(path)) collect_directory(path, options, out);
    else out.files.push_back({path, fs::path(path).filename().string()});
  }
  globfree(&matches);
  return any;
}

}  // namespace

std::optional<std::string> meant_command(const std::string& argument) {
  std::error_code code;
  if (argument.size() < 3 || argument.find('/') != std::string::npos || fs::exists(argument, code)) return std::nullopt;
  for (const char* option : {"help", "version"}) {
    if (argument == option) return "--" + argument;
  }
  std::vector<std::string> known;
  for (const Command& command : commands()) known.emplace_back(command.name);
  return text::closest(argument, known);
}

bool may_be_many(const Options& options) {
  if (options.jsonl || options.inputs.size() > 1) return true;
  std::error_code ignored;
  return !options.inputs.empty() && options.inputs.front() != "-" && !fs::is_regular_file(options.inputs.front(), ignored);
}

Inputs collect_inputs(const Options& options) {
  Inputs out;
  for (const std::string& argument : options.inputs) {
    std::error_code code;
    const fs::path path(argument);
    const auto is_standard_input = [](const Input& input) { return input.path == "-"; };
    if (argument == "-" && std::any_of(out.files.begin(), out.files.end(), is_standard_input)) out.errors.push_back({ErrorCode::kUsage, "standard input can be read only once", shown_path("-"), 0, "name '-' once"});
    else if (argument == "-") out.files.push_back({"-", "stdin"});
    else if (fs::is_directory(path, code)) collect_directory(path, options, out);
    else if (fs::exists(path, code)) out.files.push_back({argument, path.filename().string()});
    else if (!collect_glob(argument, options, out)) out.errors.push_back({ErrorCode::kIo, "no such file or directory", argument, 0, missing_file_hint(argument)});
  }
  return out;
}

}  // namespace te::cli
