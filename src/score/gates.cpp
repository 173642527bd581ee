// Gates: states of an answer in which no amount of evidence may earn more than a certain score.
#include <algorithm>

#include <fmt/format.h>

#include "score/ledger.h"

namespace te::score {
namespace {

/// Whether the answer says that there is no answer and then gives none: fewer fresh words than the threshold.
std::string non_answer(const Answer& a, double threshold) {
  std::size_t fresh = 0;
  bool admits = false;
  for (const AnswerSentence& s : a.sentences) {
    const bool says_so = find_phrase(s, a.categories->not_knowing) != nullptr || find_phrase(s, a.categories->non_answer) != nullptr;
    admits = admits || says_so;
    if (!says_so && s.eligibility > 0) fresh += s.fresh.size();
  }
  if (a.words == 0) return "no words";
  if (admits && static_cast<double>(fresh) <= threshold) return fmt::format("says that there is no answer; {} new terms beside it", fresh);
  return {};
}

/// The share of the question's topic that the candidate says not to know or not to have worked with.
std::string disclaimer(const Answer& a, double threshold) {
  double all = 0;
  double disclaimed = 0;
  for (const auto& [stem, weight] : a.asked.terms) {
    all += weight;
    for (const AnswerSentence& s : a.sentences) {
      const text::PhraseMatch* says = find_phrase(s, a.categories->not_knowing);
      if (says == nullptr) continue;
      bool named = false;
      for (std::uint32_t i = says->first; i < s.range.last; ++i) {
        const text::Token& token = s.annotation->text.tokens[i];
        named = named || (token.kind == text::TokenKind::kWord && token.stem == stem);
      }
      if (!named) continue;
      disclaimed += weight;
      break;
    }
  }
  if (all <= 0 || disclaimed / all < threshold) return {};
  return fmt::format("says not to know {:.0f} % of what is asked about", 100 * disclaimed / all);
}

std::string off_topic(const Answer& a, const Findings& f, double threshold) {
  return a.words > 0 && f.parts.fit < threshold ? fmt::format("fit to the question {:.2f} is below {:.2f}", f.parts.fit, threshold) : std::string();
}

std::string echo(const Answer& a, double threshold) {
  return a.echo_share >= threshold ? fmt::format("{:.0f} % of the telling words stand in the question itself", 100 * a.echo_share) : std::string();
}

std::string incoherent(const Answer& a, double threshold) {
  constexpr std::uint32_t kEnoughWords = 12;
  // The threshold is written as a positive figure below +1: coherence + 1 in bits.
  if (a.words < kEnoughWords || a.coherence + 1.0 >= threshold) return {};
  return fmt::format("word order carries {:.2f} bits per pair; language has more than {:.2f}", a.coherence, threshold - 1.0);
}

std::string repetition(const Answer& a, double threshold) {
  constexpr std::size_t kEnoughSentences = 4;
  if (a.sentences.size() < kEnoughSentences && a.repeated_sentences < a.sentences.size()) return {};
  const double share = static_cast<double>(a.repeated_sentences) / static_cast<double>(a.sentences.size());
  return share >= threshold ? fmt::format("{} of {} sentences say again what was said", a.repeated_sentences, a.sentences.size()) : std::string();
}

std::string empty_talk(const Answer& a, double threshold) {
  // A few plain sentences stand in every good answer; empty talk has hardly any others.
  constexpr std::size_t kFewSentences = 3;
  constexpr std::size_t kFewTerms = 8;
  std::size_t fresh = 0;
  std::size_t speaking = 0;  // doubt between them makes empty sentences no fewer
  for (const AnswerSentence& s : a.sentences) {
    fresh += s.eligibility > 0 ? s.fresh.size() : 0;
    speaking += s.empty || !s.fresh.empty() ? 1 : 0;
  }
  if (a.sentences.size() < kFewSentences || fresh >= kFewTerms || speaking == 0) return {};
  const double share = static_cast<double>(a.empty_sentences) / static_cast<double>(speaking);
  return share >= threshold ? fmt::format("{} of {} sentences praise or claim without a fact", a.empty_sentences, speaking) : std::string();
}

/// New words, concepts of the field, figures and particulars for each 100 words.
double substance(const Answer& a, const Findings& f, const Surroundings& surroundings) {
  constexpr double kConcept = 2;  // new words that a concept is worth, beside the words of its name
  constexpr double kFigure = 3;
  constexpr double kParticular = 1;
  constexpr double kLeastWords = 40;
  const CompiledRules& rules = *a.rules;
  double sum = 0;
  for (const AnswerSentence& s : a.sentences) sum += new_information(s, rules) + (s.repeated || s.injected ? 0 : kParticular * s.particulars);
  for (const ConceptUse& use : f.concepts) sum += use.asked || rules.area_is_everywhere[rules.area_of_concept[use.concept_index]] ? 0 : kConcept;
  for (const Unit& unit : f.units) sum += surroundings.readers[unit.rule].detect == detect_figures ? kFigure * unit.strength : 0;
  return 100 * sum / std::max(kLeastWords, static_cast<double>(a.words));
}

/// Long talk that says little.
std::string thin(double substance, const Answer& a, double open_at) {
  constexpr std::uint32_t kTalkWords = 50;
  if (a.words < kTalkWords || substance >= open_at) return {};
  return fmt::format("{:.1f} new words, concepts and figures for 100 words", substance);
}

/// Whether it is known what an answer could speak of: by the position, or by a concept of some field in the question.
bool field_is_known(const Answer& a, const Surroundings& surroundings) {
  const CompiledRules& rules = *a.rules;
  return surroundings.field.named_by_position() || std::any_of(a.asked.concepts.begin(), a.asked.concepts.end(), [&](std::uint32_t c) { return !rules.area_is_everywhere[rules.area_of_concept[c]]; });
}

std::string injection(const Answer& a) {
  return a.injected_sentences > 0 ? fmt::format("{} sentences speak to an evaluator or imitate a report", a.injected_sentences) : std::string();
}

std::string misconception(const Findings& f, const RuleBook& book, double threshold) {
  if (f.misconceptions.empty() || static_cast<double>(f.misconceptions.size()) < threshold) return {};
  return std::string(book.lexicon().facts[f.misconceptions.front().fact].correction);
}

/// Some gates judge by the answer's words alone; agreement with the reference answer is a better witness.
bool yields_to(const BankFindings& bank, GateKind kind) {
  switch (kind) {
    case GateKind::kIncoherent: return bank.ordered;
    case GateKind::kOffTopic: return bank.trusted || bank.brief;
    case GateKind::kRepetition:
    case GateKind::kInjection:
    case GateKind::kMisconception: return false;
    default: return bank.trusted;
  }
}

class Gates {
 public:
  Gates(const Answer& answer, const RuleBook& book, const Surroundings& surroundings, const Findings& findings, QuestionEvaluation& out)
      : answer_(answer), book_(book), findings_(findings), out_(out), substance_(substance(answer, findings, surroundings)), field_known_(field_is_known(answer, surroundings)) {}

