#include "score/consistency.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "text/utf8.h"

namespace te::score {
namespace {

/// Text for comparison: folded, white space and Markdown marks dropped.
std::string comparable(std::string_view s) {
  std::string out = text::folded(s);
  std::erase_if(out, [](char c) { return text::is_ascii_space(c) || c == '*' || c == '_' || c == '`' || c == '"'; });
  return out;
}

std::string brief(std::string_view s) {
  std::string line = text::single_line(s);
  constexpr std::size_t kBrief = 70;
  if (line.size() <= kBrief) return line;
  std::size_t cut = line.rfind(' ', kBrief);
  if (cut == std::string::npos) cut = kBrief;
  while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
  return line.substr(0, cut) + "...";
}

/// From a quotation mark to the end of the line, behind each "Transcript Evidence:" with marks of Markdown.
std::vector<std::string_view> evidence(std::string_view section) {
  constexpr std::string_view kHead = "transcript evidence";
  std::vector<std::string_view> out;
  const auto begins_head = [](char c) { return c == 't' || c == 'T'; };
  for (auto at = section.begin(); (at = std::find_if(at, section.end(), begins_head)) != section.end(); ++at) {
    std::string_view rest(at, section.end());
    if (!text::starts_with_ignoring_case(rest, kHead)) continue;
    rest.remove_prefix(kHead.size());
    if (rest.starts_with(':')) rest.remove_prefix(1);
    for (int mark = 0; mark < 2 && rest.starts_with('*'); ++mark) rest.remove_prefix(1);
    if (rest.starts_with(':')) rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n\f\r"), rest.size()));
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (line.size() < 2 || line.front() != '"') continue;
    out.push_back(line);
    at = line.end() - 1;
  }
  return out;
}

/// What stands between quotation marks and is long enough to be looked for.
std::vector<std::string_view> quoted(std::string_view line) {
  constexpr std::ptrdiff_t kShortest = 12;
  const auto characters = [](std::string_view s) { return std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }); };
  std::vector<std::string_view> out;
  for (std::size_t open = line.find('"'); open != std::string_view::npos;) {
    const std::size_t close = line.find('"', open + 1);
    if (close == std::string_view::npos) break;
    const std::string_view words = line.substr(open + 1, close - open - 1);
    const bool is_quote = characters(words) >= kShortest;
    if (is_quote) out.push_back(words);
    open = is_quote ? line.find('"', close + 1) : close;
  }
  return out;
}

/// Two measures of relevance may differ in scale; they contradict each other when one sees none and the other much.
bool contradicts(double recorded, double measured) {
  constexpr double kNone = 0.05;
  constexpr double kMuch = 0.3;
  return (recorded < kNone && measured >= kMuch) || (recorded >= kMuch && measured < kNone);
}

class RecordChecker {
 public:
  RecordChecker(const Interview& interview, const Evaluation& evaluation) : interview_(interview), evaluation_(evaluation), recorded_(interview.transcript.recorded) {}

  std::vector<Diagnostic> run() {
    turn_count();
    if (recorded_.has_questions) questions();
    averages();
    quotes();
    decision();
    return std::move(out_);
  }

 private:
  void add(std::string code, std::uint32_t line, std::string message, Severity severity = Severity::kWarning) {
    out_.push_back({std::move(code), severity, line, std::move(message)});
  }

  void turn_count() {
    if (!recorded_.total_turns) return;
    std::int64_t turns = 0;
    for (const Turn& t : interview_.transcript.turns) turns += interview_.role_of(t) == Role::kInterviewer ? 1 : 0;
    if (turns != *recorded_.total_turns) {
      add("recorded.turn-count", recorded_.total_turns_line, fmt::format("the header records {} interviewer turns, the dialogue has {}", *recorded_.total_turns, turns));
    }
  }

