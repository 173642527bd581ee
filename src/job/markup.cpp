#include "job/markup.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace te::job {
namespace {

/// A tag is no longer than this; anything longer is text that holds a "<".
constexpr std::size_t kLongestTag = 400;

struct Entity {
  std::string_view name;
  std::string_view sign;
};
constexpr std::array<Entity, 8> kEntities = {{{"&amp;", "&"}, {"&nbsp;", " "}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&rsquo;", "'"}, {"&bull;", "\n- "}}};

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view n) { return text::equals_ignoring_case(n, name); });
}

/// What a tag is replaced by, before it is filled up with blanks.
std::string_view stands_for(std::string_view tag) {
  std::string_view name = tag.substr(1, tag.size() - 2);
  const bool closing = !name.empty() && name[0] == '/';
  if (closing) name.remove_prefix(1);
  name = name.substr(0, name.find_first_of(" \t\n\r/"));
  if (one_of(name, {"li"})) return closing ? "\n" : "\n- ";
  if (one_of(name, {"h1", "h2", "h3", "h4", "h5", "h6"})) return closing ? "\n" : "\n# ";
  if (one_of(name, {"p", "br", "div", "ul", "ol", "tr", "td", "table", "section", "article", "hr", "dt", "dd"})) return "\n";
  return "";
}

/// Writes `what` over the first bytes of a range and blanks over the rest of it.
void put(std::string& out, std::size_t begin, std::size_t end, std::string_view what) {
  for (std::size_t i = begin; i < end; ++i) out[i] = i - begin < what.size() ? what[i - begin] : ' ';
}

}  // namespace

std::string without_markup(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '\r' && next != '\n') {
      out[i] = '\n';
    } else if (text[i] == '<' && (text::is_ascii_alpha(next) || next == '/')) {
      const std::size_t end = text.substr(i, kLongestTag).find('>');
      if (end == std::string_view::npos) continue;
      put(out, i, i + end + 1, stands_for(text.substr(i, end + 1)));
      i += end;
    } else if (text[i] == '&') {
      for (const Entity& entity : kEntities) {
        if (text.substr(i, entity.name.size()) != entity.name) continue;
        put(out, i, i + entity.name.size(), entity.sign);
        i += entity.name.size() - 1;
        break;
      }
    }
  }
  return out;
}

}  // namespace te::job