  void apply(const Gate& gate, GateKind kind) {
    const std::string why = reason(gate, kind);
    if (why.empty()) return;
    const double at_most = bound(gate);
    if (at_most <= gate.at_most) out_.flags.push_back(gate.flag);
    const Points limit = Points::from_score(at_most);
    if (out_.score_raw <= limit) return;
    LedgerEntry entry;
    entry.rule = gate.id;
    entry.points = limit - out_.score_raw;
    entry.turn = answer_.question->answer_turns.front();
    entry.line = answer_.interview->transcript.turns[entry.turn].line;
    if (kind == GateKind::kMisconception) {
      const Misconception& wrong = findings_.misconceptions.front();
      entry.turn = wrong.turn;
      entry.span = wrong.span;
      entry.line = wrong.line;
      entry.quote = wrong.quote;
    }
    entry.detail = fmt::format("at most {}: {}", limit.to_string(1), why);
    out_.ledger.push_back(std::move(entry));
    out_.score_raw = limit;
  }

 private:
  /// Why a gate closes, empty when it stays open.
  [[nodiscard]] std::string reason(const Gate& gate, GateKind kind) const {
    if (findings_.bank && yields_to(*findings_.bank, kind)) return {};
    if (findings_.bank && findings_.bank->unanswered && kind == GateKind::kNonAnswer) return "a note says that no answer was given";
    switch (kind) {
      case GateKind::kNonAnswer: return non_answer(answer_, gate.threshold);
      case GateKind::kDisclaimer: return disclaimer(answer_, gate.threshold);
      case GateKind::kOffTopic: return off_topic(answer_, findings_, gate.threshold);
      case GateKind::kEcho: return echo(answer_, gate.threshold);
      case GateKind::kIncoherent: return incoherent(answer_, gate.threshold);
      case GateKind::kRepetition: return repetition(answer_, gate.threshold);
      case GateKind::kInjection: return injection(answer_);
      case GateKind::kEmptyTalk: return empty_talk(answer_, gate.threshold);
      case GateKind::kThin: return thin(substance_, answer_, gate.open_at);
      case GateKind::kThinInField: return field_known_ ? thin(substance_, answer_, gate.open_at) : std::string();
      case GateKind::kMisconception: return misconception(findings_, book_, gate.threshold);
    }
    return {};
  }

  /// The highest score behind a closed gate. Gates on substance close by degrees.
  [[nodiscard]] double bound(const Gate& gate) const {
    if (gate.open_at <= gate.threshold) return gate.at_most;
    constexpr double kOpen = 5;
    return gate.at_most + (kOpen - gate.at_most) * std::clamp((substance_ - gate.threshold) / (gate.open_at - gate.threshold), 0.0, 1.0);
  }

  const Answer& answer_;
  const RuleBook& book_;
  const Findings& findings_;
  QuestionEvaluation& out_;
  double substance_;
  bool field_known_;
};

}  // namespace

std::vector<GateKind> gate_kinds(const RuleBook& book) {
  std::vector<GateKind> out;
  out.reserve(book.rubric().gates.size());
  for (const Gate& gate : book.rubric().gates) out.push_back(static_cast<GateKind>(std::find(kGateKinds.begin(), kGateKinds.end(), gate.kind) - kGateKinds.begin()));
  return out;
}

void apply_gates(const Answer& answer, const RuleBook& book, const Surroundings& surroundings, const Findings& findings, QuestionEvaluation& out) {
  Gates gates(answer, book, surroundings, findings, out);
  const std::vector<Gate>& all = book.rubric().gates;
  for (std::size_t i = 0; i < all.size(); ++i) gates.apply(all[i], surroundings.gates[i]);
}

}  // namespace te::score
