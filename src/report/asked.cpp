// What a question asks for, what of it an answer gives, and what a better answer would have beside it.
#include <algorithm>
#include <array>

#include "report/findings.h"
#include "report/words.h"
#include "text/utf8.h"
#include "text/word_list.h"

namespace te::report {
namespace {

/// How an answer can give what is asked for beside the topic, in evidence of these rules or simply in these words.
struct Sign {
  std::string_view intent;  ///< as in data/lexicon/intents.json
  std::array<std::string_view, 3> rules;
  std::array<std::string_view, 6> words;
};

constexpr Sign kSigns[] = {
    {"the reason", {"reasoning.cause", "reasoning.tradeoff"}, {"because", "so that", "the reason"}},
    {"how it works", {"reasoning.cause", "clarity.order"}, {}},
    {"the approach", {"clarity.order", "evidence.own-action", "reasoning.decision"}, {"i would", "i'd", "you would", "you'd"}},
    {"an example", {"evidence.example", "evidence.own-action", "evidence.team-action"}, {"for example", "for instance", "such as"}},
    {"the comparison", {"reasoning.contrast"}, {"whereas", "unlike", " while ", " but "}},
    {"the trade-offs", {"reasoning.tradeoff", "reasoning.contrast"}, {"trade-off", "tradeoff", "drawback", "downside"}},
    {"when to choose it", {"reasoning.decision"}, {"you use", "i use", "i'd use", "would use", "choose", "good fit"}},
    {"the challenges", {"reasoning.tradeoff"}, {"challeng", "difficult", "problem", "tricky"}},
    {"the candidate's own part", {"evidence.own-action"}, {}},
    {"the outcome", {"evidence.outcome", "evidence.figure"}, {"result"}},
    {"a definition", {"knowledge.definition"}, {" is when", " is about", "'s about", "something that", "something about", " means "}},
};

std::string said(const Material& m, const QuestionEvaluation& e) {
  const auto index = static_cast<std::size_t>(&e - m.evaluation.questions.data());
  std::string out;
  for (const auto turn : m.interview.questions[index].answer_turns) out += text::folded(m.interview.transcript.turns[turn].text) + "\n";
  return out;
}

/// "I spotted it in April", "the cut of the data was mine": deeds told in words that no rule looks for.
bool tells_own_deeds(std::string_view answer) {
  static const text::WordList kMine{"my( own|) (part|share|role|job|task)", "(was|were) mine"};
  static const text::WordList kI{"i( also| then| first| just| personally| had|)"};
  static const text::WordList kDeed{"(built|chose|did|drew|found|gave|held|led|made|ran|rebuilt|set|spoke|taught|told|took|went|wrote)"};
  static const text::WordList kNoDeed{"(asked|believed|decided|enjoyed|felt|guessed|heard|hoped|learned|liked|looked|loved|need|needed|studied|supposed|talked|tried|used|wanted|watched|wished|worked)"};
  if (kMine.is_in(answer)) return true;
  for (std::size_t i = 0; i < answer.size(); ++i) {
    const std::size_t begin = text::is_word_begin(answer, i) ? kI.behind(answer, i) : text::WordList::kNone;
    if (begin == text::WordList::kNone) continue;
    const std::string_view verb = answer.substr(begin, std::min(answer.find_first_not_of("abcdefghijklmnopqrstuvwxyz", begin), answer.size()) - begin);
    if ((kDeed.is(verb) || (verb.size() > 2 && verb.ends_with("ed"))) && !kNoDeed.is(verb)) return true;
  }
  return false;
}

bool explains_what_was_asked(const QuestionEvaluation& e) {
  return std::any_of(e.concepts.begin(), e.concepts.end(), [](const ConceptUse& use) { return use.asked && use.depth >= Depth::kExplained; });
}

/// The score goes by its rules; a report that calls something left out must not be contradicted by the answer.
bool is_given(const Material& m, const QuestionEvaluation& e, std::string_view intent) {
  constexpr double kNoAnswer = 1.3;  // "The challenges? I am not sure" has the word and nothing else
  const auto sign = std::find_if(std::begin(kSigns), std::end(kSigns), [&](const Sign& s) { return s.intent == intent; });
  if (sign == std::end(kSigns)) return false;
  if (intent == "a definition" && explains_what_was_asked(e)) return true;
  const auto found = [&](std::string_view rule) { return !rule.empty() && !entries_of(e, rule).empty(); };
  if (std::any_of(sign->rules.begin(), sign->rules.end(), found)) return true;
  if (e.score_raw.value() < kNoAnswer) return false;
  const std::string answer = said(m, e);
  if (intent == want_name(Want::kOwnPart) && tells_own_deeds(answer)) return true;
  return std::any_of(sign->words.begin(), sign->words.end(), [&](std::string_view word) { return !word.empty() && answer.find(word) != std::string::npos; });
}

/// True when a word of the concept stands in the answer in some form: then it is not left out, however little is made of it.
bool is_named(const Material& m, const QuestionEvaluation& e, const Aspect& aspect) {
  constexpr std::size_t kStem = 5;
  if (!aspect.quote.empty()) return true;
  const std::string wanted = text::folded(aspect.text);
  const std::string answer = said(m, e);
  for (std::size_t at = 0; at < wanted.size();) {
    const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
    if (end - at >= kStem && answer.find(wanted.substr(at, std::max(kStem, (end - at) * 2 / 3))) != std::string::npos) return true;
    at = end + 1;
  }
  return false;
}

/// What nobody would call left out.
bool is_there(const Material& m, const QuestionEvaluation& e, const Aspect& a) {
  if (a.kind == AspectKind::kIntent) return is_given(m, e, a.text);
  // The language of the position is the setting of a question rather than a part of it.
  return m.kind_of(a.text) == "language" || is_named(m, e, a);
}

/// "How do you handle it?" asks for no mechanism, and "what does your day look like?" for no definition: of nothing that
/// has a name there is none.
bool lacks_its_subject(const QuestionEvaluation& e, const Aspect& a) {
  if (a.kind != AspectKind::kIntent || (a.text != "a definition" && a.text != "how it works" && a.text != "when to choose it")) return false;
  return std::none_of(e.aspects.begin(), e.aspects.end(), [](const Aspect& other) { return other.kind == AspectKind::kConcept; });
}

}  // namespace

std::vector<std::string> aspects_with(const Material& m, const QuestionEvaluation& e, Coverage coverage, std::size_t limit) {
  std::vector<const Aspect*> found;
  for (const Aspect& a : e.aspects) {
    // That a plain word was repeated is no merit, that it was not no gap.
    if (a.coverage == coverage && a.kind != AspectKind::kWord && !lacks_its_subject(e, a)) found.push_back(&a);
  }
  std::stable_sort(found.begin(), found.end(), [](const Aspect* a, const Aspect* b) { return a->weight > b->weight; });
  std::vector<std::string> out;
  for (const Aspect* a : found) {
    if (out.size() >= limit) break;
    if (coverage == Coverage::kMissed && is_there(m, e, *a)) continue;
    out.push_back(a->kind == AspectKind::kConcept ? m.in_sentence(a->text) : a->text);
  }
  return out;
}

bool states_figures(const Material& m, const QuestionEvaluation& e) {
  static const text::WordList kFigure{"(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|thousand|million|percent)"};
  const std::string answer = said(m, e);
  return std::any_of(answer.begin(), answer.end(), text::is_ascii_digit) || kFigure.is_in(answer);
}

std::string_view want_name(Want want) {
  switch (want) {
    case Want::kOwnPart: return "the candidate's own part";
    case Want::kExample: return "a concrete example";
    case Want::kOutcome: return "an outcome or a figure";
    case Want::kReason: return "the reason behind it";
    case Want::kLimit: return "a word on its limits";
    case Want::kCheck: return "how the result was checked";
    case Want::kFigure: return "a figure or an outcome that can be checked";
  }
  return {};
}

std::vector<Want> wants(const Material& m, std::size_t question) {
  const QuestionEvaluation& e = m.evaluation.questions[question];
  const QuestionType type = type_of(m, m.interview.questions[question]);
  const auto none = [&](std::initializer_list<std::string_view> rules) {
    return std::all_of(rules.begin(), rules.end(), [&](std::string_view rule) { return entries_of(e, rule).empty(); });
  };
  const bool own_work = type == QuestionType::kProject || type == QuestionType::kBehavioral;
  const bool asks_own_part = type == QuestionType::kProject || std::any_of(e.aspects.begin(), e.aspects.end(), [](const Aspect& a) { return a.kind == AspectKind::kIntent && a.text == want_name(Want::kOwnPart); });
  std::vector<Want> out;
  const bool own_part = is_given(m, e, want_name(Want::kOwnPart));
  if (own_work && asks_own_part && !own_part) out.push_back(Want::kOwnPart);
  else if (!own_part && none({"evidence.example", "evidence.own-action", "evidence.team-action"})) out.push_back(Want::kExample);
  if (own_work && none({"evidence.outcome", "evidence.figure"})) out.push_back(Want::kOutcome);
  if (none({"reasoning.cause", "reasoning.tradeoff", "reasoning.contrast"})) out.push_back(Want::kReason);
  else if (none({"reasoning.tradeoff", "reasoning.contrast"})) out.push_back(Want::kLimit);
  if (own_work && out.empty() && none({"evidence.check"})) out.push_back(Want::kCheck);
  if (!own_work && out.empty() && none({"evidence.figure", "evidence.outcome"})) out.push_back(Want::kFigure);
  constexpr std::size_t kMost = 2;
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

std::vector<std::string> lacking(const Material& m, std::size_t question) {
  const auto missed = aspects_with(m, m.evaluation.questions[question], Coverage::kMissed, SIZE_MAX);
  const auto is_missed = [&](std::string_view aspect) { return std::find(missed.begin(), missed.end(), aspect) != missed.end(); };
  std::vector<std::string> out;
  for (const Want want : wants(m, question)) {
    const bool counted_as_missed = (want == Want::kOwnPart && is_missed(want_name(want))) || (want == Want::kExample && is_missed("an example")) ||
                                   (want == Want::kReason && (is_missed("the reason") || is_missed("how it works"))) || (want == Want::kOutcome && is_missed("the outcome")) ||
                                   (want == Want::kLimit && (is_missed("the trade-offs") || is_missed("the comparison")));
    if (!counted_as_missed) out.emplace_back(want_name(want));
  }
  return out;
}

}  // namespace te::report
