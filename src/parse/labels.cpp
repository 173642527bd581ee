#include "parse/labels.h"

#include <algorithm>
#include <array>
#include <vector>

#include <re2/re2.h>

#include "parse/speakers.h"
#include "text/letter_pattern.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

constexpr std::array<std::string_view, 26> kPeople = {
    "interviewer", "ai recruiter", "recruiter",    "hiring manager", "ai interviewer", "moderator",  "panelist",     "panellist",   "panel member", "examiner",
    "observer",    "notetaker",    "note taker",   "note-taker",     "scribe",         "facilitator", "interpreter", "interviewers", "entrevistador", "entrevistadora",
    "interviewerin", "personaler", "personalerin", "recruteur", "recruteuse", "intervistatore"};
/// Other words for one side or the other. Some of them head paragraphs, too.
constexpr std::array<std::string_view, 5> kAskingWords = {"hr", "q", "question", "host", "assistant"};
constexpr std::array<std::string_view, 19> kCandidateWords = {"candidate", "interviewee", "applicant", "respondent", "participant", "a",
                                                              "answer",    "user",        "candidate name", "entrevistado", "entrevistada", "candidato", "candidata",
                                                              "bewerber",  "bewerberin",  "kandidat",       "kandidatin",   "candidat",     "intervistato"};

constexpr std::array<std::string_view, 70> kNeverSpeakers = {
    "note",        "notes",       "example",     "examples",   "score",       "justification", "date",        "time",           "duration",
    "position",    "role",        "job title",   "title",      "company",     "location",      "department",  "experience",     "skills",
    "summary",     "tip",         "warning",     "result",     "results",     "step",          "situation",   "task",           "action",
    "pros",        "cons",        "output",      "input",      "conclusion",  "topic",         "subject",     "format",         "setting",
    "scene",       "evaluation",  "feedback",    "strengths",  "weaknesses",  "decision",      "overall",     "recommendation", "total turns",
    "http",        "https",       "interview",   "transcript", "interview transcript", "job description", "interview date", "interview type", "interview duration",
    "end of interview", "quality profile", "average relevance score", "average evaluation score", "ps", "p.s", "important", "outcome",
    "advantages", "disadvantages", "mode", "job role", "text", "content", "message", "timestamp"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Behind the word of a name that the label begins with: "Ann", "van", "2"; 0 when there is none.
std::size_t behind_name_word(std::string_view label) {
  constexpr std::array<std::string_view, 14> kSmall = {"de", "da", "di", "la", "van", "von", "bin", "al", "el", "the", "of", "|", "&", "-"};
  if (text::is_ascii_digit(label.front()) || text::is_capital_code_point(text::code_point_at(label, 0).value)) return std::min(label.find_first_of(" \t\n\f\r"), label.size());
  const auto small = std::find_if(kSmall.begin(), kSmall.end(), [&](std::string_view word) { return label.starts_with(word); });
  return small == kSmall.end() ? 0 : small->size();
}

/// "interviewer" of "interviewer 2".
std::string_view without_count(std::string_view key) {
  const auto last = key.find_last_not_of("0123456789#");
  return last == std::string_view::npos || key[last] != ' ' ? key : text::trimmed(key.substr(0, last));
}

}  // namespace

bool is_attendee(std::string_view key) { return contains(kPeople, without_count(key)); }

bool is_role_word(std::string_view key) { return is_attendee(key) || contains(kAskingWords, key) || names_candidate(key); }

bool names_candidate(std::string_view key) { return contains(kCandidateWords, without_count(key)); }

std::string_view without_number(std::string_view label) {
  const auto last = label.find_last_not_of("0123456789");
  if (last == std::string_view::npos || last + 1 == label.size()) return label;
  const std::string_view word = text::trimmed(label.substr(0, last + 1));
  for (const std::string_view numbered : {"q", "question", "a", "answer"}) {
    if (text::equals_ignoring_case(word, numbered)) return word;
  }
  return label;
}

bool is_never_speaker(std::string_view key) { return contains(kNeverSpeakers, key); }

