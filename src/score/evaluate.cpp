#include "transcript_eval/evaluation.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "score/consistency.h"
#include "score/coverage.h"
#include "score/ledger.h"
#include "score/job_field.h"
#include "score/units.h"

namespace te {
namespace {

QuestionEvaluation evaluate_question(const Interview& interview, std::size_t i, const RuleBook& book, const score::Surroundings& surroundings, score::AnswerRoom& room, score::JobCoverage& coverage) {
  const Question& q = interview.questions[i];
  QuestionEvaluation out;
  const score::Answer answer = score::prepare_answer(interview, i, surroundings.repeats, book.compiled(), room);
  out.words = answer.words;
  out.asked_words = answer.asked.words;
  if (is_substantive(q.type) && !q.unscorable.empty()) {
    out.state = State::kUnscorable;
    return out;
  }
  score::Findings findings = score::find_evidence(answer, book, surroundings);
  out.concepts = findings.concepts;
  out.misconceptions = findings.misconceptions;
  out.answer_relevance = findings.relevance;
  out.relevance_parts = findings.parts;
  out.aspects = std::move(findings.aspects);
  coverage.add(static_cast<std::uint32_t>(i), answer, out.concepts);
  out.role_relevance = std::max(surroundings.field.of_question(answer), coverage.closeness());
  if (!is_substantive(q.type)) return out;
  if (findings.bank) {
    out.bank = findings.bank->comparison;
    if (!out.bank->misconceptions.empty()) out.flags.emplace_back("misconception");
  }
  out.state = State::kScored;
  score::fill_ledger(answer, book, surroundings, findings, out);
  score::apply_gates(answer, book, surroundings, findings, out);
  constexpr double kStruggledBelow = 2.5;
  if (out.score_raw.value() < kStruggledBelow) out.flags.emplace_back("struggled");
  if (!out.misconceptions.empty()) out.flags.emplace_back("misconception");
  if (q.interviewer_explained) out.flags.emplace_back("interviewer_explained");
  std::sort(out.flags.begin(), out.flags.end());
  out.flags.erase(std::unique(out.flags.begin(), out.flags.end()), out.flags.end());
  return out;
}

/// The main question counts in full, each follow-up with the rubric's weight.
ThreadEvaluation evaluate_thread(const Thread& thread, const std::vector<QuestionEvaluation>& questions, const Rubric& rubric) {
  ThreadEvaluation out;
  double sum = 0;
  double weights = 0;
  for (std::size_t k = 0; k < thread.questions.size(); ++k) {
    const QuestionEvaluation& q = questions[thread.questions[k]];
    if (q.state != State::kScored) continue;
    const double weight = k == 0 ? 1.0 : rubric.follow_up_weight;
    sum += weight * q.score_raw.value();
    weights += weight;
  }
  if (weights <= 0) {
    const bool lost = std::any_of(thread.questions.begin(), thread.questions.end(), [&](auto i) { return questions[i].state == State::kUnscorable; });
    if (lost) out.state = State::kUnscorable;
    return out;
  }
  out.state = State::kScored;
  out.score_raw = Points::from_score(sum / weights);
  return out;
}

Communication measure_communication(const Interview& interview, const RuleBook& book) {
  const CompiledRules& rules = book.compiled();
  const CategoryId filler = rules.category("filler");
  const CategoryId hedge = rules.category("hedge");
  Communication out;
  std::uint32_t all = 0;
  std::uint32_t sentences = 0;
  std::uint32_t fillers = 0;
  std::uint32_t hedges = 0;
  for (std::size_t i = 0; i < interview.transcript.turns.size(); ++i) {
    const Annotation& a = interview.annotated->turn(i);
    all += a.text.words;
    if (interview.role_of(interview.transcript.turns[i]) != Role::kCandidate) continue;
    out.words += a.text.words;
    sentences += static_cast<std::uint32_t>(a.text.sentences.size());
    for (const auto& match : a.phrases) {
      fillers += match.payload == filler ? 1 : 0;
      hedges += match.payload == hedge ? 1 : 0;
    }
  }
  if (out.words == 0) return out;
  out.filler_per_100 = 100.0 * fillers / out.words;
  out.hedge_per_100 = 100.0 * hedges / out.words;
  out.mean_sentence_words = sentences == 0 ? 0 : static_cast<double>(out.words) / sentences;
  out.candidate_talk_share = static_cast<double>(out.words) / all;
  return out;
}

Decision decide(const Evaluation& e, const Rubric& rubric) {
  if (e.state != State::kScored) return Decision::kNoDecision;
  const double overall = e.overall_raw.value();
  bool blocked = false;
  for (const ThreadEvaluation& t : e.threads) {
    blocked = blocked || (t.state == State::kScored && t.score_raw.value() < rubric.critical_blocks_proceed);
  }
  if (overall >= rubric.proceed_at_least && !blocked) return Decision::kProceed;
  if (overall >= rubric.reservations_at_least) return Decision::kReservations;
  return Decision::kNotAFit;
}

/// State and overall score from the threads.
void conclude(Evaluation& e, const Interview& interview, const Rubric& rubric) {
  double sum = 0;
  int threads = 0;
  for (const ThreadEvaluation& t : e.threads) {
    if (t.state != State::kScored) continue;
    sum += t.score_raw.value();
    ++threads;
  }
  double relevance = 0;
  int questions = 0;
  for (const QuestionEvaluation& q : e.questions) {
    if (q.state != State::kScored) continue;
    relevance += q.answer_relevance;
    ++questions;
  }
  if (questions > 0) e.average_relevance = relevance / questions;
  if (!interview.unscorable.empty()) {
    e.reason = interview.unscorable;
  } else if (interview.role_confidence < kRoleThreshold) {
    e.reason = interview.role_question;
  } else if (threads == 0) {
    e.reason = "no question of substance was asked and answered";
  } else {
    e.state = State::kScored;
    e.overall_raw = Points::from_score(sum / threads);
    if (e.communication.words < rubric.insufficient_words) {
      e.state = State::kInsufficient;
      e.reason = fmt::format("the candidate says {} words in all; {} are needed for a decision", e.communication.words, rubric.insufficient_words);
    }
  }
  e.decision = decide(e, rubric);
}

int nearest(Points points) { return std::clamp(static_cast<int>(std::lround(points.value())), 1, 5); }

}  // namespace

Points Points::from_score(double score) { return Points(std::llround(score * 1000.0)); }

std::string Points::to_string(int decimals) const {
  // In one step: rounding digit by digit would make 4.5 of 4.449.
  std::int64_t dropped = 1;
  for (int d = decimals; d < 3; ++d) dropped *= 10;
  const std::int64_t scaled = (milli_ + (milli_ < 0 ? -dropped : dropped) / 2) / dropped;
  std::int64_t unit = 1;
  for (int d = 0; d < decimals; ++d) unit *= 10;
  const std::int64_t whole = std::abs(scaled) / unit;
  const char* sign = scaled < 0 ? "-" : "";
  return decimals == 0 ? fmt::format("{}{}", sign, whole) : fmt::format("{}{}.{:0{}}", sign, whole, std::abs(scaled) % unit, decimals);
}

std::string_view state_name(State state) {
  switch (state) {
    case State::kScored: return "scored";
    case State::kInsufficient: return "insufficient";
    case State::kUnscorable: return "unscorable";
    case State::kNotScored: return "not_scored";
  }
  return "not_scored";
}

std::string_view depth_name(Depth depth) {
  switch (depth) {
    case Depth::kMentioned: return "mentioned";
    case Depth::kExplained: return "explained";
    case Depth::kApplied: return "applied";
  }
  return "mentioned";
}

std::string_view aspect_kind_name(AspectKind kind) {
  switch (kind) {
    case AspectKind::kConcept: return "concept";
    case AspectKind::kWord: return "word";
    case AspectKind::kIntent: break;
  }
  return "intent";
}

std::string_view coverage_name(Coverage coverage) {
  switch (coverage) {
    case Coverage::kMissed: return "missed";
    case Coverage::kPartly: return "partly";
    case Coverage::kCovered: return "covered";
  }
  return "missed";
}

std::string_view shown_name(Shown shown) {
  switch (shown) {
    case Shown::kNotAssessed: return "not_assessed";
    case Shown::kNotAsked: return "not_asked";
    case Shown::kNoEvidence: return "no_evidence";
    case Shown::kMentioned: return "mentioned";
    case Shown::kExplained: return "explained";
    case Shown::kApplied: return "applied";
  }
  return "not_asked";
}

bool QuestionEvaluation::has_flag(std::string_view flag) const { return std::find(flags.begin(), flags.end(), flag) != flags.end(); }
int QuestionEvaluation::score() const { return nearest(score_raw); }
int ThreadEvaluation::score() const { return nearest(score_raw); }
int Evaluation::overall() const { return nearest(overall_raw); }

Evaluation evaluate(const Interview& interview, const RuleBook& book, const JobContext& job) {
  Evaluation out;
  const score::Surroundings surroundings{score::JobField(book, job.position.empty() ? interview.position : job.position, job.description), score::SaidElsewhere(interview, book.compiled()), score::Repeats(interview), score::rule_readers(book), score::gate_kinds(book)};
  score::AnswerRoom room(interview.annotated->vocabulary(), book.compiled());
  score::JobCoverage coverage(interview, book, job.description);
  out.questions.reserve(interview.questions.size());
  for (std::size_t i = 0; i < interview.questions.size(); ++i) out.questions.push_back(evaluate_question(interview, i, book, surroundings, room, coverage));
  for (const Thread& thread : interview.threads) out.threads.push_back(evaluate_thread(thread, out.questions, book.rubric()));
  out.communication = measure_communication(interview, book);
  conclude(out, interview, book.rubric());
  out.diagnostics = score::check_records(interview, out);
  coverage.finish(out);
  return out;
}

}  // namespace te
