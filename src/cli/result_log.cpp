#include "cli/result_log.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/build_hash.h"
#include "cli/lines.h"
#include "cli/summary_json.h"
#include "text/hash.h"

namespace te::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string line_of(const std::string& result, const std::string& made_from, const FileStamp& stamp, const Known& known) {
  Json out = {{"result", result}, {"made_from", made_from}, {"bytes", stamp.bytes}, {"modified_ns", stamp.modified_ns},
              {"state", known.verdict.state}, {"overall", known.verdict.overall.milli()}, {"worst", known.verdict.worst}};
  if (known.summary) out["summary"] = summary_to_json(*known.summary);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

bool append(int file, const std::string& text) { return write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()); }

}  // namespace

ResultLog::ResultLog(std::string directory) : directory_(std::move(directory)) {
  if (!directory_.empty()) read();
}

ResultLog::~ResultLog() {
  if (file_ >= 0) close(file_);
}

void ResultLog::take(std::string_view line) {
  try {
    const Json json = Json::parse(line);
    Entry entry;
    entry.made_from = json.at("made_from");
    entry.stamp = {json.at("bytes"), json.at("modified_ns")};
    entry.known.verdict = {json.at("state").get<State>(), Points::from_milli(json.at("overall")), json.at("worst").get<Severity>()};
    if (json.contains("summary")) entry.known.summary = summary_from_json(json.at("summary"));
    auto& lines = entries_[json.at("result").get<std::string>()];
    lines.push_back(std::move(entry));
    if (lines.size() > kAtATime) lines.erase(lines.begin());
  } catch (const Json::exception&) {
    // The end of a run that was killed, or somebody's edit: what it was about is made again.
  }
}

void ResultLog::read() {
  LineReader in((fs::path(directory_) / kName).string());
  if (!in.is_open()) return;
  for (Lines lines; in.next(lines);) {
    open_line_ = !lines.text.ends_with('\n');
    for (std::string_view rest = lines.text; !rest.empty();) take(Lines::take(rest));
  }
  // Only now and then, so that the cost of it is a part of that of the results.
  constexpr std::size_t kSlack = 1000;
  if (in.last() > 2 * entries_.size() + kSlack) rewrite();
}

/// Leaves out the lines that do not count any more. What a run beside this one notes meanwhile is lost: it is made again.
void ResultLog::rewrite() const {
  std::string content;
  for (const auto& [result, lines] : entries_) content += line_of(result, lines.back().made_from, lines.back().stamp, lines.back().known);
  static_cast<void>(write_file((fs::path(directory_) / kName).string(), content));
}

std::string ResultLog::relative(const std::string& path) const { return fs::path(path).lexically_relative(directory_).generic_string(); }

const Known* ResultLog::find(const std::string& path, const std::string& made_from) const {
  const auto lines = entries_.find(relative(path));
  if (lines == entries_.end()) return nullptr;
  const auto stamp = stamp_of(path);
  const auto entry = std::find_if(lines->second.begin(), lines->second.end(), [&](const Entry& e) { return e.made_from == made_from && stamp == e.stamp; });
  return entry == lines->second.end() ? nullptr : &entry->known;
}

bool ResultLog::add(const Finished& f, const FileStamp& stamp) {
  if (directory_.empty()) return true;
  if (file_ < 0) file_ = open((fs::path(directory_) / kName).c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (file_ < 0) return false;
  if (open_line_ && !append(file_, "\n")) return false;
  open_line_ = false;
  return append(file_, line_of(relative(f.write_to), f.made_from, stamp, {f.verdict, f.summary}));
}

Fingerprint::Fingerprint(const Options& options, const Setup& setup) {
  Json parts = Json::array({version(), options.format, options.shaping, setup.how.job.description, setup.book->rubric().sha256, setup.book->lexicon().sha256});
  for (const Bank& bank : setup.book->banks()) parts.push_back(bank.sha256);
  // Programs of one version differ while they are worked on.
  parts.push_back(build_hash());
  common_ = parts.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string Fingerprint::of(const SourceText& source) const { return text::sha256_hex(common_ + source.path() + '\n' + source.sha256()); }

}  // namespace te::cli
