#include "structure/roles.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "structure/metadata.h"
#include "structure/names.h"
#include "text/utf8.h"

namespace te::structure {
namespace {

/// What is known of one speaker.
struct Speaker {
  std::uint32_t turns = 0;    ///< but for mere listening
  std::uint32_t asking = 0;   ///< of these the ones that ask
  std::uint32_t answers = 0;  ///< of these the ones that come right after another's question
  std::uint32_t words = 0;
  LabelRole declared = LabelRole::kNone;
  std::string declared_by;    ///< "label", "header"
  double odds = 0;            ///< natural logarithm of the odds of being the candidate, from behaviour
  std::vector<std::string> reasons;

  void weigh(double log_odds, std::string reason) {
    odds += log_odds;
    reasons.push_back(std::move(reason));
  }
};

class RoleFinder {
 public:
  RoleFinder(Interview& interview, const Context& context, const RoleHints& hints) : interview_(interview), context_(context), hints_(hints), transcript_(interview.transcript) {}

  Result<void> run() {
    speakers_.resize(transcript_.speakers.size());
    count();
    declare();
    const auto hinted = apply_hints();
    if (!hinted) return tl::unexpected(hinted.error());
    weigh_talk();
    weigh_courtesies();
    weigh_titles();
    choose();
    assign();
    return {};
  }

 private:
  void count() {
    std::optional<std::uint32_t> asked_by;
    for (std::size_t i = 0; i < transcript_.turns.size(); ++i) {
      const Reading& reading = context_.readings[i];
      const std::uint32_t who = transcript_.turns[i].speaker;
      Speaker& s = speakers_[who];
      s.words += context_.turns.turn(i).text.words;
      if (reading.listening) continue;
      ++s.turns;
      s.asking += reading.asking.empty() ? 0 : 1;
      s.answers += asked_by && *asked_by != who ? 1 : 0;
      asked_by = reading.asking.empty() ? std::nullopt : std::optional(who);
    }
  }

  void declare() {
    for (std::size_t i = 0; i < speakers_.size(); ++i) {
      const std::string& label = transcript_.speakers[i];
      const auto declare_as = [&](LabelRole role, const char* by) {
        speakers_[i].declared = role;
        speakers_[i].declared_by = by;
      };
      if (const LabelRole role = role_of_label(label); role != LabelRole::kNone) declare_as(role, "label");
      for (const HeaderField& field : transcript_.header) {
        const LabelRole role = role_of_label(field.key);
        const auto names = names_in(field.value);
        if (role == LabelRole::kNone || !std::any_of(names.begin(), names.end(), [&](std::string_view n) { return same_person(label, n); })) continue;
        declare_as(role, "header");
      }
      if (same_person(label, transcript_.candidate)) declare_as(LabelRole::kCandidate, "header");
    }
  }

  [[nodiscard]] Error usage(std::string message, std::string hint) const { return {ErrorCode::kUsage, std::move(message), transcript_.source->path(), 0, std::move(hint)}; }

  [[nodiscard]] Result<std::uint32_t> find_speaker(const std::string& name, std::string_view option) const {
    std::string known;
    // The label as it stands comes before a mere part of a name.
    for (std::uint32_t i = 0; i < transcript_.speakers.size(); ++i) {
      if (text::equals_ignoring_case(transcript_.speakers[i], name)) return i;
    }
    for (std::uint32_t i = 0; i < transcript_.speakers.size(); ++i) {
      if (same_person(transcript_.speakers[i], name)) return i;
      known += (known.empty() ? "" : ", ") + transcript_.speakers[i];
    }
    return tl::unexpected(usage(fmt::format("no speaker is called '{}'", name), fmt::format("{} takes one of: {}", option, known)));
  }

