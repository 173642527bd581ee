"""examples/scale/with_dask.py gives what one machine gives, also when a worker is killed in the middle.

usage: dask_test.py PROGRAM SOURCE_DIRECTORY
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import scale

SCRIPT = scale.SOURCE / "examples/scale/with_dask.py"
RECORDS = 160
BLOCK = 20


class DaskTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="transcript-eval-scale-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.records = self.folder / "records.jsonl"
        scale.write_records(self.records, RECORDS)
        self.scheduler = self.start("scheduler", "--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0", "--no-dashboard", "--scheduler-file", self.folder / "scheduler.json")
        scale.wait_until("the scheduler", (self.folder / "scheduler.json").exists)
        self.address = json.loads((self.folder / "scheduler.json").read_text(encoding="utf-8"))["address"]
        self.workers = [self.start("worker", self.address, "--host", "127.0.0.1", "--no-nanny", "--nthreads", "1", "--no-dashboard", "--name", name, "--local-directory", self.folder / name)
                        for name in ("anna", "berta")]
        scale.wait_until("two workers", lambda: (self.folder / "scheduler.log").read_text(encoding="utf-8").count("Register worker") == 2)

    def start(self, what, *arguments):
        log = self.folder / f"{arguments[-1].name if what == 'worker' else what}.log"
        with open(log, "wb") as out:
            process = subprocess.Popen([sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments], stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=self.folder)
        self.addCleanup(scale.stop, process)
        return process

    def test_two_workers_of_which_one_is_killed(self):
        program = self.folder / "waits"
        scale.write_program_that_waits(program, 5 * BLOCK + 1)
        output = self.folder / "output"
        errors = self.folder / "errors"
        # Files, so that nobody waits for a reader.
        with open(self.records, "rb") as records, open(output, "wb") as to, open(errors, "wb") as problems:
            run = subprocess.Popen([sys.executable, SCRIPT, "--scheduler", self.address, "--block", str(BLOCK), "--program", program], stdin=records, stdout=to, stderr=problems, cwd=self.folder)
        self.addCleanup(scale.stop, run)
        busy = scale.wait_until("the block", lambda: [worker for worker in self.workers if any(map(scale.sleeps, scale.descendants(worker.pid)))])
        self.assertEqual(len(busy), 1, errors.read_text(encoding="utf-8"))
        scale.stop(busy[0])
        self.assertEqual(run.wait(scale.DEADLINE), 0, errors.read_text(encoding="utf-8"))
        self.assertEqual(output.read_bytes(), scale.single_machine(self.records))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
