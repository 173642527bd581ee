// "Name: text" dialogue: plain, Markdown bold, any case, with or without a block of header lines.
//
// A line with a colon near its begin may start a turn, be a header field, or be part of an answer ("Note: ...").
// Labels are told apart by what they are and how they recur: role words and recurring names are speakers.
#include <algorithm>
#include <map>
#include <string>

#include "parse/clock.h"
#include "parse/formats.h"
#include "parse/labels.h"
#include "parse/lines.h"
#include "parse/speakers.h"
#include "text/letter_pattern.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

struct Label {
  std::size_t line = 0;     ///< index into the lines
  std::string key;          ///< folded, without titles
  std::string_view name;    ///< as written
  std::string_view text;    ///< what follows the colon
  bool fenced = false;      ///< between code fences, as far as they pair up
  bool after_blank = false; ///< the line before it is blank, or there is none
  bool listed = false;      ///< a list mark stands before it
};

bool is_fence(std::string_view line) { return text::trimmed(line).substr(0, 3) == "```"; }

/// "**domain knowledge:**", "## Part 2": a line that heads what follows.
bool is_heading(std::string_view line) {
  line = text::trimmed(line);
  if (line.empty()) return false;
  const bool bold = line.size() > 4 && line.substr(0, 2) == "**" && line.substr(line.size() - 2) == "**";
  return line.front() == '#' || bold || line.back() == ':';
}

class LabelledParser {
 public:
  explicit LabelledParser(const Content& content) : lines_(content.lines()) {
    out_.source = content.source();
    out_.format = "labelled";
  }

  Result<Transcript> run() {
    find_labels();
    choose_speakers();
    read_header();
    turns();
    strays();
    unite_short_names(out_);
    return finish(std::move(out_));
  }

 private:
  static const RE2& shape(std::string_view line) {
    // Lengths are checked in find_labels(): counted repeats of Unicode classes make a program too large for RE2's DFA.
    static const text::LetterPattern kShape(
        R"(^\s*(?:[-*>]\s+)?(?:#{1,6}\s+)?[*_]{0,3}-?(\pL[\pL\pN.'’\-/& ,]*?)\s*(\([^()]*\))?[*_]{0,3}\s*:\s*[*_]{0,3}(?:\s+(.*)|\s*)$)");
    return kShape.on(line);
  }

  /// "Interviewer:Why?": without a blank only words that name a part are labels, "std::min" and "http://" are not.
  static const RE2& tight_shape(std::string_view line) {
    static const text::LetterPattern kShape(R"(^\s*[*_]{0,3}(\pL[\pL ]*?)()[*_]{0,3}:[*_]{0,3}([^\s:/].*)$)");
    return kShape.on(line);
  }

  /// "Q. Why?" and "A. So.", the style of court reporters.
  static const RE2& court_shape() {
    static const RE2 kShape(R"(^\s*(Q|A)()\.\s+(\S.*)$)");
    return kShape;
  }

  /// Questions and answers stand in the style of court reporters, and not under labels: "A." may count off a list.
  [[nodiscard]] bool is_court_report() const {
    const auto count = [&](auto&& is) { return std::count_if(lines_.begin(), lines_.end(), [&](const Line& line) { return is(line.text); }); };
    const auto begins = [](std::string_view line, char sign) {
      const auto first = line.find_first_not_of(" \t");
      return first != std::string_view::npos && first + 1 < line.size() && line[first] == sign && line[first + 1] == '.';
    };
    const auto questions = count([&](std::string_view line) { return begins(line, 'Q'); });
    const auto answers = count([&](std::string_view line) { return begins(line, 'A'); });
    if (questions < 2 || answers < 2) return false;
    return questions > count([](std::string_view line) { return is_role_word(speaker_key(split_label(line).label)); });
  }

