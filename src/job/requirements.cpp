#include "transcript_eval/job.h"

#include <algorithm>
#include <unordered_set>

#include "job/markup.h"
#include "job/pieces.h"
#include "text/durations.h"
#include "text/utf8.h"

namespace te {
namespace job {
namespace {

using text::TokenKind;

/// A company's own years ("50 years of experience in steel") are longer than what anybody asks for.
constexpr double kMostYears = 25;
/// Words that say something of a subject, as in the scores of answers.
constexpr double kTellingIdf = 3.0;
/// A line that names more is no requirement but a text without line ends.
constexpr std::size_t kMostTerms = 40;

class Reader {
 public:
  Reader(std::string_view description, const RuleBook& book) : description_(description), plain_(without_markup(description)), rules_(book.compiled()), vocabulary_(&rules_.vocabulary) {
    marked_.annotation = annotate_concepts(rules_, vocabulary_, plain_);
    rules_.job.cues.find(marked_.annotation.text, marked_.cues);
    std::stable_sort(marked_.cues.begin(), marked_.cues.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const text::Duration& d : text::find_durations(tokens(), vocabulary_)) {
      if (!is_of_something_else(d)) durations_.push_back(d);
    }
  }

  std::vector<Requirement> run() {
    for (const Piece& piece : cut(marked_)) {
      if (!asks(piece)) continue;
      const bool duty = is_duty(piece);
      std::optional<bool> must;
      for (const Piece& part : duty ? std::vector{piece} : parts(piece)) {
        if (out_.size() == kMostRequirements) return std::move(out_);
        const auto own = wish(part);
        if (own) must = own;
        add(part, duty, must.value_or(piece.section != Section::kNice));
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const text::TokenizedText& tokens() const { return marked_.annotation.text; }
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    const auto id = tokens().tokens[i].word;
    return id == text::kNoWord ? std::string_view() : vocabulary_.text(id);
  }

  /// "20 years ago", "a three-year contract", "18 years of age".
  [[nodiscard]] bool is_of_something_else(const text::Duration& d) const {
    constexpr std::uint32_t kReach = 3;
    return d.years > kMostYears || marked_.find(JobCue::kNotExperience, d.last, d.last + kReach) != nullptr;
  }

  [[nodiscard]] const text::Duration* duration_in(const Piece& piece) const {
    const auto it = std::lower_bound(durations_.begin(), durations_.end(), piece.first, [](const text::Duration& d, std::uint32_t token) { return d.first < token; });
    return it != durations_.end() && it->last <= piece.last ? &*it : nullptr;
  }

  /// "Five years of experience" is no subject.
  [[nodiscard]] bool is_in_duration(const text::PhraseMatch& match) const {
    const auto it = std::lower_bound(durations_.begin(), durations_.end(), match.first, [](const text::Duration& d, std::uint32_t token) { return d.last <= token; });
    return it != durations_.end() && it->first < match.last;
  }

  /// Whether the piece asks for anything.
  [[nodiscard]] bool asks(const Piece& piece) const {
    const bool states = has_any(piece, {JobCue::kMust, JobCue::kNice, JobCue::kNeed, JobCue::kDegree, JobCue::kCertificate}) || duration_in(piece) != nullptr;
    const bool aside = marked_.has(JobCue::kAside, piece) && !marked_.has(JobCue::kSeeking, piece);
    if (piece.section == Section::kOther) return false;
    const bool greets = piece.section == Section::kDuty && marked_.has(JobCue::kSeeking, piece) && !marked_.has(JobCue::kDuty, piece);
    if (greets && duration_in(piece) == nullptr && !has_any(piece, {JobCue::kMust, JobCue::kDegree, JobCue::kCertificate})) return false;
    if (piece.section != Section::kNone) return !aside || (states && piece.section != Section::kDuty);
    if (aside) return false;
    if (piece.item && names_a_subject(piece)) return true;
    // Prose asks in the words of asking; a degree or a skill that is merely mentioned is none that is asked for.
    return has_any(piece, {JobCue::kMust, JobCue::kNice, JobCue::kNeed, JobCue::kDuty}) ||
           (states && (marked_.has(JobCue::kSeeking, piece) || marked_.has(JobCue::kExperience, piece) || marked_.has(JobCue::kDegree, piece) || marked_.has(JobCue::kCertificate, piece)));
  }

  /// A list of tools needs no heading to be understood.
  [[nodiscard]] bool names_a_subject(const Piece& piece) const {
    const auto& concepts = marked_.annotation.concepts;
    const auto it = std::lower_bound(concepts.begin(), concepts.end(), piece.first, [](const text::PhraseMatch& m, std::uint32_t token) { return m.first < token; });
    return it != concepts.end() && it->last <= piece.last && !rules_.area_is_everywhere[rules_.area_of_concept[it->payload]];
  }

  [[nodiscard]] bool has_any(const Piece& piece, std::initializer_list<JobCue> cues) const {
    return std::any_of(cues.begin(), cues.end(), [&](JobCue cue) { return marked_.has(cue, piece); });
  }

  [[nodiscard]] bool is_duty(const Piece& piece) const {
    if (piece.section == Section::kMust || piece.section == Section::kNice) return false;
    if (duration_in(piece) != nullptr || marked_.has(JobCue::kDegree, piece)) return false;
    if (piece.section == Section::kDuty) return !marked_.has(JobCue::kNice, piece);
    return marked_.has(JobCue::kDuty, piece);
  }

  /// Required (true), nice to have (false), or not said.
  [[nodiscard]] std::optional<bool> wish(const Piece& piece) const {
    if (marked_.has(JobCue::kNice, piece)) return false;
    if (marked_.has(JobCue::kMust, piece)) return true;
    return std::nullopt;
  }

  /// What "a degree and five years of Python, Go a plus" asks for, one by one: cut at the last comma or joining word
  /// between two marks that each make a requirement of its own.
  [[nodiscard]] std::vector<Piece> parts(const Piece& piece) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> marks;  // token, kind of mark
    for (const JobCue cue : {JobCue::kMust, JobCue::kNice, JobCue::kDegree, JobCue::kCertificate}) {
      for (std::uint32_t at = piece.first; const auto* match = marked_.find(cue, at, piece.last); at = match->last) marks.emplace_back(match->first, match->payload);
    }
    for (Piece rest = piece; const auto* d = duration_in(rest); rest.first = d->last) marks.emplace_back(d->first, static_cast<std::uint32_t>(kJobCues) + d->first);
    std::sort(marks.begin(), marks.end());
    std::vector<Piece> out = {piece};
    for (std::size_t i = 1; i < marks.size(); ++i) {
      if (marks[i].second == marks[i - 1].second) continue;
      const auto at = separator(std::max(marks[i - 1].first, out.back().first) + 1, marks[i].first);
      if (!at) continue;
      out.back().last = *at;
      out.push_back({*at + 1, piece.last, piece.section, piece.item});
    }
    return out;
  }

  /// The last token in [first, last) that joins two statements, rather one that does nothing else.
  [[nodiscard]] std::optional<std::uint32_t> separator(std::uint32_t first, std::uint32_t last) const {
    const auto last_of = [&](std::initializer_list<std::string_view> joints) -> std::optional<std::uint32_t> {
      for (std::uint32_t i = last; i > first; --i) {
        if (std::find(joints.begin(), joints.end(), word(i - 1)) != joints.end()) return i - 1;
      }
      return std::nullopt;
    };
    const auto plain = last_of({",", "and", "but"});
    return plain ? plain : last_of({"with", "who", "plus"});
  }

  void add(Piece piece, bool duty, bool must) {
    trim(piece);
    Requirement r;
    for (std::uint32_t i = piece.first; i < piece.last; ++i) {
      const auto& token = tokens().tokens[i];
      if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
      const std::string_view slice = tokens().slice(piece.first, piece.last);
      r.text = written(slice);
      r.span.begin = tokens().tokens[piece.first].begin;
      r.span.end = r.span.begin + static_cast<std::uint32_t>(slice.size());
      break;
    }
    if (r.text.empty() || !seen_.insert(text::folded(r.text)).second) return;
    r.line = line_of(r.span.begin);
    r.must = must;
    find_subject(piece, r);
    if (const auto* d = duty ? nullptr : duration_in(piece)) {
      r.years = d->years;
      r.years_at_most = d->at_most;
    }
    r.kind = duty ? RequirementKind::kResponsibility : kind_of(piece, r);
    if (r.kind == RequirementKind::kSkill && r.concepts.empty() && r.terms.empty()) return;  // "What you need", "and more"
    out_.push_back(std::move(r));
  }

  /// Without signs and joining words at the ends.
  void trim(Piece& piece) const {
    const auto is_frame = [&](std::uint32_t i) {
      const auto& token = tokens().tokens[i];
      if (token.kind == TokenKind::kBreak) return true;
      if (token.kind == TokenKind::kPunct) return tokens().slice(token) != ")" && tokens().slice(token) != "(" && tokens().slice(token) != "+" && tokens().slice(token) != "%";
      const std::string_view w = word(i);
      return w == "and" || w == "but" || w == "or" || w == "with" || w == "who";
    };
    while (piece.first < piece.last && is_frame(piece.first)) ++piece.first;
    while (piece.last > piece.first && is_frame(piece.last - 1)) --piece.last;
  }

  /// On one line, without marks of emphasis.
  static std::string written(std::string_view slice) {
    std::string out = text::single_line(slice);
    std::erase_if(out, [](char c) { return c == '*' || c == '`'; });
    return out;
  }

  /// Concepts, or those that belong to every position where there are no others; and the telling words beside them.
  void find_subject(const Piece& piece, Requirement& r) const {
    std::vector<std::uint32_t> everywhere;
    std::vector<bool> taken(piece.last - piece.first, false);
    const auto& found = marked_.annotation.concepts;
    for (auto it = std::lower_bound(found.begin(), found.end(), piece.first, [](const text::PhraseMatch& m, std::uint32_t token) { return m.first < token; }); it != found.end() && it->first < piece.last; ++it) {
      const text::PhraseMatch& match = *it;
      if (match.last > piece.last || is_in_duration(match)) continue;
      auto& list = rules_.area_is_everywhere[rules_.area_of_concept[match.payload]] ? everywhere : r.concepts;
      if (std::find(list.begin(), list.end(), match.payload) == list.end()) list.push_back(match.payload);
      std::fill(taken.begin() + (match.first - piece.first), taken.begin() + (match.last - piece.first), true);
    }
    if (r.concepts.empty()) r.concepts = std::move(everywhere);
    for (Piece rest = piece; const auto* d = duration_in(rest); rest.first = d->last) std::fill(taken.begin() + (d->first - piece.first), taken.begin() + (d->last - piece.first), true);
    for (std::size_t cue = 0; cue < kJobCues; ++cue) {
      if (static_cast<JobCue>(cue) < JobCue::kMust || static_cast<JobCue>(cue) == JobCue::kExperience) continue;
      for (std::uint32_t at = piece.first; const auto* match = marked_.find(static_cast<JobCue>(cue), at, piece.last); at = match->last) {
        std::fill(taken.begin() + (match->first - piece.first), taken.begin() + (match->last - piece.first), true);
      }
    }
    for (std::uint32_t i = piece.first; i < piece.last && r.terms.size() < kMostTerms; ++i) {
      if (taken[i - piece.first] || tokens().tokens[i].kind != TokenKind::kWord) continue;
      const auto stem = vocabulary_.stem(tokens().tokens[i].word);
      if (rules_.idf(stem) < kTellingIdf || rules_.frames(stem) || rules_.is_generic(stem)) continue;
      std::string term(vocabulary_.text(stem));
      if (std::find(r.terms.begin(), r.terms.end(), term) == r.terms.end()) r.terms.push_back(std::move(term));
    }
  }

  [[nodiscard]] RequirementKind kind_of(const Piece& piece, const Requirement& r) const {
    if (r.years) return RequirementKind::kExperience;
    if (marked_.has(JobCue::kDegree, piece)) return RequirementKind::kEducation;
    if (marked_.has(JobCue::kCertificate, piece)) return RequirementKind::kCertificate;
    return marked_.has(JobCue::kTongue, piece) ? RequirementKind::kLanguage : RequirementKind::kSkill;
  }

  std::uint32_t line_of(std::uint32_t offset) {
    line_ += static_cast<std::uint32_t>(std::count(description_.begin() + counted_, description_.begin() + offset, '\n'));
    counted_ = offset;
    return line_;
  }

  const std::string_view description_;
  const std::string plain_;
  const CompiledRules& rules_;
  text::Vocabulary vocabulary_;
  Marked marked_;
  std::vector<text::Duration> durations_;
  std::vector<Requirement> out_;
  std::unordered_set<std::string> seen_;
  std::uint32_t line_ = 1;
  std::ptrdiff_t counted_ = 0;
};

}  // namespace
}  // namespace job

std::string_view requirement_kind_name(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::kSkill: return "skill";
    case RequirementKind::kExperience: return "experience";
    case RequirementKind::kEducation: return "education";
    case RequirementKind::kCertificate: return "certificate";
    case RequirementKind::kLanguage: return "language";
    case RequirementKind::kResponsibility: return "responsibility";
  }
  return "skill";
}

std::vector<Requirement> read_requirements(std::string_view description, const RuleBook& book) { return job::Reader(description, book).run(); }

}  // namespace te
