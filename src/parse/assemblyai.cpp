// AssemblyAI: {"utterances": [{"speaker": "A", "text": "...", "start": milliseconds, "end": ..., "confidence": 0.97}]}.
#include "parse/formats.h"
#include "parse/json_speech.h"

namespace te::parse {
namespace {

constexpr double kMillisecond = 0.001;

}  // namespace

double detect_assemblyai(const Content& content) {
  if (content.json() == nullptr) return kNo;
  const JsonNode& root = content.json()->root;
  const JsonNode& utterances = root["utterances"];
  const bool listed = utterances.is_array() && !utterances.children.empty() && utterances.children.front()["text"].is_string() && utterances.children.front()["speaker"].is_string();
  // Without speaker labels there are words and a text, but no utterances.
  const bool named = root["audio_url"].is_string() || root["audio_duration"].number() || root["language_model"].is_string();
  return named && (listed || root["words"].is_array()) ? kCertain : listed ? kLikely : kNo;
}

Result<Transcript> parse_assemblyai(const Content& content) {
  const auto root = json_root(content);
  if (!root) return tl::unexpected(root.error());
  Transcript out;
  out.format = "assemblyai";
  Speech speech(content.source());
  for (const JsonNode& utterance : (**root)["utterances"].children) {
    const std::string label = speaker_label(utterance["speaker"]);
    if (!utterance["text"].is_string() || !speech.speaks(label, json_times(utterance["start"], utterance["end"], kMillisecond))) continue;
    if (const auto confidence = utterance["confidence"].number()) speech.heard(*confidence);
    say_json(utterance["text"], *content.source(), speech);
  }
  return finish_speech(content, std::move(speech), std::move(out), "transcribe again with speaker_labels set to true");
}

}  // namespace te::parse
