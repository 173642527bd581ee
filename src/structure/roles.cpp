#include "structure/roles.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "text/utf8.h"

namespace te::structure {
namespace {

constexpr std::array<std::string_view, 9> kInterviewerLabels = {"interviewer", "recruiter", "ai recruiter", "hiring manager", "ai interviewer", "moderator", "examiner", "panelist", "host"};
constexpr std::array<std::string_view, 6> kCandidateLabels = {"candidate", "interviewee", "applicant", "respondent", "participant", "candidate name"};

struct Speaker {
  std::uint32_t turns = 0;
  std::uint32_t asking = 0;
  std::uint32_t words = 0;
  bool says_interviewer = false;
  bool says_candidate = false;
};

template <std::size_t N>
bool label_is(const std::array<std::string_view, N>& words, std::string_view label) {
  const std::string folded = text::folded(text::trimmed(label));
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return folded == w || (folded.size() > w.size() && folded.compare(0, w.size() + 1, std::string(w) + " ") == 0); });
}

/// "Q" and "A" say it as well, but "A Kumar" is a name.
bool label_is_exactly(std::string_view label, std::string_view letter, std::string_view word) {
  const std::string folded = text::folded(text::trimmed(label));
  return folded == letter || folded == word;
}

/// "Rachel Lee" of "Rachel Lee, Hiring Manager".
std::string_view name_part(std::string_view value) { return text::trimmed(value.substr(0, value.find_first_of(",("))); }

bool same_person(std::string_view label, std::string_view name) {
  const std::string a = text::folded(text::trimmed(label));
  const std::string b = text::folded(name_part(name));
  if (a.empty() || b.empty()) return false;
  const auto begins = [](const std::string& longer, const std::string& shorter) {
    return longer.compare(0, shorter.size(), shorter) == 0 && (longer.size() == shorter.size() || longer[shorter.size()] == ' ');
  };
  const auto ends = [](const std::string& longer, const std::string& shorter) {
    return longer.size() > shorter.size() && longer[longer.size() - shorter.size() - 1] == ' ' && longer.compare(longer.size() - shorter.size(), shorter.size(), shorter) == 0;
  };
  return begins(a, b) || begins(b, a) || ends(a, b) || ends(b, a);
}

std::vector<Speaker> measure(const Interview& interview, const AnnotatedTurns& turns, const Categories& categories) {
  const Transcript& t = interview.transcript;
  std::vector<Speaker> out(t.speakers.size());
  for (std::size_t i = 0; i < t.turns.size(); ++i) {
    Speaker& s = out[t.turns[i].speaker];
    ++s.turns;
    s.words += turns.turn(i).text.words;
    s.asking += asking_sentences(turns.turn(i), categories).empty() ? 0 : 1;
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].says_interviewer = label_is(kInterviewerLabels, t.speakers[i]) || label_is_exactly(t.speakers[i], "q", "question");
    out[i].says_candidate = label_is(kCandidateLabels, t.speakers[i]) || label_is_exactly(t.speakers[i], "a", "answer") || same_person(t.speakers[i], t.candidate);
    for (const HeaderField& field : t.header) {
      if (label_is(kInterviewerLabels, field.key) && same_person(t.speakers[i], field.value)) out[i].says_interviewer = true;
    }
  }
  return out;
}

/// How much a speaker behaves like the one who is interviewed, 0..1: speaks long, asks seldom.
double answers_like(const Speaker& s, double all_words) {
  const double share = all_words > 0 ? s.words / all_words : 0;
  const double asks = s.turns > 0 ? static_cast<double>(s.asking) / s.turns : 0;
  return 0.5 * share + 0.5 * (1 - asks);
}

Result<std::uint32_t> find_speaker(const Transcript& t, const std::string& name, std::string_view option) {
  for (std::uint32_t i = 0; i < t.speakers.size(); ++i) {
    if (same_person(t.speakers[i], name)) return i;
  }
  std::string known;
  for (const auto& s : t.speakers) known += (known.empty() ? "" : ", ") + s;
  return tl::unexpected(Error{ErrorCode::kUsage, fmt::format("no speaker is called '{}'", name), t.source->path(), 0, fmt::format("{} takes one of: {}", option, known)});
}

}  // namespace

