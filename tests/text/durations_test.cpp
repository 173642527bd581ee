// Lengths of time in text.
#include <fmt/format.h>

#include "support/table.h"
#include "text/durations.h"

namespace te::text {
namespace {

/// "[5+ years] 5", "[3 to 4 years] 3-4": what is read as a duration, and the years.
std::string dump(std::string_view s) {
  Vocabulary vocabulary;
  const TokenizedText t = tokenize(s, vocabulary);
  std::string out;
  for (const Duration& d : find_durations(t, vocabulary)) {
    out += fmt::format("{}[{}] {:.3g}", out.empty() ? "" : "; ", t.slice(d.first, d.last), d.years);
    if (d.at_most) out += fmt::format("-{:.3g}", *d.at_most);
  }
  return out;
}

TEST(Durations, AsTheyAreWritten) {
  test::expect_rows({{"five years", "[five years] 5"},
                     {"Five (5) years", "[Five (5) years] 5"},
                     {"5+ years, 2 yrs and 1 year", "[5+ years] 5; [2 yrs] 2; [1 year] 1"},
                     {"3-5 years", "[3-5 years] 3-5"},
                     {"3 – 5 years", "[3 – 5 years] 3-5"},
                     {"three to four years", "[three to four years] 3-4"},
                     {"2 or more years", "[2 or more years] 2"},
                     {"a ten-year career", "[ten-year] 10"},
                     {"1.5 years", "[1.5 years] 1.5"},
                     {"18 months", "[18 months] 1.5"},
                     {"Three YEARS and Six Months", "[Three YEARS] 3; [Six Months] 0.5"},
                     {"two years' experience", "[two years] 2"}},
                    dump);
}

TEST(Durations, NumbersOfOtherThingsAreNone) {
  test::expect_rows({{"five people, 20 tickets", ""}, {"the year 2019", ""}, {"2019 years", ""}, {"0 years", ""}, {"years", ""}, {"5", ""}, {"3 to 5", ""}, {"10,000 years", ""}}, dump);
}

}  // namespace
}  // namespace te::text
