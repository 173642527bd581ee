// How the candidate speaks, and what that means to somebody who decides: the figures stand behind the words.
#include <algorithm>

#include <fmt/format.h>

#include "report/findings.h"
#include "report/passages.h"
#include "report/words.h"

namespace te::report {
namespace {

/// Per 100 words: from the first on they are noticed, from the second on they colour the talk.
struct Rate {
  double some;
  double many;
};
constexpr Rate kHedges = {0.7, 2.0};
constexpr Rate kFillers = {1.0, 3.0};

/// Words of an answer: below the first there is no room for an explanation, from the second on it is a long one.
constexpr std::uint64_t kShortAnswer = 40;
constexpr std::uint64_t kLongAnswer = 250;

struct Lengths {
  std::size_t answers = 0;
  std::uint64_t mean = 0;
  std::size_t shortest = 0;
  std::size_t longest = 0;
};

Lengths lengths(const Material& m) {
  Lengths out;
  std::uint64_t words = 0;
  for (std::size_t i = 0; i < m.evaluation.questions.size(); ++i) {
    const QuestionEvaluation& e = m.evaluation.questions[i];
    if (e.state != State::kScored) continue;
    if (out.answers++ == 0) out.shortest = out.longest = i;
    words += e.words;
    if (e.words > m.evaluation.questions[out.longest].words) out.longest = i;
    if (e.words < m.evaluation.questions[out.shortest].words) out.shortest = i;
  }
  if (out.answers > 0) out.mean = words / out.answers;
  return out;
}

/// The whole in a few words, from what stands out in the figures.
std::string manner(const Communication& c, const Lengths& l) {
  const bool hesitant = c.filler_per_100 >= kFillers.many || c.hedge_per_100 >= kHedges.many;
  if (l.mean < kShortAnswer) return hesitant ? "Brief and hesitant" : "Brief and direct";
  if (hesitant) return l.mean >= kLongAnswer ? "Expansive but hesitant" : "Hesitant";
  const bool sure = c.hedge_per_100 < kHedges.some && c.filler_per_100 < kFillers.some;
  if (l.mean >= kLongAnswer) return sure ? "Fluent and expansive" : "Expansive";
  return sure ? "Fluent and direct" : "Clear in the main";
}

std::string about_length(const Material& m, const Report& report, const Lengths& l) {
  const auto words = [&](std::size_t q) { return m.evaluation.questions[q].words; };
  const auto title = [&](std::size_t q) { return fmt::format("'{}'", report.thread_titles[m.interview.questions[q].thread - 1]); };
  if (l.answers == 1) return fmt::format("the one scored answer has {} words", words(l.longest));
  if (words(l.longest) < kShortAnswer) return fmt::format("answers have {} words on average and none more than {}, which leaves no room for an explanation", l.mean, words(l.longest));
  constexpr std::uint64_t kMuchLonger = 3;
  if (words(l.longest) >= kMuchLonger * words(l.shortest)) return fmt::format("answers have {} words on average, but range from {} ({}) to {} ({})", l.mean, words(l.shortest), title(l.shortest), words(l.longest), title(l.longest));
  if (l.mean >= kLongAnswer) return fmt::format("answers have {} words on average, so a question that is to be answered briefly should say so", l.mean);
  return fmt::format("answers have {} words on average and are of similar length ({} to {})", l.mean, words(l.shortest), words(l.longest));
}

/// What hedges and fillers mean for how far the answers can be relied on.
std::string about_doubt(const Communication& c) {
  std::string out;
  if (c.hedge_per_100 >= kHedges.many) append(out, fmt::format("With a hedge in every {:.0f} words it stays open what the candidate stands by; a next round should ask for it.", 100 / c.hedge_per_100));
  else if (c.hedge_per_100 >= kHedges.some) append(out, fmt::format("Some statements are hedged ({:.1f} hedges per 100 words), most are not.", c.hedge_per_100));
  else append(out, c.hedge_per_100 > 0.05 ? fmt::format("Statements are made without hedging ({:.1f} hedges per 100 words).", c.hedge_per_100) : "Statements are made without hedging.");
  if (c.filler_per_100 >= kFillers.many) append(out, fmt::format("Fillers are frequent ({:.1f} per 100 words), as in speech that looks for words; they weigh little in the score.", c.filler_per_100));
  else if (c.filler_per_100 >= kFillers.some) append(out, fmt::format("Fillers ({:.1f} per 100 words) are as in ordinary speech.", c.filler_per_100));
  return out;
}

std::string about_sentences(const Communication& c) {
  constexpr double kFragments = 8;
  constexpr double kLong = 24;
  if (c.mean_sentence_words <= 0) return {};
  if (c.mean_sentence_words < kFragments) return fmt::format("Sentences of {:.0f} words are closer to keywords than to statements.", c.mean_sentence_words);
  if (c.mean_sentence_words >= kLong) return fmt::format("Sentences are long, {:.0f} words on average; read aloud they are hard to follow.", c.mean_sentence_words);
  return {};
}

/// Steps and points set in order are what a listener can follow.
std::string about_order(const Material& m, const Report& report) {
  std::vector<std::size_t> questions;
  for (const FoundEntry& f : all_entries(m, "clarity.order", 0)) questions.push_back(f.question);
  if (questions.empty()) return {};
  return fmt::format("Steps are set in order {}.", in_topics(m, report, questions));
}

}  // namespace

std::string compose_communication(const Material& m, const Report& report) {
  const Communication& c = m.evaluation.communication;
  const Lengths l = lengths(m);
  if (l.answers == 0) return fmt::format("Nothing was scored; the candidate speaks {:.0f} % of the words.", 100 * c.candidate_talk_share);
  std::string out = fmt::format("{}: {}.", manner(c, l), about_length(m, report, l));
  append(out, about_doubt(c));
  append(out, about_sentences(c));
  append(out, about_order(m, report));
  constexpr double kMostOfTheTalk = 0.4;
  const double share = 100 * c.candidate_talk_share;
  append(out, c.candidate_talk_share < kMostOfTheTalk ? fmt::format("The candidate speaks only {:.0f} % of the words; the rest is the interviewer's.", share) : fmt::format("The candidate speaks {:.0f} % of the words.", share));
  return out;
}

}  // namespace te::report
