// What a question asks about, as a phrase to head an entry: a noun phrase wherever the question allows.
//
// A question is undressed in steps: the phrases that lead up to it, the request ("could you explain"), the frame around
// the subject ("the difference between"), and what hangs on behind. What is left is the title if it is short enough and
// names something.
#include "report/title_phrase.h"

#include <algorithm>
#include <array>

#include "report/title_frames.h"
#include "report/words.h"
#include "text/utf8.h"
#include "text/word_list.h"

namespace te::report {
namespace {

/// Where something begins that is no part of the subject: another question, an example, a condition, a clause about the person.
std::size_t tail_of(std::string_view s) {
  static const text::WordList kQuestion{"(and|or) (how|what|why|when|which|where|who|whether|provide|give|explain|describe|discuss|can|could|its|then|also|walk|if)"};
  static const text::WordList kAddition{"(including|considering|for example|for instance|such as|like|along with|in terms of|in the context of|in this regard|in this context|because|so that|before we)", "(would|might|could|that|which|where|when) you",
                                  "(a|an) (organisation|organization|company|team) (should|can|could|must)"};
  static const text::WordList kEnd{"(on that|of yours|here|there|please|today|at the moment|yourself|day to day|in your own words)", "in (one|two|three|a few) (sentence|sentences|word|words|minutes)"};
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char c = s[i];
    const bool in_figure = i > 0 && i + 1 < s.size() && text::is_ascii_digit(s[i - 1]) && text::is_ascii_digit(s[i + 1]);
    if (in_figure) continue;  // "1,200", "10:30"
    if (c == ',' || c == ';' || c == ':' || c == '?' || (c == '.' && i + 1 == s.size())) return i;
    if (c != ' ') continue;
    if (s.compare(i, 3, " - ") == 0 || s.compare(i, 5, " — ") == 0 || kQuestion.end_at(s, i + 1) != text::WordList::kNone || kAddition.end_at(s, i + 1) != text::WordList::kNone || kEnd.is(s.substr(i + 1))) return i;
  }
  return s.size();
}

/// "Project where you have used Kafka" as "project with Kafka".
void strip_use(Phrase& s) {
  static const text::Phrasing kUse("<(project|task|case|application|system)>(s|) (where|in which|that|for which) you (have |)(used|utilised|utilized|applied) ");
  const auto use = kUse.find(s.lower(), 0, [](std::size_t) { return true; });
  if (use) s.put(use->groups[0].end, use->all.end - use->groups[0].end, " with ");
}

#define TE_EMPHASIS "( recently| personally| ever| particularly| most| really|)"

/// Without what the person had to do with the subject: "the project you worked on".
void strip_person(Phrase& s) {
  static const text::Phrasing kPerson(
      " (that |which |where |)you('ve|'d|'re| are| have| had| might| would| could| can|)" TE_EMPHASIS TE_EMPHASIS TE_EMPHASIS " (found( particularly| most|) (interesting|challenging|rewarding|difficult|hard|useful)( or @|)"
      "|had|have|faced|encountered|worked on|worked with|completed|created|built|wrote|did|use|used|helped with|implemented|employed|found|mentioned|developed|designed|took|see|prepare for|(are |)proud of|came across|personally built|keep an eye on)");
  for (std::size_t from = 0;;) {
    const auto person = kPerson.find(s.lower(), from, [&](std::size_t end) { return text::is_word_end(s.lower(), end); });
    if (!person) return;
    from = person->all.begin;
    s.erase(person->all);
  }
}

#undef TE_EMPHASIS

/// Without a deed at the end: "the lesson that you have taught or planned yourself".
void strip_own_deed(Phrase& s) {
  static const text::Phrasing kDeed(" (that |)you('ve| have|) (@ly |)@ed( or @ed|)( to|)( yourself|)");
  const auto deed = kDeed.find(s.lower(), 0, [&](std::size_t end) { return end == s.size(); });
  if (deed) s.erase(deed->all);
}

/// "Project you managed from start to finish" as "project managed from start to finish".
void strip_subject(Phrase& s) {
  static const text::Phrasing kDeed(" <(that |)you('ve| have|) ><(@ed|led|made|sold)><( or @ed( to|)|)>");
  const auto goes_on = [&](std::size_t end) { return end == s.size() || (s.lower()[end] == ' ' && end + 1 < s.size() && text::is_ascii_alpha(s.lower()[end + 1])); };
  const auto deed = kDeed.find(s.lower(), 0, goes_on);
  if (!deed) return;
  s.erase(deed->groups[2]);
  s.erase(deed->groups[0]);
}

/// What follows the subject.
void strip_tail(Phrase& s) {
  static const text::WordList kLoose{"(and|or|with|of|in|on|for|to|the|a|an|from|by|at|during|as|led|would|do|when)"};
  const auto tells_of_you = [&] { return s.lower().find(" you") != std::string::npos; };
  if (tells_of_you()) {
    strip_use(s);
    strip_person(s);
  }
  for (std::size_t tail = tail_of(s.lower()); tail < s.size(); tail = tail_of(s.lower())) s.resize(tail);
  if (tells_of_you()) {
    strip_own_deed(s);
    strip_subject(s);
  }
  for (std::size_t last = s.lower().rfind(' '); last != std::string::npos && kLoose.is(std::string_view(s.lower()).substr(last + 1)); last = s.lower().rfind(' ')) s.resize(last);
}

/// Puts `by` in place of every phrase of the list, and of the blank behind it.
void replace_words(Phrase& s, const text::WordList& list, const std::string& by) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (!text::is_word_begin(s.lower(), i)) continue;
    const std::size_t end = list.end_at(s.lower(), i);
    if (end == text::WordList::kNone || end == s.size() || s.lower()[end] != ' ') continue;
    s.put(i, end + 1 - i, by);
    i += by.size() - 1;
  }
}

