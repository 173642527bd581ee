// source.h: the text of one input as valid UTF-8, and where each part of it stands in the file.
//
// Is:      the only owner of the input text. Everything later points into it.
// Is not:  aware of transcripts. Format detection starts in transcript.h.
// Owns:    the text. It is shared (SourcePtr) by all nouns made from it and never changes.
// Units:   offsets are bytes into text(), half-open [begin, end). For valid UTF-8 input they are the file's own byte
//          offsets: a byte order mark and carriage returns are kept, parsers step over them.
//          In a reading (see below) they are not; place_of() translates them for people and programs outside.
// Errors:  kEmptyInput, kBinaryInput. UTF-16 and Windows-1252 are decoded. What is broken is replaced by U+FFFD and
//          reported in diagnostics().
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

/// Where something stands in the input.
struct Place {
  Span span;               ///< bytes of the input, decoded to UTF-8
  std::uint32_t line = 0;  ///< 1-based, as an editor shows it; of a Word document the paragraph
};

/// A part of a reading and the part of the file that it was read from. Of the same size, they are the same bytes;
/// otherwise it is something decoded (such as "&amp;"), which has no parts.
struct Passage {
  Span here;  ///< in the reading
  Span file;
};

class SourceText {
 public:
  /// Decodes `bytes`. `path` is only carried along for messages. A zip archive is accepted undecoded, see archive().
  static Result<std::shared_ptr<const SourceText>> from_bytes(std::string path, std::string bytes);

  /// A reading of `file`: speech put together from passages of it, as when cues become turns. `passages` are in
  /// order and not empty; what lies between two of them, such as a blank, was put there. Path, size and hash stay those of the file.
  static std::shared_ptr<const SourceText> reading(std::shared_ptr<const SourceText> file, std::string text, std::vector<Passage> passages);

  /// The text that an archive holds. It has lines of its own; path, size and hash stay those of the archive.
  static std::shared_ptr<const SourceText> unpacked(const std::shared_ptr<const SourceText>& archive, std::string text);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// The bytes of a zip archive, whose text() is empty; empty for everything else.
  [[nodiscard]] std::string_view archive() const { return archive_; }
  [[nodiscard]] std::string_view slice(Span span) const { return text().substr(span.begin, span.size()); }
  /// The offset of a view that points into text().
  [[nodiscard]] std::uint32_t offset_of(std::string_view inside) const {
    return static_cast<std::uint32_t>(inside.data() - text_.data());
  }
  /// Where a range of text() stands in the input: the range itself unless this is a reading.
  [[nodiscard]] Place place_of(Span span) const;
  /// 1-based line in the input of an offset into text().
  [[nodiscard]] std::uint32_t line_at(std::uint32_t offset) const;
  /// Size and lower-case hexadecimal SHA-256 of the bytes as they came in.
  [[nodiscard]] std::uint64_t input_bytes() const { return input_bytes_; }
  [[nodiscard]] const std::string& sha256() const { return sha256_; }
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  SourceText() = default;
  void find_lines();
  [[nodiscard]] std::uint32_t in_file(std::uint32_t offset, bool as_end) const;

  std::string path_;
  std::string text_;
  std::string archive_;
  std::vector<std::uint32_t> line_starts_;
  std::uint64_t input_bytes_ = 0;
  std::string sha256_;
  std::vector<Diagnostic> diagnostics_;
  std::shared_ptr<const SourceText> file_;  ///< of a reading
  std::vector<Passage> passages_;
};

using SourcePtr = std::shared_ptr<const SourceText>;

}  // namespace te
