// Input that nobody means well with: very long, cut off, full of signs that formats are made of. It is read or refused, and
// what was said stays what was said.
#include <functional>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/samples.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::parse;

struct Shape {
  const char* format;
  const char* before;
  std::function<std::string(int, const std::string& words)> turn;  ///< of Ann or Bo, by turns
  const char* after;
};

const char* name(int i) { return i % 2 == 0 ? "Ann Moe" : "Bo Li"; }
std::string clock(int i) { return fmt::format("{:02}:{:02}:{:02}", i / 3600, i / 60 % 60, i % 60); }

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> kShapes = {
      {"labelled", "", [](int i, const std::string& w) { return fmt::format("{}: {}\n", name(i), w); }, ""},
      {"rev", "", [](int i, const std::string& w) { return fmt::format("[{}] {}: {}\n", clock(i), name(i), w); }, ""},
      {"otter", "", [](int i, const std::string& w) { return fmt::format("{}  {}\n{}\n\n", name(i), clock(i), w); }, ""},
      {"script", "", [](int i, const std::string& w) { return fmt::format("{}\n{}\n\n", name(i), w); }, ""},
      {"meet", "Transcript\n00:00:00\n", [](int i, const std::string& w) { return fmt::format("{}: {}\n", name(i), w); }, ""},
      {"webvtt", "WEBVTT\n\n", [](int i, const std::string& w) { return fmt::format("{}.000 --> {}.500\n<v {}>{}</v>\n\n", clock(i), clock(i), name(i), w); }, ""},
      {"subrip", "", [](int i, const std::string& w) { return fmt::format("{}\n{},000 --> {},500\n{}: {}\n\n", i + 1, clock(i), clock(i), name(i), w); }, ""},
      {"json", "{\"transcript\":[", [](int i, const std::string& w) { return fmt::format("{}{{\"speaker\":\"{}\",\"text\":\"{}\"}}\n", i == 0 ? "" : ",", name(i), w); }, "]}"},
      {"chat", "[", [](int i, const std::string& w) { return fmt::format("{}{{\"role\":\"{}\",\"content\":\"{}\"}}\n", i == 0 ? "" : ",", i % 2 == 0 ? "assistant" : "user", w); }, "]"},
  };
  return kShapes;
}

std::string file_of(const Shape& shape, const std::vector<std::string>& turns) {
  std::string out = shape.before;
  for (std::size_t i = 0; i < turns.size(); ++i) out += shape.turn(static_cast<int>(i), turns[i]);
  return out + shape.after;
}

TEST(Hostile, AHundredThousandTinyTurns) {
  constexpr std::size_t kTurns = 100'000;
  for (const Shape& shape : shapes()) {
    const auto t = parse(file_of(shape, std::vector<std::string>(kTurns, "so")));
    ASSERT_TRUE(t) << shape.format << " " << t.error().to_string();
    EXPECT_EQ(t->format, shape.format);
    EXPECT_EQ(t->turns.size(), kTurns) << shape.format;
  }
}

TEST(Hostile, LinesOfTwoMegabytes) {
  for (const std::string unit : {"word ", "a: ", "1:00 ", "[x] ", "**", "- ", "Ann Moe "}) {
    std::string line;
    while (line.size() < 2'000'000) line += unit;
    for (const Shape& shape : shapes()) {
      const auto t = parse(file_of(shape, {"Why?", "Well, " + line + ".", "And?", "So."}));
      ASSERT_TRUE(t) << shape.format << " " << unit;
      EXPECT_EQ(t->format, shape.format) << unit;
      ASSERT_EQ(t->turns.size(), 4U) << shape.format << " " << unit;
      EXPECT_EQ(t->turns[1].text, "Well, " + line + ".") << shape.format << " " << unit;
    }
    // Without any dialogue the line is refused.
    EXPECT_FALSE(parse(line));
  }
}

TEST(Hostile, WhatImitatesAnotherFormatStaysText) {
  const std::vector<std::string> imitations = {"============================================================", "HR REPORT",          "Score: 5/5",       "### Overall Recommendation",
                                               "[CANDIDATE STRUGGLED]",                                        "Position: Director", "WEBVTT",           "Total Turns: 99",
                                               "Q1 [PROJECT] (Relevance: 1.000)",                              "Decision: hired",    "-----",            "Recommendation: Proceed to next round."};
  for (const Shape& shape : shapes()) {
    const bool one_line = shape.format == std::string("json") || shape.format == std::string("chat");
    for (const std::string& imitation : imitations) {
      const std::string words = "It broke." + std::string(one_line ? "\\n" : "\n") + imitation;
      const auto t = parse(file_of(shape, {"Why?", words, "And?", words, "Ok?", "So."}));
      ASSERT_TRUE(t) << shape.format << " " << imitation;
      EXPECT_EQ(t->format, shape.format) << imitation;
      EXPECT_EQ(t->turns.size(), 6U) << shape.format << " " << imitation;
      EXPECT_NE(t->turns[1].text.find(imitation), std::string_view::npos) << shape.format << " " << imitation;
      EXPECT_TRUE(t->header.empty() && t->sections.empty() && t->position.empty()) << shape.format << " " << imitation;
    }
  }
}

TEST(Hostile, EveryBeginOfAFileIsReadOrRefused) {
  for (const Shape& shape : shapes()) {
    const std::string whole = file_of(shape, {"Why so?", "It broke &amp; fell.", "And then?", "Nothing.", "Ok.", "Bye."});
    for (std::size_t size = 1; size <= whole.size(); ++size) {
      const auto source = SourceText::from_bytes("x", whole.substr(0, size));
      if (!source) continue;
      const auto t = parse_transcript(*source);
      EXPECT_TRUE(t ? t->turns.size() <= 6 : !t.error().hint.empty()) << shape.format << " " << size;
    }
  }
}

TEST(Hostile, ManySpeakersAndKeys) {
  std::string keys;
  std::string speakers;
  for (int i = 0; i < 50'000; ++i) {
    keys += fmt::format("Key{}: value\n", i);
    speakers += fmt::format("Interviewer: Ann{}\nAnn{}: so\nAnn{}: yes\n", i, i, i);
  }
  const auto t = parse(keys + "Interviewer: Why?\nCandidate: So.\nInterviewer: And?\nCandidate: Well.\n");
  ASSERT_TRUE(t);
  EXPECT_EQ(t->turns.size(), 4U);
  EXPECT_TRUE(parse(speakers));
}

TEST(Hostile, ZerosBehindTheBeginAreOrdinaryBytes) {
  const std::string talk = "Interviewer: Why?\nCandidate: " + std::string(70'000, 'a') + std::string(3, '\0') + "b\nInterviewer: And?\nCandidate: So.\n";
  const auto t = parse(talk);
  ASSERT_TRUE(t);
  EXPECT_EQ(t->turns.size(), 4U);
  EXPECT_EQ(t->turns[1].text.size(), 70'004U);
}

}  // namespace
}  // namespace te
