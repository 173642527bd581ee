// "Name: text" dialogue: plain, Markdown bold, any case, with or without a block of header lines.
//
// A line with a colon near its begin may start a turn, be a header field, or be part of an answer ("Note: ...").
// Labels are told apart by what they are and how they recur: role words and recurring names are speakers.
#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "parse/clock.h"
#include "parse/formats.h"
#include "parse/label_lines.h"
#include "parse/labels.h"
#include "parse/lines.h"
#include "parse/remarks.h"
#include "parse/speakers.h"
#include "text/closest.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// The role words that stand before colons within a line, at the begin of a sentence: "... pages. Interviewer: Why?"
std::vector<std::size_t> labels_within(std::string_view line) {
  std::vector<std::size_t> out;
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
    constexpr std::size_t kLongest = 40;
    const std::size_t from = colon > kLongest ? colon - kLongest : 0;
    const auto stop = line.substr(from, colon - from).find_last_of(".?!\"”)");
    const std::size_t begin = stop == std::string_view::npos ? 0 : from + stop + 1;
    const std::string_view label = without_number(without_marks(text::trimmed(line.substr(begin, colon - begin))));
    if ((begin == 0 && from > 0) || !is_role_word(speaker_key(label))) continue;
    out.push_back(line.find_first_not_of(' ', begin));
  }
  return out;
}

/// The lines of a dialogue whose turns follow one another within lines; none when it is no such dialogue.
std::vector<Line> one_line_for_each_turn(const Content& content) {
  std::vector<Line> out;
  bool asks = false;
  bool answers = false;
  for (const Line& line : content.lines()) {
    const auto starts = labels_within(line.text);
    for (std::size_t i = 0; i < std::max<std::size_t>(1, starts.size()); ++i) {
      const std::size_t begin = i == 0 ? 0 : starts[i];
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : line.text.size();
      const auto base = static_cast<std::uint32_t>(line.span.begin);
      out.push_back({line.text.substr(begin, end - begin), {base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(end)}, line.number});
      if (starts.empty()) continue;
      (names_candidate(speaker_key(split_label(out.back().text).label)) ? answers : asks) = true;
    }
  }
  return asks && answers && out.size() > content.lines().size() ? out : std::vector<Line>();
}

class LabelledParser {
 public:
  LabelledParser(const Content& content, const std::vector<Line>& lines) : lines_(lines) {
    out_.source = content.source();
    out_.format = "labelled";
  }

  Result<Transcript> run() {
    labels_ = find_label_lines(lines_);
    choose_speakers();
    read_header();
    turns();
    strays();
    unite_short_names(out_);
    return finish(std::move(out_));
  }

 private:
  /// How often a label occurs.
  struct Seen {
    int all = 0;
    int after_blank = 0;
    int listed = 0;
  };

  void choose_speakers() {
    std::map<std::string, Seen> seen;
    for (const LabelLine& label : labels_) {
      // Keys in a code block make no speaker, however often they come back.
      if (label.fenced) continue;
      Seen& s = seen[label.key];
      ++s.all;
      s.after_blank += label.after_blank ? 1 : 0;
      s.listed += label.listed ? 1 : 0;
    }
    std::erase_if(seen, [](const auto& s) { return is_never_speaker(s.first); });
    int blanks = 0;
    for (const auto& [key, s] : seen) blanks += s.after_blank;
    const bool paragraphs = blanks * 2 > static_cast<int>(labels_.size());
    const auto spaced = [&](const Seen& s) { return !paragraphs || s.after_blank * 10 >= s.all * 6; };
    for (const auto& [key, s] : seen) {
      if (is_role_word(key) ? spaced(s) || s.all > 1 : s.all >= 2 && spaced(s)) speakers_.emplace(key, s.all);
    }
    // Where speakers stand outside lists, "- Cost: low" is an item of an answer.
    const auto in_lists = [&](const auto& speaker) { return seen[speaker.first].listed * 2 > speaker.second; };
    if (std::count_if(speakers_.begin(), speakers_.end(), [&](const auto& s) { return !in_lists(s); }) >= 2) std::erase_if(speakers_, in_lists);
    if (std::count_if(speakers_.begin(), speakers_.end(), [](const auto& s) { return s.second >= 2; }) >= 2) {
      // Beside two who recur, a word that comes once may also name a person in the header, or head a paragraph.
      std::erase_if(speakers_, [](const auto& s) { return s.second == 1; });
      add_rare_speakers([&](const LabelLine& label) { return seen[label.key].all == 1 && spaced(seen[label.key]); });
    } else if (speakers_.size() < 2 && is_short_talk()) {
      for (const LabelLine& label : labels_) ++speakers_[label.key];
    }
  }

