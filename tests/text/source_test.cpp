// The bytes of an input as valid UTF-8: byte order marks, broken bytes and their lines, what is refused.
#include "transcript_eval/source.h"

#include <fmt/format.h>

#include "support/table.h"
#include "support/transcripts.h"
#include "text/hash.h"

namespace te {
namespace {

using test::expect_rows;
using namespace std::string_view_literals;

/// "ok" with diagnostics, or the error.
std::string accepted(std::string_view bytes) {
  const auto source = SourceText::from_bytes("a.txt", std::string(bytes));
  if (!source) return fmt::format("{} {}", code_name(source.error().code), source.error().path);
  std::string out = "ok";
  for (const Diagnostic& d : (*source)->diagnostics()) out += fmt::format(" {}:{} {}", d.line, d.code, d.message.substr(0, 1));
  return out;
}

TEST(Source, RefusesWhatIsNoText) {
  expect_rows({{"", "empty-input a.txt"},
               {" \n\t\r\n", "empty-input a.txt"},
               {"\xEF\xBB\xBF", "empty-input a.txt"},
               {"\xEF\xBB\xBF \n", "empty-input a.txt"},
               {"a\0b"sv, "binary-input a.txt"},
               {"\xFF\xFE\0\0H\0\0\0i\0\0\0"sv, "binary-input a.txt"},
               {"\xFF\xFE\n\0"sv, "empty-input a.txt"},
               {"\x01\x02\x03\x04", "binary-input a.txt"},
               {"%PDF-1.7\n\x01\x02\x03\x04\x05", "binary-input a.txt"},
               {"A long enough line with one stray \x01 sign in it.", "ok"},
               {"\x1b[1mterminal\x1b[0m capture", "ok"},
               {"x", "ok"}},
              accepted);
}

TEST(Source, NamesDocumentsThatAreNoText) {
  const auto message = [](std::string_view bytes) { return SourceText::from_bytes("a", std::string(bytes)).error().to_string(); };
  expect_rows({{"%PDF-1.7 ...", "a: this is a PDF document (save it as .docx or as plain text)"},
               {"\xD0\xCF\x11\xE0\xA1", "a: this is an old Word document (.doc) (save it as .docx or as plain text)"},
               {"{\\rtf1 Ann: Why?}", "a: this is an RTF document (save it as .docx or as plain text)"},
               {"<!DOCTYPE html>\n<p>Ann: Why?", "a: this is a web page (save it as .docx or as plain text)"},
               {"<html><p>Ann: Why?", "a: this is a web page (save it as .docx or as plain text)"},
               {"<?xml version=\"1.0\"?><tt/>", "a: this is an XML document (save it as .docx or as plain text)"}},
              message);
}

TEST(Source, ReportsBrokenBytesWithTheirLine) {
  expect_rows({{"fine é", "ok"},
               {"caf\xE9", "ok 1:input.invalid-utf8 1"},
               {"one\ntwo \x93x\xC3\xA9\x94\nthree", "ok 2:input.invalid-utf8 2"},
               {"one\ntwo \x93x\x94\nthree", "ok 0:input.latin-1 t"},
               {"one\r\n\r\nthree \xFF", "ok 3:input.invalid-utf8 1"},
               {"\xFF\n\xFF\n\xFF", "ok 1:input.invalid-utf8 3"}},
              accepted);
}

TEST(Source, KeepsMarkAndReturnsSoThatOffsetsAreTheFiles) {
  const auto source = test::source_of("\xEF\xBB\xBF" "a\r\nb");
  EXPECT_EQ(source->text().size(), 7U);
  EXPECT_EQ(source->slice({3, 4}), "a");
  EXPECT_EQ(source->slice({6, 7}), "b");
  EXPECT_EQ(source->offset_of(source->text().substr(6)), 6U);
  EXPECT_EQ(source->input_bytes(), 7U);
}

TEST(Source, LinesEndInAnyWay) {
  const auto lines = [](std::string_view text) {
    const auto source = test::source_of(text);
    std::string out;
    for (std::uint32_t i = 0; i < text.size(); ++i) out += fmt::format("{}", source->line_at(i));
    return out;
  };
  expect_rows({{"a\nb\nc", "11223"},
               {"a\r\nb\r\nc", "1112223"},
               {"a\rb\rc", "11223"},
               {"a\r\rb\n\nc\r\n\rd", "11233455567"},
               {"a\n\rb", "1123"},
               {"a\r", "11"},
               {"no end", "111111"}},
              lines);
}

TEST(Source, PlacesOfAReadingAreThoseOfTheFile) {
  //                                    0         10         20
  const auto file = test::source_of("one two\n-->\n3 &amp; four\n");
  const auto reading = SourceText::reading(file, "two 3 & four", {{{0, 3}, {4, 7}}, {{4, 6}, {12, 14}}, {{6, 7}, {14, 19}}, {{7, 12}, {19, 24}}});
  const auto place = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(reading->text().find(words));
    const Place at = reading->place_of({begin, begin + static_cast<std::uint32_t>(words.size())});
    return fmt::format("{} {}", at.line, test::visible(file->slice(at.span)));
  };
  expect_rows({{"two", "1 two"},
               {"wo", "1 wo"},
               {"two ", "1 two"},
               {" 3", "3 3"},
               {"3", "3 3"},
               {"&", "3 &amp;"},
               {"& four", "3 &amp; four"},
               {"our", "3 our"},
               {"two 3", "1 two\\n-->\\n3"}},
              place);
  EXPECT_EQ(reading->line_at(12), 3U);
  EXPECT_EQ(reading->sha256(), file->sha256());
  EXPECT_EQ(reading->input_bytes(), file->input_bytes());
  EXPECT_EQ(reading->path(), "test.txt");
}

TEST(Source, ArchivesAreKeptAsTheyAre) {
  const auto archive = test::source_of("PK\x03\x04\0\xFF"sv);
  EXPECT_EQ(archive->text(), "");
  EXPECT_EQ(archive->archive(), "PK\x03\x04\0\xFF"sv);
  const auto unpacked = SourceText::unpacked(archive, "a\nb");
  EXPECT_EQ(unpacked->line_at(2), 2U);
  EXPECT_EQ(unpacked->input_bytes(), 6U);
}

TEST(Source, NamesTheBytesAsTheyCameIn) {
  const auto source = test::source_of("caf\xE9");
  EXPECT_EQ(source->input_bytes(), 4U);
  EXPECT_EQ(source->text(), "caf\xEF\xBF\xBD");
  EXPECT_EQ(source->sha256(), text::sha256_hex("caf\xE9"));
  EXPECT_EQ(text::sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(text::sha256_base64("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

}  // namespace
}  // namespace te
