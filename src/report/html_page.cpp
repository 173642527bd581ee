#include "report/html_page.h"

#include <fmt/format.h>

#include "report/words.h"
#include "text/hash.h"

namespace te::report {

std::string_view asset(std::string_view name) { return embedded_file(fmt::format("html/{}", name)); }

std::string html_page(std::string_view title, std::initializer_list<std::string_view> styles, std::string_view script, const Html& body) {
  std::string style;
  for (const std::string_view name : styles) style += asset(name);
  const std::string_view code = asset(script);
  const std::string policy = fmt::format("default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'", text::sha256_base64(style), text::sha256_base64(code));
  const Html head = element("head", {element("meta", {{"charset", "utf-8"}}), element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}}),
                                     element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}), element("meta", {{"name", "referrer"}, {"content", "no-referrer"}}),
                                     element("meta", {{"name", "color-scheme"}, {"content", "light dark"}}), element("meta", {{"name", "robots"}, {"content", "noindex"}}), element("title", {title}),
                                     element("style", {Html::trusted(style)})});
  Html content = body;
  content += element("script", {Html::trusted(std::string(code))});
  return "<!DOCTYPE html>\n" + element("html", {{"lang", "en"}}, {head, "\n", element("body", {content})}).markup() + "\n";
}

Verdict verdict(Decision decision) {
  switch (decision) {
    case Decision::kProceed: return {decision_in_words(decision), "\u2713"};
    case Decision::kReservations: return {decision_in_words(decision), "\u25D0"};
    case Decision::kNotAFit: return {decision_in_words(decision), "\u2715"};
    case Decision::kNoDecision: break;
  }
  return {decision_in_words(Decision::kNoDecision), "\u2013"};
}

Html flag_list(const std::vector<std::string>& flags, const Rubric& rubric) {
  Html out;
  for (const std::string& flag : flags) {
    std::string why;
    for (const Gate& gate : rubric.gates) why = gate.flag == flag ? gate.why : why;
    out += element("li", {{"class", "flag"}, {"title", why}}, {capitalised(plain(flag))});
  }
  return out.empty() ? out : element("ul", {{"class", "flags"}, {"aria-label", "Flags"}}, {out});
}

std::string score_text(State state, Points raw) { return state == State::kScored ? raw.to_string(2) : plain(state_name(state)); }

std::string percent(double share) { return fmt::format("{:.0f}\u00A0%", share * 100); }

Html definition(const std::string& name, const Html& value) { return element("div", {element("dt", {name}), element("dd", {value})}); }

Html hashed(const std::string& name, const std::string& sha256) { return element("span", {name, " ", element("code", {{"title", "SHA-256"}}, {sha256})}); }

Html judges(const RuleBook& book) {
  Html out = definition("Rubric", hashed(book.rubric().name, book.rubric().sha256));
  out += definition("Lexicon", hashed(fmt::format("{} concepts", book.lexicon().concepts.size()), book.lexicon().sha256));
  for (const Bank& bank : book.banks()) out += definition("Question bank", hashed(bank.name, bank.sha256));
  out += definition("Program", fmt::format("transcript-eval {}", version()));
  return out;
}

}  // namespace te::report
