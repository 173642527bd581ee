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

/// Byte for byte.
std::string in_lower_case(std::string s) {
  for (char& c : s) c = text::is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return s;
}

/// A text that patterns are taken off. They are written in lower case and see its lower-case form: for patterns that ignore
/// case RE2 needs twice as long, and it needs longer to compile them than an interview needs to be evaluated.
class Phrase {
 public:
  explicit Phrase(std::string text) : text_(std::move(text)), lower_(in_lower_case(text_)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& lower() const { return lower_; }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] bool holds(const RE2& pattern) const { return RE2::PartialMatch(lower_, pattern); }
  [[nodiscard]] bool is(const RE2& pattern) const { return RE2::FullMatch(lower_, pattern); }

  /// What `form` makes of the first match: "\\1" is its first group, as it stands in the text.
  [[nodiscard]] std::optional<std::string> extract(const RE2& pattern, re2::StringPiece form) const {
    const auto groups = match(pattern, 0);
    return groups ? std::optional(rewritten(pattern, form, *groups)) : std::nullopt;
  }

  void erase(std::size_t first, std::size_t size) { put(first, size, {}); }
  void resize(std::size_t size) { erase(size, text_.size() - size); }

  /// True when there was a match.
  bool replace(const RE2& pattern, re2::StringPiece form) { return replace_from(pattern, form, 0).has_value(); }
  void replace_all(const RE2& pattern, re2::StringPiece form) {
    for (std::optional<std::size_t> at = 0; at && *at <= text_.size();) at = replace_from(pattern, form, *at);
  }

 private:
  static constexpr int kGroups = 6;
  using Groups = std::array<re2::StringPiece, kGroups>;

  [[nodiscard]] std::optional<Groups> match(const RE2& pattern, std::size_t from) const {
    Groups groups;
    if (!pattern.Match(lower_, from, lower_.size(), RE2::UNANCHORED, groups.data(), std::min(kGroups, 1 + pattern.NumberOfCapturingGroups()))) return std::nullopt;
    return groups;
  }

  [[nodiscard]] std::string rewritten(const RE2& pattern, re2::StringPiece form, Groups groups) const {
    for (re2::StringPiece& group : groups) {
      if (group.data() != nullptr) group = re2::StringPiece(text_.data() + (group.data() - lower_.data()), group.size());
    }
    std::string out;
    pattern.Rewrite(&out, form, groups.data(), kGroups);
    return out;
  }

  /// The end of what was put there.
  std::optional<std::size_t> replace_from(const RE2& pattern, re2::StringPiece form, std::size_t from) {
    const auto groups = match(pattern, from);
    if (!groups) return std::nullopt;
    const auto first = static_cast<std::size_t>((*groups)[0].data() - lower_.data());
    const std::string by = rewritten(pattern, form, *groups);
    put(first, (*groups)[0].size(), by);
    return first + by.size();
  }

  void put(std::size_t first, std::size_t size, const std::string& by) {
    text_.replace(first, size, by);
    lower_.replace(first, size, in_lower_case(by));
  }

  std::string text_;
  std::string lower_;
};

/// The first sentence that asks and says something; where none asks, the first that says something.
std::string main_sentence(std::string_view asking) {
  static const RE2 kSentence(R"(\s*((?:[^.?!]|[.?!][^\s"])+[.?!]*))");
  static const RE2 kAsks(R"(\?$|^(?:please|explain|describe|tell|walk|talk|give|define|compare)\b|: ?(?:tell|describe|explain)\b|\b(?:like to hear|tell me) about\b)");
  // "They don't, do they?" waits for no answer.
  static const RE2 kTag(R"(, (?:is|are|was|were|do|does|did|has|have|had|can|could|will|wo|would|should|ca)(?:n['’]?t)? (?:i|you|he|she|it|we|they|there|that)\?$)");
  constexpr std::size_t kTelling = 26;
  std::string first;
  std::string short_one;
  re2::StringPiece rest(asking.data(), asking.size());
  std::string sentence;
  while (RE2::Consume(&rest, kSentence, &sentence)) {
    if (first.empty()) first = sentence;
    const std::string lower = in_lower_case(sentence);
    if (!RE2::PartialMatch(lower, kAsks) || RE2::PartialMatch(lower, kTag)) continue;
    if (sentence.size() >= kTelling) return sentence;
    if (short_one.empty()) short_one = sentence;
  }
  return short_one.empty() ? first : short_one;
}

