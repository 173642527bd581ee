#include "rules/compiled_bank.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace te {
namespace {

using text::TokenKind;

/// A denial reaches this many words.
constexpr std::uint32_t kDenialReach = 6;
/// A concept counts as a whole; the words of its name count beside it by this part.
constexpr double kInConcept = 0.3;
/// What the interviewer says beside the entry's question is often context; what the entry asks and the interviewer does
/// not is a different question (weights of a Tversky index).
constexpr double kAskedExcess = 0.3;
constexpr double kEntryExcess = 0.7;
/// The words before a question are taken for its case when the entry holds this part of the question itself.
constexpr double kSameQuestion = 0.6;
/// A case takes no more sentences than this.
constexpr std::size_t kCaseSentences = 12;
/// Similarities that differ by less are the same.
constexpr double kSame = 1e-9;
/// Takes off more than rounding may have added.
constexpr double kRounding = 1 - 1e-6;
constexpr std::uint64_t kConceptTerm = std::uint64_t{1} << 32;

bool carries_content(const CompiledRules& rules, const text::Vocabulary& vocabulary, text::WordId word) {
  return !rules.transitions.is_function_class(rules.transitions.class_of(vocabulary, word));
}

text::Way key_of(std::uint64_t term) { return {static_cast<std::uint32_t>(term >> 32), static_cast<std::uint32_t>(term)}; }

ComparedText compared(CompiledRules& rules, std::string_view text) {
  const Annotation a = annotate_concepts(rules, rules.vocabulary, text);
  return compared(rules, rules.vocabulary, a, 0, static_cast<std::uint32_t>(a.text.tokens.size()));
}

/// The concept whose name holds the token; matches are sorted and do not overlap, so `next` only moves on.
std::uint32_t concept_at(const Annotation& a, std::uint32_t token, std::size_t& next) {
  while (next < a.concepts.size() && a.concepts[next].last <= token) ++next;
  return next < a.concepts.size() && a.concepts[next].first <= token ? a.concepts[next].payload : kNoConcept;
}

/// Share of all pairs that both have (Dice).
double shared_part(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  const auto common = std::count_if(a.begin(), a.end(), [&](std::uint64_t x) { return std::binary_search(b.begin(), b.end(), x); });
  return a.empty() && b.empty() ? 0 : 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

/// Share of the pairs of common words that come in the same order: "rows over columns" is not "columns over rows".
double same_order(std::span<const ContentWord> a, std::span<const ContentWord> b) {
  std::vector<std::ptrdiff_t> places;
  for (const ContentWord& w : a) {
    const auto it = std::find_if(b.begin(), b.end(), [&](const ContentWord& x) { return x.stem == w.stem; });
    if (it != b.end()) places.push_back(it - b.begin());
  }
  std::size_t pairs = 0;
  std::size_t same = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t k = i + 1; k < places.size(); ++k) {
      ++pairs;
      same += places[i] < places[k] ? 1 : 0;
    }
  }
  return pairs == 0 ? 0 : static_cast<double>(same) / static_cast<double>(pairs);
}

}  // namespace

ComparedText compared(const CompiledRules& rules, const text::Vocabulary& vocabulary, const Annotation& a, std::uint32_t first, std::uint32_t last) {
  std::vector<ContentWord> words;
  std::vector<std::uint64_t> pairs;
  text::WordId before = text::kNoWord;
  std::uint32_t denied = 0;
  std::size_t next_concept = 0;
  std::unordered_set<text::WordId> seen;
  for (std::uint32_t i = first; i < last; ++i) {
    const text::Token& token = a.text.tokens[i];
    if (token.kind == TokenKind::kBreak || token.kind == TokenKind::kPunct) {
      denied = 0;
      continue;
    }
    if (token.aside) continue;
    const text::WordId stem = token.stem;
    if (before != text::kNoWord) pairs.push_back((static_cast<std::uint64_t>(before) << 32) | stem);
    before = stem;
    const std::uint32_t concept_index = concept_at(a, i, next_concept);
    const bool denies = rules.negates(token.word);
    if (denied > 0) --denied;
    if (!denies && carries_content(rules, vocabulary, token.word)) {
      if (seen.insert(stem).second) words.push_back({stem, concept_index, i, static_cast<std::uint16_t>(denied > 0), static_cast<std::uint16_t>(token.name)});
    }
    if (denies) denied = kDenialReach + 1;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return {text::Table(std::move(words)), text::Table(std::move(pairs))};
}

CompiledBank::CompiledBank(const Bank& bank, CompiledRules& rules, double frame_weight) : frame_weight_(frame_weight) {
  std::map<std::uint64_t, std::vector<Posting>> postings;
  for (std::uint32_t i = 0; i < bank.questions.size(); ++i) {
    const BankQuestion& q = bank.questions[i];
    const Annotation asking = annotate_concepts(rules, rules.vocabulary, q.text);
    const auto size = static_cast<std::uint32_t>(asking.text.tokens.size());
    const ComparedText question = compared(rules, rules.vocabulary, asking, 0, size);
    std::vector<text::WordId> asked;
    for (const ContentWord& w : question.words) asked.push_back(w.stem);
    std::sort(asked.begin(), asked.end());
    asked_.push_back(asked);
    Entry entry;
    entry.question = add(question);
    const auto add_all = [&](Texts texts) {
      for (const std::string_view text : texts) add(compared(rules, text));
      return words_.size();
    };
    entry.references_end = add_all(q.reference_answers);
    entry.key_points_end = add_all(q.key_points);
    entry.misconceptions_end = add_all(q.misconceptions);
    for (const auto& [term, weight] : terms(rules, asking, 0, size)) {
      entry.weight += weight;
      postings[term].push_back({weight, i});
    }
    entries_.push_back(entry);
  }
  for (const auto& [term, of_term] : postings) {
    posted_.try_emplace(key_of(term), postings_.size());
    postings_.push_back(of_term);
  }
}

std::uint32_t CompiledBank::add(const ComparedText& text) {
  words_.push_back(text.words.rows());
  pairs_.push_back(text.pairs.rows());
  return words_.size() - 1;
}

std::vector<ComparedText> CompiledBank::texts(std::uint32_t first, std::uint32_t last) const {
  std::vector<ComparedText> out(last - first);
  for (std::uint32_t i = first; i < last; ++i) {
    out[i - first].words.look_at(words_[i]);
    out[i - first].pairs.look_at(pairs_[i]);
  }
  return out;
}

BankEntry CompiledBank::entry(std::uint32_t i) const {
  const Entry& e = entries_[i];
  return {asked_[i], texts(e.question + 1, e.references_end), texts(e.references_end, e.key_points_end), texts(e.key_points_end, e.misconceptions_end)};
}

CompiledBank::Terms CompiledBank::terms(const CompiledRules& rules, const Annotation& asking, std::uint32_t first, std::uint32_t last) const {
  Terms out;
  std::size_t next_concept = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const text::Token& token = asking.text.tokens[i];
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
    const text::WordId stem = token.stem;
    const std::uint32_t concept_index = concept_at(asking, i, next_concept);
    const bool named = concept_index != kNoConcept && !rules.frames(stem);
    const double idf = rules.idf(stem) * (rules.frames(stem) ? frame_weight_ : 1.0);
    out.emplace_back(stem, named ? kInConcept * idf : idf);
    if (named) out.emplace_back(kConceptTerm | concept_index, idf);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  // Of a concept's words the most telling one counts; of a word that is named in a concept once and plain once, the last.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto [term, weight] = out[i];
    if (kept == 0 || out[kept - 1].first != term) out[kept++] = out[i];
    else out[kept - 1].second = term < kConceptTerm ? weight : std::max(out[kept - 1].second, weight);
  }
  out.resize(kept);
  return out;
}

