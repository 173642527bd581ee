// WhisperX: {"segments": [{"start": seconds, "end": ..., "text": "...", "speaker": "SPEAKER_00", "words": [...]}]}. A segment
// without speaker goes on with the one before. Whisper itself writes the same without any speaker, which is refused.
#include <cmath>

#include "parse/formats.h"
#include "parse/json_speech.h"

namespace te::parse {
namespace {

/// How sure the recogniser was: the mean of the words' scores, or else the segment's own probability.
std::optional<double> confidence_of(const JsonNode& segment) {
  double sum = 0;
  int scored = 0;
  for (const JsonNode& word : segment["words"].children) {
    const auto score = word["score"].number();
    if (!score) continue;
    sum += *score;
    ++scored;
  }
  if (scored > 0) return sum / scored;
  const auto log_probability = segment["avg_logprob"].number();
  return log_probability && *log_probability <= 0 ? std::optional(std::exp(*log_probability)) : std::nullopt;
}

}  // namespace

double detect_whisperx(const Content& content) {
  if (content.json() == nullptr) return kNo;
  const JsonNode& root = content.json()->root;
  const JsonNode& segments = root["segments"];
  if (!segments.is_array() || segments.children.empty()) return kNo;
  const JsonNode& first = segments.children.front();
  return first["text"].is_string() && first["start"].number() && first["end"].number() ? kCertain : kNo;
}

Result<Transcript> parse_whisperx(const Content& content) {
  const auto root = json_root(content);
  if (!root) return tl::unexpected(root.error());
  Transcript out;
  out.format = "whisperx";
  Speech speech(content.source());
  for (const JsonNode& segment : (**root)["segments"].children) {
    if (!segment["text"].is_string() || !speech.speaks(speaker_label(segment["speaker"]), json_times(segment["start"], segment["end"]))) continue;
    if (const auto confidence = confidence_of(segment)) speech.heard(*confidence);
    say_json(segment["text"], *content.source(), speech);
  }
  return finish_speech(content, std::move(speech), std::move(out), "Whisper alone does not tell speakers apart; transcribe with WhisperX --diarize");
}

}  // namespace te::parse