bool is_word(char c) { return text::is_ascii_alpha(c) || text::is_ascii_digit(c) || c == '_'; }

/// Where the word begins that stands behind one of `signs` and a blank, `least` to `most` characters after `from`; npos
/// when there is none or the sentence ends before.
std::size_t behind_sign(std::string_view s, std::size_t from, std::string_view signs, std::size_t least, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t i = from; i < s.size() && characters <= most && s[i] != '?'; ++i) {
    if (signs.find(s[i]) != std::string_view::npos && characters >= least && i + 2 < s.size() && s[i + 1] == ' ' && is_word(s[i + 2])) return i + 2;
    characters += (static_cast<unsigned char>(s[i]) & 0xC0) != 0x80 ? 1 : 0;
  }
  return std::string_view::npos;
}

/// The words at `at`, if they are one of these and another word follows.
std::size_t behind_words(std::string_view s, std::size_t at, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (s.compare(at, word.size(), word) == 0 && at + word.size() < s.size() && is_word(s[at + word.size()])) return at + word.size();
  }
  return at;
}

/// Where the question goes on behind a clause that leads up to it: "To begin, what ..."; 0 when it begins with none. The
/// limits are no part of the patterns, for which RE2 would repeat them as often.
std::size_t behind_clause(const std::string& s) {
  static const RE2 kThat("^(?:that'?s|it'?s) ");
  static const RE2 kOpening(
      "^(?:to|for|from|given|considering|based on|regarding|looking|thinking|moving|turning|staying|following|knowing|as|since|with|while|after|before|once|if|building|let'?s|in) ");
  static const RE2 kSupposed("^(?:suppose|imagine|assume|let'?s say|let'?s focus on|let me (?:now )?ask(?: you)? about|let us (?:go|turn|come)(?: straight| on)? to)(?: that)? ");
  static const RE2 kWhich("^which (?:is|are|was|were) ");
  constexpr std::size_t kClause = 140;
  constexpr std::size_t kShortClause = 60;
  constexpr std::size_t kNone = std::string_view::npos;
  /// Behind the pattern, which stands at the begin.
  const auto opening = [&](const RE2& pattern) {
    re2::StringPiece rest(s);
    return RE2::Consume(&rest, pattern) ? s.size() - rest.size() : kNone;
  };
  if (const std::size_t at = opening(kThat); at != kNone) {
    const std::size_t clause = behind_sign(s, at, ",", 0, kShortClause);
    const std::size_t question = clause == kNone ? kNone : behind_words(s, clause, {"but ", "so ", "and "});
    if (question != clause) return question;
  }
  if (const std::size_t at = opening(kSupposed); at != kNone) return at;
  if (const std::size_t at = opening(kOpening); at != kNone) {
    const std::size_t clause = behind_sign(s, at, ",:", 0, kClause);
    if (clause != kNone) return behind_words(s, clause, {"and ", "so "});
  }
  if (const std::size_t at = opening(kWhich); at != kNone) {
    const std::size_t clause = behind_sign(s, at, ",", 0, kClause);
    if (clause != kNone) return clause;
  }
  const std::size_t heading = behind_sign(s, 0, ":", 3, kShortClause);
  return heading == kNone ? 0 : heading;
}

/// Takes off what stands before the question itself, as often as there is some.
void strip_lead(Phrase& s) {
  static const RE2 kLead(R"(^(?:okay|ok|so|uh|um|great|good|right|lovely|thanks?|thank you|and|but|well|now|also|alright|sure|then|next|finally|lastly|all right|got it|i see|if so|in your experience|in general|for example|technically)[,.!:]?\s+)");
  static const RE2 kWish(R"(^(?:i'?d (?:like|love) to (?:ask about|hear about|know|understand)|i'?m (?:curious|interested)(?: to hear)?(?: about)?)\s+)");
  for (;;) {
    if (s.replace(kLead, "")) continue;
    const std::size_t clause = behind_clause(s.lower());
    if (clause > 0) s.erase(0, clause);
    else if (!s.replace(kWish, "")) return;
  }
}

