#include "transcript_eval/source.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "text/encoding.h"
#include "text/hash.h"
#include "text/utf8.h"

namespace te {
namespace {

/// A text file may hold a stray control character; a binary file holds NULs or is full of them.
bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 64 * 1024);
  if (head.find('\0') != std::string_view::npos) return true;
  std::size_t control = 0;
  for (const char c : head) {
    if (static_cast<unsigned char>(c) >= ' ') continue;
    if (!text::is_ascii_space(c) && c != '\x1b' && c != '\b') ++control;
  }
  return control * 20 > head.size();
}

/// Documents that hold text, but not as text: how they begin and what they are.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kDocuments = {
    {{"%PDF-", "a PDF document"}, {"\xD0\xCF\x11\xE0", "an old Word document (.doc)"}, {"{\\rtf", "an RTF document"}, {"<!doctype html", "a web page"}, {"<html", "a web page"}, {"<?xml", "an XML document"}}};

bool is_zip(std::string_view bytes) { return bytes.substr(0, 4) == "PK\x03\x04"; }

Diagnostic replaced(const SourceText& source, const std::vector<std::uint32_t>& at) {
  Diagnostic d;
  d.code = "input.invalid-utf8";
  d.line = source.line_at(at.front());
  d.message = at.size() == 1 ? "1 invalid UTF-8 sequence was replaced by U+FFFD"
                             : fmt::format("{} invalid UTF-8 sequences were replaced by U+FFFD, the first on this line", at.size());
  return d;
}

}  // namespace

Result<SourcePtr> SourceText::from_bytes(std::string path, std::string bytes) {
  const auto fail = [&](ErrorCode code, std::string message, std::string hint) {
    return tl::unexpected(Error{code, std::move(message), path, 0, std::move(hint)});
  };
  constexpr std::size_t kLimit = std::size_t{1} << 30;
  if (bytes.size() > kLimit) {
    return fail(ErrorCode::kIo, "the input is larger than 1 GiB", "split it into one file per interview, or stream records with --jsonl");
  }
  for (const auto& [begin, what] : kDocuments) {
    if (text::starts_with_ignoring_case(bytes, begin)) return fail(ErrorCode::kBinaryInput, fmt::format("this is {}", what), "save it as .docx or as plain text");
  }
  std::shared_ptr<SourceText> source(new SourceText());
  source->input_bytes_ = bytes.size();
  source->sha256_ = text::sha256_hex(bytes);
  text::Decoded decoded;
  if (is_zip(bytes)) {
    source->archive_ = std::move(bytes);
  } else {
    decoded = text::decode(std::move(bytes));
    if (text::trimmed(decoded.text).empty()) {
      return fail(ErrorCode::kEmptyInput, "the input is empty", "give a transcript with at least one question and one answer");
    }
    if (looks_binary(decoded.text)) {
      return fail(ErrorCode::kBinaryInput, "this is a binary file, not a text transcript", "export the transcript as plain text (UTF-8)");
    }
  }
  source->path_ = std::move(path);
  source->text_ = std::move(decoded.text);
  source->find_lines();
  if (decoded.encoding == text::Encoding::kWindows1252) {
    source->diagnostics_.push_back({"input.latin-1", Severity::kInfo, 0, "this is not UTF-8; it was read as Windows-1252 (Latin-1)"});
  }
  if (!decoded.replaced_at.empty()) source->diagnostics_.push_back(replaced(*source, decoded.replaced_at));
  return source;
}

SourcePtr SourceText::reading(SourcePtr file, std::string text, std::vector<Passage> passages) {
  std::shared_ptr<SourceText> source(new SourceText());
  source->path_ = file->path_;
  source->text_ = std::move(text);
  source->input_bytes_ = file->input_bytes_;
  source->sha256_ = file->sha256_;
  source->diagnostics_ = file->diagnostics_;
  source->file_ = std::move(file);
  source->passages_ = std::move(passages);
  return source;
}

SourcePtr SourceText::unpacked(const SourcePtr& archive, std::string text) {
  std::shared_ptr<SourceText> source(new SourceText());
  source->path_ = archive->path_;
  source->text_ = std::move(text);
  source->input_bytes_ = archive->input_bytes_;
  source->sha256_ = archive->sha256_;
  source->find_lines();
  return source;
}

void SourceText::find_lines() {
  line_starts_.push_back(0);
  std::size_t feed = text_.find('\n');
  std::size_t carriage_return = text_.find('\r');
  while (feed != carriage_return) {  // until there is neither
    if (feed < carriage_return) {
      line_starts_.push_back(static_cast<std::uint32_t>(feed + 1));
      feed = text_.find('\n', feed + 1);
    } else {
      if (carriage_return + 1 != feed) line_starts_.push_back(static_cast<std::uint32_t>(carriage_return + 1));
      carriage_return = text_.find('\r', carriage_return + 1);
    }
  }
}

/// The offset in the file of an offset in a reading. Between two passages it is the begin of the next one or, for the end
/// of a range, the end of the one before.
std::uint32_t SourceText::in_file(std::uint32_t offset, bool as_end) const {
  const auto ends_before = [&](const Passage& p, std::uint32_t o) { return as_end ? p.here.end < o : p.here.end <= o; };
  const auto p = std::lower_bound(passages_.begin(), passages_.end(), offset, ends_before);
  if (p == passages_.end()) return passages_.back().file.end;
  if (offset <= p->here.begin) return as_end && p != passages_.begin() ? std::prev(p)->file.end : p->file.begin;
  if (p->here.size() == p->file.size()) return p->file.begin + (offset - p->here.begin);
  return as_end ? p->file.end : p->file.begin;
}

Place SourceText::place_of(Span span) const {
  if (!file_) return {span, line_at(span.begin)};
  // A reading may be of a reading: cues of a text that was cleared of page numbers.
  const std::uint32_t begin = in_file(span.begin, false);
  return file_->place_of({begin, std::max(begin, in_file(span.end, true))});
}

std::uint32_t SourceText::line_at(std::uint32_t offset) const {
  if (file_) return file_->line_at(in_file(offset, false));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(after - line_starts_.begin());
}

}  // namespace te
