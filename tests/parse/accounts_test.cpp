// What holds for every transcript: each line has one owner, texts are slices of the source, and line ends, byte order
// marks and trailing blanks change no turn. Checked over all samples and over variations made from them.
#include <functional>

#include "support/documents.h"
#include "support/samples.h"
#include "support/table.h"
#include "support/transcripts.h"
#include "text/utf8.h"

namespace te {
namespace {

using test::Sample;

/// Speaker and text of each turn, with white space levelled: what must not depend on how the file is written.
std::string spoken(const Transcript& t) {
  std::string out;
  for (const Turn& turn : t.turns) out += t.speakers[turn.speaker] + "@" + std::to_string(turn.line) + ": " + text::single_line(turn.text) + "\n";
  return out;
}

void expect_sound(const Transcript& t, const std::string& what) {
  EXPECT_EQ(test::lines_without_one_owner(t), "") << what;
  EXPECT_EQ(test::dump_turns(t).find("BAD SPAN"), std::string::npos) << what;
  const std::string_view all = t.source->text();
  std::uint32_t end = 0;
  for (const Turn& turn : t.turns) {
    EXPECT_GE(turn.span.begin, end) << what;
    end = turn.span.end;
    EXPECT_LT(turn.speaker, t.speakers.size()) << what;
    EXPECT_TRUE(turn.text.data() >= all.data() && turn.text.data() + turn.text.size() <= all.data() + all.size()) << what;
    EXPECT_EQ(turn.line, t.source->line_at(turn.text.empty() ? turn.span.begin : t.source->offset_of(turn.text))) << what;
    EXPECT_EQ(turn.text, text::trimmed(turn.text)) << what;
  }
}

std::string with_trailing_blanks(const std::string& text) { return test::with_line_ends(text, "  \n"); }

struct Variation {
  const char* name;
  std::function<std::string(const std::string&)> make;
};

const std::vector<Variation>& variations() {
  static const std::vector<Variation> kVariations = {
      {"CRLF", [](const std::string& s) { return test::with_line_ends(s, "\r\n"); }},
      {"CR", [](const std::string& s) { return test::with_line_ends(s, "\r"); }},
      {"byte order mark", [](const std::string& s) { return "\xEF\xBB\xBF" + s; }},
      {"trailing blanks", with_trailing_blanks},
      {"trailing tabs and CRLF", [](const std::string& s) { return test::with_line_ends(s, "\t\r\n"); }},
      {"mark and CRLF", [](const std::string& s) { return "\xEF\xBB\xBF" + test::with_line_ends(s, "\r\n"); }},
      {"no last line end", [](const std::string& s) { return s.substr(0, s.find_last_not_of('\n') + 1); }},
      {"blank lines at the end", [](const std::string& s) { return s + "\n\n \n"; }},
  };
  return kVariations;
}

TEST(Accounts, EverySampleIsSound) {
  for (const Sample& s : test::samples()) {
    const auto t = test::parse(s.text);
    ASSERT_TRUE(t) << s.name;
    expect_sound(*t, s.name);
  }
}

TEST(Accounts, SamplesHaveTheTurnsThatTheyWereWrittenWith) {
  struct Expected {
    const char* name;
    const char* format;
    std::size_t turns;
    std::size_t sections;
    std::size_t fields;
  };
  for (const Expected& e : {Expected{"llm-engineer-exceptional", "reference", 19, 4, 6}, Expected{"llm-engineer-weak", "reference", 19, 0, 6}, Expected{"data-analyst-average", "reference", 19, 2, 6},
                            Expected{"backend-engineer-strong", "reference", 23, 0, 0}, Expected{"site-reliability-engineer-wrong-records", "reference", 17, 4, 6},
                            Expected{"product-manager-strong", "labelled", 19, 0, 0}, Expected{"nurse-average", "labelled", 29, 0, 0}, Expected{"python-developer-average", "reference", 23, 0, 6},
                            Expected{"ux-designer-weak", "labelled", 24, 0, 0}, Expected{"accountant-strong", "labelled", 39, 0, 0}}) {
    const auto t = test::parse(test::sample(e.name).text);
    ASSERT_TRUE(t) << e.name;
    EXPECT_EQ(t->format, e.format) << e.name;
    EXPECT_EQ(t->turns.size(), e.turns) << e.name;
    EXPECT_EQ(t->speakers.size(), 2U) << e.name;
    EXPECT_EQ(t->sections.size(), e.sections) << e.name;
    EXPECT_EQ(t->header.size(), e.fields) << e.name;
    EXPECT_EQ(test::dump_diagnostics(t->diagnostics), "") << e.name;
    for (std::size_t i = 1; i < t->turns.size(); ++i) EXPECT_NE(t->turns[i].speaker, t->turns[i - 1].speaker) << e.name << " turn " << i;
  }
}

TEST(Accounts, WritingStyleChangesNoTurn) {
  for (const Sample& s : test::samples()) {
    const auto plain = test::parse(s.text);
    ASSERT_TRUE(plain) << s.name;
    for (const Variation& v : variations()) {
      const auto t = test::parse(v.make(s.text));
      ASSERT_TRUE(t) << s.name << " " << v.name;
      EXPECT_EQ(spoken(*t), spoken(*plain)) << s.name << " " << v.name;
      EXPECT_EQ(t->candidate, plain->candidate) << s.name << " " << v.name;
      EXPECT_EQ(t->position, plain->position) << s.name << " " << v.name;
      EXPECT_EQ(t->sections.size(), plain->sections.size()) << s.name << " " << v.name;
      EXPECT_EQ(t->recorded.questions.size(), plain->recorded.questions.size()) << s.name << " " << v.name;
      if (std::string_view(v.name) != "CR") expect_sound(*t, s.name + " " + v.name);
    }
  }
}

TEST(Accounts, EveryBeginOfASampleIsSoundOrRefused) {
  for (const Sample& s : test::samples()) {
    std::size_t accepted = 0;
    for (std::size_t end = s.text.find('\n'); end != std::string::npos; end = s.text.find('\n', end + 1)) {
      const auto t = test::parse(std::string_view(s.text).substr(0, end));
      if (t) expect_sound(*t, s.name + " up to byte " + std::to_string(end));
      else EXPECT_TRUE(t.error().code == ErrorCode::kNoDialogue || t.error().code == ErrorCode::kOneSpeaker) << s.name << " " << end;
      accepted += t ? 1 : 0;
    }
    EXPECT_GT(accepted, 0U) << s.name;
  }
}

/// The sample with a line put before the paragraph that begins at `at`.
std::string with_line(const Sample& s, std::size_t at, const std::string& line) {
  std::string out = s.text;
  return out.insert(at, line + "\n");
}

TEST(Accounts, StrangeLinesAnywhereLeaveTheAccountsSound) {
  const std::string rule(60, '=');
  const std::vector<std::string> strange = {"Note: x",       "Score: 5/5", rule, rule + "\nHR REPORT\n" + rule, "Candidate: \"", "**Candidate:** y",
                                            "AI Recruiter:", "- Speed: z", "```", ":",                           "Interviewer: Ann", "A line of prose."};
  for (const Sample& s : test::samples()) {
    std::vector<std::pair<std::size_t, std::string>> places;
    for (const std::string& line : strange) places.emplace_back(0, line);
    for (std::size_t at = s.text.find("\n\n"); at != std::string::npos; at = s.text.find("\n\n", at + 1)) places.emplace_back(at + 2, strange[places.size() % strange.size()]);
    for (const auto& [at, line] : places) {
      const auto t = test::parse(with_line(s, at, line));
      if (t) expect_sound(*t, s.name + " with " + line + " at byte " + std::to_string(at));
      else EXPECT_EQ(t.error().code, ErrorCode::kOneSpeaker) << s.name << " with " << line;
    }
  }
}

}  // namespace
}  // namespace te