/// Without the words that fit any subject at the begin, and with "the" for what points back.
void strip_determiners(Phrase& s) {
  static const text::WordList kFirst{"(the|a|an|your|some|any|this|that|these|those|more|about|me|us|different|common|various|general|specific|particular|one of|one|in|of|for|most|main|key|first|concept of|approach to|approaches to|considerations for)"};
  static const text::WordList kOwn{"(of |)your own"};
  static const text::WordList kPointing{"(this|these|your|its|our)"};
  static const text::WordList kPointingAfar{"(that|those)"};
  static const text::WordList kPreposition{"(of|during|in|on|with|to|for|from|about|at)"};
  static const text::WordList kEmphasis{"(particularly|especially|specifically|really|perhaps|actually)"};
  replace_words(s, kEmphasis, "");
  for (std::size_t i = 0; i < s.size(); ++i) {
    const std::size_t end = text::is_word_begin(s.lower(), i) ? kOwn.end_at(s.lower(), i) : text::WordList::kNone;
    if (end != text::WordList::kNone) s.put(i, end - i, "own");
  }
  for (std::size_t next = kFirst.behind(s.lower(), 0); next != text::WordList::kNone; next = kFirst.behind(s.lower(), 0)) s.erase(0, next);
  replace_words(s, kPointing, "the ");
  for (std::size_t i = 0; i < s.size(); ++i) {
    const std::size_t word = text::is_word_begin(s.lower(), i) ? kPreposition.behind(s.lower(), i) : text::WordList::kNone;
    const std::size_t end = word == text::WordList::kNone ? word : kPointingAfar.end_at(s.lower(), word);
    if (end != text::WordList::kNone && end < s.size() && s.lower()[end] == ' ') s.put(word, end - word, "the");
  }
  constexpr std::string_view kAtTheEnd = " own";
  if (s.size() < kAtTheEnd.size() || s.lower().compare(s.size() - kAtTheEnd.size(), kAtTheEnd.size(), kAtTheEnd) != 0) return;
  s = Phrase("own " + s.text().substr(0, s.size() - kAtTheEnd.size()));
}

