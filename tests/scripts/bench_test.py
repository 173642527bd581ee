#!/usr/bin/env python3
"""bench/: the generator, the comparison of two builds, the figures of instructions, and the tables. Nothing here takes times."""
import contextlib
import importlib.machinery
import importlib.util
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

BENCH = pathlib.Path(__file__).resolve().parent.parent.parent / "bench"
sys.dont_write_bytecode = True
sys.path.insert(0, str(BENCH))


def script(name):
    loader = importlib.machinery.SourceFileLoader(name.replace("-", "_"), str(BENCH / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


instructions, same_results, run = script("instructions"), script("same-results"), script("run")
import generate  # noqa: E402
import measure  # noqa: E402


class Generator(unittest.TestCase):
    def test_the_seed_decides_every_byte(self):
        self.assertEqual(list(generate.texts(50_000, 7)), list(generate.texts(50_000, 7)))
        self.assertNotEqual(list(generate.texts(50_000, 7)), list(generate.texts(50_000, 8)))

    def test_sizes_are_as_asked_for(self):
        self.assertAlmostEqual(sum(len(t.encode()) for t in generate.texts(300_000, 1)), 300_000, delta=3_000)
        for each in (1_000, 10_000, 500_000):
            for text in generate.texts(each, 1, each):
                self.assertAlmostEqual(len(text.encode()), each, delta=500)

    def test_sizes_have_units(self):
        self.assertEqual([generate.parse_size(size) for size in ("7", "5K", "20M", "1.5g")], [7, 5_000, 20_000_000, 1_500_000_000])
        with self.assertRaises(generate.argparse.ArgumentTypeError):
            generate.parse_size("many")

    def test_words_grow_with_the_text(self):
        words = [len(set(" ".join(generate.texts(size, 1)).split())) for size in (100_000, 400_000)]
        self.assertGreater(words[1], 1.4 * words[0])

    def test_the_program_finds_questions_with_answers_in_it(self):
        with tempfile.TemporaryDirectory() as name:
            generate.write(pathlib.Path(name), generate.texts(150_000, 1))
            out = subprocess.run([PROGRAM, "-q", "--jsonl", f"{name}/records.jsonl"], capture_output=True, text=True, check=True).stdout
            results = [json.loads(line) for line in out.splitlines()]
            files = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(name).rglob("*.txt"))]
            records = [json.loads(line)["text"] for line in (pathlib.Path(name) / "records.jsonl").read_text(encoding="utf-8").splitlines()]
        self.assertEqual(files, records)
        self.assertEqual(len(results), len(records))
        scored = sum(result["evaluation"]["state"] == "scored" for result in results)
        self.assertGreater(scored, 0.7 * len(results))


class SameResults(unittest.TestCase):
    def differences(self, before, after):
        with tempfile.TemporaryDirectory() as name:
            paths = [pathlib.Path(name) / "before", pathlib.Path(name) / "after"]
            for path, text in zip(paths, (before, after)):
                path.write_text(text, encoding="utf-8")
            return list(same_results.differences(*paths))

    def test_equal_is_equal(self):
        self.assertEqual(self.differences("a\nb\n", "a\nb\n"), [])

    def test_every_byte_counts(self):
        for before, after in (("a\n", "a"), ("a\n", "a \n"), ("a\n", ""), ('{"x": 1.0}\n', '{"x": 1.00}\n'), ('{"a": 1, "b": 2}\n', '{"b": 2, "a": 1}\n')):
            self.assertEqual(len(self.differences(before, after)), 1, (before, after))

    def test_the_place_in_a_result_is_named(self):
        found = self.differences('{"id": "x", "q": [{"s": 1}, {"s": 2}]}\n', '{"id": "x", "q": [{"s": 1}, {"s": 3}]}\n')
        self.assertEqual(found, ["line 1 (x): .q[1].s: 2 -> 3"])

    def test_rows_of_a_corpus_become_records(self):
        row = {"text": "A: b", "question": "Why?", "answer": "So.", "jd": None, "position": "Cook"}
        self.assertEqual([(r["id"], r["text"], r["position"]) for r in same_results.records_of(row, "n")],
                         [("n text", "A: b", "Cook"), ("n answer", "Interviewer: Why?\n\nCandidate: So.\n", "Cook")])

    def test_a_program_that_prints_something_else_is_found_out(self):
        with tempfile.TemporaryDirectory() as name:
            other = pathlib.Path(name) / "other"
            other.write_text(f'#!/bin/sh\n"{PROGRAM}" "$@" | sed "s/score_raw/score_row/"\n', encoding="utf-8")
            other.chmod(0o755)
            said = []
            for number, after in enumerate((other, PROGRAM)):
                folder = pathlib.Path(name) / str(number)
                folder.mkdir()
                options = type("Options", (), {"before": str(PROGRAM), "after": str(after), "jobs": 1, "show": 1})
                with contextlib.redirect_stdout(io.StringIO()) as text:
                    said.append(same_results.compare("one", ["-f", "json", "data/samples/nurse-average.txt"], options, folder))
        self.assertEqual(said, [False, True])


