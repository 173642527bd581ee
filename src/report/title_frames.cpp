#include "report/title_frames.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "text/word_list.h"

namespace te::report {
namespace {

/// What is asked about something.
struct Frame {
  const char* phrasing;  ///< of the whole question; see text/phrasing.h
  const char* title;    ///< "\\1" is its first group; "ED ..." and "DO ..." go on with a deed, in the past or the infinitive
  std::string_view needs = {};  ///< words without which it never fits: told sooner where the phrasing begins with a blank
};

#define TE_OCCASION "(me about |about |)((a|an) example of |)(a|an|one|any|another|the) (specific |particular |recent |)((time|situation|instance|occasion|moment|case|scenario)(s|) (when |where |in which |that |)|experience (when |where |in which ))"
#define TE_WORK "((a|an) example of |)(a |an |one |any |the |)(@ |)(project|system|task|product|piece of work) (where|in which|for which) "

/// Tried from the top; the title names what is asked about.
constexpr std::array kFrames = {
    Frame{"(in #, |)(what (is|are) |)(the |)(key |main |biggest |)(difference|distinction|trade-off|tradeoff)(s|) (there are |)between (a |an |the |)<_> and (a |an |the |)<_>", R"(\1 vs. \2)", " between "},
    Frame{"(a |an |the |)<_> (versus|vs|vs.) (a |an |the |)<_>", R"(\1 vs. \2)", " v"},
    Frame{"(when|why) (do|would|should|might) you (use|take|choose|pick|prefer) (a |an |the |)<_>(,|) (and when|or|instead of|over|rather than) (a |an |the |)<_>", R"(\1 vs. \2)"},
    Frame{"(how|when) (do|would|might) you (choose|decide) between <_> and <_>", R"(\1 vs. \2)"},
    Frame{"how (do|would|might|can|could|should|will) you( typically| usually| normally| generally| actually|)( go about| plan to|) <_>", R"(DO \1)"},
    Frame{"how you( would| might| could| can| typically| usually| normally|)( typically| usually| go about|) <_>", R"(DO \1)"},
    Frame{"what (would you|you would|do you|did you) do( in order|) to <_>", R"(DO \1)"},
    Frame{"(can|could|would) you (try to |try |)<(write|implement|code|sketch|draw)_>", R"(DO \1)"},
    Frame{"(what|how) (a |an |the |)<~> (is|are|work|works|mean|means|differ|differs)( (and|in|or)*|,*|)", R"(\1)"},
    Frame{"(how |)(do |does |)(a |an |the |)<_>(, like _,|) (differ|differs) from (a |an |the |)<_>", R"(\1 vs. \2)", " differ"},
    Frame{"(the |)(difference|differences|distinction|distinctions) (in|of) <_>", R"(Differences in \1)"},
    Frame{"(about |what (is|are) |)(the |)(concept|concepts|idea|notion|purpose|meaning|importance|role|principle|principles) of (a |an |the |)<_>( and (describe|explain|its|their|how|when|why)*|)", R"(\1)"},
    Frame{"how (do|does|is|are) (a |an |the |your |)<_> (work|works|implemented|used|different)*", R"(\1)"},
    Frame{"(what|why) (do|does|did) (a |an |the |)<_> (do|does|mean|matter|take)*", R"(\1)"},
    Frame{"what( do|) you (know|understand) (about|by|of) <_>", R"(\1)"},
    Frame{"what('s| is) (a |an |the |)<_> good for", R"(\1)"},
    Frame{"(what|which) (kind|kinds|type|types|sort|sorts) of <_> (have|do|did|would|are) you*", R"(\1)"},
    Frame{"(how|what) about <_>", R"(\1)"},
    Frame{"which <_>( of yours|) are you (most |)(proud of|content with|pleased with)*", R"(\1)"},
    Frame{TE_OCCASION "you('ve| have|) (had|needed) to <_>", R"(DO \1)"},
    Frame{TE_OCCASION "you (would|might|could) (use|choose|apply|prefer) (a |an |the |)<_>", R"(\1)"},
    Frame{TE_OCCASION "you('ve| have|) <(@ly |)(@ed|built|wrote|led|made|ran)_>", R"(ED \1)"},
    Frame{TE_OCCASION "<(you|one of) _>", R"(A time \1)"},
    Frame{TE_WORK "you('ve| have|) <(built|wrote|led|made|ran|designed|created|developed|implemented)_>", R"(ED \1)", " you"},
    Frame{"(me (an |a |one |)|an |a |one )(example|examples) of( a situation where| a case where|) <_>", R"(\1)"},
    Frame{"(have you had|do you have)( any| much| some|) <_>", R"(\1)"},
    Frame{"(have|had) you( ever|) (worked|dealt) (on|with)( any| some|) <_>", R"(\1)"},
    Frame{"(have|had) you( ever|) (used|done)( any| some|) <_>", R"(\1)"},
    Frame{"(have|had) you ever <made _>", R"(ED \1)"},
    Frame{"is there (a|any|one) <_>( that you*|)", R"(\1)"},
    Frame{"(why (do |)you think|(do|what do) you think|what makes you)_(fit|candidate|candidates|apart)*", "Fit for the role"},
    Frame{"(what (do |)you hope to|where do you see yourself)*", "Plans for the coming years"},
    Frame{"what (have|did) you (programmed|built|build|made|worked on)*", "Own work"},
    Frame{"(and |)(where are you weak|what would you want to get better at)*", "Own weaknesses"},
    Frame{"what (is|are|were|was) <_>", R"(\1)"},
};
#undef TE_WORK
#undef TE_OCCASION

/// What the form makes of the groups, as they stand in the question.
std::string filled(std::string_view form, const Phrase& question, const text::Phrasing::Match& match) {
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] != '\\') {
      out += form[i];
      continue;
    }
    const std::string_view words = question.piece(match.groups[static_cast<std::size_t>(form[++i] - '1')]);
    out += words.substr(std::min(words.find_first_not_of(' '), words.size()));
  }
  return out;
}

