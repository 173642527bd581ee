#include "structure/quality.h"

#include <algorithm>
#include <map>
#include <span>

#include <fmt/format.h>

#include "text/utf8.h"

namespace te::structure {
namespace {

/// What the quality of a passage is judged on. Words in code and in marks such as "[inaudible]" are not counted.
struct Sound {
  std::uint32_t words = 0;
  std::uint32_t english = 0;   ///< function words
  std::uint32_t looped = 0;    ///< words that repeat the ones before them over and over
  std::uint32_t unheard = 0;   ///< marks where nothing was heard
  std::uint32_t letters = 0;   ///< 0 in a transcript that is all ASCII, where nothing is compared with them
  std::uint32_t foreign_letters = 0;  ///< of scripts in which no English is written
  std::uint32_t replaced = 0;  ///< characters that could not be decoded
  std::map<CategoryId, std::uint32_t> languages;
  double confidence = 0;       ///< of the recogniser, summed over rated_words
  std::uint32_t rated_words = 0;

  Sound& operator+=(const Sound& o) {
    words += o.words;
    english += o.english;
    looped += o.looped;
    unheard += o.unheard;
    letters += o.letters;
    foreign_letters += o.foreign_letters;
    replaced += o.replaced;
    confidence += o.confidence;
    rated_words += o.rated_words;
    for (const auto& [language, n] : o.languages) languages[language] += n;
    return *this;
  }
};

class Listener {
 public:
  Listener(const Transcript& transcript, const Context& context) : transcript_(transcript), context_(context) {
    for (const std::string& category : context.rules.categories) is_language_.push_back(category.starts_with(kLanguage));
    all_ascii_ = std::all_of(transcript.turns.begin(), transcript.turns.end(), [](const Turn& turn) { return text::is_ascii(turn.text); });
  }

  [[nodiscard]] Sound hear(std::uint32_t turn) const {
    const Annotation& a = context_.turns.turn(turn);
    Sound out;
    if (!all_ascii_) count_letters(a.text.text, out);
    const Unheard unheard = marks(a);
    out.unheard = unheard.marks;
    std::vector<text::WordId> words;
    words.reserve(a.text.words);
    std::uint32_t english = 0;
    for_each_word(a, unheard, [&](const text::Token& token) {
      english += context_.rules.transitions.is_function_word(token.word) ? 1 : 0;
      words.push_back(token.word);
    });
    out.words = static_cast<std::uint32_t>(words.size());
    out.english = english;
    for (const auto& match : a.phrases) {
      if (is_language_[match.payload]) ++out.languages[match.payload];
    }
    out.looped = looped(words);
    if (const auto confidence = transcript_.turns[turn].confidence) {
      out.rated_words = std::max(1U, out.words);
      out.confidence = *confidence * out.rated_words;
    }
    return out;
  }

  /// Why the passage that is said in these turns cannot be judged, empty when it can. `what`: "the answer".
  [[nodiscard]] std::string problem(const Sound& s, std::span<const std::uint32_t> turns, std::string_view what) const {
    // A mark stands for some words that were lost.
    constexpr std::uint32_t kWordsPerMark = 4;
    constexpr double kMost = 0.5;
    if (s.unheard > 0 && kWordsPerMark * s.unheard >= kMost * (kWordsPerMark * s.unheard + s.words)) {
      return fmt::format("{} is mostly inaudible ({} {})", what, s.unheard, s.unheard == 1 ? "mark" : "marks");
    }
    constexpr double kReplaced = 0.1;
    if (s.replaced > kReplaced * (s.letters + s.replaced)) return fmt::format("{} holds {} characters that could not be decoded", what, s.replaced);
    if (s.looped > kMost * s.words) return fmt::format("the speech recognition of {} repeats the same words over and over", what);
    constexpr double kUnsure = 0.5;
    if (s.rated_words > 0 && s.confidence / s.rated_words < kUnsure) {
      return fmt::format("the speech recognition of {} was unsure (confidence {:.2f})", what, s.confidence / s.rated_words);
    }
    const std::string language = language_of(s, turns);
    return language.empty() ? "" : fmt::format("{} is {}; only English is scored", what, language);
  }

 private:
  static constexpr std::string_view kLanguage = "language.";