/// "Could you please walk me through X" is about X.
void strip_request(Phrase& s) {
  static const RE2 kRequest(
      R"(^(?:(?:can|could|would|will|do|might) you (?:please |perhaps |briefly |also |maybe )*|please )?)"
      R"((?:explain|describe|discuss|elaborate on|outline|define|compare|contrast|clarify|summari[sz]e|share|provide|pick|name|let'?s talk about|(?:give|show)(?: me| us)?|(?:walk|talk|take) (?:me|us) through|talk about|tell (?:me|us)(?: a (?:bit|little))?(?: more)?(?: about)?)\s+(?:to me |for me |with (?:me|us) )?)");
  while (s.replace(kRequest, "")) {}
}

/// What is asked about something. Most frames fit no question of an interview, and compiling a pattern takes longer than
/// matching it, so that words tell first where there is a chance.
struct Frame {
  const char* begins;   ///< first words of the question, one of which it must have: "what|how"; empty: any
  const char* holds;    ///< of these it must hold one; empty: nothing
  const char* pattern;
  const char* title;    ///< "ED ..." and "DO ..." go on with a deed, in the past or the infinitive
};

#define TE_OCCASION_BEGINS "me|about|a|an|one|any|another|the|example"
#define TE_OCCASION "^(?:me about |about )?(?:an? example of )?(?:a|an|one|any|another|the) (?:specific |particular |recent )?(?:(?:time|situation|instance|occasion|moment|case|scenario)s? (?:when |where |in which |that )?|experience (?:when |where |in which ))"
#define TE_WORK "^(?:an? example of )?(?:a |an |one |any |the )?(?:[a-z]+ )?(?:project|system|task|product|piece of work) (?:where|in which|for which) "

