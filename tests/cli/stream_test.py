"""The program between other programs: pipes that are slow, endless or closed, and memory that stays the same.

usage: stream_test.py PROGRAM
"""
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

PROGRAM = sys.argv.pop(1)
DEADLINE = 50  # seconds; only a program that hangs needs them

TALK = ("Interviewer: How did you keep the backups of shop {} safe?\n\n"
        "Candidate: I wrote a script that copied the database to a second disk every night, because the first disk had failed twice. "
        "Then I restored one copy each month and compared 500 orders, which showed us a missing table in March.\n")


def record(number, text=None):
    return json.dumps({"id": number, "text": text or TALK.format(number)}).encode() + b"\n"


def start(*arguments, **options):
    return subprocess.Popen([PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def read_line(process):
    """The next line and what came with it, or a failure instead of waiting for ever."""
    line = b""
    # Of an endless stream a read may never end where a line does.
    while b"\n" not in line:
        ready, _, _ = select.select([process.stdout], [], [], DEADLINE)
        if not ready:
            raise AssertionError("no answer")
        more = os.read(process.stdout.fileno(), 1 << 16)
        if not more:
            raise AssertionError(f"the output ended: {process.stderr.read().decode()}")
        line += more
    return line


class StreamTest(unittest.TestCase):
    def tearDown(self):
        for process in getattr(self, "processes", []):
            process.kill()
            process.communicate()

    def start(self, *arguments, **options):
        process = start(*arguments, **options)
        self.processes = getattr(self, "processes", []) + [process]
        return process

    def test_a_record_is_answered_before_the_next_one_comes(self):
        for jobs in ("1", "2"):
            process = self.start("--jsonl", "--jobs", jobs)
            for number in range(5):
                process.stdin.write(record(number))
                process.stdin.flush()
                self.assertEqual(json.loads(read_line(process))["id"], number)

    def test_a_reader_that_has_enough_ends_it_without_a_word(self):
        for jobs in ("1", "2"):
            process = self.start("--jsonl", "--jobs", jobs)
            feeder = threading.Thread(target=self.feed_until_closed, args=(process,))
            feeder.start()
            read_line(process)
            process.stdout.close()
            feeder.join(DEADLINE)
            self.assertFalse(feeder.is_alive())
            self.assertEqual(process.wait(DEADLINE), -signal.SIGPIPE)
            self.assertEqual(process.stderr.read(), b"")

    def test_a_reader_that_has_enough_where_the_signal_is_ignored(self):
        ignore = lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        process = self.start("--jsonl", restore_signals=False, preexec_fn=ignore)
        feeder = threading.Thread(target=self.feed_until_closed, args=(process,))
        feeder.start()
        read_line(process)
        process.stdout.close()
        feeder.join(DEADLINE)
        self.assertEqual(process.wait(DEADLINE), 2)
        self.assertEqual(process.stderr.read(), b"transcript-eval: error: standard output: cannot be written\n")

    def test_help_that_cannot_be_written(self):
        for option in ("--help", "--version"):
            with open("/dev/full", "wb") as full:
                run = subprocess.run([PROGRAM, option], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(run.returncode, 2, option)
            self.assertEqual(run.stderr, b"transcript-eval: error: standard output: cannot be written\n")

    def feed_until_closed(self, process):
        number = 0
        try:
            while True:
                process.stdin.write(record(number))
                number += 1
        except (BrokenPipeError, ValueError):
            pass

    def test_a_slow_reader_slows_the_input_down(self):
        process = self.start("--jsonl", "--jobs", "2")
        os.set_blocking(process.stdin.fileno(), False)
        bad = b"[]\n" * 10000  # answered at once, with thirty times as many bytes
        accepted = 0
        # Nothing is read, so that the pipeline fills up. Then all of its threads wait.
        idle = 0
        while idle < 20:
            if select.select([], [process.stdin], [], 0.05)[1]:
                accepted += os.write(process.stdin.fileno(), bad[accepted % 3:])
                self.assertLess(accepted, 8 << 20, "input is taken without end while nobody reads the results")
            idle = idle + 1 if self.all_threads_wait(process) else 0
        self.assertLess(self.memory(process), 100 << 20)

    def test_an_interruption_while_waiting(self):
        for jobs in ("1", "2"):
            process = self.start("--jsonl", "--jobs", jobs)
            process.stdin.write(record(1))
            process.stdin.flush()
            read_line(process)
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(DEADLINE), 130)
            self.assertEqual(process.stderr.read(), b"transcript-eval: error: interrupted on line 1 of the records\n")

    def test_an_interruption_leaves_whole_lines(self):
        process = self.start("--jsonl", "--jobs", "2")
        feeder = threading.Thread(target=self.feed_until_closed, args=(process,))
        feeder.start()
        output = read_line(process)
        process.send_signal(signal.SIGINT)
        output += process.stdout.read()
        self.assertEqual(process.wait(DEADLINE), 130)
        feeder.join(DEADLINE)
        self.assertEqual(output[-1:], b"\n")
        self.assertEqual([json.loads(line)["id"] for line in output.splitlines()], list(range(output.count(b"\n"))))

    def test_memory_does_not_grow_with_the_stream(self):
        peaks = [self.peak_memory(times) for times in (200, 2000)]
        self.assertLess(peaks[1], 100 << 20)
        self.assertLess(peaks[1], peaks[0] + (8 << 20), "the longer stream takes more memory")

    def peak_memory(self, times):
        """Of a stream of short interviews and as many bytes of records that are refused."""
        with tempfile.NamedTemporaryFile() as records:
            for number in range(times):
                records.write(record(number, TALK.format(number) if number % 20 == 0 else "No talk. " * 200))
            records.flush()
            process = subprocess.Popen([PROGRAM, "--jsonl", records.name, "--jobs", "2"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 1)
        return usage.ru_maxrss << 10

    @staticmethod
    def all_threads_wait(process):
        states = []
        for thread in os.listdir(f"/proc/{process.pid}/task"):
            with open(f"/proc/{process.pid}/task/{thread}/stat", encoding="ascii") as stat:
                states.append(stat.read().rsplit(")", 1)[1].split()[0])
        return all(state == "S" for state in states)

    @staticmethod
    def memory(process):
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) << 10 for line in status if line.startswith("VmHWM"))


if __name__ == "__main__":
    unittest.main()
