// lines.h: the lines of a file or pipe, many at once, for as long as nobody interrupts.
//
// Is:      reading with large reads. Not mmap: a file that another program cuts short meanwhile would end this one.
// Units:   bytes; lines are counted from 1.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace te::cli {

/// A longer line is not kept: its place is known, its content is lost. More than a week of speech fits in.
inline constexpr std::size_t kLongestLine = std::size_t{16} << 20;

/// Whole lines that follow each other.
struct Lines {
  std::string text;       ///< with their ends; the last line of the input may have none
  std::size_t first = 1;  ///< number of the first of them
  bool too_long = false;  ///< this is one line that was longer than kLongestLine; `text` is empty

  /// Takes the first line out of `rest`, without its end.
  static std::string_view take(std::string_view& rest);
};

class LineReader {
 public:
  /// "-" is standard input. `first` is the number of the first line.
  explicit LineReader(const std::string& path, std::size_t first = 1);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  [[nodiscard]] bool is_open() const { return file_ >= 0; }
  /// The lines that are there, at least one: what a slow pipe brings is not held back until there is more of it.
  /// False at the end of the input, after an error and after an interruption, also while it waits.
  bool next(Lines& lines);
  /// Why reading stopped, as errno has it; 0 at the end of the input.
  [[nodiscard]] int error() const { return error_; }
  /// The number of the last line that was handed out.
  [[nodiscard]] std::size_t last() const { return next_ - 1; }

 private:
  bool read_more();
  void hand_out(std::size_t end, Lines& lines);
  bool skip_line(std::size_t end, Lines& lines);

  int file_ = -1;
  int error_ = 0;
  std::string buffer_;      ///< read, but not yet handed out
  std::size_t next_;        ///< number of its first line
};

}  // namespace te::cli
