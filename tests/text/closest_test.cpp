// "Did you mean": which known name a mistyped one stands for, and when none does.
#include "text/closest.h"

#include "support/table.h"

namespace te::text {
namespace {

using test::expect_rows;

TEST(Closest, FindsTheSlipAndRefusesTheRest) {
  const std::vector<std::string> known = {"--format", "--output", "--position", "--jobs", "--jd", "--quiet"};
  expect_rows({{"--format", "--format"},
               {"--fromat", "--format"},
               {"--formt", "--format"},
               {"--positions", "--position"},
               {"--ouput", "--output"},
               {"--job", "--jobs"},
               {"--jdd", "--jd"},
               {"--jobx", "--jobs"},
               {"--colour-scheme", "nothing"},
               {"--xyzzyx", "nothing"},
               {"", "nothing"}},
              [&](std::string_view word) { return closest(word, known).value_or("nothing"); });
}

TEST(Closest, ASwapOfNeighboursIsOneSlip) {
  const std::vector<std::string> known = {"label", "cause", "kind", "gist"};
  expect_rows({{"lable", "label"}, {"cuase", "cause"}, {"knid", "kind"}, {"gits", "gist"}, {"ikdn", "nothing"}, {"l", "nothing"}}, [&](std::string_view word) { return closest(word, known).value_or("nothing"); });
}

TEST(Closest, TakesTheFirstOfEquallyNearNames) {
  EXPECT_EQ(closest("cat", {"car", "cap"}), "car");
  EXPECT_EQ(closest("cat", {"cap", "car"}), "cap");
}

TEST(Closest, HasNoAnswerWithoutNames) { EXPECT_EQ(closest("anything", {}), std::nullopt); }

}  // namespace
}  // namespace te::text
