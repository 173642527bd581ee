#include "structure/names.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.h"

namespace te::structure {
namespace {

constexpr std::array<std::string_view, 21> kInterviewerLabels = {"interviewer", "recruiter",  "ai recruiter", "hiring manager", "ai interviewer", "moderator",  "examiner",
                                                                 "panelist",    "panellist", "host",         "panel",          "interviewers", "hr",  "entrevistador", "entrevistadora",
                                                                 "interviewerin", "personaler", "personalerin", "recruteur",   "recruteuse",      "intervistatore"};
constexpr std::array<std::string_view, 17> kCandidateLabels = {"entrevistado", "entrevistada", "candidato", "candidata", "candidate", "interviewee", "applicant", "respondent", "participant", "candidate name", "examinee",
                                                               "bewerber",     "bewerberin",   "kandidat",  "kandidatin", "candidat",    "intervistato"};
constexpr std::array<std::string_view, 11> kObserverLabels = {"observer", "notetaker", "note taker", "note-taker", "scribe", "transcriber", "interpreter", "narrator", "operator", "system", "technician"};
constexpr std::array<std::string_view, 10> kNobody = {"assistant", "user", "speaker", "person", "unknown", "voice", "guest", "participant", "spk", "channel"};
/// Whoever wrote the transcript; no part of a name: "You Chen" is one.
constexpr std::array<std::string_view, 6> kPronouns = {"me", "you", "them", "they", "i", "myself"};
constexpr std::array<std::string_view, 8> kTitles = {"dr", "mr", "mrs", "ms", "miss", "prof", "professor", "sir"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The label is one of the words, or begins with one: "Interviewer 1", "Candidate (remote)".
template <std::size_t N>
bool begins_with(const std::array<std::string_view, N>& words, std::string_view folded) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return folded.substr(0, w.size()) == w && (folded.size() == w.size() || folded[w.size()] == ' '); });
}

/// The words of a name, folded, without titles, full stops and what follows a comma or bracket.
std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> out(1);
  for (const char c : text::folded(text::trimmed(name.substr(0, name.find_first_of(",("))))) {
    if (c == ' ' || c == '\t' || c == '.') {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back().push_back(c);
    }
  }
  if (out.back().empty()) out.pop_back();
  if (out.size() > 1 && contains(kTitles, out.front())) out.erase(out.begin());
  return out;
}

bool is_initial_of(const std::string& a, const std::string& b) { return a == b || (a.size() == 1 && b.compare(0, 1, a) == 0) || (b.size() == 1 && a.compare(0, 1, b) == 0); }

}  // namespace

namespace {

LabelRole role_of_word(std::string_view label) {
  const std::string folded = text::folded(text::trimmed(label));
  if (begins_with(kObserverLabels, folded)) return LabelRole::kObserver;
  // "Q" and "A" say it as well, but "A Kumar" is a name.
  if (begins_with(kInterviewerLabels, folded) || folded == "q" || folded == "question") return LabelRole::kInterviewer;
  if (begins_with(kCandidateLabels, folded) || folded == "a" || folded == "answer") return LabelRole::kCandidate;
  return LabelRole::kNone;
}

}  // namespace

LabelRole role_of_label(std::string_view label) {
  // "Entrevistador/Interviewer" says it twice; "Q/A" says nothing.
  const auto slash = std::min(label.find('/'), label.size());
  const LabelRole first = role_of_word(label.substr(0, slash));
  if (slash == label.size()) return first;
  const LabelRole second = role_of_word(label.substr(slash + 1));
  if (first == LabelRole::kNone || first == second) return second;
  return second == LabelRole::kNone ? first : LabelRole::kNone;
}

bool same_person(std::string_view a, std::string_view b) {
  std::vector<std::string> shorter = name_words(a);
  std::vector<std::string> longer = name_words(b);
  if (shorter.size() > longer.size()) shorter.swap(longer);
  if (shorter.empty()) return false;
  const auto offset = static_cast<std::ptrdiff_t>(longer.size() - shorter.size());
  if (std::equal(shorter.begin(), shorter.end(), longer.begin()) || std::equal(shorter.begin(), shorter.end(), longer.begin() + offset)) return true;
  return shorter.size() > 1 && shorter.back() == longer.back() && is_initial_of(shorter.front(), longer.front());
}

std::vector<std::string_view> names_in(std::string_view value) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= value.size();) {
    std::size_t end = std::min(value.find_first_of(",;&/", begin), value.size());
    std::size_t next = end + 1;
    const std::size_t conjunction = value.find(" and ", begin);
    if (conjunction < end) {
      end = conjunction;
      next = conjunction + 5;
    }
    const std::string_view name = text::trimmed(value.substr(begin, end - begin));
    if (!name.empty()) out.push_back(name);
    begin = next;
  }
  return out;
}

bool is_name(std::string_view label) {
  const std::string folded = text::folded(text::trimmed(label));
  if (folded.size() < 2 || role_of_label(label) != LabelRole::kNone || begins_with(kNobody, folded) || contains(kPronouns, folded)) return false;
  // "SPEAKER_00", "spk_1"
  const std::size_t end = folded.find_first_of("_0123456789");
  return end == std::string::npos || !contains(kNobody, std::string_view(folded).substr(0, end));
}

}  // namespace te::structure
