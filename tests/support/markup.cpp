#include "support/markup.h"

#include <re2/re2.h>

#include "support/outcomes.h"

namespace te::test {

std::vector<std::string> between(std::string_view text, std::string_view begin, std::string_view end) {
  std::vector<std::string> out;
  for (std::size_t at = text.find(begin); at != std::string_view::npos; at = text.find(begin, at)) {
    at += begin.size();
    const std::size_t stop = text.find(end, at);
    if (stop == std::string_view::npos) break;
    out.emplace_back(text.substr(at, stop - at));
  }
  return out;
}

std::string text_of(std::string_view html) {
  std::string out(html);
  RE2::GlobalReplace(&out, "<[^>]*>", "");
  for (const auto& [reference, character] : {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&quot;", "\""), std::pair("&#39;", "'"), std::pair("&amp;", "&")}) out = replaced(out, reference, character);
  return out;
}

std::string nesting_error(std::string_view page) {
  static const RE2 kTag("<(/?)([a-z][a-z0-9]*)[^>]*>");
  static const RE2 kVoid("br|col|hr|input|meta");
  std::vector<std::string> open;
  re2::StringPiece rest(page.data(), page.size());
  std::string slash;
  std::string name;
  while (RE2::FindAndConsume(&rest, kTag, &slash, &name)) {
    if (RE2::FullMatch(name, kVoid)) continue;
    if (slash.empty()) open.push_back(name);
    else if (open.empty() || open.back() != name) return "</" + name + "> ends " + (open.empty() ? "nothing" : open.back());
    else open.pop_back();
    // The content of these is no markup.
    if (slash.empty() && (name == "script" || name == "style")) rest.remove_prefix(std::min(rest.size(), rest.find("</" + name)));
  }
  return open.empty() ? "" : open.back() + " does not end";
}

std::vector<std::vector<std::string>> csv_fields(std::string_view csv) {
  std::vector<std::vector<std::string>> out(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    std::string& field = out.back().back();
    if (quoted && csv[i] == '"' && i + 1 < csv.size() && csv[i + 1] == '"') field.push_back(csv[++i]);
    else if (csv[i] == '"') quoted = !quoted;
    else if (!quoted && csv[i] == ',') out.back().emplace_back();
    else if (!quoted && csv[i] == '\r' && i + 1 < csv.size() && csv[i + 1] == '\n') out.emplace_back(1), ++i;
    else field.push_back(csv[i]);
  }
  out.pop_back();  // what follows the last line end
  return out;
}

}  // namespace te::test
