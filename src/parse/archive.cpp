#include "parse/archive.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <minizip/unzip.h>

namespace te::parse {
namespace {

/// A day of speech is about 1 MB of text and 20 MB of Word's XML.
constexpr std::size_t kLargest = std::size_t{32} << 20;
/// Word's XML shrinks to about a tenth. What shrinks far more is made to fill memory.
constexpr std::size_t kHighestRatio = 200;
constexpr std::size_t kRatioMatters = std::size_t{1} << 20;

/// What minizip reads, and where it is. Its functions are told by what they get and give back: zero is no error.
struct Bytes {
  std::string_view all;
  ZPOS64_T at = 0;
};

voidpf open(voidpf bytes, const void* /*name*/, int /*mode*/) { return bytes; }
int close(voidpf /*bytes*/, voidpf /*stream*/) { return 0; }
int error(voidpf /*bytes*/, voidpf /*stream*/) { return 0; }
ZPOS64_T tell(voidpf /*bytes*/, voidpf stream) { return static_cast<const Bytes*>(stream)->at; }

uLong read(voidpf /*bytes*/, voidpf stream, void* to, uLong size) {
  auto& bytes = *static_cast<Bytes*>(stream);
  return bytes.all.copy(static_cast<char*>(to), size, std::exchange(bytes.at, bytes.at + std::min<ZPOS64_T>(size, bytes.all.size() - bytes.at)));
}

long seek(voidpf /*bytes*/, voidpf stream, ZPOS64_T offset, int origin) {
  auto& bytes = *static_cast<Bytes*>(stream);
  const ZPOS64_T from = origin == SEEK_CUR ? bytes.at : origin == SEEK_END ? bytes.all.size() : 0;
  if (offset > bytes.all.size() - from) return -1;
  bytes.at = from + offset;
  return 0;
}

struct Close {
  void operator()(void* archive) const { unzClose(archive); }
};

}  // namespace

Result<std::string> unpack(std::string_view archive, const char* name, const std::string& path) {
  const auto fail = [&](std::string message, std::string hint) { return tl::unexpected(Error{ErrorCode::kBadInput, std::move(message), path, 0, std::move(hint)}); };
  Bytes bytes{archive};
  zlib_filefunc64_def functions{open, read, nullptr, tell, seek, close, error, &bytes};
  const std::unique_ptr<void, Close> zip(unzOpen2_64(nullptr, &functions));
  if (!zip) return fail("the document is damaged: its zip archive cannot be read", "open it in a word processor and save it again");
  if (unzLocateFile(zip.get(), name, 1) != UNZ_OK) return fail("this zip archive is no Word document", "give a .docx file, or the transcript itself");
  constexpr uLong kEncrypted = 1;
  unz_file_info64 entry{};
  if (unzGetCurrentFileInfo64(zip.get(), &entry, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK || (entry.flag & kEncrypted) != 0 || unzOpenCurrentFile(zip.get()) != UNZ_OK) {
    return fail("the document cannot be unpacked; it may be encrypted", "open it in a word processor and save it without password");
  }
  std::string out;
  std::array<char, 1 << 16> buffer{};
  for (;;) {
    const int n = unzReadCurrentFile(zip.get(), buffer.data(), buffer.size());
    // The checksum is compared when the entry is closed.
    if (n < 0 || (n == 0 && unzCloseCurrentFile(zip.get()) != UNZ_OK)) return fail("the document is damaged: its text cannot be unpacked", "open it in a word processor and save it again");
    if (n == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(n));
    const bool bomb = out.size() > kRatioMatters && out.size() / archive.size() > kHighestRatio;
    if (bomb || out.size() > kLargest) return fail(fmt::format("the document unpacks to more than {} MB", out.size() >> 20), "no transcript is that large; export it as text");
  }
}

}  // namespace te::parse
