#include "transcript_eval/source.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/hash.h"
#include "text/utf8.h"

namespace te {
namespace {

/// A text file may hold a stray control character; a binary file holds NULs or is full of them.
bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 64 * 1024);
  std::size_t control = 0;
  for (const char c : head) {
    if (c == '\0') return true;
    const auto u = static_cast<unsigned char>(c);
    if (u < 0x20 && !text::is_ascii_space(c) && c != '\x1b' && c != '\b') ++control;
  }
  return control * 20 > head.size();
}

}  // namespace

Result<std::shared_ptr<const SourceText>> SourceText::from_bytes(std::string path, std::string bytes) {
  const auto fail = [&](ErrorCode code, std::string message, std::string hint) {
    return tl::unexpected(Error{code, std::move(message), path, 0, std::move(hint)});
  };
  constexpr std::size_t kLimit = std::size_t{1} << 30;
  if (bytes.size() > kLimit) {
    return fail(ErrorCode::kIo, "the input is larger than 1 GiB", "split it into one file per interview, or stream records with --jsonl");
  }
  if (text::trimmed(bytes).empty()) {
    return fail(ErrorCode::kEmptyInput, "the input is empty", "give a transcript with at least one question and one answer");
  }
  if (looks_binary(bytes)) {
    return fail(ErrorCode::kBinaryInput, "this is a binary file, not a text transcript", "export the transcript as plain text (UTF-8)");
  }
  std::shared_ptr<SourceText> source(new SourceText());
  source->path_ = std::move(path);
  source->input_bytes_ = bytes.size();
  source->sha256_ = text::sha256_hex(bytes);
  std::vector<std::uint32_t> replaced;
  if (text::is_valid_utf8(bytes)) {
    source->text_ = std::move(bytes);
  } else {
    text::Repaired repaired = text::repair_utf8(bytes);
    source->text_ = std::move(repaired.text);
    replaced = std::move(repaired.replaced_at);
  }
  source->line_starts_.push_back(0);
  for (std::size_t i = source->text_.find_first_of("\r\n"); i != std::string::npos; i = source->text_.find_first_of("\r\n", i + 1)) {
    if (source->text_[i] == '\r' && i + 1 < source->text_.size() && source->text_[i + 1] == '\n') continue;
    source->line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
  if (!replaced.empty()) {
    Diagnostic d;
    d.code = "input.invalid-utf8";
    d.line = source->line_at(replaced.front());
    d.message = replaced.size() == 1
                    ? "1 invalid UTF-8 sequence was replaced by U+FFFD"
                    : fmt::format("{} invalid UTF-8 sequences were replaced by U+FFFD, the first on this line", replaced.size());
    source->diagnostics_.push_back(std::move(d));
  }
  return std::shared_ptr<const SourceText>(std::move(source));
}

std::uint32_t SourceText::line_at(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(after - line_starts_.begin());
}

}  // namespace te
