#include "rules/json_reader.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text/closest.h"

namespace te::rules {
namespace {

/// How far the parser has read.
struct Position {
  std::uint32_t line = 1;  ///< of the next character
  char last = '\0';
  /// The line of what was just read: a number is known to end only when the line end behind it is read.
  [[nodiscard]] std::uint32_t here() const { return last == '\n' ? line - 1 : line; }
};

/// An input iterator that counts the lines it has passed, so that the SAX handler can know where it is.
class LineCounter {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  LineCounter(const char* at, Position* position) : at_(at), position_(position) {}
  reference operator*() const { return *at_; }
  LineCounter& operator++() {
    position_->last = *at_;
    if (*at_ == '\n') ++position_->line;
    ++at_;
    return *this;
  }
  LineCounter operator++(int) {
    LineCounter before = *this;
    ++*this;
    return before;
  }
  bool operator==(const LineCounter& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  Position* position_;
};

/// Builds a JsonValue tree. Depth is bounded: data files are flat.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(const Position& position, std::string path, DataErrors& errors) : position_(position), path_(std::move(path)), errors_(errors) {}

  JsonValue root;

  bool null() override { return put({}) != nullptr; }
  bool boolean(bool v) override {
    JsonValue value;
    value.kind = JsonValue::Kind::kBoolean;
    value.boolean = v;
    return put(std::move(value)) != nullptr;
  }
  bool number_integer(number_integer_t v) override { return number(static_cast<double>(v)); }
  bool number_unsigned(number_unsigned_t v) override { return number(static_cast<double>(v)); }
  bool number_float(number_float_t v, const string_t&) override { return number(v); }
  bool string(string_t& v) override {
    JsonValue value;
    value.kind = JsonValue::Kind::kString;
    value.text = std::move(v);
    return put(std::move(value)) != nullptr;
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonValue::Kind::kObject); }
  bool start_array(std::size_t) override { return open(JsonValue::Kind::kArray); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& v) override {
    const auto& members = stack_.back()->members;
    const bool twice = std::any_of(members.begin(), members.end(), [&](const auto& m) { return m.name == v; });
    if (twice) errors_.add(path_, position_.here(), fmt::format("the key \"{}\" stands twice in one object", v));
    key_ = std::move(v);
    return !twice;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& e) override {
    std::string what = e.what();
    const auto detail = what.find("syntax error");
    errors_.add(path_, position_.here(), detail == std::string::npos ? what : what.substr(detail), "check the commas, quotes and brackets before this point");
    return false;
  }

 private:
  static constexpr std::size_t kMaxDepth = 32;

  bool number(double v) {
    JsonValue value;
    value.kind = JsonValue::Kind::kNumber;
    value.number = v;
    return put(std::move(value)) != nullptr;
  }
  JsonValue* put(JsonValue value) {
    value.line = position_.here();
    if (stack_.empty()) {
      root = std::move(value);
      return &root;
    }
    JsonValue& top = *stack_.back();
    if (top.kind == JsonValue::Kind::kArray) {
      top.items.push_back(std::move(value));
      return &top.items.back();
    }
    top.members.push_back({key_, std::move(value)});
    return &top.members.back().value;
  }
  bool open(JsonValue::Kind kind) {
    if (stack_.size() >= kMaxDepth) {
      errors_.add(path_, position_.here(), "brackets are nested too deeply");
      return false;
    }
    JsonValue value;
    value.kind = kind;
    stack_.push_back(put(std::move(value)));
    return true;
  }
  bool close() {
    stack_.pop_back();
    return true;
  }

  const Position& position_;
  std::string path_;
  DataErrors& errors_;
  std::vector<JsonValue*> stack_;
  std::string key_;
};

}  // namespace

void DataErrors::add(const std::string& path, std::uint32_t line, std::string message, std::string hint) {
  if (!first_) first_ = Error{ErrorCode::kBadData, std::move(message), path, line, std::move(hint)};
}

