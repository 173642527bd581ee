#include "support/transcripts.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "support/table.h"
#include "text/utf8.h"

namespace te::test {
namespace {

std::string on_one_line(std::string_view s) {
  std::string out;
  for (const char c : s) {
    if (c != '\r') out.push_back(c == '\n' ? '/' : c);
  }
  return out;
}

/// 1-based number of the last line of the span that is not blank.
std::uint32_t last_line(const SourceText& source, Span span) {
  const auto last = source.slice(span).find_last_not_of(" \t\r\n");
  return source.line_at(span.begin + static_cast<std::uint32_t>(last == std::string_view::npos ? 0 : last));
}

bool at_line_begin(std::string_view text, std::uint32_t i) { return i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r' || (i == 3 && text.substr(0, 3) == "\xEF\xBB\xBF"); }

bool at_line_end(std::string_view text, std::uint32_t i) { return i == text.size() || text[i] == '\n' || text[i] == '\r'; }

bool is_whole_turn(const SourceText& source, const Turn& turn) {
  const std::string_view all = source.text();
  if (turn.span.begin >= turn.span.end || turn.span.end > all.size()) return false;
  if (!at_line_begin(all, turn.span.begin) || !at_line_end(all, turn.span.end)) return false;
  const char* const begin = all.data() + turn.span.begin;
  const char* const end = all.data() + turn.span.end;
  return turn.text.data() >= begin && turn.text.data() + turn.text.size() <= end;
}

bool blank(std::string_view line) { return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos; }

/// The owners of the line [begin, end).
int owners(const Transcript& t, std::uint32_t begin, std::uint32_t end, std::uint32_t number) {
  const auto covers = [&](const Span& s) { return s.begin < end && begin < s.end; };
  const auto turns = std::count_if(t.turns.begin(), t.turns.end(), [&](const Turn& turn) { return covers(turn.span); });
  const auto sections = std::count_if(t.sections.begin(), t.sections.end(), covers);
  const auto fields = std::count_if(t.header.begin(), t.header.end(), [&](const HeaderField& f) { return f.line == number && turns == 0; });
  const auto preface = std::count_if(t.preface.begin(), t.preface.end(), [&](const PrefaceLine& p) { return p.line == number; });
  const auto strays = std::count_if(t.diagnostics.begin(), t.diagnostics.end(), [&](const Diagnostic& d) { return d.line == number && d.code == "input.unassigned-line"; });
  return static_cast<int>(turns + sections + fields + std::max(preface, strays));
}

bool frames_header(std::string_view line) {
  line = text::trimmed(line);
  return line == "Interview Transcript" || line.find_first_not_of("=-*_#") == std::string_view::npos;
}

}  // namespace

SourcePtr source_of(std::string_view text) {
  auto source = SourceText::from_bytes("test.txt", std::string(text));
  if (!source) throw std::runtime_error(source.error().to_string());
  return *source;
}

Result<Transcript> parse(std::string_view text, const std::string& format) { return parse_transcript(source_of(text), {format}); }

std::string dump_turns(const Result<Transcript>& transcript) {
  if (!transcript) return fmt::format("error: {} {}", code_name(transcript.error().code), transcript.error().line);
  const SourceText& source = *transcript->source;
  std::string out;
  for (const Turn& turn : transcript->turns) {
    if (!out.empty()) out += " | ";
    out += fmt::format("{} {}-{}@{}", transcript->speakers[turn.speaker], source.line_at(turn.span.begin), last_line(source, turn.span), turn.line);
    if (!is_whole_turn(source, turn)) out += " BAD SPAN";
    if (!turn.text.empty()) out += " " + on_one_line(turn.text);
  }
  return out;
}

std::string dump_found(std::string_view text) {
  const auto t = parse(text);
  return t ? t->format + " " + dump_turns(t) : dump_turns(t);
}

std::string dump_words(std::string_view text) {
  const auto t = parse(text);
  if (!t) return dump_turns(t);
  std::string out;
  for (const Turn& turn : t->turns) out += fmt::format("{}{}{} {}", out.empty() ? t->format + " " : " | ", t->speakers[turn.speaker], turn.start_s ? fmt::format("@{}", *turn.start_s) : "", turn.text);
  return out;
}

std::string dump_header(const Transcript& transcript) {
  std::string out;
  for (const HeaderField& field : transcript.header) out += fmt::format("{}{}={}@{}", out.empty() ? "" : "; ", field.key, field.value, field.line);
  return out;
}

std::string dump_sections(const Transcript& transcript) {
  std::string out;
  for (const Span& span : transcript.sections) {
    out += fmt::format("{}{}-{}", out.empty() ? "" : " ", transcript.source->line_at(span.begin), last_line(*transcript.source, span));
  }
  return out;
}

std::string dump_diagnostics(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += fmt::format("{}{}@{}", out.empty() ? "" : " ", d.code, d.line);
  return out;
}

std::string lines_without_one_owner(const Transcript& transcript) {
  const std::string_view all = transcript.source->text();
  std::string out;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    std::string_view line = all.substr(begin, end - begin);
    if (begin == 0 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
    ++number;
    const int n = blank(line) ? 1 : owners(transcript, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), number);
    if (n != 1 && !(n == 0 && frames_header(line))) out += fmt::format("line {}: {} owners: {}; ", number, n, visible(line.substr(0, 60)));
    begin = end + 1;
  }
  return out;
}

}  // namespace te::test
