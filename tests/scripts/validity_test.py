#!/usr/bin/env python3
"""scripts/validity: its statistics, what it does to texts, and what it says about programs that behave well and badly."""
import importlib.machinery
import importlib.util
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent.parent / "scripts"
sys.dont_write_bytecode = True
sys.path.insert(0, str(SCRIPTS))
loader = importlib.machinery.SourceFileLoader("validity", str(SCRIPTS / "validity"))
validity = importlib.util.module_from_spec(importlib.util.spec_from_loader("validity", loader))
loader.exec_module(validity)
import validity_changes as changes  # noqa: E402

# Reads the stream as the program does and scores every answer with SCORE, an expression of its text.
FAKE_PROGRAM = '''#!/usr/bin/env python3
import json, re, sys
for line in sys.stdin:
    record = json.loads(line)
    text = re.split(r"\\n=+\\n(?=TECHNICAL|EVALUATION)", record["text"].replace("\\r", ""))[0]
    parts = re.split(r"(?m)^(?:\\*\\*)?[A-Z][^\\n:]{1,30}:(?:\\*\\*)? ", text)[1:]
    turns = [{"role": ("interviewer", "candidate")[i % 2], "text": t.strip()} for i, t in enumerate(parts)]
    questions = [{"id": f"Q{i}", "turn": i, "answer_turns": [i + 1], "text": turns[i]["text"], "state": "scored", "score_raw": SCORE(turns[i + 1]["text"]),
                  "relevance": {"answer": 0.5}} for i in range(0, len(turns) - 1, 2)]
    print(json.dumps({"id": record["id"], "interview": {"position": None, "interviewers": []}, "turns": turns, "questions": questions,
                      "evaluation": {"overall_raw": 3.0}, "recommendation": {"decision": "proceed"}}))
'''


class Statistics(unittest.TestCase):
    def test_equal_values_share_their_rank(self):
        self.assertEqual(validity.ranks([3, 1, 3, 2]), [3.5, 1, 3.5, 2])

    def test_pearson(self):
        self.assertAlmostEqual(validity.pearson([1, 2, 3], [2, 4, 6]), 1)
        self.assertAlmostEqual(validity.pearson([1, 2, 3, 4], [2, 1, 4, 3]), 0.6)

    def test_auc_counts_ties_half(self):
        self.assertEqual(validity.auc([2, 3], [0, 1]), 1)
        self.assertEqual(validity.auc([1, 3], [1, 2]), 0.625)


class Changes(unittest.TestCase):
    def test_swapping_turns_every_name_and_gendered_word(self):
        self.assertEqual(changes.swapped("His son told Ada that he is a Gentleman; the theme stays.", {"Ada": "Xi"}),
                         "Hers daughter told Xi that she is a Lady; the theme stays.")

    def test_records_change_and_dialogue_does_not(self):
        self.assertEqual(changes.other_records("Quality Profile: strong\nAverage Relevance Score: 0.812\nA: My Score: 5/5\n   Score: 5/5\n"),
                         "Quality Profile: nonsense\nAverage Relevance Score: 0.11\nA: My Score: 5/5\n   Score: 2/5\n")

    def test_typography_changes_signs_and_no_words(self):
        self.assertEqual(changes.curly_quotes('I said "yes".'), "I said \u201cyes\u201d.")
        self.assertEqual(changes.hard_spaces("one two three four").replace("\u00a0", " "), "one two three four")
        self.assertIn("\u00a0", changes.hard_spaces("one two three four"))

    def test_spoken_form_has_neither_case_nor_punctuation(self):
        self.assertEqual(changes.spoken_form("Well, it's 4.2 seconds: SQL!"), "well it's 4 point 2 seconds sql")


class Script(unittest.TestCase):
    def run_with(self, program, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "program"
            path.write_text(program, encoding="utf-8")
            path.chmod(0o755)
            return subprocess.run([SCRIPTS / "validity", "--bin", path, *arguments], capture_output=True, text=True)

    def test_a_program_that_judges_words_passes_the_check(self):
        steady = FAKE_PROGRAM.replace("SCORE", "(lambda text: 2.0)")
        run = self.run_with(steady, "--check")
        self.assertEqual((run.returncode, run.stderr), (0, ""), run.stdout)
        run = self.run_with(steady, "--check", "--known-fault", "CRLF line ends")
        self.assertEqual((run.returncode, run.stderr), (1, "validity: not as expected: CRLF line ends\n"))

    def test_a_program_that_minds_apostrophes_does_not(self):
        fussy = FAKE_PROGRAM.replace("SCORE", "(lambda text: text.count(chr(39)))")
        run = self.run_with(fussy, "--check")
        self.assertEqual((run.returncode, run.stderr), (1, "validity: not as expected: curly apostrophes\n"), run.stdout)
        self.assertEqual(self.run_with(fussy, "--check", "--known-fault", "curly apostrophes").returncode, 0)

    def test_a_program_that_loses_records_cannot_be_measured(self):
        run = self.run_with("#!/bin/sh\ncat > /dev/null\n")
        self.assertEqual(run.returncode, 2)
        self.assertIn("records gave 0 results", run.stderr)

    def test_a_program_that_is_not_there(self):
        run = subprocess.run([SCRIPTS / "validity", "--bin", "no/such/program"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 2)
        self.assertIn("No such file", run.stderr)


if __name__ == "__main__":
    unittest.main()