  /// Who speaks only once: somebody of a panel, an observer.
  template <typename MaySpeak>
  void add_rare_speakers(MaySpeak&& may_speak) {
    // A call has a handful of people; what has more labels is a list of something.
    constexpr std::size_t kMost = 20;
    std::vector<std::size_t> rare;
    std::vector<std::size_t> usual;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (speakers_.count(labels_[i].key) > 0) usual.push_back(i);
      else if (!labels_[i].fenced && !labels_[i].listed && !is_never_speaker(labels_[i].key) && may_speak(labels_[i])) rare.push_back(i);
    }
    if (usual.empty() || rare.size() > kMost) return;
    const bool in_turns = alternate(usual);
    for (const std::size_t i : rare) {
      LabelLine& label = labels_[i];
      const auto next = std::upper_bound(usual.begin(), usual.end(), i);
      const std::string before = next == usual.begin() ? std::string() : labels_[*(next - 1)].key;
      const std::string after = next == usual.end() ? std::string() : labels_[*next].key;
      if (const auto meant = slip_of(label.key); meant && *meant != before && *meant != after) {
        label.name = std::find_if(labels_.begin(), labels_.end(), [&](const LabelLine& l) { return l.key == *meant; })->name;
        label.key = *meant;
        continue;
      }
      const bool between = in_turns && !before.empty() && before == after;
      const std::string_view said = without_marks(text::trimmed(label.text));
      const bool in_header = before.empty() ? said.empty() || !ends_sentence(said) : !between && reads_as_name(said);
      if (in_header) continue;
      if (is_attendee(label.key) || (is_written_as_name(label.name) && (between || is_addressed(label.name)))) speakers_.emplace(label.key, 1);
    }
  }

  static bool ends_sentence(std::string_view said) { return std::string_view(".?!").find(said.back()) != std::string_view::npos; }

  /// The speaker whose mistyped label this is: "Ehan" for "Ethan".
  [[nodiscard]] std::optional<std::string> slip_of(const std::string& key) const {
    constexpr std::size_t kShortest = 4;
    // "Speaker 1" and "Speaker 2" are two, and so are the interviewer and the interviewee.
    if (key.size() < kShortest || is_role_word(key) || key.find_first_of("0123456789") != std::string::npos) return std::nullopt;
    for (const auto& [speaker, count] : speakers_) {
      if (count > 1 && text::edit_distance(key, speaker) == 1) return speaker;
    }
    return std::nullopt;
  }

  /// Nobody has two labels in a row, unless another label stands between: whoever that is has spoken.
  [[nodiscard]] bool alternate(const std::vector<std::size_t>& usual) const {
    for (std::size_t k = 1; k < usual.size(); ++k) {
      if (usual[k] == usual[k - 1] + 1 && labels_[usual[k]].key == labels_[usual[k - 1]].key) return false;
    }
    return true;
  }

  /// "Thanks, Luis." "Luis, over to you.": somebody calls the person by the first name.
  [[nodiscard]] bool is_addressed(std::string_view name) const {
    const std::string_view all = out_.source->text();
    const std::string_view first = name.substr(0, name.find(' '));
    constexpr std::size_t kShortest = 2;
    if (first.size() < kShortest) return false;
    for (std::size_t at = all.find(first); at != std::string_view::npos; at = all.find(first, at + first.size())) {
      const std::string_view before = all.substr(0, at);
      const std::string_view after = all.substr(at + first.size());
      const bool called = before.size() >= 2 && before.substr(before.size() - 2) == ", " && !after.empty() && std::string_view(".?!,").find(after.front()) != std::string_view::npos;
      const bool calls = !after.empty() && after.front() == ',' && (before.empty() || !text::is_ascii_alpha(before.back()));
      if (called || calls) return true;
    }
    return false;
  }

  /// Every line begins with a name, and something is asked: a talk too short for anybody to speak twice.
  [[nodiscard]] bool is_short_talk() const {
    constexpr std::size_t kFewLines = 6;
    const auto spoken = static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), [](const Line& line) { return !line.blank(); }));
    const auto speaks = [](const LabelLine& label) { return is_written_as_name(label.name) && !is_never_speaker(label.key) && !label.listed && !label.fenced; };
    const auto asks = [](const LabelLine& label) { return label.text.find('?') != std::string_view::npos; };
    return spoken == labels_.size() && spoken <= kFewLines && std::all_of(labels_.begin(), labels_.end(), speaks) && std::any_of(labels_.begin(), labels_.end(), asks);
  }

  [[nodiscard]] bool names_a_speaker(std::string_view value) const {
    const std::string folded = speaker_key(without_marks(text::trimmed(value)));
    for (const auto& [key, count] : speakers_) {
      if (!is_role_word(key) && folded.compare(0, key.size(), key) == 0) return true;
    }
    return false;
  }

  /// Labels up to the first one that is speech are header fields.
  void read_header() {
    std::size_t i = 0;
    // What goes on for longer is no header.
    constexpr std::size_t kMostFields = 50;
    for (; i < labels_.size() && out_.header.size() < kMostFields; ++i) {
      const LabelLine& label = labels_[i];
      const std::string_view value = without_marks(text::trimmed(label.text));
      if (speakers_.count(label.key) > 0) {
        const bool introduces = is_role_word(label.key) && reads_as_name(value) && (names_a_speaker(value) || (speakers_.at(label.key) > 1 && (header_goes_on(i) || stands_alone(i))));
        if (!introduces) break;
      } else if (!reads_as_name(value)) {
        continue;
      }
      field(label, value);
    }
    first_label_ = i;
  }

  /// A block of lines in which a label comes back: the keys of a header do not.
  [[nodiscard]] bool is_dialogue(std::size_t i) const {
    for (std::size_t k = i + 1; k < labels_.size() && labels_[k].line == labels_[k - 1].line + 1; ++k) {
      if (labels_[k].key == labels_[i].key) return true;
    }
    return false;
  }

  /// The next line that is not blank carries a label too, and it is no recurring person's speech.
  [[nodiscard]] bool header_goes_on(std::size_t i) const {
    if (i + 1 >= labels_.size() || is_dialogue(i)) return false;
    for (std::size_t k = labels_[i].line + 1; k < labels_[i + 1].line; ++k) {
      if (!lines_[k].blank()) return false;
    }
    const LabelLine& next = labels_[i + 1];
    if (speakers_.count(next.key) == 0) return is_never_speaker(next.key);
    return is_role_word(next.key) && next.key != labels_[i].key && reads_as_name(text::trimmed(next.text)) &&
           next.text.find(',') == std::string_view::npos;
  }

  /// "Candidate: Jane Doe" above a dialogue in which nobody's turn could come there: the interviewer has not spoken yet, or
  /// the same side speaks next.
  [[nodiscard]] bool stands_alone(std::size_t i) const {
    const LabelLine& label = labels_[i];
    const std::string_view name = without_marks(text::trimmed(label.text));
    const std::string_view person = text::trimmed(name.substr(0, name.find_first_of(",(")));
    if (person.find(' ') == std::string_view::npos || !(is_written_as_name(person) || is_addressed(person))) return false;
    for (std::size_t k = i + 1; k < labels_.size(); ++k) {
      if (speakers_.count(labels_[k].key) > 0) return labels_[k].key == label.key || names_candidate(label.key);
    }
    return false;
  }

  void field(const LabelLine& label, std::string_view value) { add_header_field({label.name, value, lines_[label.line].number}, out_); }

  void turns() {
    std::map<std::string, std::uint32_t> index;
    for (std::size_t i = first_label_; i < labels_.size(); ++i) {
      const LabelLine& label = labels_[i];
      if (speakers_.count(label.key) == 0) continue;
      const auto [it, fresh] = index.try_emplace(label.key, static_cast<std::uint32_t>(out_.speakers.size()));
      if (fresh) out_.speakers.emplace_back(label.name);
      // "Ann Moe (Interviewer): ..." says what a header would.
      if (fresh && !is_role_word(label.key) && is_role_word(speaker_key(label.remark))) add_header_field({label.remark, label.name, lines_[label.line].number}, out_);
      if (!out_.turns.empty()) close(out_.turns.back(), label.line);
      Turn turn;
      turn.speaker = it->second;
      turn.span = {lines_[label.line].span.begin, lines_[label.line].span.end};
      turn.text = label.text;
      turn.start_s = time_above(label.line);
      out_.turns.push_back(turn);
    }
    if (!out_.turns.empty()) close(out_.turns.back(), lines_.size());
  }

  /// The time of a section that begins with this line: "[00:05:00]" on a line of its own.
  [[nodiscard]] std::optional<double> time_above(std::size_t line) const {
    while (line > 0 && lines_[line - 1].blank()) --line;
    return line > 0 ? clock_line(lines_[line - 1].text) : std::nullopt;
  }

  /// Lines before the first turn that are no header field.
  void strays() {
    for (const Line& line : lines_) {
      if (!out_.turns.empty() && line.span.begin >= out_.turns.front().span.begin) return;
      const bool read = std::any_of(out_.header.begin(), out_.header.end(), [&](const HeaderField& f) { return f.line == line.number; });
      if (!read && !add_header_row(line, out_)) preface_line(line, out_);
    }
  }

  /// Ends a turn before line `end` and fixes its text.
  void close(Turn& turn, std::size_t end) const {
    turn.span.end = lines_[end - 1].span.end;
    const std::uint32_t begin = out_.source->offset_of(turn.text);
    // Time and heading of the section that follows are not said. A heading stands apart; without a blank line it is of the answer.
    const auto heads_next = [&](std::size_t i) { return clock_line(lines_[i].text) || (lines_[i - 1].blank() && parts_sections(lines_[i].text)); };
    while (end > 1 && lines_[end - 1].span.begin > begin && (lines_[end - 1].blank() || heads_next(end - 1))) --end;
    turn.text = without_outer_quotes(out_.source->slice({begin, lines_[end - 1].span.end}));
    place(turn, *out_.source);
  }

  const std::vector<Line>& lines_;
  Transcript out_;
  std::vector<LabelLine> labels_;
  std::map<std::string, int> speakers_;  ///< key -> occurrences
  std::size_t first_label_ = 0;
};

}  // namespace

/// Takes anything: a text of no known format is refused with what a dialogue must look like.
double detect_labelled(const Content& /*content*/) { return kLastResort; }

Result<Transcript> parse_labelled(const Content& content) {
  auto read = LabelledParser(content, content.lines()).run();
  if (read) return read;
  const std::vector<Line> lines = one_line_for_each_turn(content);
  return lines.empty() ? read : LabelledParser(content, lines).run();
}

}  // namespace te::parse
