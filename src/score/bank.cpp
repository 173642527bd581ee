#include "score/bank.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "score/reference.h"
#include "score/units.h"

namespace te::score {
namespace {

/// A note in place of an answer is no longer than this.
constexpr std::uint32_t kNoteWords = 4;

bool is_unanswered(const Answer& a) {
  const CategoryId unanswered = a.rules->category("unanswered");
  if (a.words > kNoteWords) return false;
  return std::any_of(a.sentences.begin(), a.sentences.end(), [&](const AnswerSentence& s) { return find_phrase(s, unanswered) != nullptr; });
}

class Comparison {
 public:
  Comparison(const Answer& answer, const RuleBook& book, std::size_t bank, const BankMatch& match, BankEntry entry)
      : answer_(answer),
        figures_(book.rubric().bank),
        question_(book.banks()[bank].questions[match.entry]),
        entry_(std::move(entry)),
        given_(book.banks()[bank].given),
        compared_(compare_ready(answer)),
        asked_(asked_stems()),
        comparer_(compared_, asked_, book, answer.interview->annotated->vocabulary()) {
    out_.comparison.bank = bank;
    out_.comparison.id = question_.id;
    out_.comparison.similarity = match.similarity;
    const double sure = (match.similarity - figures_.match_at_least) / std::max(1e-9, figures_.match_certain_at - figures_.match_at_least);
    out_.share = (given_ ? figures_.weight : figures_.weight_built_in) * std::clamp(sure, figures_.match_least_share, 1.0);
  }

  BankFindings run() {
    out_.unanswered = is_unanswered(answer_);
    out_.brief = given_ && answer_.words <= figures_.foreign_words;
    reference();
    key_points();
    misconceptions();
    return std::move(out_);
  }

 private:
  [[nodiscard]] Marks asked_stems() const {
    Marks out = answer_.asked.given;
    out.insert(entry_.asked.begin(), entry_.asked.end());
    return out;
  }

  /// An entry may have reference answers, key points or both.
  [[nodiscard]] double key_points_share() const {
    if (entry_.references.empty()) return 1;
    return entry_.key_points.empty() ? 0 : figures_.key_points_share;
  }

  /// The longer the reference, the less of it a good answer need take up.
  [[nodiscard]] double saturated(double coverage, std::size_t words) const {
    const double length = std::min(figures_.length_cap, std::log1p(static_cast<double>(words)));
    return 1 - std::pow(1 - std::min(1.0, coverage), length / figures_.length_scale);
  }

  [[nodiscard]] double value(const Likeness& l, std::size_t words) const {
    return std::min(1.0, figures_.base + figures_.coverage * saturated(l.coverage, words) + figures_.precision * std::sqrt(l.precision) + figures_.order * std::sqrt(l.order));
  }

  /// Whether the answer says anything that the question does not.
  [[nodiscard]] bool says_something() const {
    return !out_.unanswered && std::any_of(compared_.words.begin(), compared_.words.end(), [&](const auto& w) { return !asked_.contains(w.word.stem); });
  }

  void reference() {
    double best = -1;
    Likeness likeness;
    for (const ComparedText& reference : entry_.references) {
      const Likeness l = comparer_.with(reference);
      const double v = value(l, reference.words.size());
      if (v <= best) continue;
      best = v;
      likeness = l;
    }
    if (best < 0 || compared_.sentences.empty()) return;
    out_.comparison.coverage = likeness.coverage;
    // Only a bank that was chosen for this interview may speak for an answer that shows the signs of a trick.
    out_.trusted = given_ && likeness.news >= figures_.trusted_at;
    out_.ordered = out_.trusted && likeness.order >= figures_.ordered_at;
    if (!says_something() && !out_.trusted) return;
    const AnswerSentence& s = *compared_.sentences[likeness.sentence].source;
    add("bank.reference", (1 - key_points_share()) * best, s, s.range.first, fmt::format("takes up {:.0f} % of the reference answer", 100 * likeness.coverage));
  }

  void key_points() {
    double open = key_points_share();
    const double each = open / std::max(1.0, figures_.key_points_full * static_cast<double>(entry_.key_points.size()));
    for (std::size_t i = 0; i < entry_.key_points.size(); ++i) {
      KeyPointUse use;
      use.text = question_.key_points[i];
      const auto place = comparer_.best_place(entry_.key_points[i]);
      use.coverage = place.coverage >= figures_.covered_at ? Coverage::kCovered : place.coverage >= figures_.partly_at ? Coverage::kPartly : Coverage::kMissed;
      if (use.coverage != Coverage::kMissed) {
        const double part = std::min(open, each * std::min(1.0, place.coverage / figures_.covered_at));
        open -= part;
        const AnswerSentence& s = *compared_.sentences[place.sentence].source;
        const Span span = add("bank.key-point", part, s, place.token, use.text);
        use.quote = answer_.interview->transcript.source->slice(span);
      }
      out_.comparison.key_points.push_back(std::move(use));
    }
  }

  void misconceptions() {
    for (std::size_t i = 0; i < entry_.misconceptions.size(); ++i) {
      const auto place = comparer_.stated(entry_.misconceptions[i], figures_.misconception_share);
      if (place.coverage < figures_.misconception_at) continue;
      out_.comparison.misconceptions.emplace_back(question_.misconceptions[i]);
      add("bank.misconception", -figures_.misconception, *compared_.sentences[place.sentence].source, place.token, out_.comparison.misconceptions.back());
    }
  }

  Span add(std::string_view rule, double value, const AnswerSentence& s, std::uint32_t token, std::string detail) {
    BankUnit unit{rule, value, s.turn, quote_span(answer_, s, token, token + 1), std::move(detail)};
    out_.units.push_back(std::move(unit));
    return out_.units.back().span;
  }

  const Answer& answer_;
  const BankScoring& figures_;
  BankQuestion question_;
  BankEntry entry_;
  bool given_;
  ComparedAnswer compared_;
  Marks asked_;
  ReferenceComparer comparer_;
  BankFindings out_;
};

}  // namespace

std::optional<BankFindings> compare_with_bank(const Answer& answer, const RuleBook& book) {
  const BankScoring& figures = book.rubric().bank;
  const CompiledRules& rules = book.compiled();
  if (figures.criterion == SIZE_MAX) return std::nullopt;
  const AnnotatedTurns& turns = *answer.interview->annotated;
  for (std::size_t i = 0; i < rules.banks.size(); ++i) {
    if ((book.banks()[i].given ? figures.weight : figures.weight_built_in) <= 0) continue;
    const auto match = rules.banks[i].closest(rules, turns.vocabulary(), turns.turn(answer.question->turn), answer.asked.first_token, answer.asked.last_token);
    if (!match || match->similarity < figures.match_at_least) continue;
    BankEntry entry = rules.banks[i].entry(match->entry);
    if (!entry.references.empty() || !entry.key_points.empty()) return Comparison(answer, book, i, *match, std::move(entry)).run();
  }
  return std::nullopt;
}

}  // namespace te::score
