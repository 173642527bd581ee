// samples.h: the transcripts of data/samples as test input.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace te::test {

struct Sample {
  std::string name;  ///< file name without extension
  std::string path;
  std::string text;
};

/// For the names of parameterized tests.
inline void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.name; }

/// All of them, sorted by name. Never empty.
const std::vector<Sample>& samples();
const Sample& sample(const std::string& name);

/// The bytes of a file; throws when there is none, which fails the test.
std::string file_content(const std::string& path);

}  // namespace te::test
