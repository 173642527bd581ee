// phrase.h: a piece of a question while a title is made of it.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <re2/re2.h>

#include "text/utf8.h"

namespace te::report {

/// Byte for byte.
inline std::string in_lower_case(std::string s) {
  for (char& c : s) c = text::is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return s;
}

/// A text that patterns are taken off. They are written in lower case and see its lower-case form: for patterns that ignore
/// case RE2 needs twice as long, and it needs longer to compile them than an interview needs to be evaluated.
class Phrase {
 public:
  explicit Phrase(std::string text) : text_(std::move(text)), lower_(in_lower_case(text_)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& lower() const { return lower_; }
  [[nodiscard]] std::size_t size() const { return text_.size(); }

  /// What `form` makes of the first match: "\\1" is its first group, as it stands in the text.
  [[nodiscard]] std::optional<std::string> extract(const RE2& pattern, re2::StringPiece form) const {
    const auto groups = match(pattern, 0);
    return groups ? std::optional(rewritten(pattern, form, *groups)) : std::nullopt;
  }

  void put(std::size_t first, std::size_t size, const std::string& by) {
    text_.replace(first, size, by);
    lower_.replace(first, size, in_lower_case(by));
  }
  void erase(std::size_t first, std::size_t size) { put(first, size, {}); }
  void resize(std::size_t size) { erase(size, text_.size() - size); }

  /// True when there was a match.
  bool replace(const RE2& pattern, re2::StringPiece form) { return replace_from(pattern, form, 0).has_value(); }
  void replace_all(const RE2& pattern, re2::StringPiece form) {
    for (std::optional<std::size_t> at = 0; at && *at <= text_.size();) at = replace_from(pattern, form, *at);
  }

 private:
  static constexpr int kGroups = 6;
  using Groups = std::array<re2::StringPiece, kGroups>;

  [[nodiscard]] std::optional<Groups> match(const RE2& pattern, std::size_t from) const {
    Groups groups;
    if (!pattern.Match(lower_, from, lower_.size(), RE2::UNANCHORED, groups.data(), std::min(kGroups, 1 + pattern.NumberOfCapturingGroups()))) return std::nullopt;
    return groups;
  }

  [[nodiscard]] std::string rewritten(const RE2& pattern, re2::StringPiece form, Groups groups) const {
    for (re2::StringPiece& group : groups) {
      if (group.data() != nullptr) group = re2::StringPiece(text_.data() + (group.data() - lower_.data()), group.size());
    }
    std::string out;
    pattern.Rewrite(&out, form, groups.data(), kGroups);
    return out;
  }

  /// The end of what was put there.
  std::optional<std::size_t> replace_from(const RE2& pattern, re2::StringPiece form, std::size_t from) {
    const auto groups = match(pattern, from);
    if (!groups) return std::nullopt;
    const auto first = static_cast<std::size_t>((*groups)[0].data() - lower_.data());
    const std::string by = rewritten(pattern, form, *groups);
    put(first, (*groups)[0].size(), by);
    return first + by.size();
  }

  std::string text_;
  std::string lower_;
};

}  // namespace te::report