bool reads_as_name(std::string_view value) {
  value = text::trimmed(value);
  if (value.empty() || value.size() > 80 || value.find_first_of("?!;\"") != std::string_view::npos) return false;
  if (value.back() == '.' && !(value.size() > 3 && value[value.size() - 3] == ' ')) return false;
  const auto words = 1 + std::count(value.begin(), value.end(), ' ');
  constexpr std::array<std::string_view, 12> kSpeech = {"hi ", "hello", "hey", "yes", "no ", "good morning", "good afternoon", "good evening", "good day", "welcome", "thank", "okay"};
  const bool speech = std::any_of(kSpeech.begin(), kSpeech.end(), [&](std::string_view s) { return text::starts_with_ignoring_case(value, s); });
  return words <= 8 && !speech && !text::equals_ignoring_case(value, "hi");
}

std::string_view without_marks(std::string_view s) {
  while (!s.empty() && (s.front() == '*' || s.front() == '_' || s.front() == '-' || s.front() == ' ')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == '*' || s.back() == '_' || s.back() == '-' || s.back() == ' ')) s.remove_suffix(1);
  return s;
}

std::size_t letters(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_written_as_name(std::string_view label) {
  constexpr int kMost = 4;
  int words = 0;
  for (; !label.empty() && words <= kMost; ++words) {
    const std::size_t end = behind_name_word(label);
    if (end == 0) return false;
    label.remove_prefix(end < label.size() && label[end] == ' ' ? end + 1 : end);
  }
  return label.empty() && words >= 1 && words <= kMost;
}

Labelled split_label(std::string_view line) {
  // Far behind the beginning a colon is punctuation. The bound keeps the search short on lines of any length.
  constexpr std::size_t kFarthestColon = 130;
  const auto colon = line.substr(0, kFarthestColon).find(':');
  if (colon == std::string_view::npos) return {{}, line};
  static const text::LetterPattern kLabel(R"(\s*(?:[-–—>]{1,3}\s*)?[*_]{0,3}(?:\[([^\]\[:]+)\]|([\pL\pN][\pL\pN.'’\-_/&,|@ ]*)(?:\([^()]*\))?)[\s\x{a0}\x{202f}]*[*_]{0,3}:[*_]{0,3}(?:[\s\x{a0}\x{202f}]+|$))");
  re2::StringPiece rest(line.data(), line.size());
  re2::StringPiece bracketed;
  re2::StringPiece plain;
  if (!RE2::Consume(&rest, kLabel.on(line), &bracketed, &plain)) return {{}, line};
  const auto found = bracketed.empty() ? plain : bracketed;
  const std::string_view label = without_marks({found.data(), found.size()});
  if (label.empty() || letters(label) > kLongestLabel) return {{}, line};
  return {label, {rest.data(), rest.size()}};
}

bool begins_with_speaker(std::string_view line) {
  const std::string_view label = split_label(line).label;
  if (label.empty()) return false;
  const std::string key = speaker_key(label);
  return is_role_word(key) || (is_written_as_name(label) && !is_never_speaker(key));
}

void place(Turn& turn, const SourceText& source) {
  // An empty view must not stand where the next speech begins, which may be on another page.
  if (turn.text.empty()) turn.text = source.slice({turn.span.begin, turn.span.begin});
  turn.line = source.line_at(source.offset_of(turn.text));
}

bool add_header_row(const Line& line, Transcript& out) {
  constexpr std::size_t kLongest = 300;
  if (line.text.size() > kLongest || line.text.find('|') == std::string_view::npos) return false;
  std::vector<HeaderField> fields;
  for (std::string_view rest = line.text; !rest.empty();) {
    const auto bar = std::min(rest.find('|'), rest.size());
    const Labelled part = split_label(rest.substr(0, bar));
    const std::string_view value = without_marks(text::trimmed(part.words));
    if (part.label.empty() || !reads_as_name(value)) return false;
    fields.push_back({part.label, value, line.number});
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  if (fields.size() < 2) return false;
  for (const HeaderField& field : fields) add_header_field(field, out);
  return true;
}

void add_header_field(const HeaderField& field, Transcript& out) {
  const std::string key = speaker_key(field.key);
  out.header.push_back(field);
  if (names_candidate(key)) out.candidate = std::string(text::trimmed(field.value.substr(0, field.value.find_first_of(",("))));
  if (key == "position" || key == "role" || key == "job title" || key == "job role") out.position = std::string(field.value);
}

}  // namespace te::parse
