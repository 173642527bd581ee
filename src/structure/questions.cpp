#include "structure/questions.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.h"

namespace te::structure {
namespace {

/// The sentences [first, last] of a turn that ask, as text; the others as the preamble.
void split_asking(const Annotation& turn, const std::vector<std::uint32_t>& asking, Question& question) {
  for (std::uint32_t i = 0; i < turn.text.sentences.size(); ++i) {
    const bool asks = std::binary_search(asking.begin(), asking.end(), i);
    std::string& out = asks ? question.text : question.preamble;
    if (!out.empty()) out.push_back(' ');
    out += text::single_line(turn.text.slice(turn.text.sentences[i]));
  }
}

class QuestionFinder {
 public:
  QuestionFinder(Interview& interview, const AnnotatedTurns& turns, const Categories& categories) : interview_(interview), turns_(turns), categories_(categories) {}

  void run() {
    const auto& turns = interview_.transcript.turns;
    for (std::uint32_t i = 0; i < turns.size(); ++i) {
      switch (interview_.role_of(turns[i])) {
        case Role::kInterviewer: interviewer(i); break;
        case Role::kCandidate: candidate(i); break;
        case Role::kOther: break;
      }
    }
    // An asking turn that nobody answered is no question of this interview.
    std::erase_if(interview_.questions, [](const Question& q) { return q.answer_turns.empty(); });
    for (std::size_t i = 0; i < interview_.questions.size(); ++i) interview_.questions[i].id = fmt::format("Q{}", i + 1);
  }

 private:
  void interviewer(std::uint32_t i) {
    const Annotation& turn = turns_.turn(i);
    if (interview_.closing_turn) return;
    const auto asking = asking_sentences(turn, categories_);
    if (asking.empty()) {
      // "Thank you for your time" before the first question is a welcome.
      if (!interview_.questions.empty() && has_phrase(turn, categories_.farewell)) interview_.closing_turn = i;
      else note_explanation(turn, {});
      return;
    }
    note_explanation(turn, asking);
    if (!interview_.questions.empty() && interview_.questions.back().answer_turns.empty()) interview_.questions.pop_back();
    interview_.questions.push_back(make(i, turn, asking));
    if (closes(turn, asking)) {
      interview_.questions.back().type = QuestionType::kClosing;
      interview_.closing_turn = i;
    }
  }

  void candidate(std::uint32_t i) {
    const bool after_farewell = interview_.closing_turn && (interview_.questions.empty() || interview_.questions.back().type != QuestionType::kClosing);
    if (interview_.questions.empty() || after_farewell) return;
    interview_.questions.back().answer_turns.push_back(i);
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
    if (interview_.questions.empty() || interview_.questions.back().answer_turns.empty()) return;
    constexpr std::uint32_t kExplanationWords = 30;
    std::uint32_t words = 0;
    for (std::uint32_t i = 0; i < turn.text.sentences.size(); ++i) {
      if (std::binary_search(asking.begin(), asking.end(), i)) continue;
      const auto& s = turn.text.sentences[i];
      if (has_phrase(turn, categories_.praise, s.first, s.last) || has_phrase(turn, categories_.shift, s.first, s.last)) continue;
      for (std::uint32_t k = s.first; k < s.last; ++k) words += turn.text.tokens[k].kind == text::TokenKind::kWord ? 1 : 0;
    }
    if (words >= kExplanationWords) interview_.questions.back().interviewer_explained = true;
  }

  Interview& interview_;
  const AnnotatedTurns& turns_;
  const Categories& categories_;
};

/// Looks for phrases in the asking sentences of a question only.
class AskingPhrases {
 public:
  AskingPhrases(const Interview& interview, const AnnotatedTurns& turns, const Question& q) : annotation_(turns.turn(q.turn)) {
    const std::uint32_t base = interview.transcript.source->offset_of(interview.transcript.turns[q.turn].text);
    begin_ = q.span.begin - base;
    end_ = q.span.end - base;
  }
  [[nodiscard]] int count(CategoryId category) const {
    int n = 0;
    for (const auto& match : annotation_.phrases) {
      const auto begin = annotation_.text.tokens[match.first].begin;
      n += match.payload == category && begin >= begin_ && begin < end_ ? 1 : 0;
    }
    return n;
  }