/// The title that the first frame gives the question; nothing when none fits.
std::optional<std::string> framed(const Phrase& question) {
  static const std::vector<text::Phrasing> kPhrasings = [] {
    std::vector<text::Phrasing> out;
    for (const Frame& frame : kFrames) out.emplace_back(frame.phrasing);
    return out;
  }();
  for (std::size_t i = 0; i < kFrames.size(); ++i) {
    if (question.lower().find(kFrames[i].needs) == std::string::npos) continue;
    if (const auto match = kPhrasings[i].whole(question.lower())) return filled(kFrames[i].title, question, *match);
  }
  return std::nullopt;
}

/// "prevent" as "preventing", "set" as "setting", "analyse" as "analysing".
std::string gerund_of(const std::string& verb) {
  static const text::WordList kDoubled{"(debug|control)"};
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
  static const text::WordList kBare{"(approach|handle)( the| a| an|)"};
  static const text::WordList kNoVerb{"(the|a|an|it|this|that|you|missing|is|are|more|not)"};
  static const text::WordList kSecond{"and (implement|design|build|maintain|deploy|integrate|ensure|manage|evaluate|test|run|improve|measure|prevent|detect|address|monitor|optimise|optimize|train|tune|scale|debug|fix|repair)"};
  const Phrase phrase(deed);
  // Approaching, handling and keeping up with something is about that something.
  if (const std::size_t subject = kBare.behind(phrase.lower(), 0); subject != text::WordList::kNone) return deed.substr(subject);
  if (kNoVerb.end_at(phrase.lower(), 0) != text::WordList::kNone) return deed;
  const auto letters_from = [&](std::size_t at) { return static_cast<std::size_t>(std::find_if_not(deed.begin() + static_cast<std::ptrdiff_t>(at), deed.end(), text::is_ascii_alpha) - deed.begin()); };
  std::size_t verb = 0;
  std::size_t end = letters_from(0);
  const bool adverb = end > 2 && deed.compare(end - 2, 2, "ly") == 0 && end + 1 < deed.size() && deed[end] == ' ' && text::is_ascii_alpha(deed[end + 1]);
  if (adverb) {
    verb = end + 1;
    end = letters_from(verb);
  }
  if (end == verb || (end < deed.size() && text::is_word_byte(deed[end]))) return deed;
  std::string out = deed.substr(0, verb) + gerund_of(text::folded(deed.substr(verb, end - verb)));
  const std::size_t rest = end < deed.size() && deed[end] == ' ' ? kSecond.behind(deed, end + 1) : text::WordList::kNone;
  if (rest == text::WordList::kNone) return out + deed.substr(end);
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
  static const text::Phrasing kVerb("<(@ly |)@><(i|)>ed*");
  const auto match = kVerb.whole(deed);
  if (!match) return deed;
  const text::Phrasing::Piece& stem = match->groups[0];
  const text::Phrasing::Piece& i = match->groups[1];
  const bool vowel_stays = i.begin == i.end && deed[stem.end - 1] == 'e';
  constexpr std::size_t kEd = 2;
  return deed.substr(0, stem.end) + (i.begin < i.end ? "y" : vowel_stays ? "e" : "") + "ing" + deed.substr(i.end + kEd);
}

}  // namespace

Phrase unframed(const Phrase& question) {
  const auto title = framed(question);
  if (!title) return question;
  if (title->starts_with("ED ")) return Phrase(from_past(title->substr(3)));
  if (title->starts_with("DO ")) return Phrase(in_progress(title->substr(3)));
  return Phrase(*title);
}

}  // namespace te::report
