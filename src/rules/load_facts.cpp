#include "rules/load_facts.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "text/closest.h"

namespace te::rules {
namespace {

constexpr std::array<std::string_view, kClaimMarks> kMarkNames = {"negation", "report", "correction", "condition", "aside", "join", "lead", "pronoun", "determiner", "person", "reason", "blocker"};

/// Reads the facts of one file. Patterns are numbered over all files, so that each stands once in the trie.
class FactReader {
 public:
  FactReader(const ConceptIndex& concepts, Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors) : concepts_(concepts), lexicon_(lexicon), compiled_(compiled), book_(compiled.facts), errors_(errors) {
    book_.by_concept.resize(lexicon.concepts.size());
  }

  void read(const JsonValue& value, const std::string& path) {
    ObjectReader in(value, path, errors_);
    Fact fact;
    CompiledFact c;
    fact.id = in.string("id");
    fact.about = c.about = concept_index(in, fact.id, in.string("about"));
    if (in.find("contrast") != nullptr) c.contrast = concept_index(in, fact.id, in.string("contrast"));
    c.subject = terms(in, in.strings_or_none("subject"));
    c.by_name = c.subject.empty();
    c.others = terms(in, in.strings_or_none("others"));
    c.unless = terms(in, in.strings_or_none("unless"));
    for (const std::string& word : in.strings_or_none("context")) c.context.push_back(compiled_.vocabulary.base(compiled_.vocabulary.intern(word)));
    std::sort(c.context.begin(), c.context.end());
    groups(in, fact.id, c);
    fact.correction = in.string("correction");
    fact.hit = in.strings("hit");
    fact.miss = in.strings("miss");
    if (fact.hit.size() < 2 || fact.miss.size() < 3) in.fail(fmt::format("fact \"{}\" needs at least two \"hit\" and three \"miss\" sentences", fact.id));
    in.done();
    const bool twice = std::any_of(lexicon_.facts.begin(), lexicon_.facts.end(), [&](const Fact& f) { return f.id == fact.id; });
    if (twice) in.fail(fmt::format("the fact id \"{}\" stands twice", fact.id));
    enter(std::move(fact), std::move(c));
  }

 private:
  std::uint32_t concept_index(ObjectReader& in, const std::string& fact, const std::string& id) {
    const auto it = concepts_.find(id);
    if (it != concepts_.end()) return it->second;
    std::vector<std::string> ids;
    for (const Concept& known : lexicon_.concepts) ids.push_back(known.id);
    const auto near = text::closest(id, ids);
    in.fail(fmt::format("fact \"{}\": no concept \"{}\"", fact, id), near ? fmt::format("did you mean \"{}\"?", *near) : std::string());
    return 0;
  }

  std::uint32_t term(ObjectReader& in, const std::string& pattern) {
    const auto next = static_cast<std::uint32_t>(book_.by_term.size());
    const auto [it, fresh] = book_.number_of_term.try_emplace(pattern, next);
    if (fresh) {
      book_.by_term.emplace_back();
      if (!book_.terms.add(pattern, next, compiled_.vocabulary)) {
        in.fail(fmt::format("the pattern \"{}\" holds no word or an unbalanced bracket", pattern), "alternatives are written (a|b|)");
      }
    }
    return it->second;
  }

  std::vector<std::uint32_t> terms(ObjectReader& in, const std::vector<std::string>& patterns) {
    std::vector<std::uint32_t> out;
    for (const std::string& pattern : patterns) out.push_back(term(in, pattern));
    std::sort(out.begin(), out.end());
    return out;
  }

  /// "wrong": an array of groups, each an array of patterns of which one must be said.
  void groups(ObjectReader& in, const std::string& fact, CompiledFact& c) {
    constexpr std::size_t kMost = 8;
    const auto& wrong = in.array("wrong");
    if (wrong.empty() || wrong.size() > kMost) in.fail(fmt::format("fact \"{}\": \"wrong\" must hold 1 to {} groups of patterns", fact, kMost));
    std::map<std::uint32_t, std::uint32_t> bits_of;
    for (std::size_t g = 0; g < std::min(wrong.size(), kMost); ++g) {
      if (wrong[g].kind != JsonValue::Kind::kArray || wrong[g].items.empty()) {
        errors_.add(in.path(), wrong[g].line, fmt::format("fact \"{}\": a group of \"wrong\" must be an array of patterns", fact));
        continue;
      }
      for (const JsonValue& pattern : wrong[g].items) {
        if (pattern.kind != JsonValue::Kind::kString) errors_.add(in.path(), pattern.line, fmt::format("fact \"{}\": a pattern must be a string", fact));
        else bits_of[term(in, pattern.text)] |= 1U << g;
      }
      c.all_groups |= 1U << g;
    }
    c.parts.assign(bits_of.begin(), bits_of.end());
  }

  void enter(Fact fact, CompiledFact c) {
    const auto number = static_cast<std::uint32_t>(book_.facts.size());
    if (c.by_name) book_.by_concept[c.about].push_back(number);
    for (const std::uint32_t t : c.subject) book_.by_term[t].push_back(number);
    lexicon_.facts.push_back(std::move(fact));
    book_.facts.push_back(std::move(c));
  }

  const ConceptIndex& concepts_;
  Lexicon& lexicon_;
  CompiledRules& compiled_;
  FactBook& book_;
  DataErrors& errors_;
};

}  // namespace

ConceptIndex index_concepts(const Lexicon& lexicon) {
  ConceptIndex out;
  for (std::uint32_t i = 0; i < lexicon.concepts.size(); ++i) out.emplace(lexicon.concepts[i].id, i);
  return out;
}

void read_claim_marks(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/claims/1");
  for (std::size_t mark = 0; mark < kMarkNames.size(); ++mark) {
    for (const std::string& pattern : in.strings(kMarkNames[mark])) {
      if (!compiled.facts.marks.add(pattern, static_cast<std::uint32_t>(mark), compiled.vocabulary)) {
        in.fail(fmt::format("the phrase \"{}\" holds no word or an unbalanced bracket", pattern), "alternatives are written (a|b|)");
      }
    }
  }
  in.done();
}

void read_facts(const JsonValue& root, const std::string& path, const ConceptIndex& concepts, Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/facts/1");
  in.string("area");
  FactReader reader(concepts, lexicon, compiled, errors);
  for (const JsonValue& value : in.array("facts")) reader.read(value, path);
  in.done();
}

}  // namespace te::rules
