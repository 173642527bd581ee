#include "cli/destination.h"

#include <filesystem>

#include <fmt/format.h>

namespace te::cli {
namespace {

namespace fs = std::filesystem;

std::string without_extension(const std::string& relative) { return fs::path(relative).replace_extension().string(); }

}  // namespace

std::string same_file(const std::string& path) {
  std::error_code code;
  const fs::path known = fs::weakly_canonical(path, code);
  return code ? path : known.string();
}

Destination::Destination(std::string output, std::string_view extension, const Inputs& inputs) : output_(std::move(output)), extension_(extension) {
  directory_ = !output_.empty() && output_ != "-" && (inputs.files.size() > 1 || inputs.from_directory || output_.back() == '/' || fs::is_directory(output_));
  for (const Input& input : inputs.files) {
    ++times_[without_extension(input.relative)];
    if (input.path != "-") transcripts_.insert(same_file(input.path));
  }
}

void Destination::reserve(const std::string& name) { given_.insert((fs::path(output_) / name).string()); }

std::string Destination::of(const Input& input) {
  if (output_.empty() || output_ == "-") return {};
  if (!directory_) return output_;
  // Two inputs that differ in their extension only keep it in the result's name; of two of one name one gets a number.
  const std::string stem = without_extension(input.relative);
  const std::string name = (fs::path(output_) / (times_.at(stem) > 1 ? input.relative : stem)).string();
  std::string path = name + extension_;
  for (int n = 2; !given_.insert(path).second; ++n) path = fmt::format("{}-{}{}", name, n, extension_);
  return path;
}

}  // namespace te::cli
