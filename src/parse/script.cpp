// The name alone on a line and the words beneath, as in a play: "Ann Moe", "**Interviewer**", "## Candidate"; also with
// the time on a line of its own above or below the name, as the transcript panes of players are copied.
#include <algorithm>
#include <map>
#include <optional>

#include "parse/clock.h"
#include "parse/cues.h"
#include "parse/formats.h"
#include "parse/labels.h"
#include "parse/speakers.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// A line that may be nothing but a name.
struct Name {
  std::string key;
  std::string_view name;
  std::string_view remark;  ///< "Interviewer" of "Ann Moe (Interviewer)"
};

std::optional<Name> name_line(std::string_view line) {
  constexpr std::size_t kLongest = 200;
  line = text::trimmed(line);
  if (line.empty() || line.size() > kLongest || line.substr(0, 2) == "- " || line.substr(0, 2) == "* ") return std::nullopt;
  while (!line.empty() && line.front() == '#') line.remove_prefix(1);
  line = without_marks(text::trimmed(line));
  if (line.size() > 2 && line.front() == '[' && line.back() == ']') line = line.substr(1, line.size() - 2);
  Name out;
  if (const auto open = line.find('('); !line.empty() && line.back() == ')' && open != std::string_view::npos) {
    out.remark = line.substr(open + 1, line.size() - open - 2);
    line = without_marks(text::trimmed(line.substr(0, open)));
  }
  out.name = without_number(line);
  if (!reads_as_name(out.name) || letters(out.name) > kLongestLabel || out.name.find(',') != std::string_view::npos) return std::nullopt;
  out.key = speaker_key(out.name);
  if (out.key.empty() || text::is_ascii_digit(out.key.front())) return std::nullopt;
  return is_role_word(out.key) || (is_written_as_name(out.name) && !is_never_speaker(out.key)) ? std::make_optional(std::move(out)) : std::nullopt;
}

/// Which lines name who speaks beneath: names that come back, each with words beneath.
class Names {
 public:
  explicit Names(const std::vector<Line>& lines) : lines_(lines), names_(lines.size()) {
    std::size_t all = 0;
    std::size_t spaced = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!(names_[i] = name_line(lines[i].text))) continue;
      ++count_[names_[i]->key];
      ++all;
      spaced += after_blank(i) ? 1 : 0;
    }
    paragraphs_ = spaced * 10 >= all * 6;
    // What is said in the place of words ("Yes") is no name; without it another name may turn out to come only once.
    for (int pass = 0; pass < 2; ++pass) choose();
  }

  /// Who speaks below this line, null when it names nobody.
  [[nodiscard]] const Name* at(std::size_t line) const { return names_[line] ? &*names_[line] : nullptr; }

  /// Two sides at least, who take turns.
  [[nodiscard]] bool converse() const {
    // A call has a handful of people; what has more headings is an article. What is short and asks nothing is a form.
    constexpr std::size_t kMost = 20;
    constexpr std::size_t kFew = 4;
    const auto asks = [](const Line& line) { return line.text.find('?') != std::string_view::npos; };
    return count_.size() >= 2 && count_.size() <= kMost && repeated_ * 5 <= chosen_ && (chosen_ >= kFew || std::any_of(lines_.begin(), lines_.end(), asks));
  }
  [[nodiscard]] std::size_t size() const { return chosen_; }

 private:
  [[nodiscard]] bool after_blank(std::size_t i) const { return i == 0 || lines_[i - 1].blank() || clock_line(lines_[i - 1].text); }

  [[nodiscard]] bool may_speak(std::size_t i) const {
    const std::string& key = names_[i]->key;
    return (!paragraphs_ || after_blank(i)) && (is_role_word(key) || count_.at(key) >= 2);
  }

  /// Drops the names that are words of whoever is named above, and those that do not come back.
  void choose() {
    std::map<std::string, std::size_t> count;
    std::string last;
    bool named = false;
    chosen_ = repeated_ = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!named && !names_[i]) continue;  // words
      if (lines_[i].blank() || clock_line(lines_[i].text)) continue;
      if (names_[i] && (named || !may_speak(i))) names_[i].reset();
      named = names_[i].has_value();
      if (!named) continue;
      ++chosen_;
      repeated_ += names_[i]->key == last ? 1 : 0;
      last = names_[i]->key;
      ++count[last];
    }
    count_ = std::move(count);
  }

  const std::vector<Line>& lines_;
  std::vector<std::optional<Name>> names_;     ///< parallel to the lines
  std::map<std::string, std::size_t> count_;   ///< key -> lines
  bool paragraphs_ = false;                    ///< most names stand after a blank line; then all do
  std::size_t chosen_ = 0;
  std::size_t repeated_ = 0;                   ///< names below which the same one stands next
};

}  // namespace

double detect_script(const Content& content) {
  const auto& lines = content.lines();
  const Names names(lines);
  if (!names.converse()) return kNo;
  const auto labels = std::count_if(lines.begin(), lines.end(), [](const Line& line) { return begins_with_speaker(line.text); });
  return names.size() > static_cast<std::size_t>(labels) ? kGuess : kNo;
}

Result<Transcript> parse_script(const Content& content) {
  Transcript out;
  out.format = "script";
  const auto& lines = content.lines();
  const Names names(lines);
  std::vector<Cue> cues;
  std::string_view speaker;
  Times times;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    if (const Name* name = names.at(i)) {
      if (is_role_word(speaker_key(name->remark)) && !is_role_word(name->key)) add_header_field({name->remark, name->name, lines[i].number}, out);
      speaker = name->name;
    } else if (const auto start = clock_line(lines[i].text)) {
      times.start_s = start;
    } else if (speaker.empty()) {
      head_line(lines[i], out);
    } else {
      cues.push_back({times, speaker, lines[i].text, std::nullopt, '\n'});
      times = {};
    }
  }
  return finish_cues(content, std::move(cues), Markup::kNone, std::move(out));
}

}  // namespace te::parse
