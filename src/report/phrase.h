// phrase.h: a piece of a question while a title is made of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/utf8.h"
#include "text/phrasing.h"

namespace te::report {

/// A text that phrasings are taken off. They are written in lower case and see its lower-case form.
class Phrase {
 public:
  explicit Phrase(std::string text) : text_(std::move(text)), lower_(text::in_lower_case(text_)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& lower() const { return lower_; }
  [[nodiscard]] std::size_t size() const { return text_.size(); }

  /// As it stands in the text.
  [[nodiscard]] std::string_view piece(const text::Phrasing::Piece& piece) const { return std::string_view(text_).substr(piece.begin, piece.end - piece.begin); }

  void put(std::size_t first, std::size_t size, const std::string& by) {
    text_.replace(first, size, by);
    lower_.replace(first, size, text::in_lower_case(by));
  }
  void erase(std::size_t first, std::size_t size) { put(first, size, {}); }
  void erase(const text::Phrasing::Piece& piece) { erase(piece.begin, piece.end - piece.begin); }
  void resize(std::size_t size) { erase(size, text_.size() - size); }

 private:
  std::string text_;
  std::string lower_;
};

}  // namespace te::report