  Result<void> apply_hints() {
    std::optional<std::uint32_t> interviewer;
    if (!hints_.interviewer.empty()) {
      const auto found = find_speaker(hints_.interviewer, "--interviewer");
      if (!found) return tl::unexpected(found.error());
      interviewer = *found;
      speakers_[*found].declared = LabelRole::kInterviewer;
      speakers_[*found].declared_by = "user";
    }
    if (hints_.candidate.empty()) return {};
    const auto found = find_speaker(hints_.candidate, "--candidate");
    if (!found && hints_.must_match) return tl::unexpected(found.error());
    if (!found) return {};
    if (interviewer == *found) return tl::unexpected(usage(fmt::format("'{}' cannot be both the interviewer and the candidate", transcript_.speakers[*found]), "check --interviewer and --candidate"));
    settle(*found, 1, "given by the user");
    return {};
  }

  void settle(std::uint32_t who, double confidence, const std::string& why) {
    candidate_ = who;
    interview_.role_confidence = confidence;
    interview_.role_reasons.push_back(fmt::format("'{}' is the candidate: {}", transcript_.speakers[who], why));
  }

  /// Who asks, who answers, who speaks longer.
  void weigh_talk() {
    double words = 0;
    for (const Speaker& s : speakers_) words += s.words;
    for (Speaker& s : speakers_) {
      constexpr double kLeastShare = 0.01;
      constexpr double kMostFromShare = 2.5;
      const double turns = std::max(1U, s.turns);
      const double share = words > 0 ? s.words / words : 0;
      const double even = std::log(std::max(kLeastShare, share) * static_cast<double>(speakers_.size()));
      s.weigh(std::max(-kMostFromShare, even), fmt::format("speaks {:.0f} % of the words", 100 * share));
      s.weigh(2.0 * (0.5 - s.asking / turns), fmt::format("asks in {} of {} turns", s.asking, s.turns));
      s.weigh(1.5 * (s.answers / turns - 0.5), fmt::format("answers a question in {}", s.answers));
    }
  }

  /// "Thanks for joining us, Maria" and "thank you for having me".
  void weigh_courtesies() {
    constexpr std::size_t kOpening = 12;
    constexpr double kSaid = 1.0;
    constexpr double kNamed = 1.0;
    std::vector<bool> counted(speakers_.size(), false);
    for (std::size_t i = 0; i < std::min(kOpening, transcript_.turns.size()); ++i) {
      const std::uint32_t who = transcript_.turns[i].speaker;
      const bool welcomes = has_phrase(context_.turns.turn(i), context_.categories.welcome);
      const bool is_guest = has_phrase(context_.turns.turn(i), context_.categories.guest);
      if (welcomes == is_guest || counted[who]) continue;
      counted[who] = true;
      speakers_[who].weigh(welcomes ? -kSaid : kSaid, welcomes ? "welcomes the other side" : "speaks as the invited side");
      for (std::size_t other = 0; other < speakers_.size(); ++other) {
        if (other == who || !is_named(context_.turns.turn(i), transcript_.speakers[other])) continue;
        speakers_[other].weigh(welcomes ? kNamed : -kNamed, welcomes ? "is welcomed by name" : "is thanked by name as the host");
      }
    }
  }

  /// Whether the turn holds a word of the speaker's name.
  [[nodiscard]] bool is_named(const Annotation& turn, const std::string& label) const {
    if (!is_name(label)) return false;
    constexpr std::size_t kOpeningTokens = 200;
    const auto end = turn.text.tokens.begin() + static_cast<std::ptrdiff_t>(std::min(kOpeningTokens, turn.text.tokens.size()));
    return std::any_of(turn.text.tokens.begin(), end, [&](const text::Token& token) {
      return token.kind == text::TokenKind::kWord && same_person(label, context_.turns.vocabulary().text(token.word));
    });
  }

  /// "Interview with Maria Lopez" names the one who is interviewed.
  void weigh_titles() {
    for (const TitleLine& title : title_lines(transcript_)) {
      const std::string folded = text::folded(title.text);
      std::vector<std::size_t> named;
      for (std::size_t i = 0; i < speakers_.size(); ++i) {
        if (is_name(transcript_.speakers[i]) && folded.find(text::folded(transcript_.speakers[i])) != std::string::npos) named.push_back(i);
      }
      constexpr double kInTitle = 1.5;
      if (named.size() == 1) speakers_[named.front()].weigh(kInTitle, fmt::format("is named in the title (line {})", title.line));
    }
  }