class Instructions(unittest.TestCase):
    COMMITTED = {"compiler": "g++ 12.2.0", "instructions": {"parse": 1000, "score": 2000}}

    def check(self, figures, compiler="g++ 12.2.0"):
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
            status = instructions.check(self.COMMITTED, {"compiler": compiler, "instructions": figures})
        return status, out.getvalue() + err.getvalue()

    def test_a_tenth_more_passes_and_above_it_fails(self):
        self.assertEqual(self.check({"parse": 1100, "score": 2000})[0], 0)
        status, said = self.check({"parse": 1101, "score": 2000})
        self.assertEqual(status, 1)
        self.assertRegex(said, r"parse +1,101 +\+10\.1%  GROWN")

    def test_a_figure_that_is_new_or_gone_fails(self):
        self.assertEqual(self.check({"parse": 1000})[0], 1)
        self.assertEqual(self.check({"parse": 1000, "score": 2000, "more": 1})[0], 1)

    def test_shrinking_passes_and_is_said(self):
        status, said = self.check({"parse": 500, "score": 2000})
        self.assertEqual(status, 0)
        self.assertIn("parse: fewer than before", said)

    def test_another_compiler_is_not_checked_and_that_is_said(self):
        status, said = self.check({"parse": 9999, "score": 9999}, "clang++ 14.0.6")
        self.assertEqual(status, 77)
        self.assertIn("NOT CHECKED: built with clang++ 14.0.6", said)

    def test_dumps_are_read(self):
        with tempfile.TemporaryDirectory() as name:
            path = pathlib.Path(name) / "dump.1"
            path.write_text("desc: Trigger: Client Request: render csv\nevents: Ir\nfn=(1)\n1 5\ntotals: 123\n", encoding="utf-8")
            self.assertEqual(instructions.counted(path), ("render csv", 123))

    def test_the_committed_figures_are_of_every_stage(self):
        names = json.loads((BENCH / "instructions.json").read_text())["instructions"]
        for stage in ("cold start", "rulebook", "parse", "structure", "score", "compose", "render jsonl", "whole"):
            self.assertIn(stage, names)


class Tables(unittest.TestCase):
    def test_columns_are_aligned(self):
        self.assertEqual(run.table(["", "MB"], [["stream", "1.00"]]), "|        |   MB |\n|--------|-----:|\n| stream | 1.00 |")

    def test_ratios_are_of_what_one_core_does(self):
        cost = measure.Cost(wall=4, cpu=2, peak_bytes=3_000_000)
        row = run.measured("own", 2, 8_000_000, 100, cost)
        other = run.Row("other", 1, 1, 1, 16_000_000)
        self.assertEqual(row.cells([other]), ["own", 2, "8.00", "4.00", "2.00", "25.0", "4.00", "0.250", "3.00"])

    def test_the_newest_record_stands_first(self):
        with tempfile.TemporaryDirectory() as name:
            run.RESULTS = pathlib.Path(name) / "RESULTS.md"
            run.RESULTS.write_text("# Head\n\nText.\n", encoding="utf-8")
            run.record("## one\n\nx\n")
            run.record("## two\n\ny\n")
            self.assertEqual(run.RESULTS.read_text(encoding="utf-8"), "# Head\n\nText.\n\n## two\n\ny\n\n## one\n\nx\n")

    def test_the_program_runs_as_it_is_measured(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            run.PROGRAM, run.say = PROGRAM, lambda text: None
            corpus = run.Corpus(folder, *generate.write(folder, generate.texts(40_000, 1)))
            rows = list(run.program_rows(corpus, folder))
            memory = run.memory_part(corpus, folder).splitlines()
        self.assertEqual([(row.name, row.jobs) for row in rows], [("stream of records", 1), ("stream of records", 2), ("directory to files", 1), ("directory to files", 2)])
        self.assertTrue(all(row.per_core > 0 and row.count == corpus.count for row in rows))
        self.assertEqual(len(memory), 6)

    def test_a_program_that_is_missing_is_named(self):
        with self.assertRaisesRegex(measure.Broken, "no-such-program: not installed .scripts/install-packages --bench"):
            run.need(["sh", "no-such-program"])

    def test_texts_of_a_directory_and_of_records_are_the_same(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            generate.write(folder, generate.texts(20_000, 1))
            self.assertEqual(list(run.texts_of(folder / "transcripts")), list(run.texts_of(folder / "records.jsonl")))

    def test_terms_are_all_names_of_concepts(self):
        found = run.terms()
        self.assertIn("key-value cache", found)
        self.assertEqual(len(found), len(set(found)))


class Measuring(unittest.TestCase):
    def test_memory_is_the_programs_and_not_the_scripts(self):
        ballast = bytearray(80_000_000)
        cost = measure.run(["/bin/true"])
        self.assertLess(cost.peak_bytes, 20_000_000, len(ballast))

    def test_a_command_that_fails_is_an_error_with_its_words(self):
        with self.assertRaisesRegex(measure.Broken, "(?s)ended with 3.*no such luck"):
            measure.run(["sh", "-c", "echo no such luck >&2; exit 3"])


if __name__ == "__main__":
    PROGRAM = pathlib.Path(sys.argv.pop(1))
    unittest.main()
