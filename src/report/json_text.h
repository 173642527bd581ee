// json_text.h: JSON as it is written.
//
// Is:      a value that is its own text. What nlohmann/json holds as a tree of nodes is composed bottom-up as strings:
//          results are nine times as long as the interviews that they are of, and nobody looks into them before they are
//          printed (docs/performance.md has the figures).
// Is not:  for reading JSON.
// Input:   strings must be valid UTF-8, as the texts of a SourceText are.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace te::report {

class Json {
 public:
  struct Member;

  Json(std::nullptr_t) : text_("null") {}
  Json(bool value) : text_(value ? "true" : "false") {}
  /// The shortest digits that give the same number, with a decimal point; null for what is no number.
  Json(double value);
  template <std::integral T>
  Json(T value) : text_(std::to_string(value)) {}
  Json(std::string_view text);
  Json(const std::string& text) : Json(std::string_view(text)) {}
  Json(const char* text) : Json(std::string_view(text)) {}
  template <typename T>
  Json(const std::vector<T>& values) : Json(array()) {
    for (const T& value : values) push_back(Json(value));
  }
  template <typename T>
  Json(const std::optional<T>& value) : Json(value ? Json(*value) : Json(nullptr)) {}
  /// An object.
  Json(std::initializer_list<Member> members);

  static Json array();
  static Json object();

  void push_back(const Json& value);
  /// Adds a member; its name must be new.
  void set(std::string_view name, const Json& value);
  /// An array or object without anything in it.
  [[nodiscard]] bool empty() const { return text_.size() == 2; }

  /// On one line.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// On many lines, indented by two blanks.
  [[nodiscard]] std::string indented() const;

 private:
  void append_name(std::string_view name);

  std::string text_;
};

struct Json::Member {
  std::string_view name;
  Json value;
};

/// Null for an empty text.
inline Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace te::report