  void choose() {
    if (candidate_) return;
    std::vector<std::uint32_t> declared;
    std::vector<std::uint32_t> open;
    bool interviewer_known = false;
    for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
      if (speakers_[i].declared == LabelRole::kCandidate) declared.push_back(i);
      if (speakers_[i].declared == LabelRole::kNone) open.push_back(i);
      interviewer_known = interviewer_known || speakers_[i].declared == LabelRole::kInterviewer;
    }
    if (declared.size() == 1) {
      settle(declared.front(), 0.99, speakers_[declared.front()].declared_by == "header" ? "named so in the header" : "named so by the label");
      return check_declaration();
    }
    if (declared.empty() && open.size() == 1 && interviewer_known) return settle(open.front(), 0.97, "everybody else is declared not to be");
    if (!declared.empty()) open = declared;
    if (open.empty()) {
      for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
        if (speakers_[i].declared_by != "user") open.push_back(i);
      }
    }
    weigh(open);
  }

  /// Exports sometimes swap the labels. A declaration stands, but not without a word.
  void check_declaration() {
    constexpr double kContradiction = 3.0;
    const auto best = std::max_element(speakers_.begin(), speakers_.end(), [](const Speaker& a, const Speaker& b) { return a.odds < b.odds; });
    if (best->odds - speakers_[*candidate_].odds < kContradiction) return;
    const std::string& name = transcript_.speakers[static_cast<std::size_t>(best - speakers_.begin())];
    interview_.diagnostics.push_back({"dialogue.roles-contradicted", Severity::kWarning, 0,
                                      fmt::format("'{}' is named as the candidate, but '{}' behaves like one; if the labels are swapped, use --candidate '{}'", transcript_.speakers[*candidate_], name, name)});
  }

  /// The most likely of several; how likely, if one of them it is.
  void weigh(const std::vector<std::uint32_t>& open) {
    const std::uint32_t best = *std::max_element(open.begin(), open.end(), [&](auto a, auto b) { return speakers_[a].odds < speakers_[b].odds; });
    double sum = 0;
    for (const auto i : open) sum += std::exp(speakers_[i].odds - speakers_[best].odds);
    constexpr double kSurest = 0.95;
    std::string why;
    for (const std::string& reason : speakers_[best].reasons) why += (why.empty() ? "" : ", ") + reason;
    settle(best, open.size() == 1 ? kSurest : std::min(kSurest, 1 / sum), why);
    if (interview_.role_confidence < kRoleThreshold) ask_user(open);
  }

  void ask_user(std::vector<std::uint32_t> open) {
    constexpr std::size_t kMost = 4;
    std::stable_sort(open.begin(), open.end(), [&](auto a, auto b) { return speakers_[a].odds > speakers_[b].odds; });
    open.resize(std::min(open.size(), kMost));
    std::sort(open.begin(), open.end());
    std::string options;
    for (std::size_t k = 0; k < open.size(); ++k) {
      const std::string& name = transcript_.speakers[open[k]];
      const char quote = name.find('\'') == std::string::npos ? '\'' : '"';
      options += fmt::format("{}--candidate {}{}{}", k == 0 ? "" : k + 1 == open.size() ? " or " : ", ", quote, name, quote);
    }
    interview_.role_question = fmt::format("Which speaker is the candidate? Use {}", options);
  }

  void assign() {
    for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
      const Speaker& s = speakers_[i];
      // Who neither is declared nor asks now and then only attends.
      const bool asks = s.declared == LabelRole::kNone && s.asking * 4 >= s.turns && s.asking > 0;
      const bool interviews = s.declared == LabelRole::kInterviewer || asks || speakers_.size() == 2;
      interview_.speaker_roles.push_back(i == *candidate_ ? Role::kCandidate : interviews ? Role::kInterviewer : Role::kOther);
    }
  }

  Interview& interview_;
  const Context& context_;
  const RoleHints& hints_;
  const Transcript& transcript_;
  std::vector<Speaker> speakers_;
  std::optional<std::uint32_t> candidate_;
};

}  // namespace

Result<void> assign_roles(Interview& interview, const Context& context, const RoleHints& hints) { return RoleFinder(interview, context, hints).run(); }

}  // namespace te::structure
