// json_text.h: JSON as it is written.
//
// Is:      a value that is its own text. What nlohmann/json holds as a tree of nodes is written down as it is listed:
//          results are several times as long as the interviews that they are of, and nobody looks into them before they are
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
  class Value;
  class Items;
  class Members;

  /// An object.
  Json(std::initializer_list<Member> members);
  template <typename T>
    requires(!std::same_as<T, Json> && !std::same_as<T, Value> && std::constructible_from<Value, const T&>)
  Json(const T& value) : Json(Value(value)) {}
  Json(const Value& value);

  static Json array();
  static Json object();

  void push_back(const Value& value);
  /// Adds a member; its name must be new.
  void set(std::string_view name, const Value& value);
  /// An array or object without anything in it.
  [[nodiscard]] bool empty() const { return text_.size() == 2; }

  /// On one line.
  [[nodiscard]] const std::string& text() const& { return text_; }
  [[nodiscard]] std::string text() && { return std::move(text_); }
  /// On many lines, indented by two blanks.
  [[nodiscard]] std::string indented() const;

 private:
  std::string text_;
};

/// Where the items of an array are written, one after the other.
class Json::Items {
 public:
  explicit Items(std::string& out) : out_(out) {}
  void operator()(const Value& value);

 private:
  std::string& out_;
  bool any_ = false;
};

/// Where the members of an object are written whose names are not known before.
class Json::Members {
 public:
  explicit Members(std::string& out) : out_(out) {}
  /// The name must be new.
  void operator()(std::string_view name, const Value& value);

 private:
  std::string& out_;
  bool any_ = false;
};

/// What becomes part of a Json: looked at while that is written, never kept, so that no part is copied first.
/// Is for arguments only: it must not outlive the expression in which it is made.
class Json::Value {
 public:
  Value(std::nullptr_t) : kind_(Kind::kLiteral), text_("null") {}
  Value(bool value) : kind_(Kind::kLiteral), text_(value ? "true" : "false") {}
  /// The shortest digits that give the same number, with a decimal point; null for what is no number.
  Value(double value) : kind_(Kind::kNumber), number_(value) {}
  template <std::signed_integral T>
  Value(T value) : kind_(Kind::kSigned), signed_(value) {}
  template <std::unsigned_integral T>
  Value(T value) : kind_(Kind::kUnsigned), unsigned_(value) {}
  Value(std::string_view text) : kind_(Kind::kString), text_(text) {}
  Value(const std::string& text) : Value(std::string_view(text)) {}
  Value(const char* text) : Value(std::string_view(text)) {}
  template <std::same_as<Json> T>  // what could become a Json is no Json
  Value(const T& json) : kind_(Kind::kLiteral), text_(json.text_) {}
  Value(std::initializer_list<Member> members) : kind_(Kind::kObject), members_(members) {}
  template <typename T>
  Value(const std::vector<T>& values) : kind_(Kind::kArray), content_{&values, &append_items<T>} {}
  /// An array of what the function gives to the items, or an object of what it gives to the members.
  template <std::invocable<Items&> F>
  Value(const F& write) : kind_(Kind::kArray), content_{&write, &call<F, Items>} {}
  template <std::invocable<Members&> F>
  Value(const F& write) : kind_(Kind::kMembers), content_{&write, &call<F, Members>} {}
  template <typename T>
  Value(const std::optional<T>& value) : Value(value ? Value(*value) : Value(nullptr)) {}

  void append_to(std::string& out) const;
  /// True for arrays and objects.
  [[nodiscard]] bool holds_others() const { return kind_ >= Kind::kObject; }

 private:
  enum class Kind : std::uint8_t { kLiteral, kString, kNumber, kSigned, kUnsigned, kObject, kMembers, kArray };
  /// What is between brackets.
  struct Content {
    const void* from;
    void (*append)(const void* from, std::string& out);
  };

  template <typename T>
  static void append_items(const void* from, std::string& out) {
    Items items(out);
    for (const T& value : *static_cast<const std::vector<T>*>(from)) items(value);
  }
  template <typename F, typename Parts>
  static void call(const void* from, std::string& out) {
    Parts parts(out);
    (*static_cast<const F*>(from))(parts);
  }

  Kind kind_;
  union {
    std::string_view text_;
    double number_;
    std::int64_t signed_;
    std::uint64_t unsigned_;
    std::initializer_list<Member> members_;
    Content content_;
  };
};

struct Json::Member {
  /// A literal of letters, digits and "_": the compiler sees to it, so that no name is looked through while it is written.
  struct Name {
    consteval Name(const char* literal) : text(literal) {
      for (const char c : text) {
        if (c != '_' && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) throw "not the name of a member";
      }
    }
    std::string_view text;
  };

  Name name;
  Value value;
};

/// Null for an empty text.
inline std::optional<std::string_view> text_or_null(std::string_view text) { return text.empty() ? std::nullopt : std::optional(text); }

}  // namespace te::report
