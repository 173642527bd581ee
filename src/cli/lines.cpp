#include "cli/lines.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "cli/interrupt.h"

namespace te::cli {
namespace {

/// As much as a pipe holds: some ten transcripts, so that handing them to another thread costs little beside reading them.
constexpr std::size_t kBlock = std::size_t{1} << 16;

}  // namespace

std::string_view Lines::take(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  return line;
}

LineReader::LineReader(const std::string& path, std::size_t first) : file_(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)), next_(first) {}

LineReader::~LineReader() {
  if (file_ > STDIN_FILENO) close(file_);
}

bool LineReader::read_more() {
  // The signal may reach another thread than the one that waits here, so that read() alone would go on waiting.
  std::array<pollfd, 2> ready = {{{file_, POLLIN, 0}, {interrupt_descriptor(), POLLIN, 0}}};
  while (poll(ready.data(), ready.size(), -1) < 0) {
    if (errno != EINTR) return false;
  }
  if (interrupted()) return false;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kBlock);
  ssize_t n = 0;
  do n = read(file_, buffer_.data() + before, kBlock);
  while (n < 0 && errno == EINTR && !interrupted());
  error_ = n < 0 && !interrupted() ? errno : 0;
  buffer_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
  return n > 0;
}

/// Hands out the first `end` bytes of the buffer.
void LineReader::hand_out(std::size_t end, Lines& lines) {
  std::string rest = buffer_.substr(end);
  buffer_.resize(end);
  lines = {std::move(buffer_), next_, false};
  buffer_ = std::move(rest);
  next_ += static_cast<std::size_t>(std::count(lines.text.begin(), lines.text.end(), '\n'));
  if (lines.text.back() != '\n') ++next_;
}

/// Forgets the line at hand, of which `end` bytes are read.
bool LineReader::skip_line(std::size_t end, Lines& lines) {
  while (end == buffer_.size()) {
    buffer_.clear();
    if (!read_more()) break;
    end = std::min(buffer_.find('\n'), buffer_.size());
  }
  buffer_.erase(0, end + 1);
  lines = {"", next_++, true};
  return !interrupted() && error_ == 0;
}

bool LineReader::next(Lines& lines) {
  for (std::size_t searched = 0;;) {
    const std::string_view fresh = std::string_view(buffer_).substr(searched);
    const std::size_t first = fresh.find('\n');
    const std::size_t line = first == std::string_view::npos ? buffer_.size() : searched + first;
    if (line > kLongestLine) return skip_line(line, lines);
    if (first != std::string_view::npos) {
      hand_out(searched + fresh.rfind('\n') + 1, lines);
      return true;
    }
    searched = buffer_.size();
    if (read_more()) continue;
    if (buffer_.empty() || interrupted() || error_ != 0) return false;
    hand_out(buffer_.size(), lines);
    return true;
  }
}

}  // namespace te::cli
