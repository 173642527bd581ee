// interview.h: who asked what, and who answered it.
//
// Is:      roles of the speakers, what is stated about the interview, questions in transcript order, each with the turns
//          that answer it, the threads that main questions form with their follow-ups, and what cannot be judged.
// Is not:  a judgement. Nothing here is good or bad; see evaluation.h.
// Owns:    its vectors and the Transcript. Text stays in the SourceText, addressed by views and spans.
// Errors:  kUsage when a hint names a speaker that does not exist. Doubtful roles are no error: `role_confidence`
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

/// What a turn is in the conversation, apart from who says it.
enum class TurnKind : std::uint8_t {
  kSpeech,
  kInterjection,  ///< the listener's "mhm", "right, okay": neither asks nor answers
  kArtefact,      ///< a leaked call or error message of an automatic interviewer, or the reply to one
};
std::string_view kind_name(TurnKind kind);

/// The asking sentences of an interviewer and the candidate's answer. Cut in two turns by a "mhm", text and preamble are whole, the rest is of the longer turn.
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
  std::string unscorable;                  ///< why the answer cannot be judged, empty when it can
};

/// A main question with its follow-ups.
struct Thread {
  std::uint32_t id = 0;                  ///< 1-based
  QuestionType type = QuestionType::kTechnical;
  std::vector<std::uint32_t> questions;  ///< indices into Interview::questions, main question first
};

/// A fact about the interview and where it is stated.
struct Stated {
  std::string value;       ///< empty: stated nowhere
  std::string source;      ///< "given by the user", "header", "title", "introduction", "speaker label", "time stamps", "file metadata"
  std::uint32_t line = 0;  ///< of the statement, 0 when it has none
};

struct Metadata {
  Stated candidate;
  Stated position;
  Stated company;
  Stated date;      ///< as written
  Stated duration;  ///< as written, or "41 min" from time stamps
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
  std::string role_question;         ///< what to ask the user when the confidence is below kRoleThreshold, empty otherwise
  Metadata metadata;
  std::string candidate;             ///< metadata.candidate.value
  std::string position;              ///< metadata.position.value
  std::vector<TurnKind> turn_kinds;  ///< parallel to Transcript::turns
  std::vector<Question> questions;
  std::vector<Thread> threads;
  std::optional<std::uint32_t> closing_turn;  ///< first turn of the closing phase
  std::string unscorable;            ///< why nothing of it can be judged (garbled, not English), empty when it can
  std::vector<Diagnostic> diagnostics;
  std::shared_ptr<const AnnotatedTurns> annotated;  ///< tokens of each turn, for the scoring stage

  [[nodiscard]] Role role_of(const Turn& turn) const { return speaker_roles[turn.speaker]; }
};

Result<Interview> build_interview(Transcript transcript, const RuleBookPtr& book, const RoleHints& hints = {});

}  // namespace te
