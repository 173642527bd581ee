#include "report/passages.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "report/words.h"
#include "rules/compiled.h"
#include "text/utf8.h"

namespace te::report {
namespace {

/// A sentence of up to kWhole bytes is quoted whole; of a longer one the clauses around what was found, up to kLongest.
constexpr std::size_t kWhole = 280;
constexpr std::size_t kLongest = 200;
/// A clause that was begun is quoted to its end, unless it goes on for longer than this.
constexpr std::size_t kLongestClause = 340;

/// The sentence that holds a byte of the turn, as a range of the turn's bytes.
Span sentence_at(const text::TokenizedText& text, std::uint32_t at) {
  const auto s = std::partition_point(text.sentences.begin(), text.sentences.end(), [&](const text::Sentence& x) { return text.tokens[x.last - 1].end <= at; });
  if (s == text.sentences.end()) return {at, static_cast<std::uint32_t>(text.text.size())};
  return {std::min(at, text.tokens[s->first].begin), text.tokens[s->last - 1].end};
}

bool ends_clause(std::string_view text, std::size_t i) {
  const char c = text[i];
  return (c == ',' || c == ';' || c == ':') && i + 1 < text.size() && text::is_ascii_space(text[i + 1]);
}

/// Not inside a character of several bytes.
std::size_t whole_character(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

/// A sentence that is too long: the clauses around [begin, end), or as many words from `begin` on as fit.
Span around(std::string_view text, Span sentence, Span wanted) {
  std::size_t begin = std::max(wanted.begin, sentence.begin);
  std::size_t end = std::min(std::max<std::size_t>(wanted.end, begin), static_cast<std::size_t>(sentence.end));
  for (std::size_t i = begin; i-- > sentence.begin && end - i <= kLongest;) {
    if (i == sentence.begin) begin = i;
    else if (ends_clause(text, i)) begin = i + 2;
  }
  for (std::size_t i = end; i < sentence.end && i - begin <= kLongest; ++i) {
    if (i + 1 == sentence.end) end = sentence.end;
    else if (ends_clause(text, i)) end = i;
  }
  // The span itself may end in the middle of a clause.
  while (end < sentence.end && end - begin < kLongestClause && !ends_clause(text, end)) ++end;
  end = whole_character(text, end);
  if (end - begin >= kLongestClause) {
    const std::size_t blank = text.rfind(' ', begin + kLongest);
    end = blank == std::string_view::npos || blank <= begin ? whole_character(text, begin + kLongest) : blank;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Without quotes, list marks and space at the ends; of a passage with quotes in it the longest part without.
std::string_view quotable(std::string_view s) {
  std::string_view best;
  while (!s.empty()) {
    const auto end = std::min(s.find('"'), s.size());
    if (end > best.size()) best = s.substr(0, end);
    s.remove_prefix(std::min(end + 1, s.size()));
  }
  best = text::trimmed(best);
  while (!best.empty() && (best.back() == ',' || best.back() == ';' || best.back() == ':')) best.remove_suffix(1);
  return best;
}

/// True for "**a phased approach" without the marks behind it.
bool has_open_mark(std::string_view s) { return std::count(s.begin(), s.end(), '*') % 4 == 2; }

Evidence evidence_of(const Material& m, std::uint32_t turn, std::string_view passage) {
  const SourceText& source = *m.interview.transcript.source;
  return {turn, source.line_at(source.offset_of(passage)), text::single_line(passage)};
}

}  // namespace

Evidence passage(const Material& m, std::uint32_t turn, Span span) {
  const text::TokenizedText& text = m.interview.annotated->turn(turn).text;
  const std::uint32_t offset = m.interview.transcript.source->offset_of(text.text);
  const Span wanted{span.begin - std::min(offset, span.begin), std::max(span.end, offset) - offset};
  Span found = sentence_at(text, wanted.begin);
  if (found.size() > kWhole) found = around(text.text, found, wanted);
  std::string_view words = text.text.substr(found.begin, found.size());
  // The full stop belongs to the sentence, and so do the marks that end its bold print; a colon before a list does not.
  std::size_t more = 0;
  const auto next = [&] { return found.end + more < text.text.size() ? text.text[found.end + more] : '\0'; };
  if (next() == '.' || next() == '?') ++more;
  if (has_open_mark(words)) {
    while (next() == '*') ++more;
  }
  words = text.text.substr(found.begin, found.size() + more);
  return evidence_of(m, turn, quotable(words));
}

std::vector<Evidence> best_passages(const Material& m, const QuestionEvaluation& e, std::size_t limit, std::span<const std::string_view> rules) {
  /// What a sentence earned.
  struct Sum {
    std::pair<std::uint32_t, std::uint32_t> at;  ///< turn and begin of the sentence
    std::int64_t milli = 0;
    const LedgerEntry* best = nullptr;
  };
  std::vector<Sum> order;
  for (const LedgerEntry& entry : e.ledger) {
    // How something is put is not what is said: the order of steps alone makes no passage worth quoting.
    const bool wanted = rules.empty() ? entry.points > Points() && entry.rule.compare(0, 8, "clarity.") != 0 : earned_by(entry, rules);
    if (!wanted || entry.quote.empty()) continue;
    const text::TokenizedText& text = m.interview.annotated->turn(entry.turn).text;
    const std::uint32_t offset = m.interview.transcript.source->offset_of(text.text);
    order.push_back({{entry.turn, sentence_at(text, entry.span.begin - std::min(offset, entry.span.begin)).begin}, entry.points.milli(), &entry});
  }
  std::stable_sort(order.begin(), order.end(), [](const Sum& a, const Sum& b) { return a.at < b.at; });
  std::size_t sentences = 0;
  for (const Sum& one : order) {
    if (sentences == 0 || order[sentences - 1].at != one.at) {
      order[sentences++] = one;
      continue;
    }
    Sum& sum = order[sentences - 1];
    sum.milli += one.milli;
    if (one.best->points > sum.best->points) sum.best = one.best;
  }
  order.resize(sentences);
  std::stable_sort(order.begin(), order.end(), [](const Sum& a, const Sum& b) { return a.milli > b.milli; });
  std::vector<Evidence> out;
  const auto take = [&](std::size_t shortest, std::size_t longest) {
    for (const Sum& sum : order) {
      if (out.size() >= limit) return;
      Evidence found = passage(m, sum.best->turn, sum.best->span);
      const bool known = std::any_of(out.begin(), out.end(), [&](const Evidence& o) { return o.quote == found.quote; });
      if (!known && found.quote.size() >= shortest && found.quote.size() < longest) out.push_back(std::move(found));
    }
  };
  // "But it gave me a fright." is quoted where there is nothing that tells more.
  constexpr std::size_t kTelling = 36;
  constexpr std::size_t kShort = 12;
  take(kTelling, std::string::npos);
  if (out.empty()) take(kShort, kTelling);
  return out;
}

Evidence first_passage(const Material& m, const Question& q) {
  const std::uint32_t turn = q.answer_turns.front();
  const text::TokenizedText& text = m.interview.annotated->turn(turn).text;
  const std::uint32_t offset = m.interview.transcript.source->offset_of(text.text);
  const std::string_view whole = text::trimmed(text.text);
  if (whole.size() <= kWhole && whole.find('"') == std::string_view::npos) return evidence_of(m, turn, whole);
  // "Okay, sure." is no passage yet: the first sentence of some length, or the longest of the first ones.
  constexpr std::size_t kTelling = 30;
  constexpr std::size_t kLookedAt = 4;
  Span best;
  for (std::size_t i = 0; i < std::min(kLookedAt, text.sentences.size()) && best.size() < kTelling; ++i) {
    const text::Sentence& s = text.sentences[i];
    const Span span{text.tokens[s.first].begin, text.tokens[s.last - 1].end};
    if (span.size() > best.size()) best = span;
  }
  return passage(m, turn, {offset + best.begin, offset + best.end});
}

std::string cited(const Evidence& e) { return fmt::format("{} (line {})", quoted(e.quote), e.line); }

}  // namespace te::report
