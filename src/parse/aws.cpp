// AWS Transcribe: {"results": {"items": [...], "speaker_labels": {...}}}: words and punctuation with times, and apart from
// them who speaks when. Newer files also name the speaker in each item; separate channels come as channel labels.
#include <algorithm>
#include <unordered_map>

#include "parse/formats.h"
#include "parse/json_speech.h"

namespace te::parse {
namespace {

/// Speaker by the start time of a word, as written.
std::unordered_map<std::string, std::string> speakers_by_start(const JsonNode& results) {
  std::unordered_map<std::string, std::string> out;
  for (const JsonNode& segment : results["speaker_labels"]["segments"].children) {
    for (const JsonNode& item : segment["items"].children) {
      const JsonNode& label = item["speaker_label"].is_string() ? item["speaker_label"] : segment["speaker_label"];
      out.try_emplace(item["start_time"].name(), label.name());
    }
  }
  return out;
}

struct Item {
  const JsonNode* node;
  std::string speaker;
  double start_s;
};

/// All items with their speakers, in the order of speech. Punctuation goes with the word before it.
std::vector<Item> items_of(const JsonNode& results) {
  std::vector<Item> out;
  const auto by_start = speakers_by_start(results);
  const auto add = [&](const JsonNode& items, const std::string& channel) {
    std::string speaker = channel;
    double start_s = 0;
    for (const JsonNode& item : items.children) {
      const bool word = item["start_time"].number().has_value();
      if (word) start_s = *item["start_time"].number();
      if (word && channel.empty()) {
        const auto known = by_start.find(item["start_time"].name());
        if (item["speaker_label"].is_string()) speaker = item["speaker_label"].name();
        else if (known != by_start.end()) speaker = known->second;
      }
      out.push_back({&item, speaker, start_s});
    }
  };
  const JsonNode& channels = results["channel_labels"]["channels"];
  for (const JsonNode& channel : channels.children) add(channel["items"], channel["channel_label"].name());
  if (out.empty()) {
    add(results["items"], {});
  } else {
    std::stable_sort(out.begin(), out.end(), [](const Item& a, const Item& b) { return a.start_s < b.start_s; });
  }
  return out;
}

}  // namespace

double detect_aws(const Content& content) {
  if (content.json() == nullptr) return kNo;
  const JsonNode& results = content.json()->root["results"];
  const JsonNode& items = results["items"];
  const bool listed = items.is_array() && !items.children.empty() && items.children.front()["alternatives"].is_array();
  return listed || results["speaker_labels"].is_object() || results["channel_labels"].is_object() ? kCertain : kNo;
}

Result<Transcript> parse_aws(const Content& content) {
  const auto root = json_root(content);
  if (!root) return tl::unexpected(root.error());
  Transcript out;
  out.format = "aws";
  Speech speech(content.source());
  for (const Item& item : items_of((**root)["results"])) {
    const JsonNode& alternatives = (*item.node)["alternatives"];
    if (alternatives.children.empty()) continue;
    const JsonNode& best = alternatives.children.front();
    const bool punctuation = (*item.node)["type"].text == "punctuation";
    if (punctuation && speech.silent()) continue;
    if (!punctuation) {
      if (!speech.speaks(item.speaker, json_times((*item.node)["start_time"], (*item.node)["end_time"]))) continue;
      if (const auto confidence = best["confidence"].number()) speech.heard(*confidence);
    }
    say_json(best["content"], *content.source(), speech);
  }
  return finish_speech(content, std::move(speech), std::move(out), "transcribe again with ShowSpeakerLabels and MaxSpeakerLabels set");
}

}  // namespace te::parse
