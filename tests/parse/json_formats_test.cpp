// JSON of recognition services, chats and others: speakers, times, confidence, places in the file, what is refused.
#include <fmt/format.h>

#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;
using test::parse;

/// Format, and of each turn speaker, line, times, confidence, text.
std::string turns(std::string_view text) {
  const auto t = parse(text);
  if (!t) return fmt::format("error: {} {} {}", code_name(t.error().code), t.error().line, t.error().message);
  std::string out = t->format;
  for (const Turn& turn : t->turns) {
    out += fmt::format(" | {}@{}", t->speakers[turn.speaker], turn.line);
    if (turn.start_s) out += fmt::format("[{}-{}]", *turn.start_s, turn.end_s.value_or(-1));
    if (turn.confidence) out += fmt::format("({:.2f})", *turn.confidence);
    out += " " + test::visible(turn.text);
  }
  return out;
}

TEST(JsonFormats, AssemblyAi) {
  expect_rows({{R"({"utterances":[{"speaker":"A","text":"Why?","start":1000,"end":2500,"confidence":0.9},
{"speaker":"B","text":"Be","start":3000,"end":3500,"confidence":0.8},{"speaker":"B","text":"cause.","start":3600,"end":4000,"confidence":0.6}]})",
                "assemblyai | Speaker A@1[1-2.5](0.90) Why? | Speaker B@2[3-4](0.70) Be cause."},
               {R"({"audio_url":"x","text":"why so","words":[{"text":"why","start":1,"end":2}],"utterances":null})", "error: no-speakers 0 nothing says who speaks"}},
              turns);
}

TEST(JsonFormats, Deepgram) {
  expect_rows({{R"({"results":{"utterances":[{"speaker":0,"transcript":"Why?","start":1.0,"end":2.5,"confidence":0.9},{"speaker":1,"transcript":"So.","start":3,"end":4,"confidence":0.8}]}})",
                "deepgram | Speaker 0@1[1-2.5](0.90) Why? | Speaker 1@1[3-4](0.80) So."},
               {R"({"results":{"channels":[{"alternatives":[{"transcript":"why so","words":[{"word":"why","punctuated_word":"Why?","start":1,"end":2,"speaker":0,"confidence":0.5},{"word":"so","start":3,"end":4,"speaker":1}]}]}]}})",
                "deepgram | Speaker 0@1[1-2](0.50) Why? | Speaker 1@1[3-4] so"},
               {R"({"results":{"channels":[{"alternatives":[{"paragraphs":{"paragraphs":[{"speaker":0,"sentences":[{"text":"Why?","start":1,"end":2}]},{"speaker":1,"sentences":[{"text":"So.","start":3,"end":4}]}]}}]}]}})",
                "deepgram | Speaker 0@1[1-2] Why? | Speaker 1@1[3-4] So."},
               {R"({"results":{"channels":[{"alternatives":[{"words":[{"word":"why","start":1,"end":2},{"word":"ok","start":9,"end":10}]}]},{"alternatives":[{"words":[{"word":"so","start":3,"end":4}]}]}]}})",
                "deepgram | Channel 0@1[1-2] why | Channel 1@1[3-4] so | Channel 0@1[9-10] ok"},
               {R"({"results":{"channels":[{"alternatives":[{"transcript":"why so","words":[{"word":"why","start":1,"end":2}]}]}]}})", "error: no-speakers 0 nothing says who speaks"}},
              turns);
}

TEST(JsonFormats, TurnsWhoseWordsStandInPieces) {
  expect_rows({{R"({"callTranscripts":[{"callId":"7","transcript":[{"speakerId":"1001","sentences":[{"start":1,"text":"Why?"},{"start":2,"text":"Say it."}]},{"speakerId":"1002","sentences":[{"start":3,"text":"So."}]}]}]})",
                "json | Speaker 1001@1 Why? Say it. | Speaker 1002@1 So."},
               {R"({"data":{"transcript":{"monologues":[{"speaker":{"name":"Ann"},"sentences":[{"text":"Why?"}]},{"speaker":{"name":"Bo"},"sentences":[{"text":"So."}]}]}}})", "json | Ann@1 Why? | Bo@1 So."},
               {R"([{"participant":{"id":1,"name":"Ann"},"words":[{"text":"Why"},{"text":"so?"}]},{"participant":{"id":2,"name":"Bo"},"words":[{"text":"So."}]}])", "json | Ann@1 Why so? | Bo@1 So."}},
              turns);
}

TEST(JsonFormats, QuestionsBesideTheirAnswers) {
  expect_rows({{R"({"candidate_name":"Bo Li","interview":[{"question":"Why?","answer":"So."},{"question":"And?","answer":"Well."}]})", "json | Question@1 Why? | Answer@1 So. | Question@1 And? | Answer@1 Well."},
               {R"([{"q":"Why?","a":"So."},
{"q":"And?","a":"Well."}])", "json | Question@1 Why? | Answer@1 So. | Question@2 And? | Answer@2 Well."}},
              turns);
}

