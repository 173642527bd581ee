// Text copied from a PDF: page numbers and running heads stand between the lines. They are taken out, and the text format
// beneath does the rest.
//
// Is a page number: a number that counts up by one from page to page, in the same words each time ("Page 2 of 9", "- 2 -").
// Is a running head: what stands beside most page numbers and hardly anywhere else.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "parse/formats.h"
#include "text/lazy_pattern.h"
#include "text/utf8.h"
#include "text/phrasing.h"

namespace te::parse {
namespace {

/// The lines with words of a page, at least: what counts up faster numbers something else. Fewer will do where the
/// number is called one of a page.
constexpr std::size_t kShortestPage = 8;
constexpr std::size_t kShortestNamedPage = 4;
/// A head or foot has this many lines with words on either side of the number, at most.
constexpr std::size_t kBeside = 3;
/// What is longer is speech.
constexpr std::size_t kLongestHead = 150;

constexpr std::array<std::string_view, 5> kPage = {"page", "Page", "PAGE", "p.", "P."};

/// A line that may number a page.
struct PageNumber {
  std::string words;  ///< around the number
  int number = 0;
  std::size_t shortest = kShortestPage;
};

/// Which shapes a line can have, told before their patterns are compiled: most texts have no page numbers.
bool says_page(std::string_view line) {
  return std::any_of(std::begin(kPage), std::end(kPage), [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
}
bool is_bare(std::string_view line) {
  constexpr std::size_t kLongest = 20;
  return line.size() <= kLongest && std::count_if(line.begin(), line.end(), text::is_ascii_alpha) <= 2;
}
bool ends_apart(std::string_view line) { return text::is_ascii_digit(line.back()) && (line.find("  ") != std::string_view::npos || line.find('\t') != std::string_view::npos); }

/// "Page 3", and not "the next page of the 3".
bool is_followed_by_number(std::string_view line) {
  static const text::Phrasing kPageOrShort("(page|p.)");
  const std::string lower = text::folded(line);
  const auto number_follows = [&](std::size_t end) {
    const std::size_t number = text::behind_space(lower, end);
    return number < lower.size() && text::is_ascii_digit(lower[number]);
  };
  return kPageOrShort.find(lower, 0, number_follows).has_value();
}

/// Takes one of the signs off the begin of the text, if it stands there.
std::string_view take_sign(std::string_view& s) {
  for (const std::string_view sign : {"-", "–", "—", "|"}) {
    if (!s.starts_with(sign)) continue;
    s.remove_prefix(sign.size());
    return sign;
  }
  return {};
}

/// The digits at the begin of the text, with blanks before them; at most four.
std::string_view take_number(std::string_view& s) {
  constexpr std::size_t kMostDigits = 4;
  const std::string_view rest = text::without_leading_space(s);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits == 0 || digits > kMostDigits) return {};
  s = rest.substr(digits);
  return rest.substr(0, digits);
}

/// "- 3 -", "3 of 12", "| 3".
std::optional<PageNumber> bare_number(std::string_view s) {
  const std::string_view before = take_sign(s);
  const std::string_view digits = take_number(s);
  if (digits.empty()) return std::nullopt;
  std::string_view rest = text::without_leading_space(s);
  const std::size_t of = rest.starts_with("of") ? 2 : rest.starts_with('/') ? 1 : 0;
  rest.remove_prefix(of);
  if (of > 0) {
    if (take_number(rest).empty()) return std::nullopt;
    s = rest;
  }
  s = text::without_leading_space(s);
  const std::string_view after = take_sign(s);
  if (!s.empty()) return std::nullopt;
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return PageNumber{fmt::format("{}#{}", before, after), number};
}

std::optional<PageNumber> page_number(std::string_view line) {
  static const text::LazyPattern kNamed(R"((?i)(|.*[\s|·•–—-])(?:page|p\.)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(|[\s|·•–—-].*))");
  static const text::LazyPattern kLast(R"((.*\S)(?:\s{2,}|\t)(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?())");
  line = text::trimmed(line);
  if (line.size() > kLongestHead || std::none_of(line.begin(), line.end(), text::is_ascii_digit)) return std::nullopt;
  const bool named = says_page(line);
  if (!named && !is_bare(line) && !ends_apart(line)) return std::nullopt;
  if (named && !is_followed_by_number(line)) return std::nullopt;
  if (!named && is_bare(line)) return bare_number(line);
  const RE2& shape = (named ? kNamed : kLast).compiled();
  std::string before;
  std::string after;
  int number = 0;
  if (!RE2::FullMatch(re2::StringPiece(line.data(), line.size()), shape, &before, &number, &after)) return std::nullopt;
  return PageNumber{text::single_line(before) + "#" + text::single_line(after), number, named ? kShortestNamedPage : kShortestPage};
}

/// The lines that belong to the pages and not to what is printed on them.
class Furniture {
 public:
  explicit Furniture(const std::vector<Line>& lines) : lines_(lines), taken_(lines.size(), false) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].blank()) spoken_.push_back(i);
    }
    take_numbers();
    if (!taken_lines_.empty()) take_heads();
  }

  [[nodiscard]] const std::vector<bool>& taken() const { return taken_; }
  [[nodiscard]] std::size_t size() const { return taken_lines_.size(); }
  [[nodiscard]] std::uint32_t first_line() const { return lines_[spoken_[*std::min_element(taken_lines_.begin(), taken_lines_.end())]].number; }

 private:
  void take(std::size_t k) {
    taken_[spoken_[k]] = true;
    taken_lines_.push_back(k);
  }

  void take_numbers() {
    std::map<std::string, std::vector<std::pair<std::size_t, PageNumber>>> found;
    for (std::size_t k = 0; k < spoken_.size(); ++k) {
      if (const auto page = page_number(lines_[spoken_[k]].text)) found[page->words].emplace_back(k, *page);
    }
    for (const auto& [words, numbers] : found) {
      std::vector<std::size_t> pages;
      int due = 0;
      bool short_page = false;
      for (const auto& [k, page] : numbers) {
        // The first page often has no number.
        if (pages.empty() ? page.number < 1 || page.number > 2 : page.number != due) continue;
        short_page = short_page || (!pages.empty() && k - pages.back() < page.shortest);
        pages.push_back(k);
        due = page.number + 1;
      }
      if (pages.size() < 2 || short_page) continue;
      for (const std::size_t k : pages) take(k);
    }
  }

  void take_heads() {
    std::vector<std::size_t> numbers = taken_lines_;
    const std::size_t count = pages(numbers);
    // The first page has its head and the last its foot where the text ends.
    numbers.push_back(0);
    numbers.push_back(spoken_.size() - 1);
    std::sort(numbers.begin(), numbers.end());
    std::map<std::string, std::vector<std::size_t>> beside;
    for (const std::size_t k : numbers) {
      for (std::size_t other = k - std::min(k, kBeside); other < std::min(spoken_.size(), k + kBeside + 1); ++other) {
        const std::string_view line = text::trimmed(lines_[spoken_[other]].text);
        if (taken_[spoken_[other]] || line.size() > kLongestHead) continue;
        auto& places = beside[text::single_line(line)];
        if (places.empty() || places.back() < other) places.push_back(other);
      }
    }
    std::map<std::string, std::size_t> everywhere;
    for (const std::size_t i : spoken_) {
      const std::string_view line = text::trimmed(lines_[i].text);
      if (line.size() <= kLongestHead && !taken_[i]) ++everywhere[text::single_line(line)];
    }
    for (const auto& [words, places] : beside) {
      if (places.size() < 2 || places.size() * 10 < count * 6 || places.size() * 10 < everywhere[words] * 8) continue;
      for (const std::size_t k : places) take(k);
    }
  }

  /// How many pages are numbered; one may have a number at its head and at its foot.
  static std::size_t pages(std::vector<std::size_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    std::size_t out = 1;
    for (std::size_t i = 1; i < numbers.size(); ++i) out += numbers[i] - numbers[i - 1] > kBeside ? 1 : 0;
    return out;
  }

  const std::vector<Line>& lines_;
  std::vector<std::size_t> spoken_;       ///< lines that are not blank
  std::vector<bool> taken_;               ///< parallel to the lines
  std::vector<std::size_t> taken_lines_;  ///< indices into spoken_
};

