"""`kuzet learn`: train the models again, show what changes on the golden sets, refuse models that lower a floor."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import click
import msgspec
from msgspec import structs

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.basis.errors import BadInput
from kuzet.basis.home import HOME
from kuzet.basis.incident import Decision, Verb
from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import read_lines
from kuzet.commands import output
from kuzet.commands.documents import BadLine, documents
from kuzet.commands.show import Advance, progress
from kuzet.countries import Country
from kuzet.language.reading.reading import Vocabulary
from kuzet.language.vocabulary.classifier import Features
from kuzet.language.vocabulary.models import UNTRAINED, Clues, Corrections, Models
from kuzet.observatory import detect, encode, pipeline
from kuzet.observatory.review import in_force
from kuzet.observatory.review.measure import below, measure

TRAIN, TEST = "train", "test"
LEARNED: Final = "learned"
"""The folder of golden sets that are learned from alone (`learned/kk/train.jsonl`): no rule is changed for them."""

FOLDS: Final = 5
"""Parts by which the classifier is asked about examples that it was not trained on."""

PARTS: Final = {
    "detection": ("classifier", "trust", "even"),
    "alone": ("alone",),
    "beside": ("beside", "category_words", "method_words", "perpetrator_words"),
}
"""What is learned as one: whether there is an attack, what corrects the rules by themselves, and beside the words."""

Row = Mapping[str, Any]
Figures = Mapping[str, Mapping[str, float]]


KEYS: Final = ("id", "text", "is_attack", "category", "methods", "perpetrator", "targets", "place", "date")
"""What every row of a golden set has; empty where there is no attack or the text does not tell."""


class Example(NamedTuple):
    """A document, whether people found an attack in it, and their codes for it where they did.

    `known` is one that rules were written for or may be.
    """

    document: Document
    is_attack: bool
    category: str = ""
    perpetrator: str = ""
    methods: tuple[str, ...] = ()
    known: bool = False


class Seen(NamedTuple):
    """What an example shows: words, points of the rules, and for an attack that was found the clues of its coding."""

    example: Example
    words: Features
    ruled: detect.Ruled
    lesson: encode.Lesson | None


class Wanted(NamedTuple):
    """What to learn from, what to measure on, and where the models go.

    `golden` is the folder of `<language>/train.jsonl` and `test.jsonl`, perhaps of `short/<language>` and of
    `others/<language>` too; `floors` the lowest figures allowed by set and variable; `registry` is a file of documents
    and one of the decisions on them; `keep` names the parts (`PARTS`) that stay as the models in use have them.
    """

    golden: Path
    floors: Path
    registry: tuple[Path, Path] | None
    output: Path
    keep: Sequence[str] = ()


def run(wanted: Wanted) -> int:
    """Train, compare with the models in use, and write the new ones unless a figure falls below its floor (1, else 0).

    Raises `BadInput` for golden sets, decisions or floors that are none.
    """
    floors = _floors(wanted.floors)
    country = countries.load(HOME)
    words = detect.vocabulary(country.profile.code)
    folders = [wanted.golden / name for name in (*sets(wanted.golden), *_there(wanted.golden, (LEARNED,)))]
    examples = [example for folder in folders for example in golden_examples(folder, TRAIN)]
    own = len(examples)
    examples += decided(*wanted.registry) if wanted.registry else []
    trained = f"{own} golden documents and {len(examples) - own} decided ones"
    made = keeping(wanted.keep, train(examples, country, trained), words.models)
    before, after = figures(wanted.golden, country, words), _with(made, wanted.golden, country, words)
    click.echo(f"trained on {trained}: {len(made.classifier.weights)} words\n{_compared(before, after)}")
    fallen = [line for name, found in after.items() for line in below(name, found, floors.get(name, {}))]
    for line in fallen:
        click.echo(f"refused: {line}", err=True)
    if not fallen:
        output.whole(wanted.output, msgspec.json.format(msgspec.json.encode(made), indent=0) + b"\n")
        click.echo(f"written: {wanted.output}")
    return 1 if fallen else 0


def train(examples: Sequence[Example], country: Country, trained: str) -> Models:
    """The models that these examples teach; raises `BadInput` where they hold one answer only.

    How far to trust rules and words beside each other is learned with the words asked about documents that they were
    not learned from. What rules say alone is for short texts, which tell plainly; what they are worth there is learned
    from those examples that they are written for, as most short ones are.
    """
    from kuzet.adapters import fitting

    words = detect.vocabulary(country.profile.code).trained(UNTRAINED)
    with progress("learn", len(examples)) as advance:
        seen = [one for example in examples for one in _seen(example, country, words, advance)]
    if len({one.example.is_attack for one in seen}) < 2:
        raise BadInput(f"{len(seen)} examples", "documents with and documents without an attack", "learn")
    asked = list(_asked(seen))
    plain = [one for one in asked if one.example.known] or asked
    worth, even = fitting.trust([one.points for one in plain], [one.example.is_attack for one in plain])
    return structs.replace(
        heard(seen),
        trained=trained,
        trust=worth,
        even=even,
        alone=corrections([(one.example, one.lesson) for one in seen if one.example.known], fitting.ALONE),
        beside=corrections([(one.example, one.lesson) for one in asked], fitting.BESIDE),
    )


def keeping(parts: Sequence[str], made: Models, before: Models) -> Models:
    """What was made, with these parts as they were before."""
    if not parts:
        return made
    kept = {name: getattr(before, name) for part in parts for name in PARTS[part]}
    told = f"{made.trained}; as before: {', '.join(sorted(parts))}"
    return structs.replace(made, trained=told, **kept)


def corrections(coded: Sequence[tuple[Example, encode.Lesson | None]], strength: float) -> Corrections:
    """What the lessons of such examples teach; nothing where there are none."""
    from kuzet.adapters import fitting

    taught = [(example, lesson) for example, lesson in coded if lesson is not None]
    told = [
        (clues, "yes" if method in example.methods else "no")
        for example, lesson in taught
        for method, clues in lesson.methods.items()
    ]
    categories = [example.category for example, _ in taught]
    classes = [example.perpetrator for example, _ in taught]
    return Corrections(
        category=fitting.clues([lesson.category for _, lesson in taught], categories, strength),
        perpetrator=fitting.clues([lesson.perpetrator for _, lesson in taught], classes, strength),
        method=fitting.clues([clues for clues, _ in told], [answer for _, answer in told], strength),
    )


def heard(seen: Sequence[Seen]) -> Models:
    """Models of the words alone."""
    from kuzet.adapters import fitting

    attacks = [one for one in seen if one.example.category]
    words = [one.lesson.words if one.lesson else one.words for one in attacks]
    return Models(
        classifier=fitting.words([one.words for one in seen], [one.example.is_attack for one in seen]),
        category_words=fitting.labels(words, [(one.example.category,) for one in attacks]),
        method_words=fitting.labels(words, [one.example.methods for one in attacks]),
        perpetrator_words=fitting.labels(words, [(one.example.perpetrator,) for one in attacks]),
    )


class Asked(NamedTuple):
    """An example with what rules and words say of it, the words learned from others: points, and clues of coding.

    There is no lesson where nothing is heard.
    """

    example: Example
    points: Clues
    lesson: encode.Lesson | None


def _asked(seen: Sequence[Seen]) -> Iterator[Asked]:
    """Every example, by `FOLDS` parts (by the example's id)."""
    parts = [zlib.crc32(one.example.document.id.encode()) % FOLDS for one in seen]
    for part in sorted(set(parts)):
        words = heard([one for one, own in zip(seen, parts, strict=True) if own != part])
        yield from (_ask(one, words) for one, own in zip(seen, parts, strict=True) if own == part)


def _ask(one: Seen, words: Models) -> Asked:
    odds = words.classifier.log_odds(one.words)
    points = {**one.ruled.points, "classifier": detect.bounded(odds, one.ruled.best, one.ruled.words)}
    return Asked(one.example, points, one.lesson.with_words(words) if one.lesson and one.lesson.is_heard else None)


def _seen(example: Example, country: Country, words: Vocabulary, advance: Advance) -> Iterator[Seen]:
    """What one example shows; nothing of one that the gate stops, about which no model is ever asked."""
    advance()
    reading = detect.read(example.document, words)
    if reading.sentences:
        candidates = detect.find(example.document, reading) if example.category else ()
        lesson = encode.lesson(candidates[0], reading, country) if candidates else None
        yield Seen(example, detect.example(reading), detect.ruled(reading), lesson)


def golden_examples(folder: Path, part: str) -> Iterator[Example]:
    """The documents of one part of a language's golden set; raises `BadInput` naming file and line."""
    for row in golden(folder, part):
        yield Example(
            _document(row),
            bool(row["is_attack"]),
            row["category"] or "",
            row["perpetrator"],
            tuple(row["methods"]),
            known=folder.parent.name != LEARNED,
        )


def golden(folder: Path, part: str, keys: Sequence[str] = KEYS) -> list[Row]:
    """The rows of one part of a golden set, each with these keys; raises `BadInput` for a file that is none."""
    path = folder / f"{part}.jsonl"
    if not path.is_file():
        raise BadInput(str(path), "a golden set: <language>/train.jsonl and test.jsonl", "--golden")
    with path.open(encoding="utf-8") as lines:
        return [_row(line, f"{path}, line {number}", keys) for number, line in enumerate(lines, 1) if line.strip()]


def _row(line: str, where: str, keys: Sequence[str]) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        raise BadInput(line.strip(), "a JSON object", where) from None
    missing = [key for key in keys if key not in row] if isinstance(row, dict) else list(keys)
    if missing:
        raise BadInput(line.strip(), f"a golden document: it has no {', '.join(missing)}", where)
    return dict(row)


def decided(texts: Path, decisions: Path) -> list[Example]:
    """The documents that people decided on: one with an accepted passage reports an attack, one only rejected none.

    Of several accepting decisions on a document the first counts; one that was undone teaches nothing. Raises
    `BadInput` for a line that is no decision; lines that are no documents are passed over.
    """
    found: dict[str, Decision] = {}
    with decisions.open(encoding="utf-8") as lines:
        told = in_force(read_lines(lines, Decision, decisions.name))
    for decision in (one for one in told if one.verb in (Verb.ACCEPT, Verb.REJECT)):
        for passage in decision.passages:
            before = found.get(passage.document)
            if before is None or before.verb is not Verb.ACCEPT:
                found[passage.document] = decision
    read = (line for line in documents(texts) if not isinstance(line, BadLine))
    return [_decided(document, found[document.id]) for document, _ in read if document.id in found]


def _decided(document: Document, decision: Decision) -> Example:
    """The example of a decision; only an accepted coding with a category teaches codes."""
    coding = decision.coding if decision.verb is Verb.ACCEPT else None
    if coding is None or coding.category is None:
        return Example(document, decision.verb is Verb.ACCEPT)
    perpetrator = coding.perpetrators[0].value.klass if coding.perpetrators else "unknown"
    methods = tuple(one.value for one in coding.methods)
    return Example(document, True, coding.category.value, perpetrator, methods)


def figures(folder: Path, country: Country, words: Vocabulary) -> Figures:
    """The figures of each language's test part, by the names of the floors (`kk/test`)."""
    found = {f"{name}/{TEST}": golden(folder / name, TEST) for name in sets(folder)}
    return {
        name: measure(rows, {row["id"]: _line(row, country, words) for row in rows}) for name, rows in found.items()
    }


def sets(folder: Path) -> tuple[str, ...]:
    """The golden sets of a folder: one a language, and of short texts and others' where there are any (`short/kk`)."""
    return (*LANGUAGES, *_there(folder, ("short", "others")))


def _there(folder: Path, kinds: Sequence[str]) -> Iterator[str]:
    """The sets of these kinds that a folder has."""
    names = (f"{kind}/{language}" for kind in kinds for language in LANGUAGES)
    return (name for name in names if (folder / name).is_dir())


def _with(made: Models, folder: Path, country: Country, words: Vocabulary) -> Figures:
    return figures(folder, country, words.trained(made))


def _line(row: Row, country: Country, words: Vocabulary) -> Row:
    document = _document(row)
    return pipeline.line(document, pipeline.read(document, country, words))


def _document(row: Row) -> Document:
    published = EventDate.parse(row["published"]) if row.get("published") else None
    return Document(id=row["id"], text=row["text"], url=row.get("url", ""), published=published)


def _floors(path: Path) -> Mapping[str, Mapping[str, float]]:
    if not path.is_file():
        raise BadInput(str(path), "the file of floors", "--floors")
    try:
        found = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
        found.pop("lowered", None)  # the reasons for floors that were lowered
        return msgspec.convert(found, type=dict[str, dict[str, float]])
    except msgspec.MsgspecError as error:
        raise BadInput(
            str(error), 'floors by set and variable, such as {"kk/test": {"date": 0.9}}', str(path)
        ) from None


def _compared(before: Figures, after: Figures) -> str:
    """One line a figure that changed; that nothing did is said too."""
    lines = [
        f"{f'{name}/{key}':24}{before[name][key]:8.3f} -> {value:.3f}"
        for name, found in after.items()
        for key, value in found.items()
        if value != before[name][key]
    ]
    return "\n".join(lines) or "no figure of the golden sets changes"
