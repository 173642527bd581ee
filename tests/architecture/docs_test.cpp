// The documents: what they name exists.
#include <filesystem>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "support/samples.h"

namespace te::test {
namespace {

std::string source_file(const std::string& path) { return file_content(std::string(TE_SOURCE_DIR) + "/" + path); }

TEST(Docs, ReadmeNamesOptionsThatExist) {
  const std::string readme = source_file("README.md");
  const std::string known = source_file("src/cli/options.cpp") + source_file("scripts/check") + "--help --cflags --libs --no-";
  static const RE2 kOption(R"((--[a-z][a-z-]+))");
  re2::StringPiece rest(readme);
  std::string option;
  int options = 0;
  while (RE2::FindAndConsume(&rest, kOption, &option)) {
    ++options;
    EXPECT_NE(known.find(option), std::string::npos) << option;
  }
  EXPECT_GT(options, 20);
}

TEST(Docs, LinksLeadToFiles) {
  static const RE2 kLink(R"(\]\(([^)#:]+)(?:#[^)]*)?\))");
  int links = 0;
  for (const std::string path : {"README.md", "docs/rubric.md", "docs/json.md", "docs/architecture.md"}) {
    const std::string text = source_file(path);
    const std::string folder = path.find('/') == std::string::npos ? "" : "docs/";
    re2::StringPiece rest(text);
    std::string target;
    while (RE2::FindAndConsume(&rest, kLink, &target)) {
      ++links;
      EXPECT_TRUE(std::filesystem::exists(std::string(TE_SOURCE_DIR) + "/" + folder + target)) << path << ": " << target;
    }
  }
  EXPECT_GT(links, 5);
}

}  // namespace
}  // namespace te::test