bool ends_sentence(std::string_view line) {
  line = text::trimmed(line);
  return std::string_view(".?!:\"").find(line.back()) != std::string_view::npos;
}

/// What is left out: the furniture and the blank lines around it, of which one stays unless a sentence is cut in two.
std::vector<bool> left_out(const std::vector<Line>& lines, std::vector<bool> taken) {
  bool cut = false;
  std::size_t next = 0;  // behind the last line that stays
  for (std::size_t i = 0; i < lines.size(); ++i) {
    cut = cut || taken[i];
    if (taken[i] || lines[i].blank()) continue;
    bool keeps = next > 0 && ends_sentence(lines[next - 1].text);
    for (std::size_t k = next; cut && k < i; ++k) {
      if (!taken[k] && !std::exchange(keeps, false)) taken[k] = true;
    }
    cut = false;
    next = i + 1;
  }
  return taken;
}

/// The lines that stay, as one text.
SourcePtr without(const Content& content, const std::vector<bool>& omitted) {
  const auto& lines = content.lines();
  std::string text;
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (omitted[i]) continue;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += lines[i].text;
    if (!lines[i].text.empty()) passages.push_back({{begin, static_cast<std::uint32_t>(text.size())}, lines[i].span});
    text += '\n';
  }
  return SourceText::reading(content.source(), std::move(text), std::move(passages));
}

}  // namespace

double detect_pages(const Content& content) {
  if (looks_like_json(content.text())) return kNo;
  return Furniture(content.lines()).size() > 0 ? kCertain : kNo;
}

Result<Transcript> parse_pages(const Content& content) {
  const Furniture furniture(content.lines());
  const Content rest(furniture.size() == 0 ? content.source() : without(content, left_out(content.lines(), furniture.taken())));
  auto transcript = parse_surest(rest, "pages");
  if (!transcript) return transcript;
  transcript->format = "pages";
  if (furniture.size() > 0) {
    transcript->diagnostics.push_back({"input.page-furniture", Severity::kInfo, furniture.first_line(),
                                       fmt::format("{} lines of page numbers and running heads were left out, the first on this line", furniture.size())});
  }
  return transcript;
}

}  // namespace te::parse