CompiledBank::Shared CompiledBank::share(const Terms& asked) const {
  Shared out;
  out.with.assign(entries_.size(), 0.0);
  for (const auto& [term, weight] : asked) {
    out.all += weight;
    const std::uint32_t* posted = posted_.find(key_of(term));
    if (posted == nullptr) continue;
    for (const Posting& p : postings_[*posted]) out.with[p.entry] += std::min(weight, p.weight);
  }
  return out;
}

double CompiledBank::similarity(const Shared& shared, std::uint32_t entry) const {
  const double common = shared.with[entry];
  if (common <= 0) return 0;
  return common / (common + kAskedExcess * std::max(0.0, shared.all - common) + kEntryExcess * std::max(0.0, entries_[entry].weight - common));
}

namespace {

/// What an entry must share with a question, whose terms weigh `all`, to be that similar. An entry that asks for nothing else is
/// most similar: then similarity is common / (common + kAskedExcess * (all - common)).
double shared_at_least(double similarity, double all) { return kRounding * similarity * kAskedExcess * all / (1 - similarity + similarity * kAskedExcess); }

}  // namespace

std::optional<BankMatch> CompiledBank::closest(const CompiledRules& rules, const text::Vocabulary& vocabulary, const Annotation& asking, std::uint32_t first, std::uint32_t last) const {
  const auto end = static_cast<std::uint32_t>(asking.text.tokens.size());
  const Shared question = share(terms(rules, asking, first, last));
  // From each sentence before the question on: praise in front of the case changes nothing. Few entries ask for it.
  std::optional<std::vector<Shared>> with_case;
  const auto read_case = [&] {
    with_case.emplace();
    for (auto s = asking.text.sentences.rbegin(); s != asking.text.sentences.rend() && with_case->size() < kCaseSentences; ++s) {
      if (s->first < first) with_case->push_back(share(terms(rules, asking, s->first, end)));
    }
  };
  std::optional<ComparedText> in_order;
  const auto order = [&](std::uint32_t i) {
    if (!in_order) in_order = compared(rules, vocabulary, asking, first, last);
    return shared_part(in_order->pairs.rows(), pairs_[entries_[i].question]) + same_order(in_order->words.rows(), words_[entries_[i].question]);
  };
  std::optional<BankMatch> best;
  std::optional<double> best_order;  // worked out where another entry is as similar
  double least = 0;  // an entry that shares no more is less similar than the best one, whatever else it asks
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    if (question.with[i] <= least) continue;
    double alike = similarity(question, i);
    // "The loss is flat. What do you check?": the case may stand before the question, if the question is the entry's, too.
    if (question.with[i] >= kSameQuestion * question.all) {
      if (!with_case) read_case();
      for (const Shared& turn : *with_case) alike = std::max(alike, similarity(turn, i));
    }
    if (best && alike < best->similarity - kSame) continue;
    // Two entries may ask with the same words; then their order decides.
    std::optional<double> own_order;
    if (best && alike <= best->similarity + kSame) {
      if (!best_order) best_order = order(best->entry);
      own_order = order(i);
      if (*own_order <= *best_order) continue;
    }
    best = BankMatch{i, alike};
    best_order = own_order;
    least = std::clamp(shared_at_least(best->similarity - kSame, question.all), 0.0, kRounding * kSameQuestion * question.all);
  }
  return best;
}

}  // namespace te
