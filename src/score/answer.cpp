#include "score/answer.h"

#include <algorithm>
#include <cmath>

namespace te::score {
namespace {

using text::TokenKind;

/// Coherence is judged on sentences of at least this many tokens; shorter ones take the answer's.
constexpr std::uint32_t kCoherenceTokens = 8;
/// Below the first figure of bits an answer is no language, from the second on it surely is. Shuffled answers of 60 words
/// and more stay below -0.1, and so do only 1 in 60 of the same answers as speech without case and signs.
constexpr double kNoLanguage = -0.15;
constexpr double kLanguage = 0.0;
/// The same for a single sentence; fewer words scatter more.
constexpr double kNoSentence = -0.40;
constexpr double kSentence = -0.18;
/// A long sentence with fewer function words is a list of keywords.
constexpr double kListShare = 0.16;

double ramp(double x, double low, double high) { return std::clamp((x - low) / (high - low), 0.0, 1.0); }

struct Bits {
  double sum = 0;
  std::uint32_t pairs = 0;
  /// The mean, and what it may be in few words' favour: one pair's bits scatter by about 1.
  [[nodiscard]] double mean() const { return pairs == 0 ? 0 : sum / pairs + 0.8 / std::sqrt(pairs); }
};

/// Adds the mutual information of all neighbours in a token range.
Bits pair_bits(const Annotation& a, const text::Vocabulary& vocabulary, const Transitions& transitions, const text::Sentence& s, std::uint32_t* function_words) {
  Bits bits;
  int before = -1;
  for (const text::Token& token : tokens_of(a, s)) {
    if (token.kind == TokenKind::kBreak || token.word == text::kNoWord || token.name || token.aside) continue;
    const std::uint8_t c = transitions.class_of(vocabulary, token.word);
    if (transitions.is_function_class(c)) ++*function_words;
    if (before >= 0) {
      bits.sum += transitions.bits(static_cast<std::uint8_t>(before), c);
      ++bits.pairs;
    }
    before = c;
  }
  return bits;
}

class Preparer {
 public:
  Preparer(const Interview& interview, std::size_t question, const Repeats& repeats, const CompiledRules& rules, AnswerRoom& room) : interview_(interview), repeats_(repeats), rules_(rules), categories_(room.categories), vocabulary_(interview.annotated->vocabulary()), said_(room.said), seen_(room.seen) {
    out_.interview = &interview;
    out_.question = &interview.questions[question];
    out_.rules = &rules;
    out_.categories = &categories_;
    out_.asked.given = Marks(vocabulary_.size());
    out_.weights_as = interview.threads[out_.question->thread - 1].type;
  }

  Answer run() {
    asked();
    std::size_t sentences = 0;
    std::size_t tokens = 0;
    for (const std::uint32_t turn : out_.question->answer_turns) {
      sentences += interview_.annotated->turn(turn).text.sentences.size();
      tokens += interview_.annotated->turn(turn).text.tokens.size();
    }
    out_.sentences.reserve(sentences);
    // Sentences look into these, so they may not grow beyond their room.
    out_.telling.reserve(tokens);
    out_.fresh.reserve(tokens);
    for (const std::uint32_t turn : out_.question->answer_turns) {
      pasted_ = false;
      const Annotation& a = interview_.annotated->turn(turn);
      ruled_ = has_rule(a.text.text);
      for (const auto& s : a.text.sentences) sentence(turn, a, s);
    }
    totals();
    for (const auto stem : out_.telling) said_.erase(stem);
    return std::move(out_);
  }