TEST(JsonFormats, AwsTranscribe) {
  expect_rows({{R"({"results":{"speaker_labels":{"segments":[{"speaker_label":"spk_0","items":[{"start_time":"1.0","speaker_label":"spk_0"}]},{"speaker_label":"spk_1","items":[{"start_time":"2.0"},{"start_time":"2.5"}]}]},
"items":[{"type":"pronunciation","start_time":"1.0","end_time":"1.5","alternatives":[{"content":"Why","confidence":"0.9"}]},{"type":"punctuation","alternatives":[{"content":"?","confidence":"0.0"}]},
{"type":"pronunciation","start_time":"2.0","end_time":"2.4","alternatives":[{"content":"So","confidence":"0.8"}]},{"type":"pronunciation","start_time":"2.5","end_time":"2.9","alternatives":[{"content":"it","confidence":"0.6"}]},{"type":"punctuation","alternatives":[{"content":"."}]}]}})",
                "aws | spk_0@2[1-1.5](0.90) Why? | spk_1@3[2-2.9](0.70) So it."},
               {R"({"results":{"items":[{"type":"pronunciation","speaker_label":"spk_0","start_time":"1.0","end_time":"1.5","alternatives":[{"content":"Why"}]},{"type":"pronunciation","speaker_label":"spk_1","start_time":"2.0","end_time":"2.4","alternatives":[{"content":"So"}]}]}})",
                "aws | spk_0@1[1-1.5] Why | spk_1@1[2-2.4] So"},
               {R"({"results":{"channel_labels":{"channels":[{"channel_label":"ch_0","items":[{"type":"pronunciation","start_time":"5.0","end_time":"5.5","alternatives":[{"content":"Why"}]},{"type":"punctuation","alternatives":[{"content":"?"}]}]},{"channel_label":"ch_1","items":[{"type":"pronunciation","start_time":"2.0","end_time":"2.4","alternatives":[{"content":"Hi"}]}]}]},"items":[]}})",
                "aws | ch_1@1[2-2.4] Hi | ch_0@1[5-5.5] Why?"},
               {R"({"results":{"transcripts":[{"transcript":"why so"}],"items":[{"type":"pronunciation","start_time":"1.0","end_time":"1.5","alternatives":[{"content":"why"}]}]}})", "error: no-speakers 0 nothing says who speaks"}},
              turns);
}

TEST(JsonFormats, WhisperX) {
  expect_rows({{R"({"segments":[{"start":1,"end":2,"text":" Why?","speaker":"SPEAKER_00","words":[{"word":"Why?","score":0.9},{"word":"x"}]},{"start":3,"end":4,"text":" Be","speaker":"SPEAKER_01"},{"start":4,"end":5,"text":" cause."}],"language":"en"})",
                "whisperx | SPEAKER_00@1[1-2](0.90) Why? | SPEAKER_01@1[3-5] Be  cause."},
               {R"({"segments":[{"start":1,"end":2,"text":"why","avg_logprob":-0.2},{"start":2,"end":3,"text":"so"}]})", "error: no-speakers 0 nothing says who speaks"}},
              turns);
}

TEST(JsonFormats, Chat) {
  expect_rows({{R"({"messages":[{"role":"system","content":"Be kind."},
{"role":"assistant","content":"Why?"},
{"role":"user","content":[{"type":"text","text":"So."},{"type":"image","url":"x"},{"type":"text","text":"Yes."}]}]})",
                "chat | assistant@2 Why? | user@3 So.\\nYes."},
               {R"([{"role":"assistant","content":"A \"b\"\n\n- c"},{"role":"user","name":"Bo","content":"caf\u00e9 \ud83d\ude00!"}])", "chat | assistant@1 A \"b\"\\n\\n- c | Bo@1 café 😀!"}},
              turns);
  EXPECT_EQ(test::dump_diagnostics(parse(R"([{"role":"assistant","content":"a"},{"role":"tool","content":"x"},{"role":"user","content":"b"}])")->diagnostics), "input.instruction@1");
}