  void find_labels() {
    const bool court_report = is_court_report();
    // A fence that is never closed encloses nothing.
    std::size_t fences = static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), [](const Line& line) { return is_fence(line.text); }));
    fences -= fences % 2;
    bool fenced = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view line = lines_[i].text;
      if (is_fence(line) && fences > 0) {
        fenced = !fenced;
        --fences;
      }
      const re2::StringPiece piece(line.data(), line.size());
      re2::StringPiece name;
      re2::StringPiece remark;
      re2::StringPiece text;
      const auto colon = line.find(':');
      const bool near = colon != std::string_view::npos && colon <= 110;
      if (!(near && RE2::FullMatch(piece, shape(line), &name, &remark, &text)) && !(near && is_tight_label(piece, name, remark, text)) &&
          !(court_report && RE2::FullMatch(piece, court_shape(), &name, &remark, &text))) {
        continue;
      }
      constexpr std::size_t kLongestName = 59;
      constexpr std::size_t kLongestRemark = 42;
      if (letters({name.data(), name.size()}) > kLongestName || letters({remark.data(), remark.size()}) > kLongestRemark) continue;
      Label label;
      label.line = i;
      label.fenced = fenced;
      label.name = without_marks({name.data(), name.size()});
      label.key = speaker_key(label.name);
      label.text = text.data() == nullptr ? line.substr(line.size()) : std::string_view(text.data(), text.size());
      label.after_blank = i == 0 || lines_[i - 1].blank() || is_heading(lines_[i - 1].text);
      const std::string_view content = text::trimmed(line);
      label.listed = content.substr(0, 2) == "- " || content.substr(0, 2) == "* ";
      if (label.key.empty() || std::count(label.key.begin(), label.key.end(), ' ') > 3) continue;
      labels_.push_back(std::move(label));
    }
  }

  static bool is_tight_label(const re2::StringPiece& line, re2::StringPiece& name, re2::StringPiece& remark, re2::StringPiece& text) {
    if (!RE2::FullMatch(line, tight_shape({line.data(), line.size()}), &name, &remark, &text)) return false;
    return is_role_word(speaker_key({name.data(), name.size()})) && (name.size() > 1 || text::is_ascii_upper(name[0]));
  }

  void choose_speakers() {
    std::map<std::string, std::pair<int, int>> seen;  // key -> occurrences, of them after a blank line
    std::map<std::string, int> listed;                // key -> occurrences in a list
    int blanks = 0;
    for (const Label& label : labels_) {
      // Keys in a code block make no speaker, however often they come back.
      if (label.fenced) continue;
      auto& [all, after_blank] = seen[label.key];
      ++all;
      after_blank += label.after_blank ? 1 : 0;
      blanks += label.after_blank ? 1 : 0;
      listed[label.key] += label.listed ? 1 : 0;
    }
    const bool paragraphs = blanks * 2 > static_cast<int>(labels_.size());
    for (const auto& [key, count] : seen) {
      if (is_never_speaker(key)) continue;
      const bool spaced = !paragraphs || count.second * 10 >= count.first * 6;
      if (is_role_word(key) ? spaced || count.first > 1 : count.first >= 2 && spaced) speakers_.emplace(key, count.first);
    }
    // Where speakers stand outside lists, "- Cost: low" is an item of an answer.
    const auto in_lists = [&](const auto& speaker) { return listed[speaker.first] * 2 > speaker.second; };
    if (std::count_if(speakers_.begin(), speakers_.end(), [&](const auto& s) { return !in_lists(s); }) >= 2) std::erase_if(speakers_, in_lists);
    // A role word that occurs once beside two recurring speakers names a person in the header.
    if (std::count_if(speakers_.begin(), speakers_.end(), [](const auto& s) { return s.second >= 2; }) >= 2) {
      std::erase_if(speakers_, [](const auto& s) { return s.second == 1; });
    }
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
      const Label& label = labels_[i];
      const std::string_view value = without_marks(text::trimmed(label.text));
      if (speakers_.count(label.key) > 0) {
        const bool introduces = is_role_word(label.key) && reads_as_name(value) && (names_a_speaker(value) || (speakers_.at(label.key) > 1 && header_goes_on(i)));
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
    const Label& next = labels_[i + 1];
    if (speakers_.count(next.key) == 0) return is_never_speaker(next.key);
    return is_role_word(next.key) && next.key != labels_[i].key && reads_as_name(text::trimmed(next.text)) &&
           next.text.find(',') == std::string_view::npos;
  }

  void field(const Label& label, std::string_view value) { add_header_field({label.name, value, lines_[label.line].number}, out_); }

  void turns() {
    std::map<std::string, std::uint32_t> index;
    for (std::size_t i = first_label_; i < labels_.size(); ++i) {
      const Label& label = labels_[i];
      if (speakers_.count(label.key) == 0) continue;
      const auto [it, fresh] = index.try_emplace(label.key, static_cast<std::uint32_t>(out_.speakers.size()));
      if (fresh) out_.speakers.emplace_back(label.name);
      if (!out_.turns.empty()) close(out_.turns.back(), label.line);
      Turn turn;
      turn.speaker = it->second;
      turn.span = {lines_[label.line].span.begin, lines_[label.line].span.end};
      turn.text = label.text;
      out_.turns.push_back(turn);
    }
    if (!out_.turns.empty()) close(out_.turns.back(), lines_.size());
  }

  /// Lines before the first turn that are no header field.
  void strays() {
    for (const Line& line : lines_) {
      if (!out_.turns.empty() && line.span.begin >= out_.turns.front().span.begin) return;
      const bool read = std::any_of(out_.header.begin(), out_.header.end(), [&](const HeaderField& f) { return f.line == line.number; });
      if (!read) stray(line, out_);
    }
  }

  /// Ends a turn before line `end` and fixes its text.
  void close(Turn& turn, std::size_t end) const {
    turn.span.end = lines_[end - 1].span.end;
    const std::uint32_t begin = out_.source->offset_of(turn.text);
    // The time of the section that follows is not said.
    while (end > 1 && lines_[end - 1].span.begin > begin && (lines_[end - 1].blank() || clock_line(lines_[end - 1].text))) --end;
    turn.text = without_outer_quotes(out_.source->slice({begin, lines_[end - 1].span.end}));
    turn.line = out_.source->line_at(turn.text.empty() ? turn.span.begin : out_.source->offset_of(turn.text));
  }

  const std::vector<Line>& lines_;
  Transcript out_;
  std::vector<Label> labels_;
  std::map<std::string, int> speakers_;  ///< key -> occurrences
  std::size_t first_label_ = 0;
};

}  // namespace

/// Takes anything: a text of no known format is refused with what a dialogue must look like.
double detect_labelled(const Content& /*content*/) { return kLastResort; }

Result<Transcript> parse_labelled(const Content& content) { return LabelledParser(content).run(); }

}  // namespace te::parse
