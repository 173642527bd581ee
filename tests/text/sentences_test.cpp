// Where sentences end: abbreviations, ellipses, lower-case speech, missing blanks, lists, code, quotes.
#include "text/tokens.h"

#include "support/table.h"

namespace te::text {
namespace {

using test::expect_rows;

/// Sentences in brackets: "[...?]" asks, "[-...]" is a list item, "[`...]" is code.
std::string dump(std::string_view text) {
  Vocabulary vocabulary;
  const TokenizedText t = tokenize(text, vocabulary);
  std::string out;
  for (const Sentence& s : t.sentences) {
    out += std::string("[") + (s.list_item ? "-" : "") + (s.code ? "`" : "") + test::visible(t.slice(s)) + (s.question ? " ASKS" : "") + "]";
  }
  return out;
}

TEST(Sentences, EndWithTheirSigns) {
  expect_rows({{"It failed. We fixed it.", "[It failed.][We fixed it.]"},
               {"Why? Because it leaks!", "[Why? ASKS][Because it leaks!]"},
               {"no sign at the end", "[no sign at the end]"},
               {"Really?! Yes.", "[Really?! ASKS][Yes.]"},
               {"It is (mostly) done. (I hope.) Next.", "[It is (mostly) done.][(I hope.)][Next.]"},
               {"He said \"stop.\" Then he left.", "[He said \"stop.\"][Then he left.]"},
               {"She asked “why?” We knew.", "[She asked “why?” ASKS][We knew.]"},
               {"", ""},
               {"?!", ""},
               {"...", ""}},
              dump);
}

TEST(Sentences, GoOnAfterAbbreviations) {
  expect_rows({{"Tools, e.g. Kafka and Flink, help.", "[Tools, e.g. Kafka and Flink, help.]"},
               {"That is, i.e. the queue, grew.", "[That is, i.e. the queue, grew.]"},
               {"SQL vs. NoSQL is old.", "[SQL vs. NoSQL is old.]"},
               {"Dr. Osei and Mrs. Lund agreed.", "[Dr. Osei and Mrs. Lund agreed.]"},
               {"Logs, metrics, etc. are kept.", "[Logs, metrics, etc. are kept.]"},
               {"Logs, metrics, etc. We keep all.", "[Logs, metrics, etc.][We keep all.]"},
               {"See No. 5 in fig. 2 for it.", "[See No. 5 in fig. 2 for it.]"},
               {"It took approx. 3 weeks.", "[It took approx. 3 weeks.]"}},
              dump);
}

TEST(Sentences, EndAfterWordsThatOnlyLookLikeAbbreviations) {
  expect_rows({{"No. We rolled it back.", "[No.][We rolled it back.]"},
               {"The answer was no. Then we asked again.", "[The answer was no.][Then we asked again.]"},
               {"So did I. We both left.", "[So did I.][We both left.]"},
               {"It was version 2. Then came 3.", "[It was version 2.][Then came 3.]"}},
              dump);
}

TEST(Sentences, GoOnAfterAnEllipsisInMidSpeech) {
  expect_rows({{"I think... maybe a queue.", "[I think... maybe a queue.]"},
               {"So... I tried again.", "[So... I tried again.]"},
               {"It hung... Then it crashed.", "[It hung...][Then it crashed.]"},
               {"It hung… Then it crashed.", "[It hung…][Then it crashed.]"},
               {"Well… maybe a queue.", "[Well… maybe a queue.]"},
               {"It just stopped...", "[It just stopped...]"}},
              dump);
}

TEST(Sentences, ReadLowerCaseSpeech) {
  expect_rows({{"we used kafka. it was fast. why not?", "[we used kafka.][it was fast.][why not? ASKS]"},
               {"yeah so um we deployed it", "[yeah so um we deployed it]"}},
              dump);
}

TEST(Sentences, SurviveAMissingBlank) {
  expect_rows({{"We shipped.Then it broke.", "[We shipped.][Then it broke.]"},
               {"Node.JS and ASP.NET run.", "[Node.JS and ASP.NET run.]"},
               {"file.Close() fails", "[file.][Close() fails]"},
               {"open config.yaml first", "[open config.yaml first]"},
               {"It grew 3.5 times.", "[It grew 3.5 times.]"},
               {"see example.com/a.b for it", "[see example.com/a.b for it]"}},
              dump);
}

TEST(Sentences, LinesAndParagraphs) {
  expect_rows({{"a wrapped\nline goes on.", "[a wrapped\\nline goes on.]"},
               {"a wrapped\r\nline goes on.", "[a wrapped\\r\\nline goes on.]"},
               {"first part\n\nsecond part", "[first part][second part]"},
               {"first part\r\n\r\nsecond part", "[first part][second part]"},
               {"It ends here.\r\nNext line.", "[It ends here.][Next line.]"},
               {"Two things:\none", "[Two things:][one]"}},
              dump);
}

TEST(Sentences, ListItemsStandAlone) {
  expect_rows({{"- first\n- second", "[-first][-second]"},
               {"* first\n* second", "[-first][-second]"},
               {"+ first\n+ second", "[-first][-second]"},
               {"• first\n• second", "[-first][-second]"},
               {"1. first\n2. second", "[-first][-second]"},
               {"1) first\r\n2) second", "[-first][-second]"},
               {"Order:\n- **Speed:** fast\n- Cost", "[Order:][-Speed:** fast][-Cost]"},
               {"Text\n  - indented", "[Text][-indented]"},
               {"we tried - and failed", "[we tried - and failed]"},
               {"- One. Two.", "[-One.][Two.]"},
               {"## Heading\n\ntext", "[Heading][text]"}},
              dump);
}

TEST(Sentences, CodeIsMarkedLineByLine) {
  expect_rows({{"Run:\n```\nmake all. now\ngo\n```\nDone.", "[Run:][`make all. now][`go][Done.]"}, {"use `a.b` here.", "[use `a.b` here.]"}}, dump);
}

}  // namespace
}  // namespace te::text
