// Chat messages: [{"role": "assistant", "content": "..."}, {"role": "user", "content": [{"type": "text", "text": "..."}]}],
// bare or as "messages". Instructions to a model (system, developer, tool) are nobody's speech.
#include <array>
#include <algorithm>

#include "parse/formats.h"
#include "parse/json_speech.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

const JsonNode& messages_of(const JsonNode& root) {
  if (root.is_array()) return root;
  for (const std::string_view key : {"messages", "conversation", "chat"}) {
    if (root[key].is_array()) return root[key];
  }
  return root;
}

bool is_message(const JsonNode& node) { return node["role"].is_string() && (node["content"].is_string() || node["content"].is_array()); }

bool is_instruction(std::string_view role) {
  constexpr std::array<std::string_view, 4> kRoles = {"system", "developer", "tool", "function"};
  return std::any_of(kRoles.begin(), kRoles.end(), [&](std::string_view known) { return text::equals_ignoring_case(role, known); });
}

}  // namespace

double detect_chat(const Content& content) {
  if (content.json() == nullptr) return kNo;
  const JsonNode& messages = messages_of(content.json()->root);
  return messages.is_array() && !messages.children.empty() && is_message(messages.children.front()) ? kCertain : kNo;
}

Result<Transcript> parse_chat(const Content& content) {
  const auto root = json_root(content);
  if (!root) return tl::unexpected(root.error());
  Transcript out;
  out.format = "chat";
  const SourceText& source = *content.source();
  json_header(**root, source, out);
  Speech speech(content.source());
  for (const JsonNode& message : messages_of(**root).children) {
    const JsonNode& role = message["role"];
    if (!is_message(message)) continue;
    if (is_instruction(role.text)) {
      out.diagnostics.push_back({"input.instruction", Severity::kInfo, source.line_at(role.span.begin), "a message with the role '" + role.text + "' is an instruction and nobody's turn"});
      continue;
    }
    speech.speaks(message["name"].is_string() ? message["name"].name() : role.name(), {}, '\n');
    if (message["content"].is_string()) say_json(message["content"], source, speech);
    for (const JsonNode& part : message["content"].children) {
      speech.blank('\n');
      if (part["text"].is_string()) say_json(part["text"], source, speech);
    }
  }
  return finish_speech(content, std::move(speech), std::move(out), "each message needs a role and a content");
}

}  // namespace te::parse
