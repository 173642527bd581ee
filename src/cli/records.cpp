#include "cli/records.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/lines.h"

namespace te::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string error_line(const Json& id, std::string_view code, const std::string& message, std::size_t line) {
  const Json out = {{"id", id}, {"error", {{"code", code}, {"message", message}, {"line", line}}}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Finished failed(const Json& id, std::string_view code, const std::string& message, std::size_t line) {
  Finished out;
  out.output = error_line(id, code, message, line);
  out.error = Error{ErrorCode::kBadRecord, message, fmt::format("record on line {}", line), 0, ""};
  return out;
}

/// Moves an optional string member out of the record; a wrong type is described in `problem`.
void take(Json& record, const char* key, std::string& out, std::string& problem) {
  const auto it = record.find(key);
  if (it == record.end() || it->is_null()) return;
  if (it->is_string()) out = std::move(it->get_ref<std::string&>());
  else problem = fmt::format("\"{}\" must be a string", key);
}

}  // namespace

Finished too_long_record(std::size_t number) { return failed(nullptr, "bad-record", fmt::format("this record is longer than {} MiB", kLongestLine >> 20), number); }

Finished evaluate_record(std::string_view line, std::size_t number, const RuleBookPtr& book, const EvaluateOptions& defaults) {
  // Writing a value back takes stack for each level of it.
  constexpr int kDeepest = 200;
  bool too_deep = false;
  const auto watch = [&](int depth, Json::parse_event_t, Json&) { return !(too_deep = too_deep || depth > kDeepest); };
  Json record = Json::parse(line, watch, /*allow_exceptions=*/false);
  if (too_deep) return failed(nullptr, "bad-record", "this record is nested too deeply", number);
  if (record.is_discarded()) return failed(nullptr, "bad-record", "this line is not valid JSON", number);
  if (!record.is_object()) return failed(nullptr, "bad-record", "a record must be an object with \"id\" and \"text\"", number);
  const Json id = record.value("id", Json());
  EvaluateOptions options = defaults;
  std::string text;
  std::string problem;
  if (!record.contains("text")) problem = "\"text\" is missing";
  take(record, "text", text, problem);
  take(record, "position", options.job.position, problem);
  take(record, "jd", options.job.description, problem);
  take(record, "format", options.parse.format, problem);
  take(record, "candidate", options.roles.candidate, problem);
  if (!problem.empty()) return failed(id, "bad-record", problem, number);
  options.roles.must_match = false;

  const std::string path = id.is_string() ? id.get<std::string>() : id.is_null() ? fmt::format("line {}", number) : id.dump();
  const auto source = SourceText::from_bytes(path, std::move(text));
  if (!source) return failed(id, code_name(source.error().code), source.error().to_string(), number);
  const auto outcome = evaluate_source(*source, book, options);
  if (!outcome) return failed(id, code_name(outcome.error().code), outcome.error().to_string(), number);

  // id and metadata are put around the result without parsing it again.
  const std::string result = find_format("jsonl")->render(*outcome);
  Finished out;
  out.output = fmt::format("{{\"id\":{},", id.dump(-1, ' ', false, Json::error_handler_t::replace));
  if (record.contains("metadata")) out.output += fmt::format("\"metadata\":{},", record["metadata"].dump(-1, ' ', false, Json::error_handler_t::replace));
  out.output.append(result, 1);
  out.verdict = verdict_of(*outcome);
  return out;
}

}  // namespace te::cli
