#!/usr/bin/env python3
"""Make interviews for measuring speed from the bundled samples.

usage: bench/generate.py [--size SIZE] [--seed N] [--each SIZE] DIR

Writes transcripts to DIR/transcripts/ and the same texts as records to DIR/records.jsonl. The same seed gives the same bytes.

  --size SIZE  bytes of all texts together, such as 500K or 200M (by default 200M)
  --seed N     another number, other texts (by default 1)
  --each SIZE  let every transcript have about this size; by default sizes vary around 8K as real ones do

An interview mixes the exchanges of several samples. Sentences are left out and borrowed, names and numbers are changed, and
some words are replaced: by common ones of the lexicon's background and by invented ones, of which there are more the more is
written. So no cache of words, answers or questions is warmer than it would be with real interviews. The texts make sense to
nobody, and their scores mean nothing.
"""
import argparse
import json
import math
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
UNITS = {"K": 1_000, "M": 1_000_000, "G": 1_000_000_000}
MEDIAN_SIZE, SIZE_SPREAD, SMALLEST, LARGEST = 8_000, 0.6, 1_500, 60_000
REPLACED = 0.04        # of the words
LEFT_OUT = 0.15        # of the sentences
BORROWED = 0.2         # of the answers end with a sentence of another one
INVENTED = 1 / 3       # of the replacements
OTHER_FIELD = 0.3      # of the exchanges come from another sample
VOCABULARY = 1_000_000
FILES_PER_FOLDER = 1_000
LABELS = (("AI Recruiter: ", "Candidate: "), ("Interviewer: ", "Candidate: "), ("{0}: ", "{1}: "), ("**{0}:** ", "**{1}:** "))
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


def parse_size(text):
    """"20M" as a number of bytes."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([KMG]?)B?", text.strip().upper())
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 500K or 20M")
    return int(float(match[1]) * UNITS.get(match[2], 1))


# ---------------------------------------------------------------- samples
class Sentence:
    """Words of a sentence, and which of them can be changed."""

    def __init__(self, text, names):
        self.words = text.split(" ")
        plain = [word.strip(".,;:!?\"'()*") for word in self.words]
        self.names = [n for n, word in enumerate(plain) if word in names]
        self.numbers = [n for n, word in enumerate(plain) if any(c in "0123456789" for c in word)]
        self.common = [n for n, word in enumerate(plain) if len(word) > 4 and word.isascii() and word.isalpha() and word.islower()]


def dialogue(text):
    """(label, speech) of a sample's turns, without header and recorded sections."""
    turns, seen = [], {}
    for block in re.split(r"\n\s*\n", text.replace("\r", "")):
        match = re.match(r"(?:\*\*)?([^\s:*][^:\n*]{0,39}):(?:\*\*)? +(?=\S)", block)
        if turns and block.startswith("==="):
            break
        if match and (match[1] in seen or len(seen) < 2):
            seen.setdefault(match[1], len(seen))
            turns.append([match[1], block[match.end():]])
        elif turns:
            turns[-1][1] += "\n\n" + block
    return turns


def exchanges(path):
    """[(question, answer)] of a sample, each a list of sentences."""
    text = path.read_text(encoding="utf-8")
    if "====" in text[:200]:
        text = text.split("=" * 60, 2)[-1]  # what follows the header
    turns = dialogue(text)
    names = {word for label, _ in turns for word in label.split()} - {"AI", "Recruiter", "Interviewer", "Candidate", "Principal"}
    speech = [[Sentence(s, names) for s in re.split(r"(?<=[.!?]) (?=[A-Z])", said)] for _, said in turns]
    return [(speech[n], speech[n + 1]) for n in range(0, len(speech) - 1, 2)]


# ---------------------------------------------------------------- words
class Words:
    def __init__(self, rng):
        background = json.loads((ROOT / "data/lexicon/background.json").read_text(encoding="utf-8"))["words"]
        self.common = sorted((word for word in background if len(word) > 3), key=lambda word: (-background[word], word))
        self.random = rng.random

    def invented(self):
        """Each next word is rarer than the one before, as in any language."""
        rank = int(math.exp(self.random() * math.log(VOCABULARY))) + len(SYLLABLES)
        out = ""
        while rank:
            rank, digit = divmod(rank, len(SYLLABLES))
            out += SYLLABLES[digit]
        return out

    def word(self):
        if self.random() < INVENTED:
            return self.invented()
        return self.common[int(self.random() ** 2 * len(self.common))]

    def number(self, text):
        return re.sub(r"\d", lambda m: m[0] if m[0] == "0" else str(1 + int(self.random() * 9)), text)

    def name(self):
        return self.invented().capitalize()


