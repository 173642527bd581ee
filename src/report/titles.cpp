// Titles of threads: what their main question asks about, in its own words; where these tell nothing, its concepts.
//
// A question is undressed in steps: the phrases that lead up to it, the request ("could you explain"), the frame around
// the subject ("the difference between"), and what hangs on behind. What is left is the title if it is short enough.
#include <algorithm>

#include <re2/re2.h>

#include "report/findings.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

constexpr std::size_t kLongest = 66;

/// The first sentence that asks and says something; where none asks, the first that says something.
std::string main_sentence(std::string_view asking) {
  static const RE2 kSentence(R"(\s*((?:[^.?!]|[.?!][^\s"])+[.?!]*))");
  static const RE2 kAsks(R"((?i)\?$|^(?:please|explain|describe|tell|walk|talk|give|define|compare|deferred)\b|: ?(?:tell|describe|explain)\b)");
  constexpr std::size_t kTelling = 26;
  std::string first;
  re2::StringPiece rest(asking.data(), asking.size());
  std::string sentence;
  while (RE2::Consume(&rest, kSentence, &sentence)) {
    if (first.empty()) first = sentence;
    if (sentence.size() >= kTelling && RE2::PartialMatch(sentence, kAsks)) return sentence;
  }
  return first;
}

/// Takes off what stands before the question itself, as often as there is some.
void strip_lead(std::string& s) {
  static const RE2 kLead(
      R"((?i)^(?:okay|ok|so|great|good|right|lovely|thanks?|thank you|and|but|well|now|also|alright|sure|then|next|finally|lastly|all right|got it|i see|if so|in your experience|in general|for example|technically)[,.!:]?\s+)"
      R"(|^(?i:to|for|from|given|considering|based on|regarding|looking|thinking|moving|turning|staying|following|knowing|as|since|with|while|after|before|once|if|building|let'?s|in) [^?]{0,140}?[,:] (?:and |so )?\b)"
      R"(|^(?i:which (?:is|are|was|were)) [^?,]{0,140}, \b)"
      R"(|^[^?:]{3,60}: \b)"
      R"(|^(?i:i'?d (?:like|love) to (?:ask about|hear about|know|understand)|i'?m (?:curious|interested)(?: to hear)?(?: about)?)\s+)");
  while (RE2::Replace(&s, kLead, "")) {}
}

/// "Could you please walk me through X" is about X.
void strip_request(std::string& s) {
  static const RE2 kRequest(
      R"((?i)^(?:(?:can|could|would|will|do|might) you (?:please |perhaps |briefly |also |maybe )*|please )?)"
      R"((?:explain|describe|discuss|elaborate on|outline|define|compare|contrast|clarify|summari[sz]e|share|provide|pick|name|let'?s talk about|give(?: me| us)?|(?:walk|talk|take) (?:me|us) through|talk about|tell (?:me|us)(?: a (?:bit|little))?(?: more)?(?: about)?)\s+(?:to me |for me )?)");
  while (RE2::Replace(&s, kRequest, "")) {}
}

struct Frame {
  RE2 pattern;
  const char* title;
};

#define TE_OCCASION "^(?:me about |about )?(?:a|one|any|another|the) (?:specific |particular |recent )?(?:time|situation|instance|occasion|moment|case|scenario)s? (?:when |where |in which |that )?"

