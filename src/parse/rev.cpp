// Names with times in front of the words: "[00:01:23] Name: words" and "Name (00:12):", as Rev and many others write;
// also the chats of Zoom ("10:04:12 From Ann Moe to Everyone:") and WhatsApp ("[04.05.24, 10:04:12] Ann Moe:").
#include <algorithm>

#include "parse/clock.h"
#include "parse/formats.h"
#include "parse/stamps.h"
#include "text/letter_pattern.h"
#include "text/utf8.h"

namespace te::parse {
namespace {

/// "Ann Moe" of "From Ann Moe (Host) to Everyone", as the chat of Zoom has it.
std::string_view sender(std::string_view name) {
  constexpr std::string_view kFrom = "From ";
  if (name.substr(0, kFrom.size()) != kFrom) return name;
  name.remove_prefix(kFrom.size());
  return text::trimmed(name.substr(0, std::min({name.find(" to "), name.find(" To "), name.find('(')})));
}

/// The name up to its colon, the time before it, behind it or behind the colon.
std::optional<Stamp> read_stamp(std::string_view line) {
  static const text::LetterPattern kTimeFirst(R"(\s*[*_]*[\[(]?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+)?(\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?(?:[\s\x{202f}]?[AaPp][Mm])?)(?:\s*[-–—]\s*[\d:.,]+(?:[\s\x{202f}]?[AaPp][Mm])?)?[\])]?[*_]*\s*[-–—|]?\s*[*_]*(\pL[^:\[\]()<>]*?(?:\([^()]*\)\s+[Tt]o [^:\[\]()<>]*?)?)(?:\([^()]*\))?[*_]*\s*:[*_]*(?:\s+(.*))?)");
  static const text::LetterPattern kNameFirst(R"(\s*[*_]*(\pL[^:\[\]()<>]*?)[*_]*\s*:?\s*[\[(](\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?)(?:\s*[-–—]\s*[\d:.,]+)?[\])][*_]*\s*(:?)[*_]*(?:\s+(.*))?)");
  const re2::StringPiece piece(line.data(), line.size());
  re2::StringPiece name;
  re2::StringPiece clock;
  re2::StringPiece colon;
  re2::StringPiece words;
  if (!RE2::FullMatch(piece, kTimeFirst.on(line), &clock, &name, &words)) {
    if (!RE2::FullMatch(piece, kNameFirst.on(line), &name, &clock, &colon, &words)) return std::nullopt;
    const bool before = std::string_view(name.end(), static_cast<std::size_t>(clock.begin() - name.end())).find(':') != std::string_view::npos;
    if (!before && colon.empty()) return std::nullopt;
  }
  // "[2:05 pm - 2:20 pm: product vision]" is an agenda.
  if (text::equals_ignoring_case({name.data(), name.size()}, "am") || text::equals_ignoring_case({name.data(), name.size()}, "pm")) return std::nullopt;
  std::string_view rest(clock.data(), clock.size());
  const auto start = consume_clock(rest);
  if (!start) return std::nullopt;
  return Stamp{sender({name.data(), name.size()}), *start, {words.data(), words.size()}};
}

}  // namespace

double detect_rev(const Content& content) { return detect_stamps(content, read_stamp); }

Result<Transcript> parse_rev(const Content& content) { return parse_stamps(content, read_stamp, "rev"); }

}  // namespace te::parse
