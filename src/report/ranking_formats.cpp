// The formats of a ranking: a table for people, JSON and CSV for programs.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/csv.h"
#include "report/words.h"
#include "text/columns.h"
#include "transcript_eval/ranking.h"

namespace te {
namespace {

std::string shown_rank(const Standing& s) { return s.rank == 0 ? "-" : fmt::format("{}{}", s.rank, s.tied ? "=" : ""); }
std::string shown_name(const Standing& s) { return s.candidate.empty() ? s.path : s.candidate; }

std::string render_table(std::span<const Standing> ranked, std::size_t columns) {
  constexpr std::size_t kRank = 5;
  constexpr std::size_t kScore = 7;
  constexpr std::size_t kInterval = 12;
  constexpr std::size_t kDecision = 26;
  const std::size_t fixed = kRank + kScore + kInterval + kDecision;
  const std::size_t name = std::clamp<std::size_t>(columns > fixed ? columns - fixed : 0, 16, 60);
  std::string out = text::padded("Rank", kRank) + text::padded("Candidate", name) + text::padded("Score", kScore) + text::padded("+/- 1 s.e.", kInterval) + "Decision\n";
  for (const Standing& s : ranked) {
    const bool scored = s.state == State::kScored;
    out += text::padded(shown_rank(s), kRank) + text::padded(text::shortened(shown_name(s), name - 1), name);
    out += text::padded(scored ? s.overall.to_string(2) : "-", kScore);
    out += text::padded(s.interval ? fmt::format("{:.2f}-{:.2f}", s.interval->low, s.interval->high) : "-", kInterval);
    out += fmt::format("{}\n", report::decision_in_words(s.decision));
    for (const std::string& reason : s.reasons) out += std::string(kRank, ' ') + reason + "\n";
    if (!s.reason.empty()) out += std::string(kRank, ' ') + s.reason + "\n";
  }
  const bool ties = std::any_of(ranked.begin(), ranked.end(), [](const Standing& s) { return s.tied; });
  out = text::wrapped(out, columns);
  if (ties) out += "\n= shares its rank: the scores lie within each other's intervals.\n";
  return out;
}

std::string render_ranking_json(std::span<const Standing> ranked, std::size_t) {
  using Json = nlohmann::ordered_json;
  const auto optional = [](const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); };
  Json rows = Json::array();
  for (const Standing& s : ranked) {
    rows.push_back({{"rank", s.rank == 0 ? Json(nullptr) : Json(s.rank)}, {"tied", s.tied}, {"path", s.path}, {"candidate", optional(s.candidate)}, {"position", optional(s.position)},
                    {"state", state_name(s.state)}, {"overall_raw", s.state == State::kScored ? Json(s.overall.value()) : Json(nullptr)},
                    {"interval", s.interval ? Json({{"low", report::rounded(s.interval->low, 2)}, {"high", report::rounded(s.interval->high, 2)}}) : Json(nullptr)},
                    {"decision", decision_name(s.decision)}, {"reasons", s.reasons}, {"reason", optional(s.reason)}});
  }
  return Json{{"schema", "transcript-eval/ranking/1"}, {"candidates", rows}}.dump(2) + "\n";
}

std::string render_ranking_csv(std::span<const Standing> ranked, std::size_t) {
  std::string out = "rank,tied,candidate,position,score,low,high,decision,reason_1,reason_2,path\r\n";
  for (const Standing& s : ranked) {
    const auto reason = [&](std::size_t i) { return i < s.reasons.size() ? report::csv_field(s.reasons[i]) : i == 0 && !s.reason.empty() ? report::csv_field(s.reason) : std::string(); };
    out += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\r\n", s.rank == 0 ? "" : std::to_string(s.rank), s.tied ? "yes" : "no", report::csv_field(s.candidate), report::csv_field(s.position), s.state == State::kScored ? s.overall.to_string() : "",
                       s.interval ? fmt::format("{:.2f}", s.interval->low) : "", s.interval ? fmt::format("{:.2f}", s.interval->high) : "", decision_name(s.decision), reason(0), reason(1), report::csv_field(s.path));
  }
  return out;
}

constexpr std::array<RankingFormat, 3> kFormats = {{
    {"text", "a table", render_table},
    {"json", "the ranking as one object", render_ranking_json},
    {"csv", "one row per candidate", render_ranking_csv},
}};

}  // namespace

std::span<const RankingFormat> ranking_formats() { return kFormats; }

const RankingFormat* find_ranking_format(std::string_view name) {
  for (const RankingFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace te
