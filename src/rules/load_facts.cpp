#include "rules/load_facts.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

#include "rules/text_pool.h"
#include "text/closest.h"

namespace te::rules {
namespace {

constexpr std::array<std::string_view, kClaimMarks> kMarkNames = {"negation", "report", "correction", "condition", "aside", "join", "lead", "pronoun", "determiner", "person", "reason", "opening", "link", "turn", "plain", "blocker", "bystander", "fragment"};

/// Reads the facts of one file.
class FactReader {
 public:
  FactReader(const ConceptIndex& concepts, FactNumbers& numbers, Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors)
      : concepts_(concepts), numbers_(numbers), lexicon_(lexicon), compiled_(compiled), book_(compiled.facts), errors_(errors) {
    numbers_.by_concept.resize(lexicon.concepts.size());
  }

  void read(const JsonValue& value, const std::string& path) {
    ObjectReader in(value, path, errors_);
    Fact fact;
    CompiledFact c;
    const auto keep = [&](const auto& text) { return lexicon_.texts->keep(text); };
    fact.id = keep(in.string("id"));
    fact.about = c.about = concept_index(in, fact.id, in.string("about"));
    if (in.find("contrast") != nullptr) c.contrast = concept_index(in, fact.id, in.string("contrast"));
    const std::vector<std::uint32_t> subject = names(in, in.strings_or_none("subject"));
    const std::vector<std::uint32_t> others = names(in, in.strings_or_none("others"));
    const std::vector<std::uint32_t> unless = names(in, in.strings_or_none("unless"));
    std::vector<text::WordId> context;
    for (const std::string& word : in.strings_or_none("context")) context.push_back(compiled_.vocabulary.base(compiled_.vocabulary.intern(word)));
    std::sort(context.begin(), context.end());
    const Claims wrong = claims(in, fact.id);
    c.by_name = subject.empty();
    c.subject = subject;
    c.others = others;
    c.unless = unless;
    c.context = context;
    c.claims = wrong.bits;
    c.parts = wrong.parts;
    fact.correction = keep(in.string("correction"));
    fact.hit = keep(in.strings("hit"));
    fact.miss = keep(in.strings("miss"));
    if (fact.hit.size() < 2 || fact.miss.size() < 3) in.fail(fmt::format("fact \"{}\" needs at least two \"hit\" and three \"miss\" sentences", fact.id));
    in.done();
    const bool twice = std::any_of(lexicon_.facts.begin(), lexicon_.facts.end(), [&](const Fact& f) { return f.id == fact.id; });
    if (twice) in.fail(fmt::format("the fact id \"{}\" stands twice", fact.id));
    enter(fact, c);
  }

 private:
  std::uint32_t concept_index(ObjectReader& in, std::string_view fact, const std::string& id) {
    const auto it = concepts_.find(id);
    if (it != concepts_.end()) return it->second;
    std::vector<std::string> ids;
    for (const Concept& known : lexicon_.concepts) ids.emplace_back(known.id);
    const auto near = text::closest(id, ids);
    in.fail(fmt::format("fact \"{}\": no concept \"{}\"", fact, id), near ? fmt::format("did you mean \"{}\"?", *near) : std::string());
    return 0;
  }

  std::uint32_t name(ObjectReader& in, const std::string& pattern) {
    const auto next = static_cast<std::uint32_t>(numbers_.by_name.size());
    const auto [it, fresh] = numbers_.of_name.try_emplace(pattern, next);
    if (fresh) {
      numbers_.by_name.emplace_back();
      if (!book_.names.add(pattern, next, compiled_.vocabulary)) {
        in.fail(fmt::format("the pattern \"{}\" holds no word or an unbalanced bracket", pattern), "alternatives are written (a|b|)");
      }
    }
    return it->second;
  }

  std::vector<std::uint32_t> names(ObjectReader& in, const std::vector<std::string>& patterns) {
    std::vector<std::uint32_t> out;
    for (const std::string& pattern : patterns) out.push_back(name(in, pattern));
    std::sort(out.begin(), out.end());
    return out;
  }

  struct Claims {
    std::vector<std::uint32_t> bits;
    std::vector<ClaimPart> parts;
  };

  /// "wrong": patterns, each of which is a claim.
  Claims claims(ObjectReader& in, std::string_view fact) {
    constexpr std::size_t kMostParts = 12;
    const std::vector<std::string> wrong = in.strings("wrong");
    if (wrong.empty()) in.fail(fmt::format("fact \"{}\": \"wrong\" must hold a pattern", fact));
    Claims out;
    for (const std::string& pattern : wrong) {
      const std::vector<std::uint32_t> terms = parts_of(in, pattern);
      if (terms.size() > kMostParts) in.fail(fmt::format("fact \"{}\": a pattern may have {} parts", fact, kMostParts));
      std::uint32_t bits = 0;
      for (std::size_t i = 0; i < std::min(terms.size(), kMostParts); ++i) {
        out.parts.push_back({terms[i], static_cast<std::uint32_t>(out.bits.size()), 1U << i});
        bits |= 1U << i;
      }
      out.bits.push_back(bits);
    }
    std::sort(out.parts.begin(), out.parts.end(), [](const ClaimPart& a, const ClaimPart& b) { return std::tie(a.term, a.claim, a.bit) < std::tie(b.term, b.claim, b.bit); });
    return out;
  }

  using Wordings = std::vector<std::vector<Said>>;  ///< of one part

