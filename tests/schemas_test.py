"""Every JSON that the program prints or reads fits its published schema, and the schemas describe all of it.

usage: schemas_test.py PROGRAM SOURCE_DIRECTORY
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator

PROGRAM = sys.argv[1]
SOURCE = pathlib.Path(sys.argv[2])
problems = []


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8", **options)


def schema(name):
    printed = run("schema", name)
    published = (SOURCE / "data/schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    if printed.stdout != published:
        problems.append(f"'schema {name}' does not print the published file")
    Draft202012Validator.check_schema(json.loads(published))
    return json.loads(published)


def undescribed(value, rules, root, where):
    """Members that the schema does not name."""
    if "$ref" in rules:
        rules = root["$defs"][rules["$ref"].rsplit("/", 1)[1]]
    for choice in rules.get("anyOf", []):
        if choice.get("type") != "null" and value is not None:
            yield from undescribed(value, choice, root, where)
            return
    if isinstance(value, list):
        for item in value:
            yield from undescribed(item, rules.get("items", {}), root, where + "[]")
    elif isinstance(value, dict) and "properties" in rules:
        for key, member in value.items():
            if key in rules["properties"]:
                yield from undescribed(member, rules["properties"][key], root, f"{where}.{key}")
            elif "additionalProperties" not in rules:
                yield f"{where}.{key}"


def check(value, name, what):
    rules = schemas[name]
    validator = validators.setdefault(name, Draft202012Validator(rules))
    for error in validator.iter_errors(value):
        problems.append(f"{what}: {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    for member in set(undescribed(value, rules, rules, "")):
        problems.append(f"{what}: the schema '{name}' does not describe {member}")


def without_comments(text):
    return re.sub(r'("(?:[^"\\]|\\.)*")|//[^\n]*', lambda m: m.group(1) or "", text)


validators = {}
schemas = {path.name.split(".")[0]: schema(path.name.split(".")[0]) for path in sorted((SOURCE / "data/schema").glob("*.json"))}

job = tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8")
job.write("Requirements:\n- 5 years of Python\n- Experience with SQL and Docker\n\nNice to have:\n- Kafka\n")
job.flush()
samples = sorted((SOURCE / "data/samples").glob("*.txt"))
assert samples
evaluated = set()
# One process for all of them; the stream below has the results without options.
everything = ["--bank", str(SOURCE / "data/banks/llm-interviews.json"), "--jd", str(job.name)]
for line in run("-q", "-f", "jsonl", *everything, *map(str, samples)).stdout.splitlines():
    value = json.loads(line)
    check(value, "result", value["source"]["path"])
    evaluated.add(value["source"]["path"])
assert evaluated == set(map(str, samples)), evaluated
with tempfile.TemporaryDirectory() as folder:
    run("-q", "parse", "-f", "json", "-o", folder, *map(str, samples))
    parsed = sorted(pathlib.Path(folder).iterdir())
    assert len(parsed) == len(samples), parsed
    for path in parsed:
        check(json.loads(path.read_text(encoding="utf-8")), "interview", path.name)
check(json.loads(run("-q", "-f", "json", str(samples[0])).stdout), "result", "an indented result")

with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as records:
    good = [{"id": n, "text": sample.read_text(encoding="utf-8"), "metadata": {"n": n}} for n, sample in enumerate(samples)]
    good.append({"id": "short", "text": "Interviewer: What is a queue?\n\nCandidate: A line.\n"})
    for record in good:
        check(record, "record", "a record")
        records.write(json.dumps(record) + "\n")
    records.write('{"id": "no text"}\nnot json\n{"id": "empty", "text": ""}\n')
    records.flush()
    lines = run("-q", "--jsonl", records.name).stdout.splitlines()
    assert len(lines) == len(good) + 3, len(lines)
    for line in lines:
        value = json.loads(line)
        check(value, "error" if "error" in value else "result", "the stream")

ranking = run("-q", "rank", "-f", "json", str(SOURCE / "data/samples"))
check(json.loads(ranking.stdout), "ranking", "the ranking")

DATA = {"rubrics/*.json": "rubric", "banks/*.json": "bank", "lexicon/concepts/*.json": "concepts", "lexicon/phrases/*.json": "phrases", "lexicon/facts/*.json": "facts", "lexicon/advice.json": "advice"}
for pattern, name in DATA.items():
    files = sorted((SOURCE / "data").glob(pattern))
    assert files, pattern
    for path in files:
        check(json.loads(without_comments(path.read_text(encoding="utf-8"))), name, path.name)

listed = run("schema").stdout
for name in schemas:
    if not re.search(rf"(?m)^{name} ", listed):
        problems.append(f"'schema' does not list {name}")
if run("schema", "reslt").returncode != 2 or "did you mean 'result'" not in run("schema", "reslt").stderr:
    problems.append("a mistyped schema name gets no suggestion")

for problem in problems[:40]:
    print(problem)
sys.exit(1 if problems else 0)
