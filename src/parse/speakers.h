// speakers.h: which labels name one speaker.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "transcript_eval/transcript.h"

namespace te::parse {

/// The name without title and trailing full stop, folded: "Dr. Mills" and "dr mills" are one speaker.
std::string speaker_key(std::string_view name);

/// Speaker labels in the order in which they were met.
class Speakers {
 public:
  /// The index of a label, the same for all of its spellings.
  std::uint32_t index_of(std::string_view label);
  /// The labels as first written.
  [[nodiscard]] std::vector<std::string>& labels() { return labels_; }

 private:
  std::vector<std::string> labels_;
  std::unordered_map<std::string, std::uint32_t> index_;
};

/// Makes "Mills" and "Anna Mills" one speaker, if only one label goes with the single name, and they never follow one
/// another as people do who talk to each other.
void unite_short_names(Transcript& transcript);

}  // namespace te::parse
