// A paragraph of the last turn begins the remarks if it heads them, if it speaks of "this simulated interview", or if it
// speaks of one of the two in the third person and never in the first.
#include "parse/remarks.h"

#include <algorithm>
#include <array>
#include <string>

#include <re2/re2.h>

#include "parse/labels.h"
#include "parse/speakers.h"
#include "text/lazy_pattern.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

bool matches(std::string_view line, const text::LazyPattern& pattern) { return RE2::FullMatch({line.data(), line.size()}, pattern.compiled()); }

bool is_bold(std::string_view line) { return line.size() > 4 && line.substr(0, 2) == "**" && line.substr(line.size() - 2) == "**"; }

/// "## Evaluator's notes", "**Post-interview assessment:**", "Overall score: 4/5", "Decision: no hire", "End of interview".
bool heads_remarks(std::string_view line) {
  static const text::LazyPattern kSurely(
      R"((?i)(?:post[- ]interview|interview|candidate|hiring|overall|final) (?:evaluation|assessment|scorecard|feedback|verdict|recommendation|decision|observations|remarks|notes|comments|thoughts|reflections?|summary|outcome|score|rating|impression))"
      R"(|(?:evaluator|interviewer|panel|recruiter|assessor|reviewer|hiring manager)(?:['’]?s['’]?)? (?:internal |private |final |closing )?(?:notes?|remarks?|comments?|evaluation|assessment|feedback|summary)|end of (?:the )?(?:interview|transcript|recording))");
  // An answer may have such headings, too.
  static const text::LazyPattern kPerhaps(R"((?i)(?:evaluation|assessment|feedback|verdict|recommendation|decision|notes?|remarks|comments|summary|outcome|score|rating))");
  static const text::LazyPattern kVerdict(R"((?i)\d{1,3}(?:[.,]\d+)?\s*(?:/|out of)\s*\d{1,3}\b.*|(?:strong |no |lean )*(?:hire|reject(?:ed)?|selected|pass|fail)|.*\bthe candidate\b.*)");
  constexpr std::size_t kLongest = 200;
  if (line.size() > kLongest) return false;
  const bool marked = line.front() == '#' || is_bold(line);
  line = without_marks(text::trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size()))));
  while (line.ends_with('.') || line.ends_with('!')) line.remove_suffix(1);
  const auto colon = line.find(':');
  const std::string_view words = without_marks(text::trimmed(line.substr(0, colon)));
  // "The hiring manager's internal assessment" is shorter.
  constexpr std::size_t kLongestHeading = 50;
  if (words.size() > kLongestHeading) return false;
  const std::string_view rest = colon == std::string_view::npos ? std::string_view() : without_marks(text::trimmed(line.substr(colon + 1)));
  const bool begins = text::starts_with_ignoring_case(words, "end of ") || text::starts_with_ignoring_case(words, "post");
  if (matches(words, kSurely)) return marked || begins || colon != std::string_view::npos;
  return matches(words, kPerhaps) && matches(rest, kVerdict);
}

/// "(The interview ends.)", "This simulated interview shows ...", "Note: the interviewer's tone is friendly", "Rating: based on the interview, ...".
bool speaks_of_the_interview(std::string_view line) {
  static const text::LazyPattern kText(
      R"((?i)(?:.*\b(?:this(?: is(?: just| only)?(?: a)?)?|the|is an?) (?:simulated|mock|fictional) (?:job |technical )?(?:interview|transcript|example)\b|(?:note(?: that|[*_]*:[*_]*) )?(?:in )?this (?:interview simulation|transcript|simulation (?:shows|demonstrates|highlights|illustrates))\b)"
      R"(|(?:this|the) interview (?:simulation|ends|concludes|is over)\b|note[*_]*:[*_]* the interviewer\b|(?:\w+[*_]*:[*_]* )?based on (?:the|this) interview\b).*)");
  static const text::LazyPattern kStage(R"((?i)[(\[](?:end|.*\b(?:interview|interviewer|candidate|transcript|simulated|leaves)\b.*)[.\])]*)");
  constexpr std::size_t kStageLength = 400;
  line = without_marks(line);
  constexpr std::array<std::string_view, 4> kTelling = {"interview", "transcript", "simulation", "example"};
  const auto says = [&](std::string_view word) { return text::contains_ignoring_case(line, word); };
  if (std::any_of(kTelling.begin(), kTelling.end(), says) && matches(line, kText)) return true;
  return line.size() < kStageLength && (line.starts_with('(') || line.starts_with('[')) && matches(line, kStage);
}

