#include "parse/archive.h"

#include <array>
#include <memory>

#include <fmt/format.h>
#include <zip.h>

namespace te::parse {
namespace {

/// A day of speech is about 1 MB of text and 20 MB of Word's XML.
constexpr std::size_t kLargest = std::size_t{32} << 20;
/// Word's XML shrinks to about a tenth. What shrinks far more is made to fill memory.
constexpr std::size_t kHighestRatio = 200;
constexpr std::size_t kRatioMatters = std::size_t{1} << 20;

struct Close {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

Result<std::string> unpack(std::string_view archive, const char* name, const std::string& path) {
  const auto fail = [&](std::string message, std::string hint) { return tl::unexpected(Error{ErrorCode::kBadInput, std::move(message), path, 0, std::move(hint)}); };
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
  const std::unique_ptr<zip_t, Close> zip(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!zip && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (!zip) return fail("the document is damaged: its zip archive cannot be read", "open it in a word processor and save it again");
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(zip.get(), name, 0, &stat) != 0) return fail("this zip archive is no Word document", "give a .docx file, or the transcript itself");
  const std::unique_ptr<zip_file_t, Close> file(zip_fopen(zip.get(), name, 0));
  if (!file) return fail("the document cannot be unpacked; it may be encrypted", "open it in a word processor and save it without password");
  std::string out;
  std::array<char, 1 << 16> buffer{};
  for (;;) {
    const auto n = zip_fread(file.get(), buffer.data(), buffer.size());
    if (n < 0) return fail("the document is damaged: its text cannot be unpacked", "open it in a word processor and save it again");
    if (n == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(n));
    const bool bomb = out.size() > kRatioMatters && out.size() / archive.size() > kHighestRatio;
    if (bomb || out.size() > kLargest) return fail(fmt::format("the document unpacks to more than {} MB", out.size() >> 20), "no transcript is that large; export it as text");
  }
}

}  // namespace te::parse
