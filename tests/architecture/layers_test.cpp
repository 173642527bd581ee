// The layers: a stage sees the nouns, its own folder and what stands below it; never another stage's private header.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "support/samples.h"

namespace te::test {
namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>>& allowed() {
  static const std::map<std::string, std::set<std::string>> kAllowed = {
      {"text", {"text"}},
      {"parse", {"parse", "text"}},
      {"rules", {"rules", "text"}},
      {"structure", {"structure", "rules", "text"}},
      {"check", {"check", "rules", "text"}},
      {"job", {"job", "rules", "text"}},
      {"score", {"score", "rules", "text"}},
      {"report", {"report", "rules", "text"}},
      {"cli", {"cli", "text"}},
  };
  return kAllowed;
}

TEST(Layers, NoStageSeesAnothersPrivateHeaders) {
  static const RE2 kInclude(R"re((?m)^#include "([a-z]+)/)re");
  int files = 0;
  for (const auto& [folder, may_see] : allowed()) {
    for (const auto& entry : fs::directory_iterator(std::string(TE_SOURCE_DIR) + "/src/" + folder)) {
      ++files;
      const std::string content = file_content(entry.path().string());
      re2::StringPiece rest(content);
      std::string seen;
      while (RE2::FindAndConsume(&rest, kInclude, &seen)) {
        EXPECT_EQ(may_see.count(seen), 1U) << entry.path() << " includes " << seen << "/";
      }
    }
  }
  EXPECT_GT(files, 50);
}

TEST(Layers, PublicHeadersSeePublicHeadersOnly) {
  static const RE2 kInclude(R"re((?m)^#include "([^"]+)")re");
  for (const auto& entry : fs::directory_iterator(std::string(TE_SOURCE_DIR) + "/include/transcript_eval")) {
    const std::string content = file_content(entry.path().string());
    re2::StringPiece rest(content);
    std::string seen;
    while (RE2::FindAndConsume(&rest, kInclude, &seen)) EXPECT_EQ(seen.rfind("transcript_eval/", 0), 0U) << entry.path();
  }
}

TEST(Layers, TheLibraryNeitherPrintsNorExits) {
  static const RE2 kImpure(R"((?m)\bstd::(?:cout|cerr|exit|abort|getenv)\b|\bprintf\(|fmt::print|spdlog)");
  for (const auto& [folder, may_see] : allowed()) {
    if (folder == "cli") continue;
    for (const auto& entry : fs::directory_iterator(std::string(TE_SOURCE_DIR) + "/src/" + folder)) {
      EXPECT_FALSE(RE2::PartialMatch(file_content(entry.path().string()), kImpure)) << entry.path();
    }
  }
}

}  // namespace
}  // namespace te::test
