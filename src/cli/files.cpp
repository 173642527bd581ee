#include "cli/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <glob.h>
#include <unistd.h>

#include "cli/commands.h"
#include "text/closest.h"

namespace te::cli {
namespace {

namespace fs = std::filesystem;

/// Not .json: results end in it, too.
constexpr std::array<std::string_view, 8> kTranscriptExtensions = {".txt", ".text", ".md", ".markdown", ".transcript", ".vtt", ".srt", ".docx"};
/// What this program writes beside transcripts is no transcript.
constexpr std::array<std::string_view, 4> kOwnSuffixes = {".evaluation.txt", ".evaluation.md", ".document.txt", ".feedback.txt"};

Error io_error(const std::string& path, const std::string& what, int code, std::string hint = {}) {
  return {ErrorCode::kIo, code == 0 ? what : fmt::format("{}: {}", what, std::strerror(code)), path, 0, std::move(hint)};
}

bool is_transcript_name(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.empty() || name.front() == '.' || path.stem() == "README") return false;
  for (const auto suffix : kOwnSuffixes) {
    if (name.size() > suffix.size() && name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0) return false;
  }
  return std::find(kTranscriptExtensions.begin(), kTranscriptExtensions.end(), path.extension().string()) != kTranscriptExtensions.end();
}

void collect_directory(const fs::path& directory, Inputs& out) {
  out.from_directory = true;
  std::vector<Input> found;
  std::error_code code;
  fs::recursive_directory_iterator it(directory, fs::directory_options::skip_permission_denied, code);
  for (; !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
    if (it->is_directory(code) && it->path().filename().string().front() == '.') it.disable_recursion_pending();
    if (it->is_regular_file(code) && is_transcript_name(it->path())) {
      found.push_back({it->path().string(), it->path().lexically_relative(directory).string()});
    }
  }
  if (code) {
    out.errors.push_back({ErrorCode::kIo, fmt::format("the directory cannot be read: {}", code.message()), directory.string(), 0, ""});
    return;
  }
  if (found.empty()) {
    out.errors.push_back({ErrorCode::kIo, "the directory holds no transcripts", directory.string(), 0, "transcripts end in .txt, .text, .md, .markdown, .transcript, .vtt, .srt or .docx; name JSON files by a pattern, such as 'dir/*.json'"});
    return;
  }
  std::sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
  out.files.insert(out.files.end(), found.begin(), found.end());
}

/// A name in the same directory that is close to the missing one.
std::string missing_file_hint(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code code;
  const fs::path directory = path.has_parent_path() ? path.parent_path() : fs::path(".");
  for (fs::directory_iterator it(directory, code); !code && it != fs::directory_iterator(); it.increment(code)) {
    if (it->path().filename() != path.filename()) names.push_back(it->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  if (!path.has_parent_path()) {
    std::vector<std::string> known;
    for (const Command& command : commands()) known.emplace_back(command.name);
    const auto near = text::closest(path.string(), known);
    if (near && path.string().size() > 2) return fmt::format("did you mean the command '{}'?", *near);
  }
  const auto near = text::closest(path.filename().string(), names);
  return near ? fmt::format("did you mean '{}'?", (path.has_parent_path() ? path.parent_path() / *near : fs::path(*near)).string()) : "check the path";
}

bool collect_glob(const std::string& pattern, Inputs& out) {
  if (pattern.find_first_of("*?[") == std::string::npos) return false;
  glob_t matches{};
  const bool any = glob(pattern.c_str(), 0, nullptr, &matches) == 0;
  for (std::size_t i = 0; any && i < matches.gl_pathc; ++i) {
    const std::string path = matches.gl_pathv[i];
    if (fs::is_directory(path)) collect_directory(path, out);
    else out.files.push_back({path, fs::path(path).filename().string()});
  }
  globfree(&matches);
  return any;
}

struct FileCloser {
  void operator()(std::FILE* f) const { std::fclose(f); }
};

}  // namespace

Inputs collect_inputs(const std::vector<std::string>& arguments) {
  Inputs out;
  for (const std::string& argument : arguments) {
    std::error_code code;
    const fs::path path(argument);
    if (argument == "-") out.files.push_back({"-", "stdin"});
    else if (fs::is_directory(path, code)) collect_directory(path, out);
    else if (fs::exists(path, code)) out.files.push_back({argument, path.filename().string()});
    else if (!collect_glob(argument, out)) out.errors.push_back({ErrorCode::kIo, "no such file or directory", argument, 0, missing_file_hint(path)});
  }
  return out;
}

Result<std::string> read_file(const std::string& path) {
  const std::string shown = path == "-" ? "<stdin>" : path;
  std::unique_ptr<std::FILE, FileCloser> owned;
  std::FILE* file = stdin;
  if (path != "-") {
    owned.reset(std::fopen(path.c_str(), "rb"));
    file = owned.get();
    if (file == nullptr) return tl::unexpected(io_error(shown, "cannot be read", errno, errno == EACCES ? "check its permissions" : ""));
  }
  std::string content;
  std::array<char, 1 << 16> buffer{};
  errno = 0;
  for (;;) {
    const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file);
    content.append(buffer.data(), n);
    if (n < buffer.size()) break;
  }
  if (std::ferror(file) != 0) return tl::unexpected(io_error(shown, "cannot be read", errno));
  return content;
}

namespace {

/// A pipe or a device is written to, not replaced.
Result<void> write_into(const std::string& path, std::string_view content) {
  std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "wb"));
  bool good = file != nullptr && std::fwrite(content.data(), 1, content.size(), file.get()) == content.size();
  good = file != nullptr && std::fclose(file.release()) == 0 && good;
  if (!good) return tl::unexpected(io_error(path, "cannot be written", errno));
  return {};
}

}  // namespace

