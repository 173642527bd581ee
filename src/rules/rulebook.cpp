#include "transcript_eval/rulebook.h"

#include <algorithm>
#include <array>

#include "rules/compiled.h"
#include "rules/compiled_bank.h"
#include "rules/image.h"
#include "rules/json_reader.h"
#include "rules/load_advice.h"
#include "rules/load_bank.h"
#include "rules/load_facts.h"
#include "rules/load_job.h"
#include "rules/load_lexicon.h"
#include "rules/load_rubric.h"
#include "rules/text_pool.h"
#include "text/hash.h"

namespace te {
namespace {

bool below(const DataFile& file, std::string_view directory) { return file.path.compare(0, directory.size(), directory) == 0; }

/// Number words that measure something: "three weeks", "half of them". "One" is rather a pronoun.
constexpr std::array<std::string_view, 15> kNumberWords = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "hundred", "thousand", "million", "twice", "half"};

/// Loads the files in the order in which they depend on each other.
class Loader {
 public:
  Loader(std::span<const DataFile> files, const RuleBookOptions& options) : options_(options) {
    lexicon_.texts = std::make_shared<TextPool>();
    for (const DataFile& file : files) files_.push_back(&file);
    std::sort(files_.begin(), files_.end(), [](const DataFile* a, const DataFile* b) { return a->path < b->path; });
  }

  Result<RuleBookPtr> run() {
    lexicon();
    Rubric rubric = load_rubric();
    std::vector<Bank> banks = load_banks();
    if (!errors_.ok()) return tl::unexpected(errors_.first());
    for (const std::string_view word : kNumberWords) compiled_->mark(compiled_->vocabulary.intern(word), WordTrait::kNumber);
    compiled_->transitions.classify(compiled_->vocabulary);
    for (const Bank& bank : banks) compiled_->banks.emplace_back(bank, *compiled_, rubric.bank.frame_weight);
    compiled_->transitions.classify(compiled_->vocabulary);  // words of the banks
    return std::make_shared<const RuleBook>(std::move(rubric), std::move(lexicon_), std::move(banks), std::move(compiled_));
  }

 private:
  template <typename Read>
  void each(std::string_view directory, Read read, bool required = true) {
    bool any = false;
    for (const DataFile* file : files_) {
      if (!below(*file, directory)) continue;
      any = true;
      const rules::JsonValue root = rules::parse_json(file->path, file->content, errors_);
      if (!errors_.ok()) return;
      read(root, file->path);
      lexicon_bytes_ += file->content;
    }
    if (!any && required) errors_.add(std::string(directory), 0, "the data directory holds no such file", "--data must name a directory like the project's data/");
  }

  void lexicon() {
    each("lexicon/background.json", [&](const auto& root, const auto& path) { rules::read_background(root, path, *compiled_, errors_); });
    each("lexicon/transitions.json", [&](const auto& root, const auto& path) { rules::read_transitions(root, path, *compiled_, errors_); });
    each("lexicon/phrases/", [&](const auto& root, const auto& path) { rules::read_phrases(root, path, *compiled_, errors_); });
    each("lexicon/intents.json", [&](const auto& root, const auto& path) { rules::read_intents(root, path, *compiled_, errors_); });
    std::vector<rules::ConceptSource> sources;
    each("lexicon/concepts/", [&](const auto& root, const auto& path) { rules::read_concepts(root, path, lexicon_, sources, errors_); });
    if (errors_.ok()) rules::finish_lexicon(lexicon_, sources, *compiled_, errors_);
    each("lexicon/roles.json", [&](const auto& root, const auto& path) { rules::read_roles(root, path, lexicon_, *compiled_, errors_); });
    each("lexicon/synonyms.json", [&](const auto& root, const auto& path) { rules::read_synonyms(root, path, *compiled_, errors_); }, false);
    each("lexicon/job.json", [&](const auto& root, const auto& path) { rules::read_job_words(root, path, *compiled_, errors_); });
    each("lexicon/claims.json", [&](const auto& root, const auto& path) { rules::read_claim_marks(root, path, *compiled_, errors_); });
    each("lexicon/advice.json", [&](const auto& root, const auto& path) { rules::read_advice(root, path, lexicon_, errors_); }, false);
    each("lexicon/wording.json", [&](const auto& root, const auto& path) { rules::read_wording(root, path, *compiled_, errors_); });
    const rules::ConceptIndex concepts = rules::index_concepts(lexicon_);
    rules::FactNumbers numbers;
    each("lexicon/facts/", [&](const auto& root, const auto& path) { rules::read_facts(root, path, concepts, numbers, lexicon_, *compiled_, errors_); });
    rules::finish_facts(numbers, *compiled_);
    compiled_->phrases.settle();
    lexicon_.sha256 = text::sha256_hex(lexicon_bytes_);
  }

