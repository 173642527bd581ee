// Candidate, position, company, date and duration, each from the surest place that states it.
#include "structure/metadata.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "structure/introductions.h"
#include "structure/names.h"
#include "text/lazy_pattern.h"
#include "text/letter_pattern.h"
#include "text/utf8.h"
#include "text/word_list.h"

namespace te::structure {
namespace {

constexpr std::array<std::string_view, 7> kPositionKeys = {"position", "role", "job title", "job role", "job", "opening", "vacancy"};
constexpr std::array<std::string_view, 5> kCompanyKeys = {"company", "organization", "organisation", "employer", "company name"};
constexpr std::array<std::string_view, 3> kDateKeys = {"date", "interview date", "date of interview"};
constexpr std::array<std::string_view, 3> kDurationKeys = {"duration", "interview duration", "length"};

/// The source of what a document says about itself.
constexpr const char* kFile = "file metadata";

/// Interviews are introduced in their first turns.
constexpr std::size_t kOpeningTurns = 6;
/// Bytes of a turn in which an introduction is looked for.
constexpr std::size_t kOpeningBytes = 2000;

std::string_view view(const re2::StringPiece& s) { return {s.data(), s.size()}; }
re2::StringPiece piece(std::string_view s) { return {s.data(), s.size()}; }

std::string_view without_marks(std::string_view s) {
  const auto first = s.find_first_not_of("*_# \t\r\"");
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of("*_# \t\r\"") + 1 - first);
}

/// A pattern whose first group is what a turn tells. Every match holds its words: that spares most turns the search and most runs
/// the compilation.
struct Telling {
  text::WordList words;  ///< in lower case
  text::LetterPattern pattern;
};

/// "Bo Li" of "Bo Li (External)", as Teams writes it.
std::string_view without_remark(std::string_view label) {
  const auto open = label.find(" (");
  return open == std::string_view::npos || label.back() != ')' ? label : text::trimmed(label.substr(0, open));
}

class MetadataFinder {
 public:
  MetadataFinder(Interview& interview, const Context& context, const RoleHints& hints) : interview_(interview), context_(context), hints_(hints), transcript_(interview.transcript), vocabulary_(&context.rules.vocabulary) {}

  void run() {
    Metadata& m = interview_.metadata;
    given();
    set(m.candidate, transcript_.candidate, "header", header_line(transcript_.candidate));
    set(m.position, transcript_.position, "header", header_line(transcript_.position));
    from_header(m.position, kPositionKeys);
    from_header(m.company, kCompanyKeys);
    from_header(m.date, kDateKeys);
    from_header(m.duration, kDurationKeys);
    if (m.candidate.value.empty()) from_label();
    for (const TitleLine& title : title_lines(transcript_)) {
      from_title(title);
      date_from_title(title);
    }
    from_introduction();
    from_times();
    set(m.date, transcript_.properties.created, kFile, 0);
    interview_.candidate = m.candidate.value;
    interview_.position = m.position.value;
  }

 private:
  /// The first statement counts.
  static void set(Stated& fact, std::string_view value, const char* source, std::uint32_t line) {
    value = without_marks(value);
    // What the program writes into a document's header in place of a fact.
    const bool stated = !value.empty() && value != "not stated";
    if (fact.value.empty() && stated) fact = {text::single_line(value), source, line};
  }

  void given() {
    const bool only_a_name = !hints_.candidate.empty() && !hints_.must_match;
    if (only_a_name) set(interview_.metadata.candidate, hints_.candidate, "given by the user", 0);
    set(interview_.metadata.position, hints_.position, "given by the user", 0);
  }

  [[nodiscard]] std::uint32_t header_line(const std::string& value) const {
    for (const HeaderField& field : transcript_.header) {
      if (!value.empty() && field.value.find(value) != std::string_view::npos) return field.line;
    }
    return 0;
  }

  template <std::size_t N>
  void from_header(Stated& fact, const std::array<std::string_view, N>& keys) {
    for (const HeaderField& field : transcript_.header) {
      if (std::find(keys.begin(), keys.end(), text::folded(text::trimmed(field.key))) != keys.end()) set(fact, field.value, "header", field.line);
    }
  }

