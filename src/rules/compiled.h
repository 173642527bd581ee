// compiled.h: the rule book in the form that the stages run on. The internal face of the RuleBook noun: the structure
// and scoring stages read it, nobody else does.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/facts.h"
#include "rules/job_words.h"
#include "text/phrases.h"
#include "text/tokens.h"
#include "text/vocabulary.h"
#include "transcript_eval/rulebook.h"

namespace te {

/// Numbers a phrase category such as "hedge"; kNoCategory when the data has none of that name.
using CategoryId = std::uint32_t;
inline constexpr CategoryId kNoCategory = UINT32_MAX;

/// How surely one kind of word follows another, from the corpus counts in lexicon/transitions.json.
class Transitions {
 public:
  /// Pointwise mutual information in bits of `b` coming right after `a`, clipped to [-3, 3].
  [[nodiscard]] double bits(std::uint8_t a, std::uint8_t b) const { return kBits[static_cast<std::uint8_t>(tenths_of_bits_[a * classes_ + b])]; }
  /// The class of a folded word or sign, where the data were read from files.
  [[nodiscard]] std::uint8_t class_of(std::string_view word) const;
  /// The same for a word of the vocabulary that was classified, or of a layer on top of it.
  [[nodiscard]] std::uint8_t class_of(const text::Vocabulary& vocabulary, text::WordId word) const { return word < class_of_word_.size() ? class_of_word_[word] : class_by_shape(vocabulary.text(word)); }
  /// Stores the classes of all words that have none yet; adds those that have a class of their own.
  void classify(text::Vocabulary& vocabulary);
  [[nodiscard]] bool is_function_class(std::uint8_t c) const { return c < function_classes_; }
  /// The same of the word's class; a word that was not classified has no class of its own and is none.
  [[nodiscard]] bool is_function_word(text::WordId word) const { return word < class_of_word_.size() && is_function_class(class_of_word_[word]); }

  std::size_t classes_ = 0;
  std::size_t function_classes_ = 0;  ///< classes of one function word each come first
  std::map<std::string, std::uint8_t, std::less<>> words_;  ///< that have a class of their own; in no image, where class_of_word_ knows them
  std::vector<std::pair<std::string, std::uint8_t>> suffixes_;  ///< longest first
  std::uint8_t number_class_ = 0;
  std::uint8_t sign_class_ = 0;
  std::uint8_t other_class_ = 0;
  text::Table<std::int8_t> tenths_of_bits_;  ///< by both classes; a byte each, as an answer's pairs lie all over it
  text::Table<std::uint8_t> class_of_word_;  ///< of the rule book's words, by WordId

  template <typename Archive>
  void archive(Archive& a) {
    a(classes_, function_classes_, suffixes_, number_class_, sign_class_, other_class_, tenths_of_bits_, class_of_word_);
  }

 private:
  /// By the byte of a table: the bits of so many tenths.
  static constexpr std::array<float, 256> kBits = [] {
    std::array<float, 256> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<float>(static_cast<std::int8_t>(i) / 10.0);
    return out;
  }();

  /// Of a word that has no class of its own.
  [[nodiscard]] std::uint8_t class_by_shape(std::string_view word) const;
};

/// Something a question can ask for beside its topic: a reason, an example, a comparison.
struct Intent {
  std::string id;
  std::string label;                    ///< as it stands in reports: "the reason"
  CategoryId asked = kNoCategory;       ///< phrases in the question
  std::vector<CategoryId> answered_by;  ///< phrases in the answer
};

/// A kind of position and the lexicon areas that belong to it.
struct JobRole {
  std::string id;
  CategoryId titles = kNoCategory;    ///< phrases in the position's title
  std::vector<std::uint32_t> areas;   ///< indices into Lexicon::areas
};

/// What is known of a word or stem beside how common it is.
enum class WordTrait : std::uint8_t { kFrames = 1, kGeneric = 2, kNegates = 4, kName = 8, kNumber = 16 };

struct Annotation;
class CompiledBank;

class CompiledRules {
 public:
  CompiledRules();
  ~CompiledRules();
  [[nodiscard]] CategoryId category(std::string_view name) const;
  [[nodiscard]] const std::string& category_name(CategoryId id) const { return categories[id]; }
  /// How telling a word is: 0 for words that everybody says, up to max_idf for words never seen in the background.
  [[nodiscard]] double idf(text::WordId stem) const { return stem < idf_of_stem.size() ? idf_of_stem[stem] : max_idf; }