/// What is asked about something, tried from the top; the title names that something.
const auto& frames() {
  static const Frame kFrames[] = {
      {R"((?i)^(?:in .{1,30}, )?(?:what (?:is|are) )?(?:the )?(?:key |main |biggest )?(?:differences?|distinctions?|trade-?offs?) (?:there are )?between (?:a |an |the )?(.+?) and (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
      {R"((?i)^(?:a |an |the )?(.+?) (?:versus|vs\.?) (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
      {R"((?i)^(?:what|how) (?:a |an |the )?([^,]+?) (?:is|are|works?|means?|differs?)(?: (?:and|in|or)\b.*|,.*)?$)", R"(\1)"},
      {R"((?i)^(?:how )?(?:do |does )?(?:a |an |the )?(.+?)(?:, like .+?,)? differs? from (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
      {R"((?i)^(?:how|when) (?:do|would|might) you (?:choose|decide) between (.+?) and (.+)$)", R"(\1 vs. \2)"},
      {R"((?i)^(?:the )?(?:differences?|distinctions?) (?:in|of) (.+)$)", R"(Differences in \1)"},
      {R"((?i)^(?:about |what (?:is|are) )?(?:the )?(?:concepts?|idea|notion|purpose|meaning|importance|role|principles?) of (?:a |an |the )?(.+?)(?: and (?:describe|explain|its|their|how|when|why)\b.*)?$)", R"(\1)"},
      {R"((?i)^how (?:do|does|is|are) (?:a |an |the )?(.+?) (?:works?|implemented|used|different)\b.*$)", R"(\1)"},
      {R"((?i)^what do you (?:know|understand) (?:about|by) (.+)$)", R"(\1)"},
      {R"((?i)^how (?:do|would|might|can|could|should) you (?:typically |usually |normally |generally |go about |actually )*(.+)$)", R"(How to \1)"},
      {R"((?i)^how you (?:would|might|could|can|typically|usually|normally)? ?(?:typically |usually |go about )?(.+)$)", R"(How to \1)"},
      {"(?i)" TE_OCCASION R"(you(?:'ve| have)? (?:had|needed) to (.+)$)", R"(Having to \1)"},
      {"(?i)" TE_OCCASION R"(you(?:'ve| have)? ((?:[a-z]+ly )?[a-z]+ed\b.+)$)", R"(ED \1)"},
      {"(?i)" TE_OCCASION R"((you .+)$)", R"(A time \1)"},
      {R"((?i)^(?:me )?(?:an? |one )?examples? of (?:a (?:situation|case) where )?(.+)$)", R"(\1)"},
      {R"((?i)^(?:have you had|do you have) (?:any|much|some) (.+)$)", R"(\1)"},
      {R"((?i)^is there (?:a|any|one) (.+?)(?: that you\b.*)?$)", R"(\1)"},
      {R"((?i)^what (?:is|are|were|was) (.+)$)", R"(\1)"},
  };
  return kFrames;
}
#undef TE_OCCASION

/// "automated a task" as "automating a task".
std::string in_progress(const std::string& deed) {
  static const RE2 kVerb(R"(^((?:[a-z]+ly )?[a-z]+?)(i?)ed\b(.*)$)");
  std::string stem;
  std::string i;
  std::string rest;
  if (!RE2::FullMatch(deed, kVerb, &stem, &i, &rest)) return deed;
  return stem + (i.empty() ? stem.back() == 'e' ? "e" : "" : "y") + "ing" + rest;
}

/// What follows the subject: further questions, examples, conditions, and clauses about the person.
void strip_tail(std::string& s) {
  static const RE2 kTail(
      R"((?i)(?:[,;:?]| - | — |\.$)(?:.|\n)*$|,? (?:and|or) (?:how|what|why|when|which|where|who|whether|provide|give|explain|describe|discuss|can|could|its|then|also|walk|if)\b(?:.|\n)*$)"
      R"(| (?:including|considering|for example|for instance|such as|like|along with|in terms of|in the context of|in this (?:regard|context)|because|so that|before we)\b(?:.|\n)*$)"
      R"(| (?:(?:would|might|could|that|which|where|when) you|an? (?:organi[sz]ation|company|team) (?:should|can|could|must))\b(?:.|\n)*$| (?:on that|of yours|here|there|please|today|at the moment)$)");
  static const RE2 kWith(R"((?i)\b(project|task|case|application|system)s? (?:where|in which|that|for which) you (?:have )?(?:used|utili[sz]ed|applied) )");
  static const RE2 kPerson(
      R"((?i) (?:that |which |where )?you(?:'ve|'d| have| had| might| would| could| can)?(?: (?:recently|personally|ever))* (?:found(?: particularly| most)? (?:interesting|challenging|rewarding|difficult|hard|useful)(?: or [a-z]+)?)"
      R"(|had|have|faced|encountered|worked on|completed|created|built|wrote|did|use|used|helped with|implemented|employed|found|mentioned|developed|designed|took|see|prepare for|are proud of)\b)");
  static const RE2 kLoose(R"((?i) (?:and|or|with|of|in|on|for|to|the|a|an|from|by|at|during|as)$)");
  RE2::Replace(&s, kWith, R"(\1 with )");
  RE2::GlobalReplace(&s, kPerson, "");
  while (RE2::Replace(&s, kTail, "")) {}
  while (RE2::Replace(&s, kLoose, "")) {}
}

/// Without the words that fit any subject at the begin, and with "the" for what points back.
void strip_determiners(std::string& s) {
  static const RE2 kFirst(R"((?i)^(?:the|a|an|your|some|any|this|that|these|those|more|about|me|us|different|common|various|general|specific|particular|one of|one|in|of|for|most|main|key|concept of)\s+)");
  static const RE2 kPointing(R"((?i)\b(?:this|these|your|its) )");
  static const RE2 kPointingAfar(R"((?i)\b(of|during|in|on|with|to|for|from|about|at) (?:that|those) )");
  static const RE2 kEmphasis(R"((?i)\b(?:particularly|especially|specifically|really|perhaps) )");
  RE2::GlobalReplace(&s, kEmphasis, "");
  while (RE2::Replace(&s, kFirst, "")) {}
  RE2::GlobalReplace(&s, kPointing, "the ");
  RE2::GlobalReplace(&s, kPointingAfar, R"(\1 the )");
}

/// A long subject ends where something is added to it.
void shorten(std::string& s) {
  if (s.size() <= kLongest) return;
  static const RE2 kAddition(R"((?i)^(.{16,66}) (?:in|to|for|with|when|while|at|from|during|on|by|given|where|if|as|that|which)\b)");
  std::string kept;
  if (RE2::PartialMatch(s, kAddition, &kept)) s = kept;
}

/// True for what names nothing: "it", "this in practice", or a piece too short or too long to head an entry.
bool tells_nothing(const std::string& s) {
  static const RE2 kEmpty(R"((?i)^(?:how to )?(?:it|its|this|that|these|those|they|each\b.*|such|an?|one|experience|examples?|projects?|response|answer|the (?:process|experience|project|answer)|background|yourself|challenges?|role|own part|steps?|more|do|do it|do that|do this)?$)");
  static const RE2 kQuestion(R"((?i)^(?:what|which|when|where|why|who|do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|if|you)\b|^how (?:[^t]|t[^o]))");
  static const RE2 kPronoun(R"((?i)\b(?:it|them|they|those|he|she)\b|\bthe (?:to|is|in|on|for|under|was|of|before|after)\b|\bthe$)");
  return s.size() < 3 || s.size() > kLongest || RE2::FullMatch(s, kEmpty) || RE2::PartialMatch(s, kPronoun) || RE2::PartialMatch(s, kQuestion);
}

/// A sentence without what leads up to the question.
std::string undressed(std::string_view asking) {
  static const RE2 kMarks(R"([`*"“”]|\s*\([^)]*\))");
  std::string s = text::single_line(main_sentence(asking));
  strip_lead(s);
  strip_request(s);
  RE2::GlobalReplace(&s, kMarks, "");
  return std::string(text::trimmed(s));
}

std::string phrase_title(std::string_view asking) {
  std::string s = undressed(asking);
  while (!s.empty() && (s.back() == '?' || s.back() == '.')) s.pop_back();
  for (const auto& [pattern, form] : frames()) {
    std::string title;
    if (!RE2::Extract(s, pattern, form, &title)) continue;
    s = title.compare(0, 3, "ED ") == 0 ? in_progress(title.substr(3)) : title;
    break;
  }
  strip_tail(s);
  strip_determiners(s);
  shorten(s);
  return tells_nothing(s) ? std::string() : capitalised(s);
}

/// The question's concepts, in the order in which they were asked; languages only when there is nothing else.
std::string concept_title(const Material& m, const QuestionEvaluation& e) {
  constexpr std::size_t kMost = 2;
  std::vector<std::string> names;
  std::vector<std::string> languages;
  for (const Aspect& a : e.aspects) {
    if (a.kind == AspectKind::kConcept) (m.kind_of(a.text) == "language" ? languages : names).push_back(a.text);
  }
  // "A list and a tuple in Python" is about list and tuple.
  if (names.empty()) names = std::move(languages);
  if (names.size() > kMost) names.resize(kMost);
  for (std::size_t i = 1; i < names.size(); ++i) names[i] = m.in_sentence(names[i]);
  return capitalised(joined(names));
}

/// The question itself as a heading: whole, or cut where a clause or word ends.
std::string own_words(std::string_view asking) {
  std::string s = undressed(asking);
  if (s.size() > kLongest) {
    const auto clause = s.find_last_of(",;:", kLongest);
    const bool whole = clause != std::string::npos && clause > kLongest / 3;
    s.resize(whole ? clause : std::min(s.rfind(' ', kLongest - 3), kLongest - 3));
    while (!s.empty() && (static_cast<unsigned char>(s.back()) >= 0x80 || s.back() == ',' || s.back() == ' ')) s.pop_back();
    s += whole ? "?" : "...";
  }
  return capitalised(s);
}

bool only_checks(std::string_view asking) {
  static const RE2 kCheck(R"((?i)\b(?:(?:does|did|do) (?:that|this|it|the|my)\b.*\b(?:make sense|help|clear|clarify)|(?:repeat|rephrase|say) (?:your|that|it)\b|(?:is|was) that (?:clear|right|correct))\b)");
  return asking.size() < 120 && RE2::PartialMatch(re2::StringPiece(asking.data(), asking.size()), kCheck);
}

}  // namespace

