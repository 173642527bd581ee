// job_words.h: the words that tell what a line of a job description is (lexicon/job.json), compiled.
#pragma once

#include <cstdint>

#include "text/phrases.h"

namespace te {

/// What a phrase says of the line that holds it. The names in lexicon/job.json stand in the same order.
enum class JobCue : std::uint8_t {
  kMustHeading,    ///< "Requirements": what stands below is required
  kNiceHeading,    ///< "Nice to have"
  kDutyHeading,    ///< "Responsibilities"
  kOtherHeading,   ///< "Benefits": nothing below is asked of anybody
  kMust,           ///< required, at least
  kNice,           ///< a plus, ideally
  kNeed,           ///< experience with, knowledge of: the line asks for something
  kDuty,           ///< you will, responsible for
  kAside,          ///< we offer, apply now
  kSeeking,        ///< we are looking for
  kDegree,
  kCertificate,
  kTongue,         ///< a language that people speak
  kExperience,     ///< worked, as a: makes a length of time one of experience
  kSpeaker,        ///< I, my: an answer speaks of the candidate
  kLasting,        ///< "for" before a length of time: something was done so long
  kNotExperience,  ///< ago, contract: makes it something else
};
inline constexpr std::size_t kJobCues = 17;

struct JobWords {
  text::PhraseTrie cues;  ///< payload: JobCue
};

}  // namespace te
