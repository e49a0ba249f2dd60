"""The report as a tree: what `compose` builds and what HTML, PDF and DOCX are drawn from.

A number of the registry enters the text as a `FigureRun` and in no other way; everything else is words. Texts arrive
as they are to be read: numbers, dates and plurals are already in the form of the report's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, repeat
from typing import Any, Final

import msgspec

from kuzet.basis.errors import BadInput
from kuzet.basis.figure import Figure
from kuzet.basis.word import Word

ANCHOR: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
RESERVED: Final = re.compile(r"(figure|use)-\d+|main|contents")
"""Anchors that the renderers make themselves: notes, the places that point to them, landmarks."""


class Text(Word, tag="text"):
    """Plain words; `language` where they are not in the report's own (a quoted title, a name of a law)."""

    text: str
    language: str = ""


class Strong(Word, tag="strong"):
    """Important words."""

    runs: tuple[Run, ...]


class Emphasis(Word, tag="emphasis"):
    """Stressed words, names of outlets and laws."""

    runs: tuple[Run, ...]


class Link(Word, tag="link"):
    """Words that lead to a web address (`https://...`) or to an anchor of this report (`#methods`)."""

    target: str
    runs: tuple[Run, ...]

    def __post_init__(self) -> None:
        if not re.match(r"#[A-Za-z]|https?://|mailto:", self.target):
            raise BadInput(self.target, "a web address or #anchor", "link of a report")
        if any(isinstance(run, (Link, FigureRun)) for run in inner(self.runs)):
            raise BadInput(plain(self.runs), "plain words without a link or figure inside", "link of a report")


class FigureRun(Word, tag="figure"):
    """A figure as it stands in the text, with the number of its note.

    `text` is the value in the form of the language; `question` says in words what was counted. A figure that is used
    again keeps its number, though its `text` may differ ("four", "4").
    """

    number: int
    text: str
    question: str
    figure: Figure

    def __post_init__(self) -> None:
        if self.number < 1 or not self.text or not self.question:
            raise BadInput((self.number, self.text, self.question), "a note number from 1, a text, a question")


Run = Text | Strong | Emphasis | Link | FigureRun
Runs = tuple[Run, ...]


class Heading(Word, tag="heading"):
    """The title of a chapter (level 1), section (2) or part (3); an `annex` begins on a new page."""

    level: int
    text: str
    anchor: str
    annex: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 3:
            raise BadInput(self.level, "a level from 1 to 3", f"heading {self.text}")


class Paragraph(Word, tag="paragraph"):
    """One paragraph."""

    runs: Runs


class Listing(Word, tag="listing"):
    """A list, numbered when `ordered`."""

    items: tuple[Runs, ...]
    ordered: bool = False


class Table(Word, tag="table"):
    """A table: every row has as many cells as the head; the first cell of a row is its heading.

    `anchors` names one anchor per row, where rows can be linked to (a register of incidents).
    """

    caption: str
    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    note: Runs = ()
    anchor: str = ""
    anchors: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        where = f"table {self.caption!r}"
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.head):
                raise BadInput(len(row), f"the number of cells of its head, {len(self.head)}", f"{where}, row {number}")
        if self.anchors and len(self.anchors) != len(self.rows):
            raise BadInput(len(self.anchors), f"one anchor for each of {len(self.rows)} rows", where)


class Specs(Word):
    """One chart as two Vega-Lite specs: for a page or a screen, and for a phone."""

    wide: dict[str, Any]
    narrow: dict[str, Any]


class Chart(Word, tag="chart"):
    """A picture of figures: `title` states the finding, `alt` says it to who cannot see it, `table` holds its data.

    `source` is a whole line, with the word for "source".
    """

    name: str
    title: str
    alt: str
    source: str
    specs: Specs
    table: Table

    def __post_init__(self) -> None:
        if not (self.title and self.alt and self.source):
            raise BadInput((self.title, self.alt, self.source), "a title, an alt text and a source", self.name)


class CaseEntry(Word):
    """One incident told: when, where, what, and the documents it rests on."""

    incident: str
    date: str
    place: str
    runs: Runs
    citations: tuple[Runs, ...] = ()
    anchor: str = ""


class CaseList(Word, tag="cases"):
    """Incidents told one after the other."""

    entries: tuple[CaseEntry, ...]


class Callout(Word, tag="callout"):
    """Blocks set apart from the text: `key` findings, a `note` to the reader, a `correction`."""

    kind: str
    title: str
    blocks: tuple[Paragraph | Listing, ...]

    def __post_init__(self) -> None:
        if self.kind not in ("key", "note", "correction"):
            raise BadInput(self.kind, "key, note or correction", f"callout {self.title}")


class FigureAnnex(Word, tag="figures"):
    """Here the renderers list every figure of the report with its question and the incidents behind it."""


Block = Heading | Paragraph | Listing | Table | Chart | CaseList | Callout | FigureAnnex


class Report(Word):
    """A report that can be published.

    `edition` is its number or name ("1", "2024-2"); `dated` (the day on which the release was frozen) is worded in the
    language; `release` and `digest` name the release; `imprint` stands on the title page (licence, how to cite).
    """

    language: str
    title: str
    subtitle: str
    publisher: str
    edition: str
    release: str
    digest: str
    frozen: date
    dated: str
    blocks: tuple[Block, ...]
    imprint: tuple[Paragraph, ...] = ()
    warning: str = ""
    """What every page says first, where the release is made of invented texts."""

    def __post_init__(self) -> None:
        where = f"report {self.title!r}"
        _check_levels(self, where)
        _check_anchors(self, where)
        _check_notes(self, where)