  text::Vocabulary vocabulary;      ///< frozen after compilation
  text::PhraseTrie phrases;         ///< payload: CategoryId
  text::PhraseTrie concepts;        ///< payload: index into Lexicon::concepts
  std::vector<std::string> categories;
  text::Table<float> idf_of_stem;   ///< by WordId; max_idf where the background has no figure
  double max_idf = 0;
  text::Lists<text::WordId> context_of_concept;  ///< base ids, sorted; empty: needs no context
  text::Lists<text::WordId> gist_of_concept;     ///< telling stems of the gist, sorted
  Transitions transitions;
  std::vector<Intent> intents;
  text::Table<std::uint8_t> traits_of_word;  ///< by WordId: bits of WordTrait
  void mark(text::WordId word, WordTrait trait);
  [[nodiscard]] bool is(text::WordId word, WordTrait trait) const { return word < traits_of_word.size() && (traits_of_word[word] & static_cast<std::uint8_t>(trait)) != 0; }
  /// Words that frame a question and say nothing of its topic.
  [[nodiscard]] bool frames(text::WordId stem) const { return is(stem, WordTrait::kFrames); }
  /// Words that fit any subject and tell nothing of one.
  [[nodiscard]] bool is_generic(text::WordId stem) const { return is(stem, WordTrait::kGeneric); }
  text::FlatMap<text::WordId, std::uint32_t> synonyms_of;  ///< stem to index into synonyms
  text::Lists<text::WordId> synonyms;                      ///< sorted stems
  /// Sorted; none when the stem has none.
  [[nodiscard]] std::span<const text::WordId> synonyms_with(text::WordId stem) const;
  /// "not", "without"
  [[nodiscard]] bool negates(text::WordId word) const { return is(word, WordTrait::kNegates); }
  /// "three", "dozen", "half"
  [[nodiscard]] bool is_number_word(text::WordId word) const { return is(word, WordTrait::kNumber); }
  /// "CI/CD": a concept has this name, which holds no blank.
  [[nodiscard]] bool is_name(std::string_view name) const;
  std::vector<JobRole> roles;
  struct Called {
    text::WordId word = text::kNoWord;
    std::uint32_t concept_index = 0;
  };
  /// The concepts whose name is this word in some case, in their order.
  [[nodiscard]] std::span<const Called> called(std::string_view word) const;
  text::Table<Called> concepts_of_one_word;    ///< those whose name holds no blank, by the folded name
  text::Table<std::uint32_t> area_of_concept;  ///< index into Lexicon::areas
  FactBook facts;
  JobWords job;
  std::vector<bool> area_is_everywhere;        ///< areas that belong to every position and tell nothing of the field
  std::vector<CompiledBank> banks;             ///< parallel to RuleBook::banks()

  template <typename Archive>
  void archive(Archive& a) {
    a(vocabulary, phrases, concepts, categories, idf_of_stem, max_idf, context_of_concept, gist_of_concept, transitions, intents, traits_of_word, synonyms_of, synonyms,
      roles, concepts_of_one_word, area_of_concept, facts, job, area_is_everywhere, banks);
  }
};

/// One turn's text with everything that was found in it.
struct Annotation {
  text::TokenizedText text;
  std::vector<text::PhraseMatch> phrases;   ///< payload CategoryId, by first token
  std::vector<text::PhraseMatch> concepts;  ///< payload concept index, by first token, not overlapping
};

/// Tokens, phrases, concepts and names of a text, whose new words go into the vocabulary.
Annotation annotate(const CompiledRules& rules, text::Vocabulary& vocabulary, std::string_view text);
/// Tokens and concepts only, for texts that nobody speaks.
Annotation annotate_concepts(const CompiledRules& rules, text::Vocabulary& vocabulary, std::string_view text);

/// The annotations of all turns and the words of this interview.
class AnnotatedTurns {
 public:
  AnnotatedTurns(const CompiledRules& rules, const std::vector<Turn>& turns);
  [[nodiscard]] const Annotation& turn(std::size_t i) const { return turns_[i]; }
  [[nodiscard]] const text::Vocabulary& vocabulary() const { return vocabulary_; }
  /// Annotates a text that is no turn (position, job description, the asking sentences alone).
  Annotation annotate(std::string_view text);

 private:
  const CompiledRules& rules_;
  text::Vocabulary vocabulary_;
  std::vector<Annotation> turns_;
};

}  // namespace te
