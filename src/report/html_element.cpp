#include "report/html_element.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "text/utf8.h"

namespace te::report {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// For text and for attribute values in double quotes.
void append_escaped(std::string_view text, std::string& out) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
    if (!control && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'') continue;
    out.append(text, begin, i - begin);
    begin = i + 1;
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (c == '\'') out += "&#39;";
    else if (c != '\r') out += kReplacement;
  }
  out.append(text, begin);
}

bool is_void(std::string_view tag) {
  constexpr std::array<std::string_view, 5> kVoid = {"br", "col", "hr", "input", "meta"};
  return std::find(kVoid.begin(), kVoid.end(), tag) != kVoid.end();
}

}  // namespace

Html::Html(std::string_view text) {
  markup_.reserve(text.size());
  append_escaped(text, markup_);
}

Html Html::trusted(std::string markup) {
  Html out;
  out.markup_ = std::move(markup);
  return out;
}

Html& Html::operator+=(const Html& more) {
  markup_ += more.markup_;
  return *this;
}

Html element(std::string_view tag, std::initializer_list<Attribute> attributes, std::initializer_list<Html> content) {
  std::size_t size = 2 * tag.size() + 5;
  for (const Attribute& a : attributes) size += a.name.size() + a.value.size() + 4;
  for (const Html& piece : content) size += piece.markup().size();
  std::string out;
  out.reserve(size);
  (out += '<') += tag;
  for (const Attribute& a : attributes) {
    ((out += ' ') += a.name) += "=\"";
    append_escaped(a.value, out);
    out += '"';
  }
  out += '>';
  for (const Html& piece : content) out += piece.markup();
  if (!is_void(tag)) ((out += "</") += tag) += '>';
  return Html::trusted(std::move(out));
}

std::string path_link(std::string_view path) {
  // "./" keeps a file named "javascript:..." a file.
  std::string out = "./";
  for (const char c : path) {
    const bool plain = text::is_ascii_alpha(c) || text::is_ascii_digit(c) || c == '/' || c == '-' || c == '_' || c == '.' || c == '~';
    if (plain) out.push_back(c);
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace te::report
