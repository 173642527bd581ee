#include "parse/json_tree.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace te::parse {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostValues = 2'000'000;

/// Walks over the text and tells how far it has come, which the reader itself does not.
struct Cursor {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at = nullptr;
  const char** seen = nullptr;

  reference operator*() const { return *at; }
  Cursor& operator++() {
    *seen = ++at;
    return *this;
  }
  Cursor operator++(int) {
    Cursor before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at == b.at; }
};

class TreeBuilder : public nlohmann::json_sax<Json> {
 public:
  TreeBuilder(const SourceText& source, JsonDocument& out) : source_(source), out_(out), seen_(source.text().data()) {}

  void run() {
    const std::string_view all = source_.text();
    const bool read = Json::sax_parse(Cursor{all.data(), &seen_}, Cursor{all.data() + all.size(), &seen_}, this);
    if (!read && !out_.error) fail("the JSON cannot be read", "");
    if (out_.error) out_.root = {};
  }

  bool null() override { return add({}); }
  bool boolean(bool) override { return add(node(JsonNode::Kind::kBool)); }
  bool number_integer(number_integer_t value) override { return number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) override { return number(value); }
  bool binary(binary_t&) override { return false; }
  bool string(string_t& value) override {
    JsonNode string = node(JsonNode::Kind::kString);
    string.text = std::move(value);
    string.span = last_string();
    return add(std::move(string));
  }
  bool key(string_t& value) override {
    key_ = std::move(value);
    return true;
  }
  bool start_object(std::size_t) override { return open(JsonNode::Kind::kObject); }
  bool start_array(std::size_t) override { return open(JsonNode::Kind::kArray); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    const bool cut = seen_ >= source_.text().data() + source_.text().size();
    return fail(cut ? "the JSON ends before it is complete" : "this is not valid JSON", cut ? "the file seems to be cut off; export it again" : "check the text around this line");
  }

 private:
  static JsonNode node(JsonNode::Kind kind) {
    JsonNode out;
    out.kind = kind;
    return out;
  }

  bool number(double value) {
    JsonNode number = node(JsonNode::Kind::kNumber);
    number.value = value;
    return add(std::move(number));
  }

  bool fail(std::string message, std::string hint) {
    const std::string_view all = source_.text();
    const auto at = static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(seen_ - all.data(), static_cast<std::ptrdiff_t>(all.size())));
    out_.error = Error{ErrorCode::kBadInput, std::move(message), source_.path(), source_.line_at(at), std::move(hint)};
    return false;
  }

  /// Between the quotes of the string that was read last: its closing quote is the last byte seen.
  [[nodiscard]] Span last_string() const {
    const char* const close = seen_ - 1;
    const char* open = close;
    for (;;) {
      do --open;
      while (*open != '"');
      // A quote behind an odd number of backslashes belongs to the string.
      const char* slash = open;
      while (*(slash - 1) == '\\') --slash;
      if ((open - slash) % 2 == 0) break;
      open = slash;
    }
    return {source_.offset_of({open + 1, 0}), source_.offset_of({close, 0})};
  }

  JsonNode* add_to_parent(JsonNode&& value) {
    if (++values_ > kMostValues) {
      fail(fmt::format("the JSON holds more than {} values", kMostValues), "give one interview per file");
      return nullptr;
    }
    value.key = std::move(key_);
    key_.clear();
    if (parents_.empty()) {
      out_.root = std::move(value);
      return &out_.root;
    }
    return &parents_.back()->children.emplace_back(std::move(value));
  }

  bool add(JsonNode&& value) { return add_to_parent(std::move(value)) != nullptr; }

  bool open(JsonNode::Kind kind) {
    if (parents_.size() >= kDeepest) return fail(fmt::format("the JSON is nested more than {} levels deep", kDeepest), "no transcript format is nested so deeply");
    JsonNode* const added = add_to_parent(node(kind));
    // Nothing is added to the list that holds a parent while that parent is open, so the address stays.
    if (added != nullptr) parents_.push_back(added);
    return added != nullptr;
  }

  bool close() {
    parents_.pop_back();
    return true;
  }

  const SourceText& source_;
  JsonDocument& out_;
  const char* seen_;
  std::vector<JsonNode*> parents_;
  std::string key_;
  std::size_t values_ = 0;
};

}  // namespace

const JsonNode& JsonNode::operator[](std::string_view name) const {
  static const JsonNode kNone;
  if (!is_object()) return kNone;
  for (const JsonNode& child : children) {
    if (child.key == name) return child;
  }
  return kNone;
}

std::optional<double> JsonNode::number() const {
  if (kind == Kind::kNumber) return value;
  if (kind != Kind::kString) return std::nullopt;
  double parsed = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), parsed);
  return error == std::errc() && stop == text.data() + text.size() && std::isfinite(parsed) ? std::optional(parsed) : std::nullopt;
}

std::string JsonNode::name() const {
  if (kind == Kind::kString) return std::string(text::trimmed(text));
  return kind == Kind::kNumber && std::abs(value) < 1e9 ? fmt::format("{:.0f}", value) : std::string();
}

bool looks_like_json(std::string_view text) {
  text = text::trimmed(text);
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const bool array = text.front() == '[';
  text = text::trimmed(text.substr(1, 400));
  return !text.empty() && (array ? text.front() == '{' : text.front() == '"' || text.front() == '}');
}

JsonDocument read_json(const SourceText& source) {
  JsonDocument out;
  TreeBuilder(source, out).run();
  return out;
}

}  // namespace te::parse
