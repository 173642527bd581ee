#include "support/word.h"

#include <memory>
#include <stdexcept>

#include <zip.h>

namespace te::test {

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(memory);
  zip_t* const archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  bool written = archive != nullptr;
  for (const auto& [name, content] : entries) {
    written = written && zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_OVERWRITE) >= 0;
  }
  if (!written || zip_close(archive) != 0) throw std::runtime_error("the archive cannot be written");
  zip_stat_t stat;
  zip_stat_init(&stat);
  zip_source_stat(memory, &stat);
  std::string out(stat.size, '\0');
  zip_source_open(memory);
  zip_source_read(memory, out.data(), out.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return out;
}

std::string docx_of(std::string_view xml, const std::string& properties) {
  std::vector<std::pair<std::string, std::string>> entries = {{"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + std::string(xml) + "</w:body></w:document>"}};
  if (!properties.empty()) entries.emplace_back("docProps/core.xml", properties);
  return zip_of(entries);
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
