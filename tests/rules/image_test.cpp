// The compiled rule book is the one that the data files give.
#include "rules/image.h"

#include <gtest/gtest.h>

#include "rules/compiled.h"
#include "support/samples.h"
#include "transcript_eval/render.h"

namespace te {
namespace {

const RuleBookPtr& from_files() {
  static const RuleBookPtr kBook = build_rulebook(embedded_data(), {}).value();
  return kBook;
}

std::string result(const RuleBookPtr& book, const std::string& text) {
  const auto outcome = evaluate_source(SourceText::from_bytes("interview.txt", text).value(), book, {});
  return outcome ? find_format("json")->render(*outcome) : outcome.error().to_string();
}

TEST(RuleBookImage, IsBuiltIn) { EXPECT_FALSE(rules::embedded_image().empty()); }

TEST(RuleBookImage, HoldsWhatTheFilesSay) {
  // Byte for byte: whoever changes the data or how they are compiled gets a new image with the next build.
  EXPECT_TRUE(rules::write_image(*from_files()) == rules::embedded_image());
}

TEST(RuleBookImage, IsTheSameAfterReading) { EXPECT_TRUE(rules::write_image(*rules::read_image(rules::embedded_image())) == rules::embedded_image()); }

TEST(RuleBookImage, EvaluatesLikeTheFiles) {
  const RuleBookPtr built_in = built_in_rulebook();
  for (const auto& sample : test::samples()) EXPECT_EQ(result(built_in, sample.text), result(from_files(), sample.text)) << sample.name;
}

TEST(RuleBookImage, CanBeAddedTo) {
  // A table that looks at the image copies it when it grows.
  const RuleBookPtr book = rules::read_image(rules::embedded_image());
  auto& vocabulary = const_cast<CompiledRules&>(book->compiled()).vocabulary;
  const auto before = vocabulary.size();
  const text::WordId added = vocabulary.intern("zorbulating");
  EXPECT_GE(added, before);
  EXPECT_EQ(vocabulary.text(added), "zorbulating");
  EXPECT_EQ(vocabulary.find("queue"), from_files()->compiled().vocabulary.find("queue"));
}

}  // namespace
}  // namespace te
