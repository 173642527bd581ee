// Any other JSON list of turns: {"transcript": [{"speaker": "Ann", "text": "..."}]}, whatever list and members are called.
// The words of a turn may stand in pieces ({"sentences": [{"text": "..."}]}), and a question beside its answer in one item.
#include <array>

#include "parse/formats.h"
#include "parse/json_speech.h"

namespace te::parse {
namespace {

constexpr std::array<std::string_view, 12> kSpeaker = {"speaker", "speaker_name", "speakerName", "speaker_label", "speakerId", "speaker_id", "name", "author", "from", "participant", "user", "role"};
constexpr std::array<std::string_view, 9> kText = {"text", "content", "transcript", "utterance", "sentence", "message", "words", "body", "value"};
constexpr std::array<std::string_view, 3> kPieces = {"sentences", "words", "paragraphs"};
constexpr std::array<std::string_view, 3> kQuestion = {"question", "q", "prompt"};
constexpr std::array<std::string_view, 4> kAnswer = {"answer", "a", "response", "candidate_answer"};
constexpr std::array<std::string_view, 6> kStart = {"start", "start_time", "startTime", "begin", "timestamp", "time"};
constexpr std::array<std::string_view, 3> kEnd = {"end", "end_time", "endTime"};
constexpr std::array<std::string_view, 15> kLists = {"monologues", "questions", "interview", "qa", "responses", "transcript", "turns", "dialogue", "dialog", "conversation", "utterances", "messages", "sentences", "segments", "entries"};

template <std::size_t N, typename Accepts>
const JsonNode& first_of(const JsonNode& node, const std::array<std::string_view, N>& keys, Accepts accepts) {
  static const JsonNode kNone;
  for (const std::string_view key : keys) {
    if (accepts(node[key])) return node[key];
  }
  return kNone;
}

bool is_string(const JsonNode& node) { return node.is_string(); }

const JsonNode& text_of(const JsonNode& turn) { return turn.is_string() ? turn : first_of(turn, kText, is_string); }

/// The list of pieces that a turn's words stand in.
const JsonNode& pieces_of(const JsonNode& turn) {
  return first_of(turn, kPieces, [](const JsonNode& n) { return n.is_array() && !n.children.empty() && text_of(n.children.front()).is_string(); });
}

/// {"question": "...", "answer": "..."}
bool is_exchange(const JsonNode& node) { return first_of(node, kQuestion, is_string).is_string() && first_of(node, kAnswer, is_string).is_string(); }

/// The speaker's name; also of {"speaker": {"name": "Ann"}}.
std::string label_of(const JsonNode& turn) {
  const JsonNode& found = first_of(turn, kSpeaker, [](const JsonNode& n) { return !n.name().empty() || n.is_object(); });
  return speaker_label(found.is_object() ? first_of(found, kSpeaker, [](const JsonNode& n) { return !n.name().empty(); }) : found);
}

bool is_list_of_turns(const JsonNode& node) {
  if (!node.is_array() || node.children.empty() || !node.children.front().is_object()) return false;
  const JsonNode& first = node.children.front();
  return text_of(first).is_string() || is_exchange(first) || (pieces_of(first).is_array() && !label_of(first).empty());
}

/// The list of turns: the root, a member of it, or a member of such a member ("data", "results"), of a list its first.
const JsonNode& list_of(const JsonNode& root, int depth = 0) {
  static const JsonNode kNone;
  if (is_list_of_turns(root)) return root;
  const JsonNode& known = first_of(root, kLists, is_list_of_turns);
  constexpr int kDeepest = 4;
  if (known.is_array() || depth == kDeepest) return known;
  if (root.is_array()) return root.children.empty() ? kNone : list_of(root.children.front(), depth + 1);
  for (const JsonNode& member : root.children) {
    const JsonNode& found = member.is_object() || member.is_array() ? list_of(member, depth + 1) : kNone;
    if (found.is_array()) return found;
  }
  return kNone;
}

}  // namespace

double detect_json(const Content& content) {
  if (content.json() == nullptr) return kNo;
  // What begins like JSON is read as JSON, so that its errors are told, but any format that knows it comes first.
  constexpr double kAnyJson = 0.3;
  return list_of(content.json()->root).is_array() ? kLikely * 0.9 : kAnyJson;
}

Result<Transcript> parse_json(const Content& content) {
  const auto root = json_root(content);
  if (!root) return tl::unexpected(root.error());
  const JsonNode& list = list_of(**root);
  const std::string schema = (**root)["schema"].text;
  if (schema.rfind("transcript-eval/result/", 0) == 0) {
    return tl::unexpected(Error{ErrorCode::kBadInput, "this is a result of transcript-eval, not a transcript", content.source()->path(), 0, "give the transcript that it was made from"});
  }
  if (!list.is_array()) {
    return tl::unexpected(Error{ErrorCode::kNoDialogue, "this JSON holds no list of turns", content.source()->path(), 0,
                                R"(give {"transcript": [{"speaker": "Ann", "text": "..."}, ...]} or a format that 'transcript-eval formats' lists)"});
  }
  Transcript out;
  out.format = "json";
  json_header(**root, *content.source(), out);
  Speech speech(content.source());
  const auto say = [&](const JsonNode& words) { say_json(words, *content.source(), speech); };
  for (const JsonNode& turn : list.children) {
    if (is_exchange(turn)) {
      speech.speaks("Question", {}, '\n');
      say(first_of(turn, kQuestion, is_string));
      speech.speaks("Answer", {}, '\n');
      say(first_of(turn, kAnswer, is_string));
      continue;
    }
    const std::string label = label_of(turn);
    const JsonNode& text = text_of(turn);
    const JsonNode& pieces = pieces_of(turn);
    if (!text.is_string() && !pieces.is_array()) continue;
    const auto number = [](const JsonNode& n) { return n.number().has_value() || n.is_string(); };
    if (!speech.speaks(label, json_times(first_of(turn, kStart, number), first_of(turn, kEnd, number)), '\n')) continue;
    if (const auto confidence = turn["confidence"].number()) speech.heard(*confidence);
    if (text.is_string()) {
      say(text);
      continue;
    }
    for (const JsonNode& piece : pieces.children) {
      speech.blank();
      if (text_of(piece).is_string()) say(text_of(piece));
    }
  }
  return finish_speech(content, std::move(speech), std::move(out), R"(each turn needs a speaker, as in {"speaker": "Ann", "text": "..."})");
}

}  // namespace te::parse
