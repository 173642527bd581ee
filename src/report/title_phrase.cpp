// What a question asks about, as a phrase to head an entry: a noun phrase wherever the question allows.
//
// A question is undressed in steps: the phrases that lead up to it, the request ("could you explain"), the frame around
// the subject ("the difference between"), and what hangs on behind. What is left is the title if it is short enough and
// names something.
#include "report/title_phrase.h"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>

#include <re2/re2.h>

#include "report/words.h"
#include "text/lazy_pattern.h"
#include "text/utf8.h"

namespace te::report {
namespace {

/// The first sentence that asks and says something; where none asks, the first that says something.
std::string main_sentence(std::string_view asking) {
  static const RE2 kSentence(R"(\s*((?:[^.?!]|[.?!][^\s"])+[.?!]*))");
  static const RE2 kAsks(R"((?i)\?$|^(?:please|explain|describe|tell|walk|talk|give|define|compare)\b|: ?(?:tell|describe|explain)\b|\b(?:like to hear|tell me) about\b)");
  // "They don't, do they?" waits for no answer.
  static const RE2 kTag(R"((?i), (?:is|are|was|were|do|does|did|has|have|had|can|could|will|wo|would|should|ca)(?:n['’]?t)? (?:i|you|he|she|it|we|they|there|that)\?$)");
  constexpr std::size_t kTelling = 26;
  std::string first;
  std::string short_one;
  re2::StringPiece rest(asking.data(), asking.size());
  std::string sentence;
  while (RE2::Consume(&rest, kSentence, &sentence)) {
    if (first.empty()) first = sentence;
    if (!RE2::PartialMatch(sentence, kAsks) || RE2::PartialMatch(sentence, kTag)) continue;
    if (sentence.size() >= kTelling) return sentence;
    if (short_one.empty()) short_one = sentence;
  }
  return short_one.empty() ? first : short_one;
}

/// Takes off what stands before the question itself, as often as there is some.
void strip_lead(std::string& s) {
  static const RE2 kLead(
      R"((?i)^(?:okay|ok|so|uh|um|great|good|right|lovely|thanks?|thank you|and|but|well|now|also|alright|sure|then|next|finally|lastly|all right|got it|i see|if so|in your experience|in general|for example|technically)[,.!:]?\s+)"
      R"(|^(?i:that'?s|it'?s) [^?,]{0,60}, (?i:but|so|and) )"
      R"(|^(?i:suppose|imagine|assume|let'?s say|let'?s focus on|let me (?:now )?ask(?: you)? about|let us (?:go|turn|come)(?: straight| on)? to)(?: that)? )"
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
      R"((?:explain|describe|discuss|elaborate on|outline|define|compare|contrast|clarify|summari[sz]e|share|provide|pick|name|let'?s talk about|(?:give|show)(?: me| us)?|(?:walk|talk|take) (?:me|us) through|talk about|tell (?:me|us)(?: a (?:bit|little))?(?: more)?(?: about)?)\s+(?:to me |for me |with (?:me|us) )?)");
  while (RE2::Replace(&s, kRequest, "")) {}
}

struct Frame {
  const char* pattern;
  const char* title;  ///< "ED ..." and "DO ..." go on with a deed, in the past or the infinitive
};

#define TE_OCCASION "^(?:me about |about )?(?:an? example of )?(?:a|an|one|any|another|the) (?:specific |particular |recent )?(?:(?:time|situation|instance|occasion|moment|case|scenario)s? (?:when |where |in which |that )?|experience (?:when |where |in which ))"
#define TE_WORK "^(?:an? example of )?(?:a |an |one |any |the )?(?:[a-z]+ )?(?:project|system|task|product|piece of work) (?:where|in which|for which) "

