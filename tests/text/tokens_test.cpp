// Words, numbers and signs: technical names, figures, apostrophes, Markdown, code.
#include "text/tokens.h"

#include "support/table.h"

namespace te::text {
namespace {

using test::expect_rows;

/// Tokens as written: "#" before numbers, "~" between glued ones, "/" for a break, "`" behind code.
std::string dump(std::string_view text) {
  Vocabulary vocabulary;
  const TokenizedText t = tokenize(text, vocabulary);
  std::string out;
  for (const Token& token : t.tokens) {
    if (!out.empty()) out += token.glued && token.kind != TokenKind::kBreak ? "~" : " ";
    if (token.kind == TokenKind::kBreak) {
      out += "/";
      continue;
    }
    out += (token.kind == TokenKind::kNumber ? "#" : "") + std::string(t.slice(token)) + (token.code ? "`" : "");
  }
  return out;
}

/// The folded words that the tokens are known by.
std::string words(std::string_view text) {
  Vocabulary vocabulary;
  const TokenizedText t = tokenize(text, vocabulary);
  std::string out;
  for (const Token& token : t.tokens) {
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber) out += (out.empty() ? "" : " ") + std::string(vocabulary.text(token.word));
  }
  return out;
}

TEST(Tokens, KeepsTechnicalNamesWhole) {
  expect_rows({{"C++ and C#", "C++ and C#"},
               {"c++, f#.", "c++~, f#~."},
               {"C++17", "C++~#17"},
               {".NET Core", ".NET Core"},
               {"on .NET.", "on .NET~."},
               {"Node.js", "Node~.~js"},
               {"GPT-4", "GPT~-~#4"},
               {"T5 and k8s", "T5 and k8s"},
               {"4-bit", "#4~-~bit"},
               {"CI/CD", "CI~/~CD"},
               {"snake_case_name", "snake_case_name"},
               {"a + b", "a + b"},
               {"R&D", "R~&~D"},
               {"naïve Bayes", "naïve Bayes"},
               {"東京 office", "東京 office"}},
              dump);
}

TEST(Tokens, ReadsFiguresAsOne) {
  expect_rows({{"10,000 users", "#10,000 users"},
               {"99.9%", "#99.9~%"},
               {"1.2 million", "#1.2 million"},
               {"at 10:30,", "at #10:30~,"},
               {"3.", "#3~."},
               {"20k", "#20~k"},
               {"1st", "#1~st"},
               {"$5", "$~#5"},
               {"2019-2021", "#2019~-~#2021"},
               {"v1.2", "v1~.~#2"}},
              dump);
}

TEST(Tokens, FoldsWords) {
  expect_rows({{"Don’t PANIC", "don't panic"},
               {"It's the teams' job", "it's the teams job"},
               {"42 and 7.5", "42 and 7.5"},
               {"Élan VITAL", "élan vital"},
               {"C++ C# .NET", "c++ c# .net"},
               {"One two THREE four Five.\n\nSix SEVEN eight Nine ten\n\n- Eleven\n- TWELVE O’Clock", "one two three four five six seven eight nine ten eleven twelve o'clock"}},
              words);
}

TEST(Tokens, StepsOverMarkdown) {
  expect_rows({{"**bold** word", "bold word"},
               {"**bold**, then", "bold~, then"},
               {"_soft_ and *slanted*", "soft and slanted"},
               {"~~gone~~", "gone"},
               {"# Heading", "Heading"},
               {"### Deep heading\ntext", "Deep heading text"},
               {"#hashtag", "#~hashtag"},
               {"- one\n- two", "one / two"},
               {"* one\n* two", "one / two"},
               {"+ one\n+ two", "one / two"},
               {"• one\n• two", "one / two"},
               {"1. one\n2) two", "one / two"},
               {"Steps:\n  - one", "Steps~: / one"}},
              dump);
}

TEST(Tokens, MarksCode) {
  expect_rows({{"call `run()` twice", "call run`~(`~)` twice"},
               {"``run()`` twice", "run`~(`~)` twice"},
               {"before\n```sql\nSELECT 1;\n```\nafter", "before / sql` / SELECT` #1`~;` / after"},
               {"```\na: b\n\nc\n```", "a`~:` b` / c` /"},
               {"an ` alone\n\nnext", "an alone` / next"}},
              dump);
}

TEST(Tokens, BreaksAtParagraphsAndFinishedLines) {
  expect_rows({{"one\ntwo", "one two"},
               {"one\r\ntwo", "one two"},
               {"one\n\ntwo", "one / two"},
               {"one\r\n\r\ntwo", "one / two"},
               {"one\n \t\ntwo", "one / two"},
               {"one.\ntwo", "one~. / two"},
               {"one?\r\ntwo", "one~? / two"},
               {"**one:**\ntwo", "one~: / two"},
               {"\n\none", "one"},
               {"one\n\n", "one /"}},
              dump);
}

TEST(Tokens, SurvivesOddInput) {
  expect_rows({{"", ""},
               {" \t\r\n ", ""},
               {"...", "..."},
               {"a...b", "a~...~b"},
               {"?!?", "?~!~?"},
               {"🙂 ok", "🙂 ok"},
               {"\xEF\xBB\xBFstart", "start"},
               {"no\xC2\xA0" "break", "no break"},
               {"'quoted'", "'~quoted~'"},
               {"````", ""},
               {"-", "-"},
               {"___", ""},
               {"a\tb", "a b"}},
              dump);
}

TEST(Tokens, OffsetsAreExactAndInOrder) {
  const std::string text = "**Ünïcode** words, `code` &\r\n\r\n1. a 4-bit list…\n```\nx = 1\n```\nend.";
  Vocabulary vocabulary;
  const TokenizedText t = tokenize(text, vocabulary);
  std::uint32_t counted = 0;
  for (std::size_t i = 0; i < t.tokens.size(); ++i) {
    const Token& token = t.tokens[i];
    EXPECT_LE(token.begin, token.end);
    EXPECT_LE(token.end, text.size());
    EXPECT_GE(token.begin, i == 0 ? 0 : t.tokens[i - 1].end) << t.slice(token);
    EXPECT_EQ(t.slice(token).empty(), token.kind == TokenKind::kBreak);
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber) ++counted;
  }
  EXPECT_EQ(t.words, counted);
}

TEST(Tokens, MarksUpperCaseBegins) {
  Vocabulary vocabulary;
  const TokenizedText t = tokenize("We use Kafka and gRPC", vocabulary);
  std::string upper;
  for (const Token& token : t.tokens) upper += token.upper ? 'U' : 'l';
  EXPECT_EQ(upper, "UlUll");
}

}  // namespace
}  // namespace te::text