/// Whom a text may speak of: "the candidate", the speakers by their whole and their first names, folded.
std::vector<std::string> people(const Transcript& transcript) {
  constexpr std::size_t kShortest = 2;
  // A call has a handful of people.
  constexpr std::size_t kMost = 50;
  std::vector<std::string> out = {"the candidate", "the interviewer", "the panel"};
  for (std::size_t i = 0; i < std::min(kMost, transcript.speakers.size()); ++i) {
    const std::string key = speaker_key(transcript.speakers[i]);
    if (is_role_word(key)) continue;
    for (const std::string& name : {key, key.substr(0, key.find(' '))}) {
      if (name.size() >= kShortest) out.push_back(name);
    }
  }
  return out;
}

/// "The candidate did well.", "Overall, Ann Moe was calm": nobody says so who is still talking.
bool speaks_of_a_person(std::string_view line, const std::vector<std::string>& people) {
  static const text::LazyPattern kFirstPerson(R"((?i)\b(?:i|i['’]\w+|my|me|mine|we|we['’]\w+|our|us|you|you['’]\w+|your)\b)");
  static const text::LazyPattern kLeadIn(R"((?i)[*_]*(?:\w+[*_]*:[*_]*|overall|in summary|in conclusion|to summarize|as (?:you|we) can see),?\s+)");
  constexpr std::ptrdiff_t kFewestBlanks = 2;  // less is no sentence
  if (std::count(line.begin(), line.end(), ' ') <= kFewestBlanks) return false;
  // Nearly no line names anybody: it needs no pattern.
  const std::string folded = text::folded(line);
  if (std::none_of(people.begin(), people.end(), [&](const std::string& name) { return folded.find(name) != std::string::npos; })) return false;
  re2::StringPiece rest(line.data(), line.size());
  RE2::Consume(&rest, kLeadIn.compiled());
  const std::string begin = text::folded(without_marks({rest.data(), std::min<std::size_t>(rest.size(), kLongestLabel * 2)}));
  const auto begins_with = [&](const std::string& name) { return begin.starts_with(name) && begin.size() > name.size() && std::string_view(" ,'").find(begin[name.size()]) != std::string_view::npos; };
  return std::any_of(people.begin(), people.end(), begins_with) && !RE2::PartialMatch(rest, kFirstPerson.compiled());
}

bool has_blank_line(std::string_view s) {
  for (std::size_t at = s.find('\n'); at != std::string_view::npos; at = s.find('\n', at + 1)) {
    const auto next = s.find_first_not_of(" \t\r", at + 1);
    if (next != std::string_view::npos && s[next] == '\n') return true;
  }
  return false;
}

/// Without the headings and rules at the end.
std::string_view without_headings_below(std::string_view said) {
  constexpr std::size_t kLongest = 80;
  for (;;) {
    said = text::trimmed(said);
    const auto start = said.rfind('\n');
    if (start == std::string_view::npos) return said;
    const std::string_view line = text::trimmed(said.substr(start + 1));
    const bool heading = line.size() <= kLongest && (is_bold(line) || line.back() == ':' || (line.front() == '[' && line.back() == ']'));
    if (!heading && !parts_sections(line)) return said;
    said = said.substr(0, start);
  }
}

}  // namespace

bool parts_sections(std::string_view line) {
  line = text::trimmed(line);
  if (line.size() < 3) return false;
  if (line.find_first_not_of("-*_=") == std::string_view::npos) return true;
  const auto mark = line.find_first_not_of('#');
  return mark > 0 && mark <= 6 && mark != std::string_view::npos && line[mark] == ' ';
}

void leave_out_remarks(Transcript& transcript) {
  if (transcript.turns.empty()) return;
  Turn& last = transcript.turns.back();
  const std::vector<std::string> named = people(transcript);
  // Formats that put turns together from pieces keep no blank lines.
  const bool blanks = has_blank_line(last.text);
  bool after_blank = false;
  for (std::size_t begin = last.text.find('\n'); begin != std::string_view::npos; begin = last.text.find('\n', begin + 1)) {
    const std::size_t end = std::min(last.text.find('\n', begin + 1), last.text.size());
    const std::string_view line = text::trimmed(last.text.substr(begin + 1, end - begin - 1));
    const bool paragraph = !blanks || after_blank;
    after_blank = line.empty();
    if (!paragraph || line.empty() || !(heads_remarks(line) || speaks_of_the_interview(line) || speaks_of_a_person(line, named))) continue;
    transcript.diagnostics.push_back({"input.remarks", Severity::kInfo, transcript.source->line_at(transcript.source->offset_of(line)), "from here on somebody writes about the interview; it is nobody's answer"});
    last.text = without_headings_below(last.text.substr(0, begin));
    return;
  }
}

}  // namespace te::parse
