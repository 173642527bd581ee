#include "structure/turns.h"

namespace te::structure {

Categories::Categories(const CompiledRules& rules)
    : request(rules.category("request")),
      closing(rules.category("closing_question")),
      not_closing(rules.category("not_closing")),
      introduction(rules.category("introduction_question")),
      project(rules.category("project_question")),
      experience(rules.category("experience_mention")),
      technical(rules.category("technical_question")),
      behavioral(rules.category("behavioral_question")),
      coding(rules.category("coding_question")),
      shift(rules.category("topic_shift")),
      elaboration(rules.category("elaboration")),
      praise(rules.category("praise")),
      farewell(rules.category("farewell")),
      backchannel(rules.category("backchannel")) {}

bool has_phrase(const Annotation& turn, CategoryId category, std::uint32_t first, std::uint32_t last) {
  for (const auto& match : turn.phrases) {
    if (match.payload == category && match.first >= first && match.first < last) return true;
  }
  return false;
}

bool has_phrase(const Annotation& turn, CategoryId category) { return has_phrase(turn, category, 0, UINT32_MAX); }

namespace {

std::uint32_t words_in(const Annotation& turn, const text::Sentence& s) {
  std::uint32_t n = 0;
  for (std::uint32_t i = s.first; i < s.last; ++i) n += turn.text.tokens[i].kind == text::TokenKind::kWord ? 1 : 0;
  return n;
}

/// "Right?", "Oh, okay?": every word belongs to a backchannel phrase.
bool only_backchannels(const Annotation& turn, const text::Sentence& s, CategoryId backchannel) {
  std::uint32_t covered = 0;
  for (const auto& match : turn.phrases) {
    if (match.payload == backchannel && match.first >= s.first && match.last <= s.last) covered += match.last - match.first;
  }
  return covered >= words_in(turn, s);
}

/// A request at the begin of the sentence or of a clause: "Please explain ...", "In your own words, describe ...".
bool requests(const Annotation& turn, const text::Sentence& s, CategoryId request) {
  for (const auto& match : turn.phrases) {
    if (match.payload != request || match.first < s.first || match.first >= s.last) continue;
    if (match.first <= s.first + 2) return true;
    const auto& before = turn.text.tokens[match.first - 1];
    if (before.kind != text::TokenKind::kPunct) continue;
    const char sign = turn.text.text[before.begin];
    if (sign == ',' || sign == ':' || sign == ';') return true;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> asking_sentences(const Annotation& turn, const Categories& categories) {
  std::vector<std::uint32_t> out;
  const auto& sentences = turn.text.sentences;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    const auto& s = sentences[i];
    const bool asks = s.question && !only_backchannels(turn, s, categories.backchannel);
    if (asks || requests(turn, s, categories.request)) out.push_back(i);
  }
  return out;
}

}  // namespace te::structure
