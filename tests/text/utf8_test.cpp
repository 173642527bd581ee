// UTF-8: what is valid, what becomes of broken sequences, folding, trimming, character classes.
#include "text/utf8.h"

#include <fmt/format.h>

#include "support/table.h"

namespace te::text {
namespace {

using test::expect_rows;
using namespace std::string_view_literals;

std::string validity(std::string_view bytes) { return is_valid_utf8(bytes) ? "valid" : "broken"; }

/// The repaired text with '?' for each U+FFFD, and where these stand.
std::string repaired(std::string_view bytes) {
  const Repaired r = repair_utf8(bytes);
  std::string out;
  for (std::size_t i = 0; i < r.text.size(); ++i) {
    const bool mark = r.text.compare(i, 3, "\xEF\xBF\xBD") == 0;
    out.push_back(mark ? '?' : r.text[i]);
    i += mark ? 2 : 0;
  }
  for (const auto offset : r.replaced_at) out += fmt::format(" {}", offset);
  return out;
}

TEST(Utf8, TellsValidFromBroken) {
  expect_rows({{"", "valid"},
               {"plain", "valid"},
               {"\0 is a character"sv, "valid"},
               {"Zürich, Ærø, 東京, Ωmega, 🙂", "valid"},
               {"\xEF\xBB\xBFmark", "valid"},
               {"\xF4\x8F\xBF\xBF", "valid"},      // U+10FFFF
               {"\xF4\x90\x80\x80", "broken"},     // beyond it
               {"\xED\xA0\x80", "broken"},         // a surrogate
               {"\xC0\x80", "broken"},             // overlong NUL
               {"\xE0\x80\xAF", "broken"},         // overlong slash
               {"caf\xE9", "broken"},              // Latin-1
               {"\x93quoted\x94", "broken"},       // Windows-1252
               {"\xE2\x82", "broken"},             // cut off
               {"\xF0\x9F\x99", "broken"},
               {"ok \x80 ok", "broken"},
               {"\xFE\xFF", "broken"}},
              validity);
}

TEST(Utf8, CountsTheAsciiBytesInFront) {
  const auto counted = [](std::string_view bytes) { return fmt::format("{}{}", ascii_prefix(bytes), is_ascii(bytes) ? " all" : ""); };
  expect_rows({{"", "0 all"},
               {"short", "5 all"},
               {"eight by", "8 all"},
               {"longer than eight", "17 all"},
               {"é", "0"},
               {"café", "3"},
               {"a long line — cut", "12"},
               {"sixteen or more\x80", "15"},
               {"\0\x7F\xFF"sv, "2"}},
              counted);
}

TEST(Utf8, FindsTheBrokenByteWhereverItStands) {
  for (std::size_t before = 0; before < 20; ++before) {
    const std::string good = std::string(before, 'x') + "é";
    EXPECT_TRUE(is_valid_utf8(good + "y")) << before;
    EXPECT_FALSE(is_valid_utf8(good + "\x80y")) << before;
    EXPECT_FALSE(is_valid_utf8(good.substr(0, before + 1))) << before;
  }
}

TEST(Utf8, ReplacesEachMaximalBrokenPart) {
  expect_rows({{"fine", "fine"},
               {"caf\xE9 au lait", "caf? au lait 3"},
               {"\x93yes\x94", "?yes? 0 6"},
               {"a\xE2\x82z", "a?z 1"},                   // one cut sequence is one mark
               {"\xF0\x9F\x99", "? 0"},
               {"\x80\x80", "?? 0 3"},                    // stray continuation bytes are one each
               {"\x93\x94", "?? 0 3"},
               {"\xC0\xAF", "?? 0 3"},                    // no prefix of any valid sequence
               {"\xED\xA0\x80", "??? 0 3 6"},
               {"\xE2\xE2\x82\xAC", "?€ 0"},
               {"é\xFFé", "é?é 2"}},
              repaired);
}

TEST(Utf8, RepairsToValidTextWithMarksWhereItSays) {
  std::string bytes;
  for (int c = 1; c < 256; ++c) {
    bytes.push_back(static_cast<char>(c));
    bytes.push_back(static_cast<char>(255 - c));
  }
  const Repaired r = repair_utf8(bytes);
  EXPECT_TRUE(is_valid_utf8(r.text));
  EXPECT_GE(r.replaced_at.size(), 100U);
  for (const auto at : r.replaced_at) EXPECT_EQ(r.text.substr(at, 3), "\xEF\xBF\xBD") << at;
}

TEST(Utf8, FoldsCaseAndApostrophes) {
  expect_rows({{"Kubernetes", "kubernetes"},
               {"GPT-4o", "gpt-4o"},
               {"ÉCOLE", "école"},
               {"ΔΙΚΤΥΟ", "δικτυο"},
               {"ПРОЕКТ", "проект"},
               {"don’t", "don't"},
               {"‘twas", "'twas"},
               {"isnʼt", "isn't"},
               {"東京", "東京"},
               {"", ""}},
              folded);
}

TEST(Utf8, TrimsWhiteSpaceOfAllKinds) {
  expect_rows({{"  a b \t\r\n", "a b"},
               {"\xC2\xA0no-break\xC2\xA0", "no-break"},
               {"\xEF\xBB\xBFmark", "mark"},
               {" \xC2\xA0 \t", ""},
               {"", ""},
               {"x", "x"}},
              [](std::string_view s) { return std::string(trimmed(s)); });
}

TEST(Utf8, JoinsLinesForQuoting) {
  expect_rows({{"one\n two\r\n\r\n  three ", "one two three"}, {"a\t\tb", "a b"}, {"\n", ""}, {"é\nè", "é è"}, {"a b c", "a b c"}, {"a\tb", "a b"}, {"a b  c\vd", "a b c d"}}, single_line);
}

TEST(Utf8, LeavesCarriageReturnsOut) {
  expect_rows({{"a\r\nb\rc", "a\\nbc"}, {"a\nb", "a\\nb"}, {"", ""}}, [](std::string_view s) { return test::visible(without_returns(s)); });
}

TEST(Utf8, ComparesAsciiWithoutCase) {
  EXPECT_TRUE(equals_ignoring_case("Interview Transcript", "INTERVIEW transcript"));
  EXPECT_FALSE(equals_ignoring_case("note", "notes"));
  EXPECT_TRUE(starts_with_ignoring_case("Hello there", "hELLO"));
  EXPECT_FALSE(starts_with_ignoring_case("Hell", "hello"));
  EXPECT_TRUE(starts_with_ignoring_case("anything", ""));
}

TEST(Utf8, KnowsLettersAndSpaces) {
  struct Case {
    std::string_view text;
    bool letter;
    bool space;
  };
  for (const Case& c : {Case{"a", true, false}, Case{"7", true, false}, Case{"é", true, false}, Case{"語", true, false}, Case{"\xCC\x81", true, false},  // combining acute
                        Case{"’", false, false}, Case{"—", false, false}, Case{"🙂", false, false}, Case{"-", false, false}, Case{" ", false, true},
                        Case{"\xC2\xA0", false, true}, Case{"\xE2\x80\x83", false, true}, Case{"\xE2\x80\xA8", false, true}, Case{"\xEF\xBB\xBF", false, true}}) {
    const CodePoint cp = code_point_at(c.text, 0);
    EXPECT_EQ(cp.size, c.text.size()) << c.text;
    EXPECT_EQ(is_word_code_point(cp.value), c.letter) << c.text;
    EXPECT_EQ(is_space_code_point(cp.value), c.space) << c.text;
  }
}

TEST(Utf8, KnowsKindsOfLetters) {
  struct Case {
    std::string_view text;
    bool letter;
    bool number;
    bool upper;
    bool capital;
  };
  for (const Case& c : {Case{"a", true, false, false, false}, Case{"A", true, false, true, true}, Case{"É", true, false, true, true}, Case{"ß", true, false, false, false}, Case{"ǅ", true, false, false, true},
                        Case{"語", true, false, false, true}, Case{"7", false, true, false, false}, Case{"²", false, true, false, false}, Case{"\xCC\x81", false, false, false, false}, Case{"’", false, false, false, false}}) {
    const char32_t value = code_point_at(c.text, 0).value;
    EXPECT_EQ(is_letter_code_point(value), c.letter) << c.text;
    EXPECT_EQ(is_number_code_point(value), c.number) << c.text;
    EXPECT_EQ(is_upper_code_point(value), c.upper) << c.text;
    EXPECT_EQ(is_capital_code_point(value), c.capital) << c.text;
  }
}

TEST(Utf8, LowersAsciiByteForByte) {
  EXPECT_EQ(in_lower_case("AbÉ-Z9"), "abÉ-z9");
  for (int byte = 0; byte < 0x100; ++byte) {
    for (std::size_t at = 0; at < 18; ++at) {
      std::string text = "@AZ[`az{\xFF@AZ[`az{\xFF";
      std::string lower = "@az[`az{\xFF@az[`az{\xFF";
      text[at] = static_cast<char>(byte);
      lower[at] = ascii_lower(static_cast<char>(byte));
      EXPECT_EQ(in_lower_case(text), lower) << byte << " at " << at;
    }
  }
}

TEST(Utf8, PassesSpaceAtTheBegin) {
  expect_rows({{" \t\r\n\f\va b ", "a b "}, {"a", "a"}, {"  ", ""}, {"", ""}}, [](std::string_view s) { return std::string(without_leading_space(s)); });
  EXPECT_EQ(behind_space("ab  c", 2), 4U);
}

}  // namespace
}  // namespace te::text
