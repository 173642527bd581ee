// Why an answer scores what it scores, in sentences that each stand on ledger entries.
#include <algorithm>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/words.h"

namespace te::report {
namespace {

std::string gate_sentence(const LedgerEntry& gate) {
  if (gate.rule == "gate.non-answer") return "The candidate says that there is no answer to give.";
  if (gate.rule == "gate.off-topic") return "The answer does not address the question that was asked.";
  if (gate.rule == "gate.echo") return "The answer repeats the interviewer's own words and adds nothing to them.";
  if (gate.rule == "gate.incoherent") return "The words of the answer do not form sentences that could be judged.";
  if (gate.rule == "gate.empty-talk") return "The answer praises the subject and claims experience without stating one fact.";
  return fmt::format("The score is limited ({}).", gate.detail);
}

/// What the answer takes up and what it leaves out.
std::string coverage_sentence(const Material& m, const QuestionEvaluation& e) {
  const auto covered = aspects_with(m, e, Coverage::kCovered, 4);
  const auto partly = aspects_with(m, e, Coverage::kPartly, 2);
  const auto missed = aspects_with(m, e, Coverage::kMissed, 3);
  std::string out;
  if (!covered.empty()) out = fmt::format("This answer addresses {}", joined(covered));
  if (!partly.empty()) out += out.empty() ? fmt::format("This answer touches on {}", joined(partly)) : fmt::format(" and touches on {}", joined(partly));
  if (out.empty() && !missed.empty()) return fmt::format("This answer does not take up {}.", joined(missed, " or "));
  if (out.empty()) return {};
  if (!missed.empty()) out += fmt::format("; {} {} not taken up", joined(missed), missed.size() == 1 ? "is" : "are");
  return out + ".";
}

std::string knowledge_sentence(const Material& m, const QuestionEvaluation& e) {
  constexpr std::size_t kNames = 4;
  std::vector<std::string> applied;
  std::vector<std::string> explained;
  for (const ConceptUse& use : e.concepts) {
    if (!m.is_subject(use) || use.depth == Depth::kMentioned) continue;
    auto& names = use.depth == Depth::kApplied ? applied : explained;
    if (names.size() < kNames) names.push_back(m.name_of(use));
  }
  std::string out;
  if (!explained.empty()) out = fmt::format("It explains {}", joined(explained));
  if (!applied.empty()) out += fmt::format("{} {} in connection with own work", out.empty() ? "It uses" : " and uses", joined(applied));
  if (out.empty()) return {};
  const LedgerEntry* quote = best_entry(e, {"knowledge.concept"});
  if (quote != nullptr) out += fmt::format(" ({})", quoted(quote->quote));
  return out + ".";
}

std::string evidence_sentence(const QuestionEvaluation& e) {
  const auto figures = entries_of(e, "evidence.figure");
  const auto outcomes = entries_of(e, "evidence.outcome");
  const auto examples = entries_of(e, "evidence.example");
  const auto actions = entries_of(e, "evidence.own-action").size() + entries_of(e, "evidence.team-action").size();
  std::vector<std::string> parts;
  if (!figures.empty()) parts.push_back(fmt::format("{} ({})", counted(figures.size(), "figure"), quoted(figures.front()->quote)));
  if (!outcomes.empty()) parts.push_back(figures.empty() || outcomes.front()->span.begin != figures.front()->span.begin ? fmt::format("{} ({})", counted(outcomes.size(), "outcome"), quoted(outcomes.front()->quote)) : counted(outcomes.size(), "outcome"));
  if (parts.empty() && !examples.empty()) parts.push_back(fmt::format("{} ({})", counted(examples.size(), "example"), quoted(examples.front()->quote)));
  if (parts.empty() && actions > 0) parts.push_back(counted(actions, "statement") + " of own or team work");
  if (parts.empty()) return {};
  return fmt::format("Concrete support: {}.", joined(parts));
}

std::string reasoning_sentence(const QuestionEvaluation& e) {
  const LedgerEntry* tradeoff = best_entry(e, {"reasoning.tradeoff", "reasoning.contrast"});
  const auto causes = entries_of(e, "reasoning.cause").size();
  if (tradeoff != nullptr) return fmt::format("The reasoning weighs alternatives or limits ({}){}.", quoted(tradeoff->quote), causes > 0 ? fmt::format(" and gives {}", counted(causes, "reason")) : "");
  if (causes > 0) return fmt::format("It gives {} ({}).", counted(causes, "reason"), quoted(best_entry(e, {"reasoning.cause"})->quote));
  return {};
}

/// What an answer of the next band would have had.
std::string lacking_sentence(const QuestionEvaluation& e, QuestionType type) {
  std::vector<std::string> lacks;
  const bool own_work = type == QuestionType::kProject || type == QuestionType::kBehavioral;
  if (entries_of(e, "reasoning.cause").empty() && entries_of(e, "reasoning.tradeoff").empty()) lacks.emplace_back("a reason or mechanism");
  if (entries_of(e, "evidence.example").empty() && entries_of(e, "evidence.own-action").empty() && entries_of(e, "evidence.team-action").empty()) lacks.emplace_back("a concrete example");
  if (own_work && entries_of(e, "evidence.own-action").empty()) lacks.emplace_back("the candidate's own part");
  if (own_work && entries_of(e, "evidence.outcome").empty() && entries_of(e, "evidence.figure").empty()) lacks.emplace_back("an outcome or a figure");
  if (lacks.empty()) return {};
  return fmt::format("Missing: {}.", joined(lacks));
}

std::string hedging_sentence(const QuestionEvaluation& e) {
  for (const LedgerEntry& entry : e.ledger) {
    if (entry.rule == "knowledge.not-knowing") return fmt::format("The candidate says not to know a part of it ({}).", quoted(entry.quote));
  }
  for (const LedgerEntry& entry : e.ledger) {
    if (entry.rule == "clarity.hedge" && entry.points.milli() <= -80) return fmt::format("Statements are hedged ({}: {}).", entry.detail, quoted(entry.quote));
  }
  return {};
}

std::string misconception_sentences(const Material& m, const QuestionEvaluation& e) {
  constexpr std::size_t kMost = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(kMost, e.misconceptions.size()); ++i) {
    const Misconception& wrong = e.misconceptions[i];
    out += fmt::format("{}The statement {} is wrong: {}", out.empty() ? "" : " ", quoted(wrong.quote), m.book.lexicon().facts[wrong.fact].correction);
  }
  return out;
}

void append(std::string& out, const std::string& sentence) {
  if (sentence.empty()) return;
  if (!out.empty()) out.push_back(' ');
  out += sentence;
}

QuestionType type_of(const Material& m, const Question& q) { return q.type == QuestionType::kFollowUp ? m.interview.threads[q.thread - 1].type : q.type; }

}  // namespace

