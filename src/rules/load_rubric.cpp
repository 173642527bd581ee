#include "rules/load_rubric.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "rules/gate_kinds.h"
#include "rules/load_bank.h"
#include "text/closest.h"

namespace te::rules {
namespace {

constexpr std::array<std::string_view, 8> kRuleKinds = {"aspects", "concepts", "content", "density", "explanation", "figures", "misconception", "phrases"};

template <std::size_t N>
std::string listed(const std::array<std::string_view, N>& names) {
  std::string out;
  for (const auto name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

Criterion read_criterion(ObjectReader& c) {
  Criterion criterion;
  criterion.name = c.string("name");
  criterion.title = c.string("title");
  criterion.why = c.string("why");
  const auto anchors = c.strings("anchors");
  if (anchors.size() == 5) std::copy(anchors.begin(), anchors.end(), criterion.anchors.begin());
  else c.fail(fmt::format("criterion \"{}\" has {} anchors, five are needed, for the scores 1 to 5", criterion.name, anchors.size()));
  return criterion;
}

void read_criteria(ObjectReader& in, Rubric& rubric) {
  for (const JsonValue& value : in.array("criteria")) {
    ObjectReader c(value, in.path(), in.errors());
    rubric.scales.push_back(c.number("scale", 0.01, 1000));
    Criterion criterion = read_criterion(c);
    if (rubric.criterion_index(criterion.name) < rubric.criteria.size()) c.fail(fmt::format("the criterion \"{}\" stands twice", criterion.name));
    rubric.criteria.push_back(std::move(criterion));
    c.done();
  }
  if (rubric.criteria.empty()) in.fail("a rubric needs at least one criterion");
}

void read_rules(ObjectReader& in, const CompiledRules& compiled, Rubric& rubric) {
  std::set<std::string> ids;
  for (const JsonValue& value : in.array("rules")) {
    ObjectReader r(value, in.path(), in.errors());
    Rule rule;
    rule.id = r.string("id");
    rule.criterion = r.string("criterion");
    rule.kind = r.string("kind");
    rule.value = r.number("value", -100, 100);
    rule.limit = r.number("limit", 0, 1000);
    rule.label = r.string("label");
    rule.why = r.string("why");
    rule.hit = r.strings("hit");
    rule.miss = r.strings("miss");
    if (std::find(kRuleKinds.begin(), kRuleKinds.end(), rule.kind) == kRuleKinds.end()) {
      r.fail(fmt::format("rule \"{}\": unknown kind \"{}\"", rule.id, rule.kind), "known kinds: " + listed(kRuleKinds));
    }
    if (rule.kind == "phrases" || rule.kind == "density") {
      rule.phrases = r.string("phrases");
      if (compiled.category(rule.phrases) == kNoCategory) {
        const auto near = text::closest(rule.phrases, compiled.categories);
        r.fail(fmt::format("rule \"{}\": no phrase category \"{}\"", rule.id, rule.phrases), near ? fmt::format("did you mean \"{}\"?", *near) : std::string());
      }
    }
    if (rubric.criterion_index(rule.criterion) == rubric.criteria.size()) {
      r.fail(fmt::format("rule \"{}\": no criterion \"{}\"", rule.id, rule.criterion));
    }
    if (!ids.insert(rule.id).second) r.fail(fmt::format("the rule \"{}\" stands twice", rule.id));
    r.done();
    rubric.rules.push_back(std::move(rule));
  }
}

void read_gates(ObjectReader& in, Rubric& rubric) {
  for (const JsonValue& value : in.array("gates")) {
    ObjectReader g(value, in.path(), in.errors());
    Gate gate;
    gate.id = g.string("id");
    const bool known = std::any_of(rubric.gates.begin(), rubric.gates.end(), [&](const Gate& other) { return other.id == gate.id; });
    if (known) g.fail(fmt::format("the gate \"{}\" stands twice", gate.id));
    gate.kind = g.string("kind");
    gate.at_most = g.number("at_most", 1, 5);
    gate.threshold = g.number("threshold", 0, 1000);
    gate.open_at = g.number_or("open_at", gate.threshold, gate.threshold, 1000);
    gate.flag = g.string("flag");
    gate.why = g.string("why");
    if (std::find(kGateKinds.begin(), kGateKinds.end(), gate.kind) == kGateKinds.end()) {
      g.fail(fmt::format("gate \"{}\": unknown kind \"{}\"", gate.id, gate.kind), "known kinds: " + listed(kGateKinds));
    }
    g.done();
    rubric.gates.push_back(std::move(gate));
  }
}

void read_weights(ObjectReader& in, Rubric& rubric) {
  const JsonValue* weights = in.object("weights");
  if (weights == nullptr) return;
  ObjectReader by_type(*weights, in.path(), in.errors());
  for (const auto type : {QuestionType::kProject, QuestionType::kTechnical, QuestionType::kCoding, QuestionType::kBehavioral}) {
    const JsonValue* row = by_type.object(type_name(type));
    if (row == nullptr) return;
    ObjectReader cells(*row, in.path(), in.errors());
    double sum = 0;
    auto& out = rubric.weights[static_cast<std::size_t>(type)];
    for (const Criterion& criterion : rubric.criteria) {
      out.push_back(cells.number(criterion.name, 0, 1));
      sum += out.back();
    }
    cells.done();
    if (std::abs(sum - 1) > 1e-6) cells.fail(fmt::format("the weights of \"{}\" add up to {:.4f}, not to 1", type_name(type), sum));
  }
  by_type.done();
}

/// A number for each sign; missing ones count for nothing.
std::array<double, kSigns> read_signs(ObjectReader& in, std::string_view key, double low, double high) {
  std::array<double, kSigns> out{};
  const JsonValue* value = in.object(key);
  if (value == nullptr) return out;
  ObjectReader signs(*value, in.path(), in.errors());
  for (std::size_t i = 0; i < kSigns; ++i) out[i] = signs.number_or(sign_name(static_cast<Sign>(i)), 0, low, high);
  signs.done();
  return out;
}

void read_relevance(ObjectReader& in, Rubric& rubric) {
  const JsonValue* value = in.object("relevance");
  if (value == nullptr) return;
  ObjectReader r(*value, in.path(), in.errors());
  r.string("why");
  rubric.relevance.weights = read_signs(r, "weights", 0, 1);
  rubric.relevance.half_at = r.number("half_at", 0.001, 1);
  rubric.relevance.fit = read_signs(r, "fit", -100, 100);
  rubric.relevance.fit_base = r.number("fit_base", -100, 100);
  const double sum = std::accumulate(rubric.relevance.weights.begin(), rubric.relevance.weights.end(), 0.0);
  if (std::abs(sum - 1) > 1e-6) r.fail(fmt::format("the weights of the signs add up to {:.4f}, not to 1", sum));
  r.done();
}

void read_thresholds(ObjectReader& in, Rubric& rubric) {
  const JsonValue* value = in.object("thresholds");
  if (value == nullptr) return;
  ObjectReader t(*value, in.path(), in.errors());
  t.string("why");
  rubric.full_question_words = t.number("full_question_words", 1, 1000);
  rubric.least_demand = t.number("least_demand", 0.05, 1);
  rubric.brief_demand = t.number("brief_demand", 0.05, 1);
  rubric.full_marks_at = t.number("full_marks_at", 0.1, 1);
  rubric.follow_up_weight = t.number("follow_up_weight", 0, 1);
  rubric.fit_floor = t.number("fit_floor", 0, 1);
  rubric.fit_full = t.number("fit_full", 0.001, 1);
  rubric.proceed_at_least = t.number("proceed_at_least", 1, 5);
  rubric.reservations_at_least = t.number("reservations_at_least", 1, 5);
  rubric.critical_below = t.number("critical_below", 1, 5);
  rubric.critical_blocks_proceed = t.number("critical_blocks_proceed", 1, 5);
  rubric.insufficient_words = static_cast<std::uint32_t>(t.number("insufficient_words", 0, 100000));
  if (rubric.fit_floor >= rubric.fit_full) t.fail("\"fit_floor\" must be less than \"fit_full\"");
  if (rubric.reservations_at_least > rubric.proceed_at_least) t.fail("\"reservations_at_least\" must not exceed \"proceed_at_least\"");
  t.done();
}

/// The criterion of the comparison stands outside the weights per question type: it has a share only where an entry matches.
void read_bank_scoring(ObjectReader& in, Rubric& rubric) {
  const JsonValue* value = in.find("bank");
  if (value == nullptr) return;
  ObjectReader b(*value, in.path(), in.errors());
  rubric.bank = read_comparison(b);
  const JsonValue* criterion = b.object("criterion");
  b.done();
  if (criterion == nullptr) return;
  ObjectReader c(*criterion, in.path(), in.errors());
  rubric.bank.criterion = rubric.criteria.size();
  rubric.criteria.push_back(read_criterion(c));
  rubric.scales.push_back(1);
  for (auto& row : rubric.weights) row.push_back(0);
  c.done();
}

void read_profiles(ObjectReader& in, Rubric& rubric) {
  double before = 6;
  std::uint32_t line = in.line();
  for (const JsonValue& value : in.array("profiles")) {
    ObjectReader p(value, in.path(), in.errors());
    rubric.profiles.emplace_back(p.string("name"), p.number("at_least", 1, 5));
    if (rubric.profiles.back().second >= before) p.fail("profiles must stand from the highest to the lowest");
    before = rubric.profiles.back().second;
    line = value.line;
    p.done();
  }
  if (rubric.profiles.empty() || before > 1) in.errors().add(in.path(), line, "the lowest profile must be at_least 1");
}

}  // namespace

Rubric read_rubric(const JsonValue& root, const std::string& path, const CompiledRules& compiled, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  Rubric rubric;
  in.schema("transcript-eval/rubric/1");
  rubric.name = in.string("name");
  in.string("description");
  read_criteria(in, rubric);
  read_rules(in, compiled, rubric);
  read_gates(in, rubric);
  read_weights(in, rubric);
  read_relevance(in, rubric);
  read_thresholds(in, rubric);
  read_bank_scoring(in, rubric);
  read_profiles(in, rubric);
  in.done();
  return rubric;
}

}  // namespace te::rules
