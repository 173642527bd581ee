#include "score/coverage.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "score/experience.h"
#include "score/units.h"

namespace te::score {
namespace {

/// A requirement without concepts is meant where this share of its telling words stands, and two of them if it has two.
constexpr double kSharedTerms = 0.5;
constexpr std::size_t kTwoTerms = 2;

// A question that asks for what the job requires belongs to it, whatever field its words are of.
constexpr double kAsksForMust = 1.0;
constexpr double kAsksForNice = 0.9;
constexpr double kAsksForDuty = 0.8;

double closeness_of(const Requirement& r) {
  if (r.kind == RequirementKind::kResponsibility) return kAsksForDuty;
  return r.must ? kAsksForMust : kAsksForNice;
}

Shown shown_at(Depth depth) { return depth == Depth::kApplied ? Shown::kApplied : depth == Depth::kExplained ? Shown::kExplained : Shown::kMentioned; }

/// Where the candidate says not to know something, in text order: "I have never used Kubernetes" names it and shows nothing.
std::vector<Span> denials(const Answer& answer) {
  std::vector<Span> out;
  for (const AnswerSentence& s : answer.sentences) {
    if (find_phrase(s, answer.categories->not_knowing) != nullptr) out.push_back(answer.span(s.turn, s.range.first, s.range.last));
  }
  return out;
}

bool lies_in(const std::vector<Span>& spans, std::uint32_t offset) {
  const auto behind = std::upper_bound(spans.begin(), spans.end(), offset, [](std::uint32_t at, const Span& s) { return at < s.begin; });
  return behind != spans.begin() && offset < std::prev(behind)->end;
}

/// How deep a sentence goes that speaks of a requirement in its own words.
Depth depth_of(const AnswerSentence& s, const CompiledRules& rules) {
  const auto has = [&](std::string_view category) { return find_phrase(s, rules.category(category)) != nullptr; };
  constexpr std::size_t kStatement = 3;
  if (s.fresh.size() < kStatement) return Depth::kMentioned;
  if (has("own_action") || has("team_action")) return Depth::kApplied;
  return has("cause") || has("contrast") || has("definition") ? Depth::kExplained : Depth::kMentioned;
}

}  // namespace

JobCoverage::JobCoverage(const Interview& interview, const RuleBook& book, const std::string& description)
    : interview_(interview), rules_(book.compiled()), requirements_(read_requirements(description, book)), coverage_(requirements_.size()), described_(!description.empty()) {
  const text::Vocabulary& vocabulary = interview.annotated->vocabulary();
  for (std::uint32_t i = 0; i < requirements_.size(); ++i) {
    const Requirement& r = requirements_[i];
    coverage_[i].depths.resize(r.concepts.size());
    lookup_.weight.push_back(0);
    if (!r.assessable()) continue;
    for (const auto c : r.concepts) lookup_.by_concept[c].push_back(i);
    if (!r.concepts.empty()) continue;
    for (const std::string& term : r.terms) {
      const text::WordId stem = vocabulary.find(term);
      lookup_.weight[i] += rules_.idf(stem);
      if (stem != text::kNoWord) lookup_.by_stem[stem].push_back(i);
    }
  }
}

std::vector<std::uint32_t> JobCoverage::sharing(std::span<const text::WordId> stems) const {
  std::map<std::uint32_t, std::pair<double, std::size_t>> shared;
  for (const auto stem : stems) {
    const auto it = lookup_.by_stem.find(stem);
    if (it == lookup_.by_stem.end()) continue;
    for (const auto i : it->second) {
      shared[i].first += rules_.idf(stem);
      ++shared[i].second;
    }
  }
  std::vector<std::uint32_t> out;
  for (const auto& [i, sum] : shared) {
    if (sum.first >= kSharedTerms * lookup_.weight[i] && sum.second >= std::min(kTwoTerms, requirements_[i].terms.size())) out.push_back(i);
  }
  return out;
}

void JobCoverage::ask(std::uint32_t requirement, std::uint32_t question) {
  auto& asked = coverage_[requirement].asked;
  if (asked.empty() || asked.back() != question) asked.push_back(question);
  closeness_ = std::max(closeness_, closeness_of(requirements_[requirement]));
}

void JobCoverage::show(std::uint32_t requirement, Depth depth, std::uint32_t turn, Span span) {
  RequirementCoverage& c = coverage_[requirement];
  if (c.evidence && c.shown >= shown_at(depth)) return;
  c.shown = shown_at(depth);
  const SourceText& source = *interview_.transcript.source;
  c.evidence = Quoted{turn, span, source.line_at(span.begin), source.slice(span)};
}

void JobCoverage::show_terms(const Answer& answer) {
  const CategoryId not_knowing = rules_.category("not_knowing");
  for (const AnswerSentence& s : answer.sentences) {
    if (s.eligibility <= 0 || find_phrase(s, not_knowing) != nullptr) continue;
    for (const auto i : sharing(s.telling)) {
      const std::uint32_t at = place_of(i, s);
      show(i, depth_of(s, rules_), s.turn, quote_span(answer, s, at, at + 1));
    }
  }
}

std::uint32_t JobCoverage::place_of(std::uint32_t requirement, const AnswerSentence& s) const {
  for (std::uint32_t i = s.range.first; i < s.range.last; ++i) {
    const text::Token& token = s.annotation->text.tokens[i];
    if (token.kind != text::TokenKind::kWord) continue;
    const auto it = lookup_.by_stem.find(token.stem);
    if (it != lookup_.by_stem.end() && std::binary_search(it->second.begin(), it->second.end(), requirement)) return i;
  }
  return s.range.first;
}

void JobCoverage::add(std::uint32_t question, const Answer& answer, const std::vector<ConceptUse>& uses) {
  closeness_ = 0;
  if (requirements_.empty() || answer.question->type == QuestionType::kClosing) return;
  for (const auto concept_index : answer.asked.concepts) {
    const auto it = lookup_.by_concept.find(concept_index);
    if (it == lookup_.by_concept.end()) continue;
    for (const auto i : it->second) ask(i, question);
  }
  for (const auto i : sharing(answer.asked.telling)) ask(i, question);
  const auto denied = denials(answer);
  for (const ConceptUse& use : uses) {
    const auto it = lookup_.by_concept.find(use.concept_index);
    if (it == lookup_.by_concept.end() || lies_in(denied, use.span.begin)) continue;
    for (const auto i : it->second) {
      const auto& concepts = requirements_[i].concepts;
      const auto at = static_cast<std::size_t>(std::find(concepts.begin(), concepts.end(), use.concept_index) - concepts.begin());
      auto& depth = coverage_[i].depths[at];
      depth = std::max(depth.value_or(use.depth), use.depth);
      show(i, use.depth, use.turn, use.span);
    }
  }
  if (!lookup_.by_stem.empty()) show_terms(answer);
}

void JobCoverage::finish(Evaluation& evaluation) {
  const bool asks_for_years = std::any_of(requirements_.begin(), requirements_.end(), [](const Requirement& r) { return r.years.has_value(); });
  const auto claims = asks_for_years ? stated_times(interview_, rules_) : std::vector<Claim>();
  for (std::size_t i = 0; i < requirements_.size(); ++i) {
    const Requirement& r = requirements_[i];
    RequirementCoverage& c = coverage_[i];
    if (!r.assessable()) c.shown = Shown::kNotAssessed;
    else if (!c.evidence && !c.asked.empty()) c.shown = Shown::kNoEvidence;
    if (r.years) c.stated = time_for(r, claims, interview_.annotated->vocabulary());
    if (!c.evidence && c.stated) {
      c.shown = Shown::kMentioned;
      c.evidence = c.stated->where;
    }
  }
  if (described_ && requirements_.empty()) {
    evaluation.diagnostics.push_back({"job.no-requirements", Severity::kInfo, 0, "the job description states no requirement that could be recognised"});
  }
  if (requirements_.size() == kMostRequirements) {
    evaluation.diagnostics.push_back({"job.cut", Severity::kWarning, 0, fmt::format("only the first {} requirements of the job description are listed", kMostRequirements)});
  }
  evaluation.requirements = std::move(requirements_);
  evaluation.coverage = std::move(coverage_);
}

}  // namespace te::score
