#include "structure/turns.h"

#include <algorithm>
#include <array>
#include <span>

#include <re2/re2.h>

#include "text/utf8.h"

namespace te::structure {

Categories::Categories(const CompiledRules& rules)
    : request(rules.category("request")),
      opening(rules.category("question_opening")),
      closing(rules.category("closing_question")),
      not_closing(rules.category("not_closing")),
      introduction(rules.category("introduction_question")),
      logistics(rules.category("logistics")),
      project(rules.category("project_question")),
      experience(rules.category("experience_mention")),
      technical(rules.category("technical_question")),
      behavioral(rules.category("behavioral_question")),
      coding(rules.category("coding_question")),
      shift(rules.category("topic_shift")),
      elaboration(rules.category("elaboration")),
      praise(rules.category("praise")),
      farewell(rules.category("farewell")),
      backchannel(rules.category("backchannel")),
      follow_on(rules.category("follow_on")),
      rephrasing(rules.category("rephrasing")),
      go_on(rules.category("go_on")),
      listening(rules.category("listening")),
      sound(rules.category("sound")),
      joining(rules.category("joining")),
      welcome(rules.category("welcome")),
      guest(rules.category("guest")),
      system_error(rules.category("system_error")),
      about_error(rules.category("about_error")),
      inaudible(rules.category("inaudible")) {}

namespace {

using Phrases = std::span<const text::PhraseMatch>;

/// The phrases that begin within the tokens [first, last). They are in text order.
Phrases phrases_in(const Annotation& turn, std::uint32_t first, std::uint32_t last) {
  const auto before = [](const text::PhraseMatch& m, std::uint32_t token) { return m.first < token; };
  const auto begin = std::lower_bound(turn.phrases.begin(), turn.phrases.end(), first, before);
  return {begin, std::lower_bound(begin, turn.phrases.end(), last, before)};
}

bool holds(Phrases phrases, CategoryId category) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const auto& match) { return match.payload == category; });
}

bool is_spoken(const text::Token& token) { return token.kind == text::TokenKind::kWord || token.kind == text::TokenKind::kNumber; }

}  // namespace

bool has_phrase(const Annotation& turn, CategoryId category, std::uint32_t first, std::uint32_t last) { return holds(phrases_in(turn, first, last), category); }

bool has_phrase(const Annotation& turn, CategoryId category) { return has_phrase(turn, category, 0, UINT32_MAX); }

std::uint32_t words_in(const Annotation& turn, const text::Sentence& s) {
  std::uint32_t n = 0;
  for (std::uint32_t i = s.first; i < s.last; ++i) n += is_spoken(turn.text.tokens[i]) ? 1 : 0;
  return n;
}

