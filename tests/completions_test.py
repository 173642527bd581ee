"""The completions work in the shells that they are for: each is loaded by its own shell and asked to complete a line.

usage: completions_test.py PROGRAM

fish answers by `complete -C`. zsh completes only for somebody who types, so it gets a terminal.
"""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
WORDS_OF = {  # what is typed: words that must be offered
    "transcript-eval --form": ["--format"],
    "transcript-eval -f ": ["csv", "document", "feedback", "html", "json", "jsonl", "markdown", "text"],
    "transcript-eval ra": ["rank"],
    "transcript-eval rank -f ": ["csv", "json", "text"],
    "transcript-eval explain --quest": ["--question"],
}
NOT_OFFERED = {"transcript-eval rank -f ": ["document", "markdown"]}
problems = []


def completions(shell):
    return subprocess.run([PROGRAM, "completions", shell], capture_output=True, text=True, check=True).stdout


def fish(directory):
    script = directory / "transcript-eval.fish"
    script.write_text(completions("fish"), encoding="utf-8")
    environment = {**os.environ, "HOME": str(directory), "XDG_CONFIG_HOME": str(directory)}

    def complete(line):
        done = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"], capture_output=True, text=True, env=environment)
        if done.stderr:
            problems.append(f"fish says: {done.stderr}")
        if "\\" in done.stdout:
            problems.append(f"fish shows a backslash for '{line}': {done.stdout}")
        return done.stdout

    return complete


class Terminal:
    """A zsh at a terminal of its own."""

    def __init__(self, directory):
        self.process, self.fd = pty.fork()
        if self.process == 0:
            os.environ.update({"TERM": "dumb", "HOME": str(directory), "ZDOTDIR": str(directory), "COLUMNS": "200", "LINES": "100"})
            os.execvp("zsh", ["zsh", "-f", "-i"])

    def type(self, text, until):
        """What the terminal shows after `text` was typed, up to where `until` stands."""
        os.write(self.fd, text.encode())
        shown = ""
        while not re.search(until, shown):
            if not select.select([self.fd], [], [], 60)[0]:
                problems.append(f"zsh shows no '{until}' after {text!r}: {shown!r}")
                break
            shown += os.read(self.fd, 65536).decode("utf-8", "replace")
        return shown

    def close(self):
        os.write(self.fd, b"\x15exit\n")
        os.close(self.fd)
        os.waitpid(self.process, 0)


def zsh(directory):
    (directory / "_transcript-eval").write_text(completions("zsh"), encoding="utf-8")
    terminal = Terminal(directory)
    # The key lists what there is and inserts nothing.
    setup = [f"fpath=({directory} $fpath)", "autoload -Uz compinit", "compinit -u -D", "setopt no_beep", "LISTMAX=10000", "PS1='ready> '",
             "unsetopt always_last_prompt", "bindkey '^I' list-choices", "print set'up'"]
    terminal.type("; ".join(setup) + "\n", r"setup\r")

    def complete(line):
        words = WORDS_OF[line]
        shown = terminal.type(line + "\t", "(?s)" + r"\r\n.*" + re.escape(words[-1]))
        terminal.type("\x15print do'ne'\n", r"done\r")
        return shown[shown.find("\n"):]

    complete.close = terminal.close
    return complete


def check(shell, complete):
    for line, words in WORDS_OF.items():
        offered = complete(line)
        for word in words:
            if not re.search(r"(?<!\S)" + re.escape(word) + r"(?!\S)", offered):
                problems.append(f"{shell} does not offer {word} for '{line}': {offered!r}")
        for word in NOT_OFFERED.get(line, []):
            if re.search(r"(?<!\S)" + re.escape(word) + r"(?!\S)", offered):
                problems.append(f"{shell} offers {word} for '{line}': {offered!r}")


with tempfile.TemporaryDirectory() as name:
    directory = pathlib.Path(name)
    for shell, start in (("fish", fish), ("zsh", zsh)):
        if shutil.which(shell) is None:
            problems.append(f"{shell} is not installed (scripts/install-packages --tests)")
            continue
        complete = start(directory)
        check(shell, complete)
        getattr(complete, "close", lambda: None)()

print("\n".join(problems))
sys.exit(1 if problems else 0)
