// Which turns ask, which turns answer them, and which do neither.
#include "structure/questions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "text/utf8.h"
#include "text/word_set.h"

namespace te::structure {
namespace {

/// The asking sentences of a turn as text; the others as the preamble.
void split_asking(const Annotation& turn, const std::vector<std::uint32_t>& asking, Question& question) {
  for (std::uint32_t i = 0; i < turn.text.sentences.size(); ++i) {
    const bool asks = std::binary_search(asking.begin(), asking.end(), i);
    std::string& out = asks ? question.text : question.preamble;
    if (!out.empty()) out.push_back(' ');
    out += text::single_line(turn.text.slice(turn.text.sentences[i]));
  }
}

/// Goes through the turns in order. A question is open until the next one is asked.
class QuestionFinder {
 public:
  QuestionFinder(Interview& interview, const Context& context) : interview_(interview), context_(context), categories_(context.categories) {}

  void run() {
    const auto& turns = interview_.transcript.turns;
    interview_.turn_kinds.assign(turns.size(), TurnKind::kSpeech);
    for (std::uint32_t i = 0; i < turns.size(); ++i) {
      switch (interview_.role_of(turns[i])) {
        case Role::kInterviewer: interviewer(i); break;
        case Role::kCandidate: candidate(i); break;
        case Role::kOther: break;
      }
    }
    short_answers_count();
    // An asking turn that nobody answered is no question of this interview.
    std::erase_if(questions(), [](const Question& q) { return q.answer_turns.empty(); });
    for (std::size_t i = 0; i < questions().size(); ++i) questions()[i].id = fmt::format("Q{}", i + 1);
    swapped_sides();
  }

 private:
  std::vector<Question>& questions() { return interview_.questions; }
  [[nodiscard]] bool has_open() const { return !interview_.questions.empty(); }
  [[nodiscard]] bool answered() const { return has_open() && !interview_.questions.back().answer_turns.empty(); }

  void interviewer(std::uint32_t i) {
    const Reading& reading = context_.readings[i];
    after_artefact_ = reading.only_artefact;
    if (reading.only_artefact || reading.listening) {
      interview_.turn_kinds[i] = reading.only_artefact ? TurnKind::kArtefact : TurnKind::kInterjection;
      return;
    }
    if (interview_.closing_turn) return;
    const Annotation& turn = context_.turns.turn(i);
    const bool joined = joins(i, turn) || adds(turn);
    if (!joined) begun_.clear();
    speaking_ = i;
    if (reading.asking.empty()) {
      // "Thank you for your time" before the first question is a welcome.
      if (has_open() && has_phrase(turn, categories_.farewell)) interview_.closing_turn = i;
      else note_explanation(turn, {});
      append(begun_, unfinished(turn));
      return;
    }
    note_explanation(turn, reading.asking);
    ask(make(i, turn, reading.asking), joined);
    if (closes(turn, reading.asking)) {
      questions().back().type = QuestionType::kClosing;
      interview_.closing_turn = i;
    }
  }

  static void append(std::string& out, std::string_view words) {
    if (!out.empty() && !words.empty()) out.push_back(' ');
    out += words;
  }

  /// The sentence that a turn breaks off in; empty when it ends with a full stop.
  static std::string unfinished(const Annotation& turn) {
    const std::string_view said = text::trimmed(turn.text.text);
    const bool trails_off = said.size() > 3 && said.substr(said.size() - 3) == "...";
    if (turn.text.sentences.empty() || (!trails_off && std::string_view(".?!").find(said.back()) != std::string_view::npos)) return {};
    return text::single_line(turn.text.slice(turn.text.sentences.back()));
  }

  /// Opens a question. One that was interrupted by a "mhm" and goes on is one question, whose longer part counts as its turn.
  void ask(Question next, bool joined) {
    append(begun_, next.text);
    next.text = std::exchange(begun_, {});
    if (has_open() && !answered()) {
      if (!joined) short_answers_count();
      if (joined) next = whole(questions().back(), std::move(next));
      if (!answered()) questions().pop_back();
    }
    heard_.clear();
    said_.clear();
    said_turns_ = 0;
    candidate_spoke_ = false;
    questions().push_back(std::move(next));
  }

