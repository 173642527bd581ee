// json_reader.h: data files read strictly, with the line of every value.
//
// Is:      a JSON tree that remembers lines, and a reader that checks types and refuses unknown keys.
// Is not:  a JSON parser; nlohmann::json does that. Comments are allowed in data files.
// Errors:  the first problem is kept in DataErrors and everything after it reads as empty, so that loading code needs
//          no check after each field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/result.h"

namespace te::rules {

struct JsonMember;

struct JsonValue {
  enum class Kind : std::uint8_t { kNull, kBoolean, kNumber, kString, kArray, kObject };
  Kind kind = Kind::kNull;
  bool boolean = false;
  double number = 0;
  std::string text;
  std::vector<JsonValue> items;                               ///< of an array
  std::vector<JsonMember> members;                            ///< of an object, in file order
  std::uint32_t line = 0;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

class DataErrors {
 public:
  void add(const std::string& path, std::uint32_t line, std::string message, std::string hint = {});
  [[nodiscard]] bool ok() const { return !first_.has_value(); }
  [[nodiscard]] const Error& first() const { return *first_; }

 private:
  std::optional<Error> first_;
};

/// Parses a data file; a syntax error goes to `errors` with its line.
JsonValue parse_json(const std::string& path, const std::string& content, DataErrors& errors);

/// Reads the members of one object. Call done() when all known keys were asked for.
class ObjectReader {
 public:
  ObjectReader(const JsonValue& value, std::string path, DataErrors& errors);

  void schema(std::string_view name);                          ///< required "schema" with this value
  std::string string(std::string_view key);                    ///< required, not empty
  std::string string_or(std::string_view key, std::string fallback);
  double number(std::string_view key, double low, double high); ///< required, within [low, high]
  double number_or(std::string_view key, double fallback, double low, double high);
  std::vector<std::string> strings(std::string_view key);      ///< required
  std::vector<std::string> strings_or_none(std::string_view key);
  const std::vector<JsonValue>& array(std::string_view key);   ///< required
  const JsonValue* object(std::string_view key);               ///< required; nullptr after an error
  const JsonValue* find(std::string_view key);                 ///< nullptr when absent
  void fail(std::string message, std::string hint = {});
  /// Reports keys that nobody asked for.
  void done();
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::uint32_t line() const { return value_.line; }
  [[nodiscard]] DataErrors& errors() { return errors_; }

 private:
  const JsonValue* required(std::string_view key, JsonValue::Kind kind, std::string_view kind_name);
  std::vector<std::string> string_list(const JsonValue& value, std::string_view key);

  const JsonValue& value_;
  std::string path_;
  DataErrors& errors_;
  std::vector<std::string> asked_;
};

}  // namespace te::rules
