// The distribution of scores as a drawing.
#include <algorithm>

#include <fmt/format.h>

#include "report/cohort_page.h"

namespace te::report {
namespace {

constexpr double kBin = 36;
constexpr double kHeight = 150;
constexpr double kTop = 26;
constexpr double kLeft = 10;

std::string n(double value) { return fmt::format("{:.1f}", value); }

Html text(double x, double y, const std::string& words, std::string_view anchor = "middle") {
  return element("text", {{"class", "small"}, {"x", n(x)}, {"y", n(y)}, {"text-anchor", std::string(anchor)}}, {words});
}

/// One bin: its decisions on top of each other, what they are in its title.
Html bar(std::size_t bin, const std::array<std::size_t, kDecisions>& counts, std::size_t highest) {
  std::size_t all = 0;
  for (const std::size_t c : counts) all += c;
  if (all == 0) return {};
  const double from = 1.0 + 0.25 * static_cast<double>(bin);
  std::string words = fmt::format("{:.2f} to {:.2f}:", from, from + 0.25);
  const double x = kLeft + kBin * static_cast<double>(bin);
  double y = kTop + kHeight;
  Html parts;
  for (std::size_t d = kDecisions; d-- > 0;) {
    if (counts[d] == 0) continue;
    const auto decision = static_cast<Decision>(d);
    const double height = kHeight * static_cast<double>(counts[d]) / static_cast<double>(highest);
    y -= height;
    words += fmt::format(" {} {}", counts[d], verdict(decision).words);
    parts += element("rect", {{"class", fmt::format("part {}", decision_name(decision))}, {"x", n(x + 2)}, {"y", n(y)}, {"width", n(kBin - 4)}, {"height", n(height)}});
    if (height > 14) parts += element("text", {{"class", "sign"}, {"x", n(x + kBin / 2)}, {"y", n(y + height / 2 + 4)}, {"text-anchor", "middle"}}, {std::string(verdict(decision).sign)});
  }
  return element("g", {element("title", {words}), parts, text(x + kBin / 2, y - 5, std::to_string(all))});
}

}  // namespace

Html distribution(const Members& members, const Rubric& rubric) {
  const Histogram bins = histogram(members);
  std::size_t highest = 0;
  std::size_t scored = 0;
  for (const auto& counts : bins) {
    std::size_t all = 0;
    for (const std::size_t c : counts) all += c;
    highest = std::max(highest, all);
    scored += all;
  }
  if (scored == 0) return {};
  Html content;
  for (std::size_t b = 0; b < kBins; ++b) content += bar(b, bins[b], highest);
  const double width = kBin * kBins;
  content += element("line", {{"class", "axis"}, {"x1", n(kLeft)}, {"x2", n(kLeft + width)}, {"y1", n(kTop + kHeight)}, {"y2", n(kTop + kHeight)}});
  for (int tick = 1; tick <= 5; ++tick) content += text(kLeft + (tick - 1) * width / 4, kTop + kHeight + 16, std::to_string(tick));
  for (const auto& [threshold, name] : {std::pair(rubric.reservations_at_least, "consider"), std::pair(rubric.proceed_at_least, "proceed")}) {
    const double x = kLeft + (threshold - 1) * width / 4;
    content += element("line", {{"class", "threshold"}, {"x1", n(x)}, {"x2", n(x)}, {"y1", "4"}, {"y2", n(kTop + kHeight)}});
    content += text(x + 4, 11, fmt::format("{} from {:g}", name, threshold), "start");
  }
  return element("svg", {{"class", "distribution"}, {"viewBox", fmt::format("0 0 {:.0f} {:.0f}", width + 2 * kLeft, kTop + kHeight + 22)}, {"role", "img"}, {"aria-label", fmt::format("Distribution of the overall scores of {} interviews", scored)}}, {content});
}

}  // namespace te::report