Result<void> write_file(const std::string& path, std::string_view content) {
  std::error_code code;
  const bool exists = fs::exists(path, code);
  if (exists && !fs::is_regular_file(path, code)) return write_into(path, content);
  const fs::path target(exists && fs::is_symlink(path, code) ? fs::canonical(path, code) : fs::path(path));
  code.clear();
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), code);
  if (code) return tl::unexpected(Error{ErrorCode::kIo, fmt::format("the directory cannot be made: {}", code.message()), target.parent_path().string(), 0, ""});
  std::string beside = target.string() + ".XXXXXX";
  const int descriptor = mkstemp(beside.data());
  if (descriptor < 0) return tl::unexpected(io_error(path, "cannot be written", errno));
  std::unique_ptr<std::FILE, FileCloser> file(fdopen(descriptor, "wb"));
  bool good = file != nullptr && std::fwrite(content.data(), 1, content.size(), file.get()) == content.size();
  good = file != nullptr && std::fclose(file.release()) == 0 && good;
  const int reason = errno;
  if (good) {
    // mkstemp makes files for the owner only; results are ordinary files.
    fs::permissions(beside, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read, code);
    fs::rename(beside, target, code);
    if (!code) return {};
  }
  std::error_code ignored;
  fs::remove(beside, ignored);
  return tl::unexpected(code ? Error{ErrorCode::kIo, fmt::format("cannot be written: {}", code.message()), path, 0, ""} : io_error(path, "cannot be written", reason));
}

Result<std::vector<DataFile>> read_data_directory(const std::string& directory) {
  std::vector<DataFile> out;
  std::error_code code;
  if (!fs::is_directory(directory, code)) return tl::unexpected(io_error(directory, "no such data directory", 0, "--data must name a directory like the project's data/"));
  for (const char* part : {"rubrics", "lexicon", "banks"}) {
    const fs::path below = fs::path(directory) / part;
    for (fs::recursive_directory_iterator it(below, code); !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
      if (!it->is_regular_file(code) || it->path().extension() != ".json") continue;
      auto content = read_file(it->path().string());
      if (!content) return tl::unexpected(content.error());
      out.push_back({it->path().lexically_relative(directory).generic_string(), std::move(*content)});
    }
    code.clear();
  }
  std::sort(out.begin(), out.end(), [](const DataFile& a, const DataFile& b) { return a.path < b.path; });
  return out;
}

}  // namespace te::cli
