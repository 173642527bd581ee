#include "text/tokens.h"

#include <array>
#include <string>

#include "text/utf8.h"

namespace te::text {
namespace {

/// Length of "- ", "* ", "1. ", "2) ", "### " or a bullet sign at `i`, 0 when there is none.
std::size_t list_marker(std::string_view text, std::size_t i) {
  const auto at = [&](std::size_t k) { return k < text.size() ? text[k] : '\0'; };
  if ((at(i) == '-' || at(i) == '*' || at(i) == '+') && at(i + 1) == ' ') return 2;
  if (text.substr(i, 3) == "\xE2\x80\xA2") return 3;
  std::size_t n = 0;
  while (at(i + n) == '#') ++n;
  if (n > 0 && at(i + n) == ' ') return n + 1;
  n = 0;
  while (n < 3 && is_ascii_digit(at(i + n))) ++n;
  if (n > 0 && (at(i + n) == '.' || at(i + n) == ')') && at(i + n + 1) == ' ') return n + 2;
  return 0;
}

/// Behind the lower-case letters and digits at `i`.
std::size_t behind_lower_case(std::string_view text, std::size_t i) {
  const auto goes_on = [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c); };
  while (i < text.size() && goes_on(text[i])) ++i;
  return i;
}

/// Walks the bytes once and appends tokens.
class Lexer {
 public:
  Lexer(std::string_view text, Vocabulary& vocabulary) : text_(text), vocabulary_(vocabulary) {
    out_.text = text;
    constexpr std::size_t kBytesPerToken = 4;  // nearly all texts have more
    out_.tokens.reserve(text.size() / kBytesPerToken + kBytesPerToken);
  }

  TokenizedText run() {
    line_start();
    while (pos_ < text_.size()) step();
    look_up();
    return std::move(out_);
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  /// LF, the LF of CRLF, or a lone CR.
  [[nodiscard]] bool ends_line(std::size_t i) const { return at(i) == '\n' || (at(i) == '\r' && at(i + 1) != '\n'); }

  void step() {
    const char c = text_[pos_];
    if (is_ascii_alpha(c)) return word(pos_);
    if (c == ' ') return skip(1);
    if (ends_line(pos_)) return newline();
    if (is_ascii_space(c)) return skip(1);
    if (c == '`') return backquotes();
    if (static_cast<unsigned char>(c) >= 0x80) return wide();
    if (is_ascii_digit(c)) return number();
    if (c == '.' && is_ascii_alpha(at(pos_ + 1)) && (pos_ == 0 || is_ascii_space(text_[pos_ - 1]))) return dot_word();
    if (c == '*' || c == '_' || c == '~') return skip_keeping_glue();
    punctuation(1);
  }

  /// How the word of a token is spelt in the vocabulary.
  struct Spelling {
    static constexpr std::uint32_t kAsIs = UINT32_MAX;
    std::uint32_t begin = kAsIs;  ///< in folded_; or as it stands
    std::uint32_t size = 0;
  };

  void skip(std::size_t n) {
    pos_ += n;
    glued_ = false;
  }
  void skip_keeping_glue() { ++pos_; }

  /// A token whose word is looked up later, with all others: each look-up of a new word waits for memory, and together they
  /// wait once. Until then the token holds what is needed for it.
  void emit(std::size_t begin, TokenKind kind, Spelling spelling) {
    const std::string_view word = text_of(spelling, begin);
    emit(begin, kind);
    Token& t = out_.tokens.back();
    t.word = vocabulary_.approach(word);
    t.base = spelling.begin;
    t.stem = spelling.size;
  }

  void look_up() {
    constexpr std::size_t kAhead = 8;
    const std::size_t n = out_.tokens.size();
    for (std::size_t i = 0; i < n; ++i) {
      if (i + kAhead < n) vocabulary_.fetch(out_.tokens[i + kAhead].word);
      Token& t = out_.tokens[i];
      if (t.kind == TokenKind::kBreak) continue;
      const std::string_view word = text_of({t.base, t.stem}, t.begin);
      t.word = vocabulary_.intern(word, t.word);
      const WordForms& forms = vocabulary_.forms(t.word);
      t.base = forms.base;
      t.stem = forms.stem;
    }
  }

  void emit(std::size_t begin, TokenKind kind) {
    Token& t = out_.tokens.emplace_back();
    t.begin = static_cast<std::uint32_t>(begin);
    t.end = static_cast<std::uint32_t>(pos_);
    t.kind = kind;
    t.glued = glued_;
    t.upper = begin < text_.size() && is_ascii_upper(text_[begin]);
    t.code = fenced_ || inline_code_;
    if (kind == TokenKind::kWord || kind == TokenKind::kNumber) ++out_.words;
    glued_ = true;
  }

  /// The word or sign from `begin` to here.
  Spelling folded_from(std::size_t begin) {
    const std::size_t first = folded_.size();
    append_folded(text_.substr(begin, pos_ - begin), folded_);
    while (folded_.size() > first && folded_.back() == '\'') folded_.pop_back();
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(folded_.size() - first)};
  }
  /// The same when nothing of it needs to be folded, as in most words.
  Spelling as_is_from(std::size_t begin) const { return {Spelling::kAsIs, static_cast<std::uint32_t>(pos_ - begin)}; }

