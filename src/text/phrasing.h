// phrasing.h: how something may be worded: words, alternatives and blanks to be filled in, matched at a place of a text.
//
// Is:      "(what|why) (do|does) (a |the |)<_> (mean|matter)*". Reading such a pattern is one pass over its bytes.
// Is not:  a regular expression, which takes longer to compile than an interview takes to be evaluated.
// Cost:    a way through the alternatives takes time linear in the text, and there are as many ways as the pattern has.
//
//   (a|b|)  one of these, or nothing; tried in this order; they may hold others
//   <a>     what it fits is group 0, the next one group 1, ...
//   _       a blank to be filled in: anything, as little as fits and at least one byte, from the bound of a word to another
//   ~       a blank without a comma
//   #       a blank of 30 characters at most
//   @       small letters, as few as fit and at least one: "@ed"
//   *       here a word ends, and anything may follow, to the end of the text
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace te::text {

/// A letter or digit of ASCII, or "_"; what is no such byte bounds a word.
inline bool is_word_byte(char c) { return is_ascii_alpha(c) || is_ascii_digit(c) || c == '_'; }
/// True where a word may begin.
inline bool is_word_begin(std::string_view s, std::size_t at) { return is_word_byte(s[at]) && (at == 0 || !is_word_byte(s[at - 1])); }
/// True between two bytes of a word.
inline bool is_within_word(std::string_view s, std::size_t at) { return at > 0 && at < s.size() && is_word_byte(s[at - 1]) && is_word_byte(s[at]); }
/// True where a word may end.
inline bool is_word_end(std::string_view s, std::size_t at) { return at == s.size() || !is_word_byte(s[at]); }

class Phrasing {
 public:
  struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Match {
    Piece all;
    std::array<Piece, 3> groups;
  };

  /// Brackets must match, and be at most 16 deep; there is room for three groups.
  explicit Phrasing(std::string_view pattern);

  /// The first way in which it fits at `begin` and ends where `accepts(end)` is true.
  template <typename Accepts>
  [[nodiscard]] std::optional<Match> at(std::string_view s, std::size_t begin, Accepts accepts) const {
    if (begin >= s.size() || !may_begin(s[begin])) return std::nullopt;
    Reading<Accepts> reading{*this, s, accepts, {}};
    if (!reading.goes_on(0, begin)) return std::nullopt;
    reading.match.all.begin = begin;
    return reading.match;
  }
  /// The first place from `from` on, and between words, where it fits.
  template <typename Accepts>
  [[nodiscard]] std::optional<Match> find(std::string_view s, std::size_t from, Accepts accepts) const {
    for (std::size_t i = from; i < s.size(); ++i) {
      if (!may_begin(s[i]) || is_within_word(s, i)) continue;
      if (const auto match = at(s, i, accepts)) return match;
    }
    return std::nullopt;
  }
  /// The way in which it fits the whole text.
  [[nodiscard]] std::optional<Match> whole(std::string_view s) const {
    return at(s, 0, [&](std::size_t end) { return end == s.size(); });
  }

 private:
  template <typename Accepts>
  struct Reading;

  /// Whether a text that it fits can begin with the byte; true of a few others, too.
  [[nodiscard]] bool may_begin(char c) const { return has(first_, c); }
  static bool has(std::uint64_t bits, char c) { return (bits >> (static_cast<unsigned char>(c) & 63U) & 1U) != 0; }
  /// Bits of the bytes that a text can begin with which the pattern fits from `p` on; all of them if it fits nothing, too.
  [[nodiscard]] std::uint64_t first_at(std::size_t p) const;

  std::string pattern_;
  /// For each "(" and "|" where the next alternative or the end of all stands, for each "<" and ">" its group.
  std::vector<std::uint16_t> jump_;
  std::uint64_t first_ = 0;
};

/// One attempt. A sign that leaves a choice calls for the rest of the pattern, so calls are nested as deep as it has such signs.
template <typename Accepts>
struct Phrasing::Reading {
  const Phrasing& phrasing;
  std::string_view s;
  Accepts& accepts;
  Match match;
  /// A blank that found no end, and from where it was tried: from there on it never will.
  Piece hopeless{std::string_view::npos, 0};

  bool goes_on(std::size_t p, std::size_t at) {
    const std::string_view pattern = phrasing.pattern_;
    for (; p < pattern.size(); ++p) {
      switch (pattern[p]) {
        case '(':
          return one_of(p, at);
        case '|':
          while (pattern[p] != ')') p = phrasing.jump_[p];
          break;
        case ')':
          break;
        case '<':
          if (!goes_on(p + 1, at)) return false;
          match.groups[phrasing.jump_[p]].begin = at;
          return true;
        case '>':
          if (!goes_on(p + 1, at)) return false;
          match.groups[phrasing.jump_[p]].end = at;
          return true;
        case '_':
        case '~':
        case '#':
          return fills_blank(p, at);
        case '@':
          return fills_letters(p, at);
        case '*':
          if (is_within_word(s, at)) return false;
          at = s.size();
          break;
        default:
          if (at >= s.size() || s[at] != pattern[p]) return false;
          ++at;
      }
    }
    match.all.end = at;
    return accepts(at);
  }

  bool one_of(std::size_t open, std::size_t at) {
    const std::string_view pattern = phrasing.pattern_;
    for (std::size_t p = open; pattern[p] != ')'; p = phrasing.jump_[p]) {
      const char first = pattern[p + 1];
      if (is_ascii_alpha(first) && (at >= s.size() || s[at] != first)) continue;
      if (goes_on(p + 1, at)) return true;
    }
    return false;
  }

  bool fills_blank(std::size_t p, std::size_t at) {
    constexpr std::size_t kFewCharacters = 30;
    const char sign = phrasing.pattern_[p];
    if (is_within_word(s, at) || (p == hopeless.begin && at >= hopeless.end)) return false;
    const std::uint64_t next = phrasing.first_at(p + 1);
    std::size_t characters = 0;
    for (std::size_t end = at; end < s.size();) {
      if (sign == '~' && s[end] == ',') return false;
      characters += (static_cast<unsigned char>(s[end]) & 0xC0) != 0x80 ? 1 : 0;
      if (sign == '#' && characters > kFewCharacters) return false;
      ++end;
      const bool may_end = (end == s.size() || has(next, s[end])) && !is_within_word(s, end);
      if (may_end && goes_on(p + 1, end)) return true;
    }
    if (sign == '_') hopeless = {p, at};
    return false;
  }

  bool fills_letters(std::size_t p, std::size_t at) {
    const std::uint64_t next = phrasing.first_at(p + 1);
    while (at < s.size() && s[at] >= 'a' && s[at] <= 'z') {
      ++at;
      if ((at == s.size() || has(next, s[at])) && goes_on(p + 1, at)) return true;
    }
    return false;
  }
};

}  // namespace te::text
