// text_pool.h: keeps texts and lists until the pool is destroyed; nothing is freed before.
//
// Why: the lexicon holds tens of thousands of short texts. They look into the program's image where it has them, and into
//      a pool where they were read from files.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/rulebook.h"

namespace te {

/// Adds a text to a list as Texts reads it.
inline void pack(std::string& list, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  list.append(reinterpret_cast<const char*>(&size), sizeof size);
  list += text;
}

class TextPool {
 public:
  std::string_view keep(std::string_view text) {
    const std::span<char> copy = room<char>(text.size());
    std::copy(text.begin(), text.end(), copy.begin());
    return {copy.data(), copy.size()};
  }
  Texts keep(const std::vector<std::string>& texts) {
    std::string packed;
    for (const std::string& text : texts) pack(packed, text);
    return {keep(packed).data(), static_cast<std::uint32_t>(texts.size())};
  }
  std::span<const std::uint32_t> keep(const std::vector<std::uint32_t>& numbers) {
    const auto copy = room<std::uint32_t>(numbers.size());
    std::copy(numbers.begin(), numbers.end(), copy.begin());
    return copy;
  }

 private:
  template <typename T>
  std::span<T> room(std::size_t size) {
    if (size == 0) return {};
    T* const first = std::pmr::polymorphic_allocator<T>(&memory_).allocate(size);
    std::uninitialized_default_construct_n(first, size);
    return {first, size};
  }

  std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace te