  static Question whole(const Question& first, Question second) {
    Question out = first.text.size() > second.text.size() ? first : second;
    out.text = first.text;
    if (second.text != first.text) append(out.text, second.text);
    out.preamble = first.preamble;
    append(out.preamble, second.preamble);
    return out;
  }

  void candidate(std::uint32_t i) {
    const bool after_farewell = interview_.closing_turn && (!has_open() || questions().back().type != QuestionType::kClosing);
    const Reading& reading = context_.readings[i];
    candidate_spoke_ = true;
    if (!reading.listening) speaking_.reset();
    if (after_artefact_ && speaks_of_error(i)) {
      interview_.turn_kinds[i] = TurnKind::kArtefact;
      return;
    }
    if (reading.listening && (reading.sound || !has_open() || after_farewell || answered())) {
      interview_.turn_kinds[i] = TurnKind::kInterjection;
      if (reading.sound) heard_.push_back(i);
      return;
    }
    if (!has_open() || after_farewell) return;
    if (reading.listening) return heard_.push_back(i);
    for (const auto turn : heard_) interview_.turn_kinds[turn] = TurnKind::kInterjection;
    heard_.clear();
    answer(i);
  }

  void answer(std::uint32_t i) { questions().back().answer_turns.push_back(i); }

  /// "Yes." and "Sure." were the whole answer when nothing else came.
  void short_answers_count() {
    if (has_open() && !answered()) {
      for (const auto turn : heard_) {
        if (!context_.readings[turn].sound) answer(turn);
      }
    }
    heard_.clear();
  }

  /// The turn goes on with what the interviewer was saying before the candidate's interjection.
  [[nodiscard]] bool joins(std::uint32_t i, const Annotation& turn) const {
    const auto& turns = interview_.transcript.turns;
    if (!speaking_ || i < *speaking_ + 2 || turns[i].speaker != turns[*speaking_].speaker || turn.text.tokens.empty()) return false;
    const std::string_view text = turns[i].text;
    const bool lower = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
    return lower || has_phrase(turn, categories_.joining, 0, 1);
  }

  /// The open question has not been answered by a word yet, and this turn adds to it, as two of a panel do: "And please say ...".
  [[nodiscard]] bool adds(const Annotation& turn) const {
    return has_open() && !answered() && !candidate_spoke_ && has_phrase(turn, categories_.joining, 0, 1) && !has_phrase(turn, categories_.rephrasing);
  }

  /// Words of the answer to the open question. Few interviews ever ask for them.
  const text::WordSet& said_so_far() {
    for (; has_open() && said_turns_ < questions().back().answer_turns.size(); ++said_turns_) {
      for (const auto& token : context_.turns.turn(questions().back().answer_turns[said_turns_]).text.tokens) said_.insert(token.word);
    }
    return said_;
  }

  /// After an artefact: the candidate wonders about it, or says again what was said.
  [[nodiscard]] bool speaks_of_error(std::uint32_t i) {
    constexpr std::uint32_t kShort = 40;
    constexpr double kSaidAgain = 0.8;
    const Annotation& turn = context_.turns.turn(i);
    if (turn.text.words < kShort && has_phrase(turn, categories_.about_error)) return true;
    const text::WordSet& said = said_so_far();
    std::size_t known = 0;
    for (const auto& token : turn.text.tokens) known += said.contains(token.word) ? 1 : 0;
    return !turn.text.tokens.empty() && static_cast<double>(known) >= kSaidAgain * static_cast<double>(turn.text.tokens.size());
  }

  Question make(std::uint32_t i, const Annotation& turn, const std::vector<std::uint32_t>& asking) const {
    const Turn& source = interview_.transcript.turns[i];
    Question q;
    q.turn = i;
    q.asking = source.text;
    split_asking(turn, asking, q);
    const std::uint32_t base = interview_.transcript.source->offset_of(source.text);
    const auto& first = turn.text.sentences[asking.front()];
    const auto& last = turn.text.sentences[asking.back()];
    q.span = {base + turn.text.tokens[first.first].begin, base + turn.text.tokens[last.last - 1].end};
    q.line = interview_.transcript.source->line_at(q.span.begin);
    return q;
  }

  /// The last asking sentence invites questions, and not at the start of the interview.
  [[nodiscard]] bool closes(const Annotation& turn, const std::vector<std::uint32_t>& asking) const {
    const auto& s = turn.text.sentences[asking.back()];
    return has_phrase(turn, categories_.closing, s.first, s.last) && !has_phrase(turn, categories_.not_closing, s.first, s.last);
  }

