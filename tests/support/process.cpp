#include "support/process.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/samples.h"

extern char** environ;

namespace te::test {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }
  void close() {
    if (value_ >= 0) ::close(value_);
    value_ = -1;
  }

 private:
  int value_;
};

int open_terminal() {
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) fail("posix_openpt");
  return terminal;
}

/// Everything that the program prints on the terminal, with "\r\n" as "\n" again.
std::string read_terminal(int terminal) {
  std::string out;
  char buffer[4096];
  for (;;) {
    const ssize_t n = ::read(terminal, buffer, sizeof buffer);
    if (n <= 0) break;  // EIO when the other end is closed
    out.append(buffer, static_cast<std::size_t>(n));
  }
  std::erase(out, '\r');
  return out;
}

std::vector<std::string> environment_with(const std::map<std::string, std::string>& added) {
  std::vector<std::string> out;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const std::string name = text.substr(0, text.find('='));
    if (name != "NO_COLOR" && name != "TERM" && name != "COLUMNS" && added.count(name) == 0) out.push_back(text);
  }
  for (const auto& [name, value] : added) out.push_back(name + "=" + value);
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& s : strings) out.push_back(s.data());
  out.push_back(nullptr);
  return out;
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) fail("waitpid");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TemporaryDirectory::TemporaryDirectory() : path_(fs::temp_directory_path() / "transcript-eval-test-XXXXXX") {
  if (mkdtemp(path_.data()) == nullptr) fail("mkdtemp");
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void TemporaryDirectory::write(const std::string& relative, std::string_view content) const {
  const fs::path path = fs::path(path_) / relative;
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

std::string TemporaryDirectory::read(const std::string& relative) const { return file_content((fs::path(path_) / relative).string()); }

bool TemporaryDirectory::has(const std::string& relative) const { return fs::exists(fs::path(path_) / relative); }

std::string TemporaryDirectory::files() const {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(path_)) {
    if (!entry.is_directory()) found.push_back(entry.path().lexically_relative(path_).string());
  }
  std::sort(found.begin(), found.end());
  std::string out;
  for (const auto& name : found) out += (out.empty() ? "" : " ") + name;
  return out;
}

ProgramRun run_program(const std::string& program, const std::vector<std::string>& arguments, const TemporaryDirectory& directory, const RunOptions& options) {
  // Standard streams go through files outside the directory, so that they are no inputs and no pipe can fill up.
  const TemporaryDirectory streams;
  streams.write("in", options.input);
  streams.write("out", "");
  streams.write("err", "");
  Descriptor terminal(options.terminal ? open_terminal() : -1);
  const std::string out = options.terminal ? ptsname(terminal.get()) : streams.path() + "/out";
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, (streams.path() + "/in").c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_NOCTTY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (streams.path() + "/err").c_str(), O_WRONLY, 0);
  posix_spawn_file_actions_addchdir_np(&actions, directory.path().c_str());
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = environment_with(options.environment);
  pid_t child = 0;
  errno = posix_spawn(&child, program.c_str(), &actions, nullptr, pointers(words).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (errno != 0) fail("posix_spawn");
  ProgramRun run;
  if (options.terminal) run.out = read_terminal(terminal.get());
  run.status = wait_for(child);
  if (!options.terminal) run.out = streams.read("out");
  run.err = streams.read("err");
  return run;
}

}  // namespace te::test
