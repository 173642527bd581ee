"""The commands with jq in README.md run and print something.

usage: readme_test.py PROGRAM SOURCE_DIRECTORY
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])


def commands(text):
    """Indented blocks of README that use jq."""
    for block in re.findall(r"(?m)(?:^    \S.*\n(?:^    .*\n|^\n(?=    ))*)", text):
        if "jq" in block:
            yield re.sub(r"(?m)^    ", "", block)


failed = False
found = list(commands((SOURCE / "README.md").read_text(encoding="utf-8")))
assert len(found) >= 5, len(found)
for command in found:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(SOURCE / "data", pathlib.Path(folder) / "data")
        shutil.copytree(SOURCE / "data/samples", pathlib.Path(folder) / "transcripts")
        shutil.copy(SOURCE / "data/samples/python-developer-average.txt", pathlib.Path(folder) / "interview.txt")
        (pathlib.Path(folder) / "job.txt").write_text("Requirements:\n- 3 years of Python\n- Experience with Kafka\n", encoding="utf-8")
        environment = dict(os.environ, PATH=f"{PROGRAM.parent}:{os.environ['PATH']}")
        run = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0 or not run.stdout.strip():
        failed = True
        print(f"{command}\n-> status {run.returncode}, {len(run.stdout)} bytes\n{run.stderr}")
sys.exit(1 if failed else 0)