  void questions() {
    std::vector<bool> listed(interview_.questions.size(), false);
    std::vector<std::string> asked;
    for (const Question& q : interview_.questions) asked.push_back(comparable(q.asking));
    for (const RecordedQuestion& r : recorded_.questions) {
      const auto i = static_cast<std::size_t>(std::find(asked.begin(), asked.end(), comparable(r.question)) - asked.begin());
      if (i == asked.size()) {
        add("recorded.unknown-question", r.line, fmt::format("the recorded Q{} was not asked in the dialogue: \"{}\"", r.number, brief(r.question)));
        continue;
      }
      listed[i] = true;
      label(r, i);
      relevance(r, i);
      struggled(r, i);
    }
    std::size_t substantive = 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < interview_.questions.size(); ++i) {
      if (!is_substantive(interview_.questions[i].type)) continue;
      ++substantive;
      found += listed[i] ? 1 : 0;
    }
    if (found == substantive) return;
    add("recorded.questions-missing", recorded_.questions.empty() ? 0 : recorded_.questions.front().line,
        fmt::format("the recorded section lists {} of the {} substantive questions", found, substantive));
    for (std::size_t i = 0; i < listed.size(); ++i) {
      const Question& q = interview_.questions[i];
      if (!listed[i] && is_substantive(q.type)) add("recorded.question-missing", q.line, fmt::format("{} is not in the recorded section: \"{}\"", q.id, brief(q.text)));
    }
  }

  void label(const RecordedQuestion& r, std::size_t i) {
    const Question& q = interview_.questions[i];
    const QuestionType type = q.type == QuestionType::kFollowUp ? interview_.threads[q.thread - 1].type : q.type;
    const bool project = type == QuestionType::kProject || type == QuestionType::kBehavioral;
    if ((r.label == "PROJECT") == project || r.label.empty() || q.type == QuestionType::kIntroduction) return;
    add("recorded.question-type", r.line, fmt::format("the recorded Q{} is labelled [{}], but {} is a {} question", r.number, r.label, q.id, type_name(type)));
  }

  void relevance(const RecordedQuestion& r, std::size_t i) {
    const QuestionEvaluation& e = evaluation_.questions[i];
    if (!r.relevance || e.state != State::kScored || !contradicts(*r.relevance, e.answer_relevance)) return;
    add("recorded.relevance", r.line, fmt::format("the recorded relevance {:.3f} of Q{} does not fit the dialogue: the answer's relevance is {:.3f}", *r.relevance, r.number, e.answer_relevance));
  }

  void struggled(const RecordedQuestion& r, std::size_t i) {
    const QuestionEvaluation& e = evaluation_.questions[i];
    constexpr double kStrong = 4.0;
    if (r.struggled && e.state == State::kScored && e.score_raw.value() >= kStrong) {
      add("recorded.struggled", r.line, fmt::format("the recorded Q{} is marked [CANDIDATE STRUGGLED], but its answer scores {}", r.number, e.score_raw.to_string(2)));
    }
  }

  void averages() {
    double sum = 0;
    int n = 0;
    for (const RecordedQuestion& r : recorded_.questions) {
      if (r.relevance) sum += *r.relevance, ++n;
    }
    constexpr double kRelevanceRounding = 0.0011;
    if (recorded_.average_relevance && n > 0 && std::abs(sum / n - *recorded_.average_relevance) > kRelevanceRounding) {
      add("recorded.average-relevance", recorded_.average_relevance_line,
          fmt::format("the header records an average relevance of {:.3f}, the listed questions have {:.3f}", *recorded_.average_relevance, sum / n));
    }
    if (recorded_.average_relevance && n == 0) header_relevance();
    sum = 0;
    n = 0;
    for (const RecordedScore& s : recorded_.scores) {
      if (s.score) sum += *s.score, ++n;
    }
    constexpr double kScoreRounding = 0.0051;
    if (recorded_.average_evaluation && n > 0 && std::abs(sum / n - *recorded_.average_evaluation) > kScoreRounding) {
      add("recorded.average-evaluation", recorded_.average_evaluation_line,
          fmt::format("the header records an average score of {:.2f}, the recorded scores have {:.2f}", *recorded_.average_evaluation, sum / n));
    }
  }

  void header_relevance() {
    if (evaluation_.state == State::kScored && contradicts(*recorded_.average_relevance, evaluation_.average_relevance)) {
      add("recorded.relevance", recorded_.average_relevance_line, fmt::format("the recorded average relevance {:.3f} does not fit the dialogue: {:.3f}", *recorded_.average_relevance, evaluation_.average_relevance));
    }
  }

  /// Every "Transcript Evidence" must have been said. Ellipses join passages.
  void quotes() {
    std::string said;
    const std::string_view all = interview_.transcript.source->text();
    for (const Span& section : interview_.transcript.sections) {
      for (const std::string_view line : evidence(all.substr(section.begin, section.size()))) {
        for (const std::string_view quote : quoted(line)) {
          if (said.empty()) said = all_turns();
          check_quote(quote, said);
        }
      }
    }
  }

  [[nodiscard]] std::string all_turns() const {
    std::string out;
    for (const Turn& t : interview_.transcript.turns) out += comparable(t.text) + "\n";
    return out;
  }

  void check_quote(std::string_view quote, const std::string& said) {
    std::size_t begin = 0;
    while (begin <= quote.size()) {
      const std::size_t end = std::min(quote.find("...", begin), quote.size());
      std::string part = comparable(quote.substr(begin, end - begin));
      while (!part.empty() && (part.back() == '.' || part.back() == ',')) part.pop_back();
      if (part.size() >= 12 && said.find(part) == std::string::npos) {
        const std::uint32_t line = interview_.transcript.source->line_at(interview_.transcript.source->offset_of(quote));
        add("recorded.quote", line, fmt::format("this quoted evidence was never said: \"{}\"", brief(quote)));
        return;
      }
      begin = end + 3;
    }
  }

  void decision() {
    if (!recorded_.decision || recorded_.scores.empty()) return;
    double sum = 0;
    int n = 0;
    for (const RecordedScore& s : recorded_.scores) {
      if (s.score) sum += *s.score, ++n;
    }
    if (n == 0) return;
    const double mean = sum / n;
    const bool contradicts = (mean >= 4.0 && *recorded_.decision == Decision::kNotAFit) || (mean < 2.5 && *recorded_.decision == Decision::kProceed);
    if (contradicts) {
      add("recorded.decision", recorded_.recommendation_line, fmt::format("the recorded decision \"{}\" contradicts the recorded scores, whose mean is {:.2f}", decision_name(*recorded_.decision), mean));
    }
  }

  const Interview& interview_;
  const Evaluation& evaluation_;
  const Recorded& recorded_;
  std::vector<Diagnostic> out_;
};

}  // namespace

std::vector<Diagnostic> check_records(const Interview& interview, const Evaluation& evaluation) { return RecordChecker(interview, evaluation).run(); }

}  // namespace te::score
