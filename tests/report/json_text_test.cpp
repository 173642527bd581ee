// The text is what nlohmann/json writes for the same values.
#include "report/json_text.h"

#include <limits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace te::report {
namespace {

TEST(JsonText, WritesNumbersLikeALibrary) {
  for (const double value : {0.0, -0.0, 1.0, -2.5, 0.1, 0.1 + 0.2, 4.09, 0.0001, 0.00015, 99.995, 12345.6789, 1e5, 123456789.25, 9999999999.9999, 1e10, 1.0 / 3}) EXPECT_EQ(Json(value).text(), nlohmann::json(value).dump()) << value;
  EXPECT_EQ(Json(std::numeric_limits<double>::quiet_NaN()).text(), "null");
  EXPECT_EQ(Json(-7).text(), "-7");
  EXPECT_EQ(Json(true).text(), "true");
}

TEST(JsonText, EscapesLikeALibrary) {
  std::string all;
  for (int c = 1; c < 0x80; ++c) all += static_cast<char>(c);
  all += '\0';
  all += "\u00E9\u2028\U0001F600";
  EXPECT_EQ(Json(all).text(), nlohmann::json(all).dump());
  for (std::size_t size = 0; size < 20; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string one(size, 'x');
      one[at] = '"';
      EXPECT_EQ(Json(one).text(), nlohmann::json(one).dump());
    }
  }
}

TEST(JsonText, ComposesArraysAndObjects) {
  Json rows = Json::array();
  EXPECT_TRUE(rows.empty());
  rows.push_back({{"a", 1}, {"b", nullptr}});
  rows.push_back(Json::object());
  Json all = {{"rows", rows}, {"words", std::vector<std::string>{"x", "[y]"}}, {"none", std::optional<int>()}};
  all.set("last", 0.5);
  EXPECT_EQ(all.text(), R"({"rows":[{"a":1,"b":null},{}],"words":["x","[y]"],"none":null,"last":0.5})");
}

TEST(JsonText, PartsMayBeWrittenByFunctions) {
  const auto rows = [](Json::Items& add) {
    add(1);
    add({{"a", "b"}});
    add([](Json::Items&) {});
    add([](Json::Members& set) {
      set("a \"name\"", nullptr);
      set("c", std::vector<int>{1, 2});
    });
    add([](Json::Members&) {});
  };
  const Json all = {{"rows", rows}, {"last", 1}};
  EXPECT_EQ(all.text(), R"({"rows":[1,{"a":"b"},[],{"a \"name\"":null,"c":[1,2]},{}],"last":1})");
  EXPECT_TRUE(Json([](Json::Members&) {}).empty());
}

TEST(JsonText, IndentsLikeALibrary) {
  const Json value = {{"text", "a, \"b\": {[\\"}, {"empty", Json::array()}, {"object", Json::object()}, {"list", std::vector<int>{1, 2}}, {"inner", {{"k", "v"}}}};
  EXPECT_EQ(value.indented(), nlohmann::ordered_json::parse(value.text()).dump(2));
}

}  // namespace
}  // namespace te::report
