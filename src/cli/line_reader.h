// line_reader.h: the lines of a file or pipe, for as long as nobody interrupts.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace te::cli {

class LineReader {
 public:
  /// "-" is standard input.
  explicit LineReader(const std::string& path);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  [[nodiscard]] bool is_open() const { return file_ >= 0; }
  /// The next line without its end; false at the end of the input and after an interruption, also while it waits.
  bool next(std::string& line);

 private:
  bool fill();

  int file_ = -1;
  std::array<char, 1 << 16> buffer_{};
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace te::cli
