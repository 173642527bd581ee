// Turns put together from pieces: when a turn goes on, what lies between the pieces, which labels are one speaker.
#include "parse/speech.h"

#include <fmt/format.h>

#include "support/table.h"
#include "support/transcripts.h"

namespace te::parse {
namespace {

using test::expect_rows;

/// "Ann@1[0-2] one two | Bo@3 three": speaker, line, times and text.
std::string dump(Speech&& speech, const SourcePtr& file) {
  Transcript t;
  t.source = file;
  std::move(speech).finish(t);
  std::string out;
  for (const Turn& turn : t.turns) {
    out += fmt::format("{}{}@{}", out.empty() ? "" : " | ", t.speakers[turn.speaker], turn.line);
    if (turn.start_s || turn.end_s) out += fmt::format("[{}-{}]", turn.start_s.value_or(-1), turn.end_s.value_or(-1));
    if (turn.confidence) out += fmt::format("({:.2f})", *turn.confidence);
    out += " " + test::visible(turn.text);
    EXPECT_EQ(t.locate(turn.text).line, turn.line);
  }
  return out;
}

TEST(Speech, PiecesOfOneSpeakerAreOneTurn) {
  const auto file = test::source_of("one\ntwo\nthree\n");
  const auto line = [&](std::size_t begin, std::size_t size) { return file->text().substr(begin, size); };
  Speech speech(file);
  speech.speaks("Ann", {0.0, 1.0});
  speech.say(line(0, 3));
  speech.heard(0.8);
  speech.speaks("ann", {1.5, 2.0});
  speech.heard(0.6);
  speech.say(line(4, 3));
  speech.speaks("Bo", {});
  speech.say(line(8, 5));
  EXPECT_EQ(dump(std::move(speech), file), "Ann@1[0-2](0.70) one two | Bo@3 three");
}

TEST(Speech, ALongPauseEndsATurn) {
  const auto file = test::source_of("one\ntwo\n");
  for (const auto& [start, expected] : {std::pair{31.0, "A@1[0-32] one two"}, std::pair{31.5, "A@1[0-1] one | A@2[31.5-32] two"}}) {
    Speech speech(file);
    speech.speaks("A", {0.0, 1.0});
    speech.say(file->text().substr(0, 3));
    speech.speaks("A", {start, 32.0});
    speech.say(file->text().substr(4, 3));
    EXPECT_EQ(dump(std::move(speech), file), expected);
  }
}

TEST(Speech, TimesThatRunBackwardsAreTheOutermost) {
  const auto file = test::source_of("one\ntwo\n");
  Speech speech(file);
  speech.speaks("A", {5.0, 6.0});
  speech.say(file->text().substr(0, 3));
  speech.speaks("A", {2.0, 3.0});
  speech.say(file->text().substr(4, 3));
  EXPECT_EQ(dump(std::move(speech), file), "A@1[2-6] one two");
}

TEST(Speech, TurnsWithoutWordsAreLeftOut) {
  const auto file = test::source_of(" \none\n");
  Speech speech(file);
  speech.speaks("A");
  speech.say(file->text().substr(0, 1));
  speech.speaks("B");
  speech.speaks("C");
  speech.blank('\n');
  speech.say(file->text().substr(2, 3));
  EXPECT_EQ(dump(std::move(speech), file), "C@2 one");
  EXPECT_EQ(dump(Speech(file), file), "");
}

TEST(Speakers, ShortNamesBelongToTheOneLongNameTheyGoWith) {
  const auto united = [](std::string_view labels) {
    Transcript t;
    Speakers speakers;
    for (std::size_t begin = 0; begin < labels.size();) {
      const std::size_t end = std::min(labels.find(',', begin), labels.size());
      Turn turn;
      turn.speaker = speakers.index_of(labels.substr(begin, end - begin));
      t.turns.push_back(turn);
      begin = end + 1;
    }
    t.speakers = speakers.labels();
    unite_short_names(t);
    std::string out;
    for (const Turn& turn : t.turns) out += (out.empty() ? "" : ",") + t.speakers[turn.speaker];
    return out;
  };
  expect_rows({{"Anna Mills,Bo,Mills,Bo", "Anna Mills,Bo,Anna Mills,Bo"},
               {"Dr. Mills,Bo,Anna Mills,Bo,Anna,Bo", "Anna Mills,Bo,Anna Mills,Bo,Anna Mills,Bo"},
               {"MR. SMITH,Bo,Smith,Bo", "MR. SMITH,Bo,MR. SMITH,Bo"},
               {"Anna Mills,Mills,Anna Mills,Mills", "Anna Mills,Mills,Anna Mills,Mills"},
               {"Anna Mills,Bo,Tom Mills,Bo,Mills", "Anna Mills,Bo,Tom Mills,Bo,Mills"},
               {"Anna Mills,Bo,Mil,Bo", "Anna Mills,Bo,Mil,Bo"}},
              united);
}

}  // namespace
}  // namespace te::parse