 private:
  /// Telling stems of the asking sentences with their weights, and all of their words as given. Praise and
  /// explanation around them may not move a score in either direction.
  void asked() {
    const Question& q = *out_.question;
    const Annotation& a = interview_.annotated->turn(q.turn);
    const TokenRange asking = tokens_within(interview_, q.turn, q.span);
    if (asking.first < asking.last) {
      out_.asked.first_token = asking.first;
      out_.asked.last_token = asking.last;
    }
    std::uint32_t briefly_until = 0;
    constexpr std::size_t kManyTerms = 16;
    out_.asked.telling.reserve(kManyTerms);
    out_.asked.terms.reserve(kManyTerms);
    text::WordSet telling;
    auto phrase = a.phrases.begin();
    for (std::uint32_t i = asking.first; i < asking.last; ++i) {
      const auto& token = a.text.tokens[i];
      for (; phrase != a.phrases.end() && phrase->first <= i; ++phrase) {
        if (phrase->first == i && phrase->payload == categories_.asks_briefly) briefly_until = std::max(briefly_until, phrase->last);
      }
      if (token.kind != TokenKind::kWord) continue;
      ++out_.asked.words;
      const auto stem = token.stem;
      out_.asked.given.insert(stem);
      const double idf = rules_.idf(stem);
      // How long the answer is to be is no part of what it is to be about.
      if (token.name || idf < kTellingIdf || i < briefly_until) continue;
      if (!telling.insert(stem)) continue;
      out_.asked.telling.push_back(stem);
      if (!rules_.frames(stem)) out_.asked.terms.emplace_back(stem, idf);
    }
    out_.asked.briefly = briefly_until > 0;
    std::stable_sort(out_.asked.terms.begin(), out_.asked.terms.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
    for (const auto& match : a.concepts) {
      if (match.first < out_.asked.first_token || match.first >= out_.asked.last_token) continue;
      auto& concepts = out_.asked.concepts;
      if (std::find(concepts.begin(), concepts.end(), match.payload) != concepts.end()) continue;
      if (concepts.empty()) out_.asked.gist = Marks(rules_.vocabulary.size());
      concepts.push_back(match.payload);
      const auto& gist = rules_.gist_of_concept[match.payload];
      out_.asked.gist.insert(gist.begin(), gist.end());
    }
  }

  void sentence(std::uint32_t turn, const Annotation& a, const text::Sentence& range) {
    AnswerSentence s;
    s.turn = turn;
    s.annotation = &a;
    s.range = range;
    s.phrases = matches_in(a.phrases, range);
    s.concepts = matches_in(a.concepts, range);
    for (const auto& match : s.phrases) s.categories |= category_bit(match.payload);
    std::uint32_t function_words = 0;
    const Bits bits = pair_bits(a, vocabulary_, rules_.transitions, range, &function_words);
    s.coherence = bits.mean();
    bool counted_first = false;
    const std::size_t telling = out_.telling.size();
    const std::size_t fresh = out_.fresh.size();
    std::uint32_t said_again = 0;
    const auto tokens = tokens_of(a, range);
    for (const text::Token& token : tokens) {
      if (token.kind == TokenKind::kBreak || token.kind == TokenKind::kPunct || token.name || token.aside) continue;
      ++s.words;
      s.figures += token.kind == TokenKind::kNumber && !token.glued ? 1 : 0;
      if (token.kind != TokenKind::kWord) continue;
      const auto stem = token.stem;
      if (rules_.idf(stem) < kTellingIdf) continue;
      if (!seen_.insert(stem)) continue;
      out_.telling.push_back(stem);
      const bool again = said_.contains(stem);
      said_again += again ? 1 : 0;
      if (again || out_.asked.given.contains(stem)) continue;
      // A plain word informs where it belongs to the explanation of what was asked: lists "change", tuples do not.
      const bool explains = out_.asked.gist.contains(stem) && !rules_.frames(stem);
      if (rules_.is_generic(stem) && !explains) continue;
      s.explaining += explains ? 1 : 0;
      out_.fresh.push_back(stem);
      if (!counted_first) s.first_fresh = range.first + static_cast<std::uint32_t>(&token - tokens.data());
      counted_first = true;
    }
    s.telling = std::span(out_.telling).subspan(telling);
    s.fresh = std::span(out_.fresh).subspan(fresh);
    s.function_share = s.words == 0 ? 0 : static_cast<double>(function_words) / s.words;
    s.nothing_new = said_again == s.telling.size();
    s.repeated = (s.telling.size() >= 3 && s.nothing_new) || repeats_.contains(turn, range.first);
    s.particulars = particulars(s);
    s.empty = s.fresh.size() < 2 && s.words >= 5 && (find_phrase(s, categories_.empty_praise) != nullptr || (s.words >= 8 && s.particulars == 0));
    pasted_ = pasted_ || (ruled_ && !range.code && has_rule(a.text.slice(range)));
    s.injected = pasted_ || find_phrase(s, categories_.injection) != nullptr;
    if (!s.injected) {
      all_.sum += bits.sum;
      all_.pairs += bits.pairs;
    }
    for (const auto stem : s.telling) {
      said_.insert(stem);
      seen_.erase(stem);
    }
    out_.sentences.push_back(std::move(s));
  }

  /// Who says not to know says nothing particular by it.
  [[nodiscard]] std::uint32_t particulars(const AnswerSentence& s) const {
    constexpr std::ptrdiff_t kMost = 3;
    if (find_phrase(s, categories_.not_knowing) != nullptr) return 0;
    const auto phrases = s.phrases;
    return static_cast<std::uint32_t>(std::min(kMost, std::count_if(phrases.begin(), phrases.end(), [&](const auto& m) { return m.payload == categories_.particular; })));
  }

  /// A run of equal signs or hyphens as it rules off sections of a document.
  static bool has_rule(std::string_view text) {
    return text.find("==========") != std::string_view::npos || text.find("----------") != std::string_view::npos;
  }

  void totals() {
    out_.coherence = all_.mean();
    std::size_t telling = 0;
    std::size_t echoed = 0;
    for (AnswerSentence& s : out_.sentences) {
      if (!s.injected) out_.words += s.words;
      out_.repeated_sentences += s.repeated ? 1 : 0;
      out_.empty_sentences += s.empty ? 1 : 0;
      out_.injected_sentences += s.injected ? 1 : 0;
      telling += s.telling.size();
      for (const auto stem : s.telling) echoed += out_.asked.given.contains(stem) ? 1 : 0;
      s.eligibility = eligibility(s);
      if (s.eligibility <= 0) continue;
      for (const auto stem : s.fresh) out_.fresh_weight += rules_.idf(stem);
    }
    out_.echo_share = telling == 0 ? 0 : static_cast<double>(echoed) / static_cast<double>(telling);
  }

  [[nodiscard]] double eligibility(const AnswerSentence& s) const {
    if (s.repeated || s.injected || s.fresh.empty()) return 0;
    // One new word among many carries little; three carry a statement. A figure tells as much as a word.
    const std::size_t said = s.fresh.size() + s.figures;
    const double substance = said == 1 ? 0.3 : said == 2 ? 0.7 : 1.0;
    const bool code = s.range.code;
    if (!code && s.words >= kCoherenceTokens && s.function_share < kListShare) return 0;
    const double whole = all_.pairs < kCoherenceTokens ? 1.0 : ramp(out_.coherence, kNoLanguage, kLanguage);
    const double own = s.words < kCoherenceTokens || code ? 1.0 : ramp(s.coherence, kNoSentence, kSentence);
    return whole * own * substance;
  }

  const Interview& interview_;
  const Repeats& repeats_;
  const CompiledRules& rules_;
  const AnswerCategories& categories_;
  const text::Vocabulary& vocabulary_;
  Answer out_;
  Marks& said_;
  Marks& seen_;
  Bits all_;
  bool ruled_ = false;   ///< the turn holds such a line
  bool pasted_ = false;  ///< behind a ruled line: a document that was pasted in, not speech
};

}  // namespace

AnswerCategories::AnswerCategories(const CompiledRules& rules)
    : empty_praise(rules.category("empty_praise")),
      particular(rules.category("particular")),
      not_knowing(rules.category("not_knowing")),
      non_answer(rules.category("non_answer")),
      injection(rules.category("injection")),
      asks_briefly(rules.category("asks_briefly")),
      own_action(rules.category("own_action")),
      team_action(rules.category("team_action")),
      definition(rules.category("definition")),
      cause(rules.category("cause")),
      contrast(rules.category("contrast")) {}

TokenRange tokens_within(const Interview& interview, std::uint32_t turn, Span span) {
  const auto& tokens = interview.annotated->turn(turn).text.tokens;
  const std::uint32_t base = interview.transcript.source->offset_of(interview.transcript.turns[turn].text);
  const auto before = [&](std::uint32_t offset) {
    return static_cast<std::uint32_t>(std::partition_point(tokens.begin(), tokens.end(), [&](const text::Token& token) { return base + token.begin < offset; }) - tokens.begin());
  };
  return {before(span.begin), before(span.end)};
}

Span Answer::span(std::uint32_t turn, std::uint32_t first, std::uint32_t last) const {
  const std::string_view slice = interview->annotated->turn(turn).text.slice(first, last);
  const std::uint32_t begin = interview->transcript.source->offset_of(slice);
  return {begin, begin + static_cast<std::uint32_t>(slice.size())};
}

std::span<const text::PhraseMatch> matches_in(const std::vector<text::PhraseMatch>& matches, const text::Sentence& range) {
  const auto before = [](const text::PhraseMatch& m, std::uint32_t token) { return m.first < token; };
  const auto first = std::lower_bound(matches.begin(), matches.end(), range.first, before);
  const auto last = std::lower_bound(first, matches.end(), range.last, before);
  return {first, last};
}

const text::PhraseMatch* find_phrase(const AnswerSentence& sentence, CategoryId category) {
  if ((sentence.categories & category_bit(category)) == 0) return nullptr;
  for (const auto& match : sentence.phrases) {
    if (match.payload == category) return &match;
  }
  return nullptr;
}

Answer prepare_answer(const Interview& interview, std::size_t question, const Repeats& repeats, const CompiledRules& rules, AnswerRoom& room) { return Preparer(interview, question, repeats, rules, room).run(); }

}  // namespace te::score