  void from_label() {
    for (std::size_t i = 0; i < transcript_.speakers.size(); ++i) {
      if (interview_.speaker_roles[i] == Role::kCandidate && is_name(transcript_.speakers[i])) set(interview_.metadata.candidate, without_remark(transcript_.speakers[i]), "speaker label", 0);
    }
  }

  /// Whether the words are the title of a position that the lexicon knows.
  bool is_position(std::string_view words) {
    constexpr std::size_t kLongest = 60;
    if (words.empty() || words.size() > kLongest) return false;
    const Annotation a = annotate(context_.rules, vocabulary_, words);
    return std::any_of(a.phrases.begin(), a.phrases.end(), [&](const text::PhraseMatch& match) {
      return std::any_of(context_.rules.roles.begin(), context_.rules.roles.end(), [&](const JobRole& role) { return role.titles == match.payload; });
    });
  }

  /// "software engineer" of "our company and this exciting software engineer".
  static std::string_view after_articles(std::string_view words) {
    static const RE2 kBefore(R"((?i)^.*\b(?:the|our|this|that|an?|your|for|of|in|and|new|open|exciting|advertised)\s+)");
    static const RE2 kDash(R"(^.*\s[-–—|]\s+)");
    re2::StringPiece rest = piece(words);
    RE2::Consume(&rest, kDash);
    RE2::Consume(&rest, kBefore);
    return text::trimmed(view(rest));
  }

  void position(std::string_view words, const char* source, std::uint32_t line) {
    words = after_articles(without_marks(words));
    if (is_position(words)) set(interview_.metadata.position, words, source, line);
  }

  void from_title(const TitleLine& title) {
    static const text::LetterPattern kFor(R"((?i)(?:\bfor|[:\-–—|])\s*((?:[\pL\pN/+#&.-]+\s+){1,6}?)(?:position|role|job|opening|interview)\b)");
    static const text::LetterPattern kBefore(R"((?i)^((?:[\pL\pN/+#&.-]+\s+){1,5}?)(?:job |technical |screening )?interview(?:\s+transcript)?\b)");
    static const text::LetterPattern kCandidate(R"((?i)[:\-–—|]\s*((?:[\pL\pN/+#&.-]+\s+){1,5}?)candidate\s*$)");
    static const text::LetterPattern kAfter(R"((?i)\binterview(?:\s+(?:transcript|notes|simulation))?(?:\s+(?:with|w/)\s[^:–—|-]+?)?\s*[:\-–—|]\s*((?:[\pL/+#&.]+\s?){1,6}?)\s*(?:$|[(\[,|–—-]))");
    const std::string_view text = without_marks(title.text);
    re2::StringPiece found;
    for (const text::LetterPattern* shape : {&kFor, &kBefore, &kCandidate, &kAfter}) {
      if (interview_.metadata.position.value.empty() && RE2::PartialMatch(piece(text), shape->on(text), &found)) position(view(found), title.source, title.line);
    }
  }

  /// "Tue, Jan 13, 2026 10:02AM", "Talk (2026-02-03 15:00 GMT+1) - Transcript".
  void date_from_title(const TitleLine& title) {
    static const text::LazyPattern kDate(R"((?i)\b(\d{4}-\d\d-\d\d|(?:\d{1,2}\.? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4})\b)");
    constexpr std::size_t kLongest = 200;
    re2::StringPiece found;
    if (title.text.size() <= kLongest && RE2::PartialMatch(piece(title.text), kDate.compiled(), &found)) set(interview_.metadata.date, view(found), title.source, title.line);
  }

