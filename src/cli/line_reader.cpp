#include "cli/line_reader.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "cli/interrupt.h"

namespace te::cli {

LineReader::LineReader(const std::string& path) : file_(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

LineReader::~LineReader() {
  if (file_ > STDIN_FILENO) close(file_);
}

bool LineReader::fill() {
  // The signal may reach another thread than the one that waits here, so that read() alone would go on waiting.
  std::array<pollfd, 2> ready = {{{file_, POLLIN, 0}, {interrupt_descriptor(), POLLIN, 0}}};
  while (poll(ready.data(), ready.size(), -1) < 0) {
    if (errno != EINTR) return false;
  }
  if (interrupted()) return false;
  ssize_t n = 0;
  do n = read(file_, buffer_.data(), buffer_.size());
  while (n < 0 && errno == EINTR && !interrupted());
  at_ = 0;
  end_ = n > 0 ? static_cast<std::size_t>(n) : 0;
  return n > 0;
}

bool LineReader::next(std::string& line) {
  line.clear();
  bool any = false;
  while (at_ < end_ || fill()) {
    any = true;
    const char* begin = buffer_.data() + at_;
    const char* const filled = buffer_.data() + end_;
    const char* stop = std::find(begin, filled, '\n');
    line.append(begin, stop);
    at_ = static_cast<std::size_t>(stop - buffer_.data()) + 1;
    if (stop != filled) return true;
    at_ = end_;
  }
  return any && !interrupted();
}

}  // namespace te::cli