std::string question_title(const Material& m, std::size_t question) {
  const std::string& asking = m.interview.questions[question].text;
  const std::string phrase = phrase_title(asking);
  const std::string concepts = concept_title(m, m.evaluation.questions[question]);
  // One word is less than what the question's concepts say together: "annotations", "Spring stereotype annotations".
  if (!phrase.empty()) return phrase.find(' ') == std::string::npos && concepts.size() > phrase.size() ? concepts : phrase;
  const std::string own = own_words(asking);
  const bool cut = own.empty() || own.back() == '.';
  if (cut && !concepts.empty()) return concepts;
  return own.empty() ? "Question " + m.interview.questions[question].id : own;
}

std::string thread_title(const Material& m, std::size_t thread) {
  const Thread& t = m.interview.threads[thread];
  if (t.type == QuestionType::kIntroduction) return "Introduction";
  if (t.type == QuestionType::kClosing) return "Closing";
  // "Does that make sense?" is about what was asked before.
  for (std::size_t before = thread; only_checks(m.interview.questions[t.questions.front()].text) && before-- > 0;) {
    const Thread& b = m.interview.threads[before];
    if (b.type != QuestionType::kIntroduction && !only_checks(m.interview.questions[b.questions.front()].text)) return "More on " + m.in_running_text(thread_title(m, before));
  }
  return question_title(m, t.questions.front());
}

}  // namespace te::report
