#include "text/vocabulary.h"

#include <algorithm>
#include <cstring>

#include <libstemmer.h>

#include "text/utf8.h"

namespace te::text {
namespace {

template <typename Number>
std::uint64_t number_at(const char* bytes) {
  Number out;
  std::memcpy(&out, bytes, sizeof out);
  return out;
}

/// All bytes of a word of one to eight as a number, some of them twice: reading just so many would take a call.
std::uint64_t up_to_eight(const char* bytes, std::size_t size) {
  if (size >= 4) return number_at<std::uint32_t>(bytes) << 32 | number_at<std::uint32_t>(bytes + size - 4);
  return number_at<std::uint8_t>(bytes) << 16 | number_at<std::uint8_t>(bytes + size / 2) << 8 | number_at<std::uint8_t>(bytes + size - 1);
}

/// All bytes of a word that is that short, the first ones of another: words of one size and begin need be compared no further
/// unless they are longer.
inline std::uint64_t begin_of(std::string_view word) {
  return word.empty() ? 0 : up_to_eight(word.data(), std::min(word.size(), sizeof(std::uint64_t)));
}

inline std::uint32_t hash_of_word(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
  constexpr std::size_t kEight = sizeof(std::uint64_t);
  std::uint64_t hash = word.size();
  const auto mix = [&](std::uint64_t bytes) {
    hash = (hash ^ bytes) * kFactor;
    hash ^= hash >> 32;
  };
  for (; word.size() > kEight; word.remove_prefix(kEight)) mix(number_at<std::uint64_t>(word.data()));
  if (!word.empty()) mix(up_to_eight(word.data(), word.size()));
  return static_cast<std::uint32_t>(hash);
}

}  // namespace

void Vocabulary::StemmerDeleter::operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }

Vocabulary::Vocabulary() = default;
Vocabulary::Vocabulary(const Vocabulary* below) : below_(below), first_(below->size()) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;

std::string_view Vocabulary::text(WordId id) const {
  const Vocabulary& layer = layer_of(id);
  const Word& word = layer.words_[id - layer.first_];
  return {layer.text_.begin() + word.begin, word.size};
}

WordId Vocabulary::find_here(std::string_view folded, std::uint32_t hash) const {
  if (slots_.empty()) return kNoWord;
  const std::uint64_t begin = begin_of(folded);
  const std::uint32_t mask = slots_.size() - 1;
  for (std::uint32_t i = hash & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.id == kNoWord) return kNoWord;
    if (slot.hash != hash) continue;
    const Word& word = words_[slot.id - first_];
    if (word.size != folded.size() || word.begins_with != begin) continue;
    if (word.size <= sizeof begin || std::memcmp(text_.begin() + word.begin, folded.data(), folded.size()) == 0) return slot.id;
  }
}

WordId Vocabulary::find(std::string_view folded) const { return find(folded, hash_of_word(folded)); }

std::uint32_t Vocabulary::approach(std::string_view folded) const {
  const std::uint32_t hash = hash_of_word(folded);
  if (below_ != nullptr && !below_->slots_.empty()) __builtin_prefetch(&below_->slots_[hash & (below_->slots_.size() - 1)]);
  return hash;
}

void Vocabulary::fetch(std::uint32_t hash) const {
  if (below_ == nullptr || below_->slots_.empty()) return;
  const std::uint32_t mask = below_->slots_.size() - 1;
  std::uint32_t i = hash & mask;
  while (below_->slots_[i].hash != hash && below_->slots_[i].id != kNoWord) i = (i + 1) & mask;
  if (below_->slots_[i].id != kNoWord) __builtin_prefetch(&below_->words_[below_->slots_[i].id - below_->first_]);
}

WordId Vocabulary::intern(std::string_view folded) { return intern(folded, hash_of_word(folded)); }

WordId Vocabulary::intern(std::string_view folded, std::uint32_t hash) {
  const WordId known = find(folded, hash);
  return known != kNoWord ? known : add(folded, hash);
}

void Vocabulary::place(Slot slot) {
  std::uint32_t i = slot.hash & (slots_.size() - 1);
  while (slots_[i].id != kNoWord) i = (i + 1) & (slots_.size() - 1);
  slots_.at(i) = slot;
}

WordId Vocabulary::append(std::string_view folded, std::uint32_t hash) {
  const WordId id = size();
  words_.push_back({begin_of(folded), text_.size(), static_cast<std::uint32_t>(folded.size()), {id, id}});
  text_.append(folded);
  if (3 * words_.size() > 2 * slots_.size()) {
    const Table<Slot> before = std::exchange(slots_, {});
    slots_.resize(before.empty() ? 64 : 2 * before.size(), {});
    for (const Slot& slot : before) {
      if (slot.id != kNoWord) place(slot);
    }
  }
  place({hash, id});
  return id;
}

WordId Vocabulary::add(std::string_view folded, std::uint32_t hash) {
  const WordId id = append(folded, hash);
  const std::string base = base_form(folded);
  if (base != folded) {
    const WordId base_id = intern(base);
    words_.at(id - first_).forms.base = base_id;
  }
  const std::string stem = stem_of(words_[id - first_].forms.base == id ? folded : std::string_view(base));
  if (stem != folded) {
    // A stem is its own stem: stemming "organis" again must not lead elsewhere.
    const std::uint32_t stem_hash = hash_of_word(stem);
    const WordId known = find(stem, stem_hash);
    const WordId stem_id = known != kNoWord ? known : append(stem, stem_hash);
    words_.at(id - first_).forms.stem = stem_id;
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
