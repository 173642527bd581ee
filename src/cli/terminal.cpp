#include "cli/terminal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

#include "transcript_eval/render.h"

namespace te::cli {

std::size_t output_columns() {
  constexpr std::size_t kNarrowest = 40;
  constexpr std::size_t kWidest = 400;
  std::size_t columns = 0;
  if (const char* set = std::getenv("COLUMNS"); set != nullptr) {
    const std::string_view text(set);
    std::from_chars(text.data(), text.data() + text.size(), columns);
  }
  winsize size{};
  if (columns == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  return columns == 0 ? kDefaultColumns : std::clamp(columns, kNarrowest, kWidest);
}

bool errors_on_terminal() { return isatty(STDERR_FILENO) != 0; }

}  // namespace te::cli
