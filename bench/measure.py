"""Measuring commands: wall time, processor time and memory. Used by bench/run."""
import dataclasses
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time


class Broken(Exception):
    """Something cannot be measured."""


@dataclasses.dataclass
class Cost:
    wall: float       # seconds
    cpu: float        # seconds of all threads, user and system
    peak_bytes: int   # largest resident memory

    def per_core(self, size):
        """Bytes per second of processor time: what one core does, whatever else the machine is doing."""
        return size / max(self.cpu, 1e-9)


def run(command, stdin=None, environment=None, accept=(0,)):
    """Runs a command without showing its output. GNU time starts it, as memory is counted from the process that starts a program."""
    with tempfile.NamedTemporaryFile("r") as peak, open(stdin or os.devnull, "rb") as source, tempfile.TemporaryFile() as messages:
        began = time.perf_counter()
        process = subprocess.Popen(["/usr/bin/time", "--quiet", "-f", "%M", "-o", peak.name, *map(str, command)], stdin=source,
                                   stdout=subprocess.DEVNULL, stderr=messages, env=os.environ | (environment or {}))
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accept:
            messages.seek(0)
            raise Broken(f"{' '.join(map(str, command))[:300]} ended with {process.returncode}:\n{messages.read(2000).decode(errors='replace')}")
        return Cost(wall, usage.ru_utime + usage.ru_stime, int(peak.read().split()[-1]) * 1024)


def best_in_turns(times, commands, **how):
    """Of each command the run with the least processor time of several. They take turns, so that all meet the same machine."""
    turns = [[run(command, **how) for command in commands] for _ in range(times)]
    return [min(costs, key=lambda cost: cost.cpu) for costs in zip(*turns)]


def best(times, command, **how):
    """The same of one command."""
    return best_in_turns(times, [command], **how)[0]


def start_to_end(command):
    """Seconds from starting a program to its end, with as little as possible in between, and those on a processor."""
    nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    began = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=nowhere)
    usage = os.wait4(pid, 0)[2]
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime


def cold_start(command, empty, starts):
    """Medians over many starts, taken in turns: (wall, processor) of the command, and of a program that does nothing."""
    pairs = [start_to_end(command) + start_to_end(empty) for _ in range(starts)]
    medians = [statistics.median(times) for times in zip(*pairs)]
    return medians[:2], medians[2:]


# ---------------------------------------------------------------- where it was measured
def machine():
    """One line: processor, cores, memory, kernel, load."""
    cpu = next((line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "unknown processor")
    kilobytes = int(pathlib.Path("/proc/meminfo").read_text().split()[1])
    return (f"{cpu}, {os.cpu_count()} cores, {kilobytes / 2**20:.0f} GiB, {os.uname().sysname} {os.uname().release}, "
            f"load {os.getloadavg()[0]:.1f} when it began")


def compiler(build):
    path = next(line.split("=")[1] for line in (build / "CMakeCache.txt").read_text().splitlines() if line.startswith("CMAKE_CXX_COMPILER:"))
    return subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def commit(root):
    """The commit that is measured; "with changes" when files differ from it."""
    def git(*arguments):
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True).stdout.strip()
    changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!bench/RESULTS.md")
    return git("log", "-1", "--format=%h %s") + (" (with changes)" if changed else "")


def say(text):
    """What is being measured, for the impatient."""
    print(text, file=sys.stderr, flush=True)