TEST(JsonFormats, AnyListOfTurns) {
  expect_rows({{R"({"transcript":[{"speaker":"Ann","text":"Why?"},{"speaker":"Bo","text":"So."}]})", "json | Ann@1 Why? | Bo@1 So."},
               {R"([{"from":"Ann","value":"Why?"},{"from":"Bo","value":"So."}])", "json | Ann@1 Why? | Bo@1 So."},
               {R"({"data":{"sentences":[{"speaker_name":"Ann","text":"Why?","start_time":"00:01","end_time":2},{"speaker_name":"Bo","text":"So."}]}})", "json | Ann@1[1-2] Why? | Bo@1 So."},
               {R"({"turns":[{"speaker":{"name":"Ann"},"words":"Why?"},{"speaker":{"name":"Bo"},"words":"So."},{"speaker":"","words":"x"},{"speaker":"Bo"}]})", "json | Ann@1 Why? | Bo@1 So.\\nx"},
               {R"({"transcript":[{"text":"Why?"},{"text":"So."}]})", "error: no-speakers 0 nothing says who speaks"},
               {R"({"transcript":"Ann: Why?"})", "error: no-dialogue 0 this JSON holds no list of turns"},
               {R"({"schema":"transcript-eval/result/1","turns":[{"speaker":"Ann","text":"Why?"}]})", "error: bad-input 0 this is a result of transcript-eval, not a transcript"}},
              turns);
  const auto t = parse(R"({"candidate":"Bo Li","job_title":"Nurse","metadata":{"date":"5 May"},"transcript":[{"speaker":"Ann","text":"Why?"},{"speaker":"Bo","text":"So."}]})");
  EXPECT_EQ(test::dump_header(*t), "candidate=Bo Li@1; job title=Nurse@1; date=5 May@1");
  EXPECT_EQ(t->position, "Nurse");
}

TEST(JsonFormats, SpeechThatNamesNobodyIsToldAbout) {
  const auto diagnostics = [](std::string_view text) {
    std::string out;
    const auto t = parse(text);
    for (const Diagnostic& d : t->diagnostics) out += d.code + ": " + d.message + ". ";
    return out;
  };
  expect_rows({{R"({"transcript":[{"text":"x"},{"text":"y"},{"speaker":"Ann","text":"Why?"},{"speaker":"Bo","text":"So."},{"text":"Yes."}]})",
                "input.unnamed-speech: 1 passage names no speaker and went to the one before. input.unnamed-speech: 2 passages name no speaker before the first that is named; left out. "},
               {R"({"segments":[{"start":1,"end":2,"text":"Why?","speaker":"S0"},{"start":2,"end":3,"text":"So."},{"start":3,"end":4,"text":"Yes.","speaker":"S1"}]})", "input.unnamed-speech: 1 passage names no speaker and went to the one before. "}},
              diagnostics);
}

TEST(JsonFormats, PlacesLeadBackThroughEscapes) {
  const std::string text = R"([{"speaker":"Ann","text":"Why?"},{"speaker":"Bo","text":"say \"yes\"\nat the caf\u00e9 \ud83d\ude00 there"}])";
  const auto t = parse(text);
  const auto raw = [&](std::string_view words) {
    const Turn& turn = t->turns[1];
    const Place at = t->locate(turn.text.substr(turn.text.find(words), words.size()));
    return text.substr(at.span.begin, at.span.size());
  };
  expect_rows({{"say", "say"}, {"\"yes\"", R"(\"yes\")"}, {"yes", "yes"}, {"yes\"\nat", R"(yes\"\nat)"}, {"café", R"(caf\u00e9)"}, {"😀 there", R"(\ud83d\ude00 there)"}}, raw);
}

TEST(JsonFormats, BrokenJsonSaysWhere) {
  const std::string deep = R"({"a":)" + std::string(100, '[');
  expect_rows({{"{\"transcript\": [\n{\"speaker\": \"Ann\", \"text\": \"Why", "error: bad-input 2 the JSON ends before it is complete"},
               {"{\"transcript\": [\n{\"speaker\": \"Ann\" \"text\": \"Why?\"}\n]}", "error: bad-input 2 this is not valid JSON"},
               {"[{\"speaker\":\"Ann\",\"text\":\"a\nb\"}]", "error: bad-input 2 this is not valid JSON"},
               {deep, "error: bad-input 1 the JSON is nested more than 64 levels deep"},
               {"{}", "error: no-dialogue 0 this JSON holds no list of turns"}},
              turns);
  EXPECT_EQ(turns("{\"a\":[" + std::string(2'000'100 * 2, ' ') + "]}"), "error: no-dialogue 0 this JSON holds no list of turns");
  std::string many = "[{\"text\":[0";
  for (int i = 0; i < 2'000'000; ++i) many += ",0";
  EXPECT_EQ(turns(many + "]}]"), "error: bad-input 1 the JSON holds more than 2000000 values");
}

TEST(JsonFormats, FormatsAskedForByNameMayNotBeJson) {
  for (const char* name : {"assemblyai", "deepgram", "aws", "whisperx", "chat", "json"}) {
    EXPECT_EQ(test::dump_turns(parse("Ann: Why?\nBo: So.\n", name)), "error: bad-input 1") << name;
    EXPECT_EQ(test::dump_turns(parse("[{}]", name)).substr(0, 9), "error: no") << name;
  }
}

TEST(Formats, EveryExampleIsOfItsFormat) {
  for (const InputFormat& format : input_formats()) {
    const auto t = parse(format.example);
    ASSERT_TRUE(t) << format.name << " " << t.error().to_string();
    // The lines of a Word document are those of any text format.
    EXPECT_EQ(t->format, format.name == "docx" ? "labelled" : format.name);
    EXPECT_GE(t->turns.size(), 2U) << format.name;
  }
}

}  // namespace
}  // namespace te
