#include "text/vocabulary.h"

#include <libstemmer.h>

#include "text/utf8.h"

namespace te::text {

void Vocabulary::StemmerDeleter::operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }

Vocabulary::Vocabulary() = default;
Vocabulary::Vocabulary(const Vocabulary* below) : below_(below), first_(below->size()) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;

WordId Vocabulary::find(std::string_view folded) const {
  if (below_ != nullptr) {
    const WordId id = below_->find(folded);
    if (id != kNoWord) return id;
  }
  const auto it = ids_.find(folded);
  return it == ids_.end() ? kNoWord : it->second;
}

const WordInfo& Vocabulary::info(WordId id) const {
  const Vocabulary* layer = this;
  while (id < layer->first_) layer = layer->below_;
  return layer->words_[id - layer->first_];
}

WordId Vocabulary::intern(std::string_view folded) {
  const WordId known = find(folded);
  return known != kNoWord ? known : add(folded);
}

WordId Vocabulary::add(std::string_view folded) {
  const WordId id = size();
  words_.push_back(WordInfo{std::string(folded), id, id});
  ids_.emplace(words_.back().text, id);
  // Index, not reference: interning the forms below may add words.
  const std::size_t slot = words_.size() - 1;
  const std::string base = base_form(folded);
  if (base != folded) {
    const WordId base_id = intern(base);
    words_[slot].base = base_id;
  }
  const std::string stem = stem_of(words_[slot].base == id ? folded : std::string_view(base));
  if (stem != folded) {
    // A stem is its own stem: stemming "organis" again must not lead elsewhere.
    WordId stem_id = find(stem);
    if (stem_id == kNoWord) {
      stem_id = size();
      words_.push_back(WordInfo{stem, stem_id, stem_id});
      ids_.emplace(words_.back().text, stem_id);
    }
    words_[slot].stem = stem_id;
  }
  return id;
}

std::string Vocabulary::stem_of(std::string_view folded) {
  // Words with digits or signs (c++, k8s, gpt) have no English stem worth taking.
  if (folded.size() < 4) return std::string(folded);
  for (const char c : folded) {
    if (c < 'a' || c > 'z') return std::string(folded);
  }
  if (!stemmer_) stemmer_.reset(sb_stemmer_new("english", "UTF_8"));
  const auto* out = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(folded.data()),
                                    static_cast<int>(folded.size()));
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

std::string base_form(std::string_view w) {
  const auto ends = [&](std::string_view suffix) {
    return w.size() > suffix.size() && w.substr(w.size() - suffix.size()) == suffix;
  };
  if (ends("'s") && w.size() > 3 && w != "it's" && w != "that's" && w != "let's" && w != "what's" && w != "here's" &&
      w != "there's" && w != "who's" && w != "he's" && w != "she's") {
    w.remove_suffix(2);
  }
  // "cookie" meets the "cooky" of "cookies".
  if (w.size() > 3 && ends("ie")) return std::string(w.substr(0, w.size() - 2)) + "y";
  if (w == "apis" || w == "gpus" || w == "cpus" || w == "tpus" || w == "caches") return std::string(w.substr(0, w.size() - 1));
  if (w.size() < 4 || w.back() != 's' || !is_ascii_alpha(w[w.size() - 2])) return std::string(w);
  if (ends("ss") || ends("us") || ends("is") || ends("ous") || w == "this" || w == "does" || w == "always" ||
      w == "perhaps" || w == "rtos" || w == "canvas" || w == "sometimes" || w == "across" || w == "aws" || w == "https") {
    return std::string(w);
  }
  if (w.size() > 4 && ends("ies")) return std::string(w.substr(0, w.size() - 3)) + "y";
  if (w.size() > 4 && (ends("sses") || ends("xes") || ends("ches") || ends("shes") || ends("zzes"))) {
    return std::string(w.substr(0, w.size() - 2));
  }
  return std::string(w.substr(0, w.size() - 1));
}

}  // namespace te::text
