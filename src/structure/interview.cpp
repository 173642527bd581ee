#include "transcript_eval/interview.h"

#include "rules/compiled.h"
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

Result<Interview> build_interview(Transcript transcript, const RuleBookPtr& book, const RoleHints& hints) {
  const CompiledRules& rules = book->compiled();
  const structure::Categories categories(rules);
  auto annotated = std::make_shared<AnnotatedTurns>(rules, transcript.turns);

  Interview interview;
  interview.transcript = std::move(transcript);
  interview.position = hints.position.empty() ? interview.transcript.position : hints.position;
  interview.diagnostics = interview.transcript.diagnostics;
  const auto roles = structure::assign_roles(interview, *annotated, categories, hints);
  if (!roles) return tl::unexpected(roles.error());
  structure::find_questions(interview, *annotated, categories);
  structure::assign_types(interview, *annotated, categories);
  structure::assign_threads(interview, *annotated, rules, categories);
  interview.annotated = std::move(annotated);
  return interview;
}

}  // namespace te
