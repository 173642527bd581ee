// WebVTT captions: one cue per turn, the speaker as its voice.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/interview_formats.h"

namespace te::report {
namespace {

std::string clock(double seconds) {
  const auto ms = static_cast<std::uint64_t>(std::llround(std::max(0.0, seconds) * 1000));
  return fmt::format("{:02}:{:02}:{:02}.{:03}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

/// Escaped, and without blank lines, which would end the cue.
std::string cue_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '\n' && (out.empty() || out.back() == '\n')) continue;
    else if (c != '\r') out.push_back(c);
  }
  return out;
}

/// A voice tag ends with '>' and stands on one line.
std::string voice(std::string_view speaker) {
  std::string out = cue_text(speaker);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

}  // namespace

Result<std::string> render_interview_vtt(const Interview& interview) {
  const Transcript& t = interview.transcript;
  std::string out = "WEBVTT\n";
  for (std::size_t i = 0; i < t.turns.size(); ++i) {
    const Turn& turn = t.turns[i];
    if (!turn.start_s) {
      return tl::unexpected(Error{ErrorCode::kBadInput, "the transcript has no times, which WebVTT needs", t.source->path(), turn.line, "use -f reference, text or json"});
    }
    constexpr double kUnknownLength = 5;
    const std::optional<double> next = i + 1 < t.turns.size() ? t.turns[i + 1].start_s : std::nullopt;
    const double end = turn.end_s ? *turn.end_s : next && *next > *turn.start_s ? *next : *turn.start_s + kUnknownLength;
    out += fmt::format("\n{}\n{} --> {}\n<v {}>{}\n", i + 1, clock(*turn.start_s), clock(std::max(end, *turn.start_s)), voice(t.speakers[turn.speaker]), cue_text(turn.text));
  }
  return out;
}

}  // namespace te::report
