// json_tree.h: a JSON text as a tree that knows where its strings stand.
//
// Is:      nlohmann's reader, with the place of each string in the source beside its value.
// Bounds:  depth and number of values; more is an error, so that hostile input costs no more than a large interview.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/source.h"

namespace te::parse {

struct JsonNode {
  enum class Kind : std::uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };
  Kind kind = Kind::kNull;
  std::string key;                ///< of a member of an object
  std::string text;               ///< of a string
  double value = 0;               ///< of a number
  Span span;                      ///< of a string: between its quotes, in the source
  std::vector<JsonNode> children; ///< items of an array, members of an object

  [[nodiscard]] bool is_array() const { return kind == Kind::kArray; }
  [[nodiscard]] bool is_object() const { return kind == Kind::kObject; }
  [[nodiscard]] bool is_string() const { return kind == Kind::kString; }
  /// The member of this name; a null node when there is none, or when this is no object.
  [[nodiscard]] const JsonNode& operator[](std::string_view name) const;
  /// A number, also one that is written as a string.
  [[nodiscard]] std::optional<double> number() const;
  /// A string, or a number as a whole number: "A", "0".
  [[nodiscard]] std::string name() const;
};

struct JsonDocument {
  JsonNode root;
  std::optional<Error> error;  ///< why it could not be read
};

/// True for a text that begins with an object, or with an array of objects.
bool looks_like_json(std::string_view text);

JsonDocument read_json(const SourceText& source);

}  // namespace te::parse