namespace {

/// A sentence, or all of a turn, with the phrases that begin in it.
struct Passage {
  const Annotation& turn;
  const text::Sentence& s;
  Phrases phrases;
};

/// Whether every word of the passage belongs to a phrase of one of the categories: "Right?", "Oh, okay, go on".
bool only_phrases(const Passage& passage, std::initializer_list<CategoryId> categories) {
  const auto& tokens = passage.turn.text.tokens;
  const text::Sentence& s = passage.s;
  std::uint32_t covered_until = s.first;
  const auto any_word_before = [&](std::uint32_t end) {
    for (std::uint32_t i = covered_until; i < end; ++i) {
      if (is_spoken(tokens[i])) return true;
    }
    return false;
  };
  for (const auto& match : passage.phrases) {
    if (any_word_before(match.first)) return false;
    const bool counts = match.last <= s.last && std::find(categories.begin(), categories.end(), match.payload) != categories.end();
    covered_until = std::max(covered_until, counts ? match.last : match.first);
  }
  return !any_word_before(s.last);
}

/// Words before a request that make it a statement: "you could describe it as", "let me explain", "to compare the two".
bool makes_statement(std::string_view word) {
  constexpr std::array<std::string_view, 22> kWords = {"i", "you", "we", "they", "he", "she", "it", "this", "that", "these", "those", "to", "me", "us", "who", "which", "i'll", "i'd", "we'll", "you'd", "not", "don't"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Speech recognition without punctuation: a turn of some length with no sign but apostrophes. Sentences have no begin there.
bool is_unpunctuated(const Annotation& turn) {
  constexpr std::uint32_t kFewest = 6;
  constexpr std::uint32_t kMost = 80;
  if (turn.text.words < kFewest || turn.text.words > kMost || turn.text.sentences.size() != 1) return false;
  return std::none_of(turn.text.tokens.begin(), turn.text.tokens.end(), [&](const text::Token& token) {
    return token.kind == text::TokenKind::kPunct && std::string_view(".,;:?!").find(turn.text.text[token.begin]) != std::string_view::npos;
  });
}

/// A request at the begin of the sentence or of a clause: "Please explain ...", "In your own words, describe ...".
bool requests(const Passage& passage, const text::Vocabulary& vocabulary, const Categories& categories) {
  const Annotation& turn = passage.turn;
  const text::Sentence& s = passage.s;
  for (const auto& match : passage.phrases) {
    if (match.payload != categories.request) continue;
    bool statement = false;
    for (std::uint32_t i = std::max(s.first, match.first < 2 ? 0 : match.first - 2); i < match.first; ++i) {
      const auto& token = turn.text.tokens[i];
      statement = statement || (token.kind == text::TokenKind::kWord && makes_statement(vocabulary.text(token.word)));
    }
    if (match.first <= s.first + 2 && !statement) return true;
    // "Tell me", "could you": words such as "share" alone say little in the middle.
    const bool telling = match.last - match.first >= 2 && !statement;
    if (match.first == s.first || (telling && is_unpunctuated(turn))) return true;
    const auto& before = turn.text.tokens[match.first - 1];
    if (before.kind != text::TokenKind::kPunct) continue;
    const char sign = turn.text.text[before.begin];
    if (sign == ',' || sign == ':' || sign == ';') return true;
  }
  return false;
}

/// Words that may stand before a question: "And so, how do you ...", "First one: how do you ...".
bool leads_in(std::string_view word) {
  constexpr std::array<std::string_view, 21> kWords = {"and", "so", "but", "or", "then", "now", "well", "first", "second", "next", "last", "one", "question", "um", "uh", "ok", "okay", "great", "right", "thanks", "good"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// The sentence begins like a question: "How do you decide between the two", "First one - what is a lock". Speech recognition and
/// hasty typing leave the question mark out.
bool opens_question(const Passage& passage, const text::Vocabulary& vocabulary, const Categories& categories) {
  const Annotation& turn = passage.turn;
  const text::Sentence& s = passage.s;
  for (const auto& match : passage.phrases) {
    if (match.payload != categories.opening) continue;
    const auto stands_before = [&](std::uint32_t i) { return turn.text.tokens[i].kind != text::TokenKind::kWord || leads_in(vocabulary.text(turn.text.tokens[i].word)); };
    std::uint32_t i = s.first;
    while (i < match.first && stands_before(i)) ++i;
    return i == match.first;
  }
  return false;
}

/// "{"name": "next_question", ...}": a call that was meant for a machine.
bool is_call(std::string_view text) {
  // It spares all speech the search.
  const auto first = text.find_first_not_of(" \t\r\n\f\v");
  if (first == std::string_view::npos || std::string_view("`[{").find(text[first]) == std::string_view::npos) return false;
  static const RE2 kCall(R"re((?s)^\s*(?:```\w*\s*)?[\[{]\s*"(?:name|function|function_call|tool|tool_name|tool_calls|action|arguments)"\s*:.*[\]}]\s*(?:```)?\s*$)re");
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kCall);
}

Reading read(const Annotation& turn, const text::Vocabulary& vocabulary, const Categories& c) {
  Reading out;
  const auto& sentences = turn.text.sentences;
  const text::Sentence all{0, static_cast<std::uint32_t>(turn.text.tokens.size()), false, false, false};
  const Passage whole{turn, all, turn.phrases};
  out.listening = turn.text.words > 0 && only_phrases(whole, {c.listening});
  out.sound = turn.text.words > 0 && only_phrases(whole, {c.sound});
  out.artefact = is_call(turn.text.text);
  for (std::uint32_t i = 0; i < sentences.size() && !out.artefact; ++i) {
    const auto& s = sentences[i];
    const Passage passage{turn, s, phrases_in(turn, s.first, s.last)};
    const bool asks = s.question || requests(passage, vocabulary, c) || opens_question(passage, vocabulary, c);
    if (asks && !only_phrases(passage, {c.backchannel, c.go_on}) && !holds(passage.phrases, c.system_error)) out.asking.push_back(i);
  }
  out.artefact = out.artefact || has_phrase(turn, c.system_error);
  out.only_artefact = out.artefact && out.asking.empty();
  return out;
}

/// A few words that somebody says while another speaks on.
bool is_said_over(const Turn& turn, const Turn& before) {
  const bool timed = turn.start_s && turn.end_s && before.start_s && before.end_s;
  return timed && turn.speaker != before.speaker && *turn.start_s >= *before.start_s && *turn.end_s <= *before.end_s;
}

}  // namespace

std::vector<Reading> read_turns(const Transcript& transcript, const AnnotatedTurns& turns, const Categories& categories) {
  constexpr std::uint32_t kFewWords = 4;
  std::vector<Reading> out;
  out.reserve(transcript.turns.size());
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    Reading reading = read(turns.turn(i), turns.vocabulary(), categories);
    const bool over = i > 0 && is_said_over(transcript.turns[i], transcript.turns[i - 1]);
    if (over && reading.asking.empty() && turns.turn(i).text.words <= kFewWords) reading.listening = true;
    out.push_back(std::move(reading));
  }
  return out;
}

}  // namespace te::structure
