// Tables: Markdown ("| Ann Moe | What is an index? |"), columns parted by tabs, and CSV. One row is one turn, or a
// question with its answer.
#include <algorithm>
#include <array>
#include <map>

#include "parse/clock.h"
#include "parse/cues.h"
#include "parse/formats.h"
#include "parse/labels.h"
#include "parse/speakers.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

enum class Column : std::uint8_t { kOther, kSpeaker, kText, kTime, kQuestion, kAnswer };

struct Heading {
  std::string_view word;
  Column column;
};
constexpr std::array<Heading, 19> kHeadings = {{{"speaker", Column::kSpeaker}, {"speaker name", Column::kSpeaker}, {"name", Column::kSpeaker},       {"who", Column::kSpeaker},      {"participant", Column::kSpeaker},
                                                {"role", Column::kSpeaker},    {"text", Column::kText},            {"words", Column::kText},         {"content", Column::kText},     {"message", Column::kText},
                                                {"utterance", Column::kText},  {"transcript", Column::kText},      {"time", Column::kTime},          {"timestamp", Column::kTime},   {"start", Column::kTime},
                                                {"question", Column::kQuestion}, {"questions", Column::kQuestion}, {"answer", Column::kAnswer},      {"answers", Column::kAnswer}}};

/// A cell without blanks, marks and the quotes of CSV around it.
std::string_view cell_text(std::string_view cell) {
  cell = text::trimmed(cell);
  if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = text::trimmed(cell.substr(1, cell.size() - 2));
  return cell;
}

/// The cells of a line; commas within double quotes part none. Fewer than two: the line is no row.
std::vector<std::string_view> cells_of(std::string_view line, char sign) {
  line = text::trimmed(line);
  if (sign == '|') {
    if (line.empty() || line.front() != '|') return {};
    line.remove_prefix(1);
    if (!line.empty() && line.back() == '|') line.remove_suffix(1);
  }
  if (line.find(sign) == std::string_view::npos) return {};
  std::vector<std::string_view> out;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '"' && sign == ',') quoted = !quoted;
    if (i < line.size() && (line[i] != sign || quoted)) continue;
    out.push_back(cell_text(line.substr(begin, i - begin)));
    begin = i + 1;
  }
  return out;
}

/// "|---|:--:|" under the head of a table.
bool is_table_rule(const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return !cell.empty() && cell.find_first_not_of("-:") == std::string_view::npos; });
}

using Columns = std::vector<Column>;

bool has(const Columns& columns, Column column) { return std::find(columns.begin(), columns.end(), column) != columns.end(); }

/// What the cells of a head say of the columns; empty when they are no head.
Columns columns_of(const std::vector<std::string_view>& cells) {
  Columns out;
  for (const std::string_view cell : cells) {
    const std::string word = text::folded(without_marks(cell));
    const auto known = std::find_if(kHeadings.begin(), kHeadings.end(), [&](const Heading& h) { return h.word == word; });
    out.push_back(known == kHeadings.end() ? Column::kOther : known->column);
  }
  const bool turns = has(out, Column::kSpeaker) && has(out, Column::kText);
  return turns || (has(out, Column::kQuestion) && has(out, Column::kAnswer)) ? out : Columns();
}

bool is_name_cell(std::string_view cell) {
  cell = without_marks(cell);
  return !cell.empty() && letters(cell) <= kLongestLabel && !clock_line(cell) && cell.find_first_not_of("0123456789.#") != std::string_view::npos && cell.back() != ':' && is_written_as_name(cell);
}

