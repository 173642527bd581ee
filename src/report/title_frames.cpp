#include "report/title_frames.h"

#include <deque>

#include "report/word_list.h"
#include "text/lazy_pattern.h"

namespace te::report {
namespace {

/// What is asked about something. Most frames fit no question of an interview, and compiling a pattern takes longer than
/// matching it, so that words tell first where there is a chance, and an opening whose rest is the subject is no pattern.
struct Frame {
  const char* begins;   ///< first words of the question, one of which it must have: "what|how"; empty: any
  const char* holds;    ///< of these it must hold one, behind its first word where it must begin with one of `begins`; empty: nothing
  const char* pattern;  ///< a regular expression from "^" on, or an opening as in a WordList
  const char* title;    ///< "\\1" is the first group, or what stands behind the opening; "ED ..." and "DO ..." go on with a deed, in the past or the infinitive
};

#define TE_OCCASION_WORDS "me|about|a|an|one|any|another|the", " time | times |situation|instance|occasion|moment| case | cases |scenario|experience w|experience in"
#define TE_OCCASION "^(?:me about |about )?(?:an? example of )?(?:a|an|one|any|another|the) (?:specific |particular |recent )?(?:(?:time|situation|instance|occasion|moment|case|scenario)s? (?:when |where |in which |that )?|experience (?:when |where |in which ))"
#define TE_WORK "^(?:an? example of )?(?:a |an |one |any |the )?(?:[a-z]+ )?(?:project|system|task|product|piece of work) (?:where|in which|for which) "
#define TE_NOTION R"(^(?:about |what (?:is|are) )?(?:the )?(?:concepts?|idea|notion|purpose|meaning|importance|role|principles?) of (?:a |an |the )?(.+?)(?: and (?:describe|explain|its|their|how|when|why)\b.*)?$)"

/// Tried from the top; the title names what is asked about.
constexpr std::array kFrames = {
    Frame{"", "between", R"(^(?:in .{1,30}, )?(?:what (?:is|are) )?(?:the )?(?:key |main |biggest )?(?:differences?|distinctions?|trade-?offs?) (?:there are )?between (?:a |an |the )?(.+?) and (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{"", "vs|versus", R"(^(?:a |an |the )?(.+?) (?:versus|vs\.?) (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{"when|why", " or | over | instead of | rather than | and when ", R"(^(?:when|why) (?:do|would|should|might) you (?:use|take|choose|pick|prefer) (?:a |an |the )?(.+?)(?:,? and when|,? or|,? instead of|,? over|,? rather than) (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{"how|when", " between ", R"(^(?:how|when) (?:do|would|might) you (?:choose|decide) between (.+?) and (.+)$)", R"(\1 vs. \2)"},
    Frame{"how", " you ", "how (do|would|might|can|could|should|will) you( typically| usually| normally| generally| actually|)( go about| plan to|)", R"(DO \1)"},
    Frame{"how", "", "how you( would| might| could| can| typically| usually| normally|)( typically| usually| go about|)", R"(DO \1)"},
    Frame{"what", " do ", "what (would you|you would|do you|did you) do( in order|) to", R"(DO \1)"},
    Frame{"can|could|would", "", R"(^(?:can|could|would) you (?:try to |try )?((?:write|implement|code|sketch|draw)\b.+)$)", R"(DO \1)"},
    Frame{"what|how", " is| are| work| mean| differ", R"(^(?:what|how) (?:a |an |the )?([^,]+?) (?:is|are|works?|means?|differs?)(?: (?:and|in|or)\b.*|,.*)?$)", R"(\1)"},
    Frame{"", " differ", R"(^(?:how )?(?:do |does )?(?:a |an |the )?(.+?)(?:, like .+?,)? differs? from (?:a |an |the )?(.+)$)", R"(\1 vs. \2)"},
    Frame{"the|difference|differences|distinction|distinctions", "", "(the |)(difference|differences|distinction|distinctions) (in|of)", R"(Differences in \1)"},
    Frame{"about|what|the", " of ", TE_NOTION, R"(\1)"},
    Frame{"concept|concepts|idea|notion|purpose|meaning|importance|role|principle|principles", "", TE_NOTION, R"(\1)"},
    Frame{"how", " work| implemented| used| different", R"(^how (?:do|does|is|are) (?:a |an |the |your )?(.+?) (?:works?|implemented|used|different)\b.*$)", R"(\1)"},
    Frame{"what|why", " do| mean| matter| take", R"(^(?:what|why) (?:do|does|did) (?:a |an |the )?(.+?) (?:do|does|mean|matter|take)\b.*$)", R"(\1)"},
    Frame{"what", "", "what( do|) you (know|understand) (about|by|of)", R"(\1)"},
    Frame{"what|what's", " good for", R"(^what(?:'s| is) (?:a |an |the )?(.+?) good for$)", R"(\1)"},
    Frame{"what|which", " of ", R"(^(?:what|which) (?:kinds?|types?|sorts?) of (.+?) (?:have|do|did|would|are) you\b.*$)", R"(\1)"},
    Frame{"how|what", "", "(how|what) about", R"(\1)"},
    Frame{"which", " are you ", R"(^which (.+?)(?: of yours)? are you (?:most )?(?:proud of|content with|pleased with)\b.*$)", R"(\1)"},
    Frame{TE_OCCASION_WORDS, TE_OCCASION R"(you(?:'ve| have)? (?:had|needed) to (.+)$)", R"(DO \1)"},
    Frame{TE_OCCASION_WORDS, TE_OCCASION R"(you (?:would|might|could) (?:use|choose|apply|prefer) (?:a |an |the )?(.+)$)", R"(\1)"},
    Frame{TE_OCCASION_WORDS, TE_OCCASION R"(you(?:'ve| have)? ((?:[a-z]+ly )?(?:[a-z]+ed|built|wrote|led|made|ran)\b.+)$)", R"(ED \1)"},
    Frame{TE_OCCASION_WORDS, TE_OCCASION R"((you .+)$)", R"(A time \1)"},
    Frame{TE_OCCASION_WORDS, TE_OCCASION R"((one of .+)$)", R"(A time \1)"},
    Frame{"", " where you| which you", TE_WORK R"(you(?:'ve| have)? ((?:built|wrote|led|made|ran|designed|created|developed|implemented)\b.+)$)", R"(ED \1)"},
    Frame{"me|an|a|one|example|examples", "example", "(me |)(an |a |one |)(example|examples) of( a situation where| a case where|)", R"(\1)"},
    Frame{"have|do", "", "(have you had|do you have)( any| much| some|)", R"(\1)"},
    Frame{"have|had", " with | on ", "(have|had) you( ever|) (worked|dealt) (on|with)( any| some|)", R"(\1)"},
    Frame{"have|had", "used|done", "(have|had) you( ever|) (used|done)( any| some|)", R"(\1)"},
    Frame{"have|had", " made ", R"(^(?:have|had) you ever (made .+)$)", R"(ED \1)"},
    Frame{"is", "", R"(^is there (?:a|any|one) (.+?)(?: that you\b.*)?$)", R"(\1)"},
    Frame{"why|do|what", "fit|candidate|apart", R"(^(?:why (?:do )?you think|(?:do|what do) you think|what makes you)\b.*\b(?:fit|candidate|candidates|apart)\b.*$)", "Fit for the role"},
    Frame{"what|where", " hope to| see yourself", R"(^(?:what (?:do )?you hope to|where do you see yourself)\b.*$)", "Plans for the coming years"},
    Frame{"what", " programmed| built| build| made| worked on", R"(^what (?:have|did) you (?:programmed|built|build|made|worked on)\b.*$)", "Own work"},
    Frame{"and|where|what", "are you weak|get better at", R"(^(?:and )?(?:where are you weak|what would you want to get better at)\b.*$)", "Own weaknesses"},
    Frame{"what", "", "what (is|are|were|was)", R"(\1)"},
};
#undef TE_NOTION
#undef TE_WORK
#undef TE_OCCASION
#undef TE_OCCASION_WORDS

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

class CompiledFrame {
 public:
  explicit CompiledFrame(const Frame& frame) : frame_(frame), pattern_(frame.pattern), opening_({frame.pattern[0] == '^' ? std::string_view() : frame.pattern}) {}

  /// The title that the frame gives the question; nothing when it does not fit.
  [[nodiscard]] std::optional<std::string> title(const Phrase& question) const {
    const std::string_view words = question.lower();
    const std::string_view first = words.substr(0, words.find(' '));
    const std::size_t from = *frame_.begins == '\0' ? 0 : first.size();
    const bool may_fit = one_fits(frame_.begins, [&](std::string_view word) { return word == first; }) && one_fits(frame_.holds, [&](std::string_view part) { return words.find(part, from) != std::string_view::npos; });
    if (!may_fit) return std::nullopt;
    if (frame_.pattern[0] == '^') return question.extract(pattern_.compiled(), frame_.title);
    const std::size_t subject = opening_.behind(words, 0);
    if (subject == WordList::kNone || subject == words.size()) return std::nullopt;
    const std::string_view form = frame_.title;
    return std::string(form.substr(0, form.size() - kGroup.size())) + question.text().substr(subject);
  }

 private:
  static constexpr std::string_view kGroup = "\\1";

  const Frame& frame_;
  text::LazyPattern pattern_;
  WordList opening_;
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
  static const WordList kDoubled{"(debug|control)"};
  if (verb == "be") return "being";
  if (verb.size() > 2 && verb.compare(verb.size() - 2, 2, "ie") == 0) return verb.substr(0, verb.size() - 2) + "ying";
  if (verb.size() > 2 && verb.back() == 'e' && verb[verb.size() - 2] != 'e') return verb.substr(0, verb.size() - 1) + "ing";
  // One syllable that ends with one vowel and one consonant: "set", not "look" nor "show".
  constexpr std::string_view kVowels = "aeiou";
  const auto vowel = verb.find_first_of(kVowels);
  const bool short_syllable = vowel != std::string::npos && vowel + 2 == verb.size() && std::string_view("bdglmnprt").find(verb.back()) != std::string_view::npos;
  return short_syllable || kDoubled.is(verb) ? verb + verb.back() + "ing" : verb + "ing";
}

/// "automate a task" as "automating a task", "design and build X" as "designing and building X".
std::string in_progress(const std::string& deed) {
  static const WordList kBare{"(approach|handle)( the| a| an|)"};
  static const WordList kNoVerb{"(the|a|an|it|this|that|you|missing|is|are|more|not)"};
  static const WordList kSecond{"and (implement|design|build|maintain|deploy|integrate|ensure|manage|evaluate|test|run|improve|measure|prevent|detect|address|monitor|optimise|optimize|train|tune|scale|debug|fix|repair)"};
  const Phrase phrase(deed);
  // Approaching, handling and keeping up with something is about that something.
  if (const std::size_t subject = kBare.behind(phrase.lower(), 0); subject != WordList::kNone) return deed.substr(subject);
  if (kNoVerb.end_at(phrase.lower(), 0) != WordList::kNone) return deed;
  const auto letters_from = [&](std::size_t at) { return static_cast<std::size_t>(std::find_if_not(deed.begin() + static_cast<std::ptrdiff_t>(at), deed.end(), text::is_ascii_alpha) - deed.begin()); };
  std::size_t verb = 0;
  std::size_t end = letters_from(0);
  const bool adverb = end > 2 && deed.compare(end - 2, 2, "ly") == 0 && end + 1 < deed.size() && deed[end] == ' ' && text::is_ascii_alpha(deed[end + 1]);
  if (adverb) {
    verb = end + 1;
    end = letters_from(verb);
  }
  if (end == verb || (end < deed.size() && is_word_byte(deed[end]))) return deed;
  std::string out = deed.substr(0, verb) + gerund_of(text::folded(deed.substr(verb, end - verb)));
  const std::size_t rest = end < deed.size() && deed[end] == ' ' ? kSecond.behind(deed, end + 1) : WordList::kNone;
  if (rest == WordList::kNone) return out + deed.substr(end);
  constexpr std::size_t kAnd = 5;  // " and "
  return out + " and " + gerund_of(deed.substr(end + kAnd, rest - 1 - end - kAnd)) + " " + deed.substr(rest);
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

}  // namespace

Phrase unframed(const Phrase& question) {
  for (const CompiledFrame& frame : compiled_frames()) {
    const auto title = frame.title(question);
    if (!title) continue;
    if (title->compare(0, 3, "ED ") == 0) return Phrase(from_past(title->substr(3)));
    if (title->compare(0, 3, "DO ") == 0) return Phrase(in_progress(title->substr(3)));
    return Phrase(*title);
  }
  return question;
}

}  // namespace te::report
