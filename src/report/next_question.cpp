// What to ask in another round, from what an answer left open.
#include <fmt/format.h>

#include "report/findings.h"
#include "report/words.h"

namespace te::report {
namespace {

/// The concept of the lexicon that the question is about, nullptr when it names none.
const Concept* subject(const Material& m, const QuestionEvaluation& e) {
  const auto& concepts = m.book.lexicon().concepts;
  for (const Aspect& a : e.aspects) {
    if (a.kind != AspectKind::kConcept) continue;
    for (std::uint32_t i = 0; i < concepts.size(); ++i) {
      if (concepts[i].name == a.text && concepts[i].kind != "language" && !concepts[i].gist.empty() && m.is_subject(i)) return &concepts[i];
    }
  }
  return nullptr;
}

/// Questions that bring out what is wanted, several of each so that a report does not ask the same thing twice.
std::string asking_for(Want want, std::size_t place) {
  switch (want) {
    case Want::kOwnPart: return std::string(one_way({"Which part of it was yours alone, and what would have gone differently without you?", "What did you decide yourself, and what did others do?"}, place));
    case Want::kOutcome: return std::string(one_way({"What had changed at the end, and in which figure did you see it?", "How did it end, and how large was the effect?"}, place));
    case Want::kExample: return std::string(one_way({"Tell me one case from your own work, from the first sign to the result.", "When did you last do this yourself, and how did it go?", "Which case of your own comes closest to this?"}, place));
    case Want::kLimit: return std::string(one_way({"Where does that stop working, and what would you do instead?", "What does that cost, and when is it not worth it?"}, place));
    case Want::kCheck: return std::string(one_way({"How did you know that it had worked?", "What would have told you that it had failed?"}, place));
    case Want::kFigure: return std::string(one_way({"How large was the effect, and how was it measured?", "Which figures would you look at, and which would worry you?"}, place));
    case Want::kReason: break;
  }
  return std::string(one_way({"Why is it done this way and not another?", "What happens underneath, step by step?", "What would go wrong if it were left out?"}, place));
}

}  // namespace

void add_next_question(const Material& m, std::size_t question, ReportItem& item) {
  const QuestionEvaluation& e = m.evaluation.questions[question];
  if (e.bank && m.book.banks()[e.bank->bank].given) {
    for (const KeyPointUse& p : e.bank->key_points) {
      if (p.coverage != Coverage::kMissed) continue;
      item.follow_up = "What else belongs to it?";
      item.listen_for = without_stop(p.text) + ".";
      return;
    }
  }
  constexpr double kPoor = 2.5;
  const Concept* about = e.score_raw.value() < kPoor ? subject(m, e) : nullptr;
  if (about != nullptr) {
    item.follow_up = fmt::format("How would you explain {} to a new colleague, and where did that last matter in your work?", m.in_sentence(about->name));
    item.listen_for = about->gist;
    return;
  }
  const auto wanted = wants(m, question);
  item.follow_up = asking_for(wanted.empty() ? Want::kReason : wanted.front(), question);
}

}  // namespace te::report
