// Deepgram: {"results": {"utterances": [...]}}, or the words or paragraphs of each channel. Words of several channels
// without diarization are put in the order of their times, each channel a speaker.
#include <algorithm>

#include <fmt/format.h>

#include "parse/formats.h"
#include "parse/json_speech.h"

namespace te::parse {
namespace {

struct Piece {
  std::string label;
  Times times;
  const JsonNode* text = nullptr;
  std::optional<double> confidence;
};

class Deepgram {
 public:
  explicit Deepgram(const JsonNode& results) : channels_(results["channels"]), several_(channels_.children.size() > 1) {
    if (!utterances(results["utterances"])) {
      for (std::size_t c = 0; c < channels_.children.size(); ++c) channel(channels_.children[c], c);
    }
    if (!several_) return;
    // Channels are recorded side by side.
    std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) { return a.times.start_s.value_or(0) < b.times.start_s.value_or(0); });
  }

  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  /// The label of something said; empty when nothing tells.
  [[nodiscard]] std::string label(const JsonNode& said, std::size_t channel) const {
    if (several_) return fmt::format("Channel {}", channel);
    return speaker_label(said["speaker"]);
  }

  void add(const JsonNode& said, const JsonNode& text, std::string label) {
    if (!text.is_string()) return;
    pieces_.push_back({std::move(label), json_times(said["start"], said["end"]), &text, said["confidence"].number()});
  }

  bool utterances(const JsonNode& list) {
    for (const JsonNode& said : list.children) {
      add(said, said["transcript"], label(said, static_cast<std::size_t>(std::clamp(said["channel"].number().value_or(0), 0.0, 99.0))));
    }
    // Utterances without speakers, where the words may have them.
    if (std::all_of(pieces_.begin(), pieces_.end(), [](const Piece& piece) { return piece.label.empty(); })) pieces_.clear();
    return !pieces_.empty();
  }

  void channel(const JsonNode& channel, std::size_t index) {
    const JsonNode& alternatives = channel["alternatives"];
    if (alternatives.children.empty()) return;
    const JsonNode& best = alternatives.children.front();
    const std::size_t before = pieces_.size();
    for (const JsonNode& word : best["words"].children) add(word, word["punctuated_word"].is_string() ? word["punctuated_word"] : word["word"], label(word, index));
    if (pieces_.size() > before) return;
    for (const JsonNode& paragraph : best["paragraphs"]["paragraphs"].children) {
      for (const JsonNode& sentence : paragraph["sentences"].children) add(sentence, sentence["text"], label(paragraph, index));
    }
  }

  const JsonNode& channels_;
  bool several_;
  std::vector<Piece> pieces_;
};

}  // namespace

double detect_deepgram(const Content& content) {
  if (content.json() == nullptr) return kNo;
  const JsonNode& results = content.json()->root["results"];
  const bool utterances = results["utterances"].is_array() && !results["utterances"].children.empty() && results["utterances"].children.front()["transcript"].is_string();
  const bool channels = results["channels"].is_array() && !results["channels"].children.empty() && results["channels"].children.front()["alternatives"].is_array();
  return utterances || channels ? kCertain : kNo;
}

Result<Transcript> parse_deepgram(const Content& content) {
  const auto root = json_root(content);
  if (!root) return tl::unexpected(root.error());
  Transcript out;
  out.format = "deepgram";
  Speech speech(content.source());
  const Deepgram deepgram((**root)["results"]);
  for (const Piece& piece : deepgram.pieces()) {
    if (!speech.speaks(piece.label, piece.times)) continue;
    if (piece.confidence) speech.heard(*piece.confidence);
    say_json(*piece.text, *content.source(), speech);
  }
  return finish_speech(content, std::move(speech), std::move(out), "transcribe again with diarize=true");
}

}  // namespace te::parse
