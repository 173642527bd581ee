#include "support/samples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace te::test {

std::string file_content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

const std::vector<Sample>& samples() {
  static const std::vector<Sample> kSamples = [] {
    std::vector<Sample> out;
    for (const auto& entry : std::filesystem::directory_iterator(TE_SOURCE_DIR "/data/samples")) {
      if (entry.path().extension() != ".txt") continue;
      out.push_back({entry.path().stem().string(), entry.path().string(), file_content(entry.path().string())});
    }
    std::sort(out.begin(), out.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
    if (out.empty()) throw std::runtime_error("data/samples is empty");
    return out;
  }();
  return kSamples;
}

const Sample& sample(const std::string& name) {
  for (const Sample& s : samples()) {
    if (s.name == name) return s;
  }
  throw std::runtime_error("no sample " + name);
}

}  // namespace te::test