  /// More than an acknowledgement before the next question: the interviewer gave the answer away.
  void note_explanation(const Annotation& turn, const std::vector<std::uint32_t>& asking) {
    if (!answered()) return;
    constexpr std::uint32_t kExplanationWords = 30;
    std::uint32_t words = 0;
    for (std::uint32_t i = 0; i < turn.text.sentences.size(); ++i) {
      if (std::binary_search(asking.begin(), asking.end(), i)) continue;
      const auto& s = turn.text.sentences[i];
      if (has_phrase(turn, categories_.praise, s.first, s.last) || has_phrase(turn, categories_.shift, s.first, s.last)) continue;
      for (std::uint32_t k = s.first; k < s.last; ++k) words += turn.text.tokens[k].kind == text::TokenKind::kWord ? 1 : 0;
    }
    if (words >= kExplanationWords) questions().back().interviewer_explained = true;
  }

  /// At the end the candidate asks and the interviewer answers, without an invitation: from there on nothing is scored.
  void swapped_sides() {
    if (interview_.closing_turn || !has_open()) return;
    constexpr std::uint32_t kAnswerWords = 25;
    constexpr int kExchanges = 2;
    Question& last = questions().back();
    const auto& turns = interview_.transcript.turns;
    int exchanges = 0;
    std::uint32_t first = 0;
    bool candidate_asks = false;
    std::uint32_t answered_words = 0;
    for (std::uint32_t i = last.answer_turns.front(); i < turns.size(); ++i) {
      const std::uint32_t words = context_.turns.turn(i).text.words;
      switch (interview_.role_of(turns[i])) {
        case Role::kCandidate:
          candidate_asks = !context_.readings[i].asking.empty();
          // Whoever asks back before answering a case has not swapped sides.
          if (exchanges > 0 && !candidate_asks && words >= kAnswerWords && i + 1 < turns.size()) return;
          if (exchanges == 0) answered_words += words;
          break;
        case Role::kInterviewer:
          if (!candidate_asks || words < kAnswerWords) break;
          if (answered_words < kAnswerWords) return;
          if (exchanges++ == 0) first = i;
          candidate_asks = false;
          break;
        case Role::kOther: break;
      }
    }
    if (exchanges < kExchanges) return;
    interview_.closing_turn = first;
    std::erase_if(last.answer_turns, [&](std::uint32_t turn) { return turn > first; });
    interview_.diagnostics.push_back({"dialogue.roles-swapped", Severity::kInfo, turns[first].line, "from here on the candidate asks and the interviewer answers; nothing of it is scored"});
  }

  Interview& interview_;
  const Context& context_;
  const Categories& categories_;
  std::vector<std::uint32_t> heard_;         ///< listening turns of the candidate since the open question, answers only if nothing else comes
  std::optional<std::uint32_t> speaking_;    ///< the interviewer's last turn, while the candidate only listens
  std::string begun_;                        ///< what the interviewer has said of a sentence that goes on in the next turn
  text::WordSet said_;                       ///< see said_so_far
  std::size_t said_turns_ = 0;               ///< turns of the answer that said_ holds
  bool candidate_spoke_ = false;             ///< since the open question was asked
  bool after_artefact_ = false;              ///< the interviewer's last turn was an artefact
};

void note_artefacts(Interview& interview, const Context& context) {
  std::uint32_t count = 0;
  std::uint32_t line = 0;
  for (std::size_t i = 0; i < interview.transcript.turns.size(); ++i) {
    const Turn& turn = interview.transcript.turns[i];
    if (interview.role_of(turn) != Role::kInterviewer || !context.readings[i].artefact) continue;
    if (count++ == 0) line = turn.line;
  }
  if (count == 0) return;
  interview.diagnostics.push_back({"dialogue.artefact", Severity::kWarning, line,
                                   count == 1 ? "an interviewer turn holds an error message or a leaked call of an automatic interviewer; it is no question"
                                              : fmt::format("{} interviewer turns hold error messages or leaked calls of an automatic interviewer; they are no questions (this is the first)", count)});
}

}  // namespace

void find_questions(Interview& interview, const Context& context) {
  QuestionFinder(interview, context).run();
  note_artefacts(interview, context);
}

}  // namespace te::structure
