// What is found in a turn: concepts without overlaps, names of people and places, stage directions, word classes.
#include "rules/compiled.h"
#include "support/interviews.h"
#include "support/table.h"

namespace te {
namespace {

using test::expect_rows;

/// The turn as annotated; the text must outlive it.
Annotation annotated(std::string_view text) {
  static AnnotatedTurns turns(test::default_book()->compiled(), {});
  return turns.annotate(text);
}

template <typename Chosen>
std::string tokens_where(std::string_view text, Chosen chosen) {
  const Annotation a = annotated(text);
  std::string out;
  for (const auto& token : a.text.tokens) {
    if (chosen(token)) out += (out.empty() ? "" : " ") + std::string(a.text.slice(token));
  }
  return out;
}

std::string concepts(std::string_view text) {
  const Annotation a = annotated(text);
  std::string out;
  for (const auto& m : a.concepts) out += (out.empty() ? "[" : " [") + std::string(a.text.slice(m.first, m.last)) + "]";
  return out;
}

TEST(Annotate, ConceptsDoNotOverlap) {
  expect_rows({{"We put a message queue in front of PostgreSQL.", "[message queue] [PostgreSQL]"},
               {"The load balancer sits before Redis.", "[load balancer] [Redis]"},
               {"Nothing to see in the garden.", ""}},
              concepts);
}

TEST(Annotate, NamesAreMarked) {
  expect_rows({{"I worked with Anneke Vandersteen on Kafka.", "Anneke Vandersteen"},
               {"We use Python and Docker every day.", ""},
               {"At Ravensdale I fixed the boiler.", "Ravensdale"},
               {"the boiler was old", ""}},
              [](std::string_view text) { return tokens_where(text, [](const text::Token& t) { return t.name; }); });
}

TEST(Annotate, StageDirectionsAreAsides) {
  expect_rows({{"Well, (pauses) I would cache it.", "( pauses )"},
               {"[laughs] It was cold.", "[ laughs ]"},
               {"The pauses were long (as I said before).", ""},
               {"I paused it (the pipeline that fed the old store in the north) twice.", ""}},
              [](std::string_view text) { return tokens_where(text, [](const text::Token& t) { return t.aside; }); });
}

TEST(Annotate, FindsPhrasesOfEveryCategoryThatBeginsAtAWord) {
  const auto categories = [](std::string_view text) {
    const Annotation a = annotated(text);
    const CompiledRules& rules = test::default_book()->compiled();
    std::string out;
    for (const char* name : {"request", "behavioral_question", "introduction_question", "hedge", "not_knowing"}) {
      const bool any = std::any_of(a.phrases.begin(), a.phrases.end(), [&](const auto& m) { return rules.category_name(m.payload) == name; });
      out += any ? std::string(out.empty() ? "" : " ") + name : "";
    }
    return out;
  };
  expect_rows({{"Tell me about a time you failed.", "request behavioral_question"},
               {"Walk me through your resume.", "request introduction_question"},
               {"Describe a situation you solved.", "request behavioral_question"},
               {"I think it rained.", "hedge"},
               {"I'm not sure about it.", "not_knowing"}},
              categories);
}

TEST(Annotate, NumberWordsAreKnownByTheirNumber) {
  const CompiledRules& rules = test::default_book()->compiled();
  text::Vocabulary words(&rules.vocabulary);
  for (const char* word : {"two", "dozen", "half"}) EXPECT_TRUE(rules.is_number_word(words.intern(word))) << word;
  for (const char* word : {"one", "tree", "zorbing"}) EXPECT_FALSE(rules.is_number_word(words.intern(word))) << word;
}

TEST(Annotate, WordClassesOfTransitions) {
  const CompiledRules& rules = test::default_book()->compiled();
  const Transitions& t = rules.transitions;
  EXPECT_TRUE(t.is_function_class(t.class_of("the")));
  EXPECT_FALSE(t.is_function_class(t.class_of("queue")));
  EXPECT_EQ(t.class_of("7"), t.class_of("10,000"));
  EXPECT_NE(t.class_of("7"), t.class_of("queue"));
  EXPECT_NE(t.class_of(","), t.class_of("?"));
  EXPECT_EQ(t.class_of("zorbing"), t.class_of("quuxing"));
  // Words of the rule book, of its banks, and of an interview.
  text::Vocabulary words(&rules.vocabulary);
  for (const char* word : {"the", "queue", "zorbing", "quuxes", "7", "10,007", ",", "}"}) {
    EXPECT_EQ(t.class_of(words, words.intern(word)), t.class_of(word)) << word;
    EXPECT_EQ(t.is_function_word(words.intern(word)), t.is_function_class(t.class_of(word))) << word;
  }
  EXPECT_EQ(rules.category("no such category"), kNoCategory);
}

TEST(Annotate, ConceptsThatAWordNames) {
  const RuleBook& book = *test::default_book();
  std::size_t named = 0;
  for (std::uint32_t i = 0; i < book.lexicon().concepts.size(); ++i) {
    const Concept c = book.lexicon().concepts[i];
    const auto called = book.compiled().called(c.name);
    const bool among = std::any_of(called.begin(), called.end(), [&](const auto& entry) { return entry.concept_index == i; });
    EXPECT_EQ(among, c.name.find(' ') == std::string_view::npos) << c.name;
    named += among ? 1 : 0;
  }
  EXPECT_EQ(named, book.compiled().concepts_of_one_word.size());
  for (const char* none : {"", "the", "zorbing", "a name of many words"}) EXPECT_TRUE(book.compiled().called(none).empty()) << none;
}

}  // namespace
}  // namespace te