  [[nodiscard]] std::string_view text_of(Spelling spelling, std::size_t begin) const {
    return spelling.begin == Spelling::kAsIs ? std::string_view(text_.data() + begin, spelling.size) : std::string_view(folded_.data() + spelling.begin, spelling.size);
  }

  /// Moves pos_ over the letters, digits, marks and inner apostrophes of one word. Whether they are folded as they stand.
  bool over_word() {
    bool as_is = true;
    for (;;) {
      pos_ = behind_lower_case(text_, pos_);
      if (pos_ == text_.size()) break;
      const char c = text_[pos_];
      if (is_ascii_upper(c)) {
        as_is = false;
        ++pos_;
      } else if (c == '_' && is_ascii_alpha(at(pos_ + 1)) && pos_ > 0 && text_[pos_ - 1] != '_') {
        ++pos_;  // snake_case is one word, _emphasis_ is not
      } else if (c == '\'' && is_ascii_alpha(at(pos_ + 1))) {
        ++pos_;
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        const CodePoint cp = code_point_at(text_, pos_);
        const bool apostrophe = cp.value == 0x2019 && is_ascii_alpha(at(pos_ + cp.size));
        if (!apostrophe && !is_word_code_point(cp.value)) break;
        as_is = false;
        pos_ += cp.size;
      } else {
        break;
      }
    }
    return as_is;
  }

  void word(std::size_t begin) {
    const bool as_is = over_word();
    // C++, C#, F#: the signs belong to the name.
    if (pos_ - begin == 1 && at(pos_) == '+' && at(pos_ + 1) == '+') pos_ += 2;
    else if (pos_ - begin == 1 && at(pos_) == '#') pos_ += 1;
    emit(begin, TokenKind::kWord, as_is ? as_is_from(begin) : folded_from(begin));
  }

  void dot_word() {
    const std::size_t begin = pos_++;
    const bool as_is = over_word();
    emit(begin, TokenKind::kWord, as_is ? as_is_from(begin) : folded_from(begin));
  }

  void number() {
    const std::size_t begin = pos_;
    while (is_ascii_digit(at(pos_)) ||
           ((at(pos_) == '.' || at(pos_) == ',' || at(pos_) == ':') && is_ascii_digit(at(pos_ + 1)))) {
      ++pos_;
    }
    emit(begin, TokenKind::kNumber, as_is_from(begin));
  }

  void wide() {
    const CodePoint cp = code_point_at(text_, pos_);
    if (is_space_code_point(cp.value)) return skip(cp.size);
    if (is_word_code_point(cp.value)) return word(pos_);
    punctuation(cp.size);
  }

