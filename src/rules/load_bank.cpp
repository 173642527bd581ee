#include "rules/load_bank.h"

#include <set>

#include <fmt/format.h>

#include "rules/text_pool.h"

namespace te::rules {
namespace {

/// Reads one of the section's objects, each of which says why its figures are what they are.
template <typename Read>
void part(ObjectReader& in, std::string_view key, Read read) {
  const JsonValue* value = in.object(key);
  if (value == nullptr) return;
  ObjectReader fields(*value, in.path(), in.errors());
  fields.string("why");
  read(fields);
  fields.done();
}

}  // namespace

BankScoring read_comparison(ObjectReader& in) {
  BankScoring b;
  b.weight = in.number("bank_weight", 0, 1);
  b.weight_built_in = in.number_or("built_in_weight", 0, 0, 1);
  part(in, "match", [&](ObjectReader& f) {
    b.match_at_least = f.number("at_least", 0.01, 1);
    b.match_certain_at = f.number("certain_at", 0.01, 1);
    b.match_least_share = f.number("least_share", 0, 1);
    if (b.match_at_least > b.match_certain_at) f.fail("\"at_least\" must not exceed \"certain_at\"");
    b.frame_weight = f.number("frame_weight", 0, 1);
  });
  part(in, "gates", [&](ObjectReader& f) {
    b.trusted_at = f.number("trusted_at", 0, 1);
    b.ordered_at = f.number("ordered_at", 0, 1);
    b.foreign_words = f.number("foreign_words", 0, 1000);
  });
  part(in, "likeness", [&](ObjectReader& f) {
    b.same_concept = f.number("same_concept", 0, 1);
    b.related_concept = f.number("related_concept", 0, 1);
    b.synonym = f.number("synonym", 0, 1);
    b.spelling = f.number("spelling", 0, 1);
    b.part = f.number("part", 0, 1);
    b.letters = f.number("letters", 0, 1);
    b.opposite = f.number("opposite", 0, 1);
  });
  part(in, "word_weight", [&](ObjectReader& f) {
    b.rarity_floor = f.number("rarity_floor", 0, 20);
    b.rarity_power = f.number("rarity_power", 0, 2);
    b.asked_in_coverage = f.number("asked_in_coverage", 0, 1);
    b.asked_in_precision = f.number("asked_in_precision", 0, 1);
  });
  part(in, "value", [&](ObjectReader& f) {
    b.base = f.number("base", 0, 1);
    b.coverage = f.number("coverage", 0, 1);
    b.precision = f.number("precision", 0, 1);
    b.order = f.number("order", 0, 1);
    b.length_scale = f.number("length_scale", 0.1, 10);
    b.length_cap = f.number("length_cap", 0.1, 10);
  });
  part(in, "key_points", [&](ObjectReader& f) {
    b.key_points_share = f.number("share", 0, 1);
    b.key_points_full = f.number("full_at", 0.01, 1);
    b.covered_at = f.number("covered_at", 0.01, 1);
    b.partly_at = f.number("partly_at", 0.01, 1);
    if (b.partly_at > b.covered_at) f.fail("\"partly_at\" must not exceed \"covered_at\"");
  });
  part(in, "misconceptions", [&](ObjectReader& f) {
    b.misconception = f.number("take_off", 0, 1);
    b.misconception_at = f.number("stated_at", 0.01, 1);
    b.misconception_share = f.number("of_sentence", 0, 1);
  });
  return b;
}

Bank read_bank(const JsonValue& root, const std::string& path, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  Bank bank;
  bank.texts = std::make_shared<TextPool>();
  const auto keep = [&](const auto& text) { return bank.texts->keep(text); };
  in.schema("transcript-eval/bank/1");
  bank.name = in.string_or("name", "unnamed");
  std::set<std::string_view> ids;
  for (const JsonValue& value : in.array("questions")) {
    ObjectReader q(value, path, errors);
    BankQuestion question;
    question.id = keep(q.string("id"));
    question.text = keep(q.string("text"));
    question.type = keep(q.string_or("type", ""));
    question.area = keep(q.string_or("area", ""));
    question.level = keep(q.string_or("level", ""));
    question.reference_answers = keep(q.strings("reference_answers"));
    question.key_points = keep(q.strings_or_none("key_points"));
    question.misconceptions = keep(q.strings_or_none("misconceptions"));
    if (!ids.insert(question.id).second) q.fail(fmt::format("the question id \"{}\" stands twice", question.id));
    q.done();
    bank.questions.push_back(question);
  }
  in.done();
  return bank;
}

}  // namespace te::rules
