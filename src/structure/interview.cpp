#include "transcript_eval/interview.h"

#include "rules/compiled.h"
#include "structure/metadata.h"
#include "structure/quality.h"
#include "structure/questions.h"
#include "structure/roles.h"

namespace te {

std::string_view role_name(Role role) {
  switch (role) {
    case Role::kInterviewer: return "interviewer";
    case Role::kCandidate: return "candidate";
    case Role::kOther: return "other";
  }
  return "other";
}

std::string_view kind_name(TurnKind kind) {
  switch (kind) {
    case TurnKind::kSpeech: return "speech";
    case TurnKind::kInterjection: return "interjection";
    case TurnKind::kArtefact: return "artefact";
  }
  return "speech";
}

Result<Interview> build_interview(Transcript transcript, const RuleBookPtr& book, const RoleHints& hints) {
  const CompiledRules& rules = book->compiled();
  const structure::Categories categories(rules);
  auto annotated = std::make_shared<AnnotatedTurns>(rules, transcript.turns);
  const auto readings = structure::read_turns(transcript, *annotated, categories);
  const structure::Context context{rules, *annotated, categories, readings};

  Interview interview;
  interview.transcript = std::move(transcript);
  interview.diagnostics = interview.transcript.diagnostics;
  const auto roles = structure::assign_roles(interview, context, hints);
  if (!roles) return tl::unexpected(roles.error());
  structure::find_metadata(interview, context, hints);
  structure::find_questions(interview, context);
  structure::assign_types(interview, context);
  structure::assign_threads(interview, context);
  structure::check_quality(interview, context);
  interview.annotated = std::move(annotated);
  return interview;
}

}  // namespace te
