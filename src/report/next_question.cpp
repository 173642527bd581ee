// What to ask in another round, from what an answer left open.
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/passages.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

struct Ask {
  std::string question;
  std::string listen_for;
};

/// Goes through everything that could be asked, best first, up to the first thing that the report does not ask already.
class Search {
 public:
  Search(const Material& m, std::size_t question, const Report& report) : m_(m), question_(question), report_(report), place_(report.development_areas.size()), e_(m.evaluation.questions[question]) {
    const QuestionType type = type_of(m, m.interview.questions[question]);
    const bool asks_own_part = std::any_of(e_.aspects.begin(), e_.aspects.end(), [](const Aspect& a) { return a.kind == AspectKind::kIntent && a.text == want_name(Want::kOwnPart); });
    own_work_ = type == QuestionType::kProject || type == QuestionType::kBehavioral || asks_own_part;
  }

  /// The best of all when everything is asked already.
  Ask run() {
    key_points();
    constexpr double kPoor = 2.5;
    if (!own_work_ && e_.score_raw.value() < kPoor) concepts();
    const auto& wanted = wants(m_, question_);
    if (own_work_ && !wanted.empty()) ask_for(wanted.front());
    for (const std::string& missed : aspects_with(m_, e_, Coverage::kMissed, 3)) aspect(missed);
    for (const Want want : wanted) ask_for(want);
    // Whatever was said can be asked for its reason, its limits and its proof.
    for (const Want want : {Want::kReason, Want::kLimit, Want::kCheck, Want::kExample}) ask_for(want);
    return std::move(found_ ? *found_ : best_);
  }

 private:
  void add(std::string question, std::string listen_for = {}) {
    if (found_) return;
    Ask ask{std::move(question), std::move(listen_for)};
    const auto& areas = report_.development_areas;
    const bool known = std::any_of(areas.begin(), areas.end(), [&](const ReportItem& item) { return item.follow_up == ask.question || (!ask.listen_for.empty() && item.listen_for == ask.listen_for); });
    if (!known) found_ = std::move(ask);
    else if (best_.question.empty()) best_ = std::move(ask);
  }

  /// What the user's bank expects and was not said.
  void key_points() {
    if (!e_.bank || !m_.book.banks()[e_.bank->bank].given) return;
    for (const KeyPointUse& p : e_.bank->key_points) {
      if (p.coverage == Coverage::kMissed) add("What else belongs to it?", without_stop(p.text) + ".");
    }
  }

  /// The concepts that the question names, its subject first.
  void concepts() {
    if (found_) return;
    std::vector<const Aspect*> asked;
    for (const Aspect& a : e_.aspects) {
      if (a.kind == AspectKind::kConcept) asked.push_back(&a);
    }
    const std::string title = asked.size() > 1 ? text::folded(question_title(m_, question_)) : std::string();
    const auto is_title = [&](const Aspect* a) { return title.find(text::folded(a->text)) != std::string::npos; };
    std::stable_sort(asked.begin(), asked.end(), [&](const Aspect* a, const Aspect* b) { return is_title(a) != is_title(b) ? is_title(a) : a->weight > b->weight; });
    for (const Aspect* a : asked) {
      if (found_) return;
      if (!m_.is_subject(a->concept_index)) continue;
      const Concept c = m_.book.lexicon().concepts[a->concept_index];
      if (c.kind == "language" || c.gist.empty()) continue;
      subjects_.push_back(m_.in_sentence(c.name));
      add(fmt::format(fmt::runtime(one_way({"What is meant by {}, and where did it last matter in your work?", "Take {}: what is it for, and what goes wrong without it?", "In your own words, what is behind the term {}, and where have you met it?"}, place_)), subjects_.back()), std::string(c.gist));
    }
  }

