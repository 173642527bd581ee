#include "cli/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>


namespace te::cli {
namespace {

namespace fs = std::filesystem;

Error io_error(const std::string& path, const std::string& what, int code, std::string hint = {}) {
  return {ErrorCode::kIo, code == 0 ? what : fmt::format("{}: {}", what, std::strerror(code)), path, 0, std::move(hint)};
}

Error too_large(const std::string& path) { return {ErrorCode::kBadInput, fmt::format("the file is larger than {} MiB", kLargestFile >> 20), path, 0, "no transcript is; split it"}; }

constexpr std::size_t kBlock = std::size_t{1} << 16;

struct FileCloser {
  void operator()(std::FILE* f) const { std::fclose(f); }
};

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const std::string shown = path == "-" ? "<stdin>" : path;
  std::unique_ptr<std::FILE, FileCloser> owned;
  std::FILE* file = stdin;
  if (path != "-") {
    owned.reset(std::fopen(path.c_str(), "rb"));
    file = owned.get();
    if (file == nullptr) return tl::unexpected(io_error(shown, "cannot be read", errno, errno == EACCES ? "check its permissions" : ""));
  }
  struct stat info {};
  const std::size_t expected = fstat(fileno(file), &info) == 0 && S_ISREG(info.st_mode) ? static_cast<std::size_t>(info.st_size) : 0;
  if (expected > kLargestFile) return tl::unexpected(too_large(shown));
  std::string content;
  errno = 0;
  for (std::size_t read = 1; read > 0 && content.size() <= kLargestFile;) {
    // One byte more than is expected shows that there is no more.
    const std::size_t before = content.size();
    content.resize(before + (expected >= before ? expected - before + 1 : kBlock));
    read = std::fread(content.data() + before, 1, content.size() - before, file);
    content.resize(before + read);
  }
  if (std::ferror(file) != 0) return tl::unexpected(io_error(shown, "cannot be read", errno));
  if (content.size() > kLargestFile) return tl::unexpected(too_large(shown));
  return content;
}

namespace {

/// A pipe or a device is written to, not replaced.
Result<FileStamp> write_into(const std::string& path, std::string_view content) {
  std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "wb"));
  bool good = file != nullptr && std::fwrite(content.data(), 1, content.size(), file.get()) == content.size();
  good = file != nullptr && std::fclose(file.release()) == 0 && good;
  if (!good) return tl::unexpected(io_error(path, "cannot be written", errno));
  return FileStamp{};
}

}  // namespace

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return FileStamp{static_cast<std::uint64_t>(info.st_size), info.st_mtim.tv_sec * kNanoseconds + info.st_mtim.tv_nsec};
}

Result<FileStamp> write_file(const std::string& path, std::string_view content) {
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
    const FileStamp stamp = stamp_of(beside).value_or(FileStamp{});
    fs::rename(beside, target, code);
    if (!code) return stamp;
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