Result<void> assign_roles(Interview& interview, const AnnotatedTurns& turns, const Categories& categories, const RoleHints& hints) {
  const Transcript& t = interview.transcript;
  std::vector<Speaker> speakers = measure(interview, turns, categories);
  double words = 0;
  for (const Speaker& s : speakers) words += s.words;
  std::vector<std::string>& reasons = interview.role_reasons;

  std::optional<std::uint32_t> interviewer;  // given by the user
  if (!hints.interviewer.empty()) {
    const auto found = find_speaker(t, hints.interviewer, "--interviewer");
    if (!found) return tl::unexpected(found.error());
    interviewer = *found;
    speakers[*found].says_interviewer = true;
    speakers[*found].says_candidate = false;
  }
  std::optional<std::uint32_t> candidate;
  double confidence = 0;
  if (!hints.candidate.empty()) {
    const auto found = find_speaker(t, hints.candidate, "--candidate");
    if (!found && hints.must_match) return tl::unexpected(found.error());
    if (found) {
      if (interviewer && *found == *interviewer) {
        return tl::unexpected(Error{ErrorCode::kUsage, fmt::format("'{}' cannot be both the interviewer and the candidate", t.speakers[*found]), t.source->path(), 0, "check --interviewer and --candidate"});
      }
      candidate = *found;
      confidence = 1;
      reasons.push_back(fmt::format("'{}' is the candidate: given by the user", t.speakers[*candidate]));
    }
  }
  const auto declared = [&](bool Speaker::*member) {
    return std::count_if(speakers.begin(), speakers.end(), [&](const Speaker& s) { return s.*member; });
  };
  if (!candidate && declared(&Speaker::says_candidate) == 1) {
    for (std::uint32_t i = 0; i < speakers.size(); ++i) {
      if (speakers[i].says_candidate) candidate = i;
    }
    confidence = 0.99;
    reasons.push_back(fmt::format("'{}' is the candidate: named so by the label or the header", t.speakers[*candidate]));
  }
  if (!candidate) {
    // Of those who are not declared interviewers the one who answers most like a candidate.
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < speakers.size(); ++i) {
      if (!speakers[i].says_interviewer) order.emplace_back(answers_like(speakers[i], words), i);
    }
    if (order.empty()) {
      for (std::uint32_t i = 0; i < speakers.size(); ++i) {
        if (i != interviewer) order.emplace_back(answers_like(speakers[i], words), i);
      }
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    candidate = order.front().second;
    const bool only_one_left = order.size() == 1 && declared(&Speaker::says_interviewer) > 0;
    const double margin = order.size() > 1 ? order[0].first - order[1].first : 0.5;
    confidence = only_one_left ? 0.97 : std::min(0.95, 0.5 + margin);
    const Speaker& s = speakers[*candidate];
    reasons.push_back(fmt::format("'{}' is the candidate: speaks {:.0f} % of the words and asks in {} of {} turns", t.speakers[*candidate],
                                  words > 0 ? 100.0 * s.words / words : 0.0, s.asking, s.turns));
  }
  for (std::uint32_t i = 0; i < speakers.size(); ++i) {
    const bool interviewer = speakers[i].says_interviewer || speakers[i].asking > 0 || speakers.size() == 2;
    interview.speaker_roles.push_back(i == *candidate ? Role::kCandidate : interviewer ? Role::kInterviewer : Role::kOther);
  }
  interview.role_confidence = confidence;
  interview.candidate = t.candidate;
  if (!hints.candidate.empty() && !hints.must_match) interview.candidate = hints.candidate;
  if (interview.candidate.empty() && !label_is(kCandidateLabels, t.speakers[*candidate])) interview.candidate = t.speakers[*candidate];
  return {};
}

}  // namespace te::structure
