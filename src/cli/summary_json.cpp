#include "cli/summary_json.h"

#include <nlohmann/json.hpp>

// nlohmann finds these functions by the type of what it reads or writes. Each lists the members of its type once.
namespace nlohmann {

template <>
struct adl_serializer<te::Points> {
  static void to_json(json& out, te::Points points) { out = points.milli(); }
  static void from_json(const json& in, te::Points& points) { points = te::Points::from_milli(in.get<std::int64_t>()); }
};

template <typename T>
struct adl_serializer<std::optional<T>> {
  static void to_json(json& out, const std::optional<T>& value) {
    if (value) out = *value;
    else out = nullptr;
  }
  static void from_json(const json& in, std::optional<T>& value) { value = in.is_null() ? std::nullopt : std::optional<T>(in.get<T>()); }
};

}  // namespace nlohmann

namespace te {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(QuestionSummary, id, type, thread, follow_up, line, text, state, score_raw, relevance, words, criteria, flags, areas, level)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ThreadSummary, title, type, state, score_raw)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Summary, path, candidate, position, state, reason, decision, overall_raw, relevance, talk_share, words, criteria, level, diagnostics, questions, threads, strengths, gaps)

namespace cli {

nlohmann::json summary_to_json(const Summary& summary) { return summary; }

Summary summary_from_json(const nlohmann::json& json) { return json.get<Summary>(); }

}  // namespace cli
}  // namespace te
