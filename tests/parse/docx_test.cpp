// Word documents: paragraphs, breaks, tables, what is left out, damaged and hostile archives.
#include <fmt/format.h>

#include "support/table.h"
#include "support/transcripts.h"
#include "support/word.h"

namespace te {
namespace {

using test::expect_rows;
using test::parse;

std::string dump(const Result<Transcript>& t) {
  if (!t) return fmt::format("error: {} {}", code_name(t.error().code), t.error().message);
  return t->format + " " + test::dump_turns(t);
}

TEST(Docx, ParagraphsAreLinesOfAnyTextFormat) {
  const auto turns = [](std::string_view lines) { return dump(parse(test::docx_of_lines(lines))); };
  expect_rows({{"Interviewer: Why?\nCandidate: R&D <b>.\nSo.", "docx Interviewer 1-1@1 Why? | Candidate 2-3@2 R&D <b>./So."},
               {"Talk of Monday\n\nAnn Moe   0:03~Why?\nBo Li   0:09~Because.\nBo Li   0:12~So.", "docx Ann Moe 4-4@4 Why? | Bo Li 6-8@6 Because./So."},
               {"0:0:1.0 --> 0:0:2.5\nAnn Moe\nWhy?\n0:0:3.0 --> 0:0:4.5\nBo Li\nBecause.\n0:0:5.0 --> 0:0:6.5\nBo Li\nYes.\n0:0:7.0 --> 0:0:8.5\nAnn Moe\nOk.", "docx Ann Moe 3-3@3 Why? | Bo Li 6-9@6 Because. Yes. | Ann Moe 12-12@12 Ok."},
               {"We met and spoke.\nIt went well.", "error: no-dialogue no dialogue was found"}},
              turns);
}

std::string p(std::string_view words) { return fmt::format("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", words); }

std::string table(std::initializer_list<std::initializer_list<std::string_view>> rows) {
  std::string xml = "<w:tbl>";
  for (const auto& row : rows) {
    xml += "<w:tr>";
    for (const auto& cell : row) xml += "<w:tc>" + p(cell) + "</w:tc>";
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

TEST(Docx, RowsOfATable) {
  EXPECT_EQ(dump(parse(test::docx_of(table({{"Interviewer", "Why?"}, {"Candidate:", "Because."}})))), "docx Interviewer 1-1@1 Why? | Candidate 2-2@2 Because.");
  EXPECT_EQ(dump(parse(test::docx_of(table({{"1.", "00:01", "Ann Moe", "Why?"}, {"2.", "00:05", "Bo Li", "Because."}})))), "docx Ann Moe 1-1@1 Why? | Bo Li 2-2@2 Because.");
  EXPECT_EQ(dump(parse(test::docx_of(p("Notes") + table({{"Interviewer", "Why?"}}) + table({{"Candidate", "So."}, {"Interviewer", "And?"}})))), "docx Interviewer 2-2@2 Why? | Candidate 3-3@3 So. | Interviewer 4-4@4 And?");
}

TEST(Docx, DeletedTextAndFallbacksAreLeftOut) {
  const std::string xml = p("Interviewer: Why?") +
                          "<w:p><w:r><w:t>Candidate: It was </w:t></w:r><w:del><w:r><w:delText>bad</w:delText><w:t>bad</w:t></w:r></w:del><w:r><w:t>good</w:t></w:r>"
                          "<mc:AlternateContent><mc:Choice><w:t>.</w:t></mc:Choice><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:p>";
  EXPECT_EQ(dump(parse(test::docx_of(xml))), "docx Interviewer 1-1@1 Why? | Candidate 2-2@2 It was good.");
}

TEST(Docx, StatesTitleAndDayOfItself) {
  const auto properties = [](std::string_view xml) {
    const auto t = parse(test::docx_of(p("Interviewer: Why?") + p("Candidate: So."), std::string(xml)));
    return t->properties.title + "|" + t->properties.created;
  };
  expect_rows({{"", "|"},
               {"<cp:coreProperties><dc:title> Talk with&#10;Bo &amp; Ann </dc:title><dcterms:created>2024-05-12T10:00:00Z</dcterms:created></cp:coreProperties>", "Talk with Bo & Ann|2024-05-12"},
               {"<x><title>Talk</title><created>last week</created></x>", "Talk|"},
               {"<x><title>" + std::string(1000, 'a') + "</title><created>2024-05-12</created></x>", "|2024-05-12"},
               {"<x><title>Talk", "|"},
               {"<x><title>" + std::string(3 << 20, ' ') + "</title></x>", "|"}},
              properties);
}

TEST(Docx, EntitiesOfADocumentTypeAreNotExpanded) {
  std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]><w:document><w:body>";
  xml += p("Interviewer: &b;?") + p("Candidate: &f;.") + "</w:body></w:document>";
  EXPECT_EQ(dump(parse(test::zip_of({{"word/document.xml", xml}}))), "docx Interviewer 1-1@1 &b;? | Candidate 2-2@2 &f;.");
}

TEST(Docx, RefusesWhatIsDamagedOrHostile) {
  const std::string good = test::docx_of_lines("Interviewer: Why?\nCandidate: So.");
  EXPECT_EQ(dump(parse(good.substr(0, good.size() / 2))), "error: bad-input the document is damaged: its zip archive cannot be read");
  EXPECT_EQ(dump(parse("PK\x03\x04")), "error: bad-input the document is damaged: its zip archive cannot be read");
  EXPECT_EQ(dump(parse(test::zip_of({{"xl/workbook.xml", "<x/>"}}))), "error: bad-input this zip archive is no Word document");
  EXPECT_EQ(dump(parse(test::zip_of({{"word/document.xml", "<w:p><w:t>Ann"}}))).substr(0, 42), "error: bad-input the document is damaged: ");
  EXPECT_EQ(dump(parse(test::zip_of({{"word/document.xml", std::string(3 << 20, ' ')}}))), "error: bad-input the document unpacks to more than 1 MB");
  EXPECT_EQ(dump(parse("Ann: Why?", "docx")), "error: bad-input this is no Word document");
}

TEST(Docx, NestingIsBounded) {
  std::string xml;
  for (int i = 0; i < 20'000; ++i) xml += "<w:p><w:r><w:t>Interviewer: a</w:t></w:r>";
  for (int i = 0; i < 20'000; ++i) xml += "</w:p>";
  EXPECT_EQ(dump(parse(test::docx_of(xml))).substr(0, 6), "error:");
}

}  // namespace
}  // namespace te