def headings(report: Report) -> tuple[Heading, ...]:
    """All headings in order."""
    return tuple(block for block in report.blocks if isinstance(block, Heading))


def contents(report: Report) -> tuple[Heading, ...]:
    """The headings that stand in the table of contents: chapters and sections."""
    return tuple(heading for heading in headings(report) if heading.level <= 2)


def figure_runs(report: Report) -> tuple[FigureRun, ...]:
    """Every figure of the text in the order of reading, repeated ones too."""
    return tuple(run for run in all_runs(report) if isinstance(run, FigureRun))


def notes(report: Report) -> tuple[FigureRun, ...]:
    """The first use of every figure, in the order of the note numbers."""
    first: dict[int, FigureRun] = {}
    for run in figure_runs(report):
        first.setdefault(run.number, run)
    return tuple(first[number] for number in sorted(first))


def charts(report: Report) -> tuple[Chart, ...]:
    """All charts in order."""
    return tuple(block for block in report.blocks if isinstance(block, Chart))


def counted(report: Report) -> tuple[tuple[Block, int], ...]:
    """Every block with its number: tables and charts are counted from 1, each on their own; others have 0."""
    numbers = {Table: count(1), Chart: count(1)}
    return tuple((block, next(numbers.get(type(block), repeat(0)))) for block in report.blocks)


def joined(runs: Runs) -> Runs:
    """The same words, an ending that hangs on a figure by a hyphen drawn into it, so that the note number follows it.

    Kazakh and Russian write "13%-ға", "142-е": nothing may part the number from its ending.
    """
    result: list[Run] = []
    for run in runs:
        before = result[-1] if result else None
        if isinstance(before, FigureRun) and isinstance(run, Text) and (ending := _ENDING.match(run.text)):
            result[-1] = msgspec.structs.replace(before, text=before.text + ending[0])
            run = Text(text=run.text[ending.end() :], language=run.language)
        result.append(run)
    return tuple(result)


_ENDING: Final = re.compile(r"[-\u2011]\w+")


def plain(runs: Iterable[Run]) -> str:
    """The words of runs, without marks and note numbers."""
    return "".join(run.text if isinstance(run, (Text, FigureRun)) else plain(run.runs) for run in runs)


def anchors(report: Report) -> tuple[str, ...]:
    """Every anchor of the report in order."""
    return tuple(anchor for block in report.blocks for anchor in _anchors_of(block) if anchor)


def all_runs(report: Report) -> Iterator[Run]:
    """Every run in the order of reading, the inner ones of a run after it."""
    for part in report.imprint:
        yield from inner(part.runs)
    yield from runs_in(report.blocks)


def runs_in(blocks: Iterable[Block]) -> Iterator[Run]:
    """The same of some blocks."""
    for block in blocks:
        for runs in lines_of(block):
            yield from inner(runs)


def incident_anchor(incident: str) -> str:
    """The anchor under which a register of incidents lists `incident`; figures lead to it where it exists."""
    return f"incident-{incident}"


def inner(runs: Runs) -> Iterator[Run]:
    """Runs in the order of reading, the inner ones of a run after it."""
    for run in runs:
        yield run
        if isinstance(run, (Strong, Emphasis, Link)):
            yield from inner(run.runs)


def lines_of(block: Block) -> Iterator[Runs]:
    """What a block says, cell by cell and item by item; nothing of headings, which hold no runs."""
    match block:
        case Paragraph():
            yield block.runs
        case Listing():
            yield from block.items
        case Table():
            yield from block.head
            yield from (cell for row in block.rows for cell in row)
            yield block.note
        case Chart():
            yield from lines_of(block.table)
        case CaseList():
            yield from (runs for entry in block.entries for runs in (entry.runs, *entry.citations))
        case Callout():
            yield from (runs for inner in block.blocks for runs in lines_of(inner))


def _anchors_of(block: Block) -> tuple[str, ...]:
    match block:
        case Heading():
            return (block.anchor,)
        case Table():
            return (block.anchor, *block.anchors)
        case Chart():
            return (block.name,)
        case CaseList():
            return tuple(entry.anchor for entry in block.entries)
    return ()


def _check_levels(report: Report, where: str) -> None:
    before = 0
    for heading in headings(report):
        if heading.level > before + 1:
            raise BadInput(heading.level, f"at most {before + 1} here", f"{where}, level of heading {heading.text!r}")
        before = heading.level


def _check_anchors(report: Report, where: str) -> None:
    seen: set[str] = set()
    for anchor in anchors(report):
        if not ANCHOR.fullmatch(anchor) or RESERVED.fullmatch(anchor) or anchor in seen:
            raise BadInput(anchor, "an anchor of Latin letters, digits and hyphens that stands once", where)
        seen.add(anchor)
    for run in all_runs(report):
        if isinstance(run, Link) and run.target.startswith("#") and run.target[1:] not in seen:
            raise BadInput(run.target, "an anchor of this report", f"{where}, link {plain(run.runs)!r}")


def _check_notes(report: Report, where: str) -> None:
    first = {run.number: run for run in notes(report)}
    for run in figure_runs(report):
        if run.figure != first[run.number].figure:
            raise BadInput(run.number, "the number of one figure only", f"{where}, figure {run.text!r}")
    annexes = sum(isinstance(block, FigureAnnex) for block in report.blocks)
    if annexes != (1 if first else 0):
        raise BadInput(annexes, f"one annex of figures (there are {len(first)} figures)", where)
