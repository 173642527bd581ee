#!/usr/bin/python3
"""Evaluates a stream of records on a Dask cluster.

Cuts the records into blocks of lines, pipes each block through transcript-eval on one of the workers and writes the results
in the order of the records: the same bytes as transcript-eval --jsonl. A block whose worker is lost is evaluated again
elsewhere; what it had written until then is not used. Only a few blocks per worker are under way at any time, so memory does
not grow with the stream.
"""
import argparse
import collections
import itertools
import subprocess
import sys

from distributed import Client


def evaluate(lines, first, command):
    """The results of a block of records, the first of which stands on line `first`."""
    run = subprocess.run([*command, "--quiet", "--jsonl", "--jobs", "1", "--first-line", str(first)], input=lines, capture_output=True)
    # Every line has its result when the exit status is 0, 1, 3 or 4: they tell of the records, not of the run.
    if run.returncode not in (0, 1, 3, 4):
        raise RuntimeError(f"{command[0]} ended with {run.returncode}: {run.stderr.decode(errors='replace')}")
    return run.stdout


def blocks(stream, size):
    """Each block of lines with the number of its first line."""
    for first in itertools.count(1, size):
        lines = b"".join(itertools.islice(stream, size))
        if not lines:
            return
        yield lines, first


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                                     usage="%(prog)s --scheduler ADDRESS [--block N] [--program PATH] [OPTION...] < records.jsonl > results.jsonl",
                                     epilog="OPTION... is for transcript-eval; files that it names must be on every worker.")
    parser.add_argument("--scheduler", required=True, help="address of the scheduler, such as tcp://anna:8786")
    parser.add_argument("--block", type=int, default=200, help="lines to a block (default: 200)")
    parser.add_argument("--program", default="transcript-eval", help="where the workers find transcript-eval")
    options, more = parser.parse_known_args()

    with Client(options.scheduler) as client:
        threads = sum(client.nthreads().values())
        if threads == 0:
            sys.exit(f"with_dask: no workers at {options.scheduler}")
        waiting = collections.deque()
        for lines, first in blocks(sys.stdin.buffer, options.block):
            waiting.append(client.submit(evaluate, lines, first, [options.program, *more], pure=False, retries=5))
            if len(waiting) >= 4 * threads:
                sys.stdout.buffer.write(waiting.popleft().result())
        for block in waiting:
            sys.stdout.buffer.write(block.result())


if __name__ == "__main__":
    main()
