// A line with name and time above each paragraph: "Ann Moe  0:03" as Otter and Word documents of Teams have it,
// "[Ann Moe] 10:04:12" of Zoom captions, "Ann Moe  10:04 AM" of Slack, "[00:00:03] Ann Moe" and "0:03 | Ann Moe" of others.
#include "parse/clock.h"
#include "parse/formats.h"
#include "parse/stamps.h"
#include "text/letter_pattern.h"

namespace te::parse {
namespace {

std::optional<Stamp> read_stamp(std::string_view line) {
  static const text::LetterPattern kNameFirst(R"(\s*[*_]*\[?(\pL[^:\[\]<>]*?)\]?[*_]*\s+[*_]*[\[(]?(\d{1,3}:\d\d(?::\d\d)?(?:\.\d+)?(?:[\s\x{202f}][AaPp][Mm])?)[\])]?[*_]*\s*)");
  static const text::LetterPattern kTimeFirst(R"(\s*[*_]*[\[(](\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?)[\])][*_]*\s*[-–—|]?\s*[*_]*(\pL[^:\[\]<>.?!]*?)[*_]*\s*)");
  static const text::LetterPattern kBareTimeFirst(R"(\s*[*_]*(\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?)[*_]*\s*[-–—|]\s*[*_]*(\pL[^:\[\]<>.?!]*?)[*_]*\s*)");
  const re2::StringPiece piece(line.data(), line.size());
  re2::StringPiece name;
  re2::StringPiece clock;
  if (!RE2::FullMatch(piece, kNameFirst.on(line), &name, &clock) && !RE2::FullMatch(piece, kTimeFirst.on(line), &clock, &name) && !RE2::FullMatch(piece, kBareTimeFirst.on(line), &clock, &name)) return std::nullopt;
  std::string_view rest(clock.data(), clock.size());
  const auto start = consume_clock(rest);
  if (!start) return std::nullopt;
  return Stamp{{name.data(), name.size()}, *start, {}};
}

}  // namespace

double detect_otter(const Content& content) { return detect_stamps(content, read_stamp); }

Result<Transcript> parse_otter(const Content& content) { return parse_stamps(content, read_stamp, "otter"); }

}  // namespace te::parse