  void punctuation(std::size_t size) {
    const std::size_t begin = pos_;
    pos_ += size;
    while (text_[begin] == '.' && at(pos_) == '.') ++pos_;
    const bool as_is = static_cast<unsigned char>(text_[begin]) < 0x80 && text_[begin] != '\'';
    emit(begin, TokenKind::kPunct, as_is ? as_is_from(begin) : folded_from(begin));
  }

  void backquotes() {
    std::size_t n = 0;
    while (at(pos_ + n) == '`') ++n;
    if (n >= 3) {
      fenced_ = !fenced_;
      inline_code_ = false;
    } else if (!fenced_) {
      inline_code_ = !inline_code_;
    }
    pos_ += n;
  }

  void line_break() {
    inline_code_ = false;
    if (!out_.tokens.empty() && out_.tokens.back().kind != TokenKind::kBreak) {
      const std::size_t begin = pos_;
      emit(begin, TokenKind::kBreak);
    }
    glued_ = false;
  }

  void newline() {
    std::size_t lines = 0;
    std::size_t i = pos_;
    while (i < text_.size() && is_ascii_space(text_[i])) lines += ends_line(i++) ? 1 : 0;
    const char before = last_sign();
    pos_ = i;
    if (lines > 1 || fenced_ || at(i) == '`' || before == '.' || before == '?' || before == '!' || before == ':' ||
        list_marker(text_, i) > 0) {
      line_break();
    }
    glued_ = false;
    line_start();
  }

  [[nodiscard]] char last_sign() const {
    for (std::size_t i = pos_; i > 0; --i) {
      const char c = text_[i - 1];
      if (!is_ascii_space(c) && c != '*' && c != '"') return c;
    }
    return '\0';
  }

  /// Steps over a list or heading mark, which is no word of the speaker.
  void line_start() {
    if (fenced_) return;
    pos_ += list_marker(text_, pos_);
  }

  std::string_view text_;
  Vocabulary& vocabulary_;
  TokenizedText out_;
  std::string folded_;
  std::size_t pos_ = 0;
  bool glued_ = false;
  bool fenced_ = false;
  bool inline_code_ = false;
};

/// Abbreviations after which a full stop ends nothing.
bool is_abbreviation(std::string_view w) {
  constexpr std::array<std::string_view, 20> kAbbreviations = {"dr", "mr", "mrs", "ms",  "prof", "st",     "vs", "etc", "eg", "ie",
                                                               "e",  "g",  "inc", "ltd", "fig",  "approx", "jr", "sr",  "cf", "al"};
  for (const auto a : kAbbreviations) {
    if (a == w) return true;
  }
  return false;
}

class SentenceFinder {
 public:
  SentenceFinder(TokenizedText& text, const Vocabulary& vocabulary) : t_(text), vocabulary_(vocabulary) {}

  void run() {
    const auto n = static_cast<std::uint32_t>(t_.tokens.size());
    constexpr std::size_t kUsualTokens = 8;  // of a short sentence
    t_.sentences.reserve(n / kUsualTokens + 1);
    for (std::uint32_t i = 0; i < n; ++i) {
      const Token& token = t_.tokens[i];
      if (token.kind == TokenKind::kBreak) {
        close(i);
        first_ = i + 1;
      } else if (ends_sentence(i)) {
        std::uint32_t last = i + 1;
        while (last < n && closes(t_.tokens[last])) ++last;
        close(last);
        i = last - 1;
        first_ = last;
      }
    }
    close(n);
  }

 private:
  [[nodiscard]] char sign(std::uint32_t i) const {
    const Token& token = t_.tokens[i];
    return token.kind == TokenKind::kPunct ? t_.text[token.begin] : '\0';
  }
  [[nodiscard]] bool closes(const Token& token) const {
    if (token.kind != TokenKind::kPunct || !token.glued) return false;
    const auto s = t_.slice(token);
    return s == "\"" || s == ")" || s == "'" || s == "?" || s == "!" || s == "\xE2\x80\x9D";
  }