# ---------------------------------------------------------------- interviews
class Writer:
    """An endless source of interviews."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.words = Words(self.rng)
        self.samples = [exchanges(path) for path in sorted((ROOT / "data/samples").glob("*.txt"))]
        if any(len(sample) < 5 for sample in self.samples):
            raise RuntimeError("a sample has less than five exchanges: its layout is not understood")

    def pick(self, choices):
        return choices[int(self.rng.random() * len(choices))]

    def say(self, sentence, names):
        words, random_ = list(sentence.words), self.rng.random
        for n in sentence.numbers:
            words[n] = self.words.number(words[n])
        for n in sentence.names:
            words[n] = self.pick(names)
        if sentence.common:
            count = int(len(words) * REPLACED + random_())
            for _ in range(count):
                words[self.pick(sentence.common)] = self.words.word()
        return " ".join(words)

    def speak(self, sentences, names, room=None):
        """The sentences, changed; at most about `room` bytes, but at least one."""
        kept = [s for s in sentences if self.rng.random() >= LEFT_OUT] or sentences[:1]
        if self.rng.random() < BORROWED:
            kept.append(self.pick(self.pick(self.pick(self.samples))[1]))
        said, length = [], 0
        for sentence in kept:
            said.append(self.say(sentence, names))
            length += len(said[-1].encode()) + 1
            if room is not None and length >= room:
                break
        return " ".join(said)

    def transcript(self, size):
        """An interview of about `size` bytes."""
        names = [self.words.name() for _ in range(4)]
        people = (f"{names[0]} {names[1]}", f"{names[2]} {names[3]}")
        labels = [label.format(*people) for label in self.pick(LABELS)]
        parts = [f"Interview Transcript\n{'=' * 60}\nCandidate: {people[1]}\n{'=' * 60}"] if labels[0].startswith("AI") and size > SMALLEST else []
        length = sum(map(len, parts))
        home = self.pick(self.samples)
        while length < size:
            sample = self.pick(self.samples) if self.rng.random() < OTHER_FIELD else home
            exchange = sample[0] if not parts else self.pick(sample)
            for label, sentences in zip(labels, exchange):
                parts.append(label + self.speak(sentences, names, max(0, size - length)))
                length += len(parts[-1].encode()) + 2
        return "\n\n".join(parts) + "\n"

    def size(self):
        return min(LARGEST, max(SMALLEST, int(MEDIAN_SIZE * math.exp(self.rng.gauss(0, SIZE_SPREAD)))))


def texts(total, seed, each=None):
    """Transcripts of about `total` bytes together."""
    writer, written = Writer(seed), 0
    while written < total:
        text = writer.transcript(each or min(writer.size(), max(total - written, SMALLEST)))
        written += len(text.encode())
        yield text


def write(folder, found):
    """Writes texts as files and as records; returns how many there are and how many bytes they have."""
    count = size = 0
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "records.jsonl", "w", encoding="utf-8") as records:
        for text in found:
            below = folder / "transcripts" / f"{count // FILES_PER_FOLDER:04}"
            if count % FILES_PER_FOLDER == 0:
                below.mkdir(parents=True)
            content = text.encode()
            (below / f"{count:07}.txt").write_bytes(content)
            records.write(json.dumps({"id": count, "text": text}, ensure_ascii=False) + "\n")
            count, size = count + 1, size + len(content)
    return count, size


def main():
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--size", type=parse_size, default=parse_size("200M"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=parse_size)
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__.strip())
        return
    options = parser.parse_args()
    count, size = write(options.folder, texts(options.size, options.seed, options.each))
    print(f"{count} transcripts of {size:,} bytes")


if __name__ == "__main__":
    try:
        main()
    except OSError as problem:
        print(f"generate: {problem}", file=sys.stderr)
        sys.exit(2)