  void aspect(const std::string& missed) {
    if (found_) return;
    if (missed == "the trade-offs") return add(about("what does it cost, and when is it not worth it?"));
    if (missed == "the comparison") return add("Where exactly do the two differ, and what follows from that in practice?");
    if (missed == "when to choose it") return add(about("when would you choose it, and when something else?"));
    if (missed == "the challenges") return add("What was the hardest moment, and what did you try that did not work?");
    if (missed == "the approach") return add("How would you go about it today, step by step, and what would you check on the way?");
    if (missed == "the outcome") return ask_for(Want::kOutcome);
    if (missed == "an example") return ask_for(Want::kExample);
    if (missed == "the reason" || missed == "how it works") return ask_for(Want::kReason);
    if (missed == want_name(Want::kOwnPart)) return ask_for(Want::kOwnPart);
    if (missed == "a definition") return add(about("in one sentence, what is it, and what is it not?"));
    add(fmt::format("What about {}: how does that come into it?", missed));
  }

  void ask_for(Want want) {
    if (found_) return;
    switch (want) {
      case Want::kOwnPart: return either(quoting("which part of it was yours alone, and what would have gone differently without you?"), "What did you decide yourself, and what did others do?");
      case Want::kOutcome: return either(quoting("what had changed at the end, and in which figure did you see it?"), "How did it end, and how large was the effect?");
      case Want::kExample:
        if (own_work_) return either("Which single task of it could you take me through, from the first step to the result?", quoting("what was the first step, and what came of it?"));
        return either(about("which case from your own work shows it, from the first sign to the result?"), "When did you last do this yourself, and how did it go?");
      case Want::kLimit: return either(about("where does it stop working, and what would you do instead?"), "What does this cost, and when is it not worth it?");
      case Want::kCheck: return either(quoting("how did you know that it had worked?"), "What would have told you that it had failed?");
      case Want::kFigure: return either(about("where have you used it, and what did it change, in figures?"), "Which figures would you look at here, and which would worry you?");
      case Want::kReason: break;
    }
    if (own_work_) return either(quoting("why that way, and what else did you consider?"), "Why did you do it this way, and what would you do differently today?");
    if (!has_subject()) return either(quoting("why that way, and what else would be possible?"), "What speaks for doing it like that, and what against?");
    either(about("why is it done this way, and what happens underneath?"), "What would go wrong if it were left out, and why?");
  }

  void either(std::string one, std::string other) {
    if (place_ % 2 == 1) std::swap(one, other);
    add(std::move(one));
    add(std::move(other));
  }

  bool has_subject() {
    if (subjects_.empty()) {
      for (const ConceptUse& use : e_.concepts) {
        if (use.asked && m_.is_subject(use)) subjects_.push_back(m_.name_of(use));
      }
    }
    return !subjects_.empty();
  }

  /// With the subject in front, where the lexicon has a name for it.
  [[nodiscard]] std::string about(const std::string& rest) {
    return !has_subject() ? capitalised(rest) : fmt::format("Back to {}: {}", subjects_.front(), rest);
  }

  /// With the candidate's own words in front, where they are short.
  [[nodiscard]] std::string quoting(const std::string& rest) const {
    constexpr std::size_t kShort = 110;
    constexpr std::array<std::string_view, 2> kDeeds = {"evidence.own-action", "evidence.team-action"};
    const auto own = best_passages(m_, e_, 1, kDeeds);
    const auto words = own.empty() ? nearest_passage(m_, question_) : std::optional(own.front());
    return words && words->quote.size() <= kShort ? fmt::format("You said {}: {}", quoted(words->quote), rest) : capitalised(rest);
  }

  const Material& m_;
  std::size_t question_;
  const Report& report_;
  std::size_t place_;
  const QuestionEvaluation& e_;
  bool own_work_ = false;
  std::vector<std::string> subjects_;
  Ask best_;
  std::optional<Ask> found_;
};

}  // namespace

void add_next_question(const Material& m, std::size_t question, const Report& report, ReportItem& item) {
  Ask ask = Search(m, question, report).run();
  item.follow_up = std::move(ask.question);
  item.listen_for = std::move(ask.listen_for);
}

}  // namespace te::report
