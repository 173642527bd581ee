// The type of each question, and which questions belong together.
#include <algorithm>

#include "structure/questions.h"

namespace te::structure {
namespace {

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

/// Telling stems and concepts of a question, to compare it with a thread; sorted.
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
    if (rules.idf(token.stem) >= kTopicIdf) out.stems.push_back(token.stem);
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
    return std::count_if(a.begin(), a.end(), [&](auto x) { return std::binary_search(b.begin(), b.end(), x); });
  };
  const auto own = question.stems.size() + 2 * question.concepts.size();
  if (own == 0) return 1;
  return static_cast<double>(shared(question.stems, thread.stems) + 2 * shared(question.concepts, thread.concepts)) / static_cast<double>(own);
}

void add(Topic& thread, const Topic& question) {
  const auto unite = [](auto& all, const auto& more) {
    const auto middle = all.insert(all.end(), more.begin(), more.end());
    std::inplace_merge(all.begin(), middle, all.end());
  };
  unite(thread.stems, question.stems);
  unite(thread.concepts, question.concepts);
}

/// "Why?", "And when?": about what was said, even behind an introduction or an arrangement, and then as little judged.
bool is_a_word_or_two(const Question& q) { return std::count(q.text.begin(), q.text.end(), ' ') <= 1; }

/// "Shall we start? What do you know of us?" asks for more than an arrangement.
bool arranges_at_last(const Context& context, const Question& q) {
  const Annotation& turn = context.turns.turn(q.turn);
  const text::Sentence& last = turn.text.sentences[context.readings[q.turn].asking.back()];
  return has_phrase(turn, context.categories.logistics, last.first, last.last);
}

/// "And if nobody answers?", "Can you give an example?": short, and about nothing but what was just said.
bool follows_on(const Context& context, const Question& q) {
  constexpr std::uint32_t kShort = 12;
  constexpr std::uint32_t kLeadIn = 3;
  const Annotation& turn = context.turns.turn(q.turn);
  const auto& asking = context.readings[q.turn].asking;
  if (asking.size() != 1) return false;
  const text::Sentence& s = turn.text.sentences[asking.front()];
  // "And on gravel?" leaves out what was asked before; "And your weaknesses?" and "And where are you weak?" do not.
  constexpr std::uint32_t kElliptic = 5;
  const bool whole = q.type != QuestionType::kTechnical || has_phrase(turn, context.categories.opening, s.first, s.last);
  if (!whole && words_in(turn, s) <= kElliptic && turn.text.tokens[s.first].kind == text::TokenKind::kWord && context.turns.vocabulary().text(turn.text.tokens[s.first].word) == "and") return true;
  return words_in(turn, s) <= kShort && has_phrase(turn, context.categories.follow_on, s.first, std::min(s.last, s.first + kLeadIn));
}

}  // namespace

void assign_types(Interview& interview, const Context& context) {
  const Categories& categories = context.categories;
  constexpr std::size_t kIntroductionWithin = 3;
  constexpr std::size_t kShort = 160;  // bytes; a longer question asks for something beside the arrangement
  for (std::size_t i = 0; i < interview.questions.size(); ++i) {
    Question& q = interview.questions[i];
    if (q.type == QuestionType::kClosing) continue;
    const AskingPhrases phrases(interview, context.turns, q);
    const int behavioral = phrases.count(categories.behavioral);
    const bool technical = phrases.count(categories.technical) > 0;
    const int project = phrases.count(categories.project) + (technical ? 0 : phrases.count(categories.experience));
    const bool arranges = q.text.size() <= kShort && arranges_at_last(context, q) && !technical && project + behavioral == 0 && phrases.count(categories.logistics) > 0;
    if (i < kIntroductionWithin && (arranges || phrases.count(categories.introduction) > 0)) q.type = QuestionType::kIntroduction;
    else if (arranges) q.type = QuestionType::kClosing;
    else if (phrases.count(categories.coding) > 0) q.type = QuestionType::kCoding;
    else if (behavioral > 0 && behavioral >= project) q.type = QuestionType::kBehavioral;
    else if (project > 0) q.type = QuestionType::kProject;
    else q.type = QuestionType::kTechnical;
  }
}

void assign_threads(Interview& interview, const Context& context) {
  const Categories& categories = context.categories;
  constexpr double kSameTopic = 0.34;
  constexpr double kSameTopicWhenElaborating = 0.12;
  Topic thread_topic;
  for (std::uint32_t i = 0; i < interview.questions.size(); ++i) {
    Question& q = interview.questions[i];
    const Topic topic = topic_of(interview, context.turns, context.rules, q);
    const bool open = is_substantive(q.type) && !interview.threads.empty() && (is_substantive(interview.threads.back().type) || is_a_word_or_two(q));
    const Annotation& turn = context.turns.turn(q.turn);
    const bool shift = has_phrase(turn, categories.shift);
    const bool elaborates = has_phrase(turn, categories.elaboration);
    const double shared = overlap(topic, thread_topic);
    if (open && !shift && (follows_on(context, q) || shared >= kSameTopic || (elaborates && shared >= kSameTopicWhenElaborating))) {
      const QuestionType thread = interview.threads.back().type;
      q.type = is_substantive(thread) ? QuestionType::kFollowUp : thread;
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
