// Why an answer scores what it scores, in sentences that each stand on ledger entries. Whatever stands between double
// quotes was said by the candidate.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/passages.h"
#include "report/words.h"
#include "text/utf8.h"

namespace te::report {
namespace {

/// Answers from here on are good enough that nothing need be said about what would lift them.
constexpr double kNothingToLift = 4.5;
constexpr std::size_t kNames = 4;
constexpr std::string_view kThinGates = "gate.thin";

/// A kind of support that a passage can give, with what to say before it: for one, and for several of them.
struct Support {
  std::vector<std::string_view> rules;
  std::string_view noun;  ///< counted when there are several
  std::array<std::string_view, 2> one;
  std::string_view several;
};

const std::array<Support, 8>& supports() {
  static const std::array<Support, 8> kSupports = {{
      {{"evidence.figure"}, "figure", {"One figure can be checked", "It puts a figure on it"}, "{} can be checked, among them"},
      {{"evidence.outcome"}, "outcome", {"It says what came of it", "The outcome is stated"}, "{} are stated, such as"},
      {{"evidence.check"}, "check", {"The result was verified", "It says how this was checked"}, "{} on the result are described, such as"},
      {{"reasoning.tradeoff", "reasoning.contrast"}, "limit or alternative", {"A limit or an alternative is named", "It sets one thing against another"}, "It weighs limits and alternatives in {}, for example"},
      {{"reasoning.cause"}, "reason", {"The reason comes with it", "It says why"}, "{} are given, among them"},
      {{"reasoning.decision"}, "condition", {"It says when this holds", "A condition is named"}, "{} are named, such as"},
      {{"evidence.own-action", "evidence.team-action"}, "step", {"Own work shows", "It says plainly what was done"}, "{} of own or team work are described, such as"},
      {{"evidence.example"}, "example", {"It comes with an example", "An example makes it concrete"}, "{} make it concrete, such as"},
  }};
  return kSupports;
}

/// What is there in spite of all, unless it was quoted before.
std::string half_knowledge(const Material& m, std::size_t question, const std::string& before) {
  const auto nearest = nearest_passage(m, question);
  if (!nearest || before.find(nearest->quote) != std::string::npos) return {};
  return fmt::format("{}: {}.", one_way({"What comes nearest to an answer", "The part that points the right way", "As far as it goes"}, question), cited(*nearest));
}

/// No answer, or none to this question.
std::string gate_sentence(const Material& m, std::size_t question, const LedgerEntry& gate) {
  const Question& q = m.interview.questions[question];
  const QuestionEvaluation& e = m.evaluation.questions[question];
  const auto admits = std::find_if(e.ledger.begin(), e.ledger.end(), [](const LedgerEntry& x) { return x.rule == "knowledge.not-knowing"; });
  const std::string words = cited(admits != e.ledger.end() && !admits->quote.empty() ? passage(m, admits->turn, admits->span) : first_passage(m, q));
  if (gate.rule == "gate.non-answer") return fmt::format("{}: {}.", one_way({"No answer is given", "The question stays without an answer", "The candidate has no answer to offer"}, question), words);
  if (gate.rule == "gate.disclaimer") return fmt::format("By the candidate's own account what was asked for is not known or was never used: {}.", words);
  if (gate.rule == "gate.off-topic") return fmt::format("The answer is about something other than what was asked: {}.", words);
  if (gate.rule == "gate.echo") return fmt::format("The words of the question come back with nothing added: {}.", words);
  if (gate.rule == "gate.incoherent") return fmt::format("The words do not form sentences that could be judged: {}.", words);
  if (gate.rule == "gate.empty-talk") return fmt::format("{}: {}.", states_figures(m, e) ? "It is told in passing, without an explanation or an example" : "Praise and claims without a fact to check", words);
  return fmt::format("The score is limited ({}).", gate.detail);
}

/// A gate that limits the score of an answer and leaves standing what is said in it.
bool only_limits(const LedgerEntry& gate) { return gate.rule == kMisconceptionGate || gate.rule.compare(0, kThinGates.size(), kThinGates) == 0; }

/// For an answer that says little with many words.
std::string thin_sentence(const QuestionEvaluation& e, std::size_t place) {
  const bool thin = std::any_of(e.ledger.begin(), e.ledger.end(), [](const LedgerEntry& x) { return x.rule.compare(0, kThinGates.size(), kThinGates) == 0; });
  if (!thin) return {};
  return fmt::format(fmt::runtime(one_way({"Many of the answer's {} words would fit any subject, which limits the score to {}.", "For {} words it says little that is specific, which limits the score to {}.", "Its {} words stay general for the most part; that limits the score to {}."}, place)), e.words, e.score_raw.to_string(1));
}

std::string misconception_sentences(const Material& m, const QuestionEvaluation& e) {
  constexpr std::size_t kMost = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(kMost, e.misconceptions.size()); ++i) {
    const Misconception& wrong = e.misconceptions[i];
    append(out, fmt::format("{} is wrong. {}", cited(passage(m, wrong.turn, wrong.span)), m.book.lexicon().facts[wrong.fact].correction));
  }
  return out;
}

/// What is known, by how far it goes.
std::string knowledge_sentence(const Material& m, const QuestionEvaluation& e, std::size_t place) {
  std::array<std::vector<std::string>, 3> names;  // by Depth
  for (const ConceptUse& use : e.concepts) {
    auto& list = names[static_cast<std::size_t>(use.depth)];
    if (m.is_subject(use) && list.size() < kNames) list.push_back(m.name_of(use));
  }
  const auto& [mentioned, explained, applied] = names;
  if (!explained.empty() && !applied.empty()) return fmt::format("Explains {} and {} {}.", joined(explained), one_way({"has worked with", "draws on own work with"}, place), joined(applied));
  if (!explained.empty()) return fmt::format("{} {}.", one_way({"Explains", "Gives an explanation of", "Can explain"}, place), joined(explained));
  if (!applied.empty()) return fmt::format("{} {}.", one_way({"Shows own work with", "Draws on own work with", "Has worked with"}, place), joined(applied));
  // A word dropped in passing tells something only where the question is about the subject.
  const bool technical = std::any_of(e.aspects.begin(), e.aspects.end(), [](const Aspect& a) { return a.kind == AspectKind::kConcept; });
  if (!mentioned.empty() && technical) return fmt::format("{} {}.", one_way({"Names", "Mentions"}, place), fmt::format("{} {}", joined(mentioned), mentioned.size() == 1 ? "without explaining it" : "without explaining any of them"));
  return {};
}

/// How much a kind of support earned, and how often.
struct Earned {
  const Support* support = nullptr;
  std::int64_t milli = 0;
  std::size_t times = 0;
};

/// What earned anything, most first.
std::vector<Earned> earned_support(const QuestionEvaluation& e) {
  std::vector<Earned> out;
  for (const Support& s : supports()) out.push_back({&s});
  for (const LedgerEntry& entry : e.ledger) {
    if (entry.points <= Points()) continue;
    const auto earned = std::find_if(out.begin(), out.end(), [&](const Earned& x) { return std::find(x.support->rules.begin(), x.support->rules.end(), entry.rule) != x.support->rules.end(); });
    if (earned == out.end()) continue;
    earned->milli += entry.points.milli();
    ++earned->times;
  }
  std::erase_if(out, [](const Earned& x) { return x.times == 0; });
  std::stable_sort(out.begin(), out.end(), [](const Earned& a, const Earned& b) { return a.milli > b.milli; });
  return out;
}

std::string support_sentence(const Support& s, std::size_t n, const Evidence& evidence, std::size_t place) {
  if (n <= 1) return fmt::format("{}: {}.", s.one[place % s.one.size()], cited(evidence));
  const std::string count = s.noun == "limit or alternative" ? counted(n, "place") : counted(n, s.noun);
  return capitalised(fmt::format("{} {}.", fmt::format(fmt::runtime(s.several), count), cited(evidence)));
}

/// The passages that earned most: at most two, each said to be what it is.
std::string support_sentences(const Material& m, const QuestionEvaluation& e, std::size_t place) {
  constexpr std::size_t kMost = 2;
  std::string out;
  std::vector<std::string> used;
  for (const auto& [support, milli, times] : earned_support(e)) {
    if (used.size() == kMost) break;
    const auto best = best_passages(m, e, 1, support->rules);
    if (best.empty() || std::find(used.begin(), used.end(), best.front().quote) != used.end()) continue;
    append(out, support_sentence(*support, times, best.front(), place + used.size()));
    used.push_back(best.front().quote);
  }
  if (!used.empty()) return out;
  const auto best = best_passages(m, e, 1);
  return best.empty() ? std::string() : fmt::format("{}: {}.", one_way({"The most telling passage", "At its best"}, place), cited(best.front()));
}

/// What was asked for and is there, and what is not.
std::string coverage_sentence(const Material& m, const QuestionEvaluation& e, std::size_t place) {
  const auto covered = aspects_with(m, e, Coverage::kCovered, 3);
  const auto missed = aspects_with(m, e, Coverage::kMissed, 3);
  if (missed.empty()) {
    if (covered.size() < 2) return {};
    return fmt::format("{} {}.", one_way({"Nothing that was asked for is missing:", "Takes up all that was asked:", "The question is answered in full:"}, place), joined(covered));
  }
  if (covered.empty()) return fmt::format("{} {}.", one_way({"The question also asked for", "Left out:", "What was asked for and does not come:"}, place), joined(missed));
  return fmt::format("Covers {}; {} {}.", joined(covered), one_way({"leaves out", "does not come to", "passes over"}, place), joined(missed, " and "));
}

/// The key points of the entry in the user's bank. Nobody has agreed on those of the built-in banks.
std::string bank_sentences(const Material& m, const QuestionEvaluation& e) {
  if (!e.bank || e.bank->key_points.empty() || !m.book.banks()[e.bank->bank].given) return {};
  std::vector<std::string> missed;
  for (const KeyPointUse& p : e.bank->key_points) {
    if (p.coverage == Coverage::kMissed) missed.push_back(without_stop(p.text));
  }
  const std::size_t all = e.bank->key_points.size();
  std::string out = fmt::format("Of {} that the question bank expects, {} {} made", counted(all, "key point"), missed.empty() ? "every one" : number_word(all - missed.size()), all - missed.size() == 1 || missed.empty() ? "is" : "are");
  if (!missed.empty()) out += fmt::format("; not made: {}", joined(missed, "; ", "; "));
  out += ".";
  for (const std::string& wrong : e.bank->misconceptions) append(out, fmt::format("It states a known misconception: {}.", without_stop(wrong)));
  return out;
}

/// What is left open, unless it was quoted before.
std::string doubt_sentence(const Material& m, const QuestionEvaluation& e, std::size_t place, const std::string& before) {
  const auto is_new = [&](const LedgerEntry& entry) { return !entry.quote.empty() && before.find(passage(m, entry.turn, entry.span).quote) == std::string::npos; };
  for (const LedgerEntry& entry : e.ledger) {
    if (entry.rule == "knowledge.not-knowing" && is_new(entry)) return fmt::format("{}: {}.", one_way({"A gap is admitted", "One part is openly not known"}, place), cited(passage(m, entry.turn, entry.span)));
  }
  constexpr std::int64_t kMuch = -80;
  for (const LedgerEntry& entry : e.ledger) {
    if (entry.rule == "clarity.hedge" && entry.points.milli() <= kMuch && is_new(entry)) return fmt::format("{}: {}.", one_way({"Hedging leaves open what is meant", "It stays tentative"}, place), cited(passage(m, entry.turn, entry.span)));
  }
  return {};
}

std::string lifting_sentence(const Material& m, std::size_t question) {
  const auto missing = lacking(m, question);
  if (missing.empty()) return {};
  return fmt::format(fmt::runtime(one_way({"A higher score needs {}.", "What is missing for a better score: {}.", "It would gain by {}."}, question)), joined(missing));
}

/// A few words, and what they are.
std::string short_answer_sentence(const Material& m, std::size_t question) {
  const QuestionEvaluation& e = m.evaluation.questions[question];
  const Evidence first = first_passage(m, m.interview.questions[question]);
  const std::string_view said = text::trimmed(m.interview.transcript.turns[first.turn].text);
  const bool whole = m.interview.questions[question].answer_turns.size() == 1 && first.quote.size() + 4 >= said.size();
  if (whole) return fmt::format("{} {}: {}.", one_way({"The whole answer is", "All that is said is", "The answer ends after"}, question), counted(e.words, "word"), cited(first));
  return fmt::format("{} of {}.", one_way({"A short answer", "A brief answer", "An answer"}, question), counted(e.words, "word"));
}

/// The part of a thread's justification that is about one of its follow-ups.
std::string follow_up_sentence(const Material& m, std::size_t question, std::size_t place) {
  const QuestionEvaluation& e = m.evaluation.questions[question];
  const Question& q = m.interview.questions[question];
  if (e.state != State::kScored) return fmt::format("The follow-up in line {} is not scored: {}.", q.line, q.unscorable);
  if (e.words == 0) return fmt::format("Nothing is said in answer to the follow-up in line {}.", q.line);
  std::string out = fmt::format("{} ({} of 5):", one_way({"Asked further", "On the follow-up", "Pressed on it"}, place), e.score_raw.to_string(1));
  const LedgerEntry* gate = closed_gate(e);
  if (gate != nullptr && only_limits(*gate)) gate = nullptr;
  if (!e.misconceptions.empty()) return out + " " + misconception_sentences(m, e);
  const auto best = best_passages(m, e, 1);
  if (gate != nullptr || best.empty()) return out + " " + cited(nearest_passage(m, question).value_or(first_passage(m, q))) + ".";
  const auto names = concept_names(m, e, Depth::kExplained, 2);
  return out + (names.empty() ? " " : fmt::format(" {}, ", joined(names))) + cited(best.front()) + ".";
}

/// There is no answer, or none to this question: what was said instead, and what was asked for.
std::string justify_without_answer(const Material& m, std::size_t question, const LedgerEntry& gate) {
  const QuestionEvaluation& e = m.evaluation.questions[question];
  std::string out = gate_sentence(m, question, gate);
  append(out, misconception_sentences(m, e));
  if (gate.rule == "gate.non-answer" || gate.rule == "gate.disclaimer") append(out, half_knowledge(m, question, out));
  append(out, bank_sentences(m, e));
  const auto missed = aspects_with(m, e, Coverage::kMissed, 3);
  if (!missed.empty()) append(out, fmt::format("{} {}.", one_way({"Asked for and not given:", "The question was after"}, question), joined(missed)));
  return out;
}

}  // namespace

