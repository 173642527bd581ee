#!/usr/bin/python3
"""What a Python script with scikit-learn does in place of the program: a yardstick for bench/run.

usage: bench/peer_sklearn.py < records.jsonl > results.jsonl

Reads one {"id", "text"} per line and writes one JSON object per line: the turns, and for each question with its answer the
relevance (cosine of their TF-IDF vectors), fillers and hedges per 100 words, and a score from 1 to 5 made of them. The vocabulary and
its weights are learnt once, from the bundled samples. It is written as one would write it to be fast as well as readable:
patterns are compiled once, and all texts of an interview are vectorised in one call.

It does far less than the program: two label layouts, no roles, no threads, no concepts, no ledger, no report.
Needs Debian's python3-sklearn.
"""
import json
import pathlib
import re
import sys

try:
    from sklearn.feature_extraction.text import TfidfVectorizer
except ImportError as missing:
    sys.exit(f"peer_sklearn: {missing} (scripts/install-packages --bench installs python3-sklearn)")

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "data/samples"
LABEL = re.compile(r"(?m)^(?:\*\*)?([A-Z][\w.' -]{0,39}):(?:\*\*)? +")
WORD = re.compile(r"\w+")
FILLERS = re.compile(r"\b(?:um+|uh+|er+|you know|i mean|sort of|kind of|basically|actually|like)\b", re.IGNORECASE)
HEDGES = re.compile(r"\b(?:maybe|perhaps|probably|possibly|i think|i guess|i suppose|i'm not sure|might|could be|as far as i know|more or less)\b", re.IGNORECASE)
FIGURES = re.compile(r"\b\d[\d.,]*%?")


def turns_of(text):
    """(label, speech) of each turn; the first two labels are the speakers, and everything else is speech."""
    pieces = LABEL.split(text)
    labels, turns = [], []
    for label, speech in zip(pieces[1::2], pieces[2::2]):
        if label not in labels and len(labels) < 2 and "=" not in speech:
            labels.append(label)
        if label in labels:
            turns.append((label, speech.strip()))
        elif turns:
            turns[-1] = (turns[-1][0], f"{turns[-1][1]}\n{label}: {speech.strip()}")
    return turns


def exchanges_of(turns):
    """(question, answer) pairs: what the first speaker says, and what the other one says to it."""
    return [(asked, answered) for (asker, asked), (other, answered) in zip(turns, turns[1:]) if asker == turns[0][0] != other]


def per_hundred(pattern, text, words):
    return 100 * len(pattern.findall(text)) / max(1, words)


def judge(question, answer, relevance):
    words = len(WORD.findall(answer))
    fillers, hedges = per_hundred(FILLERS, answer, words), per_hundred(HEDGES, answer, words)
    figures = len(FIGURES.findall(answer))
    score = 1 + 2 * min(1, relevance / 0.3) + min(1, words / 120) + 0.25 * min(4, figures) - 0.1 * (fillers + hedges)
    return {"question": question, "answer": answer, "words": words, "relevance": round(relevance, 4), "fillers_per_100": round(fillers, 2),
            "hedges_per_100": round(hedges, 2), "figures": figures, "score": round(min(5, max(1, score)), 3)}


def evaluate(record, vectorizer):
    turns = turns_of(record["text"])
    exchanges = exchanges_of(turns)
    judged = []
    if exchanges:
        # Rows have length 1, so the sum of products is the cosine.
        vectors = vectorizer.transform([text for pair in exchanges for text in pair])
        relevance = vectors[0::2].multiply(vectors[1::2]).sum(axis=1).A1
        judged = [judge(question, answer, float(r)) for (question, answer), r in zip(exchanges, relevance)]
    overall = sum(q["score"] for q in judged) / len(judged) if judged else None
    return {"id": record.get("id"), "turns": [{"speaker": label, "text": text} for label, text in turns], "questions": judged, "overall": overall}


def main():
    vectorizer = TfidfVectorizer(stop_words="english", sublinear_tf=True)
    vectorizer.fit(speech for path in sorted(SAMPLES.glob("*.txt")) for _, speech in turns_of(path.read_text(encoding="utf-8")))
    for line in sys.stdin:
        sys.stdout.write(json.dumps(evaluate(json.loads(line), vectorizer), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
