#include <algorithm>

#include "rules/compiled.h"
#include "rules/compiled_bank.h"
#include "text/utf8.h"

namespace te {
namespace {

/// A capitalised word inside a sentence is a name unless the background knows it well.
constexpr double kNameIdf = 9.0;

/// Keeps of overlapping matches the one that starts first, and of those that start together the longest ones.
void drop_overlaps(std::vector<text::PhraseMatch>& matches) {
  const auto before = [](const text::PhraseMatch& a, const text::PhraseMatch& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; };
  if (!std::is_sorted(matches.begin(), matches.end(), before)) std::stable_sort(matches.begin(), matches.end(), before);
  std::uint32_t covered_until = 0;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const bool as_kept = kept > 0 && matches[i].first == matches[kept - 1].first && matches[i].last == matches[kept - 1].last;
    if (matches[i].first < covered_until && !as_kept) continue;
    covered_until = std::max(covered_until, matches[i].last);
    matches[kept++] = matches[i];
  }
  matches.resize(kept);
}

/// A word that also means something else names the concept only near words of its field.
bool in_context(const CompiledRules& rules, const text::TokenizedText& text, const text::PhraseMatch& match) {
  const auto context = rules.context_of_concept[match.payload];
  if (context.empty()) return true;
  constexpr std::uint32_t kReach = 100;
  const std::uint32_t first = match.first > kReach ? match.first - kReach : 0;
  const std::uint32_t last = std::min<std::uint32_t>(match.last + kReach, static_cast<std::uint32_t>(text.tokens.size()));
  // It spares nearly all words the search.
  const auto bit_of = [](text::WordId word) { return std::uint64_t{1} << (word % 64); };
  std::uint64_t bits = 0;
  for (const text::WordId word : context) bits |= bit_of(word);
  for (std::uint32_t i = first; i < last; ++i) {
    const text::WordId word = text.tokens[i].base;
    if ((bits & bit_of(word)) == 0 || (i >= match.first && i < match.last)) continue;
    if (std::binary_search(context.begin(), context.end(), word)) return true;
  }
  return false;
}

bool is_bracket(const Annotation& annotation, std::uint32_t token, std::string_view signs) {
  const text::Token& t = annotation.text.tokens[token];
  return t.kind == text::TokenKind::kPunct && t.end - t.begin == 1 && signs.find(annotation.text.text[t.begin]) != std::string_view::npos;
}

/// Marks capitalised words that neither the background nor the lexicon knows: names, which may not move a score.
void mark_names(const CompiledRules& rules, Annotation& annotation) {
  std::size_t next_concept = 0;
  std::uint32_t sentence_start = 0;
  std::size_t sentence = 0;
  auto& tokens = annotation.text.tokens;
  const auto& sentences = annotation.text.sentences;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    text::Token& token = tokens[i];
    if (token.kind != text::TokenKind::kWord || !token.upper || token.code) continue;
    while (sentence < sentences.size() && sentences[sentence].last <= i) ++sentence;
    sentence_start = sentence < sentences.size() ? sentences[sentence].first : 0;
    while (next_concept < annotation.concepts.size() && annotation.concepts[next_concept].last <= i) ++next_concept;
    const bool in_concept = next_concept < annotation.concepts.size() && annotation.concepts[next_concept].first <= i;
    if (in_concept) continue;
    const double idf = rules.idf(token.stem);
    const bool known = idf < rules.max_idf;
    token.name = i != sentence_start ? !known || idf > kNameIdf : !known;
  }
}

/// Marks "(pauses)", "[laughs nervously]": short brackets that hold a stage direction were written, not spoken.
void mark_asides(CategoryId stage, Annotation& annotation) {
  constexpr std::uint32_t kLongest = 9;
  auto& tokens = annotation.text.tokens;
  for (const auto& match : annotation.phrases) {
    if (match.payload != stage) continue;
    std::uint32_t open = match.first;
    while (open > 0 && match.first - open < kLongest && !is_bracket(annotation, open, "([")) --open;
    std::uint32_t close = match.last;
    while (close < tokens.size() && close - open < kLongest && !is_bracket(annotation, close, ")]")) ++close;
    if (close >= tokens.size() || !is_bracket(annotation, open, "([") || !is_bracket(annotation, close, ")]")) continue;
    for (std::uint32_t i = open; i <= close; ++i) tokens[i].aside = true;
  }
}

}  // namespace

