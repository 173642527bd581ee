// html_element.h: HTML that cannot be broken by the text in it.
//
// Is:      a piece of markup. Text becomes one by escaping, elements are put together from pieces; there is no other way.
// Is not:  a template language. What a page says and in which order stands in the functions that build it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace te::report {

class Html {
 public:
  Html() = default;
  /// Escaped text; implicit, so that a string can never get into a page unescaped. Control characters that HTML does not
  /// allow become U+FFFD, carriage returns are left out.
  Html(std::string_view text);                              // NOLINT(google-explicit-constructor)
  Html(const std::string& text) : Html(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)
  Html(const char* text) : Html(std::string_view(text)) {}         // NOLINT(google-explicit-constructor)
  /// Markup of our own, e.g. an embedded style sheet.
  static Html trusted(std::string markup);

  Html& operator+=(const Html& more);
  [[nodiscard]] const std::string& markup() const { return markup_; }
  [[nodiscard]] bool empty() const { return markup_.empty(); }

 private:
  std::string markup_;
};

struct Attribute {
  std::string_view name;
  std::string value;  ///< escaped by element(); an empty one is written as name=""
};

/// <tag name="value">content</tag>; void elements of HTML (meta, input, ...) have no content and no end tag.
Html element(std::string_view tag, std::initializer_list<Attribute> attributes, std::initializer_list<Html> content = {});
inline Html element(std::string_view tag, std::initializer_list<Html> content) { return element(tag, {}, content); }

/// A relative path as a link target that can be nothing but a path.
std::string path_link(std::string_view path);

}  // namespace te::report
