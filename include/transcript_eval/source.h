// source.h: the bytes of one input as valid UTF-8, with line numbers.
//
// Is:      the only owner of the input text. Everything later points into it.
// Is not:  aware of transcripts. Format detection starts in transcript.h.
// Owns:    the text. It is shared (SourcePtr) by all nouns made from it and never changes.
// Units:   offsets are bytes into text(), half-open [begin, end). For valid UTF-8 input they are the file's own byte
//          offsets: a byte order mark and carriage returns are kept, parsers step over them.
// Errors:  kEmptyInput, kBinaryInput. Invalid UTF-8 is replaced by U+FFFD and reported in diagnostics().
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/result.h"

namespace te {

/// A half-open range of bytes in SourceText::text().
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  friend bool operator==(const Span&, const Span&) = default;
};

class SourceText {
 public:
  /// Decodes `bytes`. `path` is only carried along for messages.
  static Result<std::shared_ptr<const SourceText>> from_bytes(std::string path, std::string bytes);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view slice(Span span) const { return text().substr(span.begin, span.size()); }
  /// The offset of a view that points into text().
  [[nodiscard]] std::uint32_t offset_of(std::string_view inside) const {
    return static_cast<std::uint32_t>(inside.data() - text_.data());
  }
  /// 1-based line of a byte offset.
  [[nodiscard]] std::uint32_t line_at(std::uint32_t offset) const;
  /// Size and lower-case hexadecimal SHA-256 of the bytes as they came in.
  [[nodiscard]] std::uint64_t input_bytes() const { return input_bytes_; }
  [[nodiscard]] const std::string& sha256() const { return sha256_; }
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  SourceText() = default;
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
  std::uint64_t input_bytes_ = 0;
  std::string sha256_;
  std::vector<Diagnostic> diagnostics_;
};

using SourcePtr = std::shared_ptr<const SourceText>;

}  // namespace te
