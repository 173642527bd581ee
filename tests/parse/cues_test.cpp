// WebVTT and SubRip: who speaks in a cue, which cues make a turn, tags and entities, what is no speech.
#include "parse/clock.h"

#include <fmt/format.h>

#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;
using test::parse;

std::string times(const Transcript& t) {
  std::string out;
  for (const Turn& turn : t.turns) {
    out += fmt::format("{}{}-{}", out.empty() ? "" : " ", turn.start_s.value_or(-1), turn.end_s.value_or(-1));
    if (turn.confidence) out += fmt::format("({:.2f})", *turn.confidence);
  }
  return out;
}

/// Format and turns of a text with cues; "0>" stands for the times of a cue, each a second later.
std::string cues(std::string_view text) {
  std::string written;
  int second = 0;
  for (const char c : text) {
    if (c == '@') {
      written += fmt::format("00:00:{:02}.000 --> 00:00:{:02}.000", second, second + 1);
      ++second;
    } else {
      written += c;
    }
  }
  const auto t = parse(written);
  return (t ? t->format + " " : "") + test::dump_turns(t);
}

TEST(Clock, ReadsTimes) {
  const auto clock = [](std::string_view s) {
    const auto value = parse::consume_clock(s);
    return value ? fmt::format("{:.3f} [{}]", *value, s) : "none";
  };
  expect_rows({{"0:03", "3.000 []"},
               {"00:01:02.500 x", "62.500 [ x]"},
               {"1:02:03,25", "3723.250 []"},
               {"75:30", "4530.000 []"},
               {"1:75:30", "none"},
               {"0:61", "none"},
               {"12:34:56:78", "none"},
               {"9", "none"},
               {"", "none"}},
              clock);
}

TEST(WebVtt, NamesInFrontOfTheWords) {
  expect_rows({{"WEBVTT\n\n1\n@\nAnn Moe: Why?\n\n2\n@\nBo Li: Because.\n", "webvtt Ann Moe 5-5@5 Why? | Bo Li 9-9@9 Because."},
               {"WEBVTT\n\n@\nAnn Moe: Why\n\n@\nAnn Moe: that?\n\n@\nBo Li: Because.\n", "webvtt Ann Moe 4-7@4 Why that? | Bo Li 10-10@10 Because."},
               {"WEBVTT\n\n@\nAnn: Why\nso late?\n\n@\nBo: Be\ncause.\n\n@\nso.", "webvtt Ann 4-5@4 Why so late? | Bo 8-12@8 Be cause. so."},
               {"WEBVTT\n\n@\nAnn: Why?\n\n@\nBo: Well.\n\n@\nNote: it broke.\n\n@\nAnn: And?\n", "webvtt Ann 4-4@4 Why? | Bo 7-10@7 Well. Note: it broke. | Ann 13-13@13 And?"},
               {"WEBVTT\n\n@\nAnn: Why?\n\n@\nBo: Two things\n\n@\nspeed: it is fast\n\n@\nAnn: And?\n", "webvtt Ann 4-4@4 Why? | Bo 7-10@7 Two things speed: it is fast | Ann 13-13@13 And?"},
               {"WEBVTT\n\n@\n[SPEAKER_00]: Why?\n\n@\n[SPEAKER_01]: Because.\n", "webvtt SPEAKER_00 4-4@4 Why? | SPEAKER_01 7-7@7 Because."},
               {"WEBVTT - call\nKind: captions\n\n@\nDr. Mills: Why?\n\n@\nBo: So.\n\n@\nDR MILLS: Ok.\n", "webvtt Dr. Mills 5-5@5 Why? | Bo 8-8@8 So. | Dr. Mills 11-11@11 Ok."}},
              cues);
}

