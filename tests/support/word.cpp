#include "support/word.h"

#include <cstdio>
#include <stdexcept>

#include <minizip/zip.h>

namespace te::test {
namespace {

/// What minizip writes, and where it is.
struct Bytes {
  std::string all;
  std::size_t at = 0;
};

voidpf open(voidpf bytes, const void* /*name*/, int /*mode*/) { return bytes; }
int close(voidpf /*bytes*/, voidpf /*stream*/) { return 0; }
int error(voidpf /*bytes*/, voidpf /*stream*/) { return 0; }
ZPOS64_T tell(voidpf /*bytes*/, voidpf stream) { return static_cast<const Bytes*>(stream)->at; }

uLong write(voidpf /*bytes*/, voidpf stream, const void* from, uLong size) {
  auto& bytes = *static_cast<Bytes*>(stream);
  bytes.all.replace(bytes.at, size, static_cast<const char*>(from), size);
  bytes.at += size;
  return size;
}

long seek(voidpf /*bytes*/, voidpf stream, ZPOS64_T offset, int origin) {
  auto& bytes = *static_cast<Bytes*>(stream);
  bytes.at = offset + (origin == SEEK_CUR ? bytes.at : origin == SEEK_END ? bytes.all.size() : 0);
  return 0;
}

}  // namespace

std::string zip_of(const std::string& name, const std::string& content) {
  Bytes bytes;
  zlib_filefunc64_def functions{open, nullptr, write, tell, seek, close, error, &bytes};
  const zipFile archive = zipOpen2_64(nullptr, APPEND_STATUS_CREATE, nullptr, &functions);
  const bool written = zipOpenNewFileInZip(archive, name.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, Z_DEFAULT_COMPRESSION) == ZIP_OK &&
                       zipWriteInFileInZip(archive, content.data(), static_cast<unsigned>(content.size())) == ZIP_OK && zipCloseFileInZip(archive) == ZIP_OK;
  if (zipClose(archive, nullptr) != ZIP_OK || !written) throw std::runtime_error("the archive cannot be written");
  return std::move(bytes.all);
}

std::string docx_of(std::string_view xml) {
  return zip_of("word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + std::string(xml) + "</w:body></w:document>");
}

std::string docx_of_lines(std::string_view text) {
  std::string xml;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    xml += "<w:p><w:r><w:t xml:space=\"preserve\">";
    for (const char c : text.substr(0, end)) {
      switch (c) {
        case '&': xml += "&amp;"; break;
        case '<': xml += "&lt;"; break;
        case '\t':
        case '|': xml += "</w:t><w:tab/><w:t xml:space=\"preserve\">"; break;
        case '~': xml += "</w:t><w:br/><w:t xml:space=\"preserve\">"; break;
        default: xml += c;
      }
    }
    xml += "</w:t></w:r></w:p>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return docx_of(xml);
}

}  // namespace te::test