  /// A pattern is the words outside brackets and the brackets; parts that need not be said are left out.
  std::vector<std::uint32_t> parts_of(ObjectReader& in, const std::string& pattern) {
    std::vector<Wordings> parts;
    bool sound = true;
    for (std::size_t i = 0; i < pattern.size();) {
      const bool choice = pattern[i] == '(';
      const std::size_t end = std::min(pattern.find(choice ? ')' : '(', i), pattern.size());
      sound = sound && (choice ? end < pattern.size() : pattern.find(')', i) >= end);
      Wordings part = wordings_of(pattern.substr(i + (choice ? 1 : 0), end - i - (choice ? 1 : 0)));
      i = end + (choice ? 1 : 0);
      if (part.empty()) continue;
      if (!parts.empty() && denies(parts.back())) parts.back() = joined(parts.back(), part);
      else parts.push_back(std::move(part));
    }
    if (!sound || parts.empty()) in.fail(fmt::format("the pattern \"{}\" holds no telling word or an unbalanced bracket", pattern), "alternatives are written (a|b|)");
    std::vector<std::uint32_t> out;
    for (const Wordings& part : parts) out.push_back(term_of(part));
    return out;
  }

  /// The wordings of the alternatives "a|b"; none when the part need not be said.
  Wordings wordings_of(const std::string& alternatives) {
    Wordings out;
    for (std::size_t i = 0; i <= alternatives.size();) {
      const std::size_t end = std::min(alternatives.find('|', i), alternatives.size());
      std::string plain = alternatives.substr(i, end - i);
      std::replace(plain.begin(), plain.end(), '[', '(');
      std::replace(plain.begin(), plain.end(), ']', ')');
      const text::TokenizedText words = text::tokenize(plain, compiled_.vocabulary);
      if (std::all_of(words.tokens.begin(), words.tokens.end(), [&](const auto& t) { return book_.wording.is_link(t.word); })) return {};
      std::vector<Said> said = book_.wording.read(words);
      if (!said.empty()) out.push_back(std::move(said));
      i = end + 1;
    }
    return out;
  }

  /// What is denied must follow its denial: "no lock" is not said by "does not wait for a lock".
  static bool denies(const Wordings& part) {
    return std::any_of(part.begin(), part.end(), [](const auto& said) { return said.size() == 1 && said.front().denial; });
  }

  static Wordings joined(const Wordings& first, const Wordings& second) {
    Wordings out;
    for (const auto& head : first) {
      for (const auto& tail : second) {
        out.push_back(head);
        out.back().insert(out.back().end(), tail.begin(), tail.end());
      }
    }
    return out;
  }

  /// Equal parts of different facts are one term.
  std::uint32_t term_of(const Wordings& part) {
    std::vector<std::vector<text::WordId>> key;
    for (const auto& said : part) {
      key.emplace_back();
      for (const Said& word : said) key.back().push_back(word.word);
    }
    std::sort(key.begin(), key.end());
    const auto [it, fresh] = numbers_.of_part.try_emplace(std::move(key), static_cast<std::uint32_t>(numbers_.of_part.size()));
    if (fresh) enter(part, it->second);
    return it->second;
  }

  void enter(const Wordings& part, std::uint32_t term) {
    std::vector<text::WordId> openings;
    for (const auto& said : part) {
      if (book_.said.add(said, term)) openings.push_back(opening_of(said));
    }
    std::sort(openings.begin(), openings.end());
    openings.erase(std::unique(openings.begin(), openings.end()), openings.end());
    book_.openings.push_back(openings);
  }

  void enter(const Fact& fact, const CompiledFact& c) {
    const std::uint32_t number = book_.facts.size();
    if (c.by_name) numbers_.by_concept[c.about].push_back(number);
    for (const std::uint32_t t : c.subject) numbers_.by_name[t].push_back(number);
    lexicon_.facts.push_back(fact);
    book_.facts.push_back(c);
  }

  const ConceptIndex& concepts_;
  FactNumbers& numbers_;
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
  compiled.facts.marks.settle();
  in.done();
}

void read_wording(const JsonValue& root, const std::string& path, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/wording/1");
  const auto refuse = [&](const std::string& phrase) { in.fail(fmt::format("the phrase \"{}\" holds no word or an unbalanced bracket", phrase), "alternatives are written (a|b|)"); };
  Wording& wording = compiled.facts.wording;
  for (const std::string& phrase : in.strings("light")) {
    if (!wording.add_light(phrase, compiled.vocabulary)) refuse(phrase);
  }
  for (const std::string& word : in.strings("link")) {
    if (!wording.add_link(word, compiled.vocabulary)) refuse(word);
  }
  for (const std::string& word : in.strings("carrier")) wording.add_carrier(word, compiled.vocabulary);
  wording.set_denial(in.string("denial"), compiled.vocabulary);
  for (const JsonValue& group : in.array("same")) {
    if (group.items.size() < 2) errors.add(path, group.line, "a group of words that say the same needs two of them");
    for (const JsonValue& phrase : group.items) {
      if (phrase.kind != JsonValue::Kind::kString) errors.add(path, phrase.line, "a group of words that say the same must hold strings");
      else if (!wording.add_same(phrase.text, group.items.front().text, compiled.vocabulary)) refuse(phrase.text);
    }
  }
  wording.settle();
  in.done();
}

void read_facts(const JsonValue& root, const std::string& path, const ConceptIndex& concepts, FactNumbers& numbers, Lexicon& lexicon, CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/facts/1");
  in.string("area");
  FactReader reader(concepts, numbers, lexicon, compiled, errors);
  for (const JsonValue& value : in.array("facts")) reader.read(value, path);
  in.done();
}

void finish_facts(const FactNumbers& numbers, CompiledRules& compiled) {
  for (const auto& facts : numbers.by_concept) compiled.facts.by_concept.push_back(facts);
  for (const auto& facts : numbers.by_name) compiled.facts.by_name.push_back(facts);
  compiled.facts.names.settle();
  compiled.facts.said.settle();
}

}  // namespace te::rules