/// The columns of a table without a head: the names that come back stand in one of the first, the words behind it.
Columns guess_columns(const std::vector<std::vector<std::string_view>>& rows) {
  constexpr std::size_t kFarthest = 3;
  for (std::size_t at = 0; at < kFarthest; ++at) {
    std::map<std::string, std::size_t> names;
    std::size_t named = 0;
    for (const auto& row : rows) {
      if (at + 1 >= row.size() || !is_name_cell(row[at])) continue;
      ++named;
      ++names[speaker_key(without_marks(row[at]))];
    }
    const auto recur = std::count_if(names.begin(), names.end(), [](const auto& name) { return name.second > 1; });
    if (recur < 2 || named * 10 < rows.size() * 9) continue;
    Columns out(at + 2, Column::kOther);
    for (std::size_t i = 0; i < at; ++i) out[i] = Column::kTime;
    out[at] = Column::kSpeaker;
    out[at + 1] = Column::kText;
    return out;
  }
  return {};
}

struct Table {
  char sign = '\0';  ///< that parts the cells; none: the text is no table
  Columns columns;
};

/// Most lines are rows, and the head or the rows say which column is what.
Table find_table(const Content& content) {
  const std::vector<Line>& lines = content.lines();
  for (const char sign : {'|', '\t', ','}) {
    if (content.text().find(sign) == std::string_view::npos) continue;
    std::vector<std::vector<std::string_view>> rows;
    std::size_t spoken = 0;
    const auto labels = [&] {
      return std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return !line.blank() && cells_of(line.text, sign).size() < 2 && begins_with_speaker(line.text); });
    };
    Columns columns;
    for (const Line& line : lines) {
      if (line.blank()) continue;
      ++spoken;
      auto cells = cells_of(line.text, sign);
      if (cells.size() < 2 || is_table_rule(cells)) continue;
      if (rows.empty()) columns = columns_of(cells);
      // Prose has commas, too: then a head must tell.
      if (columns.empty() && sign == ',') break;
      rows.push_back(std::move(cells));
    }
    if (rows.size() < 2 || rows.size() * 10 < spoken * 6) continue;
    // An answer of a dialogue may hold a table: then a head must tell as well.
    if (columns.empty() && labels() < 2) columns = guess_columns(rows);
    if (!columns.empty()) return {sign, columns};
  }
  return {};
}

/// The cues of one row.
void add_row(const std::vector<std::string_view>& cells, const Columns& columns, std::vector<Cue>& cues) {
  Cue cue;
  cue.joint = '\n';
  for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
    // A row with more cells than the head has the sign in its words.
    const bool rest = i + 1 == columns.size() && cells.size() > columns.size();
    const std::string_view cell = rest ? std::string_view(cells[i].data(), static_cast<std::size_t>(cells.back().data() + cells.back().size() - cells[i].data())) : cells[i];
    switch (columns[i]) {
      case Column::kTime: if (const auto start = clock_line(cell)) cue.times.start_s = start; break;
      case Column::kSpeaker: cue.speaker = without_marks(cell); break;
      case Column::kQuestion: cue.speaker = "Question"; cue.words = cell; cues.push_back(cue); break;
      case Column::kAnswer: cue.speaker = "Answer"; cue.words = cell; cues.push_back(cue); break;
      case Column::kText: cue.words = cell; break;
      case Column::kOther: break;
    }
  }
  if (has(columns, Column::kText) && cue.words.data() != nullptr) cues.push_back(cue);
}

}  // namespace

double detect_table(const Content& content) { return find_table(content).sign == '\0' ? kNo : kLikely; }

Result<Transcript> parse_table(const Content& content) {
  const Table table = find_table(content);
  Transcript out;
  out.format = "table";
  std::vector<Cue> cues;
  bool in_head = true;
  for (const Line& line : content.lines()) {
    const auto cells = table.sign == '\0' ? std::vector<std::string_view>() : cells_of(line.text, table.sign);
    if (line.blank() || (cells.size() >= 2 && (is_table_rule(cells) || (in_head && !columns_of(cells).empty())))) continue;
    if (cells.size() >= 2) {
      add_row(cells, table.columns, cues);
      in_head = false;
    } else if (cues.empty()) {
      head_line(line, out);
    } else {
      cues.push_back({{}, cues.back().speaker, text::trimmed(line.text), std::nullopt, '\n'});
    }
  }
  return finish_cues(content, std::move(cues), Markup::kNone, std::move(out));
}

}  // namespace te::parse
