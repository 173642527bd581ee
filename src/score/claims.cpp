#include "score/claims.h"

#include <algorithm>
#include <array>

namespace te::score {
namespace {

/// A comparison covers its mark and this many tokens behind it, within the clause.
constexpr std::uint32_t kAsideTokens = 4;
/// A subject stands at most this far from the begin of its clause: "One thing to know about tuples is ...".
constexpr std::uint32_t kSubjectReach = 10;

}  // namespace

ClaimReader::ClaimReader(const CompiledRules& rules, const Annotation& annotation)
    : a_(annotation), marks_(annotation.text.tokens.size(), 0), aside_(annotation.text.tokens.size(), false), clause_of_(annotation.text.tokens.size(), 0) {
  std::vector<text::PhraseMatch> found;
  found.reserve(a_.text.tokens.size());
  rules.facts.marks.find(a_.text, found);
  mark(found);
  constexpr std::size_t kTokensPerClause = 6;
  clauses_.reserve(a_.text.tokens.size() / kTokensPerClause);
  sentence_of_.reserve(clauses_.capacity());
  first_clause_.reserve(a_.text.sentences.size());
  for (std::uint32_t s = 0; s < a_.text.sentences.size(); ++s) split(s);
  for (const auto& m : found) {
    if (!has(m.first, ClaimMark::kAside) || clauses_.empty()) continue;
    if (m.payload != static_cast<std::uint32_t>(ClaimMark::kAside)) continue;
    const std::uint32_t end = std::min(clauses_[clause_of_[m.first]].last, m.last + kAsideTokens);
    for (std::uint32_t i = m.first; i < end; ++i) aside_[i] = true;
  }
}

void ClaimReader::mark(const std::vector<text::PhraseMatch>& found) {
  for (const auto& m : found) {
    // A lead of several words is stepped over as a whole.
    const bool whole = m.payload == static_cast<std::uint32_t>(ClaimMark::kLead);
    for (std::uint32_t i = m.first; i < (whole ? m.last : m.first + 1); ++i) marks_[i] |= 1U << m.payload;
  }
  for (const auto& m : found) {
    if (m.payload == static_cast<std::uint32_t>(ClaimMark::kPlain)) std::fill(marks_.begin() + m.first, marks_.begin() + m.last, 0);
  }
}

bool ClaimReader::any(std::uint32_t first, std::uint32_t last, ClaimMark mark) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (has(i, mark)) return true;
  }
  return false;
}

/// Signs that end a clause. A hyphen does so only between blanks.
bool ClaimReader::divides(std::uint32_t token) const {
  const text::Token& t = a_.text.tokens[token];
  if (t.kind != text::TokenKind::kPunct) return false;
  const std::string_view sign = a_.text.slice(t);
  if (sign == "," || sign == ":") return !t.glued || token + 1 >= a_.text.tokens.size() || !a_.text.tokens[token + 1].glued;
  if (sign == "-") return !t.glued && token + 1 < a_.text.tokens.size() && !a_.text.tokens[token + 1].glued;
  // "O(n)" is one name.
  if (sign == "(") return !t.glued;
  if (sign == ")") {
    std::uint32_t open = token;
    while (open > 0 && token - open < 5 && a_.text.slice(a_.text.tokens[open]) != "(") --open;
    return a_.text.slice(a_.text.tokens[open]) != "(" || !a_.text.tokens[open].glued;
  }
  constexpr std::array<std::string_view, 4> kSigns = {";", "\xE2\x80\x94", "\xE2\x80\x93", "|"};
  return std::find(kSigns.begin(), kSigns.end(), sign) != kSigns.end();
}