TEST(WebVtt, DisplayNamesOfAnyKind) {
  expect_rows({{"WEBVTT\n\n@\nAnn Moe (she/her): Why?\n\n@\nBo | Tallow: So.\n\n@\nAnn Moe: Ok.\n", "webvtt Ann Moe 4-4@4 Why? | Bo | Tallow 7-7@7 So. | Ann Moe 10-10@10 Ok."},
               {"WEBVTT\n\n@\nann: why?\n\n@\niPhone of bo: so.\n\n@\nann: and?\n\n@\niPhone of bo: ok.\n", "webvtt ann 4-4@4 why? | iPhone of bo 7-7@7 so. | ann 10-10@10 and? | iPhone of bo 13-13@13 ok."}},
              cues);
}

TEST(WebVtt, CaptionsWithTheLabelsOfTheReferenceDocument) {
  expect_rows({{"WEBVTT\n\n@\nAI Recruiter: Why?\n\n@\nCandidate: So.\n", "webvtt AI Recruiter 4-4@4 Why? | Candidate 7-7@7 So."},
               {"1\n@\nAI Recruiter: Why?\n\n2\n@\nCandidate: So.\n", "subrip AI Recruiter 3-3@3 Why? | Candidate 7-7@7 So."}},
              cues);
}

TEST(WebVtt, Voices) {
  expect_rows({{"WEBVTT\n\nb1-0\n@\n<v Ann Moe>Why?</v>\n\n@\n<v Bo Li>Be</v>\n\n@\n<v Bo Li>cause: no.</v>\n", "webvtt Ann Moe 5-5@5 Why? | Bo Li 8-11@8 Be cause: no."},
               {"WEBVTT\n\n@\n<v.loud Ann>Why?\nWhen?\n\n@\n<v Bo>Because.", "webvtt Ann 4-5@4 Why? When? | Bo 8-8@8 Because."},
               {"WEBVTT\n\n@\n<v Ann>Why?</v> <v Bo>Because.</v>\n", "webvtt Ann 4-4@4 Why? | Bo 4-4@4 Because."},
               {"WEBVTT\n\n@\n<v Ann>Task: why?</v>\n\n@\n<v Bo>Kafka: because.\nKafka: it scales.</v>\n", "webvtt Ann 4-4@4 Task: why? | Bo 7-8@7 Kafka: because. Kafka: it scales."},
               {"WEBVTT\n\n@\n<v O&apos;Neil &amp; Co>Why?</v>\n\n@\n<v Bo>So.</v>", "webvtt O'Neil & Co 4-4@4 Why? | Bo 7-7@7 So."}},
              cues);
}

TEST(WebVtt, TagsAndEntities) {
  expect_rows({{"WEBVTT\n\n@\nAnn: <i>R&amp;D</i> &lt;b&gt;?\n\n@\nBo: a < b && c > d, <T>, caf&#233;&#xE9;", "webvtt Ann 4-4@4 R&D <b>? | Bo 7-7@7 a < b && c > d, <T>, caféé"},
               {"WEBVTT\n\n@\nAnn: <c.yellow>Why</c><00:00:01.500> <b>now</b>?\n\n@\nBo: &unknown; &#0; &#99999999; x&nbsp;y", "webvtt Ann 4-4@4 Why now? | Bo 7-7@7 &unknown; � � x\xC2\xA0y"}},
              cues);
}

TEST(WebVtt, WhatIsNoSpeech) {
  expect_rows({{"WEBVTT\n\nNOTE\nAnn: a remark\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\n@ align:start\nAnn: Why?\n\n@\nBo: So.", "webvtt Ann 13-13@13 Why? | Bo 16-16@16 So."},
               {"\xEF\xBB\xBFWEBVTT\r\n\r\n@\r\nAnn: Why?\r\n\r\n@\r\nBo: So.\r\n", "webvtt Ann 4-4@4 Why? | Bo 7-7@7 So."},
               {"WEBVTT\r\r@\rAnn: Why?\r\r@\rBo: So.\r", "webvtt Ann 4-4@4 Why? | Bo 7-7@7 So."},
               {"WEBVTT\n\n@\n\n@\nAnn: Why?\n\n@\n   \n\n@\nBo: So.", "webvtt Ann 6-6@6 Why? | Bo 12-12@12 So."}},
              cues);
}

