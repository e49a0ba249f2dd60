"""What the API answers, as words: the static twin in the bundle and the live API give the same shapes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from kuzet.basis import codebook as codebooks
from kuzet.basis.codebook import Code
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.basis.figure import Figure, Question
from kuzet.basis.incident import Incident
from kuzet.basis.names import Name
from kuzet.basis.release import Manifest
from kuzet.basis.word import Word
from kuzet.observatory import tally
from kuzet.observatory.tally.crosses import Cross

MOST_IDS: Final = 1000
"""Ids of incidents that a figure lists; `incidents` tells how many there are."""

INCIDENTS: Final = "incidents.jsonl"


class Edition(Word):
    """One published edition of a release; `name` is what it is asked by, `digest` the SHA-256 of its manifest."""

    name: str
    id: str
    country: str
    period: EventDate
    edition: str
    frozen: date
    codebook: str
    title: Name
    digest: str
    incidents: int
    previous: str = ""


class Editions(Word):
    """All editions that are served, the newest first."""

    editions: tuple[Edition, ...]


class Incidents(Word):
    """One page of incidents: `total` of all pages, and `next`, the cursor of the page behind; none on the last one."""

    edition: str
    total: int
    items: tuple[Incident, ...]
    next: str = ""


class OneIncident(Word):
    """One incident of an edition."""

    edition: str
    incident: Incident


class Told(Word):
    """One figure: `value` rounded by nobody, `exact` as a fraction, and the incidents behind it.

    `ids` lists at most 1000 of them, `incidents` says how many there are, `whole` how many a share is of.
    """

    edition: str
    value: float
    exact: str
    unit: str
    question: Question
    incidents: int
    whole: int
    ids: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    note: str = ""


class Cell(Word):
    """One cell of a table: a code for each of its fields, and the number of incidents."""

    codes: tuple[str, ...]
    incidents: int


class Table(Word):
    """A table by one or two fields; with `overlaps` an incident may stand in several cells, which sum to more."""

    edition: str
    by: tuple[str, ...]
    question: Question
    total: int
    overlaps: bool
    cells: tuple[Cell, ...]


class Codes(Word):
    """One table of the codebook, its codes in order."""

    name: str
    codes: tuple[Code, ...]


class Codebook(Word):
    """A version of the codebook with all its tables."""

    version: str
    tables: tuple[Codes, ...]


class Sources(Word):
    """The sources of an edition."""

    edition: str
    sources: tuple[Source, ...]


class Refused(Word):
    """Why there is no answer: the `value` given, what was `expected`, and `where`; `message` says it in a line."""

    value: str
    expected: str
    where: str
    message: str


class Failure(Word):
    """The one shape of all errors."""

    error: Refused


ALL: Final = (Editions, Edition, Incidents, OneIncident, Told, Table, Codebook, Codes, Sources, Failure)
"""What an endpoint can answer."""


def name(manifest: Manifest) -> str:
    """What an edition is asked by, such as `kz-2024-edition-1`."""
    return f"{manifest.id}-edition-{manifest.edition}"


def edition(manifest: Manifest) -> Edition:
    """What a manifest says, in the words of the API."""
    rows = {entry.path: entry.rows for entry in manifest.files}
    return Edition(
        name=name(manifest),
        id=manifest.id,
        country=manifest.country,
        period=manifest.period,
        edition=manifest.edition,
        frozen=manifest.frozen,
        codebook=manifest.codebook,
        title=manifest.title,
        digest=tally.digest(manifest),
        incidents=rows.get(INCIDENTS) or 0,
        previous=manifest.previous,
    )


def figure(manifest: Manifest, one: Figure) -> Told:
    """A figure of the engine."""
    return Told(
        edition=name(manifest),
        value=float(one.value),
        exact=str(one.value),
        unit=one.unit.value,
        question=one.question,
        incidents=len(one.incidents),
        whole=len(one.whole),
        ids=one.incidents[:MOST_IDS],
        published=one.published,
        note=one.note,
    )


def table(manifest: Manifest, cross: Cross) -> Table:
    """A cross-table of the engine."""
    return Table(
        edition=name(manifest),
        by=cross.by,
        question=Question(measure="table", period=manifest.period, where=cross.filters),
        total=cross.total,
        overlaps=cross.overlaps,
        cells=tuple(Cell(codes=key, incidents=number) for key, number in cross.rows()),
    )


def codebook(version: str) -> Codebook:
    """All tables of a version."""
    tables = codebooks.load(version).tables
    return Codebook(version=version, tables=tuple(codes(version, each) for each in tables))


def codes(version: str, table: str) -> Codes:
    """One table of it; raises `UnknownCode` for one that is not there."""
    return Codes(name=table, codes=tuple(codebooks.load(version).table(table).values()))


def sources(manifest: Manifest, several: Iterable[Source]) -> Sources:
    """The sources of an edition."""
    return Sources(edition=name(manifest), sources=tuple(several))