std::string justify_question(const Material& m, std::size_t question) {
  const Question& q = m.interview.questions[question];
  const QuestionEvaluation& e = m.evaluation.questions[question];
  if (e.state == State::kNotScored) return type_of(m, q) == QuestionType::kClosing ? "Closing questions are not scored." : "Introductions are not scored.";
  if (e.state == State::kUnscorable) return fmt::format("Not scored: {}.", q.unscorable);
  std::string out;
  const LedgerEntry* gate = closed_gate(e);
  // A wrong statement limits the score and leaves the rest of the answer standing.
  if (gate != nullptr && gate->rule == kMisconceptionGate) gate = nullptr;
  if (gate != nullptr) append(out, gate_sentence(*gate));
  append(out, misconception_sentences(m, e));
  append(out, coverage_sentence(m, e));
  if (gate == nullptr) {
    append(out, knowledge_sentence(m, e));
    append(out, reasoning_sentence(e));
    append(out, evidence_sentence(e));
  }
  append(out, hedging_sentence(e));
  constexpr double kBandForGaps = 4.5;
  if (gate == nullptr && e.score_raw.value() < kBandForGaps) append(out, lacking_sentence(e, type_of(m, q)));
  if (q.interviewer_explained) append(out, "The interviewer then gave an explanation.");
  return out;
}

std::string justify_thread(const Material& m, std::size_t thread) {
  const Thread& t = m.interview.threads[thread];
  if (m.evaluation.threads[thread].state != State::kScored) return justify_question(m, t.questions.front());
  if (t.questions.size() == 1) return justify_question(m, t.questions.front());
  std::string out = justify_question(m, t.questions.front());
  std::vector<std::string> parts;
  for (std::size_t k = 1; k < t.questions.size(); ++k) {
    const auto i = t.questions[k];
    const QuestionEvaluation& e = m.evaluation.questions[i];
    if (e.state != State::kScored) {
      parts.push_back(fmt::format("{} is not scored ({})", m.interview.questions[i].id, m.interview.questions[i].unscorable));
      continue;
    }
    std::string part = fmt::format("{} scores {}", m.interview.questions[i].id, e.score_raw.to_string(1));
    const LedgerEntry* gate = closed_gate(e);
    const auto names = concept_names(m, e, Depth::kExplained, 2);
    const auto missed = aspects_with(m, e, Coverage::kMissed, 2);
    if (gate != nullptr && gate->rule == "gate.non-answer") part += " (no answer)";
    else if (!names.empty()) part += fmt::format(" (explains {})", joined(names));
    else if (!missed.empty()) part += fmt::format(" (leaves out {})", joined(missed));
    parts.push_back(std::move(part));
  }
  append(out, fmt::format("On the follow-up{}, {}.", parts.size() == 1 ? "" : "s", joined(parts)));
  return out;
}

}  // namespace te::report
