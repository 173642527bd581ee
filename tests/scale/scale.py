"""What the tests of examples/scale share: a stream of records, the result of one machine, a program that can be stopped in the middle."""
import json
import os
import pathlib
import signal
import stat
import subprocess
import sys
import time

PROGRAM, SOURCE = (pathlib.Path(argument) for argument in sys.argv[1:3])
DEADLINE = 300  # seconds; only what hangs needs them

TALK = ("Interviewer: How did you keep the ledger of branch {0} correct?\n\n"
        "Candidate: I compared {0} entries with the paper copies every week, because two clerks had typed them. "
        "Then I wrote a check that found {1} wrong sums in March, and the clerks corrected them on the same day.\n")


def write_records(path, count):
    """Interviews, among them records without id, blank lines and lines that are no record, whose answers name their line."""
    with open(path, "w", encoding="utf-8") as out:
        for number in range(1, count + 1):
            record = {"id": f"r{number}", "text": TALK.format(number, number % 7 + 2), "metadata": {"number": number}}
            if number % 17 == 5:
                del record["id"]
            if number % 23 == 7:
                del record["text"]
            out.write({3: "\n", 11: "no record\n"}.get(number % 29) or json.dumps(record) + "\n")


def single_machine(records):
    run = subprocess.run([PROGRAM, "--jsonl", records], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert run.returncode == 1, run.returncode
    return run.stdout


def write_program_that_waits(path, line):
    """Like the program; but whoever is the first to evaluate the block from `line` on answers a part of it and stays there,
    so that a test can end it in the middle of its work."""
    path.write_text(f"""#!/bin/bash
case " $* " in
  *" --first-line {line} "*) if mkdir {path}.first 2>/dev/null; then head -n 5 | {PROGRAM} "$@" 2>/dev/null; exec sleep {DEADLINE}; fi ;;
esac
exec {PROGRAM} "$@" 2>/dev/null
""", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def wait_until(what, condition):
    """Waits for the condition to be true and returns what it is then."""
    end = time.monotonic() + DEADLINE
    while not (answer := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {DEADLINE} s")
        time.sleep(0.02)
    return answer


def descendants(pid):
    """The processes that `pid` has started, and those that they have."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parent = int(pathlib.Path(f"/proc/{entry}/stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
            children.setdefault(parent, []).append(int(entry))
    found = [pid]
    for process in found:
        found += children.get(process, [])
    return found[1:]


def sleeps(pid):
    """Whether it is where write_program_that_waits() stays; parallel sleeps, too, for shorter times."""
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8") == f"sleep\0{DEADLINE}\0"
    except (FileNotFoundError, ProcessLookupError):
        return False


def end(pids):
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def stop(process):
    """Ends what a test has started, with all that it has started."""
    if process.poll() is None:
        end([process.pid, *descendants(process.pid)])
        process.wait()