/// Whether the last word lets expect another one.
bool hangs(std::string_view s) {
  constexpr std::array<std::string_view, 18> kEndings = {"ing", "able", "ible", "ive", "ous", "ent", "ant", "ure", "robust", "complex", "how", "approach", "challenges", "considerations", "techniques", "strategies", " but", " not"};
  s = s.substr(0, s.find_last_not_of(' ') + 1);
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return s.ends_with(ending); });
}

/// A long subject ends where something is added to it, unless what is left would hang in the air: "a highly available".
void shorten(Phrase& s) {
  static const text::WordList kAddition{"(in|to|for|with|when|while|at|from|during|on|by|given|where|if|as|that|which|without|and)"};
  constexpr std::size_t kShortest = 16;
  if (s.size() <= kLongestTitle) return;
  for (std::size_t at = s.lower().rfind(' ', kLongestTitle); at != std::string::npos && at >= kShortest; at = s.lower().rfind(' ', at - 1)) {
    if (kAddition.end_at(s.lower(), at + 1) == text::WordList::kNone || hangs(std::string_view(s.lower()).substr(0, at))) continue;
    s.resize(at);
    return;
  }
}

/// Whether it speaks of what is named elsewhere, or breaks off.
bool points_nowhere(std::string_view s) {
  static const text::WordList kPronoun{"(it|them|they|those|he|she|this)", "the (to|is|in|on|for|under|was|of|before|after)", "on what"};
  static const text::WordList kAtTheEnd{"(that|one|the)"};
  const std::size_t last = s.find_last_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") + 1;
  return kPronoun.is_in(s) || kAtTheEnd.is(s.substr(last));
}

/// True for what names nothing: "it", "this in practice", or a piece too short or too long to head an entry.
bool tells_nothing(const Phrase& s) {
  static const text::WordList kEmpty{"(it|its|this|that|these|those|they|such|a|an|one|experience|example|examples|project|projects|response|answer|background|yourself|challenge|challenges|role|part|own part|share|step|steps|more)",
                               "the (process|experience|project|answer|pictures)", "(do|doing|do it|do that|do this|handle|going|reaction|likely reason|discount rate|time|question|questions)"};
  static const text::WordList kEach{"each"};
  static const text::WordList kQuestion{"(what|which|when|where|why|who|do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|if|you|how)"};
  if (s.size() < 3 || s.size() > kLongestQuestion) return true;
  std::string_view words = s.lower();
  if (kEach.end_at(words, 0) != text::WordList::kNone || kQuestion.end_at(words, 0) != text::WordList::kNone || points_nowhere(words)) return true;
  constexpr std::string_view kInPractice = " in practice";
  if (words.ends_with(kInPractice)) words.remove_suffix(kInPractice.size());
  if (kEmpty.is(words)) return true;
  const auto is_letters = [](std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), text::is_ascii_alpha); };
  return words.starts_with("some") && (is_letters(words.substr(4)) || (words.starts_with("something ") && is_letters(words.substr(10))));
}

/// "The techniques behind these reductions"
bool points_back(std::string_view s) {
  static const text::WordList kPointing{"(this|that|these|those|its)"};
  for (std::size_t i = 0; i < s.size(); ++i) {
    const std::size_t end = text::is_word_begin(s, i) ? kPointing.end_at(s, i) : text::WordList::kNone;
    if (end != text::WordList::kNone && end < s.size() && s[end] == ' ') return true;
  }
  return false;
}

}  // namespace

TitlePhrase title_phrase(const std::string& question) {
  Phrase s(question);
  while (s.size() > 0 && (s.text().back() == '?' || s.text().back() == '.')) s.resize(s.size() - 1);
  s = unframed(s);
  strip_tail(s);
  TitlePhrase out;
  out.points_back = points_back(s.lower());
  strip_determiners(s);
  shorten(s);
  if (!tells_nothing(s)) out.text = capitalised(s.text());
  return out;
}

}  // namespace te::report
