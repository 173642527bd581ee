// The labelled format: which labels are speakers, header blocks, colons inside answers.
#include "support/documents.h"
#include "support/table.h"
#include "support/transcripts.h"

namespace te {
namespace {

using test::expect_rows;
using test::parse;

std::string turns(std::string_view text) { return test::dump_turns(parse(text, "labelled")); }

/// Header, candidate, position and turns.
std::string whole(std::string_view text) {
  const auto t = parse(text, "labelled");
  if (!t) return test::dump_turns(t);
  return test::dump_header(*t) + " | " + t->candidate + " | " + t->position + " || " + test::dump_turns(t);
}

TEST(Labelled, ReadsPlainLabels) {
  expect_rows({{"Interviewer: Why?\nCandidate: Because.\n", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"Interviewer: Why?\n\nCandidate: Because.\n\nSo it is.\n", "Interviewer 1-1@1 Why? | Candidate 3-5@3 Because.//So it is."},
               {"interviewer: why?\r\n\r\ncandidate: because.\r\n", "interviewer 1-1@1 why? | candidate 3-3@3 because."},
               {"INTERVIEWER: Why?\nCANDIDATE: Because.", "INTERVIEWER 1-1@1 Why? | CANDIDATE 2-2@2 Because."},
               {"\xEF\xBB\xBFInterviewer: Why?\nCandidate: Because.", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"Q: Why?\nA: Because.\n", "Q 1-1@1 Why? | A 2-2@2 Because."},
               {"Interviewer:\nWhy?\n\nCandidate:\nBecause.\n", "Interviewer 1-2@2 Why? | Candidate 4-5@5 Because."},
               {"  Interviewer:  Why?  \n  Candidate : Because.  \n", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"Interviewer (Ms Ode): Why?\nCandidate (Ann): Because.\n", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"Interviewer: \"Why?\"\nCandidate: “Because.”\n", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."}},
              turns);
}

TEST(Labelled, HeaderFieldsOnOneLine) {
  const std::string talk = "\n\nTOM: Why?\nBO: So.\nTOM: And?\nBO: Well.\n";
  const std::string turns = "TOM 3-3@3 Why? | BO 4-4@4 So. | TOM 5-5@5 And? | BO 6-6@6 Well.";
  expect_rows({{"Candidate: Bo Li | Role: Baker | Interviewer: Tom Reyes" + talk, "Candidate=Bo Li@1; Role=Baker@1; Interviewer=Tom Reyes@1 | Bo Li | Baker || " + turns},
               {"Talk with Bo | Role: Baker" + talk, " |  |  || " + turns}},
              whole);
}

TEST(Labelled, KeysOfDataAreNoSpeakers) { EXPECT_EQ(turns("- speaker: Ann\n  text: Why?\n- speaker: Bo\n  text: So.\n- speaker: Ann\n  text: And?\n"), "error: one-speaker 1"); }

TEST(Labelled, NoBreakSpacesStandAroundTheColon) {
  expect_rows({{"Interviewer\u00A0:\u00A0Why?\nCandidate\u202F:\u00A0Because.\n", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"Ann\u00A0: Why?\nBo\u00A0: So.\nAnn\u00A0: And?\nBo\u00A0: Well.\n", "Ann 1-1@1 Why? | Bo 2-2@2 So. | Ann 3-3@3 And? | Bo 4-4@4 Well."}},
              turns);
}

TEST(Labelled, NumbersStandBeforeLabels) {
  const auto found = [](std::string_view text) { return test::dump_words(text); };
  expect_rows({{"1. **Interviewer:** Why?\n\n   **Candidate:** So.\n\n2. **Interviewer:** And?\n\n   **Candidate:** Well.\n", "labelled Interviewer Why? | Candidate So. | Interviewer And? | Candidate Well."},
               {"Interviewer: Why?\nCandidate: For two reasons.\n1. Speed: high\n2. Speed: higher\nInterviewer: And?\nCandidate: Well.\n",
                "labelled Interviewer Why? | Candidate For two reasons.\n1. Speed: high\n2. Speed: higher | Interviewer And? | Candidate Well."}},
              found);
}

TEST(Labelled, TurnsThatFollowOneAnotherOnALine) {
  const auto found = [](std::string_view text) { return test::dump_words(text); };
  expect_rows({{"Interviewer: What is a tree? Candidate: Nodes. Interviewer: Why? Candidate: \"For order: always.\"\n", "labelled Interviewer What is a tree? | Candidate Nodes. | Interviewer Why? | Candidate For order: always."},
               {"Q: Why? A: So.\nQ: And? A: Well.\n", "labelled Q Why? | A So. | Q And? | A Well."},
               {"Interviewer: What does a form say? Name: Ann. Place: here.\n", "error: one-speaker 1"}},
              found);
}

TEST(Labelled, ReadsBoldLabelsWithTheColonOnEitherSide) {
  expect_rows({{"**Interviewer:** Why?\n\n**Candidate:** Because.\n", "Interviewer 1-1@1 Why? | Candidate 3-3@3 Because."},
               {"**Interviewer**: Why?\n\n**Candidate**: Because.\n", "Interviewer 1-1@1 Why? | Candidate 3-3@3 Because."},
               {"**ann moe:** why?\n\n**bo li:** because.\n\n**ann moe:** ok.\n\n**bo li:** bye.", "ann moe 1-1@1 why? | bo li 3-3@3 because. | ann moe 5-5@5 ok. | bo li 7-7@7 bye."},
               {"*Interviewer:* Why?\n*Candidate:* Because.", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"__Interviewer:__ Why?\n__Candidate:__ Because.", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"- **Interviewer:** Why?\n- **Candidate:** Because.", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"> Interviewer: Why?\n> Candidate: Because.", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"### Interviewer:\nWhy?\n\n### Candidate:\nBecause.", "Interviewer 1-2@2 Why? | Candidate 4-5@5 Because."},
               {"**Interviewer:**\nWhy?\n\n**Candidate:**\nBecause.", "Interviewer 1-2@2 Why? | Candidate 4-5@5 Because."}},
              turns);
}

TEST(Labelled, LabelsWithoutABlankBehindTheColon) {
  expect_rows({{"Interviewer:Why?\nCandidate:Because.\n", "Interviewer 1-1@1 Why? | Candidate 2-2@2 Because."},
               {"**Interviewer:**Why?\n\n**Candidate:**Because.", "Interviewer 1-1@1 Why? | Candidate 3-3@3 Because."},
               {"Q:Why?\nA:Because of std::min.\na:b is a pair.\n", "Q 1-1@1 Why? | A 2-3@2 Because of std::min./a:b is a pair."},
               {"Interviewer: Why?\nCandidate: See\nhost::name and\nuser://x\n", "Interviewer 1-1@1 Why? | Candidate 2-4@2 See/host::name and/user://x"}},
              turns);
}

TEST(Labelled, CourtReports) {
  expect_rows({{"Q. Why?\nA. Because.\nQ. When?\nA. Then.\n", "Q 1-1@1 Why? | A 2-2@2 Because. | Q 3-3@3 When? | A 4-4@4 Then."},
               {"MR. SMITH: Why?\nTHE WITNESS: Because.\nMR. SMITH: When?\nTHE WITNESS: Then.\n", "MR. SMITH 1-1@1 Why? | THE WITNESS 2-2@2 Because. | MR. SMITH 3-3@3 When? | THE WITNESS 4-4@4 Then."},
               {"Interviewer: Why?\nCandidate: Well:\nA. one\nQ. two\nInterviewer: Ok?\nCandidate: Yes:\nA. one\nQ. two\n", "Interviewer 1-1@1 Why? | Candidate 2-4@2 Well:/A. one/Q. two | Interviewer 5-5@5 Ok? | Candidate 6-8@6 Yes:/A. one/Q. two"}},
              turns);
}

TEST(Labelled, SectionTimesAndStageDirections) {
  expect_rows({{"[00:00:00]\n\nInterviewer: Why?\n\n[00:05:00]\n\nCandidate: So.\n\n00:10:00\n", "Interviewer 3-5@3 Why? | Candidate 7-9@7 So."},
               {"Interviewer: Why?\n\nCandidate (pauses): Well.\n\n*[laughs]*\n\nSo.\n\nInterviewer: Ok?\n\nCandidate: [inaudible]\n",
                "Interviewer 1-1@1 Why? | Candidate 3-7@3 Well.//*[laughs]*//So. | Interviewer 9-9@9 Ok? | Candidate 11-11@11 [inaudible]"}},
              turns);
}

TEST(Labelled, KnowsOneSpeakerInSeveralSpellings) {
  expect_rows({{"Dr. Mills: Why?\n\nAnn: So.\n\ndr mills: Ok.\n\nAnn: Yes.", "Dr. Mills 1-1@1 Why? | Ann 3-3@3 So. | Dr. Mills 5-5@5 Ok. | Ann 7-7@7 Yes."},
               {"Mills: Why?\n\nAnn: So.\n\nDr. Mills: Ok.\n\nANN: Yes.", "Mills 1-1@1 Why? | Ann 3-3@3 So. | Mills 5-5@5 Ok. | Ann 7-7@7 Yes."},
               {"Prof. Ito: Why?\nJosé Núñez: So.\nProf. Ito: Ok.\nJosé Núñez: Yes.", "Prof. Ito 1-1@1 Why? | José Núñez 2-2@2 So. | Prof. Ito 3-3@3 Ok. | José Núñez 4-4@4 Yes."},
               {"Anna Mills: Why?\nBo: So.\nMills: Ok.\nBo: Yes.\nAnna Mills: And?\nBo: No.\nMills: Bye.", "Anna Mills 1-1@1 Why? | Bo 2-2@2 So. | Anna Mills 3-3@3 Ok. | Bo 4-4@4 Yes. | Anna Mills 5-5@5 And? | Bo 6-6@6 No. | Anna Mills 7-7@7 Bye."},
               {"O'Neill: Why?\nJean-Luc: So.\nO’Neill: Ok.\nJean-Luc: Yes.", "O'Neill 1-1@1 Why? | Jean-Luc 2-2@2 So. | O'Neill 3-3@3 Ok. | Jean-Luc 4-4@4 Yes."}},
              turns);
}

TEST(Labelled, ColonsInsideAnAnswerStartNoTurn) {
  expect_rows({{"Interviewer: Why?\n\nCandidate: Two points:\n- Speed: it is fast\n- Cost: it is cheap\n\nInterviewer: Ok?\n\nCandidate: Yes:\n- Speed: good\n- Cost: low\n",
                "Interviewer 1-1@1 Why? | Candidate 3-5@3 Two points:/- Speed: it is fast/- Cost: it is cheap | Interviewer 7-7@7 Ok? | Candidate 9-11@9 Yes:/- Speed: good/- Cost: low"},
               {"Interviewer: Why?\nCandidate: Two points:\n- Speed: it is fast\n- Cost: it is cheap\nInterviewer: Ok?\nCandidate: Yes:\n- Speed: good\n- Cost: low\n",
                "Interviewer 1-1@1 Why? | Candidate 2-4@2 Two points:/- Speed: it is fast/- Cost: it is cheap | Interviewer 5-5@5 Ok? | Candidate 6-8@6 Yes:/- Speed: good/- Cost: low"},
               {"Interviewer: Why?\n\nCandidate: It broke.\n\nNote: twice.\n\nInterviewer: And?\n\nCandidate: Again.\n\nNote: once.\n",
                "Interviewer 1-1@1 Why? | Candidate 3-5@3 It broke.//Note: twice. | Interviewer 7-7@7 And? | Candidate 9-11@9 Again.//Note: once."},
               {"Interviewer: Why?\nCandidate: I said: no.\nSee https://example.org: yes.\n", "Interviewer 1-1@1 Why? | Candidate 2-3@2 I said: no./See https://example.org: yes."},
               {"Interviewer: Why?\nCandidate: Steps:\n1. Plan: x\n2. Plan: y\n", "Interviewer 1-1@1 Why? | Candidate 2-4@2 Steps:/1. Plan: x/2. Plan: y"},
               {"Interviewer: At 10:30: why?\nCandidate: At 11: so.\n", "Interviewer 1-1@1 At 10:30: why? | Candidate 2-2@2 At 11: so."},
               {"Ann: Why?\nBo: Result: good\nAnn: And?\nBo: Situation: bad\nTask: hard\n", "Ann 1-1@1 Why? | Bo 2-2@2 Result: good | Ann 3-3@3 And? | Bo 4-5@4 Situation: bad/Task: hard"}},
              turns);
}

TEST(Labelled, ReadsHeaderBlocks) {
  expect_rows({{"**interviewer:** ann moe, team lead\n**candidate:** bo li, nurse\n**position:** ward nurse\n\n**ann:** why?\n\n**bo:** so.\n\n**ann:** ok.\n\n**bo:** yes.",
                "interviewer=ann moe, team lead@1; candidate=bo li, nurse@2; position=ward nurse@3 | bo li | ward nurse || ann 5-5@5 why? | bo 7-7@7 so. | ann 9-9@9 ok. | bo 11-11@11 yes."},
               {"Interviewer: Ann Moe\nCandidate: Bo Li\nPosition: Nurse\n\nInterviewer: Why?\n\nCandidate: So.\n",
                "Interviewer=Ann Moe@1; Candidate=Bo Li@2; Position=Nurse@3 | Bo Li | Nurse || Interviewer 5-5@5 Why? | Candidate 7-7@7 So."},
               {"Position: Nurse\nDate: 5 March\n\nInterviewer: Why?\n\nCandidate: So.\n", "Position=Nurse@1; Date=5 March@2 |  | Nurse || Interviewer 4-4@4 Why? | Candidate 6-6@6 So."},
               {"Job Title: Lead Cook\n\nAnn: Why?\n\nBo: So.\n\nAnn: Ok.\n\nBo: Yes.", "Job Title=Lead Cook@1 |  | Lead Cook || Ann 3-3@3 Why? | Bo 5-5@5 So. | Ann 7-7@7 Ok. | Bo 9-9@9 Yes."},
               {"Ann Moe (Interviewer): Why?\nBo Li (Candidate): So.\nAnn Moe: And?\nBo Li (pauses): No.\n",
                "Interviewer=Ann Moe@1; Candidate=Bo Li@2 | Bo Li |  || Ann Moe 1-1@1 Why? | Bo Li 2-2@2 So. | Ann Moe 3-3@3 And? | Bo Li 4-4@4 No."},
               {"Interviewer: Why?\n\nCandidate: So.\n", " |  |  || Interviewer 1-1@1 Why? | Candidate 3-3@3 So."}},
              whole);
}

TEST(Labelled, GreetingsAreNoHeader) {
  expect_rows({{"Interviewer: Good morning\n\nCandidate: Good morning\n\nInterviewer: Why us?\n\nCandidate: So.\n",
                "Interviewer 1-1@1 Good morning | Candidate 3-3@3 Good morning | Interviewer 5-5@5 Why us? | Candidate 7-7@7 So."},
               {"Interviewer: Hello Bo\n\nCandidate: Hi Ann\n\nInterviewer: Why us?\n\nCandidate: So.\n",
                "Interviewer 1-1@1 Hello Bo | Candidate 3-3@3 Hi Ann | Interviewer 5-5@5 Why us? | Candidate 7-7@7 So."},
               {"Interviewer: Welcome\n\nCandidate: Thanks\n\nInterviewer: Why us?\n\nCandidate: So.\n",
                "Interviewer 1-1@1 Welcome | Candidate 3-3@3 Thanks | Interviewer 5-5@5 Why us? | Candidate 7-7@7 So."}},
              turns);
}

TEST(Labelled, TerseTalkIsNoHeader) {
  expect_rows({{"interviewer: compare sql and nosql\ncandidate: fine\n", "interviewer 1-1@1 compare sql and nosql | candidate 2-2@2 fine"},
               {"interviewer: compare sql and nosql\ncandidate: one joins\ninterviewer: when would you pick nosql\ncandidate: for logs\n",
                "interviewer 1-1@1 compare sql and nosql | candidate 2-2@2 one joins | interviewer 3-3@3 when would you pick nosql | candidate 4-4@4 for logs"}},
              turns);
}

TEST(Labelled, LinesThatBelongToNobodyAreDiagnostics) {
  const auto strays = [](std::string_view text) { return test::dump_diagnostics(parse(text, "labelled")->diagnostics); };
  expect_rows({{"The talk with Bo was recorded on Monday.\n\nInterviewer: Why?\n\nCandidate: So.\n", "input.unassigned-line@1"},
               {"Position: Nurse\nSummary: Bo was asked about nights. It went well.\n\nInterviewer: Why?\n\nCandidate: So.\n", "input.unassigned-line@2"},
               {"Interviewer: Why?\n\nCandidate: So.\n", ""},
               {"Baker interview with Bo Li\n\n[00:00:00]\n\nInterviewer: Why?\n\nCandidate: So.\n", ""},
               {"Interviewer: Why \xFF?\n\nCandidate: So.\n", "input.invalid-utf8@1"}},
              strays);
}

TEST(Labelled, RefusesWhatIsNoDialogue) {
  expect_rows({{"Dear team, the minutes follow.\nAll agreed.\n", "error: no-dialogue 0"},
               {"Note: one.\nNote: two.\nTask: three.\n", "error: no-dialogue 0"},
               {"Ann: Why?\nAnn: So.\nAnn: Ok.\n", "error: one-speaker 1"},
               {"\nCandidate: So.\n", "error: one-speaker 2"}},
              turns);
}

TEST(Labelled, SaysWhatIsWrongAndHowToMendIt) {
  EXPECT_EQ(parse("No labels here.").error().to_string(), "test.txt: no dialogue was found (each turn must begin with the speaker, as in 'Interviewer: ...' and 'Candidate: ...'; of recordings, export the transcript with speaker names)");
  EXPECT_EQ(parse("Ann: a\nAnn: b").error().to_string(), "test.txt:1: only one speaker was found: 'Ann' (an interview needs an interviewer and a candidate; check the speaker labels)");
}

TEST(Labelled, KeepsMoreThanTwoSpeakers) {
  EXPECT_EQ(turns("Ann: Why?\n\nBo: So.\n\nCleo: And?\n\nBo: Well.\n\nAnn: Ok.\n\nCleo: Fine."),
            "Ann 1-1@1 Why? | Bo 3-3@3 So. | Cleo 5-5@5 And? | Bo 7-7@7 Well. | Ann 9-9@9 Ok. | Cleo 11-11@11 Fine.");
}

TEST(Labelled, LabelsOfRecognisersAndNumberedQuestions) {
  expect_rows({{"SPEAKER_00: Why?\nSPEAKER_01: So.\nSPEAKER_00: And?\nSPEAKER_01: No.\n", "SPEAKER_00 1-1@1 Why? | SPEAKER_01 2-2@2 So. | SPEAKER_00 3-3@3 And? | SPEAKER_01 4-4@4 No."},
               {"spk_0: Why?\nspk_1: So.\nspk_0: And?\nspk_1: No.\n", "spk_0 1-1@1 Why? | spk_1 2-2@2 So. | spk_0 3-3@3 And? | spk_1 4-4@4 No."},
               {"Speaker 1: Why?\nSpeaker 2: So.\nSpeaker 1: And?\nSpeaker 2: No.\n", "Speaker 1 1-1@1 Why? | Speaker 2 2-2@2 So. | Speaker 1 3-3@3 And? | Speaker 2 4-4@4 No."},
               {"__Ann__: Why?\n__Bo__: So.\n__Ann__: And?\n__Bo__: No.\n", "Ann 1-1@1 Why? | Bo 2-2@2 So. | Ann 3-3@3 And? | Bo 4-4@4 No."},
               {"Q1: Why?\nA1: So.\nQ2: And?\nA2: No.\n", "Q 1-1@1 Why? | A 2-2@2 So. | Q 3-3@3 And? | A 4-4@4 No."},
               {"Question 1: Why?\nAnswer: So.\nQuestion 2: And?\nAnswer: No.\n", "Question 1-1@1 Why? | Answer 2-2@2 So. | Question 3-3@3 And? | Answer 4-4@4 No."},
               {"Q1. Why?\nA. So.\nQ2. And?\nA. No.\n", "Q 1-1@1 Why? | A 2-2@2 So. | Q 3-3@3 And? | A 4-4@4 No."}},
              turns);
}

TEST(Labelled, WhoSpeaksOnceIsASpeaker) {
  const auto speakers = [](std::string_view text) {
    std::string out;
    const auto t = parse(text, "labelled");
    if (!t) return test::dump_turns(t);
    for (const Turn& turn : t->turns) out += (out.empty() ? "" : " ") + t->speakers[turn.speaker];
    return out;
  };
  expect_rows({// Between two turns of one person somebody else must have spoken.
               {"Ann: Why?\n\nBo: So.\n\nLuis Ortega: And if not?\n\nBo: Then not.\n\nAnn: Ok?\n", "Ann Bo Luis Ortega Bo Ann"},
               {"Ann: Why?\nBo: So.\nLuis: And if not?\nBo: Then not.\nAnn: Ok?\n", "Ann Bo Luis Bo Ann"},
               // Elsewhere a part of the interview or being called by name tells it.
               {"Ann: Why?\n\nBo: So.\n\nObserver: Ten minutes left.\n\nAnn: And?\n\nBo: No.\n", "Ann Bo Observer Ann Bo"},
               {"Ann: Why?\n\nPanel Member 2: I mean here.\n\nBo: So.\n\nAnn: And?\n\nBo: No.\n", "Ann Panel Member 2 Bo Ann Bo"},
               {"Ann: Why?\n\nBo: So.\n\nAnn: Over to you, Luis.\n\nLuis Ortega: And if not?\n\nBo: Then not.\n", "Ann Bo Ann Luis Ortega Bo"},
               // A paragraph of an answer has a head that nobody is called by.
               {"Ann: Why?\n\nBo: Two points.\n\nTech Stack: Python.\n\nAnn: And?\n\nBo: No.\n", "Ann Bo Ann Bo"},
               {"Ann: Why?\n\nBo: Two points.\n\nNote: it broke.\n\nBo: And again.\n\nAnn: Ok?\n", "Ann Bo Bo Ann"},
               {"Ann: Why?\n\nBo: A.\n\nBo: B.\n\nTech Stack: Python.\n\nBo: C.\n\nAnn: Ok?\n", "Ann Bo Bo Bo Ann"},
               {"Panel Member 2: Luis Ortega\n\nAnn: Why?\n\nBo: So.\n\nAnn: And?\n\nBo: No.\n", "Ann Bo Ann Bo"},
               {"Ann: Why?\n\nBo: So.\n\nPanelist: Ann Moe, Head of Sales and of the whole of the North\n\nAnn: And?\n\nBo: No.\n", "Ann Bo Panelist Ann Bo"},
               {"Panelist: Ann Moe, Head of Sales and of the whole of the North\n\nAnn: Why?\n\nBo: So.\n\nAnn: And?\n\nBo: No.\n", "Ann Bo Ann Bo"},
               // A slip of the pen is no new person.
               {"Ann: Why?\n\nEthan: So.\n\nAnn: And?\n\nEhan: No.\n\nAnn: Ok?\n\nEthan: Yes.\n", "Ann Ethan Ann Ethan Ann Ethan"},
               {"Ann: Why?\n\nEhan: No.\n\nAnn: Ok?\n\nEthan: Yes.\n\nAnn: Ok?\n\nEthan: So.\n", "Ann Ethan Ann Ethan Ann Ethan"},
               {"Jane: Why?\n\nBo: So.\n\nJane: Over to you, Jana.\n\nJana: Ok?\n\nBo: Yes.\n", "Jane Bo Jane Jana Bo"},
               // A talk of one question.
               {"Ann Moe: Why?\nBo Li: So.\n", "Ann Moe Bo Li"},
               {"Name: Bo Li\nAddress: 5 High Street\n", "error: no-dialogue 0"}},
              speakers);
}

TEST(Labelled, ANameAloneAboveTheDialogueIsAHeader) {
  expect_rows({{"Candidate: Jane Doe\nInterviewer: Why, Jane?\nCandidate: So.\n", "Candidate=Jane Doe@1 | Jane Doe |  || Interviewer 2-2@2 Why, Jane? | Candidate 3-3@3 So."},
               {"candidate: jane doe\n\ninterviewer: why, jane?\n\ncandidate: so.\n", "candidate=jane doe@1 | jane doe |  || interviewer 3-3@3 why, jane? | candidate 5-5@5 so."},
               {"Position: Nurse\nCandidate: Jane Doe (remote)\n\nInterviewer: Why?\n\nCandidate: So.\n", "Position=Nurse@1; Candidate=Jane Doe (remote)@2 | Jane Doe | Nurse || Interviewer 4-4@4 Why? | Candidate 6-6@6 So."},
               {"Interviewer: Ann Moe\n\nInterviewer: Why?\n\nCandidate: So.\n", "Interviewer=Ann Moe@1 |  |  || Interviewer 3-3@3 Why? | Candidate 5-5@5 So."},
               {"Interviewer: Explain Python Lists\nCandidate: So.\nInterviewer: And?\nCandidate: No.\n",
                " |  |  || Interviewer 1-1@1 Explain Python Lists | Candidate 2-2@2 So. | Interviewer 3-3@3 And? | Candidate 4-4@4 No."}},
              whole);
}

TEST(Labelled, TimesOfSectionsAreKept) {
  const auto times = [](std::string_view text) {
    std::string out;
    const auto t = parse(text, "labelled");
    for (const Turn& turn : t->turns) out += turn.start_s ? std::to_string(static_cast<int>(*turn.start_s)) + " " : "- ";
    return out;
  };
  expect_rows({{"[00:00:10]\nAnn: Why?\nBo: So.\n\n00:05:00\n\nAnn: And?\nBo: No.\n", "10 - 300 - "}}, times);
}

TEST(Labelled, LongNamesAndRemarksAreNoLabels) {
  const std::string longest(59, 'n');
  const auto labels = [&](const std::string& name) { return turns(name + ": Why?\nBo: So.\n" + name + ": And?\nBo: Well.\n").substr(0, 5); };
  EXPECT_EQ(labels(longest), "nnnnn");
  EXPECT_EQ(labels(longest + "n"), "error");
  EXPECT_EQ(turns("Ann (from the team that runs the night shift in town): Why?\nBo: So.\nBo: Well."), "error: one-speaker 2");
}

}  // namespace
}  // namespace te
