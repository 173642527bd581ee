// Whole outputs of the samples, as people see them. TE_UPDATE_GOLDEN=1 writes them anew; read the difference before you commit it.
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "support/outcomes.h"
#include "support/samples.h"

namespace te::test {
namespace {

class EverySampleGolden : public testing::TestWithParam<Sample> {};
INSTANTIATE_TEST_SUITE_P(Samples, EverySampleGolden, testing::ValuesIn(samples()), [](const auto& info) { return replaced(info.param.name, "-", "_"); });

TEST_P(EverySampleGolden, TextReport) {
  const std::string path = std::string(TE_SOURCE_DIR) + "/tests/golden/" + GetParam().name + ".txt";
  const std::string now = find_format("text")->render(evaluated(GetParam().text));
  if (std::getenv("TE_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << now;
  EXPECT_EQ(now, file_content(path));
}

TEST_P(EverySampleGolden, SameInputSameBytes) {
  for (const OutputFormat& format : output_formats()) {
    EXPECT_EQ(format.render(evaluated(GetParam().text)), format.render(evaluated(GetParam().text))) << format.name;
  }
}

}  // namespace
}  // namespace te::test
