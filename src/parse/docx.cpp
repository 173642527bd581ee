// Word documents: the paragraphs become lines, the rows of a table "Name: words", and the text format that they are in
// does the rest. Deleted text, fields and fallback drawings are not part of what is read. Title and day of creation
// stand beside the text.
#include <algorithm>
#include <vector>

#include <pugixml.hpp>
#include <re2/re2.h>

#include "parse/archive.h"
#include "parse/clock.h"
#include "parse/formats.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// The name without its namespace.
std::string_view local(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// The cells "1.", "Ann", "What is an index?" as "Ann: What is an index?".
std::string row_text(const std::vector<std::string>& cells) {
  std::string clock;
  std::vector<std::string_view> words;
  for (const std::string& cell : cells) {
    const std::string_view content = text::trimmed(cell);
    const bool number = std::all_of(content.begin(), content.end(), [](char c) { return text::is_ascii_digit(c) || c == '.' || c == '#'; });
    if (clock_line(content)) clock = std::string(content);
    else if (!number) words.push_back(content);
  }
  if (words.size() < 2) return words.empty() ? std::string() : std::string(words.front());
  std::string out;
  if (!clock.empty()) out += clock.front() == '[' || clock.front() == '(' ? clock + " " : "[" + clock + "] ";
  out += words.front();
  if (out.back() != ':') out += ':';
  for (std::size_t i = 1; i < words.size(); ++i) out += " " + std::string(words[i]);
  return out;
}

/// What is nested deeper than tables in text boxes in tables counts as part of what it stands in.
constexpr std::size_t kDeepest = 16;

/// Walks over the document; nodes of any depth cost no stack.
class Paragraphs : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    while (!open_.empty() && depth() <= open_.back().depth) close();
    if (skipped_below_ >= 0 && depth() > skipped_below_) return true;
    skipped_below_ = -1;
    const std::string_view name = local(node);
    if (name == "Fallback" || name == "del" || name == "moveFrom") skipped_below_ = depth();
    else if (open_.size() < kDeepest && (name == "p" || name == "tr" || name == "tc")) open_.push_back({name == "p" ? 'p' : name == "tr" ? 'r' : 'c', depth(), {}, {}});
    else if (open_.empty()) return true;
    else if (name == "t") open_.back().text += node.text().get();
    else if (name == "tab") open_.back().text += '\t';
    else if (name == "br" || name == "cr") open_.back().text += '\n';
    else if (name == "noBreakHyphen") open_.back().text += '-';
    return true;
  }

  bool end(pugi::xml_node&) override {
    while (!open_.empty()) close();
    return true;
  }

  std::string text;

 private:
  struct Open {
    char kind;  ///< p: paragraph, r: row, c: cell
    int depth;
    std::string text;
    std::vector<std::string> cells;
  };

  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    if (done.kind == 'r') done.text = row_text(done.cells);
    if (open_.empty()) {
      text += done.text + "\n";
    } else if (done.kind == 'c' && open_.back().kind == 'r') {
      open_.back().cells.push_back(std::move(done.text));
    } else {
      // A paragraph in a cell, a text box in a paragraph, a table in a table.
      if (!open_.back().text.empty()) open_.back().text += '\n';
      open_.back().text += done.text;
    }
  }

  std::vector<Open> open_;
  int skipped_below_ = -1;
};

/// Title and day of creation, as word processors write them into docProps/core.xml. A document may lack them or hold
/// anything in their place: then it says nothing about itself.
FileProperties read_properties(std::string_view archive, const std::string& path) {
  FileProperties out;
  auto xml = unpack(archive, "docProps/core.xml", path);
  pugi::xml_document document;
  if (!xml || !document.load_buffer_inplace(xml->data(), xml->size())) return out;
  constexpr std::size_t kLongestTitle = 300;
  constexpr std::size_t kDay = 10;
  for (const pugi::xml_node& node : document.document_element().children()) {
    const std::string_view value = text::trimmed(node.text().get());
    if (!text::is_valid_utf8(value)) continue;
    if (local(node) == "title" && value.size() <= kLongestTitle) out.title = text::single_line(value);
    static const RE2 kDate(R"(\d{4}-\d\d-\d\d(?:T.*)?)");
    if (local(node) == "created" && RE2::FullMatch(re2::StringPiece(value.data(), value.size()), kDate)) out.created = std::string(value.substr(0, kDay));
  }
  return out;
}

}  // namespace

double detect_docx(const Content& content) { return content.source()->archive().empty() ? kNo : kCertain; }

Result<Transcript> parse_docx(const Content& content) {
  const std::string& path = content.source()->path();
  if (content.source()->archive().empty()) return tl::unexpected(Error{ErrorCode::kBadInput, "this is no Word document", path, 0, "leave out --input-format, or name the format that it is"});
  auto xml = unpack(content.source()->archive(), "word/document.xml", path);
  if (!xml) return tl::unexpected(xml.error());
  pugi::xml_document document;
  const auto loaded = document.load_buffer_inplace(xml->data(), xml->size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!loaded) return tl::unexpected(Error{ErrorCode::kBadInput, std::string("the document is damaged: ") + loaded.description(), path, 0, "open it in a word processor and save it again"});
  Paragraphs paragraphs;
  document.traverse(paragraphs);
  if (!text::is_valid_utf8(paragraphs.text)) paragraphs.text = text::repair_utf8(paragraphs.text).text;
  auto transcript = parse_transcript(SourceText::unpacked(content.source(), std::move(paragraphs.text)));
  if (!transcript) return transcript;
  transcript->format = "docx";
  transcript->properties = read_properties(content.source()->archive(), path);
  return transcript;
}

}  // namespace te::parse
