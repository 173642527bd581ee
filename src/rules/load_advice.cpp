#include "rules/load_advice.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/text_pool.h"
#include "text/closest.h"

namespace te::rules {
namespace {

void read_area_advice(ObjectReader& in, Lexicon& lexicon) {
  const std::string_view study = lexicon.texts->keep(in.string("study"));
  for (const std::string& id : in.strings("areas")) {
    std::uint32_t known = 0;
    while (known < lexicon.areas.size() && lexicon.areas[known].id != id) ++known;
    if (known == lexicon.areas.size()) {
      std::vector<std::string> ids;
      for (const Area& a : lexicon.areas) ids.emplace_back(a.id);
      const auto near = text::closest(id, ids);
      in.fail(fmt::format("no concept file defines the area \"{}\"", id), near ? fmt::format("did you mean \"{}\"?", *near) : std::string());
      continue;
    }
    if (!lexicon.areas[known].study.empty()) in.fail(fmt::format("the area \"{}\" stands in two rows", id));
    lexicon.areas.at(known).study = study;
  }
  in.done();
}

}  // namespace

void read_advice(const JsonValue& root, const std::string& path, Lexicon& lexicon, DataErrors& errors) {
  ObjectReader in(root, path, errors);
  in.schema("transcript-eval/advice/1");
  for (const JsonValue& value : in.array("criteria")) {
    ObjectReader row(value, path, errors);
    const std::string criterion = row.string("criterion");
    if (!lexicon.practice_by_criterion.emplace(criterion, row.string("practise")).second) row.fail(fmt::format("the criterion \"{}\" stands in two rows", criterion));
    row.done();
  }
  for (const JsonValue& value : in.array("areas")) {
    ObjectReader row(value, path, errors);
    read_area_advice(row, lexicon);
  }
  in.done();
}

}  // namespace te::rules
