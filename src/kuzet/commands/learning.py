"""`kuzet learn`: train the classifier of passages again, show what changes on the golden sets, refuse a worse one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import msgspec
from msgspec import structs

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Decision, Verb
from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import read_lines
from kuzet.commands.documents import BadLine, documents
from kuzet.commands.show import progress
from kuzet.countries import Country
from kuzet.language.classifier import Classifier, Features
from kuzet.language.reading import Vocabulary
from kuzet.observatory import detect, pipeline
from kuzet.observatory.review.measure import below, measure

TRAIN, TEST = "train", "test"

Row = Mapping[str, Any]
Figures = Mapping[str, Mapping[str, float]]


class Example(NamedTuple):
    """A document, and whether people found an attack in it."""

    document: Document
    is_attack: bool


class Wanted(NamedTuple):
    """What to learn from, what to measure on, and where the classifier goes."""

    golden: Path
    floors: Path
    registry: tuple[Path, Path] | None
    output: Path


def run(wanted: Wanted) -> int:
    """Train, compare with the classifier in use, and write the new one unless a figure falls below its floor (1)."""
    country = countries.load(countries.codes()[0])
    words = detect.vocabulary(country.profile.code)
    examples = [example for language in LANGUAGES for example in golden_examples(wanted.golden / language, TRAIN)]
    own = len(examples)
    examples += decided(*wanted.registry) if wanted.registry else []
    trained = f"{own} golden documents and {len(examples) - own} decided ones"
    made = train(examples, words, trained)
    before = figures(wanted.golden, country, words)
    after = figures(wanted.golden, country, structs.replace(words, classifier=made))
    click.echo(f"trained on {trained}: {len(made.weights)} weights\n{_compared(before, after)}")
    floors = _floors(wanted.floors)
    fallen = [line for name, found in after.items() for line in below(name, found, floors.get(name, {}))]
    for line in fallen:
        click.echo(f"refused: {line}", err=True)
    if not fallen:
        write(made, wanted.output)
        click.echo(f"written: {wanted.output}")
    return 1 if fallen else 0


def train(examples: Sequence[Example], words: Vocabulary, trained: str) -> Classifier:
    """The classifier that these examples teach; raises `BadInput` where they hold one answer only."""
    from kuzet.adapters.fitting import fit

    rows: list[Features] = []
    answers: list[bool] = []
    with progress("learn", len(examples)) as advance:
        for example in examples:
            advance()
            seen = detect.example(detect.read(example.document, words))
            if seen:  # what the gate lets pass nobody ever asks the classifier about
                rows.append(seen)
                answers.append(example.is_attack)
    if len(set(answers)) < 2:
        raise BadInput(f"{len(answers)} examples", "documents with and documents without an attack", "learn")
    return fit(rows, answers, trained)


def golden_examples(folder: Path, part: str) -> Iterator[Example]:
    """The documents of one part of a language's golden set; raises `BadInput` naming file and line."""
    for row in golden(folder, part):
        yield Example(_document(row), bool(row["is_attack"]))


def golden(folder: Path, part: str) -> list[Row]:
    """The rows of one part of a golden set; raises `BadInput` for a file that is none."""
    path = folder / f"{part}.jsonl"
    if not path.is_file():
        raise BadInput(str(path), "a golden set: <language>/train.jsonl and test.jsonl", "--golden")
    try:
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    except json.JSONDecodeError as error:
        raise BadInput(str(error), "one JSON object a line", str(path)) from None


def decided(texts: Path, decisions: Path) -> list[Example]:
    """The documents that people decided on: one with an accepted passage reports an attack, one only rejected none."""
    accepted: dict[str, bool] = {}
    with decisions.open(encoding="utf-8") as lines:
        for decision in read_lines(lines, Decision, decisions.name):
            for passage in decision.passages:
                accepted[passage.document] = accepted.get(passage.document, False) or decision.verb is Verb.ACCEPT
    read = (found for found in documents(texts) if not isinstance(found, BadLine))
    return [Example(document, accepted[document.id]) for document, _ in read if document.id in accepted]


def figures(folder: Path, country: Country, words: Vocabulary) -> Figures:
    """The figures of each language's test part, by the names of the floors (`kk/test`)."""
    sets = {f"{language}/{TEST}": golden(folder / language, TEST) for language in LANGUAGES}
    return {name: measure(rows, {row["id"]: _line(row, country, words) for row in rows}) for name, rows in sets.items()}


def _line(row: Row, country: Country, words: Vocabulary) -> Row:
    document = _document(row)
    return pipeline.line(document, pipeline.read(document, country, words))


def _document(row: Row) -> Document:
    published = EventDate.parse(row["published"]) if row.get("published") else None
    return Document(id=row["id"], text=row["text"], url=row.get("url", ""), published=published)


def write(model: Classifier, path: Path) -> None:
    """The whole file or nothing: written beside it, synced, then put in its place."""
    beside = path.with_name(f"{path.name}.new")
    with beside.open("wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(model), indent=0) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _floors(path: Path) -> Mapping[str, Mapping[str, float]]:
    if not path.is_file():
        raise BadInput(str(path), "the file of floors", "--floors")
    return json.loads(path.read_text("utf-8"))  # type: ignore[no-any-return]


def _compared(before: Figures, after: Figures) -> str:
    """One line a figure that changed; that nothing did is said too."""
    lines = [
        f"{f'{name}/{key}':24}{before[name][key]:8.3f} -> {value:.3f}"
        for name, found in after.items()
        for key, value in found.items()
        if value != before[name][key]
    ]
    return "\n".join(lines) or "no figure of the golden sets changes"
