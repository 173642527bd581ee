// Runs the fuzz target over files: the fixtures of all formats, and every input that fuzzing found to break something.
#include <filesystem>

#include <gtest/gtest.h>

#include "fuzz/target.h"
#include "support/samples.h"

namespace te::test {
namespace {

namespace fs = std::filesystem;

TEST(Fuzz, EverythingRunsOnTheCorpus) {
  int files = 0;
  for (const char* folder : {"/tests/fuzz/corpus", "/tests/parse/fixtures"}) {
    for (const auto& entry : fs::recursive_directory_iterator(std::string(TE_SOURCE_DIR) + folder)) {
      if (!entry.is_regular_file()) continue;
      SCOPED_TRACE(entry.path().string());
      run_everything(file_content(entry.path().string()));
      ++files;
    }
  }
  EXPECT_GT(files, 50);
}

}  // namespace
}  // namespace te::test
