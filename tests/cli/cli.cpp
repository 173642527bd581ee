#include "cli.h"

#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/small_data.h"

namespace te::test {

std::string talk(std::string_view subject) {
  return fmt::format(
      "Interviewer: How did you keep the nightly backups of the {} safe?\n\n"
      "Candidate: I wrote a small script that copied the order database to a second disk every night at two, because the old disk had failed twice. "
      "Then I restored one copy each month on a spare machine and compared 500 orders, which showed us a missing table in March.\n\n"
      "Interviewer: What would you change about that script today?\n\n"
      "Candidate: I would encrypt the copies, since the second disk stands in the open office, and I would send an alarm when a copy is 20 percent smaller than the one before.\n",
      subject);
}

namespace {

/// The small data as a directory, written once.
const std::string& small_data_directory() {
  static const TemporaryDirectory kDirectory;
  static const bool kWritten = [] {
    for (const DataFile& file : small_data()) kDirectory.write(file.path, file.content);
    return true;
  }();
  static_cast<void>(kWritten);
  return kDirectory.path();
}

}  // namespace

ProgramRun Cli::operator()(std::string_view arguments, const RunOptions& options) const {
  std::vector<std::string> words;
  const bool own_data = data_ == Data::kBuiltIn || arguments.find("--data") != std::string_view::npos;
  if (!own_data) words = {"--data", small_data_directory()};
  std::istringstream in{std::string(arguments)};
  for (std::string word; in >> word;) words.push_back(word);
  return run_program(TE_PROGRAM, words, files, options);
}

std::string status_and_errors(const ProgramRun& run) {
  std::string out = fmt::format("{} |", run.status);
  std::istringstream in(run.err);
  for (std::string line; std::getline(in, line);) out += (out.back() == '|' ? " " : " / ") + line;
  return out;
}

std::string status_and_sources(const ProgramRun& run) {
  std::string out = fmt::format("{}", run.status);
  std::istringstream in(run.out);
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded()) out += " not-json";
    else if (json.contains("error")) out += fmt::format(" {}!{}", json["id"].dump(), json["error"]["code"].get<std::string>());
    else out += " " + json["source"]["path"].get<std::string>();
  }
  return out;
}

bool has_controls(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return true;
    if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

}  // namespace te::test