std::string justify_question(const Material& m, std::size_t question) {
  const Question& q = m.interview.questions[question];
  const QuestionEvaluation& e = m.evaluation.questions[question];
  if (e.state == State::kNotScored) return type_of(m, q) == QuestionType::kClosing ? "Closing questions and arrangements are not scored." : "Introductions are not scored.";
  if (e.state == State::kUnscorable) return fmt::format("Not scored: {}.", q.unscorable);
  constexpr double kPoor = 2.0;
  constexpr double kNeedsNoExplanation = 3.5;
  constexpr std::uint32_t kFewWords = 45;
  std::string out;
  const LedgerEntry* gate = closed_gate(e);
  if (e.words == 0) {
    out = "Nothing is said in answer.";
  } else if (hardly_counted(e)) {
    out = fmt::format("Hardly any of it was recognised as an answer to this question: {}.", cited(first_passage(m, q)));
  } else if (gate != nullptr && !only_limits(*gate)) {
    out = justify_without_answer(m, question, *gate);
  } else {
    const bool poor = e.score_raw.value() < kPoor && e.words <= kFewWords;
    append(out, poor ? short_answer_sentence(m, question) : knowledge_sentence(m, e, question));
    append(out, misconception_sentences(m, e));
    append(out, poor ? half_knowledge(m, question, out) : support_sentences(m, e, question));
    append(out, thin_sentence(e, question));
    append(out, bank_sentences(m, e));
    append(out, coverage_sentence(m, e, question));
    append(out, doubt_sentence(m, e, question, out));
    if (e.score_raw.value() < kNothingToLift) append(out, lifting_sentence(m, question));
  }
  if (q.interviewer_explained && e.score_raw.value() < kNeedsNoExplanation) append(out, "The interviewer then explained it.");
  return out;
}

std::string justify_thread(const Material& m, std::size_t thread, std::string_view main_question) {
  const Thread& t = m.interview.threads[thread];
  std::string out(main_question);
  if (m.evaluation.threads[thread].state != State::kScored) return out;
  for (std::size_t k = 1; k < t.questions.size(); ++k) append(out, follow_up_sentence(m, t.questions[k], thread + k));
  return out;
}

}  // namespace te::report