void ClaimReader::split(std::uint32_t sentence) {
  const auto& range = a_.text.sentences[sentence];
  first_clause_.push_back(static_cast<std::uint32_t>(clauses_.size()));
  std::uint32_t first = range.first;
  bool worded = false;  // a joining word right behind another one begins nothing
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (divides(i)) {
      close(sentence, first, i + 1);
      first = i + 1;
      worded = false;
    } else if (worded && has(i, ClaimMark::kJoin)) {
      close(sentence, first, i);
      first = i;
      worded = false;
    } else if (!has(i, ClaimMark::kJoin)) {
      worded = true;
    }
  }
  close(sentence, first, range.last);
}

void ClaimReader::close(std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
  if (first >= last) return;
  Clause c;
  c.first = first;
  c.last = last;
  c.head = first;
  const auto skipped = [&](std::uint32_t i) {
    if (has(i, ClaimMark::kPronoun)) return false;
    return has(i, ClaimMark::kJoin) || has(i, ClaimMark::kLead) || a_.text.tokens[i].kind == text::TokenKind::kPunct;
  };
  while (c.head < last && skipped(c.head)) ++c.head;
  c.condition = any(first, std::min(c.head + 1, last), ClaimMark::kCondition);
  for (std::uint32_t i = first; i < last; ++i) clause_of_[i] = static_cast<std::uint32_t>(clauses_.size());
  clauses_.push_back(c);
  sentence_of_.push_back(sentence);
}

/// "Dropping the index ..." speaks of dropping. Words that only put the subject to use are none of these.
bool ClaimReader::is_gerund(std::uint32_t token) const {
  constexpr std::array<std::string_view, 24> kAllowed = {"using", "according", "calling", "adding", "creating", "having", "building", "applying", "during", "string", "strings", "testing", "doing", "running", "putting", "setting", "regarding", "increasing", "training", "enabling", "introducing", "talking", "speaking", "declaring"};
  std::string word(a_.text.slice(a_.text.tokens[token]));
  std::transform(word.begin(), word.end(), word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (word.size() < 6 || word.compare(word.size() - 3, 3, "ing") != 0) return false;
  return std::find(kAllowed.begin(), kAllowed.end(), word) == kAllowed.end();
}

bool ClaimReader::opens_claim(std::uint32_t token) const {
  const Clause& c = clauses_[clause_of_[token]];
  if (aside_[token] || token > c.head + kSubjectReach) return false;
  if (any(c.first, token, ClaimMark::kBlocker)) return false;
  return token <= c.head || !is_gerund(c.head);
}

bool ClaimReader::introduces(std::uint32_t clause, std::uint32_t token) const {
  const Clause& c = clauses_[clause];
  const std::uint32_t opening = std::min(c.head + 1, c.last);
  if (c.condition || any(c.first, opening, ClaimMark::kReason)) return true;
  if (!any(c.first, opening, ClaimMark::kOpening)) return false;
  while (token < c.last && a_.text.tokens[token].kind == text::TokenKind::kPunct) ++token;
  return token == c.last;
}

std::uint32_t ClaimReader::opening_pronoun(std::uint32_t sentence) const {
  const std::uint32_t end = a_.text.sentences[sentence].last;
  for (std::uint32_t c = first_clause_[sentence]; c < clauses_.size() && sentence_of_[c] == sentence; ++c) {
    if (clauses_[c].head == clauses_[c].last) continue;
    return has(clauses_[c].head, ClaimMark::kPronoun) && !clauses_[c].condition ? clauses_[c].head : end;
  }
  return end;
}

std::uint32_t ClaimReader::opening_fragment(std::uint32_t sentence) const {
  const auto& range = a_.text.sentences[sentence];
  for (std::uint32_t n = first_clause_[sentence]; n < clauses_.size() && sentence_of_[n] == sentence; ++n) {
    if (clauses_[n].head < clauses_[n].last && has(clauses_[n].head, ClaimMark::kPerson)) return range.last;
  }
  std::uint32_t first = range.first;
  while (first < range.last && (has(first, ClaimMark::kLead) || a_.text.tokens[first].kind == text::TokenKind::kPunct)) ++first;
  return first < range.last && has(first, ClaimMark::kFragment) ? first : range.last;
}

}  // namespace te::score