  Rubric load_rubric() {
    const DataFile* file = options_.rubric ? &*options_.rubric : nullptr;
    for (const DataFile* candidate : files_) {
      if (file == nullptr && candidate->path == "rubrics/default.json") file = candidate;
    }
    if (file == nullptr) {
      errors_.add("rubrics/default.json", 0, "the default rubric is missing");
      return {};
    }
    const rules::JsonValue root = rules::parse_json(file->path, file->content, errors_);
    if (!errors_.ok()) return {};
    Rubric rubric = rules::read_rubric(root, file->path, *compiled_, errors_);
    rubric.sha256 = text::sha256_hex(file->content);
    return rubric;
  }

  std::vector<Bank> load_banks() {
    std::vector<Bank> out;
    const auto load = [&](const DataFile& file, bool given) {
      if (!errors_.ok()) return;
      const rules::JsonValue root = rules::parse_json(file.path, file.content, errors_);
      if (!errors_.ok()) return;
      out.push_back(rules::read_bank(root, file.path, errors_));
      out.back().sha256 = text::sha256_hex(file.content);
      out.back().given = given;
    };
    if (options_.bank) load(*options_.bank, true);
    for (const DataFile* file : files_) {
      if (below(*file, "banks/")) load(*file, false);
    }
    return out;
  }

  const RuleBookOptions& options_;
  std::vector<const DataFile*> files_;
  rules::DataErrors errors_;
  Lexicon lexicon_;
  std::string lexicon_bytes_;
  std::unique_ptr<CompiledRules> compiled_ = std::make_unique<CompiledRules>();
};

}  // namespace

std::string_view sign_name(Sign sign) {
  switch (sign) {
    case Sign::kTopic: return "topic";
    case Sign::kWording: return "wording";
    case Sign::kPhrasing: return "phrasing";
    case Sign::kOpening: return "opening";
    case Sign::kIntent: return "intent";
    case Sign::kField: return "field";
    case Sign::kContext: return "context";
    case Sign::kOpen: return "open";
    case Sign::kBrevity: return "brevity";
  }
  return "brevity";
}

std::string_view type_name(QuestionType type) {
  switch (type) {
    case QuestionType::kIntroduction: return "introduction";
    case QuestionType::kProject: return "project";
    case QuestionType::kTechnical: return "technical";
    case QuestionType::kCoding: return "coding";
    case QuestionType::kBehavioral: return "behavioral";
    case QuestionType::kFollowUp: return "follow_up";
    case QuestionType::kClosing: return "closing";
  }
  return "technical";
}

std::size_t Rubric::criterion_index(std::string_view name) const {
  const auto it = std::find_if(criteria.begin(), criteria.end(), [&](const Criterion& c) { return c.name == name; });
  return static_cast<std::size_t>(it - criteria.begin());
}

std::string_view Rubric::profile(double overall_raw, bool scored) const {
  if (!scored) return "not scored";
  for (const auto& [name, at_least] : profiles) {
    if (overall_raw >= at_least) return name;
  }
  return "not scored";
}

RuleBook::RuleBook(Rubric rubric, Lexicon lexicon, std::vector<Bank> banks, std::unique_ptr<CompiledRules> compiled)
    : rubric_(std::move(rubric)), lexicon_(std::move(lexicon)), banks_(std::move(banks)), compiled_(std::move(compiled)) {}
RuleBook::~RuleBook() = default;

RuleBookPtr built_in_rulebook() {
  const std::string_view image = rules::embedded_image();
  return image.empty() ? build_rulebook(embedded_data(), {}).value() : rules::read_image(image);
}

Result<RuleBookPtr> build_rulebook(std::span<const DataFile> files, const RuleBookOptions& options) { return Loader(files, options).run(); }

}  // namespace te
