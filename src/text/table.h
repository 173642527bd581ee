// table.h: containers of plain data that either own their rows or look at rows which lie in the program's image.
//
// Is:      the form of everything in the rule book that is large: words, tries, the texts of concepts. What is compiled
//          when the program is built is used where it lies, without parsing, copying or relocation at start.
// Is not:  a general container. Rows are added and changed while the data are read, and never removed.
// Cost:    a look-up is one probe in flat memory; a container that looks at an image copies it when it is changed.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace te::text {

template <typename T>
class Table {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Table() = default;
  explicit Table(std::vector<T> rows) : own_(std::move(rows)), rows_(own_) {}
  Table(Table&& other) noexcept : own_(std::move(other.own_)), rows_(std::exchange(other.rows_, {})) {}
  Table& operator=(Table&& other) noexcept {
    own_ = std::move(other.own_);
    rows_ = std::exchange(other.rows_, {});
    return *this;
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] const T& operator[](std::size_t i) const { return rows_[i]; }
  [[nodiscard]] const T* begin() const { return rows_.data(); }
  [[nodiscard]] const T* end() const { return rows_.data() + rows_.size(); }
  [[nodiscard]] std::span<const T> rows() const { return rows_; }

  void push_back(const T& row) {
    own().push_back(row);
    rows_ = own_;
  }
  void append(std::span<const T> rows) {
    own().insert(own_.end(), rows.begin(), rows.end());
    rows_ = own_;
  }
  void resize(std::size_t size, const T& fill) {
    own().resize(size, fill);
    rows_ = own_;
  }
  /// The row, to be changed.
  T& at(std::size_t i) { return own()[i]; }
  /// Rows that outlive the table.
  void look_at(std::span<const T> rows) {
    own_.clear();
    rows_ = rows;
  }

 private:
  std::vector<T>& own() {
    if (own_.empty() && !rows_.empty()) own_.assign(rows_.begin(), rows_.end());
    rows_ = own_;
    return own_;
  }

  std::vector<T> own_;
  std::span<const T> rows_;
};

/// Rows of rows, one behind the other.
template <typename T>
class Lists {
 public:
  [[nodiscard]] std::uint32_t size() const { return ends_.size(); }
  [[nodiscard]] std::span<const T> operator[](std::size_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1];
    return values_.rows().subspan(begin, ends_[i] - begin);
  }
  void push_back(std::span<const T> values) {
    values_.append(values);
    ends_.push_back(values_.size());
  }

  template <typename Archive>
  void archive(Archive& a) {
    a(ends_, values_);
  }

 private:
  Table<std::uint32_t> ends_;
  Table<T> values_;
};

/// A node and the word that leads on from it.
struct Way {
  std::uint32_t node = 0;
  std::uint32_t word = 0;
  auto operator<=>(const Way&) const = default;
};

inline std::uint32_t hash_of(std::uint32_t key) { return static_cast<std::uint32_t>((key * 0x9E3779B97F4A7C15ULL) >> 32); }
inline std::uint32_t hash_of(const Way& key) { return static_cast<std::uint32_t>((((static_cast<std::uint64_t>(key.node) << 32) | key.word) * 0x9E3779B97F4A7C15ULL) >> 32); }

/// An open-addressing hash table from small keys to small values.
template <typename Key, typename Value>
class FlatMap {
 public:
  /// Null when there is none.
  [[nodiscard]] const Value* find(const Key& key) const {
    if (slots_.empty()) return nullptr;
    for (std::uint32_t i = hash_of(key);; ++i) {
      const Slot& slot = slots_[i & (slots_.size() - 1)];
      if (slot.used == 0) return nullptr;
      if (slot.key == key) return &slot.value;
    }
  }

  /// Keeps the value that is there.
  void try_emplace(const Key& key, const Value& value) {
    if (find(key) != nullptr) return;
    if (2 * (used_ + 1) > slots_.size()) grow();
    place(key, value);
    ++used_;
  }

  template <typename Archive>
  void archive(Archive& a) {
    a(slots_, used_);
  }

 private:
  struct Slot {
    Key key{};
    Value value{};
    std::uint32_t used = 0;
  };

  void place(const Key& key, const Value& value) {
    std::uint32_t i = hash_of(key) & (slots_.size() - 1);
    while (slots_[i].used != 0) i = (i + 1) & (slots_.size() - 1);
    slots_.at(i) = {key, value, 1};
  }

  void grow() {
    const Table<Slot> before = std::exchange(slots_, {});
    slots_.resize(before.empty() ? 16 : 2 * before.size(), {});
    for (const Slot& slot : before) {
      if (slot.used != 0) place(slot.key, slot.value);
    }
  }

  Table<Slot> slots_;
  std::uint32_t used_ = 0;
};

}  // namespace te::text
