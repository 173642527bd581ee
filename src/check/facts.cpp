// Facts against their own examples.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "check/check.h"

namespace te::check {
namespace {

/// The numbers of the facts that a sentence is found to state.
std::set<std::uint32_t> stated(const RuleBookPtr& book, std::string_view about, std::string_view sentence) {
  const Exchange e = exchange(book, fmt::format("What do you know about {} and how does it work?", about), sentence);
  std::set<std::uint32_t> out;
  for (const auto& q : e.evaluation.questions) {
    for (const Misconception& wrong : q.misconceptions) out.insert(wrong.fact);
  }
  return out;
}

}  // namespace

void check_facts(const Material& m) {
  const auto& facts = m.book->lexicon().facts;
  std::uint32_t number = 0;  // facts stand in the lexicon in the order of files and lines
  for (const Document* d : m.below("lexicon/facts/")) {
    for (const auto& row : member(d->root, "facts").items) {
      const Fact& fact = facts[number];
      const std::string_view about = m.book->lexicon().concepts[fact.about].name;
      for (const std::string_view sentence : fact.hit) {
        if (stated(m.book, about, sentence).count(number) == 0) m.error(d->path, row.line, fmt::format("the fact \"{}\" is not found in its own \"hit\": {}", fact.id, sentence), "its patterns in \"wrong\" must match the sentence");
      }
      for (const std::string_view sentence : fact.miss) {
        for (const std::uint32_t found : stated(m.book, about, sentence)) m.error(d->path, row.line, fmt::format("the fact \"{}\" is found in a \"miss\" of \"{}\": {}", facts[found].id, fact.id, sentence), "a true sentence must not be called wrong");
      }
      ++number;
    }
  }
}

}  // namespace te::check
