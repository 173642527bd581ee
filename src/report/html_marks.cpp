#include "report/html_marks.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/words.h"

namespace te::report {

std::string rule_title(const Rubric& rubric, std::string_view rule) {
  if (rule == "base") return "Starting point";
  for (const Rule& r : rubric.rules) {
    if (r.id == rule) return capitalised(r.label);
  }
  for (const Gate& g : rubric.gates) {
    if (g.id == rule) return fmt::format("Limit: {}", plain(g.flag));
  }
  return std::string(rule);
}

std::string signed_points(Points points) {
  const std::string digits = Points::from_milli(std::abs(points.milli())).to_string();
  return (points < Points() ? "\u2212" : "+") + digits;
}

Marks::Marks(const Outcome& outcome) : outcome_(outcome), turns_(outcome.interview.transcript.turns.size()) {
  std::map<std::size_t, std::vector<EntryRef>> by_turn;
  for (std::size_t q = 0; q < outcome.evaluation.questions.size(); ++q) {
    const auto& ledger = outcome.evaluation.questions[q].ledger;
    for (std::size_t k = 0; k < ledger.size(); ++k) {
      if (!ledger[k].quote.empty()) by_turn[ledger[k].turn].push_back({q, k});
    }
  }
  for (const auto& [turn, entries] : by_turn) add_turn(turn, entries);
}

void Marks::add_turn(std::size_t turn, const std::vector<EntryRef>& entries) {
  std::vector<std::uint32_t> cuts;
  for (const EntryRef e : entries) {
    cuts.push_back(entry_of(e).span.begin);
    cuts.push_back(entry_of(e).span.end);
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<Passage>& passages = turns_[turn];
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) passages.push_back({{cuts[i], cuts[i + 1]}, {}, 0});
  for (const EntryRef e : entries) {
    const Span span = entry_of(e).span;
    auto p = std::lower_bound(passages.begin(), passages.end(), span.begin, [](const Passage& x, std::uint32_t begin) { return x.span.begin < begin; });
    for (; p != passages.end() && p->span.begin < span.end; ++p) p->entries.push_back(e);
  }
  std::erase_if(passages, [](const Passage& p) { return p.entries.empty(); });
  for (Passage& p : passages) {
    p.number = ++passages_;
    for (const EntryRef e : p.entries) passage_of_.emplace(e, p.number);
  }
}

std::string Marks::passage_link(EntryRef entry) const {
  const auto known = passage_of_.find(entry);
  return known == passage_of_.end() ? std::string() : fmt::format("#e{}", known->second);
}

std::string Marks::row_id(EntryRef entry) const { return fmt::format("{}-{}", outcome_.interview.questions[entry.question].id, entry.entry + 1); }

Html Marks::marked(const Passage& passage) const {
  // Where many rules share a passage its link leads to the one that matters most; the page's script shows them all.
  constexpr std::size_t kNamed = 12;
  std::vector<EntryRef> entries = passage.entries;
  std::stable_sort(entries.begin(), entries.end(), [&](EntryRef a, EntryRef b) { return std::abs(entry_of(a).points.milli()) > std::abs(entry_of(b).points.milli()); });
  if (entries.size() > kNamed) entries.resize(kNamed);
  std::string title;
  std::string rows;
  Points sum;
  for (const EntryRef e : entries) {
    const LedgerEntry& entry = entry_of(e);
    title += fmt::format("{}{} {}", title.empty() ? "" : "\n", signed_points(entry.points), rule_title(outcome_.book->rubric(), entry.rule));
    rows += (rows.empty() ? "" : " ") + row_id(e);
    sum += entry.points;
  }
  const std::string css = sum < Points() ? "lost" : "earned";
  const std::string_view text = outcome_.interview.transcript.source->slice(passage.span);
  return element("mark", {{"class", css}}, {element("a", {{"id", fmt::format("e{}", passage.number)}, {"href", "#" + row_id(entries.front())}, {"data-rows", rows}, {"title", title}}, {text})});
}

Html Marks::turn_text(std::size_t turn) const {
  const Turn& t = outcome_.interview.transcript.turns[turn];
  if (t.text.empty()) return {};
  const SourceText& source = *outcome_.interview.transcript.source;
  std::uint32_t at = source.offset_of(t.text);
  const std::uint32_t end = at + static_cast<std::uint32_t>(t.text.size());
  Html out;
  for (const Passage& p : turns_[turn]) {
    if (p.span.begin < at || p.span.end > end) continue;
    out += source.slice({at, p.span.begin});
    out += marked(p);
    at = p.span.end;
  }
  out += source.slice({at, end});
  return out;
}

}  // namespace te::report
