// What the program knows: whether it is sound, how much it is, what it knows of a word.
#include <algorithm>
#include <array>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/setup.h"
#include "text/closest.h"
#include "text/utf8.h"
#include "transcript_eval/data_check.h"

namespace te::cli {
namespace {

int say(const Error& error) {
  fmt::print(stderr, "transcript-eval: error: {}\n", error.to_string());
  return kUsageOrIo;
}

int check(const LoadedData& data) {
  const auto findings = check_data(data.files(), data.chosen);
  const auto errors = std::count_if(findings.begin(), findings.end(), [](const DataFinding& f) { return f.severity == Severity::kError; });
  std::string out;
  for (const DataFinding& f : findings) out += f.to_string() + "\n";
  out += fmt::format("{} error{}, {} warning{}\n", errors, errors == 1 ? "" : "s", findings.size() - errors, findings.size() - errors == 1 ? "" : "s");
  if (!print(out)) return kUsageOrIo;
  return errors > 0 ? kSomeFailed : kDone;
}

int stats(const RuleBook& book) {
  const Lexicon& lexicon = book.lexicon();
  constexpr std::array<std::string_view, 3> kLevels = {"basic", "intermediate", "advanced"};
  std::map<std::string_view, std::array<std::size_t, 3>> of_area;
  std::array<std::size_t, 3> all{};
  std::size_t names = 0;
  for (const Concept& c : lexicon.concepts) {
    const auto level = static_cast<std::size_t>(std::find(kLevels.begin(), kLevels.end(), c.level) - kLevels.begin());
    ++of_area[c.area][level];
    ++all[level];
    names += 1 + c.aliases.size();
  }
  std::string out = fmt::format("{:<34}{:>9}{:>14}{:>10}{:>8}\n", "area", kLevels[0], kLevels[1], kLevels[2], "all");
  const auto row = [&](std::string_view name, const std::array<std::size_t, 3>& n) { out += fmt::format("{:<34}{:>9}{:>14}{:>10}{:>8}\n", name, n[0], n[1], n[2], n[0] + n[1] + n[2]); };
  for (const Area& area : lexicon.areas) row(area.id, of_area[area.id]);
  row("all", all);
  out += fmt::format("\n{} areas, {} concepts under {} names, {} wrong statements, {} rules\n", lexicon.areas.size(), lexicon.concepts.size(), names, lexicon.facts.size(), book.rubric().rules.size());
  return print(out) ? kDone : kUsageOrIo;
}

template <typename Items>
std::string joined(const Items& items) { return items.empty() ? "-" : fmt::format("{}", fmt::join(items, ", ")); }

std::string shown(const Lexicon& lexicon, const Concept& c) {
  std::vector<std::string_view> related;
  for (const auto r : c.related) related.push_back(lexicon.concepts[r].id);
  std::string out = fmt::format("{} ({})\n  {}, {}, {}\n  {}\n  also called: {}\n", c.id, c.name, c.kind, c.area, c.level, c.gist, joined(c.aliases));
  if (!c.context.empty()) out += fmt::format("  only near: {}\n", joined(c.context));
  out += fmt::format("  related: {}\n", joined(related));
  for (const Fact& fact : lexicon.facts) {
    if (lexicon.concepts[fact.about].id == c.id) out += fmt::format("  wrong about it: {} ({})\n    {}\n", fact.hit.front(), fact.id, fact.correction);
  }
  return out;
}

bool is_called(const Concept& c, const std::string& word) {
  return text::equals_ignoring_case(c.id, word) || text::equals_ignoring_case(c.name, word) || std::any_of(c.aliases.begin(), c.aliases.end(), [&](const auto& a) { return text::equals_ignoring_case(a, word); });
}

int show(const Lexicon& lexicon, const std::vector<std::string>& words) {
  if (words.empty()) return usage_error("lexicon show needs the id or a name of a concept");
  const std::string word = fmt::format("{}", fmt::join(words, " "));
  std::string out;
  for (const Concept& c : lexicon.concepts) {
    if (is_called(c, word)) out += (out.empty() ? "" : "\n") + shown(lexicon, c);
  }
  if (!out.empty()) return print(out) ? kDone : kUsageOrIo;
  std::vector<std::string> known;
  for (const Concept& c : lexicon.concepts) {
    known.emplace_back(c.id);
    known.emplace_back(c.name);
    known.insert(known.end(), c.aliases.begin(), c.aliases.end());
  }
  const auto near = text::closest(word, known);
  fmt::print(stderr, "transcript-eval: error: no concept is called '{}'{}\n", word, near ? fmt::format("; did you mean '{}'?", *near) : std::string());
  return kSomeFailed;
}

}  // namespace

void declare_lexicon(CLI::App& app, Options& o) {
  CLI::Option* const action = app.add_option("ACTION", o.action, "check: find what is wrong with the data; stats: count it; show: print what is known of a word")->option_text("check|stats|show");
  allow_only(*action, {"check", "stats", "show"});
  app.add_option("WORD", o.words, "For show: id or name of a concept")->option_text("[WORD]");
  declare_rules(app, o);
  declare_data(app, o);
}

int run_lexicon(const Options& options) {
  const auto data = load_data(options);
  if (!data) return say(data.error());
  if (options.action != "show" && !options.words.empty()) return usage_error(fmt::format("lexicon {} takes no word", options.action));
  if (options.action == "check") return check(*data);
  const auto book = build_rulebook(data->files(), data->chosen);
  if (!book) return say(book.error());
  return options.action == "stats" ? stats(**book) : show((*book)->lexicon(), options.words);
}

}  // namespace te::cli
