// What was not understood is not judged: marks where nothing was heard, other languages, looping or unsure recognition.
//
// What somebody said badly stays: shuffled words, lists of keywords and repeated answers are the scoring stage's matter.
#include <fmt/format.h>

#include "support/interviews.h"
#include "support/outcomes.h"
#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;

const std::string kGood = "I copied the order table to a second disk every night, because the first one had failed twice in a year, and compared 500 rows.";

std::string times(int n, const std::string& words) {
  std::string out;
  for (int i = 0; i < n; ++i) out += words;
  return out;
}

/// Why the first of four answers cannot be judged; the other three are good.
std::string verdict(std::string_view answer) {
  std::string text = "> How did you keep the backups safe?\n< " + std::string(answer) + "\n";
  for (const char* next : {"Why twice?", "What did you compare?", "Who wrote it?"}) text += "> " + std::string(next) + "\n< " + kGood + "\n";
  const auto interview = test::interview_of(test::dialogue(text));
  EXPECT_EQ(interview->unscorable, "");
  return interview->questions.at(0).unscorable;
}

TEST(Quality, InaudibleAnswers) {
  expect_rows({{"[inaudible]", "the answer is mostly inaudible (1 mark)"},
               {"(unintelligible 00:12) tables [inaudible]", "the answer is mostly inaudible (2 marks)"},
               {"<crosstalk> and then [indistinct] so [noise]", "the answer is mostly inaudible (3 marks)"},
               {"inaudible", "the answer is mostly inaudible (1 mark)"},
               {"We copied the [inaudible] table every night and compared it with the old one.", ""},
               {"The speech was inaudible to the model, so we filtered the noise.", ""}},
              verdict);
}

TEST(Quality, LoopingRecognition) {
  EXPECT_EQ(verdict(times(20, "and then I ")), "the speech recognition of the answer repeats the same words over and over");
  EXPECT_EQ(verdict("We copied it. " + times(12, "Thank you very much. ")), "the speech recognition of the answer repeats the same words over and over");
  EXPECT_EQ(verdict(times(30, "you ")), "the speech recognition of the answer repeats the same words over and over");
  EXPECT_EQ(verdict("No, no, no, no, that was the old disk, and it failed twice."), "");
  // Keywords are listed, and an answer is said again, by people.
  EXPECT_EQ(verdict(times(12, "Kubernetes Terraform Kafka ")), "");
  EXPECT_EQ(verdict(times(6, kGood + " ")), "");
}

TEST(Quality, OtherLanguages) {
  expect_rows({{"Ich habe die Tabelle jede Nacht auf eine zweite Platte kopiert, weil die erste schon zweimal ausgefallen ist und wir nicht warten wollten.", "the answer is in German; only English is scored"},
               {"Copiamos la tabla cada noche a otro disco porque el primero se había roto dos veces y no queríamos perder los pedidos de la tienda.", "the answer is in Spanish; only English is scored"},
               {"Nous avons copié la table chaque nuit sur un autre disque, parce que le premier est tombé en panne deux fois dans les premiers mois.", "the answer is in French; only English is scored"},
               {"Мы копировали таблицу каждую ночь на второй диск.", "the answer is not in Latin script; only English is scored"},
               {"私たちは毎晩テーブルを二番目のディスクにコピーしました。", "the answer is not in Latin script; only English is scored"},
               {"xqv blorf wim tadu kresk omlu pindar vosk ratel gnim blorf sedu wakki plon zerb omlu vandi kreb tosk rulm hask", "the answer is not English or garbled; only English is scored"},
               {"The German team called it der Umbau, und das war es, and then we moved on to the next thing.", ""},
               {"Kubernetes, Terraform, Kafka, Spark, Airflow, Redis, Postgres, Docker, Ansible, Jenkins, Prometheus, Grafana, Python, Java, Scala, AWS, Azure, Linux, Git, Helm, Vault, Consul.", ""},
               {"disk the every because and copied table night failed to year second had first order in twice a I the one", ""},
               {"Ja.", ""}},
              verdict);
  EXPECT_EQ(verdict("```python\nfor k, v in tbl.items():\n    dst[k] = zlib.crc32(v)\n    assert dst[k] == src[k]\n```"), "");
}

