// What a question asks for, what of it an answer gives, and what a better answer would have beside it.
#include <algorithm>
#include <array>
#include <optional>

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

std::size_t index_of(const Material& m, const QuestionEvaluation& e) { return static_cast<std::size_t>(&e - m.evaluation.questions.data()); }

std::string said(const Material& m, const QuestionEvaluation& e) {
  std::string out;
  for (const auto turn : m.interview.questions[index_of(m, e)].answer_turns) {
    text::append_folded(m.interview.transcript.turns[turn].text, out);
    out += '\n';
  }
  return out;
}

/// "I spotted it in April", "the cut of the data was mine": deeds told in words that no rule looks for.
bool tells_own_deeds(std::string_view answer) {
  static const text::WordList kMine{"my( own|) (part|share|role|job|task)", "(was|were) mine"};
  static const text::WordList kI{"i( also| then| first| just| personally| had|)"};
  static const text::WordList kDeed{"(built|chose|did|drew|found|gave|held|led|made|ran|rebuilt|set|spoke|taught|told|took|went|wrote)"};
  static const text::WordList kNoDeed{"(asked|believed|decided|enjoyed|felt|guessed|heard|hoped|learned|liked|looked|loved|need|needed|studied|supposed|talked|tried|used|wanted|watched|wished|worked)"};
  const auto may_begin = [](char c) { return c == 'i' || c == 'm' || c == 'w'; };  // of kMine and kI
  for (std::size_t i = 0; i < answer.size(); ++i) {
    if (!may_begin(answer[i]) || !text::is_word_begin(answer, i)) continue;
    if (kMine.end_at(answer, i) != text::WordList::kNone) return true;
    const std::size_t begin = kI.behind(answer, i);
    if (begin == text::WordList::kNone) continue;
    const std::string_view verb = answer.substr(begin, std::min(answer.find_first_not_of("abcdefghijklmnopqrstuvwxyz", begin), answer.size()) - begin);
    if ((kDeed.is(verb) || (verb.size() > 2 && verb.ends_with("ed"))) && !kNoDeed.is(verb)) return true;
  }
  return false;
}

bool explains_what_was_asked(const QuestionEvaluation& e) {
  return std::any_of(e.concepts.begin(), e.concepts.end(), [](const ConceptUse& use) { return use.asked && use.depth >= Depth::kExplained; });
}

/// What an answer gives of that which was asked for.
class Given {
 public:
  Given(const Material& m, const QuestionEvaluation& e) : m_(m), e_(e) {}

  /// The score goes by its rules; a report that calls something left out must not be contradicted by the answer.
  bool intent(std::string_view intent) {
    constexpr double kNoAnswer = 1.3;  // "The challenges? I am not sure" has the word and nothing else
    const auto sign = std::find_if(std::begin(kSigns), std::end(kSigns), [&](const Sign& s) { return s.intent == intent; });
    if (sign == std::end(kSigns)) return false;
    if (intent == "a definition" && explains_what_was_asked(e_)) return true;
    const auto found = [&](std::string_view rule) { return !rule.empty() && has_entry(e_, rule); };
    if (std::any_of(sign->rules.begin(), sign->rules.end(), found)) return true;
    if (e_.score_raw.value() < kNoAnswer) return false;
    if (intent == want_name(Want::kOwnPart) && tells_own_deeds(answer())) return true;
    return std::any_of(sign->words.begin(), sign->words.end(), [&](std::string_view word) { return !word.empty() && answer().find(word) != std::string::npos; });
  }

  /// What nobody would call left out.
  bool aspect(const Aspect& a) {
    if (a.kind == AspectKind::kIntent) return intent(a.text);
    // The language of the position is the setting of a question rather than a part of it.
    return m_.is_language(a) || is_named(a);
  }

 private:
  /// True when a word of the concept stands in the answer in some form: then it is not left out, however little is made of it.
  bool is_named(const Aspect& aspect) {
    constexpr std::size_t kStem = 5;
    if (!aspect.quote.empty()) return true;
    const std::string wanted = text::folded(aspect.text);
    for (std::size_t at = 0; at < wanted.size();) {
      const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
      if (end - at >= kStem && answer().find(wanted.substr(at, std::max(kStem, (end - at) * 2 / 3))) != std::string::npos) return true;
      at = end + 1;
    }
    return false;
  }

  /// The answer in lower case; most of what is asked for can be told without it.
  const std::string& answer() {
    if (!answer_) answer_ = said(m_, e_);
    return *answer_;
  }