  [[nodiscard]] bool ends_sentence(std::uint32_t i) const {
    if (t_.tokens[i].kind != TokenKind::kPunct) return false;
    const bool one_sign_ellipsis = t_.slice(t_.tokens[i]) == "\xE2\x80\xA6";
    const char c = one_sign_ellipsis ? '.' : sign(i);
    if (t_.tokens[i].code || (c != '.' && c != '?' && c != '!')) return false;
    const bool last = i + 1 >= t_.tokens.size();
    if (last) return true;
    const Token& next = t_.tokens[i + 1];
    const bool ellipsis = t_.tokens[i].end - t_.tokens[i].begin > 1;
    if (ellipsis) return next.upper && !next.glued && vocabulary_.text(next.word) != "i";
    if (c != '.') return !next.glued || closes(next);
    if (next.glued) return closes(next) || (next.upper && next.kind == TokenKind::kWord && long_word_before(i));
    if (i > first_ && t_.tokens[i - 1].kind == TokenKind::kWord &&
        is_abbreviation(vocabulary_.text(t_.tokens[i - 1].word))) {
      const auto before = vocabulary_.text(t_.tokens[i - 1].word);
      return before == "etc" && next.upper;
    }
    // "No. 5" is a number, "No." an answer.
    const bool numbered = next.kind == TokenKind::kNumber && i > first_ && vocabulary_.text(t_.tokens[i - 1].word) == "no";
    return !numbered;
  }

  /// "done.Then" is a missing blank; "Node.JS" is a name.
  [[nodiscard]] bool long_word_before(std::uint32_t i) const {
    return i > 0 && t_.tokens[i - 1].kind == TokenKind::kWord && !t_.tokens[i - 1].upper &&
           t_.tokens[i - 1].end - t_.tokens[i - 1].begin > 3;
  }

  void close(std::uint32_t last) {
    bool spoken = false;
    bool code = true;
    for (std::uint32_t i = first_; i < last && (code || !spoken); ++i) {
      spoken = spoken || t_.tokens[i].kind == TokenKind::kWord || t_.tokens[i].kind == TokenKind::kNumber;
      code = code && t_.tokens[i].code;
    }
    if (!spoken) return;
    Sentence s;
    s.first = first_;
    s.last = last;
    s.code = code;
    s.list_item = starts_list_item(first_);
    for (std::uint32_t i = last; i > first_; --i) {
      const char c = sign(i - 1);
      if (c == '?') s.question = true;
      if (t_.tokens[i - 1].kind != TokenKind::kPunct) break;
    }
    t_.sentences.push_back(s);
  }

  /// Whether a list mark and nothing else but emphasis stands before the sentence on its line.
  [[nodiscard]] bool starts_list_item(std::uint32_t first) const {
    constexpr std::size_t kLongestMark = 24;  // a later sentence of the line is not looked at further
    const std::size_t begin = t_.tokens[first].begin;
    std::size_t line = begin;
    while (line > 0 && t_.text[line - 1] != '\n' && t_.text[line - 1] != '\r') {
      if (begin - --line > kLongestMark) return false;
    }
    while (line < begin && is_ascii_space(t_.text[line])) ++line;
    const std::size_t mark = list_marker(t_.text, line);
    if (mark == 0 || t_.text[line] == '#' || line + mark > begin) return false;
    return t_.text.substr(line + mark, begin - line - mark).find_first_not_of(" *_`~") == std::string_view::npos;
  }

  TokenizedText& t_;
  const Vocabulary& vocabulary_;
  std::uint32_t first_ = 0;
};

}  // namespace

std::string_view TokenizedText::slice(std::uint32_t first, std::uint32_t last) const {
  while (last > first && tokens[last - 1].kind == TokenKind::kBreak) --last;
  if (first >= last) return {};
  return text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
}

TokenizedText tokenize(std::string_view text, Vocabulary& vocabulary) {
  TokenizedText out = Lexer(text, vocabulary).run();
  SentenceFinder(out, vocabulary).run();
  return out;
}

}  // namespace te::text