 private:
  const Annotation& annotation_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

/// Telling stems and concepts of a question, to compare it with a thread.
struct Topic {
  std::vector<text::WordId> stems;
  std::vector<std::uint32_t> concepts;
};

Topic topic_of(const Interview& interview, const AnnotatedTurns& turns, const CompiledRules& rules, const Question& q) {
  constexpr double kTopicIdf = 5.0;
  Topic out;
  const Annotation& turn = turns.turn(q.turn);
  const std::uint32_t base = interview.transcript.source->offset_of(interview.transcript.turns[q.turn].text);
  for (const auto& token : turn.text.tokens) {
    if (token.kind != text::TokenKind::kWord || token.begin < q.span.begin - base || token.begin >= q.span.end - base) continue;
    const auto stem = turns.vocabulary().stem(token.word);
    if (rules.idf(stem) >= kTopicIdf) out.stems.push_back(stem);
  }
  for (const auto& match : turn.concepts) {
    const auto begin = turn.text.tokens[match.first].begin;
    if (begin >= q.span.begin - base && begin < q.span.end - base) out.concepts.push_back(match.payload);
  }
  std::sort(out.stems.begin(), out.stems.end());
  out.stems.erase(std::unique(out.stems.begin(), out.stems.end()), out.stems.end());
  std::sort(out.concepts.begin(), out.concepts.end());
  out.concepts.erase(std::unique(out.concepts.begin(), out.concepts.end()), out.concepts.end());
  return out;
}

/// Share of the question's topic that the thread has already: 1 for a question without a topic of its own.
double overlap(const Topic& question, const Topic& thread) {
  const auto shared = [](const auto& a, const auto& b) {
    return std::count_if(a.begin(), a.end(), [&](auto x) { return std::find(b.begin(), b.end(), x) != b.end(); });
  };
  const auto own = question.stems.size() + 2 * question.concepts.size();
  if (own == 0) return 1;
  return static_cast<double>(shared(question.stems, thread.stems) + 2 * shared(question.concepts, thread.concepts)) / static_cast<double>(own);
}

void add(Topic& thread, const Topic& question) {
  thread.stems.insert(thread.stems.end(), question.stems.begin(), question.stems.end());
  thread.concepts.insert(thread.concepts.end(), question.concepts.begin(), question.concepts.end());
}

}  // namespace

void find_questions(Interview& interview, const AnnotatedTurns& turns, const Categories& categories) { QuestionFinder(interview, turns, categories).run(); }

void assign_types(Interview& interview, const AnnotatedTurns& turns, const Categories& categories) {
  constexpr std::size_t kIntroductionWithin = 3;
  for (std::size_t i = 0; i < interview.questions.size(); ++i) {
    Question& q = interview.questions[i];
    if (q.type == QuestionType::kClosing) continue;
    const AskingPhrases phrases(interview, turns, q);
    const int behavioral = phrases.count(categories.behavioral);
    const bool technical = phrases.count(categories.technical) > 0;
    const int project = phrases.count(categories.project) + (technical ? 0 : phrases.count(categories.experience));
    if (i < kIntroductionWithin && phrases.count(categories.introduction) > 0) q.type = QuestionType::kIntroduction;
    else if (phrases.count(categories.coding) > 0) q.type = QuestionType::kCoding;
    else if (behavioral > 0 && behavioral >= project) q.type = QuestionType::kBehavioral;
    else if (project > 0) q.type = QuestionType::kProject;
    else q.type = QuestionType::kTechnical;
  }
}

void assign_threads(Interview& interview, const AnnotatedTurns& turns, const CompiledRules& rules, const Categories& categories) {
  constexpr double kSameTopic = 0.34;
  constexpr double kSameTopicWhenElaborating = 0.12;
  Topic thread_topic;
  for (std::uint32_t i = 0; i < interview.questions.size(); ++i) {
    Question& q = interview.questions[i];
    const Topic topic = topic_of(interview, turns, rules, q);
    const bool scored = q.type != QuestionType::kIntroduction && q.type != QuestionType::kClosing;
    const bool open = !interview.threads.empty() && interview.threads.back().type != QuestionType::kIntroduction;
    const Annotation& turn = turns.turn(q.turn);
    const bool shift = has_phrase(turn, categories.shift);
    const bool elaborates = has_phrase(turn, categories.elaboration);
    const double shared = overlap(topic, thread_topic);
    if (scored && open && !shift && (shared >= kSameTopic || (elaborates && shared >= kSameTopicWhenElaborating))) {
      q.type = QuestionType::kFollowUp;
      add(thread_topic, topic);
    } else {
      interview.threads.push_back({static_cast<std::uint32_t>(interview.threads.size() + 1), q.type, {}});
      thread_topic = topic;
    }
    interview.threads.back().questions.push_back(i);
    q.thread = interview.threads.back().id;
  }
}

}  // namespace te::structure
