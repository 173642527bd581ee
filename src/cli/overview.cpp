#include "cli/overview.h"

#include <filesystem>

#include <fmt/format.h>

#include "cli/files.h"

namespace te::cli {

namespace fs = std::filesystem;

Overview::Overview(const OutputFormat& format, Destination& destination, const RuleBookPtr& book) : destination_(destination) {
  if (format.overview == nullptr || destination.directory().empty()) return;
  make_ = format.overview;
  cohort_.book = book;
  destination.reserve(fmt::format("index{}", format.extension));
}

void Overview::add(Finished& finished) {
  if (finished.error) cohort_.failures.push_back(finished.error->to_string());
  else if (finished.summary) cohort_.members.push_back({std::move(*finished.summary), fs::path(finished.write_to).lexically_relative(destination_.directory()).generic_string()});
}

std::vector<Error> Overview::write() const {
  std::vector<Error> out;
  if (!wanted()) return out;
  for (const NamedFile& file : make_(cohort_)) {
    const std::string path = (fs::path(destination_.directory()) / file.name).string();
    if (destination_.is_transcript(path)) {
      out.push_back({ErrorCode::kIo, "the overview would overwrite a transcript", path, 0, "choose another --output"});
      continue;
    }
    const auto written = write_file(path, file.content);
    if (!written) out.push_back(written.error());
  }
  return out;
}

}  // namespace te::cli