/// What is asked about something, tried from the top; the title names that something.
constexpr std::array kFrames = {
    Frame{R"(^(?:in .{1,30}, )?(?:what (?:is|are) )?(?:the )?(?:key |main |biggest )?(?:differences?|distinctions?|trade-?offs?) (?:there are )?between (?:a |an |the )?(.+?) and (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{R"(^(?:a |an |the )?(.+?) (?:versus|vs\.?) (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{R"(^(?:when|why) (?:do|would|should|might) you (?:use|take|choose|pick|prefer) (?:a |an |the )?(.+?)(?:,? and when|,? or|,? instead of|,? over|,? rather than) (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{R"(^(?:how|when) (?:do|would|might) you (?:choose|decide) between (.+?) and (.+)$)", R"(\1 vs. \2)"},
    Frame{R"(^how (?:do|would|might|can|could|should|will) you (?:typically |usually |normally |generally |go about |actually |plan to )*(.+)$)", R"(DO \1)"},
    Frame{R"(^how you (?:would|might|could|can|typically|usually|normally)? ?(?:typically |usually |go about )?(.+)$)", R"(DO \1)"},
    Frame{R"(^what (?:would you|you would|do you|did you) do (?:in order )?to (.+)$)", R"(DO \1)"},
    Frame{R"(^(?:can|could|would) you (?:try to |try )?((?:write|implement|code|sketch|draw)\b.+)$)", R"(DO \1)"},
    Frame{R"(^(?:what|how) (?:a |an |the )?([^,]+?) (?:is|are|works?|means?|differs?)(?: (?:and|in|or)\b.*|,.*)?$)", R"(\1)"},
    Frame{R"(^(?:how )?(?:do |does )?(?:a |an |the )?(.+?)(?:, like .+?,)? differs? from (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{R"(^(?:the )?(?:differences?|distinctions?) (?:in|of) (.+)$)", R"(Differences in \1)"},
    Frame{R"(^(?:about |what (?:is|are) )?(?:the )?(?:concepts?|idea|notion|purpose|meaning|importance|role|principles?) of (?:a |an |the )?(.+?)(?: and (?:describe|explain|its|their|how|when|why)\b.*)?$)", R"(\1)"},
    Frame{R"(^how (?:do|does|is|are) (?:a |an |the |your )?(.+?) (?:works?|implemented|used|different)\b.*$)", R"(\1)"},
    Frame{R"(^(?:what|why) (?:do|does|did) (?:a |an |the )?(.+?) (?:do|does|mean|matter|take)\b.*$)", R"(\1)"},
    Frame{R"(^what (?:do )?you (?:know|understand) (?:about|by|of) (.+)$)", R"(\1)"},
    Frame{R"(^what(?:'s| is) (?:a |an |the )?(.+?) good for$)", R"(\1)"},
    Frame{R"(^(?:what|which) (?:kinds?|types?|sorts?) of (.+?) (?:have|do|did|would|are) you\b.*$)", R"(\1)"},
    Frame{R"(^(?:how|what) about (.+)$)", R"(\1)"},
    Frame{R"(^which (.+?)(?: of yours)? are you (?:most )?(?:proud of|content with|pleased with)\b.*$)", R"(\1)"},
    Frame{TE_OCCASION R"(you(?:'ve| have)? (?:had|needed) to (.+)$)", R"(DO \1)"},
    Frame{TE_OCCASION R"(you (?:would|might|could) (?:use|choose|apply|prefer) (?:a |an |the )?(.+)$)", R"(\1)"},
    Frame{TE_OCCASION R"(you(?:'ve| have)? ((?:[a-z]+ly )?(?:[a-z]+ed|built|wrote|led|made|ran)\b.+)$)", R"(ED \1)"},
    Frame{TE_OCCASION R"((you .+)$)", R"(A time \1)"},
    Frame{TE_OCCASION R"((one of .+)$)", R"(A time \1)"},
    Frame{TE_WORK R"(you(?:'ve| have)? ((?:built|wrote|led|made|ran|designed|created|developed|implemented)\b.+)$)", R"(ED \1)"},
    Frame{R"(^(?:me )?(?:an? |one )?examples? of (?:a (?:situation|case) where )?(.+)$)", R"(\1)"},
    Frame{R"(^(?:have you had|do you have) (?:any |much |some )?(.+)$)", R"(\1)"},
    Frame{R"(^(?:have|had) you (?:ever )?(?:worked|dealt) (?:on|with) (?:any |some )?(.+)$)", R"(\1)"},
    Frame{R"(^(?:have|had) you (?:ever )?(?:used|done) (?:any |some )?(.+)$)", R"(\1)"},
    Frame{R"(^(?:have|had) you ever (made .+)$)", R"(ED \1)"},
    Frame{R"(^is there (?:a|any|one) (.+?)(?: that you\b.*)?$)", R"(\1)"},
    Frame{R"(^(?:why (?:do )?you think|(?:do|what do) you think|what makes you)\b.*\b(?:fit|candidate|candidates|apart)\b.*$)", "Fit for the role"},
    Frame{R"(^(?:what (?:do )?you hope to|where do you see yourself)\b.*$)", "Plans for the coming years"},
    Frame{R"(^what (?:have|did) you (?:programmed|built|build|made|worked on)\b.*$)", "Own work"},
    Frame{R"(^(?:and )?(?:where are you weak|what would you want to get better at)\b.*$)", "Own weaknesses"},
    Frame{R"(^what (?:is|are|were|was) (.+)$)", R"(\1)"},
};
#undef TE_WORK
#undef TE_OCCASION

/// The longest run of letters and blanks that every match of the pattern holds. Most frames fit no question of an
/// interview; those whose words do not occur are never compiled.
std::string required_words(std::string_view pattern) {
  std::string best;
  std::string run;
  int depth = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    const bool plain = depth == 0 && (text::is_ascii_alpha(c) || c == ' ');
    const bool kept = i + 1 == pattern.size() || (pattern[i + 1] != '?' && pattern[i + 1] != '*' && pattern[i + 1] != '{');
    if (plain && kept) run += c;
    if (run.size() > best.size()) best = run;
    if (!plain || !kept) run.clear();
    if (c == '\\') ++i;
  }
  return best;
}

struct CompiledFrame {
  explicit CompiledFrame(const Frame& frame) : words(required_words(frame.pattern)), pattern(std::string("(?i)") + frame.pattern), title_form(frame.title) {}

  /// The title that the frame gives the question; nothing when it does not fit.
  std::optional<std::string> title(const std::string& question) const {
    const auto same = [](char a, char b) { return a == b || (text::is_ascii_upper(a) && a - 'A' + 'a' == b); };
    if (std::search(question.begin(), question.end(), words.begin(), words.end(), same) == question.end()) return std::nullopt;
    std::string out;
    if (!RE2::Extract(question, pattern.compiled(), title_form, &out)) return std::nullopt;
    return out;
  }

  std::string words;
  text::LazyPattern pattern;
  const char* title_form;
};

const std::deque<CompiledFrame>& compiled_frames() {
  static const std::deque<CompiledFrame> kCompiled = [] {
    std::deque<CompiledFrame> out;
    for (const Frame& frame : kFrames) out.emplace_back(frame);
    return out;
  }();
  return kCompiled;
}

/// "prevent" as "preventing", "set" as "setting", "analyse" as "analysing".
std::string gerund_of(const std::string& verb) {
  static const RE2 kDoubled("^[^aeiou]*[aeiou][bdgklmnprt]$|^debug$|^control$|^format$");
  static const RE2 kNotDoubled("^(?:format|look|work|show)$");
  if (verb == "be") return "being";
  if (verb.size() > 2 && verb.compare(verb.size() - 2, 2, "ie") == 0) return verb.substr(0, verb.size() - 2) + "ying";
  if (verb.size() > 2 && verb.back() == 'e' && verb[verb.size() - 2] != 'e') return verb.substr(0, verb.size() - 1) + "ing";
  const bool doubled = RE2::FullMatch(verb, kDoubled) && !RE2::FullMatch(verb, kNotDoubled) && verb.back() != 'k';
  return doubled ? verb + verb.back() + "ing" : verb + "ing";
}

/// "automate a task" as "automating a task", "design and build X" as "designing and building X".
std::string in_progress(const std::string& deed) {
  static const RE2 kVerb(R"(^((?:not |[a-z]+ly )?)([a-zA-Z]+)(?: and ((?:implement|design|build|maintain|deploy|integrate|ensure|manage|evaluate|test|run|improve|measure|prevent|detect|address|monitor|optimi[sz]e|train|tune|scale|debug|fix|repair)) |\b)(.*)$)");
  static const RE2 kBare(R"((?i)^(?:approach|handle) (?:the |a |an )?)");
  static const RE2 kNoVerb(R"((?i)^(?:the|a|an|it|this|that|you|missing|is|are|more|not)\b)");
  std::string s = deed;
  // Approaching, handling and keeping up with something is about that something.
  RE2::Replace(&s, kBare, "");
  if (s != deed && RE2::PartialMatch(s, R"((?i)^[a-z]+ing\b)")) return s;
  if (s != deed || RE2::PartialMatch(s, kNoVerb)) return s;
  std::string adverb;
  std::string verb;
  std::string second;
  std::string rest;
  if (!RE2::FullMatch(s, kVerb, &adverb, &verb, &second, &rest)) return s;
  return adverb + gerund_of(text::folded(verb)) + (second.empty() ? rest : " and " + gerund_of(second) + " " + rest);
}

/// "automated a task" as "automating a task".
std::string from_past(const std::string& deed) {
  struct Irregular {
    std::string_view past;
    std::string_view present;
  };
  constexpr std::array<Irregular, 5> kIrregular = {{{"built", "build"}, {"wrote", "write"}, {"led", "lead"}, {"made", "make"}, {"ran", "run"}}};
  for (const auto& [past, present] : kIrregular) {
    if (deed.compare(0, past.size(), past) == 0 && deed.size() > past.size() && deed[past.size()] == ' ') return gerund_of(std::string(present)) + deed.substr(past.size());
  }
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
      R"(| (?:(?:would|might|could|that|which|where|when) you|an? (?:organi[sz]ation|company|team) (?:should|can|could|must))\b(?:.|\n)*$| (?:on that|of yours|here|there|please|today|at the moment|yourself|day to day|in your own words|in (?:one|two|three|a few) (?:sentences?|words|minutes))$)");
  static const RE2 kWith(R"((?i)\b(project|task|case|application|system)s? (?:where|in which|that|for which) you (?:have )?(?:used|utili[sz]ed|applied) )");
  static const RE2 kPerson(
      R"((?i) (?:that |which |where )?you(?:'ve|'d|'re| are| have| had| might| would| could| can)?(?: (?:recently|personally|ever|particularly|most|really))* (?:found(?: particularly| most)? (?:interesting|challenging|rewarding|difficult|hard|useful)(?: or [a-z]+)?)"
      R"(|had|have|faced|encountered|worked on|worked with|completed|created|built|wrote|did|use|used|helped with|implemented|employed|found|mentioned|developed|designed|took|see|prepare for|(?:are )?proud of|came across|personally built|keep an eye on)\b)");
  // "Project you managed from start to finish"
  static const RE2 kPassive(R"((?i) (?:that )?you(?:'ve| have)? ([a-z]+ed|led|made|sold)(?: or [a-z]+ed(?: to)?)?( [a-z]+|$))");
  static const RE2 kLoose(R"((?i) (?:and|or|with|of|in|on|for|to|the|a|an|from|by|at|during|as|led|would|do|when)$)");
  RE2::Replace(&s, kWith, R"(\1 with )");
  RE2::GlobalReplace(&s, kPerson, "");
  static const RE2 kOwnDeed(R"((?i) (?:that )?you(?:'ve| have)? (?:[a-z]+ly )?[a-z]+ed(?: or [a-z]+ed)?(?: to)?(?: yourself)?$)");
  while (RE2::Replace(&s, kTail, "")) {}
  RE2::Replace(&s, kOwnDeed, "");
  RE2::Replace(&s, kPassive, R"( \1\2)");
  while (RE2::Replace(&s, kLoose, "")) {}
}

/// Without the words that fit any subject at the begin, and with "the" for what points back.
void strip_determiners(std::string& s) {
  static const RE2 kFirst(R"((?i)^(?:the|a|an|your|some|any|this|that|these|those|more|about|me|us|different|common|various|general|specific|particular|one of|one|in|of|for|most|main|key|first|concept of|approach(?:es)? to|considerations for)\s+)");
  static const RE2 kOwn(R"((?i)\b(?:of )?your own\b)");
  static const RE2 kPointing(R"((?i)\b(?:this|these|your|its|our) )");
  static const RE2 kPointingAfar(R"((?i)\b(of|during|in|on|with|to|for|from|about|at) (?:that|those) )");
  static const RE2 kEmphasis(R"((?i)\b(?:particularly|especially|specifically|really|perhaps|actually) )");
  RE2::GlobalReplace(&s, kEmphasis, "");
  RE2::GlobalReplace(&s, kOwn, "own");
  while (RE2::Replace(&s, kFirst, "")) {}
  RE2::GlobalReplace(&s, kPointing, "the ");
  RE2::GlobalReplace(&s, kPointingAfar, R"(\1 the )");
  static const RE2 kAtTheEnd(R"((?i) own$)");
  if (RE2::Replace(&s, kAtTheEnd, "")) s = "own " + s;
}

/// A long subject ends where something is added to it, unless what is left would hang in the air: "a highly available".
void shorten(std::string& s) {
  static const RE2 kAddition(R"((?i)^ (?:in|to|for|with|when|while|at|from|during|on|by|given|where|if|as|that|which|without|and)\b)");
  static const RE2 kHanging(R"((?i)(?:ing|able|ible|ive|ous|ent|ant|ure|robust|complex|how|approach|challenges|considerations|techniques|strategies) *$)");
  constexpr std::size_t kShortest = 16;
  if (s.size() <= kLongestTitle) return;
  for (std::size_t at = s.rfind(' ', kLongestTitle); at != std::string::npos && at >= kShortest; at = s.rfind(' ', at - 1)) {
    const re2::StringPiece rest(s.data() + at, s.size() - at);
    if (!RE2::PartialMatch(rest, kAddition) || RE2::PartialMatch(re2::StringPiece(s.data(), at), kHanging)) continue;
    s.resize(at);
    return;
  }
}

/// True for what names nothing: "it", "this in practice", or a piece too short or too long to head an entry.
bool tells_nothing(const std::string& s) {
  static const RE2 kEmpty(R"((?i)^(?:(?:it|its|this|that|these|those|they|each\b.*|such|an?|one|experience|examples?|projects?|response|answer|the (?:process|experience|project|answer|pictures)|background|yourself|challenges?|role|(?:own )?part|share|steps?|more|do|doing|do it|do that|do this|handle|going|reaction|likely reason|discount rate|time|question|questions|something [a-z]+|some[a-z]+)(?: in practice)?)?$)");
  static const RE2 kQuestion(R"((?i)^(?:what|which|when|where|why|who|do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|if|you|how)\b)");
  static const RE2 kPronoun(R"((?i)\b(?:it|them|they|those|he|she|this)\b|\b(?:that|one)$|\bthe (?:to|is|in|on|for|under|was|of|before|after)\b|\bthe$|\bon what\b)");
  return s.size() < 3 || s.size() > kLongestQuestion || RE2::FullMatch(s, kEmpty) || RE2::PartialMatch(s, kPronoun) || RE2::PartialMatch(s, kQuestion);
}

}  // namespace

std::string undressed(std::string_view asking) {
  static const RE2 kMarks(R"([`*"“”]|\s*\([^)]*\))");
  std::string s = text::single_line(main_sentence(asking));
  strip_lead(s);
  strip_request(s);
  RE2::GlobalReplace(&s, kMarks, "");
  return std::string(text::trimmed(s));
}

TitlePhrase title_phrase(std::string_view asking) {
  std::string s = undressed(asking);
  while (!s.empty() && (s.back() == '?' || s.back() == '.')) s.pop_back();
  static const RE2 kPointing(R"((?i)\b(?:this|that|these|those|its) )");
  TitlePhrase out;
  for (const CompiledFrame& frame : compiled_frames()) {
    const auto title = frame.title(s);
    if (!title) continue;
    if (title->compare(0, 3, "ED ") == 0) s = from_past(title->substr(3));
    else if (title->compare(0, 3, "DO ") == 0) s = in_progress(title->substr(3));
    else s = *title;
    break;
  }
  strip_tail(s);
  out.points_back = RE2::PartialMatch(s, kPointing);
  strip_determiners(s);
  shorten(s);
  if (!tells_nothing(s)) out.text = capitalised(s);
  return out;
}

}  // namespace te::report
