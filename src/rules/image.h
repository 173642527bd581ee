// image.h: the rule book as bytes.
//
// Is:      the compiled form of the data files that the program carries, made by te_compile_rules when it is built and
//          used where it lies: tables look into it, only small things are copied out of it.
// Is not:  a file format. Bytes and program come from one build; nothing checks one against another.
// Errors:  none; the bytes are the build's own. A test holds them to what the data files say.
#pragma once

#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/text_pool.h"
#include "text/table.h"
#include "transcript_eval/rulebook.h"

namespace te::rules {

/// The bytes that are built in; empty in the program that makes them.
std::string_view embedded_image();

std::string write_image(const RuleBook& book);
/// `image` must outlive the rule book.
RuleBookPtr read_image(std::string_view image);

// Both archives are called with the members of an object in the same order. What has a member template archive() tells
// its members itself; a structure of the public headers has a function describe() in image.cpp.

/// Where an image begins, and a part of it that is an image of its own: a multiple of this, so that rows stand as they must.
constexpr std::size_t kAligned = 16;

template <typename T, typename Archive>
concept Archived = requires(T& value, Archive& archive) { value.archive(archive); };
template <typename T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;
template <typename T>
concept Map = requires { typename T::mapped_type; };

/// What both directions have in common: how an object falls into parts.
template <typename Self>
class Archive {
 public:
  template <typename... T>
  void operator()(T&... values) {
    (self().one(values), ...);
  }

  template <typename T, std::size_t n>
  void one(std::array<T, n>& values) {
    for (T& value : values) self().one(value);
  }
  template <typename A, typename B>
  void one(std::pair<A, B>& value) {
    (*this)(value.first, value.second);
  }

 protected:
  Self& self() { return static_cast<Self&>(*this); }

  template <typename T>
  void parts_of(T& value) {
    if constexpr (Archived<T, Self>) value.archive(self());
    else describe(self(), value);
  }
};

/// Where rows stand: behind everything else, so that reading passes few pages, or in the middle of a record.
enum class Rows : std::uint8_t { kBehind, kInPlace };

class ImageWriter : public Archive<ImageWriter> {
 public:
  using Archive::one;
  explicit ImageWriter(Rows where = Rows::kBehind) : where_(where) {}

  template <typename T>
  void one(T& value) {
    if constexpr (Plain<T>) append(&value, sizeof value);
    else parts_of(value);
  }
  void one(std::string& value) { text(value); }
  void one(std::string_view& value) { text(value); }
  void one(Texts& texts) {
    std::string packed;
    for (const std::string_view value : texts) pack(packed, value);
    count(texts.size());
    text(packed);
  }
  void one(std::shared_ptr<TextPool>& /*texts*/) {}  // the image keeps them
  template <typename T>
  void one(Records<T>& records) {
    ImageWriter parts(Rows::kInPlace);
    std::vector<std::uint32_t> begins;
    for (T record : records) {
      begins.push_back(static_cast<std::uint32_t>(parts.bytes_.size()));
      parts.one(record);
    }
    rows(std::span<const std::uint32_t>(begins));
    rows(std::span<const char>(parts.bytes_), kAligned);
  }
  template <typename T>
  void one(std::vector<T>& values) {
    count(values.size());
    for (auto&& value : values) one(value);
  }
  void one(std::vector<bool>& values) {
    count(values.size());
    for (const bool value : values) append(&value, sizeof value);
  }
  template <typename T>
  void one(std::optional<T>& value) {
    count(value ? 1 : 0);
    if (value) one(*value);
  }
  template <Map T>
  void one(T& values) {
    count(values.size());
    for (auto& [key, value] : values) {
      auto copy = key;
      one(copy);
      one(value);
    }
  }
  template <Plain T>
  void one(std::span<const T>& values) {
    rows(values);
  }
  template <typename T>
  void one(text::Table<T>& table) {
    rows(table.rows());
  }

  /// The size of what stands before the rows, that itself, and the rows.
  [[nodiscard]] std::string take() {
    align(bytes_, kAligned);
    const auto size = static_cast<std::uint32_t>(bytes_.size());
    std::string out(reinterpret_cast<const char*>(&size), sizeof size);
    align(out, kAligned);
    return out + bytes_ + rows_;
  }

 private:
  template <typename T>
  void rows(std::span<const T> values, std::size_t step = alignof(T)) {
    count(values.size());
    std::string& out = where_ == Rows::kBehind ? rows_ : bytes_;
    align(out, step);
    if (where_ == Rows::kBehind) count(rows_.size());
    out.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }
  static void align(std::string& bytes, std::size_t step) { bytes.resize((bytes.size() + step - 1) / step * step); }
  void text(std::string_view value) {
    count(value.size());
    append(value.data(), value.size());
  }
  void count(std::size_t n) {
    const auto small = static_cast<std::uint32_t>(n);
    append(&small, sizeof small);
  }
  void append(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }

  Rows where_;
  std::string bytes_;
  std::string rows_;
};

class ImageReader : public Archive<ImageReader> {
 public:
  using Archive::one;
  /// Of a record.
  explicit ImageReader(const char* first) : at_(first) {}
  /// Of all.
  explicit ImageReader(std::string_view image) : at_(image.data()) {
    const std::uint32_t size = count();
    at_ = image.data() + kAligned;
    rows_ = at_ + size;
  }

  template <typename T>
  void one(T& value) {
    if constexpr (Plain<T>) std::memcpy(&value, take(sizeof value), sizeof value);
    else parts_of(value);
  }
  void one(std::string_view& value) {
    const std::uint32_t size = count();
    value = {take(size), size};
  }
  void one(std::string& value) {
    std::string_view text;
    one(text);
    value = text;
  }
  void one(Texts& texts) {
    const std::uint32_t size = count();
    texts = {take(count()), size};
  }
  void one(std::shared_ptr<TextPool>& /*texts*/) {}
  template <typename T>
  void one(Records<T>& records) {
    const auto begins = rows<std::uint32_t>();
    records = Records<T>(begins, rows<char>().data());
  }
  template <typename T>
  void one(std::vector<T>& values) {
    values.resize(count());
    for (T& value : values) one(value);
  }
  void one(std::vector<bool>& values) {
    values.resize(count());
    for (auto&& value : values) value = *take(1) != 0;
  }
  template <typename T>
  void one(std::optional<T>& value) {
    if (count() != 0) one(value.emplace());
  }
  template <Map T>
  void one(T& values) {
    for (std::uint32_t left = count(); left > 0; --left) {
      typename T::key_type key;
      one(key);
      one(values[std::move(key)]);
    }
  }
  template <Plain T>
  void one(std::span<const T>& values) {
    values = rows<T>();
  }
  template <typename T>
  void one(text::Table<T>& table) {
    table.look_at(rows<T>());
  }

 private:
  template <typename T>
  std::span<const T> rows() {
    const std::uint32_t size = count();
    if (rows_ != nullptr) return {reinterpret_cast<const T*>(rows_ + count()), size};
    align(alignof(T));
    return {reinterpret_cast<const T*>(take(size * sizeof(T))), size};
  }
  std::uint32_t count() {
    std::uint32_t n = 0;
    std::memcpy(&n, take(sizeof n), sizeof n);
    return n;
  }
  void align(std::uintptr_t step) { at_ += (step - reinterpret_cast<std::uintptr_t>(at_) % step) % step; }
  const char* take(std::size_t size) { return std::exchange(at_, at_ + size); }

  const char* at_;
  const char* rows_ = nullptr;  ///< where they stand behind the rest; nowhere: in place
};

}  // namespace te::rules
