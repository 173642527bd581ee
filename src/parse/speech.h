// speech.h: turns put together from pieces, for formats in which a turn is not one passage of the file.
//
// Is:      cues, paragraphs or words in the order of the file become turns: consecutive pieces of one speaker are one
//          turn, with the times and the mean confidence of all of them.
// Is not:  a judgement of speech. "Mhm" is a turn; structure decides what it is worth.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/speakers.h"
#include "transcript_eval/transcript.h"

namespace te::parse {

/// When something was said, in seconds from the start; either may be unknown.
struct Times {
  std::optional<double> start_s;
  std::optional<double> end_s;
};

class Speech {
 public:
  explicit Speech(SourcePtr file) : file_(std::move(file)) {}

  /// From here on `speaker` speaks: the last turn goes on if it is of the same speaker and the pause is small, and its
  /// next words are parted from the ones before by `joint`. An empty speaker is whoever spoke before; false when nobody has.
  bool speaks(std::string_view speaker, Times times = {}, char joint = ' ');
  /// The current turn was recognised with this confidence, 0..1.
  void heard(double confidence);
  /// Adds words that stand in the file as they are; `words` is a slice of it.
  void say(std::string_view words);
  /// Adds words that stand in the file in some other spelling, at `where`.
  void say_decoded(std::string_view words, Span where);
  /// White space before the next words; none at the beginning of a turn.
  void blank(char sign = ' ');

  [[nodiscard]] bool silent() const { return turns_.empty(); }

  /// Turns, speakers and source of `transcript`. Turns without words are left out; speech that named no speaker is told.
  void finish(Transcript& transcript) &&;

 private:
  struct Draft {
    Turn turn;
    double confidences = 0;  ///< sum
    std::uint32_t heard = 0; ///< how many
  };
  void open_turn(std::uint32_t speaker, const Times& times);
  void tell_unnamed(Transcript& transcript) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  SourcePtr file_;
  std::string text_;
  std::vector<Passage> passages_;
  std::vector<Draft> turns_;
  Speakers speakers_;
  std::uint32_t unnamed_ = 0;   ///< pieces that were given to the speaker before
  std::uint32_t left_out_ = 0;  ///< pieces before the first speaker
  char joint_ = '\0';  ///< white space that is due before the next words
};

}  // namespace te::parse
