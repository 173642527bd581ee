// The sentence of a question that asks, without what leads up to it: greetings, clauses, the request itself.
#include <algorithm>

#include "report/phrase.h"
#include "report/title_phrase.h"
#include "text/utf8.h"
#include "text/word_list.h"

namespace te::report {
namespace {

/// Takes the first sentence off: up to a stop, question or exclamation mark that a blank or a closing quotation mark follows, and
/// that is none of "Ms. Jones".
std::string_view take_sentence(std::string_view& s) {
  const auto is_stop = [](char c) { return c == '.' || c == '?' || c == '!'; };
  const std::size_t begin = std::min(s.find_first_not_of(" \t\r\n\f\v"), s.size());
  std::size_t end = begin;
  static const text::WordList kTitle{"(mr|ms|mrs|dr|prof)"};
  const auto is_title = [&](std::size_t stop) {
    const std::size_t word = s.substr(0, stop).find_last_of(" \t\n") + 1;
    return s[stop] == '.' && kTitle.is(text::folded(s.substr(word, stop - word)));
  };
  while (end < s.size() && (!is_stop(s[end]) || is_title(end) || (end + 1 < s.size() && !text::is_ascii_space(s[end + 1]) && s[end + 1] != '"'))) end += is_stop(s[end]) ? 2 : 1;
  end = std::min(end, s.size());  // "Good afternoon, Ms."
  if (end > begin) {
    while (end < s.size() && is_stop(s[end])) ++end;
  }
  const std::string_view sentence = s.substr(begin, end - begin);
  s.remove_prefix(end);
  return sentence;
}

bool asks(std::string_view s) {
  static const text::WordList kRequests{"(please|explain|describe|tell|walk|talk|give|define|compare)"};
  static const text::WordList kBehindColon{"(tell|describe|explain)"};
  static const text::WordList kWishes{"(like to hear|tell me) about"};
  if (s.empty()) return false;
  if (s.back() == '?' || kRequests.end_at(s, 0) != text::WordList::kNone || kWishes.is_in(s)) return true;
  for (std::size_t colon = s.find(':'); colon != std::string_view::npos; colon = s.find(':', colon + 1)) {
    if (kBehindColon.end_at(s, colon + 1) != text::WordList::kNone || (colon + 1 < s.size() && s[colon + 1] == ' ' && kBehindColon.end_at(s, colon + 2) != text::WordList::kNone)) return true;
  }
  return false;
}

/// "They don't, do they?" waits for no answer.
bool ends_with_tag(std::string_view s) {
  static const text::WordList kTag{"(is|are|was|were|do|does|did|has|have|had|can|could|will|wo|would|should|ca)(n't|n’t|nt|) (i|you|he|she|it|we|they|there|that)?"};
  const std::size_t comma = s.rfind(", ");
  return comma != std::string_view::npos && kTag.is(s.substr(comma + 2));
}

/// The first sentence that asks and says something; where none asks, the first that says something.
std::string main_sentence(std::string_view asking) {
  constexpr std::size_t kTelling = 26;
  std::string first;
  std::string short_one;
  for (std::string_view sentence = take_sentence(asking); !sentence.empty(); sentence = take_sentence(asking)) {
    if (first.empty()) first = sentence;
    const std::string lower = text::in_lower_case(std::string(sentence));
    if (!asks(lower) || ends_with_tag(lower)) continue;
    if (sentence.size() >= kTelling) return std::string(sentence);
    if (short_one.empty()) short_one = sentence;
  }
  return short_one.empty() ? first : short_one;
}

/// Where the word begins that stands behind one of `signs` and a blank, `least` to `most` characters after `from`; npos
/// when there is none or the sentence ends before.
std::size_t behind_sign(std::string_view s, std::size_t from, std::string_view signs, std::size_t least, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t i = from; i < s.size() && characters <= most && s[i] != '?'; ++i) {
    if (signs.find(s[i]) != std::string_view::npos && characters >= least && i + 2 < s.size() && s[i + 1] == ' ' && text::is_word_byte(s[i + 2])) return i + 2;
    characters += (static_cast<unsigned char>(s[i]) & 0xC0) != 0x80 ? 1 : 0;
  }
  return std::string_view::npos;
}

/// Where the question goes on behind a clause that leads up to it: "To begin, what ..."; 0 when it begins with none.
std::size_t behind_clause(std::string_view s) {
  static const text::WordList kThat{"(that's|thats|it's|its)"};
  static const text::WordList kOpening{"(to|for|from|given|considering|based on|regarding|looking|thinking|moving|turning|staying|following|knowing|as|since|with|while|after|before|once|if|building|let's|lets|in)"};
  static const text::WordList kSupposed{"(suppose|imagine|assume|let's say|lets say|let's focus on|lets focus on)( that|)", "let me( now|) ask( you|) about( that|)", "let us (go|turn|come)( straight|)( on|) to( that|)"};
  static const text::WordList kWhich{"which (is|are|was|were)"};
  static const text::WordList kBut{"(but|so|and)"};
  static const text::WordList kAnd{"(and|so)"};
  constexpr std::size_t kClause = 140;
  constexpr std::size_t kShortClause = 60;
  constexpr std::size_t kNone = text::WordList::kNone;
  const auto behind_sign_of = [&](const text::WordList& opening, std::string_view signs, std::size_t most) {
    const std::size_t at = opening.behind(s, 0);
    return at == kNone ? kNone : behind_sign(s, at, signs, 0, most);
  };
  if (const std::size_t clause = behind_sign_of(kThat, ",", kShortClause); clause != kNone) {
    const std::size_t question = kBut.behind(s, clause);
    if (question != kNone) return question;
  }
  if (const std::size_t at = kSupposed.behind(s, 0); at != kNone) return at;
  if (const std::size_t clause = behind_sign_of(kOpening, ",:", kClause); clause != kNone) {
    const std::size_t question = kAnd.behind(s, clause);
    return question != kNone && question < s.size() && text::is_word_byte(s[question]) ? question : clause;
  }
  if (const std::size_t clause = behind_sign_of(kWhich, ",", kClause); clause != kNone) return clause;
  const std::size_t heading = behind_sign(s, 0, ":", 3, kShortClause);
  return heading == kNone ? 0 : heading;
}

/// Takes off what stands before the question itself, as often as there is some.
void strip_lead(Phrase& s) {
  static const text::WordList kLead{"(okay|ok|so|uh|um|great|good|right|lovely|thanks|thank|thank you|and|but|well|now|also|alright|sure|then|next|finally|lastly|all right|got it|i see|if so|in your experience|in general|for example|technically)"};
  static const text::WordList kTell{"tell (me|us)"};
  static const text::WordList kGreeting{"(hi|hello|hey|welcome|good morning|good afternoon|good evening|mr.|ms.|mrs.|dr.)"};
  static const text::WordList kWish{"(i'd|id) (like|love) to (ask about|hear about|know|understand)", "(i'm|im) (curious|interested)( to hear|)( about|)"};
  for (;;) {
    std::size_t end = kLead.behind(s.lower(), 0, ",.!:");
    if (end == text::WordList::kNone) end = behind_clause(s.lower());
    // "So tell me, what ..."
    if (const std::size_t tell = kTell.end_at(s.lower(), 0); end == 0 && tell != text::WordList::kNone && s.lower().compare(tell, 2, ", ") == 0) end = tell + 2;
    // "Hi Omar, how ...", "Ms. Jones, how ..."
    constexpr std::size_t kLongestName = 40;
    if (const std::size_t name = kGreeting.behind(s.lower(), 0, ","); end == 0 && name != text::WordList::kNone) {
      const std::size_t question = behind_sign(s.lower(), name, ",", 0, kLongestName);
      if (question != text::WordList::kNone) end = question;
    }
    if (end == 0) end = kWish.behind(s.lower(), 0);
    if (end == text::WordList::kNone) return;
    s.erase(0, end);
  }
}

/// "Could you please walk me through X" is about X.
void strip_request(Phrase& s) {
  static const text::WordList kPolite{"(can|could|would|will|do|might) you", "please"};
  static const text::WordList kAdverb{"(please|perhaps|briefly|also|maybe)"};
  static const text::WordList kVerb{"(explain|describe|discuss|elaborate on|outline|define|compare|contrast|clarify|summarise|summarize|share|provide|pick|name|let's talk about|lets talk about)", "(give|show)( me| us|)",
                              "(walk|talk|take) (me|us) through", "talk about", "tell (me|us)( a bit| a little|)( more|)( about|)"};
  static const text::WordList kToMe{"(to me|for me|with me|with us)"};
  for (;;) {
    const std::string_view words = s.lower();
    std::size_t at = 0;
    if (const std::size_t polite = kPolite.behind(words, 0); polite != text::WordList::kNone) {
      at = polite;
      for (std::size_t next = kAdverb.behind(words, at); next != text::WordList::kNone; next = kAdverb.behind(words, at)) at = next;
    }
    std::size_t end = kVerb.behind(words, at);
    if (end == text::WordList::kNone) return;
    if (const std::size_t to_me = kToMe.behind(words, end); to_me != text::WordList::kNone) end = to_me;
    // "One of those" is nothing; "can you name one of those?" is a question at least.
    if (words.substr(end).starts_with("one of ")) return;
    s.erase(0, end);
  }
}

/// Without an emoji or another sign before the first word.
std::string without_sign_before(std::string sentence) {
  std::size_t at = 0;
  while (at < sentence.size()) {
    const auto sign = text::code_point_at(sentence, at);
    const bool mark = static_cast<unsigned char>(sentence[at]) < 0x80 ? sentence[at] != ' ' : text::is_word_code_point(sign.value) || sentence.compare(at, 3, "“") == 0;
    if (mark) break;
    at += sign.size;
  }
  return at < sentence.size() ? sentence.substr(at) : sentence;
}

/// Without marks of emphasis and quotation, and what stands in round brackets.
void strip_marks(Phrase& s) {
  for (std::size_t i = 0; i < s.size();) {
    const std::string_view rest = std::string_view(s.text()).substr(i);
    // "(smiles)", "[inaudible 00:12]"
    const std::size_t close = rest.front() == '(' ? rest.find(')') : rest.front() == '[' ? rest.find(']') : std::string_view::npos;
    if (close != std::string_view::npos) {
      const std::size_t begin = i == 0 ? 0 : s.text().find_last_not_of(' ', i - 1) + 1;
      s.erase(begin, i + close + 1 - begin);
      i = begin;
    } else if (rest.front() == '`' || rest.front() == '*' || rest.front() == '"') {
      s.erase(i, 1);
    } else if (rest.starts_with("“") || rest.starts_with("”")) {
      s.erase(i, std::string_view("“").size());
    } else {
      ++i;
    }
  }
}

}  // namespace

std::string undressed(std::string_view asking) {
  Phrase s(without_sign_before(text::single_line(main_sentence(asking))));
  strip_lead(s);
  strip_request(s);
  strip_marks(s);
  return std::string(text::trimmed(s.text()));
}

}  // namespace te::report