  static void count_letters(std::string_view text, Sound& out) {
    for (std::size_t i = 0; i < text.size();) {
      if (static_cast<unsigned char>(text[i]) < 0x80) {
        out.letters += text::is_ascii_alpha(text[i++]) ? 1 : 0;
        continue;
      }
      const text::CodePoint c = text::code_point_at(text, i);
      i += c.size;
      constexpr char32_t kFirstForeign = 0x0370;  // Greek and what follows, but for extended Latin
      const bool latin_extended = c.value >= 0x1E00 && c.value < 0x1F00;
      if (c.value == 0xFFFD) ++out.replaced;
      else if (text::is_word_code_point(c.value)) {
        ++out.letters;
        out.foreign_letters += c.value >= kFirstForeign && !latin_extended ? 1 : 0;
      }
    }
  }

  struct Unheard {
    std::uint32_t marks = 0;
    std::vector<bool> marked;  ///< by token: belongs to such a mark; empty when there is none
  };

  /// Counts "[inaudible 00:12]".
  [[nodiscard]] Unheard marks(const Annotation& a) const {
    constexpr std::uint32_t kLongest = 8;
    const auto& tokens = a.text.tokens;
    const auto is_sign = [&](std::uint32_t i, std::string_view signs) {
      return tokens[i].kind == text::TokenKind::kPunct && signs.find(a.text.text[tokens[i].begin]) != std::string_view::npos;
    };
    Unheard out;
    std::vector<bool>& marked = out.marked;
    for (const auto& match : a.phrases) {
      if (match.payload != context_.categories.inaudible || (!marked.empty() && marked[match.first])) continue;
      std::uint32_t open = match.first;
      while (open > 0 && match.first - open < kLongest && !is_sign(open, "[(<{*")) --open;
      std::uint32_t close = match.last;
      while (close < tokens.size() && close - match.last < kLongest && !is_sign(close, "])>}*")) ++close;
      const bool enclosed = is_sign(open, "[(<{*") && close < tokens.size() && is_sign(close, "])>}*");
      if (!enclosed && a.text.words > match.last - match.first) continue;
      ++out.marks;
      marked.resize(tokens.size(), false);
      for (std::uint32_t i = enclosed ? open : match.first; i < (enclosed ? close + 1 : match.last); ++i) marked[i] = true;
    }
    return out;
  }

  /// Calls with each word that is judged.
  template <typename Call>
  static void for_each_word(const Annotation& a, const Unheard& unheard, Call call) {
    const bool any_marked = !unheard.marked.empty();
    for (const text::Token& token : a.text.tokens) {
      if (token.kind != text::TokenKind::kWord || token.code) continue;
      if (!any_marked || !unheard.marked[static_cast<std::size_t>(&token - a.text.tokens.data())]) call(token);
    }
  }

  /// Words that the background or the lexicon has seen, and names.
  [[nodiscard]] std::uint32_t known_in(std::span<const std::uint32_t> turns) const {
    std::uint32_t out = 0;
    for (const std::uint32_t turn : turns) {
      const Annotation& a = context_.turns.turn(turn);
      auto next = a.concepts.begin();
      const auto in_concept = [&](const text::Token& token) {
        const auto i = static_cast<std::uint32_t>(&token - a.text.tokens.data());
        while (next != a.concepts.end() && next->last <= i) ++next;
        return next != a.concepts.end() && next->first <= i;
      };
      for_each_word(a, marks(a), [&](const text::Token& token) { out += token.upper || context_.rules.idf(token.stem) < context_.rules.max_idf || in_concept(token) ? 1 : 0; });
    }
    return out;
  }

  /// Words that repeat, many times in a row, a run of up to kLongest words: what a recogniser does that has lost the
  /// thread. A run of nothing but rare words is a list of keywords, which somebody wrote.
  [[nodiscard]] std::uint32_t looped(const std::vector<text::WordId>& words) const {
    constexpr std::size_t kLongest = 12;
    constexpr std::size_t kShort = 4;
    std::vector<bool> in_loop;  // empty: none so far
    for (std::size_t period = 1; period <= kLongest; ++period) {
      const std::size_t times = period <= kShort ? 6 : 8;
      const std::size_t least = period * (times - 1);
      const auto repeats = [&](std::size_t i) { return words[i] == words[i - period]; };
      // Every run of so many words holds one of the words looked at.
      for (std::size_t i = period + least - 1; i < words.size(); i += least) {
        if (!repeats(i)) continue;
        std::size_t begin = i;
        while (begin > period && repeats(begin - 1)) --begin;
        while (i < words.size() && repeats(i)) ++i;
        if (i - begin < least || !has_common_word(words, i - period, i)) continue;
        in_loop.resize(words.size(), false);
        std::fill(in_loop.begin() + static_cast<std::ptrdiff_t>(begin), in_loop.begin() + static_cast<std::ptrdiff_t>(i), true);
      }
    }
    return static_cast<std::uint32_t>(std::count(in_loop.begin(), in_loop.end(), true));
  }

