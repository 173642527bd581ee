// The documents: what they name exists.
#include <filesystem>
#include <set>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "support/samples.h"

namespace te::test {
namespace {

std::string source_file(const std::string& path) { return file_content(std::string(TE_SOURCE_DIR) + "/" + path); }

TEST(Docs, TheOptionTableIsTheProgramsOwn) {
  static const RE2 kRow(R"re((?m)^\| (?:`-[a-z]`, )?`(--[a-z-]+))re");
  static const RE2 kDeclared(R"re("(?:-[a-z],)?(--[a-z-]+)")re");
  const auto names = [](const std::string& text, const RE2& shape) {
    std::set<std::string> out;
    re2::StringPiece rest(text);
    std::string name;
    while (RE2::FindAndConsume(&rest, shape, &name)) out.insert(name);
    return out;
  };
  std::set<std::string> declared = names(source_file("src/cli/options.cpp"), kDeclared);
  declared.insert("--help");
  EXPECT_EQ(names(source_file("README.md"), kRow), declared);
}

TEST(Docs, LinksLeadToFiles) {
  static const RE2 kLink(R"(\]\(([^)#:]+)(?:#[^)]*)?\))");
  int links = 0;
  for (const std::string path : {"README.md", "docs/batch.md", "docs/rubric.md", "docs/json.md", "docs/csv.md", "docs/job.md", "docs/parsing.md", "docs/architecture.md", "docs/reports.md", "docs/performance.md", "bench/RESULTS.md"}) {
    const std::string text = source_file(path);
    const std::string folder = path.substr(0, path.find('/') == std::string::npos ? 0 : path.find('/') + 1);
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
