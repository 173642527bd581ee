#include "score/experience.h"

#include <algorithm>

#include "text/durations.h"

namespace te::score {
namespace {

/// Words beside a duration that make it something else stand no farther away.
constexpr std::uint32_t kReach = 4;
/// What is quoted around a duration, in tokens.
constexpr std::uint32_t kBefore = 5;
constexpr std::uint32_t kBehind = 8;

struct Cues {
  std::vector<text::PhraseMatch> matches;
  [[nodiscard]] bool any(JobCue cue, std::uint32_t first, std::uint32_t last) const {
    return std::any_of(matches.begin(), matches.end(), [&](const text::PhraseMatch& m) { return m.payload == static_cast<std::uint32_t>(cue) && m.first >= first && m.last <= last; });
  }
};

/// Whether the candidate speaks of own work: "I have taught for six years", or "Six years, mostly in schools." at the
/// begin of a turn.
bool is_own_work(const Cues& cues, const text::Sentence& s, const text::Duration& d, bool first_of_turn) {
  const std::uint32_t from = d.first > s.first + kReach ? d.first - kReach : s.first;
  if (cues.any(JobCue::kNotExperience, from, std::min(d.last + kReach, s.last))) return false;
  if (first_of_turn && d.first < s.first + kReach) return true;
  const bool done = cues.any(JobCue::kLasting, from, d.first) || cues.any(JobCue::kExperience, s.first, s.last);
  return done && cues.any(JobCue::kSpeaker, s.first, s.last);
}

class Finder {
 public:
  Finder(const Interview& interview, const CompiledRules& rules) : interview_(interview), rules_(rules), vocabulary_(interview.annotated->vocabulary()) {}

  std::vector<Claim> run() {
    for (std::uint32_t t = 0; t < interview_.transcript.turns.size(); ++t) {
      if (interview_.role_of(interview_.transcript.turns[t]) == Role::kCandidate) turn(t);
    }
    return std::move(out_);
  }

 private:
  void turn(std::uint32_t t) {
    const Annotation& a = interview_.annotated->turn(t);
    const auto durations = text::find_durations(a.text, vocabulary_);
    if (durations.empty()) return;
    std::vector<text::PhraseMatch> all;
    rules_.job.cues.find(a.text, all);
    std::size_t next = 0;
    std::size_t next_cue = 0;
    for (std::size_t i = 0; i < a.text.sentences.size(); ++i) {
      const text::Sentence& s = a.text.sentences[i];
      Cues cues;
      while (next_cue < all.size() && all[next_cue].first < s.last) cues.matches.push_back(all[next_cue++]);
      for (; next < durations.size() && durations[next].first < s.last; ++next) {
        if (durations[next].last <= s.last && is_own_work(cues, s, durations[next], i == 0)) claim(t, a, s, durations[next]);
      }
    }
  }

  void claim(std::uint32_t t, const Annotation& a, const text::Sentence& s, const text::Duration& d) {
    Claim c;
    c.time.years = d.years;
    c.time.where.turn = t;
    c.time.where.quote = a.text.slice(std::max(s.first, d.first > kBefore ? d.first - kBefore : 0), std::min(s.last, d.last + kBehind));
    const SourceText& source = *interview_.transcript.source;
    c.time.where.span.begin = source.offset_of(c.time.where.quote);
    c.time.where.span.end = c.time.where.span.begin + static_cast<std::uint32_t>(c.time.where.quote.size());
    c.time.where.line = source.line_at(c.time.where.span.begin);
    for (const auto& match : matches_in(a.concepts, s)) c.concepts.push_back(match.payload);
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      if (a.text.tokens[i].kind == text::TokenKind::kWord) c.stems.insert(a.text.tokens[i].stem);
    }
    out_.push_back(std::move(c));
  }

  const Interview& interview_;
  const CompiledRules& rules_;
  const text::Vocabulary& vocabulary_;
  std::vector<Claim> out_;
};

}  // namespace

std::vector<Claim> stated_times(const Interview& interview, const CompiledRules& rules) { return Finder(interview, rules).run(); }

std::optional<StatedTime> time_for(const Requirement& r, const std::vector<Claim>& claims, const text::Vocabulary& vocabulary) {
  std::optional<StatedTime> out;
  for (const Claim& claim : claims) {
    const bool concept_named = std::any_of(r.concepts.begin(), r.concepts.end(), [&](std::uint32_t c) { return std::find(claim.concepts.begin(), claim.concepts.end(), c) != claim.concepts.end(); });
    const bool term_named = std::any_of(r.terms.begin(), r.terms.end(), [&](const std::string& term) { return claim.stems.contains(vocabulary.find(term)); });
    if (!concept_named && !term_named && !(r.concepts.empty() && r.terms.empty())) continue;
    if (!out || claim.time.years > out->years) out = claim.time;
  }
  return out;
}

}  // namespace te::score