  [[nodiscard]] bool has_common_word(const std::vector<text::WordId>& words, std::size_t first, std::size_t last) const {
    constexpr double kCommon = 3.0;
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(last),
                       [&](text::WordId word) { return context_.rules.idf(context_.turns.vocabulary().stem(word)) < kCommon; });
  }

  /// "in German", "not in Latin script", "not English or garbled"; empty for English and for too few words to tell.
  [[nodiscard]] std::string language_of(const Sound& s, std::span<const std::uint32_t> turns) const {
    constexpr std::uint32_t kLetters = 12;
    if (s.letters >= kLetters && 2 * s.foreign_letters > s.letters) return "not in Latin script";
    constexpr std::uint32_t kWords = 8;
    if (s.words < kWords) return {};
    const double words = s.words;
    const auto best = std::max_element(s.languages.begin(), s.languages.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    constexpr double kForeign = 0.15;
    if (best != s.languages.end() && best->second >= kForeign * words && best->second > s.english) {
      return "in " + context_.rules.category_name(best->first).substr(kLanguage.size());
    }
    // Data of a few words cannot tell what is English.
    constexpr std::size_t kEnoughWords = 50;
    if (context_.rules.transitions.function_classes_ < kEnoughWords) return {};
    constexpr std::uint32_t kWordsToTell = 20;
    constexpr double kNoEnglish = 0.03;
    constexpr double kKnown = 0.25;
    const bool strange = s.words >= kWordsToTell && s.english <= kNoEnglish * words && known_in(turns) <= kKnown * words;
    return strange ? "not English or garbled" : "";
  }

  const Transcript& transcript_;
  const Context& context_;
  std::vector<bool> is_language_;  ///< by category: words of a language that is not scored
  bool all_ascii_ = false;
};

/// The whole transcript cannot be judged when half of its answers cannot.
void check_answers(Interview& interview) {
  std::uint32_t asked = 0;
  std::uint32_t lost = 0;
  std::string reason;
  for (const Question& q : interview.questions) {
    if (!is_substantive(q.type)) continue;
    ++asked;
    if (q.unscorable.empty()) continue;
    ++lost;
    if (reason.empty()) reason = q.unscorable;
  }
  if (lost == 0 || 2 * lost < asked) return;
  interview.unscorable = fmt::format("{} of {} answers cannot be judged: {}", lost, asked, reason);
}

}  // namespace

void check_quality(Interview& interview, const Context& context) {
  const Listener listener(interview.transcript, context);
  const auto count = static_cast<std::uint32_t>(interview.transcript.turns.size());
  std::vector<Sound> sounds;
  sounds.reserve(count);
  Sound all;
  std::vector<std::uint32_t> turns(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    turns[i] = i;
    sounds.push_back(listener.hear(i));
    all += sounds.back();
  }
  for (Question& q : interview.questions) {
    Sound answer;
    for (const auto turn : q.answer_turns) answer += sounds[turn];
    q.unscorable = listener.problem(answer, q.answer_turns, "the answer");
    if (q.unscorable.empty()) q.unscorable = listener.problem(sounds[q.turn], {&q.turn, 1}, "the question");
    if (q.unscorable.empty() || !is_substantive(q.type)) continue;
    interview.diagnostics.push_back({"quality.unscorable-answer", Severity::kWarning, q.line, fmt::format("{} is not scored: {}", q.id, q.unscorable)});
  }
  interview.unscorable = listener.problem(all, turns, "the transcript");
  if (interview.unscorable.empty()) check_answers(interview);
  if (interview.unscorable.empty()) return;
  interview.diagnostics.push_back({"quality.unscorable-transcript", Severity::kWarning, 0, interview.unscorable});
}

}  // namespace te::structure
