// Words as numbers: base forms on which phrases match, stems on which relevance is measured, layers.
#include "text/vocabulary.h"

#include <array>

#include "support/table.h"

namespace te::text {
namespace {

using test::expect_rows;
using test::Row;

TEST(Vocabulary, TakesPluralAndPossessiveOff) {
  expect_rows({{"model", "model"},
               {"models", "model"},
               {"model's", "model"},
               {"queries", "query"},
               {"classes", "class"},
               {"boxes", "box"},
               {"branches", "branch"},
               {"dishes", "dish"},
               {"is", "is"},
               {"this", "this"},
               {"does", "does"},
               {"it's", "it's"},
               {"that's", "that's"},
               {"bias", "bia"},
               {"less", "less"},
               {"status", "status"},
               {"various", "various"},
               {"analysis", "analysis"},
               {"aws", "aws"},
               {"c++", "c++"},
               {"k8s", "k8s"},
               {"p95s", "p95s"},
               {"", ""}},
              base_form);
}

TEST(Vocabulary, SingularAndPluralAreOneBase) {
  for (const Row& pair : {Row{"index", "indexes"}, Row{"service", "services"}, Row{"database", "databases"}, Row{"size", "sizes"}, Row{"policy", "policies"}, Row{"match", "matches"},
                          Row{"hash", "hashes"}, Row{"process", "processes"}, Row{"key", "keys"}, Row{"tie", "ties"}, Row{"cache", "caches"}, Row{"api", "apis"}, Row{"gpu", "gpus"},
                          Row{"cpu", "cpus"}, Row{"cookie", "cookies"}, Row{"movie", "movies"}, Row{"bus", "bus's"}}) {
    EXPECT_EQ(base_form(pair.input), base_form(pair.dump)) << pair.input << " " << pair.dump;
  }
}

TEST(Vocabulary, StemsEnglishWordsOnly) {
  Vocabulary v;
  expect_rows({{"deployed", "deploy"},
               {"deploying", "deploy"},
               {"deployments", "deploy"},
               {"relational", "relat"},
               {"relation", "relat"},
               {"ran", "ran"},        // too short to stem
               {"gpt4", "gpt4"},      // digits
               {"c++", "c++"},
               {"naïve", "naïve"},
               {"don't", "don't"}},
              [&](std::string_view word) { return std::string(v.text(v.stem(v.intern(word)))); });
}

TEST(Vocabulary, AStemIsItsOwnStem) {
  Vocabulary v;
  for (const char* word : {"organisation", "universities", "happily", "agreed", "generalizations", "caches", "skies"}) {
    const WordId stem = v.stem(v.intern(word));
    EXPECT_EQ(v.stem(stem), stem) << word;
    EXPECT_EQ(v.stem(v.intern(v.text(stem))), stem) << word;
  }
}

TEST(Vocabulary, InternsEachWordOnce) {
  Vocabulary v;
  const WordId id = v.intern("latency");
  const WordId size = v.size();
  EXPECT_EQ(v.intern("latency"), id);
  EXPECT_EQ(v.size(), size);
  EXPECT_EQ(v.find("latency"), id);
  EXPECT_EQ(v.find("never heard"), kNoWord);
  EXPECT_EQ(v.text(id), "latency");
}

TEST(Vocabulary, TellsWordsOfEveryLengthApart) {
  Vocabulary v;
  const std::string letters = "abcdefghijklmnopqrstuvwxyz";
  std::vector<std::string> words;
  for (std::size_t size = 0; size <= letters.size(); ++size) {
    words.push_back(letters.substr(0, size));
    for (std::size_t i = 0; i < size; ++i) {
      words.push_back(words[words.size() - 1 - i]);
      words.back()[i] = '#';
    }
  }
  std::vector<WordId> ids;
  for (const std::string& word : words) ids.push_back(v.intern(word));
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(v.text(ids[i]), words[i]);
    EXPECT_EQ(v.find(words[i]), ids[i]);
  }
}

TEST(Vocabulary, ALayerSharesTheWordsBelowAndKeepsItsOwn) {
  Vocabulary below;
  const WordId deploy = below.intern("deploy");
  const WordId frozen = below.size();
  Vocabulary layer(&below);
  EXPECT_EQ(layer.intern("deploy"), deploy);
  const WordId fresh = layer.intern("deployments");
  EXPECT_GE(fresh, frozen);
  EXPECT_EQ(layer.stem(fresh), deploy);
  EXPECT_EQ(layer.text(fresh), "deployments");
  EXPECT_EQ(layer.text(layer.base(fresh)), "deployment");
  EXPECT_EQ(below.size(), frozen);
  EXPECT_EQ(below.find("deployments"), kNoWord);
}

TEST(Vocabulary, WordsThatAreApproachedFirstAreTheSame) {
  Vocabulary below;
  for (const char* word : {"deploy", "queue", "a", "internationalisation"}) below.intern(word);
  Vocabulary on_nothing;
  const Vocabulary empty;
  for (Vocabulary* layer : {&below, &on_nothing}) {
    for (const char* word : {"deploy", "deployments", "a", "internationalisation", "", "deployments"}) {
      const std::uint32_t hash = layer->approach(word);
      layer->fetch(hash);
      EXPECT_EQ(layer->intern(word, hash), layer->intern(word)) << word;
    }
  }
  for (const Vocabulary* under : std::array<const Vocabulary*, 2>{&below, &empty}) {
    Vocabulary layer(under);
    for (const char* word : {"deploy", "shards", "queue", "shard", "internationalisation"}) {
      const std::uint32_t hash = layer.approach(word);
      layer.fetch(hash);
      const WordId known = layer.find(word);
      const WordId id = layer.intern(word, hash);
      EXPECT_EQ(layer.text(id), word);
      EXPECT_TRUE(known == kNoWord || id == known) << word;
    }
  }
}

TEST(Vocabulary, LayersOfOneBookDoNotSeeEachOther) {
  Vocabulary below;
  below.intern("shared");
  Vocabulary first(&below);
  Vocabulary second(&below);
  const WordId a = first.intern("alpha");
  const WordId b = second.intern("beta");
  EXPECT_EQ(a, b);
  EXPECT_EQ(first.text(a), "alpha");
  EXPECT_EQ(second.text(b), "beta");
  EXPECT_EQ(second.find("alpha"), kNoWord);
}

}  // namespace
}  // namespace te::text