TEST(WebVtt, TimesAndConfidence) {
  const auto dump = [](std::string_view text) { return times(*parse(text)); };
  expect_rows({{"WEBVTT\n\n00:01.000 --> 00:02.000\nAnn: a\n\n01:00:03.500 --> 01:00:04.000\nBo: b", "1-2 3603.5-3604"},
               {"WEBVTT\n\nNOTE Confidence: 0.9\n\n00:01.000 --> 00:02.000\nAnn: a\n\nNOTE Confidence: 0.7\n\n00:02.500 --> 00:04.000\nAnn: b\n\n00:05.000 --> 00:06.000\nBo: b", "1-4(0.80) 5-6"},
               {"WEBVTT\n\n00:05.000 --> 00:04.000\nAnn: a\n\n00:01.000 --> 00:02.000\nAnn: b\n\n00:00.000 --> 00:00.500\nBo: c", "1-4 0-0.5"}},
              dump);
  EXPECT_EQ(test::dump_header(*parse("WEBVTT\n\nNOTE duration:\"00:10:00\"\n\n00:01.000 --> 00:02.000\nAnn: a\n\n00:05.000 --> 00:06.000\nBo: b")), "duration=00:10:00@3");
}

TEST(WebVtt, RefusesSpeechWithoutSpeakers) {
  expect_rows({{"WEBVTT\n\n@\nwhy is that?\n\n@\nbecause of this.\n", "error: no-speakers 4"},
               {"WEBVTT\n\n@\n- Why is that?\n\n@\n- Because: this.\n\n@\nFine\n", "error: no-speakers 4"},
               {"WEBVTT\n\n@\nAnn: Why?\n", "error: one-speaker 4"},
               {"WEBVTT\n", "error: no-dialogue 0"},
               {"WEBVTT\n\n@\n", "error: no-dialogue 0"}},
              cues);
  EXPECT_EQ(parse("WEBVTT\n\n00:01.000 --> 00:02.000\nwhy\n\n00:02.000 --> 00:03.000\nso\n").error().to_string(),
            "test.txt:4: there is speech, but nothing says who speaks (export it with speaker names (speaker identification, diarization), or write the speaker before each turn, as in 'Interviewer: ...')");
}

TEST(SubRip, Cues) {
  expect_rows({{"1\n00:00:01,000 --> 00:00:02,000\nAnn: Why?\n\n2\n00:00:03,000 --> 00:00:04,000\nBo: Be-\n<i>cause</i>.\n", "subrip Ann 3-3@3 Why? | Bo 7-8@7 Be- cause."},
               {"1\n@\nAnn: Why?\n2\n@\nBo: In\n2019\nit was.\n", "subrip Ann 3-3@3 Why? | Bo 6-8@6 In 2019 it was."},
               {"@\n- Ann: Why?\n\n@\n- Bo: So.\n", "subrip Ann 2-2@2 Why? | Bo 5-5@5 So."},
               {"1\n@\nwhy?\n\n2\n@\nso.\n", "error: no-speakers 3"}},
              cues);
}

TEST(SubRip, NamesOnLinesOfTheirOwn) {
  expect_rows({{"@\nAnn Moe\nWhy?\n\n@\nBo Li\nBecause.\n\n@\nBo Li\nYes.\n\n@\nAnn Moe\nOk.\n", "subrip Ann Moe 3-3@3 Why? | Bo Li 7-11@7 Because. Yes. | Ann Moe 15-15@15 Ok."},
               {"@\nWhy\nis that?\n\n@\nIt\nis so.\n\n@\nOh\nwell.\n\n@\nYes\nindeed.\n", "error: no-speakers 2"}},
              cues);
}

}  // namespace
}  // namespace te