TEST(Quality, OneForeignAnswerAmongPlainOnes) {
  const auto interview = test::interview_of(test::dialogue("> How did you keep it safe?\n< " + kGood + "\n> Why?\n< Потому что первый диск дважды ломался.\n> When?\n< " + kGood + "\n"));
  EXPECT_EQ(interview->questions[0].unscorable, "");
  EXPECT_EQ(interview->questions[1].unscorable, "the answer is not in Latin script; only English is scored");
  EXPECT_EQ(interview->questions[2].unscorable, "");
}

TEST(Quality, UnsureRecognition) {
  auto transcript = *test::parse(test::dialogue("> How did you keep it safe?\n< " + kGood + "\n> Why?\n< " + kGood + "\n> When?\n< " + kGood + "\n"));
  for (auto& turn : transcript.turns) turn.confidence = 0.9;
  transcript.turns[1].confidence = 0.31;
  const auto interview = build_interview(transcript, test::default_book());
  EXPECT_EQ(interview->questions[0].unscorable, "the speech recognition of the answer was unsure (confidence 0.31)");
  EXPECT_EQ(interview->questions[1].unscorable, "");
}

TEST(Quality, AQuestionThatNobodyUnderstandsCostsNothing) {
  const auto interview = test::interview_of(test::dialogue("> Können Sie mir bitte erklären, wie Sie die Daten gesichert haben und wie oft das war?\n< " + kGood + "\n> Why?\n< " + kGood + "\n> When?\n< " + kGood + "\n"));
  EXPECT_EQ(interview->questions[0].unscorable, "the question is in German; only English is scored");
}

TEST(Quality, AWholeTranscript) {
  const std::string german = "Ich habe die Tabelle jede Nacht kopiert, weil die erste Platte schon zweimal ausgefallen ist und wir nicht warten wollten.";
  const Outcome foreign = test::evaluated(test::dialogue("> Wie haben Sie die Daten gesichert?\n< " + german + "\n> Und warum war das nicht genug?\n< " + german + "\n"));
  EXPECT_EQ(state_name(foreign.evaluation.state), "unscorable");
  EXPECT_EQ(foreign.evaluation.reason, "the transcript is in German; only English is scored");
  EXPECT_EQ(test::dump_diagnostics(foreign.interview.diagnostics), "quality.unscorable-answer@1 quality.unscorable-answer@3 quality.unscorable-transcript@0");
  EXPECT_NE(foreign.report.recommendation.find("No decision"), std::string::npos);

  const Outcome half = test::evaluated(test::dialogue("> How did you keep it safe?\n< [inaudible]\n> Let's move on. Who wrote the script?\n< " + kGood + "\n"));
  EXPECT_EQ(state_name(half.evaluation.state), "unscorable");
  EXPECT_EQ(half.evaluation.reason, "1 of 2 answers cannot be judged: the answer is mostly inaudible (1 mark)");
}

TEST(Quality, WhatCannotBeJudgedCostsNothing) {
  const std::string rest = "> Let's move on. Which rows did you compare each night?\n< " + kGood + "\n> Let's move on. How did you notice that a disk had failed?\n< " + kGood + " The alarm told us, since the copy was smaller than the day before.\n";
  const Outcome without = test::evaluated(test::dialogue(rest));
  const Outcome with = test::evaluated(test::dialogue("> How did you store the orders?\n< [inaudible] the [inaudible]\n" + rest));
  ASSERT_EQ(state_name(with.evaluation.state), "scored");
  EXPECT_EQ(state_name(with.evaluation.questions[0].state), "unscorable");
  EXPECT_EQ(state_name(with.evaluation.threads[0].state), "unscorable");
  EXPECT_EQ(with.evaluation.overall_raw, without.evaluation.overall_raw);
  EXPECT_EQ(with.evaluation.average_relevance, without.evaluation.average_relevance);
  EXPECT_EQ(with.report.question_justifications[0], "Not scored: the answer is mostly inaudible (2 marks).");
}

}  // namespace
}  // namespace te
