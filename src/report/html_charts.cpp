// Drawings as inline SVG. Colours are classes of the style sheet; each drawing says its figures in words, too.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/html_page.h"

namespace te::report {
namespace {

std::string n(double value) { return fmt::format("{:.1f}", value); }

/// Where a score from 1 to 5 lies on `width`.
double at(double score, double width) { return (std::clamp(score, 1.0, 5.0) - 1.0) / 4.0 * width; }

Html rect(std::string_view css, double x, double y, double width, double height, double radius = 0) {
  return element("rect", {{"class", std::string(css)}, {"x", n(x)}, {"y", n(y)}, {"width", n(width)}, {"height", n(height)}, {"rx", n(radius)}});
}

Html label(std::string_view css, double x, double y, const std::string& text, std::string_view anchor = "start") {
  return element("text", {{"class", std::string(css)}, {"x", n(x)}, {"y", n(y)}, {"text-anchor", std::string(anchor)}}, {text});
}

/// The words of a title that fit beside a bar; the drawing's title has them all.
std::string fitting(std::string title) {
  constexpr std::size_t kFits = 17;
  if (title.size() <= kFits) return title;
  const auto space = title.rfind(' ', kFits);
  return space == std::string::npos ? title : title.substr(0, space) + "\u2026";
}

Html drawing(std::string_view css, double width, double height, const std::string& words, std::initializer_list<Html> content) {
  return element("svg", {{"class", std::string(css)}, {"viewBox", fmt::format("0 0 {:.0f} {:.0f}", width, height)}, {"role", "img"}, {"aria-label", words}}, content);
}

}  // namespace

Html score_bar(double score) {
  constexpr double kWidth = 100;
  return element("svg", {{"class", "bar"}, {"viewBox", "0 0 100 6"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}},
                 {rect("track", 0, 0, kWidth, 6), rect("fill", 0, 0, std::max(1.0, at(score, kWidth)), 6)});
}

Html score_scale(double score, const Rubric& rubric) {
  constexpr double kLeft = 8;
  constexpr double kWidth = 304;
  Html marks;
  for (const auto& [threshold, name] : {std::pair(rubric.reservations_at_least, "consider"), std::pair(rubric.proceed_at_least, "proceed")}) {
    const double x = kLeft + at(threshold, kWidth);
    marks += element("line", {{"class", "threshold"}, {"x1", n(x)}, {"x2", n(x)}, {"y1", "12"}, {"y2", "30"}});
    marks += label("small", x + 3, 11, name);
  }
  for (int tick = 1; tick <= 5; ++tick) marks += label("small", kLeft + at(tick, kWidth), 42, std::to_string(tick), "middle");
  const Html dot = element("circle", {{"class", "needle"}, {"cx", n(kLeft + at(score, kWidth))}, {"cy", "21"}, {"r", "7"}});
  const std::string words = fmt::format("{:.2f} on a scale from 1 to 5; from {:g} on to consider, from {:g} on to proceed", score, rubric.reservations_at_least, rubric.proceed_at_least);
  return drawing("scale", 320, 46, words, {rect("track", kLeft, 18, kWidth, 6, 3), rect("fill", kLeft, 18, at(score, kWidth), 6, 3), marks, dot});
}

Html criteria_chart(const Rubric& rubric, std::span<const std::optional<double>> values, std::span<const std::optional<double>> compared, const std::string& name) {
  constexpr double kRow = 26;
  constexpr double kLabel = 128;
  constexpr double kWidth = 180;
  double y = 0;
  Html rows;
  std::string words = name + ":";
  for (std::size_t c = 0; c < values.size(); ++c) {
    if (!values[c]) continue;
    const std::string title = rubric.criteria[c].title;
    words += fmt::format("{} {} {:.1f}", words.back() == ':' ? "" : ",", title, *values[c]);
    Html row = element("title", {fmt::format("{}: {}", title, rubric.criteria[c].anchors[static_cast<std::size_t>(std::lround(std::clamp(*values[c], 1.0, 5.0))) - 1])});
    row += label("name", 0, y + 18, fitting(title));
    row += rect("track", kLabel, y + 9, kWidth, 10, 2);
    row += rect("fill", kLabel, y + 9, std::max(1.5, at(*values[c], kWidth)), 10, 2);
    if (c < compared.size() && compared[c]) row += rect("mean", kLabel + at(*compared[c], kWidth) - 1, y + 6, 2, 16);
    row += label("value", kLabel + kWidth + 32, y + 18, fmt::format("{:.1f}", *values[c]), "end");
    rows += element("g", {row});
    y += kRow;
  }
  return drawing("criteria", kLabel + kWidth + 34, y + 2, words, {rows});
}

}  // namespace te::report
