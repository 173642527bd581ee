#include "rules/load_job.h"

#include <array>

#include <fmt/format.h>

namespace te::rules {
namespace {

constexpr std::array<std::string_view, kJobCues> kCueNames = {"must_heading", "nice_heading", "duty_heading", "other_heading", "must", "nice", "need", "duty", "aside", "seeking", "degree", "certificate", "tongue", "experience", "speaker", "lasting", "not_experience"};

}  // namespace

void read_job_words(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/job/1");
  for (std::size_t cue = 0; cue < kCueNames.size(); ++cue) {
    for (const std::string& phrase : in.strings(kCueNames[cue])) {
      if (compiled.job.cues.add(phrase, static_cast<std::uint32_t>(cue), compiled.vocabulary)) continue;
      in.fail(fmt::format("the phrase \"{}\" holds no word or an unbalanced bracket", phrase), "alternatives are written (a|b|)");
    }
  }
  compiled.job.cues.settle();
  in.done();
}

}  // namespace te::rules