AnnotatedTurns::AnnotatedTurns(const CompiledRules& rules, const std::vector<Turn>& turns) : rules_(rules), vocabulary_(&rules.vocabulary) {
  turns_.reserve(turns.size());
  for (const Turn& turn : turns) turns_.push_back(annotate(turn.text));
}

Annotation AnnotatedTurns::annotate(std::string_view text) { return te::annotate(rules_, vocabulary_, text); }

Annotation annotate(const CompiledRules& rules, text::Vocabulary& vocabulary, std::string_view text) {
  Annotation out = annotate_concepts(rules, vocabulary, text);
  constexpr std::size_t kTokensPerPhrase = 2;
  out.phrases.reserve(out.text.tokens.size() / kTokensPerPhrase);
  rules.phrases.find(out.text, out.phrases);
  const bool any_bracket = text.find('(') != std::string_view::npos || text.find('[') != std::string_view::npos;
  if (any_bracket) mark_asides(rules.category("stage_direction"), out);
  mark_names(rules, out);
  return out;
}

Annotation annotate_concepts(const CompiledRules& rules, text::Vocabulary& vocabulary, std::string_view text) {
  Annotation out;
  out.text = text::tokenize(text, vocabulary);
  constexpr std::size_t kTokensPerConcept = 8;
  out.concepts.reserve(out.text.tokens.size() / kTokensPerConcept);
  rules.concepts.find(out.text, out.concepts);
  std::erase_if(out.concepts, [&](const text::PhraseMatch& m) { return !in_context(rules, out.text, m); });
  drop_overlaps(out.concepts);
  return out;
}

CompiledRules::CompiledRules() = default;
CompiledRules::~CompiledRules() = default;

std::span<const text::WordId> CompiledRules::synonyms_with(text::WordId stem) const {
  const std::uint32_t* known = synonyms_of.find(stem);
  return known == nullptr ? std::span<const text::WordId>() : synonyms[*known];
}

void CompiledRules::mark(text::WordId word, WordTrait trait) {
  if (word >= traits_of_word.size()) traits_of_word.resize(word + 1, 0);
  traits_of_word.at(word) |= static_cast<std::uint8_t>(trait);
}

bool CompiledRules::is_name(std::string_view name) const {
  const text::WordId word = vocabulary.find(text::folded(name));
  return word != text::kNoWord && is(word, WordTrait::kName);
}

std::span<const CompiledRules::Called> CompiledRules::called(std::string_view name) const {
  const text::WordId word = vocabulary.find(text::folded(name));
  if (word == text::kNoWord || !is(word, WordTrait::kName)) return {};
  const auto rows = concepts_of_one_word.rows();
  const auto first = std::lower_bound(rows.begin(), rows.end(), word, [](const Called& called, text::WordId w) { return called.word < w; });
  return {first, std::find_if(first, rows.end(), [&](const Called& called) { return called.word != word; })};
}

CategoryId CompiledRules::category(std::string_view name) const {
  const auto it = std::find(categories.begin(), categories.end(), name);
  return it == categories.end() ? kNoCategory : static_cast<CategoryId>(it - categories.begin());
}

void Transitions::classify(text::Vocabulary& vocabulary) {
  for (const auto& [word, id] : words_) vocabulary.intern(word);
  for (text::WordId word = class_of_word_.size(); word < vocabulary.size(); ++word) class_of_word_.push_back(class_of(vocabulary.text(word)));
}

std::uint8_t Transitions::class_of(std::string_view word) const {
  const auto it = words_.find(word);
  return it != words_.end() ? it->second : class_by_shape(word);
}

std::uint8_t Transitions::class_by_shape(std::string_view word) const {
  const auto c = static_cast<unsigned char>(word.empty() ? ' ' : word.front());
  if (c >= '0' && c <= '9') return number_class_;
  const bool letter = (c >= 'a' && c <= 'z') || c >= 0x80;
  if (!letter) return sign_class_;
  for (const auto& [suffix, id] : suffixes_) {
    if (word.back() == suffix.back() && word.size() > suffix.size() + 2 && word.ends_with(suffix)) return id;
  }
  return other_class_;
}

}  // namespace te