JsonValue parse_json(const std::string& path, const std::string& content, DataErrors& errors) {
  Position position;
  TreeBuilder builder(position, path, errors);
  const char* begin = content.data();
  nlohmann::json::sax_parse(LineCounter(begin, &position), LineCounter(begin + content.size(), &position), &builder,
                            nlohmann::json::input_format_t::json, true, /*ignore_comments=*/true);
  return std::move(builder.root);
}

ObjectReader::ObjectReader(const JsonValue& value, std::string path, DataErrors& errors)
    : value_(value), path_(std::move(path)), errors_(errors) {
  if (value_.kind != JsonValue::Kind::kObject) fail("an object {...} is expected here");
}

void ObjectReader::fail(std::string message, std::string hint) { errors_.add(path_, value_.line, std::move(message), std::move(hint)); }

const JsonValue* ObjectReader::find(std::string_view key) {
  asked_.emplace_back(key);
  for (const auto& [name, value] : value_.members) {
    if (name == key) return &value;
  }
  return nullptr;
}

const JsonValue* ObjectReader::required(std::string_view key, JsonValue::Kind kind, std::string_view kind_name) {
  const JsonValue* value = find(key);
  if (value == nullptr) {
    fail(fmt::format("the key \"{}\" is missing", key));
    return nullptr;
  }
  if (value->kind != kind) {
    errors_.add(path_, value->line, fmt::format("\"{}\" must be {}", key, kind_name));
    return nullptr;
  }
  return value;
}

void ObjectReader::schema(std::string_view name) {
  const std::string found = string("schema");
  if (errors_.ok() && found != name) errors_.add(path_, find("schema")->line, fmt::format("the schema is \"{}\", \"{}\" is needed here", found, name));
}

std::string ObjectReader::string(std::string_view key) {
  const JsonValue* value = required(key, JsonValue::Kind::kString, "a string");
  if (value != nullptr && value->text.empty()) errors_.add(path_, value->line, fmt::format("\"{}\" must not be empty", key));
  return value == nullptr ? std::string() : value->text;
}

std::string ObjectReader::string_or(std::string_view key, std::string fallback) {
  return find(key) == nullptr ? fallback : string(key);
}

double ObjectReader::number(std::string_view key, double low, double high) {
  const JsonValue* value = required(key, JsonValue::Kind::kNumber, "a number");
  if (value == nullptr) return low;
  if (value->number < low || value->number > high) {
    errors_.add(path_, value->line, fmt::format("\"{}\" is {}, but must lie between {} and {}", key, value->number, low, high));
  }
  return value->number;
}

double ObjectReader::number_or(std::string_view key, double fallback, double low, double high) {
  return find(key) == nullptr ? fallback : number(key, low, high);
}

std::vector<std::string> ObjectReader::string_list(const JsonValue& value, std::string_view key) {
  std::vector<std::string> out;
  out.reserve(value.items.size());
  for (const JsonValue& item : value.items) {
    if (item.kind != JsonValue::Kind::kString || item.text.empty()) {
      errors_.add(path_, item.line, fmt::format("\"{}\" must hold strings that are not empty", key));
    }
    out.push_back(item.text);
  }
  return out;
}

std::vector<std::string> ObjectReader::strings(std::string_view key) {
  const JsonValue* value = required(key, JsonValue::Kind::kArray, "an array of strings");
  return value == nullptr ? std::vector<std::string>() : string_list(*value, key);
}

std::vector<std::string> ObjectReader::strings_or_none(std::string_view key) {
  return find(key) == nullptr ? std::vector<std::string>() : strings(key);
}

const std::vector<JsonValue>& ObjectReader::array(std::string_view key) {
  static const std::vector<JsonValue> kNone;
  const JsonValue* value = required(key, JsonValue::Kind::kArray, "an array");
  return value == nullptr ? kNone : value->items;
}

const JsonValue* ObjectReader::object(std::string_view key) { return required(key, JsonValue::Kind::kObject, "an object"); }

void ObjectReader::done() {
  for (const auto& [name, value] : value_.members) {
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    const auto near = text::closest(name, asked_);
    errors_.add(path_, value.line, fmt::format("unknown key \"{}\"", name), near ? fmt::format("did you mean \"{}\"?", *near) : std::string());
    return;
  }
}

}  // namespace te::rules