  /// "I'll be interviewing you for the data analyst position at Contoso", "thanks for joining us, Maria".
  void from_introduction() {
    static const Telling kAny{{"(position|role|job|opening|vacancy)"}, text::LetterPattern(R"((?i)\b(?:the|our|this|an?)\s+((?:[\pL\pN/+#&.-]+\s+){1,6}?)(?:position|role|job|opening|vacancy)\b)")};
    static const Telling kApplied{{"(interested in|excited about|(applied|apply|applying) for|(applied|applying) to)"}, text::LetterPattern(R"((?i)\b(?:interested in|excited about|applied for|apply for|applying for|applied to|applying to)\s+(?:the|this|your|an?)\s+((?:[\pL\pN/+#&.-]+\s+){1,6}?)(?:position|role|job|opening|vacancy)\b)")};
    static const Telling kGreeted{{"(thanks|thank you)( so much| very much|) for"}, text::LetterPattern(R"((?i:\b(?:thanks|thank you)(?: so much| very much)? for (?:joining|coming|meeting|taking|making|being)[^.,!?]*),\s+(\p{Lu}\pL+(?:\s\p{Lu}\pL+)?)\s*[.,!?])")};
    const Metadata& m = interview_.metadata;
    for (std::size_t i = 0; i < std::min(kOpeningTurns, transcript_.turns.size()); ++i) {
      const Turn& turn = transcript_.turns[i];
      const Role role = interview_.role_of(turn);
      const std::string_view said = turn.text.substr(0, kOpeningBytes);
      const std::string lower = text::in_lower_case(std::string(said));
      re2::StringPiece rest = piece(said);
      re2::StringPiece found;
      const Telling& job = role == Role::kInterviewer ? kAny : kApplied;
      while (role != Role::kOther && m.position.value.empty() && job.words.is_in(lower) && RE2::FindAndConsume(&rest, job.pattern.on(said), &found)) position(view(found), "introduction", line_of(found));
      if (role != Role::kInterviewer) continue;
      for (const auto company_in : {company_of_position, company_welcomed_to}) {
        const std::string_view company = m.company.value.empty() ? company_in(said) : std::string_view();
        if (!company.empty()) set(interview_.metadata.company, company, "introduction", line_of(piece(company)));
      }
      if (m.candidate.value.empty() && kGreeted.words.is_in(lower) && RE2::PartialMatch(piece(said), kGreeted.pattern.on(said), &found)) greeted(view(found));
      if (m.candidate.value.empty()) greeted(greeted_by_name(said));
    }
  }

  void greeted(std::string_view name) {
    if (!name.empty() && names_candidate(name)) set(interview_.metadata.candidate, name, "introduction", line_of(piece(name)));
  }

  /// A name, and not that of another speaker.
  [[nodiscard]] bool names_candidate(std::string_view word) const {
    constexpr std::array<std::string_view, 8> kNobody = {"everyone", "everybody", "there", "all", "folks", "team", "back", "again"};
    if (std::find(kNobody.begin(), kNobody.end(), text::folded(word)) != kNobody.end()) return false;
    for (std::size_t i = 0; i < transcript_.speakers.size(); ++i) {
      if (interview_.speaker_roles[i] != Role::kCandidate && same_person(transcript_.speakers[i], word)) return false;
    }
    return true;
  }

  [[nodiscard]] std::uint32_t line_of(const re2::StringPiece& found) const { return transcript_.locate(view(found)).line; }

  void from_times() {
    std::optional<double> first;
    std::optional<double> last;
    for (const Turn& turn : transcript_.turns) {
      if (turn.start_s && (!first || *turn.start_s < *first)) first = turn.start_s;
      for (const auto& at : {turn.start_s, turn.end_s}) {
        if (at && (!last || *at > *last)) last = at;
      }
    }
    if (!first || *last <= *first) return;
    constexpr double kMinute = 60;
    const double minutes = (*last - *first) / kMinute;
    set(interview_.metadata.duration, minutes < 1 ? "less than 1 min" : fmt::format("{:.0f} min", minutes), "time stamps", 0);
  }

  Interview& interview_;
  const Context& context_;
  const RoleHints& hints_;
  const Transcript& transcript_;
  text::Vocabulary vocabulary_;
};

}  // namespace

std::vector<TitleLine> title_lines(const Transcript& transcript) {
  std::vector<TitleLine> out;
  for (const HeaderField& field : transcript.header) {
    // "Interview Transcript: ...", "Simulated Technical Interview: ..."
    const std::string key = text::folded(field.key);
    if (key.starts_with("interview ") || key == "interview" || key.ends_with(" interview")) out.push_back({fmt::format("{}: {}", field.key, field.value), field.line});
  }
  for (const PrefaceLine& line : transcript.preface) out.push_back({std::string(line.text), line.line});
  if (!transcript.properties.title.empty()) out.push_back({transcript.properties.title, 0, kFile});
  return out;
}

void find_metadata(Interview& interview, const Context& context, const RoleHints& hints) { MetadataFinder(interview, context, hints).run(); }

}  // namespace te::structure
