// interview.h: who asked what, and who answered it.
//
// Is:      roles of the speakers, questions in transcript order, each with the turns that answer it, and the threads
//          that main questions form with their follow-ups.
// Is not:  a judgement. Nothing here is good or bad; see evaluation.h.
// Owns:    its vectors and the Transcript. Text stays in the SourceText, addressed by views and spans.
// Errors:  kNoDialogue when a hint names a speaker that does not exist. Doubtful roles are no error: `role_confidence`
//          says how sure the guess is, and below kRoleThreshold the evaluation is unscorable.
// Example: auto interview = build_interview(std::move(transcript), book, hints);   // Result<Interview>
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/result.h"
#include "transcript_eval/rulebook.h"
#include "transcript_eval/transcript.h"

namespace te {

enum class Role : std::uint8_t { kInterviewer, kCandidate, kOther };
std::string_view role_name(Role role);

/// Below this confidence nobody should be scored on a guess.
inline constexpr double kRoleThreshold = 0.6;

/// The asking sentences of one interviewer turn and the candidate's answer.
struct Question {
  std::string id;                          ///< "Q1", counted over the interview, in order
  QuestionType type = QuestionType::kTechnical;
  std::uint32_t thread = 0;                ///< 1-based id of its Thread
  std::uint32_t turn = 0;                  ///< index of the asking turn
  std::vector<std::uint32_t> answer_turns; ///< indices of candidate turns, in order
  std::string_view asking;                 ///< the interviewer turn's whole text
  std::string text;                        ///< the asking sentences only
  std::string preamble;                    ///< acknowledgement, praise or explanation around them
  Span span;                               ///< from the first to the last asking sentence
  std::uint32_t line = 0;
  bool interviewer_explained = false;      ///< the interviewer gave an explanation after this answer
};

/// A main question with its follow-ups.
struct Thread {
  std::uint32_t id = 0;                  ///< 1-based
  QuestionType type = QuestionType::kTechnical;
  std::vector<std::uint32_t> questions;  ///< indices into Interview::questions, main question first
};

struct RoleHints {
  std::string interviewer;  ///< speaker label given by the user, empty: find out
  std::string candidate;
  std::string position;     ///< given by the user, overrides the document's
  bool must_match = true;   ///< a name that is no speaker's is an error; otherwise it is only the candidate's name
};

class AnnotatedTurns;

struct Interview {
  Transcript transcript;
  std::vector<Role> speaker_roles;   ///< parallel to Transcript::speakers
  double role_confidence = 0;        ///< 0..1
  std::vector<std::string> role_reasons;
  std::string candidate;             ///< name, from the header or the speaker label; may be empty
  std::string position;              ///< may be empty
  std::vector<Question> questions;
  std::vector<Thread> threads;
  std::optional<std::uint32_t> closing_turn;  ///< first turn of the closing phase
  std::vector<Diagnostic> diagnostics;
  std::shared_ptr<const AnnotatedTurns> annotated;  ///< tokens of each turn, for the scoring stage

  [[nodiscard]] Role role_of(const Turn& turn) const { return speaker_roles[turn.speaker]; }
};

Result<Interview> build_interview(Transcript transcript, const RuleBookPtr& book, const RoleHints& hints = {});

}  // namespace te
