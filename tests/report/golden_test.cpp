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

/// What the format makes of the sample now and what it made of it before.
void expect_golden(const Sample& sample, const std::string& format, const std::string& extension) {
  const std::string path = std::string(TE_SOURCE_DIR) + "/tests/golden/" + sample.name + extension;
  const std::string now = find_format(format)->render(evaluated(sample.text));
  if (std::getenv("TE_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << now;
  // Whole pages: a test's message that prints both helps nobody.
  EXPECT_TRUE(now == file_content(path)) << path << " differs; write it anew with TE_UPDATE_GOLDEN=1 and read the difference";
}

TEST_P(EverySampleGolden, TextReport) { expect_golden(GetParam(), "text", ".txt"); }

class EveryFormatGolden : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Formats, EveryFormatGolden, testing::Values("html", "markdown", "csv", "feedback"), [](const auto& info) { return info.param; });

TEST_P(EveryFormatGolden, OfASmallSample) { expect_golden(sample("java-developer-junior-weak"), GetParam(), std::string(".") + GetParam()); }

TEST_P(EverySampleGolden, SameInputSameBytes) {
  for (const OutputFormat& format : output_formats()) {
    EXPECT_EQ(format.render(evaluated(GetParam().text)), format.render(evaluated(GetParam().text))) << format.name;
  }
}

}  // namespace
}  // namespace te::test