  const Material& m_;
  const QuestionEvaluation& e_;
  std::optional<std::string> answer_;
};

/// "How do you handle it?" asks for no mechanism, and "what does your day look like?" for no definition: of nothing that
/// has a name there is none.
bool lacks_its_subject(const QuestionEvaluation& e, const Aspect& a) {
  if (a.kind != AspectKind::kIntent || (a.text != "a definition" && a.text != "how it works" && a.text != "when to choose it")) return false;
  return std::none_of(e.aspects.begin(), e.aspects.end(), [](const Aspect& other) { return other.kind == AspectKind::kConcept; });
}

/// The aspects with this coverage that a report names, weightiest first.
std::vector<const Aspect*> telling_aspects(const QuestionEvaluation& e, Coverage coverage) {
  std::vector<const Aspect*> found;
  for (const Aspect& a : e.aspects) {
    // That a plain word was repeated is no merit, that it was not no gap.
    if (a.coverage == coverage && a.kind != AspectKind::kWord && !lacks_its_subject(e, a)) found.push_back(&a);
  }
  std::stable_sort(found.begin(), found.end(), [](const Aspect* a, const Aspect* b) { return a->weight > b->weight; });
  return found;
}

std::string name_of(const Material& m, const Aspect& a) { return a.kind == AspectKind::kConcept ? m.in_sentence(a.text) : a.text; }

std::vector<std::string> missed_aspects(const Material& m, const QuestionEvaluation& e, Given& given) {
  std::vector<std::string> out;
  for (const Aspect* a : telling_aspects(e, Coverage::kMissed)) {
    if (!given.aspect(*a)) out.push_back(name_of(m, *a));
  }
  return out;
}

std::vector<Want> find_wants(const Material& m, std::size_t question, Given& given) {
  const QuestionEvaluation& e = m.evaluation.questions[question];
  const QuestionType type = type_of(m, m.interview.questions[question]);
  const auto none = [&](std::initializer_list<std::string_view> rules) {
    return std::none_of(rules.begin(), rules.end(), [&](std::string_view rule) { return has_entry(e, rule); });
  };
  const bool own_work = type == QuestionType::kProject || type == QuestionType::kBehavioral;
  const bool asks_own_part = type == QuestionType::kProject || std::any_of(e.aspects.begin(), e.aspects.end(), [](const Aspect& a) { return a.kind == AspectKind::kIntent && a.text == want_name(Want::kOwnPart); });
  std::vector<Want> out;
  const bool wants_own_part = own_work && asks_own_part;
  if ((wants_own_part || none({"evidence.example", "evidence.own-action", "evidence.team-action"})) && !given.intent(want_name(Want::kOwnPart))) out.push_back(wants_own_part ? Want::kOwnPart : Want::kExample);
  if (own_work && none({"evidence.outcome", "evidence.figure"})) out.push_back(Want::kOutcome);
  if (none({"reasoning.cause", "reasoning.tradeoff", "reasoning.contrast"})) out.push_back(Want::kReason);
  else if (none({"reasoning.tradeoff", "reasoning.contrast"})) out.push_back(Want::kLimit);
  if (own_work && out.empty() && none({"evidence.check"})) out.push_back(Want::kCheck);
  if (!own_work && out.empty() && none({"evidence.figure", "evidence.outcome"})) out.push_back(Want::kFigure);
  constexpr std::size_t kMost = 2;
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

}  // namespace

const Open& Material::open(std::size_t question) const {
  std::optional<Open>& open = open_[question];
  if (!open) {
    const QuestionEvaluation& e = evaluation.questions[question];
    Given given(*this, e);
    open = Open{missed_aspects(*this, e, given), find_wants(*this, question, given)};
  }
  return *open;
}

std::vector<std::string> aspects_with(const Material& m, const QuestionEvaluation& e, Coverage coverage, std::size_t limit) {
  if (coverage == Coverage::kMissed) {
    const auto& missed = m.open(index_of(m, e)).missed;
    return {missed.begin(), missed.begin() + static_cast<std::ptrdiff_t>(std::min(limit, missed.size()))};
  }
  std::vector<std::string> out;
  for (const Aspect* a : telling_aspects(e, coverage)) {
    if (out.size() < limit) out.push_back(name_of(m, *a));
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

const std::vector<Want>& wants(const Material& m, std::size_t question) { return m.open(question).wants; }

std::vector<std::string> lacking(const Material& m, std::size_t question) {
  const auto& missed = m.open(question).missed;
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
