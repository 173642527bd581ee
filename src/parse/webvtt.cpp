// WebVTT, as exported by Zoom ("Name: words" in cues), Teams ("<v Name>words</v>", GUIDs as cue ids) and recognisers.
#include <optional>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "parse/clock.h"
#include "parse/cues.h"
#include "parse/formats.h"
#include "parse/labels.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

constexpr std::string_view kSignature = "WEBVTT";

/// A block that is no cue: NOTE, STYLE, REGION. `word` stands alone or before a blank.
bool opens(std::string_view line, std::string_view word) {
  return line.substr(0, word.size()) == word && (line.size() == word.size() || text::is_ascii_space(line[word.size()]));
}

class WebVtt {
 public:
  explicit WebVtt(const Content& content) : content_(content) { out_.format = "webvtt"; }

  Result<Transcript> run() {
    const auto& lines = content_.lines();
    std::size_t i = 0;
    while (i < lines.size() && !lines[i].blank()) ++i;  // the signature and what stands with it
    while (i < lines.size()) {
      if (lines[i].blank()) {
        ++i;
      } else {
        i = block(i);
      }
    }
    return finish_cues(content_, std::move(cues_), Markup::kTags, std::move(out_));
  }

 private:
  /// Reads the block that begins with line `i` and returns the index behind it.
  std::size_t block(std::size_t i) {
    const auto& lines = content_.lines();
    const bool speech = !opens(lines[i].text, "NOTE") && !opens(lines[i].text, "STYLE") && !opens(lines[i].text, "REGION");
    if (opens(lines[i].text, "NOTE")) note(lines[i]);
    std::optional<Times> times;
    // Lines before the times are the cue's id.
    for (; i < lines.size() && !lines[i].blank(); ++i) {
      if (const auto found = cue_times(lines[i].text)) {
        times = found;
        confidence_ = std::exchange(noted_confidence_, std::nullopt);
      } else if (speech && times) {
        cues_.push_back({*times, {}, lines[i].text, confidence_, ' '});
      }
    }
    return i;
  }

  /// "NOTE Confidence: 0.93" is about the next cue; "NOTE duration:..." about the recording.
  void note(const Line& line) {
    static const RE2 kNote(R"re(NOTE\s+([A-Za-z][A-Za-z ]*?)\s*:\s*"?([^"]+?)"?\s*)re");
    re2::StringPiece key;
    re2::StringPiece value;
    if (!RE2::FullMatch(re2::StringPiece(line.text.data(), line.text.size()), kNote, &key, &value)) return;
    double confidence = 0;
    if (text::equals_ignoring_case({key.data(), key.size()}, "confidence")) {
      if (RE2::FullMatch(value, R"(([01](?:\.\d{1,17})?))", &confidence)) noted_confidence_ = confidence;
    } else {
      add_header_field({{key.data(), key.size()}, {value.data(), value.size()}, line.number}, out_);
    }
  }

  const Content& content_;
  Transcript out_;
  std::vector<Cue> cues_;
  std::optional<double> noted_confidence_;
  std::optional<double> confidence_;
};

}  // namespace

double detect_webvtt(const Content& content) {
  const auto& lines = content.lines();
  return !lines.empty() && opens(lines.front().text, kSignature) ? kCertain : kNo;
}

Result<Transcript> parse_webvtt(const Content& content) { return WebVtt(content).run(); }

}  // namespace te::parse
