// Titles of threads: what their main question asks about, in its own words; where these tell nothing without the dialogue,
// the concepts that the question names, the situation that it is about, or the question itself.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/title_phrase.h"
#include "report/words.h"
#include "rules/compiled.h"
#include "text/utf8.h"
#include "text/word_list.h"

namespace te::report {
namespace {

/// The question's concepts, in the order in which they were asked; languages only when there is nothing else.
std::string concept_title(const Material& m, const QuestionEvaluation& e) {
  constexpr std::size_t kMost = 2;
  std::vector<std::string> names;
  std::vector<std::string> languages;
  for (const Aspect& a : e.aspects) {
    if (a.kind == AspectKind::kConcept && m.is_subject(a.concept_index)) (m.is_language(a) ? languages : names).push_back(a.text);
  }
  // "A list and a tuple in Python" is about list and tuple.
  if (names.empty()) names = std::move(languages);
  if (names.size() > kMost) names.resize(kMost);
  for (std::size_t i = 1; i < names.size(); ++i) names[i] = m.in_sentence(names[i]);
  return capitalised(joined(names));
}

/// The words of an undressed question up to the last that fits.
std::string cut(std::string s) {
  if (s.size() <= kLongestTitle) return capitalised(without_stop(s));
  s.resize(std::min(s.rfind(' ', kLongestTitle), kLongestTitle));
  while (!s.empty() && (static_cast<unsigned char>(s.back()) >= 0x80 || s.back() == ',' || s.back() == ' ')) s.pop_back();
  return capitalised(s) + "...";
}

/// A text's last sentence, without its stop. Others end at a stop before a blank, but of two stops the second ends nothing: "So?! Well".
std::string_view last_sentence(std::string_view s) {
  const auto is_stop = [&](std::size_t i) { return i < s.size() && (s[i] == '.' || s[i] == '?' || s[i] == '!'); };
  std::size_t begin = 0;
  std::size_t end = s.size();
  for (std::size_t i = 0; i < s.size();) {
    if (!is_stop(i)) {
      ++i;
    } else if (i + 1 == s.size()) {
      end = i++;
    } else if (!text::is_ascii_space(s[i + 1])) {
      i += 2;
    } else {
      std::size_t first = i;
      while (first > begin && is_stop(first - 1)) --first;
      begin = first < i ? first + 1 : i + 1;
      i = begin;
    }
  }
  return s.substr(begin, end - begin);
}

/// What was said in the asking turn before the question: "A customer writes in three times a day. How do you handle it?"
/// Of a long sentence nothing, or where there is no better title its begin.
std::string situation(const Question& q, bool or_begin) {
  static const text::WordList kPerson{"(you|i|we|it|its|that|this|these|those|they|he|she|his|her|their|well|nice|done|exactly|perfect|brilliant|excellent|being|asking|good|great|thank|okay|yes|no|right|all right|fine|sure|so that)"};
  static const text::WordList kTalk{"(thank|thanks|sounds|answer|interesting|credit|useful|helpful)"};
  const auto of_person = [](std::string_view sentence) {
    const std::string words = text::folded(sentence);
    return kPerson.end_at(words, 0) != text::WordList::kNone || kTalk.is_in(words);
  };
  const auto offset = q.asking.find(q.text.substr(0, std::min<std::size_t>(q.text.size(), 12)));
  if (offset == std::string_view::npos || offset == 0) return {};
  const std::string before = text::single_line(q.asking.substr(0, offset));
  const std::string_view trimmed = text::trimmed(last_sentence(before));
  // A nod is no situation.
  if (std::count(trimmed.begin(), trimmed.end(), ' ') < 2 || of_person(trimmed)) return {};
  const std::string sentence = undressed(trimmed);
  const std::string title = title_phrase(sentence).text;
  const bool whole = title.find(' ') != std::string::npos && 3 * title.size() >= std::min<std::size_t>(trimmed.size(), 3 * kLongestQuestion);
  if (whole) return title;
  const std::string begin = or_begin ? cut(sentence) : std::string();
  return of_person(begin) ? std::string() : begin;
}

/// An undressed question as a heading: whole, or cut where a clause ends; empty when it is too long for that.
std::string own_words(std::string s) {
  if (s.size() > kLongestQuestion) {
    const auto clause = s.find_last_of(",;:", kLongestQuestion);
    if (clause == std::string::npos || clause <= kLongestQuestion / 3) return {};
    s.resize(clause);
    s += "?";
  }
  return capitalised(without_stop(s));
}

/// "How do you handle it?" is a question to nobody who was not there.
bool needs_the_dialogue(const std::string& question) {
  static const text::WordList kPronoun{"(it|that|this|these|those|them|they|he|she|him|her|there|one)"};
  constexpr std::ptrdiff_t kFewWords = 5;
  if (question.empty() || kPronoun.is_in(text::folded(question))) return true;
  return question.back() == '?' && std::count(question.begin(), question.end(), ' ') < kFewWords;
}

/// The field of what the answer explains most of, where the question does not say what it is about.
std::string answered_field(const Material& m, const QuestionEvaluation& e) {
  constexpr int kEnough = 2;
  std::map<std::string_view, int> uses;
  for (const ConceptUse& use : e.concepts) {
    if (m.is_subject(use) && use.depth >= Depth::kExplained) ++uses[m.concept_of(use).area];
  }
  const auto most = std::max_element(uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == uses.end() || most->second < kEnough ? std::string() : m.area_name(most->first);
}

/// "Does that make sense?", "Could you repeat that?", "What do you mean by that?"
bool only_checks(std::string_view asking) {
  static const text::WordList kDoes{"(does|did|do) (that|this|it|the|my)"};
  static const text::WordList kHelp{"(make sense|help|clear|clarify)"};
  static const text::WordList kCheck{"(repeat|rephrase|say) (your|that|it)", "(is|was) that (clear|right|correct)", "what( do|) you (mean|meant) by"};
  constexpr std::size_t kLongest = 120;
  if (asking.size() >= kLongest && asking.find("you mean") == std::string_view::npos) return false;
  const std::string words = text::folded(asking);
  const std::size_t does = kDoes.find_end(words);
  return (does != text::WordList::kNone && kHelp.is_in(std::string_view(words).substr(does))) || kCheck.is_in(words);
}

}  // namespace

std::string question_title(const Material& m, std::size_t question) {
  const Question& q = m.interview.questions[question];
  const QuestionEvaluation& e = m.evaluation.questions[question];
  const std::string asked = undressed(q.text);
  const TitlePhrase phrase = title_phrase(asked);
  const std::string concepts = concept_title(m, e);
  // One word is less than what the question's concepts say together, and what points back tells nobody what was meant.
  const bool one_word = phrase.text.find(' ') == std::string::npos && !m.book.compiled().is_name(phrase.text);
  if (!phrase.text.empty() && !one_word && !phrase.points_back) return phrase.text;
  if (!concepts.empty()) return concepts;
  if (q.type == QuestionType::kProject && asked.find("project") != std::string::npos) return "Own project";
  if (q.type == QuestionType::kProject && one_word && !phrase.text.empty()) return "Own " + m.in_running_text(phrase.text);
  const std::string own = own_words(asked);
  const bool dangles = phrase.points_back || needs_the_dialogue(own);
  const std::string before = situation(q, !own.empty());
  if (dangles && !before.empty()) return before;
  // "Sorting that out" says less than the question.
  constexpr std::size_t kTelling = 25;
  if (phrase.text.size() >= kTelling && !one_word) return phrase.text;
  if (!own.empty() && !dangles) return own;
  const std::string field = answered_field(m, e);
  if (!field.empty()) return field;
  if (!own.empty()) return own;
  return q.text.empty() ? fmt::format("Question in line {}", q.line) : cut(asked);
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
