#include "parse/speakers.h"

#include <algorithm>
#include <array>
#include <set>

#include "text/utf8.h"

namespace te::parse {

std::string speaker_key(std::string_view name) {
  std::string key = text::folded(name);
  constexpr std::array<std::string_view, 10> kTitles = {"dr. ", "dr ", "mr. ", "mr ", "mrs. ", "mrs ", "ms. ", "ms ", "prof. ", "prof "};
  constexpr std::size_t kLongestTitle = 6;
  if (key.find(' ') < kLongestTitle) {
    const auto title = std::find_if(kTitles.begin(), kTitles.end(), [&](std::string_view t) { return key.starts_with(t); });
    if (title != kTitles.end()) key.erase(0, title->size());
  }
  while (!key.empty() && (key.back() == '.' || key.back() == ' ')) key.pop_back();
  return key;
}

std::uint32_t Speakers::index_of(std::string_view label) {
  const auto [it, fresh] = index_.try_emplace(speaker_key(label), static_cast<std::uint32_t>(labels_.size()));
  if (fresh) labels_.emplace_back(label);
  return it->second;
}

namespace {

/// True for "Mills" and "Anna Mills", and for "Anna" and "Anna Mills".
bool is_part_of(std::string_view word, std::string_view name) {
  if (word.size() + 1 >= name.size()) return false;
  const bool last = name.substr(name.size() - word.size()) == word && name[name.size() - word.size() - 1] == ' ';
  const bool first = name.substr(0, word.size()) == word && name[word.size()] == ' ';
  return last || first;
}

}  // namespace

void unite_short_names(Transcript& transcript) {
  const std::size_t n = transcript.speakers.size();
  // A call has a handful of people; a text with more labels than this has no short names worth the search.
  constexpr std::size_t kMost = 50;
  if (n < 3 || n > kMost) return;
  std::set<std::pair<std::uint32_t, std::uint32_t>> talk_to_each_other;
  for (std::size_t i = 1; i < transcript.turns.size(); ++i) {
    const auto [low, high] = std::minmax(transcript.turns[i - 1].speaker, transcript.turns[i].speaker);
    talk_to_each_other.emplace(low, high);
  }
  std::vector<std::string> keys;
  std::vector<std::uint32_t> becomes(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    keys.push_back(speaker_key(transcript.speakers[i]));
    becomes[i] = i;
  }
  for (std::uint32_t i = 0; i < n; ++i) {
    if (keys[i].empty() || keys[i].find(' ') != std::string::npos) continue;
    std::vector<std::uint32_t> whole;
    for (std::uint32_t k = 0; k < n; ++k) {
      if (is_part_of(keys[i], keys[k])) whole.push_back(k);
    }
    if (whole.size() == 1 && talk_to_each_other.count(std::minmax(i, whole.front())) == 0) becomes[i] = whole.front();
  }
  for (Turn& turn : transcript.turns) turn.speaker = becomes[turn.speaker];
}

}  // namespace te::parse