/// Tried from the top; the title names what is asked about.
constexpr std::array kFrames = {
    Frame{"", "between", R"(^(?:in .{1,30}, )?(?:what (?:is|are) )?(?:the )?(?:key |main |biggest )?(?:differences?|distinctions?|trade-?offs?) (?:there are )?between (?:a |an |the )?(.+?) and (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{"", "vs|versus", R"(^(?:a |an |the )?(.+?) (?:versus|vs\.?) (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{"when|why", " you ", R"(^(?:when|why) (?:do|would|should|might) you (?:use|take|choose|pick|prefer) (?:a |an |the )?(.+?)(?:,? and when|,? or|,? instead of|,? over|,? rather than) (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{"how|when", " between ", R"(^(?:how|when) (?:do|would|might) you (?:choose|decide) between (.+?) and (.+)$)", R"(\1 vs. \2)"},
    Frame{"how", " you ", R"(^how (?:do|would|might|can|could|should|will) you (?:typically |usually |normally |generally |go about |actually |plan to )*(.+)$)", R"(DO \1)"},
    Frame{"how", "how you ", R"(^how you (?:would|might|could|can|typically|usually|normally)? ?(?:typically |usually |go about )?(.+)$)", R"(DO \1)"},
    Frame{"what", " do ", R"(^what (?:would you|you would|do you|did you) do (?:in order )?to (.+)$)", R"(DO \1)"},
    Frame{"can|could|would", " you ", R"(^(?:can|could|would) you (?:try to |try )?((?:write|implement|code|sketch|draw)\b.+)$)", R"(DO \1)"},
    Frame{"what|how", " is| are| work| mean| differ", R"(^(?:what|how) (?:a |an |the )?([^,]+?) (?:is|are|works?|means?|differs?)(?: (?:and|in|or)\b.*|,.*)?$)", R"(\1)"},
    Frame{"", " differ", R"(^(?:how )?(?:do |does )?(?:a |an |the )?(.+?)(?:, like .+?,)? differs? from (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{"the|difference|differences|distinction|distinctions", "", R"(^(?:the )?(?:differences?|distinctions?) (?:in|of) (.+)$)", R"(Differences in \1)"},
    Frame{"about|what|the|concept|concepts|idea|notion|purpose|meaning|importance|role|principle|principles", " of ", R"(^(?:about |what (?:is|are) )?(?:the )?(?:concepts?|idea|notion|purpose|meaning|importance|role|principles?) of (?:a |an |the )?(.+?)(?: and (?:describe|explain|its|their|how|when|why)\b.*)?$)", R"(\1)"},
    Frame{"how", "", R"(^how (?:do|does|is|are) (?:a |an |the |your )?(.+?) (?:works?|implemented|used|different)\b.*$)", R"(\1)"},
    Frame{"what|why", "", R"(^(?:what|why) (?:do|does|did) (?:a |an |the )?(.+?) (?:do|does|mean|matter|take)\b.*$)", R"(\1)"},
    Frame{"what", " you ", R"(^what (?:do )?you (?:know|understand) (?:about|by|of) (.+)$)", R"(\1)"},
    Frame{"what|what's", " good for", R"(^what(?:'s| is) (?:a |an |the )?(.+?) good for$)", R"(\1)"},
    Frame{"what|which", " of ", R"(^(?:what|which) (?:kinds?|types?|sorts?) of (.+?) (?:have|do|did|would|are) you\b.*$)", R"(\1)"},
    Frame{"how|what", " about ", R"(^(?:how|what) about (.+)$)", R"(\1)"},
    Frame{"which", " are you ", R"(^which (.+?)(?: of yours)? are you (?:most )?(?:proud of|content with|pleased with)\b.*$)", R"(\1)"},
    Frame{TE_OCCASION_BEGINS, " had to| needed to", TE_OCCASION R"(you(?:'ve| have)? (?:had|needed) to (.+)$)", R"(DO \1)"},
    Frame{TE_OCCASION_BEGINS, " you ", TE_OCCASION R"(you (?:would|might|could) (?:use|choose|apply|prefer) (?:a |an |the )?(.+)$)", R"(\1)"},
    Frame{TE_OCCASION_BEGINS, " you", TE_OCCASION R"(you(?:'ve| have)? ((?:[a-z]+ly )?(?:[a-z]+ed|built|wrote|led|made|ran)\b.+)$)", R"(ED \1)"},
    Frame{TE_OCCASION_BEGINS, "you ", TE_OCCASION R"((you .+)$)", R"(A time \1)"},
    Frame{TE_OCCASION_BEGINS, "one of ", TE_OCCASION R"((one of .+)$)", R"(A time \1)"},
    Frame{"", " where you| which you", TE_WORK R"(you(?:'ve| have)? ((?:built|wrote|led|made|ran|designed|created|developed|implemented)\b.+)$)", R"(ED \1)"},
    Frame{"me|an|a|one|example|examples", "example", R"(^(?:me )?(?:an? |one )?examples? of (?:a (?:situation|case) where )?(.+)$)", R"(\1)"},
    Frame{"have|do", "", R"(^(?:have you had|do you have) (?:any |much |some )?(.+)$)", R"(\1)"},
    Frame{"have|had", " with | on ", R"(^(?:have|had) you (?:ever )?(?:worked|dealt) (?:on|with) (?:any |some )?(.+)$)", R"(\1)"},
    Frame{"have|had", "used|done", R"(^(?:have|had) you (?:ever )?(?:used|done) (?:any |some )?(.+)$)", R"(\1)"},
    Frame{"have|had", " made ", R"(^(?:have|had) you ever (made .+)$)", R"(ED \1)"},
    Frame{"is", "is there ", R"(^is there (?:a|any|one) (.+?)(?: that you\b.*)?$)", R"(\1)"},
    Frame{"why|do|what", "fit|candidate|apart", R"(^(?:why (?:do )?you think|(?:do|what do) you think|what makes you)\b.*\b(?:fit|candidate|candidates|apart)\b.*$)", "Fit for the role"},
    Frame{"what|where", " you", R"(^(?:what (?:do )?you hope to|where do you see yourself)\b.*$)", "Plans for the coming years"},
    Frame{"what", " you ", R"(^what (?:have|did) you (?:programmed|built|build|made|worked on)\b.*$)", "Own work"},
    Frame{"and|where|what", "are you weak|get better at", R"(^(?:and )?(?:where are you weak|what would you want to get better at)\b.*$)", "Own weaknesses"},
    Frame{"what", "", R"(^what (?:is|are|were|was) (.+)$)", R"(\1)"},
};
#undef TE_WORK
#undef TE_OCCASION
#undef TE_OCCASION_BEGINS

/// Whether `fits` is true of one of the alternatives "a|b"; of none at all it is.
template <typename Fits>
bool one_fits(std::string_view alternatives, Fits fits) {
  if (alternatives.empty()) return true;
  for (std::size_t begin = 0; begin <= alternatives.size();) {
    const std::size_t end = std::min(alternatives.find('|', begin), alternatives.size());
    if (fits(alternatives.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

struct CompiledFrame {
  explicit CompiledFrame(const Frame& f) : frame(f), pattern(f.pattern) {}

  /// The title that the frame gives the question; nothing when it does not fit.
  std::optional<std::string> title(const Phrase& question) const {
    const std::string_view words = question.lower();
    const std::string_view first = words.substr(0, words.find(' '));
    const bool may_fit = one_fits(frame.begins, [&](std::string_view word) { return word == first; }) && one_fits(frame.holds, [&](std::string_view part) { return words.find(part) != std::string_view::npos; });
    return may_fit ? question.extract(pattern.compiled(), frame.title) : std::nullopt;
  }

  const Frame& frame;
  text::LazyPattern pattern;
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
  static const RE2 kBare(R"(^(?:approach|handle) (?:the |a |an )?)");
  static const RE2 kNoVerb(R"(^(?:the|a|an|it|this|that|you|missing|is|are|more|not)\b)");
  Phrase phrase(deed);
  // Approaching, handling and keeping up with something is about that something.
  if (phrase.replace(kBare, "") || phrase.holds(kNoVerb)) return phrase.text();
  std::string adverb;
  std::string verb;
  std::string second;
  std::string rest;
  if (!RE2::FullMatch(deed, kVerb, &adverb, &verb, &second, &rest)) return deed;
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
void strip_tail(Phrase& s) {
  static const RE2 kTail(
      R"((?:[,;:?]| - | — |\.$)(?:.|\n)*$|,? (?:and|or) (?:how|what|why|when|which|where|who|whether|provide|give|explain|describe|discuss|can|could|its|then|also|walk|if)\b(?:.|\n)*$)"
      R"(| (?:including|considering|for example|for instance|such as|like|along with|in terms of|in the context of|in this (?:regard|context)|because|so that|before we)\b(?:.|\n)*$)"
      R"(| (?:(?:would|might|could|that|which|where|when) you|an? (?:organi[sz]ation|company|team) (?:should|can|could|must))\b(?:.|\n)*$| (?:on that|of yours|here|there|please|today|at the moment|yourself|day to day|in your own words|in (?:one|two|three|a few) (?:sentences?|words|minutes))$)");
  static const RE2 kWith(R"(\b(project|task|case|application|system)s? (?:where|in which|that|for which) you (?:have )?(?:used|utili[sz]ed|applied) )");
  static const RE2 kPerson(
      R"( (?:that |which |where )?you(?:'ve|'d|'re| are| have| had| might| would| could| can)?(?: (?:recently|personally|ever|particularly|most|really))* (?:found(?: particularly| most)? (?:interesting|challenging|rewarding|difficult|hard|useful)(?: or [a-z]+)?)"
      R"(|had|have|faced|encountered|worked on|worked with|completed|created|built|wrote|did|use|used|helped with|implemented|employed|found|mentioned|developed|designed|took|see|prepare for|(?:are )?proud of|came across|personally built|keep an eye on)\b)");
  // "Project you managed from start to finish"
  static const RE2 kPassive(R"( (?:that )?you(?:'ve| have)? ([a-z]+ed|led|made|sold)(?: or [a-z]+ed(?: to)?)?( [a-z]+|$))");
  static const RE2 kLoose(R"( (?:and|or|with|of|in|on|for|to|the|a|an|from|by|at|during|as|led|would|do|when)$)");
  const bool of_you = s.lower().find(" you") != std::string::npos;
  if (of_you) s.replace(kWith, R"(\1 with )");
  if (of_you) s.replace_all(kPerson, "");
  static const RE2 kOwnDeed(R"( (?:that )?you(?:'ve| have)? (?:[a-z]+ly )?[a-z]+ed(?: or [a-z]+ed)?(?: to)?(?: yourself)?$)");
  while (s.replace(kTail, "")) {}
  if (of_you) s.replace(kOwnDeed, "");
  if (of_you) s.replace(kPassive, R"( \1\2)");
  while (s.replace(kLoose, "")) {}
}

/// Without the words that fit any subject at the begin, and with "the" for what points back.
void strip_determiners(Phrase& s) {
  static const RE2 kFirst(R"(^(?:the|a|an|your|some|any|this|that|these|those|more|about|me|us|different|common|various|general|specific|particular|one of|one|in|of|for|most|main|key|first|concept of|approach(?:es)? to|considerations for)\s+)");
  static const RE2 kOwn(R"(\b(?:of )?your own\b)");
  static const RE2 kPointing(R"(\b(?:this|these|your|its|our) )");
  static const RE2 kPointingAfar(R"(\b(of|during|in|on|with|to|for|from|about|at) (?:that|those) )");
  static const RE2 kEmphasis(R"(\b(?:particularly|especially|specifically|really|perhaps|actually) )");
  s.replace_all(kEmphasis, "");
  s.replace_all(kOwn, "own");
  while (s.replace(kFirst, "")) {}
  s.replace_all(kPointing, "the ");
  s.replace_all(kPointingAfar, R"(\1 the )");
  static const RE2 kAtTheEnd(R"( own$)");
  if (s.replace(kAtTheEnd, "")) s = Phrase("own " + s.text());
}

/// A long subject ends where something is added to it, unless what is left would hang in the air: "a highly available".
void shorten(Phrase& s) {
  static const RE2 kAddition(R"(^ (?:in|to|for|with|when|while|at|from|during|on|by|given|where|if|as|that|which|without|and)\b)");
  static const RE2 kHanging(R"((?:ing|able|ible|ive|ous|ent|ant|ure|robust|complex|how|approach|challenges|considerations|techniques|strategies) *$)");
  constexpr std::size_t kShortest = 16;
  if (s.size() <= kLongestTitle) return;
  for (std::size_t at = s.lower().rfind(' ', kLongestTitle); at != std::string::npos && at >= kShortest; at = s.lower().rfind(' ', at - 1)) {
    const re2::StringPiece rest(s.lower().data() + at, s.size() - at);
    if (!RE2::PartialMatch(rest, kAddition) || RE2::PartialMatch(re2::StringPiece(s.lower().data(), at), kHanging)) continue;
    s.resize(at);
    return;
  }
}

/// True for what names nothing: "it", "this in practice", or a piece too short or too long to head an entry.
bool tells_nothing(const Phrase& s) {
  static const RE2 kEmpty(R"(^(?:(?:it|its|this|that|these|those|they|each\b.*|such|an?|one|experience|examples?|projects?|response|answer|the (?:process|experience|project|answer|pictures)|background|yourself|challenges?|role|(?:own )?part|share|steps?|more|do|doing|do it|do that|do this|handle|going|reaction|likely reason|discount rate|time|question|questions|something [a-z]+|some[a-z]+)(?: in practice)?)?$)");
  static const RE2 kQuestion(R"(^(?:what|which|when|where|why|who|do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|if|you|how)\b)");
  static const RE2 kPronoun(R"(\b(?:it|them|they|those|he|she|this)\b|\b(?:that|one)$|\bthe (?:to|is|in|on|for|under|was|of|before|after)\b|\bthe$|\bon what\b)");
  return s.size() < 3 || s.size() > kLongestQuestion || s.is(kEmpty) || s.holds(kPronoun) || s.holds(kQuestion);
}

}  // namespace

std::string undressed(std::string_view asking) {
  static const RE2 kMarks(R"([`*"“”]|\s*\([^)]*\))");
  Phrase s(text::single_line(main_sentence(asking)));
  strip_lead(s);
  strip_request(s);
  s.replace_all(kMarks, "");
  return std::string(text::trimmed(s.text()));
}

TitlePhrase title_phrase(std::string_view asking) {
  static const RE2 kPointing(R"(\b(?:this|that|these|those|its) )");
  Phrase s(undressed(asking));
  while (s.size() > 0 && (s.text().back() == '?' || s.text().back() == '.')) s.resize(s.size() - 1);
  for (const CompiledFrame& frame : compiled_frames()) {
    const auto title = frame.title(s);
    if (!title) continue;
    if (title->compare(0, 3, "ED ") == 0) s = Phrase(from_past(title->substr(3)));
    else if (title->compare(0, 3, "DO ") == 0) s = Phrase(in_progress(title->substr(3)));
    else s = Phrase(*title);
    break;
  }
  strip_tail(s);
  TitlePhrase out;
  out.points_back = s.holds(kPointing);
  strip_determiners(s);
  shorten(s);
  if (!tells_nothing(s)) out.text = capitalised(s.text());
  return out;
}

}  // namespace te::report
