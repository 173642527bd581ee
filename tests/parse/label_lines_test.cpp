// Which lines have the shape of a label, and where its parts are.
#include "parse/label_lines.h"

#include "support/table.h"

namespace te::parse {
namespace {

using test::expect_rows;

/// "name|remark|text"; "-" where there is no label.
std::string label_of(std::string_view line) {
  const std::vector<LabelLine> labels = find_label_lines({Line{line, {}, 1}});
  if (labels.empty()) return "-";
  return std::string(labels[0].name) + "|" + std::string(labels[0].remark) + "|" + std::string(labels[0].text);
}

TEST(LabelLines, ANameStandsBeforeAColon) {
  expect_rows({{"Ann: Why?", "Ann||Why?"},
               {"Zoë O’Hara-Li, Jr.:  Why?", "Zoë O’Hara-Li, Jr.||Why?"},
               {"Ann 2:", "Ann 2||"},
               {"日本: x", "日本||x"},
               {"Ann\u00a0:\u202fWhy?", "Ann||Why?"},
               {"Ann (pauses): Why?", "Ann|pauses|Why?"},
               {"Ann (at 3:15) : Why?", "Ann|at 3:15|Why?"},
               {"std::min", "-"},
               {"Ann:Why?", "-"},
               {"Ann (pauses: Why?", "-"},
               {"Ann (a) (b): Why?", "-"},
               {"2 Ann: Why?", "-"},
               {"Ann [1]: Why?", "-"},
               {"Ann", "-"},
               {"", "-"}},
              label_of);
}

TEST(LabelLines, MarksOfMarkdownStandAroundIt) {
  expect_rows({{"**Ann:** Why?", "Ann||Why?"},
               {"**Ann**: Why?", "Ann||Why?"},
               {"- ## __Ann__ : Why?", "Ann||Why?"},
               {"> Ann: **Why** not?", "Ann||**Why** not?"},
               {"**Ann (pauses)** : _ Why?", "Ann|pauses|Why?"},
               {"-Ann: Why?", "Ann||Why?"},
               {"* * Ann: Why?", "-"},
               {"####### Ann: Why?", "-"},
               {"Ann ****: Why?", "-"}},
              label_of);
}

}  // namespace
}  // namespace te::parse
